"""An alert that its person never read, and that somebody else was told of when they left."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0002_follow_up"),
        ("records", "0002_follow_up"),
        ("schools", "0002_slug"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="alert",
            name="alert_read_at_some_time",
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("read_at__isnull", False), ("state", "read")),
                    models.Q(("read_at__isnull", True), ("state__in", ["waiting", "handed on"])),
                    _connector="OR",
                ),
                name="alert_read_at_some_time",
            ),
        ),
    ]

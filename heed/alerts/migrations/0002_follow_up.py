"""Where the mail of an alert stands. Alerts from before are not mailed after the fact."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0001_initial"),
        ("records", "0001_initial"),
        ("schools", "0001_initial"),
        ("staff", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="alert",
            name="mail",
            field=models.CharField(db_default="not needed", max_length=12),
        ),
        migrations.AddField(
            model_name="alert",
            name="mail_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="alert",
            name="mail_tries",
            field=models.SmallIntegerField(db_default=0),
        ),
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(
                condition=models.Q(("mail__in", ["due", "leaving"])),
                fields=["school", "made_at"],
                name="alert_mail_due_ix",
            ),
        ),
    ]

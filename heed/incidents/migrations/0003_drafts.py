"""Which copy of a form was kept last, and drafts found by their writer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0002_follow_up")]

    operations = [
        migrations.AddField(
            model_name="keptwords",
            name="sheet",
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name="keptwords",
            index=models.Index(
                condition=models.Q(("done_at__isnull", True)),
                fields=["school", "staff", "kept_at"],
                name="keptwords_not_sent_ix",
            ),
        ),
    ]

"""What was tried at the door is found by the account it was tried with."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="doormark",
            index=models.Index(fields=["user_id", "at"], name="doormark_user_ix"),
        ),
    ]

"""Marks of a month are found without reading those of all years."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_letters"),
        ("schools", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="mark",
            index=models.Index(fields=["school", "at"], name="mark_at_ix"),
        ),
    ]

"""Each school gets a short word for its address; schools that stand already get one made from their name."""

from typing import Any

from django.db import migrations, models

from heed.schools.rules import slug_for


def give_slugs(apps: Any, schema_editor: Any) -> None:
    """The oldest school chooses first."""
    School = apps.get_model("schools", "School")
    taken: set[str] = set()
    for school in School.objects.order_by("id"):
        school.slug = slug_for(school.name, taken)
        taken.add(school.slug)
        school.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("schools", "0001_initial")]

    operations = [
        migrations.AddField("school", "slug", models.CharField(max_length=40, null=True)),
        migrations.RunPython(give_slugs, migrations.RunPython.noop),
        migrations.AlterField("school", "slug", models.CharField(max_length=40, unique=True)),
    ]

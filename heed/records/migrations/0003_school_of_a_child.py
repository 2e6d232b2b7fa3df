"""The planner is told that a child is of one school: a chronology then begins at the newest, and reads fifty."""

from django.db import migrations

from heed.tenancy.operations import SchoolFollowsFrom


class Migration(migrations.Migration):
    dependencies = [("records", "0002_follow_up")]

    operations = [SchoolFollowsFrom("Item", "pupil")]

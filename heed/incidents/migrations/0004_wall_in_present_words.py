"""The school wall is said so that the planner counts the school once."""

from django.db import migrations

from heed.tenancy.operations import PoliciesAnew


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("alerts", "0002_follow_up"),
        ("audit", "0001_initial"),
        ("incidents", "0003_drafts"),
    ]

    operations = [PoliciesAnew()]

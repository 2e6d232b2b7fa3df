"""What the planner must be able to count on, and what it must not be able to do (decisions 20 and 24)."""

from heed.alerts.models import Alert
from heed.records.models import Item
from heed.tenancy.scope import schools
from tests.cast import LEAD_BY_PASSWORD, TEACHER, Town
from tests.walls.test_schools_apart import rows


def test_that_a_child_is_of_one_school_is_known_to_the_planner(town: Town) -> None:
    found = rows("select stxkind::text from pg_statistic_ext where stxname = 'records_item_pupil_id_school'")
    assert found == [("{f}",)], "dependencies between both columns"


def test_grants_are_looked_up_one_by_one_and_never_gathered(town: Town) -> None:
    town.entry(TEACHER)
    for model in (Item, Alert):
        with schools(town.oakfield):
            plan = model.objects.seen_by(town.viewer(LEAD_BY_PASSWORD)).explain()
        before, after = plan.split("records_grant", 1)
        assert "SubPlan" in before, plan
        assert "Limit" in before.rsplit("SubPlan", 1)[1], plan
        assert "hashed" not in before + after, plan

"""People sign with the name and role they have on the day, and what was signed stays signed."""

from heed.incidents.actions import open_entry
from heed.staff.actions import put_on_staff
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server
from tests.cast import LEAD, NOW, TEACHER, Town


def test_a_new_name_stands_beneath_new_entries_and_not_beneath_old_ones(town: Town) -> None:
    old = town.entry(TEACHER)
    with schools(town.oakfield):
        by = on_the_server(town.oakfield, at=NOW)
        put_on_staff(by, email="teacher@oakfield.example", name="Katie Brook", role="Year 4 leader")
    new = town.entry(TEACHER)
    with schools(town.oakfield):
        assert open_entry(town.viewer(LEAD), old).signed == "Katie Lowther, Class teacher"
        assert open_entry(town.viewer(LEAD), new).signed == "Katie Brook, Year 4 leader"


def test_the_groups_of_the_old_signature_go_on(town: Town) -> None:
    with schools(town.oakfield):
        by = on_the_server(town.oakfield, at=NOW)
        put_on_staff(by, email="lead@oakfield.example", name="Helen Marsh-Webb", role="DSL")
    viewer = town.viewer(LEAD)
    assert viewer.name == "Helen Marsh-Webb"
    assert viewer.signature_id is not None

"""Children and staff come in from what was read: all of it or nothing, and never anybody twice."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from heed.access.models import Holding
from heed.access.queries import viewer_for
from heed.access.ruled import Waiting, proposals_waiting
from heed.access.ruling import approve, turn_down
from heed.lib.outcomes import Refused
from heed.pupils.actions import Brought
from heed.pupils.models import Contact, NameKey, Pupil, SchoolClass, Teaching
from heed.pupils.queries import children_called
from heed.roll.actions import Report, bring_in
from heed.roll.reading import ChildRow, ContactRow, Fault, Reading, StaffRow, Unsaid
from heed.staff.actions import give_account
from heed.staff.models import Signature, Staff
from heed.tenancy.scope import schools
from heed.who.groups import Group
from heed.who.viewer import Viewer, on_the_server
from tests.cast import ADMINISTRATOR, HEAD, LEAD, NOW, TEACHER, Person, Town
from tests.records.behind import marks, opened

MOTHER = ContactRow("Ada Frost", "Mother", "07700 900001", "ada@post.example", 1)
FATHER = ContactRow("Ben Frost", "Father", "07700 900002", "", 2)
WREN = ChildRow(
    line=2,
    upn="A111111111111",
    legal_given="Wrenna",
    legal_family="Frost",
    given="Wren",
    family="Frost",
    former_family="Snow",
    born_on=date(2018, 5, 4),
    year=3,
    class_name="Hazel",
    sex="F",
    contacts=(MOTHER, FATHER),
)
ROBIN = replace(WREN, line=3, upn=None, legal_given="Robin", given="Robin", former_family="", contacts=())
NIA = StaffRow(
    line=4,
    email="nia@oakfield.example",
    name="Nia Vale",
    role="Class teacher",
    groups=(Group.TEACHER,),
    classes=("Hazel", "Larch"),
)


def bring(town: Town, *rows: ChildRow | StaffRow) -> Report:
    reading = Reading(
        children=tuple(row for row in rows if isinstance(row, ChildRow)),
        staff=tuple(row for row in rows if isinstance(row, StaffRow)),
    )
    with schools(town.oakfield):
        return bring_in(on_the_server(town.oakfield, at=NOW), reading)


def children(town: Town, family: str = "Frost") -> list[Pupil]:
    with schools(town.oakfield):
        return list(opened(Pupil).select_related("school_class").filter(family=family).order_by("given"))


def contacts(town: Town, child: Pupil) -> list[tuple[int, str]]:
    with schools(town.oakfield):
        rows = opened(Contact).filter(pupil_id=child.pk).order_by("position")
        return list(rows.values_list("position", "name"))


def person(town: Town) -> Staff:
    with schools(town.oakfield):
        return Staff.objects.get(email=NIA.email)


def test_who_is_new_is_added_with_everything_that_was_read(town: Town) -> None:
    report = bring(town, WREN, ROBIN, NIA)
    assert report == Report(
        Brought(added=2, changed=0, same=0, not_listed=4), staff_changed=1, staff_same=0, proposed=0
    )
    robin, wren = children(town)
    assert (wren.upn, wren.given, wren.legal_given, wren.former_family) == (
        "A111111111111",
        "Wren",
        "Wrenna",
        "Snow",
    )
    assert (wren.born_on, wren.year, wren.sex, wren.left_on) == (date(2018, 5, 4), 3, "F", None)
    assert (wren.school_class.name, wren.sort_key) == ("Hazel", "frost, wren")
    assert (robin.upn, robin.year) == ("", 3)
    assert contacts(town, wren) == [(1, "Ada Frost"), (2, "Ben Frost")]
    assert contacts(town, robin) == []


def test_the_same_file_again_adds_and_changes_nobody(town: Town) -> None:
    bring(town, WREN, ROBIN, NIA)
    before = [child.pk for child in children(town)]
    assert bring(town, WREN, ROBIN, NIA) == Report(Brought(0, 0, 2, 4), 0, 1, 0)
    assert [child.pk for child in children(town)] == before
    with schools(town.oakfield):
        assert Signature.objects.filter(staff__email=NIA.email).count() == 1


@pytest.mark.parametrize(
    ("changed", "column", "value"),
    [
        ({"given": "Ren"}, "given", "Ren"),
        ({"year": 4}, "year", 4),
        ({"sex": "X"}, "sex", "X"),
        ({"legal_family": "Snow"}, "legal_family", "Snow"),
        ({"former_family": ""}, "former_family", ""),
        ({"born_on": date(2018, 5, 5)}, "born_on", date(2018, 5, 5)),
    ],
)
def test_what_changed_is_changed_on_the_same_child(
    changed: dict[str, object], column: str, value: object, town: Town
) -> None:
    bring(town, WREN, ROBIN)
    [_, wren] = children(town)
    assert bring(town, replace(WREN, **changed), ROBIN).children == Brought(0, 1, 1, 4)
    [after] = [child for child in children(town) if child.pk == wren.pk]
    assert getattr(after, column) == value
    assert len(children(town)) == 2


def test_a_new_name_is_found_and_an_old_one_is_not_any_more(town: Town) -> None:
    bring(town, WREN)
    bring(town, replace(WREN, given="Jay", legal_given="Jay", former_family=""))
    with schools(town.oakfield):
        katie = town.viewer(TEACHER)
        assert [child.name for child in children_called(katie, "jay frost")] == ["Jay Frost"]
        assert children_called(katie, "wrenna") == ()
        assert children_called(katie, "snow") == ()
        keys = opened(NameKey).filter(pupil_id=children(town)[0].pk).values_list("key", flat=True)
        assert sorted(keys) == ["frost", "jay"]


def test_a_upn_that_is_learned_later_goes_to_the_child_known_by_name_and_birthday(town: Town) -> None:
    bring(town, ROBIN)
    report = bring(town, replace(ROBIN, upn="B222222222222", legal_given="ROBIN", legal_family="Fróst"))
    assert report.children == Brought(0, 1, 0, 4)
    [robin] = children(town, "Frost")
    assert robin.upn == "B222222222222"


def test_a_upn_once_known_is_not_lost_to_a_file_without_it(town: Town) -> None:
    bring(town, WREN)
    assert bring(town, replace(WREN, upn=None)).children == Brought(0, 0, 1, 4)
    assert [child.upn for child in children(town)] == ["A111111111111"]


def test_two_upns_are_two_children_however_alike_they_are_called(town: Town) -> None:
    bring(town, WREN)
    report = bring(town, WREN, replace(WREN, line=3, upn="B222222222222", contacts=()))
    assert report.children == Brought(1, 0, 1, 4)
    assert sorted(child.upn for child in children(town)) == ["A111111111111", "B222222222222"]


def test_when_two_children_of_one_name_learn_their_upns_neither_is_lost(town: Town) -> None:
    """One of them was on the roll already, without a UPN."""
    bring(town, replace(WREN, upn=None))
    report = bring(town, WREN, replace(WREN, line=3, upn="B222222222222"))
    assert (report.children.added, report.children.changed) == (1, 1)
    assert sorted(child.upn for child in children(town)) == ["A111111111111", "B222222222222"]
    assert all(len(contacts(town, child)) == 2 for child in children(town))


def test_whoever_is_not_in_the_file_stays_as_they_are(town: Town) -> None:
    bring(town, WREN, ROBIN, NIA)
    report = bring(town, ROBIN)
    assert report.children == Brought(0, 0, 1, not_listed=5)
    assert [child.left_on for child in children(town)] == [None, None]
    assert person(town).left_on is None


def test_a_leaver_who_comes_back_is_the_same_child_on_the_roll_again(town: Town) -> None:
    bring(town, WREN)
    [wren] = children(town)
    with schools(town.oakfield):
        opened(Pupil).filter(pk=wren.pk).update(left_on=date(2026, 7, 21))
    assert bring(town, ROBIN).children.not_listed == 4, "a leaver is not missed"
    assert bring(town, WREN).children == Brought(0, 1, 0, 5)
    assert [(child.pk, child.left_on) for child in children(town) if child.given == "Wren"] == [
        (wren.pk, None)
    ]


@pytest.mark.parametrize(
    ("now_listed", "expected"),
    [
        ((MOTHER,), [(1, "Ada Frost")]),
        ((FATHER, MOTHER), [(1, "Ben Frost"), (2, "Ada Frost")]),
        ((replace(MOTHER, phone="07700 900009"), FATHER), [(1, "Ada Frost"), (2, "Ben Frost")]),
        ((), []),
    ],
)
def test_contacts_are_replaced_by_those_in_the_file(
    now_listed: tuple[ContactRow, ...], expected: list[tuple[int, str]], town: Town
) -> None:
    bring(town, WREN)
    assert bring(town, replace(WREN, contacts=now_listed)).children.changed == 1
    [wren] = children(town)
    assert contacts(town, wren) == expected


def test_what_the_file_has_no_column_for_stays_as_it_is(town: Town) -> None:
    bring(town, WREN)
    said_less = replace(
        WREN,
        given="Wrenna",
        former_family="",
        contacts=(),
        unsaid=frozenset({Unsaid.GIVEN, Unsaid.FORMER_FAMILY, Unsaid.CONTACTS}),
    )
    assert bring(town, said_less).children == Brought(0, 0, 1, 4)
    [wren] = children(town)
    assert (wren.given, wren.former_family, len(contacts(town, wren))) == ("Wren", "Snow", 2)


def test_of_a_new_child_even_the_unsaid_is_filled_in(town: Town) -> None:
    bring(town, replace(WREN, given="Wrenna", unsaid=frozenset({Unsaid.GIVEN, Unsaid.FAMILY})))
    assert [child.given for child in children(town)] == ["Wrenna"]


def test_a_child_moves_with_the_class_and_a_class_is_made_once_whatever_its_capitals(town: Town) -> None:
    bring(town, WREN, replace(ROBIN, class_name="hazel"))
    bring(town, replace(WREN, class_name="Larch"), replace(ROBIN, class_name=""))
    robin, wren = children(town)
    assert wren.school_class.name == "Larch"
    assert robin.school_class is None
    with schools(town.oakfield):
        assert SchoolClass.objects.filter(sort_key="hazel").count() == 1


def taught(town: Town) -> set[str]:
    with schools(town.oakfield):
        rows = Teaching.objects.filter(staff_id=person(town).pk).select_related("school_class")
        return {row.school_class.name for row in rows}


def groups(town: Town) -> set[str]:
    with schools(town.oakfield):
        return set(Holding.objects.filter(staff_id=person(town).pk).values_list("group", flat=True))


def test_classes_and_groups_of_staff_follow_the_file(town: Town) -> None:
    bring(town, NIA)
    assert (taught(town), groups(town)) == ({"Hazel", "Larch"}, {"teacher"})
    report = bring(town, replace(NIA, classes=("Larch",), groups=(Group.OFFICE, Group.TEACHER)))
    assert (report.staff_changed, report.staff_same) == (1, 0)
    assert (taught(town), groups(town)) == ({"Larch"}, {"teacher", "office"})
    bring(town, replace(NIA, classes=(), groups=(Group.OFFICE,)))
    assert (taught(town), groups(town)) == (set(), {"office"})


LEADER = replace(NIA, groups=(Group.DSL, Group.TEACHER))


def test_a_list_gives_nobody_a_leaders_group_but_asks_for_it_once(town: Town) -> None:
    assert bring(town, LEADER).proposed == 1
    assert groups(town) == {"teacher"}
    assert bring(town, LEADER) == Report(Brought(0, 0, 0, 4), 0, 1, 0)
    [waiting] = waits(town)
    assert (waiting.who, waiting.asked.group, waiting.signed) == (
        "Nia Vale",
        Group.DSL,
        "The roll, from the server",
    )


def test_somebody_whom_a_list_names_a_leader_only_can_sign_already(town: Town) -> None:
    bring(town, replace(NIA, groups=(Group.DSL,), classes=()))
    with schools(town.oakfield):
        assert list(Signature.objects.filter(staff__email=NIA.email).values_list("groups")) == [([],)]


def test_what_was_turned_down_is_not_asked_again_by_the_next_list(town: Town) -> None:
    bring(town, LEADER)
    with schools(town.oakfield):
        turn_down(town.viewer(LEAD), waits(town)[0].proposal_id, said="She is not a DSL.")
    assert bring(town, LEADER).proposed == 0


def test_a_list_takes_no_leaders_group_away(town: Town) -> None:
    bring(town, LEADER)
    with schools(town.oakfield):
        approve(town.viewer(LEAD), waits(town)[0].proposal_id)
    bring(town, NIA)
    assert groups(town) == {"teacher", "dsl"}


def waits(town: Town) -> tuple[Waiting, ...]:
    with schools(town.oakfield):
        return proposals_waiting(town.oakfield)


def test_classes_stay_when_the_file_has_no_column_for_them(town: Town) -> None:
    bring(town, NIA)
    report = bring(town, replace(NIA, classes=(), unsaid=frozenset({Unsaid.CLASSES})))
    assert (report.staff_changed, taught(town)) == (0, {"Hazel", "Larch"})


def test_what_is_seen_through_a_group_ends_when_the_file_takes_the_group_away(town: Town) -> None:
    bring(town, NIA)
    with schools(town.oakfield):
        give_account(on_the_server(town.oakfield, at=NOW), person(town).pk, town.users["elsewhere"])
    assert Group.TEACHER in nia(town).groups
    bring(town, replace(NIA, groups=(Group.OFFICE,), classes=()))
    assert nia(town).groups == {Group.OFFICE}
    assert nia(town).reaches == ()


def nia(town: Town) -> Viewer:
    with schools(town.oakfield):
        found = viewer_for(town.users["elsewhere"], town.oakfield, elevated=True, at=NOW, origin="test")
    assert found is not None
    return found


@pytest.mark.parametrize("changed", [{"name": "Nia Frost"}, {"role": "Assistant head"}])
def test_a_new_name_or_role_is_what_one_signs_with_from_then_on(changed: dict[str, str], town: Town) -> None:
    bring(town, NIA)
    bring(town, replace(NIA, **changed))
    with schools(town.oakfield):
        give_account(on_the_server(town.oakfield, at=NOW), person(town).pk, town.users["elsewhere"])
        signature = Signature.objects.get(pk=nia(town).signature_id)
        first = Signature.objects.filter(staff__email=NIA.email).order_by("id").first()
    expected = replace(NIA, **changed)
    assert (signature.name, signature.role, signature.groups) == (expected.name, expected.role, ["teacher"])
    assert first is not None
    assert (first.name, first.role) == ("Nia Vale", "Class teacher"), "what was signed stays signed"


def test_name_and_groups_changed_together_are_both_in_the_signature(town: Town) -> None:
    """Of two signatures of one moment the later is in force: keys sort in the order in which they were made."""
    bring(town, NIA)
    bring(town, replace(NIA, role="Office", groups=(Group.OFFICE,)))
    with schools(town.oakfield):
        give_account(on_the_server(town.oakfield, at=NOW), person(town).pk, town.users["elsewhere"])
        rows = Signature.objects.filter(staff__email=NIA.email, role="Office").order_by("id")
        assert [row.groups for row in rows][-1] == ["office"]
        assert Signature.objects.get(pk=nia(town).signature_id).groups == ["office"]


def test_a_file_with_faults_changes_nothing(town: Town) -> None:
    reading = Reading(children=(WREN,), faults=(Fault(3, "Year", "Line 3, Year: nothing is written here."),))
    with pytest.raises(Refused, match="Nothing was changed"), schools(town.oakfield):
        bring_in(on_the_server(town.oakfield, at=NOW), reading)
    assert children(town) == []


def test_an_empty_file_is_refused(town: Town) -> None:
    with pytest.raises(Refused, match="no children and no staff"):
        bring(town)


def test_a_fault_half_way_leaves_nobody_behind(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ConnectionResetError

    monkeypatch.setattr("heed.roll.actions.put_on_staff", fails)
    with pytest.raises(ConnectionResetError):
        bring(town, WREN, NIA)
    assert children(town) == []


@pytest.mark.parametrize("who", [TEACHER, LEAD])
def test_only_an_administrator_or_the_head_brings_a_roll_in(who: Person, town: Town) -> None:
    with schools(town.oakfield):
        with pytest.raises(Refused, match="Only an administrator"):
            bring_in(town.viewer(who), Reading(children=(WREN,)))
        assert bring_in(town.viewer(ADMINISTRATOR), Reading(children=(WREN,))).children.added == 1
        assert bring_in(town.viewer(HEAD), Reading(children=(WREN,))).children.same == 1


def test_an_administrator_gives_themselves_no_class_by_a_list_of_their_own(town: Town) -> None:
    me = replace(NIA, email="admin@oakfield.example", name=ADMINISTRATOR.name, role=ADMINISTRATOR.role)
    with schools(town.oakfield):
        report = bring_in(town.viewer(ADMINISTRATOR), Reading(staff=(replace(me, classes=("Willow",)),)))
    assert report.proposed == 1
    assert town.viewer(ADMINISTRATOR).groups == {Group.ADMIN}
    assert town.viewer(ADMINISTRATOR).covers == frozenset()


def test_the_other_school_keeps_its_own_children(town: Town) -> None:
    bring(town, WREN)
    with schools(town.riverside):
        report = bring_in(on_the_server(town.riverside, at=NOW), Reading(children=(WREN,)))
    assert report.children == Brought(added=1, changed=0, same=0, not_listed=1)
    ids: set[UUID] = {child.pk for child in children(town)}
    with schools(town.riverside):
        assert not ids & set(opened(Pupil).values_list("pk", flat=True))


def test_bringing_in_leaves_a_mark_that_names_nobody(town: Town) -> None:
    bring(town, WREN)
    [mark] = marks(town, event="roll imported")
    assert (mark.role, mark.about_id) == ("operator", town.oakfield)

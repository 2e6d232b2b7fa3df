"""The one filter against an oracle that reads the rule plainly; and taking any clause out is noticed."""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q

from heed.access import queries as access
from heed.access import ruled
from heed.access.matrix import MATRIX
from heed.access.models import Bar, GroupRule, Holding, Lock, Named, Opening
from heed.alerts.models import Alert
from heed.incidents.models import Incident
from heed.pupils.models import Pupil
from heed.records import doorways
from heed.records.models import Item
from heed.tenancy import prepared
from heed.tenancy.keys import uuid7
from heed.tenancy.prepared import Uuids
from heed.tenancy.scope import schools
from heed.who import need_to_know
from heed.who.asking import asked
from heed.who.need_to_know import opens_child, readable_through, steps_of
from heed.who.powers import Power
from heed.who.viewer import Viewer
from tests.cast import LEAD, Town
from tests.walls import oracle
from tests.walls.worlds import Built, build, facts, viewer_of

WORLDS = int(os.environ.get("HEED_WORLDS", "300"))
IN_ONE_GO = 25


@asked
def items_prepared(viewer: Any, *, ids: Any) -> Any:
    return Item.objects.seen_by(viewer).filter(pk__any=ids)


@asked
def own_prepared(viewer: Any, *, ids: Any) -> Any:
    return Item.objects.written_by(viewer).filter(pk__any=ids)


@asked
def children_prepared(viewer: Any, *, ids: Any) -> Any:
    return Pupil.objects.open_to(viewer).filter(pk__any=ids)


def disagreements(built: Built) -> list[str]:
    """Where the product and the oracle differ about one world. Both schools are in scope: the filter is alone."""
    world = built.world
    told = {n for n, entry in enumerate(world.entries) if oracle.may_read(world, entry)}
    wrote = {n for n, entry in enumerate(world.entries) if oracle.may_see_as_writer(world, entry)}
    opens = {n for n, child in enumerate(world.children) if oracle.may_open_child(world, child)}
    with schools(built.here):
        listed = {row.pk for row in items_prepared(built.viewer, ids=Uuids(built.items))}
        named = {row.pk for row in own_prepared(built.viewer, ids=Uuids(built.items))}
        pupils = {row.pk for row in children_prepared(built.viewer, ids=Uuids(built.pupils))}
    with schools(built.here, built.elsewhere):
        found = {
            "list, prepared": listed == {built.items[n] for n in told},
            "writer, prepared": named == {built.items[n] for n in wrote},
            "child, prepared": pupils == {built.pupils[n] for n in opens},
            "list": built.indexes(Item.objects.seen_by(built.viewer), built.items) == told,
            "count": Item.objects.seen_by(built.viewer).filter(pk__in=built.items).count() == len(told),
            "writer": built.indexes(Item.objects.written_by(built.viewer), built.items) == wrote,
            "child": built.indexes(Pupil.objects.open_to(built.viewer), built.pupils) == opens,
            "child in hand": {
                n
                for n, child in enumerate(world.children)
                if child.here and opens_child(built.viewer, built.pupils[n])
            }
            == opens,
            "in hand": {
                n
                for n, entry in enumerate(world.entries)
                if readable_through(built.viewer, facts(built, entry))
            }
            == told,
            "why": all(says(built, entry) == oracle.answers(world, entry) for entry in world.entries),
        }
    return [name for name, agrees in found.items() if not agrees]


def says(built: Built, entry: oracle.Entry) -> dict[str, Any]:
    """What the product answers to "why can they, or not, read this", step by step."""
    steps = steps_of(built.viewer, facts(built, entry))
    return {name: getattr(steps, name) for name in oracle.answers(built.world, entry)}


@pytest.mark.parametrize("first", range(0, WORLDS, IN_ONE_GO))
def test_the_filter_agrees_with_the_rule_read_plainly(first: int, db: None) -> None:
    for seed in range(first, min(first + IN_ONE_GO, WORLDS)):
        assert disagreements(build(oracle.make_world(seed))) == [], f"world {seed}"


def test_the_worlds_hold_every_case() -> None:
    """Otherwise agreeing would prove little."""
    seen = set()
    for seed in range(WORLDS):
        world = oracle.make_world(seed)
        for entry in world.entries:
            child = world.children[entry.child]
            ways = (oracle.by_grant(world, entry), oracle.by_groups(world, entry, child))
            seen.add(
                (oracle.may_read(world, entry), *ways, child.barred, child.locked, entry.barred, child.here)
            )
    for what in range(7):
        assert {case[what] for case in seen} == {True, False}
    openings = {child.opening for seed in range(WORLDS) for child in oracle.make_world(seed).children}
    assert openings == {"", "running", "over", "ends now", "ended", "somebody else's"}


ANYTHING = ~Q(pk__in=())


def without(name: str) -> Callable[[Any], None]:
    """The filter with one clause always true."""
    return lambda patch: patch.setattr(need_to_know, name, lambda *_: ANYTHING)


def with_viewers(**changed: Any) -> Callable[[Any], None]:
    """The filter asking about another person than the one who looks."""
    real = need_to_know.seen_by

    def seen_by(viewer: Any, ties: Any, spine: Any = need_to_know.Spine()) -> Q:  # noqa: B008
        return real(replace(viewer, **changed), ties, spine)

    return lambda patch: patch.setattr("heed.records.doorways.seen_by", seen_by)


def ties_without(*names: str) -> Callable[[Any], None]:
    """Ties that are not asked about one of their columns."""
    real = need_to_know._tied

    def tied(rows: Any, viewer: Any, spine: Any) -> Any:
        asked = real(rows, viewer, spine)
        asked.query.where.children = [
            child
            for child in asked.query.where.children
            if getattr(child.lhs, "target", None) is None or child.lhs.target.name not in names
        ]
        return asked

    return lambda patch: patch.setattr(need_to_know, "_tied", tied)


def barred_ties_forgotten(patch: Any) -> None:
    real = need_to_know._not_barred

    def only_children(viewer: Any, ties: Any, spine: Any) -> Q:
        return ~Q(**{spine("pupil_id__any"): viewer.barred})

    assert real is not only_children
    patch.setattr(need_to_know, "_not_barred", only_children)


def bars_forgotten_on_actions(patch: Any) -> None:
    """Bars of the thing itself only, not of the entry it belongs to."""

    def not_barred(viewer: Any, ties: Any, spine: Any) -> Q:
        barred = need_to_know.Exists(need_to_know._tied(ties.bars, viewer, spine))
        return ~Q(**{spine("pupil_id__any"): viewer.barred}) & ~Q(barred)

    patch.setattr(need_to_know, "_not_barred", not_barred)


def grants_that_never_end(patch: Any) -> None:
    def granted(viewer: Any, ties: Any, spine: Any) -> Q:
        asked = Q(need_to_know.Exists(need_to_know._tied(ties.grants, viewer, spine)))
        if viewer.elevated:
            return asked
        return asked & ~Q(**{spine("categories__overlap"): sorted(need_to_know.ELEVATED_ONLY)})

    patch.setattr(need_to_know, "_granted", granted)


def in_order(numbers: Any) -> Any:
    """Numbers in hand, or the slot that stands for them in a prepared query."""
    return sorted(numbers) if isinstance(numbers, frozenset) else numbers


def any_category_instead_of_each(patch: Any) -> None:
    patch.setattr(
        need_to_know,
        "_contained",
        lambda spine, numbers: Q(**{spine("categories__overlap"): in_order(numbers)}),
    )


def all_of_a_scope(patch: Any) -> None:
    def through_groups(viewer: Any, spine: Any) -> Q:
        allowed = need_to_know.NOBODY
        for way in viewer.ways:
            allowed |= need_to_know._contained(spine, way.categories)
        return allowed

    patch.setattr(need_to_know, "_through_groups", through_groups)


MUTANTS: dict[str, Callable[[Any], None]] = {
    "not asked: school": without("_in_school"),
    "not asked: bars": without("_not_barred"),
    "not asked: bars from one entry": barred_ties_forgotten,
    "not asked: bars from the entry of an action": bars_forgotten_on_actions,
    "not asked: locks": without("_not_locked"),
    "not asked: grants": without("_granted"),
    "not asked: groups": without("_through_groups"),
    "nobody is granted anything": lambda patch: patch.setattr(
        need_to_know, "_granted", lambda *_: need_to_know.NOBODY
    ),
    "nobody reads through groups": lambda patch: patch.setattr(
        need_to_know, "_through_groups", lambda *_: need_to_know.NOBODY
    ),
    "everybody is elevated": with_viewers(elevated=True),
    "nobody is elevated": with_viewers(elevated=False),
    "grants never end": grants_that_never_end,
    "ties of anybody count": ties_without("staff"),
    "one readable category is enough": any_category_instead_of_each,
    "a scope covers everybody": all_of_a_scope,
    "protected grants need no elevation": lambda patch: patch.setattr(
        need_to_know, "ELEVATED_ONLY", frozenset({99})
    ),
}


@pytest.fixture
def built(db: None) -> list[Built]:
    return [build(oracle.make_world(seed)) for seed in range(60)]


def test_taking_any_clause_out_is_noticed(built: list[Built]) -> None:
    unnoticed = []
    for name, mutate in MUTANTS.items():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(prepared, "_templates", {})
            mutate(patch)
            if not any(disagreements(one) for one in built):
                unnoticed.append(name)
    assert unnoticed == []


def versions_by(order: str) -> Callable[[Any], None]:
    """The newest rule is not the one that counts."""

    def rules_of_person() -> Any:
        held = Holding.objects.filter(
            school_id=OuterRef("school_id"), staff_id=OuterRef(OuterRef("pk")), group=OuterRef("group")
        )
        rules = GroupRule.objects.filter(school_id=OuterRef("school_id")).filter(Exists(held))
        return ArraySubquery(rules.order_by("group", order).distinct("group").values(rule=ruled.RULE))

    return lambda patch: patch.setattr(access, "rules_of_person", rules_of_person)


def every_year_is_ones_own(patch: Any) -> None:
    patch.setattr(access, "_own_years", lambda *_: access._on_the_roll().filter(ruled.covers_years()))


def leavers_make_years(patch: Any) -> None:
    def own_years(*_: Any) -> Any:
        pupils = Pupil.objects.get_queryset().opened("to build viewers")
        taught = pupils.filter(school_id=OuterRef("school_id")).filter(
            Exists(access._taught_by(OuterRef(OuterRef(OuterRef("pk")))))
        )
        return access._on_the_roll().filter(year__in=taught.values("year"))

    patch.setattr(access, "_own_years", own_years)


def own_years_are_forgotten(patch: Any) -> None:
    """Nobody reads through their years."""
    patch.setattr(access, "_own_years", lambda *_: access._on_the_roll().filter(year=99))


def a_rule_counts_for_every_group(patch: Any) -> None:
    """A rule of one of somebody's groups is taken for the others that have none."""
    real = access._viewer

    def viewer(person: Any, **rest: Any) -> Any:
        if person.ruled:
            has = {one["group"] for one in person.ruled}
            more = [{**person.ruled[0], "group": one} for one in person.groups if one not in has]
            person = person._replace(ruled=[*person.ruled, *more])
        return real(person, **rest)

    patch.setattr(access, "_viewer", viewer)


IN_THE_VIEWER: dict[str, Callable[[Any], None]] = {
    "the school's rules are not asked": lambda patch: patch.setattr(
        access, "row_of", lambda group, _: MATRIX[group]
    ),
    "the first rule counts for ever": versions_by("version"),
    "one group's rule counts for another": a_rule_counts_for_every_group,
    "heads can be narrowed, by the letter of a rule": lambda patch: patch.setattr(
        ruled, "within_bounds", lambda _, row: row
    ),
    "every year is one's own": every_year_is_ones_own,
    "whoever covers a child opens its page": lambda patch: patch.setattr(
        Viewer, "can", lambda self, power: power is Power.OPEN_CHILD or power in self.powers
    ),
    "nobody has a year": own_years_are_forgotten,
    "leavers make a year one's own": leavers_make_years,
}


def test_taking_anything_out_of_making_the_viewer_is_noticed(db: None) -> None:
    unnoticed = []
    for name, mutate in IN_THE_VIEWER.items():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(prepared, "_templates", {})
            mutate(patch)
            if not any(disagreements(build(oracle.make_world(seed))) for seed in range(120)):
                unnoticed.append(name)
    assert unnoticed == []


def ended_bars_stand(patch: Any) -> None:
    real = doorways.ties
    patch.setattr(doorways, "ties", lambda: replace(real(), bars=doorways._tie_rows("EntryBar")))


MUTANTS["bars from an entry never end"] = ended_bars_stand


def anybodys(rows: Any) -> Any:
    """Ties of the whole school, not of the person alone."""
    return rows.filter(school_id=OuterRef("school_id"))


def named_or_not() -> Any:
    return Lock.objects.to_build_viewers().filter(school_id=OuterRef("school_id"), ended_at=None)


def locks_that_never_end() -> Any:
    named = Named.objects.to_build_viewers().filter(
        school_id=OuterRef("school_id"), lock_id=OuterRef("pk"), staff_id=OuterRef(OuterRef("pk"))
    )
    return Lock.objects.to_build_viewers().filter(school_id=OuterRef("school_id")).filter(~Exists(named))


def openings(**left: Any) -> Callable[[Any], Any]:
    return lambda at: access._of_person(Opening.objects.to_build_viewers().filter(**left))


VIEWER_MUTANTS: dict[str, tuple[str, Any]] = {
    "bars from a child never end": ("_bars", lambda: access._of_person(Bar.objects.to_build_viewers())),
    "bars from a child do not count": (
        "_bars",
        lambda: access._of_person(Bar.objects.to_build_viewers().filter(why="none")),
    ),
    "locks never end": ("_locks_without", locks_that_never_end),
    "locks shut out those they name": ("_locks_without", named_or_not),
    "openings do not count": ("_openings", lambda at: openings(school_id=None)(at)),
    "openings are never over": ("_openings", openings(ended_at=None)),
    "openings cannot be ended": ("_openings", lambda at: openings(ends_at__gt=at)(at)),
    "openings of anybody count": (
        "_openings",
        lambda at: anybodys(Opening.objects.to_build_viewers().filter(ended_at=None, ends_at__gt=at)),
    ),
}


@pytest.mark.parametrize("name", VIEWER_MUTANTS)
def test_a_viewer_made_without_a_tie_is_noticed(
    name: str, built: list[Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "_templates", {})
    monkeypatch.setattr(access, *VIEWER_MUTANTS[name])
    wrong = [replace(one, viewer=viewer_of(one.user_id, one.world, one.here)) for one in built]
    assert any(disagreements(one) for one in wrong)


def test_nobody_with_an_opening_reads_past_a_bar_or_a_lock() -> None:
    """The worlds hold the case, so that the filter is asked about it."""
    children = [child for seed in range(WORLDS) for child in oracle.make_world(seed).children]
    running = [child for child in children if child.opening == "running"]
    assert any(child.barred and not child.bar_ended for child in running)
    assert any(child.locked and not child.lock_ended and not child.named for child in running)


@pytest.mark.parametrize("model", [Incident, Alert])
def test_what_hangs_on_the_spine_is_seen_as_the_spine_is(model: Any, town: Town) -> None:
    readable, hidden = town.entry(about="maisie"), town.entry(about="kacper", token=uuid7())
    viewer = replace(town.viewer(LEAD), barred=frozenset({town.pupils["kacper"]}))
    with schools(town.oakfield):
        seen = set(model.objects.seen_by(viewer).values_list("item_id", flat=True))
    assert readable in seen
    assert hidden not in seen

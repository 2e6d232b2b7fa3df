"""Shut tables stay shut, whichever way they are asked."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery

from heed.access.models import Bar
from heed.alerts.models import Alert
from heed.incidents.models import Incident, KeptWords
from heed.pupils.models import Contact, NameKey, Pupil, SchoolClass, Teaching
from heed.records.models import Grant, Item
from heed.staff.models import Signature, Staff
from heed.tenancy.scope import schools
from heed.tenancy.shut import Shut, opened_for
from tests.cast import LEAD, LEAD_WHO_IS_THE_PARENT, Town

SHUT = [model for model in apps.get_models() if getattr(model, "shut", False)]

WAYS: dict[str, Callable[[], Any]] = {
    "a list": lambda: list(Item.objects.all()),
    "a filter": lambda: list(Item.objects.filter(number=1)),
    "one row": lambda: Item.objects.get(number=1),
    "the first row": lambda: Item.objects.first(),
    "a count": lambda: Item.objects.count(),
    "whether there is any": lambda: Item.objects.exists(),
    "figures": lambda: Item.objects.aggregate(Count("id")),
    "values": lambda: list(Item.objects.values("number")),
    "a list of values": lambda: list(Item.objects.values_list("number", flat=True)),
    "row by row": lambda: list(Item.objects.iterator()),
    "many by key": lambda: Item.objects.in_bulk(),
    "dates": lambda: list(Item.objects.datetimes("occurred_at", "month")),
    "an update": lambda: Item.objects.update(number=1),
    "a deletion": lambda: Item.objects.filter(number=1).delete(),
    "a union": lambda: list(Item.objects.all().union(Item.objects.all())),
    "the base manager": lambda: list(Item._base_manager.all()),
    "the default manager": lambda: list(Item._default_manager.all()),
    "a lock": lambda: list(Item.objects.select_for_update()),
    "within Exists": lambda: list(
        Staff.objects.filter(Exists(Item.objects.filter(school_id=OuterRef("school_id"))))
    ),
    "within a sub-select": lambda: list(
        Staff.objects.annotate(n=Subquery(Item.objects.values("number")[:1]))
    ),
    "within IN": lambda: list(Signature.objects.filter(pk__in=Item.objects.values("signature_id"))),
    "what hangs on it": lambda: list(Incident.objects.all()),
    "a join from what hangs on it": lambda: list(Incident.objects.filter(item__number=1)),
    "a prefetch": lambda: list(Staff.objects.prefetch_related(Prefetch("item_set", Item.objects.all()))),
    "children": lambda: list(Pupil.objects.all()),
    "names": lambda: list(NameKey.objects.all()),
    "contacts": lambda: list(Contact.objects.all()),
    "grants": lambda: list(Grant.objects.all()),
    "bars": lambda: list(Bar.objects.all()),
    "alerts with their entries": lambda: list(Alert.objects.select_related("item")),
    "somebody's kept words": lambda: list(KeptWords.objects.all()),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_in_without_a_doorway(way: str, town: Town) -> None:
    town.entry()
    expected = (Shut, AttributeError) if way == "a prefetch" else Shut  # there is no way back to walk at all
    with schools(town.oakfield), pytest.raises(expected):
        WAYS[way]()


def test_a_forward_link_is_a_way_in_too(town: Town) -> None:
    item = town.entry()
    with schools(town.oakfield):
        alert = Alert.objects.seen_by(town.viewer(LEAD)).filter(item_id=item).first()
        with pytest.raises(Shut):
            _ = alert.item


def test_refreshing_a_row_is_a_way_in_too(town: Town) -> None:
    item = town.entry()
    with schools(town.oakfield):
        row = Item.objects.seen_by(town.viewer(LEAD)).get(pk=item)
        with pytest.raises(Shut):
            row.refresh_from_db()


def test_a_doorway_opens(town: Town) -> None:
    item = town.entry()
    with schools(town.oakfield):
        assert Item.objects.seen_by(town.viewer(LEAD)).filter(pk=item).exists()
        assert not Item.objects.seen_by(town.viewer(LEAD_WHO_IS_THE_PARENT)).filter(pk=item).exists()


def test_what_was_seen_cannot_be_widened(town: Town) -> None:
    with schools(town.oakfield):
        seen, everything = Item.objects.seen_by(town.viewer(LEAD)), Item.objects.all()
        for widened in (lambda: seen | everything, lambda: everything | seen, lambda: seen ^ everything):
            with pytest.raises(Shut):
                widened()
        with pytest.raises(Shut):
            list(seen.union(everything))


def test_a_data_migration_may_say_why(town: Town) -> None:
    with schools(town.oakfield), opened_for("count the entries"):
        assert Item.objects.count() >= 0


def holders_left_open() -> list[str]:
    """Tables that point at a shut table and are not shut themselves: a join from them would be a way in."""
    return [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and getattr(field.related_model, "shut", False)
        and not getattr(model, "shut", False)
    ]


def test_whatever_points_at_a_shut_table_is_shut() -> None:
    assert holders_left_open() == []
    assert len(SHUT) >= 12


def test_nobody_can_walk_back_from_an_open_table_into_a_shut_one() -> None:
    for model in (Staff, Signature, SchoolClass, Teaching):
        assert [one.name for one in model._meta.related_objects] == []


# Where a doorway may be cut. Everything else goes through `seen_by`, `named_to`, `for_job` and their like.
DOORWAYS = {
    "heed/tenancy/shut.py": "the mark itself",
    "heed/tenancy/models.py": "a row already in hand is written back",
    "heed/records/doorways.py": "the doorways of the spine",
    "heed/records/actions.py": "one's own grant, set to end; grants opened again",
    "heed/alerts/doorways.py": "alerts by themselves, to tell again and to mail",
    "heed/pupils/models.py": "the doorways to children",
    "heed/pupils/queries.py": "the class of one child, for its teachers",
    "heed/access/models.py": "bars and locks, to end one",
    "heed/access/queries.py": "children of own classes, to build viewers",
    "heed/incidents/models.py": "one's own kept words",
    "heed/guarding/doorways.py": "notices: one's own, and those to mail",
}


def cut_elsewhere(root: Path) -> list[str]:
    files = sorted(root.glob("heed/**/*.py"))
    return [
        str(file.relative_to(root))
        for file in files
        if ".opened(" in file.read_text(encoding="utf-8") and str(file.relative_to(root)) not in DOORWAYS
    ]


def test_doorways_are_cut_only_where_they_are_known() -> None:
    assert cut_elsewhere(settings.ROOT) == []


def test_a_doorway_cut_elsewhere_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "heed" / "home" / "queries.py"
    file.parent.mkdir(parents=True)
    file.write_text("rows = Item.objects.get_queryset().opened('me')\n")
    assert cut_elsewhere(tmp_path) == ["heed/home/queries.py"]


BY_HAND = re.compile(r"\.raw\(|\.extra\(|RawSQL|cursor\(\)")
HAND_WRITTEN = {
    "heed/tenancy/scope.py": "SET LOCAL",
    "heed/tenancy/roles.py": "grants",
    "heed/tenancy/operations.py": "migrations",
    "heed/config/health.py": "select 1",
    "heed/config/figures/asked.py": "how many connections there are",
    "heed/config/deploy/server.py": "what the server is set to",
    "heed/config/deploy/role.py": "what the runtime role may",
    "heed/config/deploy/walls.py": "whether the walls stand, by the catalogue",
    "heed/config/backups/writing.py": "counts of rows, past the walls, by a command of the operator",
    "heed/config/backups/reading.py": "whether a database is empty",
    "heed/config/backups/proving.py": "counts and rights after a restore",
    "heed/jobs/tasks.py": "jobs that are done",
}


def test_sql_by_hand_stands_only_where_it_is_known() -> None:
    """The compiler cannot look into it."""
    found = [
        str(file.relative_to(settings.ROOT))
        for file in sorted((settings.ROOT / "heed").glob("**/*.py"))
        if BY_HAND.search(file.read_text(encoding="utf-8")) and "/lib/" not in str(file)
    ]
    assert set(found) <= set(HAND_WRITTEN)


def test_the_school_setting_is_named_to_the_database_in_one_place() -> None:
    found = [
        str(file.relative_to(settings.ROOT))
        for file in sorted((settings.ROOT / "heed").glob("**/*.py"))
        if re.search(r"SET LOCAL heed|set_config", file.read_text(encoding="utf-8"))
    ]
    assert [one for one in found if one != "heed/tenancy/scope.py"] == []

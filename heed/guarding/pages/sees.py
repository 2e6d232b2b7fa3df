"""What a colleague sees, as a list."""

from dataclasses import dataclass

from django.urls import reverse

from heed.guarding.queries.sees import Preview, Sees
from heed.incidents.pages.parts import category_words, entry_url
from heed.lib.clock import moment_words
from heed.records.queries import CategoryChoice, categories_of
from heed.staff.queries import Colleague
from heed.who.need_to_know import Through
from heed.who.viewer import Viewer

THROUGH = {
    Through.GROUPS: "Through a group",
    Through.OPENING: "Opened without a DSL",
    Through.GRANT: "Told, shared or written",
}


@dataclass(frozen=True, slots=True)
class SeesRow:
    """One entry they could read."""

    url: str
    number: int
    child: str
    where: str
    categories: str
    through: str
    when: str
    moment: str


@dataclass(frozen=True, slots=True)
class SeesPage:
    """The preview."""

    name: str
    role: str
    nothing: str | None
    with_step: int
    by_password: int
    children: int
    rows: tuple[SeesRow, ...]
    back_url: str


def sees_page(viewer: Viewer, person: Colleague, found: Preview | None) -> SeesPage:
    """The page as it stands."""
    categories = categories_of(viewer.school_id)
    return SeesPage(
        name=person.name,
        role=person.role,
        nothing=None if found else f"{person.name} has no account, or it is closed.",
        with_step=found.elevated if found else 0,
        by_password=found.by_password if found else 0,
        children=found.children if found else 0,
        rows=tuple(_row(one, categories, viewer) for one in found.rows) if found else (),
        back_url=reverse("guarding:why"),
    )


def _row(one: Sees, categories: dict[int, CategoryChoice], viewer: Viewer) -> SeesRow:
    return SeesRow(
        url=entry_url(one.id),
        number=one.number,
        child=one.child.name,
        where=one.child.where,
        categories=", ".join(category_words(one.categories, categories)),
        through=THROUGH[one.through],
        when="With the second step only" if one.only_elevated else "With a password too",
        moment=moment_words(one.recorded_at, viewer.at),
    )

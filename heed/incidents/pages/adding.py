"""The page on which an incident is added."""

from dataclasses import dataclass
from uuid import UUID

from heed.access.queries import leads_of
from heed.alerts.queries import Audience, audience_of
from heed.incidents.pages import parts
from heed.incidents.pages.parts import Lead, Reader, Told
from heed.incidents.pages.unsent import Unsent, stash
from heed.incidents.queries import Kept
from heed.incidents.stamps import Stamp, again
from heed.lib.clock import day_words, london
from heed.lib.names import folded, initials
from heed.pupils.queries import Child, enough_letters
from heed.records.queries import CategoryChoice
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ChosenChild:
    """The child an entry will be about, shown large."""

    id: UUID
    initials: str
    name: str
    where: str
    alike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A child to choose; the date of birth only to tell alike names apart."""

    id: UUID
    name: str
    where: str
    born: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a search for a child found."""

    asked: str
    matches: tuple[Match, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class AddPage:
    """Everything around the form."""

    leads: tuple[Lead, ...]
    stash: str | None
    child: ChosenChild | None
    finding: Finding
    told: tuple[Told, ...]
    readers: tuple[Reader, ...]
    send_label: str
    already_sent: str | None
    meanings: dict[str, str]
    late: bool
    unsent: tuple[Unsent, ...] = ()
    """Other forms of this person that are not sent."""


NOTHING_ASKED = Finding("", (), None)
TOO_FEW = "Type at least three letters of the name."


def adding(
    viewer: Viewer,
    *,
    choices: tuple[CategoryChoice, ...],
    child: Child | None,
    categories: frozenset[int],
    alike: tuple[Child, ...] = (),
    finding: Finding = NOTHING_ASKED,
    kept: Kept | None = None,
    already_sent: str | None = None,
    late: bool = False,
) -> AddPage:
    """The page as it stands: who is chosen, and whom sending would tell."""
    audience = audience_of(viewer, child.id, categories) if child and categories else Audience((), ())
    return AddPage(
        leads=parts.leads(leads_of(viewer.school_id, on=london(viewer.at).date())),
        stash=stash(viewer, kept) if kept else None,
        child=_chosen(child, alike) if child else None,
        finding=finding,
        told=parts.told(audience),
        readers=parts.readers(audience.readers),
        send_label=_send_label(len(audience.told)),
        already_sent=already_sent,
        meanings={str(choice.number): choice.meaning for choice in choices},
        late=late,
    )


def found(asked: str, children: tuple[Child, ...]) -> Finding:
    """The children found, or why there are none."""
    names = [folded(child.name) for child in children]
    matches = tuple(
        Match(
            child.id,
            child.name,
            child.where,
            f"Born {day_words(child.born_on)}" if names.count(folded(child.name)) > 1 else None,
        )
        for child in children
    )
    return Finding(asked, matches, _note(asked, len(children)))


def kept(viewer: Viewer, stamp: Stamp) -> dict[str, str]:
    """What the page says beside the button, and the stamp that goes on from here."""
    return {"kept": f"Kept at {london(viewer.at):%H:%M}", "stamp": again(viewer, stamp)}


def _note(asked: str, number: int) -> str | None:
    if not asked.strip() or not enough_letters(asked):
        return TOO_FEW
    if not number:
        return "Nobody on the roll has a name that begins like this. Try another part of the name."
    if number == 8:
        return "These are the first eight. Type more of the name to see others."
    return None


def _chosen(child: Child, alike: tuple[Child, ...]) -> ChosenChild:
    others = tuple(
        f"There is also {other.name} in {other.where}, born {day_words(other.born_on)}."
        if folded(other.name) == folded(child.name)
        else f"There is also {other.name} in {other.where}."
        for other in alike
    )
    return ChosenChild(child.id, initials(child.name), child.name, child.where, others)


def _send_label(told: int) -> str:
    return "Send" if not told else f"Send to {told} {'person' if told == 1 else 'people'}"

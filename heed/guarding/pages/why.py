"""Why somebody can, or cannot, see something; and what their groups read."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from heed.access.matrix import Scope
from heed.access.queries import groups_reading, reads_by_group
from heed.guarding.forms import Doing
from heed.guarding.pages.entry import grant_words
from heed.guarding.pages.parts import Choice, choices
from heed.guarding.queries import entries, sees
from heed.guarding.rules.asking import Answer, Known, answers, verdict
from heed.incidents.pages.parts import category_words
from heed.incidents.queries import Entry
from heed.lib.clock import london
from heed.pupils.queries import Child
from heed.records.queries import CategoryChoice, categories_of
from heed.staff.queries import Colleague, colleagues
from heed.who.need_to_know import opens_child, steps_of
from heed.who.powers import Power
from heed.who.viewer import Viewer

NO_ACCOUNT = "has no account, or it is closed: they can sign in nowhere and see nothing."


@dataclass(frozen=True, slots=True)
class Explained:
    """The answer: one sentence, then each step."""

    verdict: str
    steps: tuple[Answer, ...]
    also: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """The question, and the answer when one was asked."""

    people: tuple[Choice, ...]
    form: Doing
    chosen: str
    number: str
    child: str | None
    child_id: UUID | None
    may_ask_all: bool
    answer: Explained | None
    sees_url: str | None


def why_page(
    viewer: Viewer, form: Doing, *, child: Child | None = None, answer: Explained | None = None
) -> WhyPage:
    """The page as it stands."""
    chosen = str(form["staff_id"].value() or "")
    may = viewer.can(Power.EXPLAIN)
    return WhyPage(
        people=choices(colleagues(viewer.school_id, on=london(viewer.at).date()), but=None),
        form=form,
        chosen=chosen,
        number=str(form["number"].value() or ""),
        child=child.name if child else None,
        child_id=child.id if child else None,
        may_ask_all=may,
        answer=answer,
        sees_url=reverse("guarding:sees", args=[chosen]) if answer and may else None,
    )


def about_entry(viewer: Viewer, person: Colleague, entry: Entry) -> Explained:
    """Why this colleague can, or cannot, read this entry."""
    assert entry.facts is not None, "loaded for reading"
    as_they_are = sees.as_they_are(viewer, person.id, elevated=True)
    if as_they_are is None:
        return Explained(f"{person.name} {NO_ACCOUNT}", ())
    known = _known(viewer, as_they_are, entry)
    steps = steps_of(as_they_are, entry.facts)
    plain = sees.as_they_are(viewer, person.id, elevated=False)
    assert plain is not None, "the same account"
    before = steps_of(plain, entry.facts)
    also = None
    if steps.through and not before.through:
        also = f"With a password alone: {_small(verdict(before, known))}"
    return Explained(verdict(steps, known), answers(steps, known), also)


def about_child(viewer: Viewer, person: Colleague, child: Child) -> Explained:
    """Why this colleague can, or cannot, open this child's page, and what of it they read."""
    them = sees.as_they_are(viewer, person.id, elevated=True)
    if them is None:
        return Explained(f"{person.name} {NO_ACCOUNT}", ())
    categories = categories_of(viewer.school_id)
    opens = opens_child(them, child.id)
    reading = [
        Answer(
            choice.name,
            ", ".join(f"as {group.words}" for group in groups_reading(them, child.id, number))
            or "No group reads it",
            bool(groups_reading(them, child.id, number)),
        )
        for number, choice in categories.items()
    ]
    said = f"{person.name} {'can' if opens else 'cannot'} open {child.name}’s record"
    return Explained(f"{said}{_why_child(them, child, opens=opens)}.", (*_ties(them, child), *reading))


def about_person(viewer: Viewer, person: Colleague) -> Explained:
    """What this colleague's groups read, and of how many children. Names no child and no entry."""
    them = sees.as_they_are(viewer, person.id, elevated=True)
    if them is None:
        return Explained(f"{person.name} {NO_ACCOUNT}", ())
    categories = categories_of(viewer.school_id)
    covered = sees.children_covered(viewer, them)
    reach = "every child" if covered is None else f"{covered} {'child' if covered == 1 else 'children'}"
    rows = tuple(
        Answer(
            f"{group.words[:1].upper()}{group.words[1:]}",
            f"{_reads(reads, categories)}. Of {_SCOPES[scope]}",
            bool(reads),
        )
        for group, reads, scope, _ in reads_by_group(them)
    )
    grouped = bool(them.groups)
    words = (
        f"{person.name} reads through their groups what stands below, of {reach}, once signed in with the second step"
        if grouped
        else f"{person.name} is in no group, so reads only what they are told of"
    )
    told = Answer("What they are told of", "They read each such entry, and nothing else of the file", True)
    return Explained(f"{words}.", (*rows, told))


_SCOPES = {
    Scope.WHOLE_SCHOOL: "the whole school",
    Scope.OWN_CLASSES: "their own classes",
    Scope.ONE_TO_ONE: "the children they work with one to one",
    Scope.NOBODY: "no child",
}


def _reads(reads: frozenset[int], categories: dict[int, CategoryChoice]) -> str:
    if not reads:
        return "Reads no category"
    missing = [choice.name for number, choice in categories.items() if number not in reads]
    if not missing:
        return "Reads every category"
    if len(missing) <= 3:
        return f"Reads all but {' and '.join(missing)}"
    return "Reads " + ", ".join(category_words(tuple(sorted(reads)), categories))


def _known(viewer: Viewer, them: Viewer, entry: Entry) -> Known:
    names = categories_of(viewer.school_id)
    held = [one for one in entries.grants_to(viewer, entry.id) if one.staff_id == them.staff_id]
    shares = {one.staff_id: one for one in entries.shares_of(viewer, entry.id) if one.lasts(viewer.at)}
    share = shares.get(them.staff_id) if them.staff_id else None
    return Known(
        name=them.name,
        what=f"entry {entry.number}",
        grants=tuple(_small(grant_words(one, viewer, share)) for one in held),
        reading=tuple(
            (names[number].name, tuple(group.words for group in groups_reading(them, entry.child.id, number)))
            for number in names
            if number in entry.categories
        ),
    )


def _why_child(them: Viewer, child: Child, *, opens: bool) -> str:
    if child.id in them.barred:
        return ": they are kept from this child, and that stands before everything else"
    if child.id in them.locked_out:
        return ": the record is locked, and they are not named"
    if not opens:
        return ": none of their groups covers this child. What they are told of, they read all the same"
    if them.opened and them.opened.pupil_id == child.id:
        return " for now: they opened it for an hour, without a DSL"
    return ", once signed in with their second step"


def _ties(them: Viewer, child: Child) -> tuple[Answer, ...]:
    barred, locked = child.id in them.barred, child.id in them.locked_out
    return (
        Answer(
            "Kept from the child", "Yes. That stands before everything else" if barred else "No", not barred
        ),
        Answer(
            "Record locked to others",
            "Yes: the record is locked and does not name them" if locked else "No",
            not locked,
        ),
    )


def _small(words: str) -> str:
    first = words.split(" ", 1)[0]
    return (
        words
        if first[1:2].isupper() or (first.istitle() and first not in _ORDINARY)
        else words[:1].lower() + words[1:]
    )


_ORDINARY = {"Told", "Shared", "They"}

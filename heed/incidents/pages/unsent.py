"""Forms that are not sent yet, as their writer finds them again."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from heed.incidents.queries import Kept, drafts, numbers_of
from heed.lib.clock import moment_words, within_sentence
from heed.pupils.queries import children_named
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Unsent:
    """One form: when it was kept last, and about whom if that may still be shown to its writer."""

    url: str
    when: str
    what: str


@dataclass(frozen=True, slots=True)
class LeftWords:
    """Words whose form cannot be shown any more."""

    when: str
    words: tuple[str, ...]


def unsent(viewer: Viewer, *, but: Kept | None = None) -> tuple[Unsent, ...]:
    """This person's forms that are not sent, the newest first; `but` is the one in hand."""
    found = [one for one in drafts(viewer) if but is None or one.token != but.token]
    children = children_named(viewer, ids) if (ids := {one.pupil_id for one in found if one.pupil_id}) else {}
    numbers = numbers_of(viewer, about) if (about := {one.about for one in found if one.about}) else {}
    rows = []
    for one in found:
        child = children.get(one.pupil_id) if one.pupil_id else None
        number = numbers.get(one.about) if one.about else None
        what = f"Action on entry {number}" if number else "Action" if one.about else "Incident"
        rows.append(_row(one, f"{what}: {child.name}" if child else what, viewer))
    return tuple(rows)


def left_words(viewer: Viewer, kept: Kept) -> LeftWords:
    """The words of an action whose entry its writer may not read any more: theirs to copy, and nothing else."""
    return LeftWords(_when(kept, viewer), tuple(_written(kept.typed.get("done", ()))))


def stash(viewer: Viewer, kept: Kept) -> str:
    """What stands above a form that is filled with kept words."""
    return (
        f"Your words from {within_sentence(moment_words(kept.kept_at, viewer.at))} are here. "
        "Only you see them. They are not sent yet."
    )


def _row(one: Kept, what: str, viewer: Viewer) -> Unsent:
    return Unsent(reverse("incidents:draft", args=[one.token]), _when(one, viewer), what)


def _when(kept: Kept, viewer: Viewer) -> str:
    return within_sentence(moment_words(kept.kept_at, viewer.at))


def _written(values: Iterable[str]) -> Iterable[str]:
    return (value for value in values if value.strip())

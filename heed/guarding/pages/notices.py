"""What Home tells of who sees what."""

from dataclasses import dataclass

from django.urls import reverse

from heed.guarding.kinds import NoticeKind
from heed.guarding.pages.parts import guarding_url
from heed.guarding.queries.notices import Told, notices_for
from heed.lib.clock import london, moment_words
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice, in words."""

    title: str
    words: str
    moment: str
    url: str
    link: str
    read_url: str


def notices(viewer: Viewer) -> tuple[NoticeRow, ...]:
    """What waits for this person about who sees what, oldest first."""
    return tuple(_row(one, viewer) for one in notices_for(viewer))


def _row(one: Told, viewer: Viewer) -> NoticeRow:
    title, words, url, link = _WORDS[one.kind](one)
    return NoticeRow(
        title=title,
        words=words,
        moment=moment_words(one.made_at, viewer.at),
        url=url,
        link=link,
        read_url=reverse("guarding:read", args=[one.id]),
    )


def _opened(one: Told) -> tuple[str, str, str, str]:
    assert one.child, "an opening is of a child"
    until = f"{london(one.until):%H:%M}" if one.until else ""
    return (
        f"{one.by} opened {one.child.name}’s record without a DSL",
        f"Until {until}, every category of it. Reason: {one.said}",
        guarding_url(one.child.id),
        "See who can see this record",
    )


def _declared(one: Told) -> tuple[str, str, str, str]:
    assert one.child, "a declaration is of a child"
    return (
        f"{one.by}, says that {one.child.name} is a child of their family",
        "They are kept from this record since then. Look at it, and confirm it or turn it down.",
        reverse("guarding:overview"),
        "Look at it",
    )


def _decided(one: Told) -> tuple[str, str, str, str]:
    what = "It is confirmed." if one.confirmed else f"It does not stand. {one.said}"
    return (
        f"{one.by or 'A DSL'} looked at what you said of a child of your family",
        what,
        reverse("guarding:own"),
        "Your children at this school",
    )


_WORDS = {
    NoticeKind.OPENED: _opened,
    NoticeKind.DECLARED: _declared,
    NoticeKind.DECIDED: _decided,
}

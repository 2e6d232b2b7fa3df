"""Writes one entry: a scene, told of one child on one day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from heed.demo.shapes import SampleStaff
from heed.demo.tales.after import followed
from heed.demo.tales.colleagues import someone
from heed.demo.tales.days import at_time_of, next_school_day, pe_day
from heed.demo.tales.endings import LATE
from heed.demo.tales.memory import Memory, NoFit
from heed.demo.tales.places import place_of
from heed.demo.tales.script import Scene
from heed.demo.tales.subject import Adult, Stage, Subject
from heed.demo.tales.tale import Tale
from heed.demo.tales.voice import Voice
from heed.lib.clock import from_london, london

LEFT_OUT = {"2": 0.2, "3": 0.45, "4": 0.5, "&": 0.0, '"': 0.4, ">": 0.25}
"""How often a part is left out where nothing says that it must be there."""

_BREAKS = ((10, 31, 10, 46), (12, 8, 12, 58), (15, 34, 17, 12))
"""When class teachers write: hours and minutes between which they are free."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a scribe writes at: the moment from which everything is counted back, and what has been said."""

    now: datetime
    memory: Memory


def written(
    desk: Desk,
    scene: Scene,
    subject: Subject,
    day: date,
    rng: Random,
    *,
    cast: dict[str, Adult] | None = None,
    away: frozenset[str] = frozenset(),
) -> Tale:
    """One entry with all that came of it.

    Raises:
        NoFit: when this scene cannot be told of this child on this day, or has been told too often.
    """
    stage = subject.stage(day)
    if stage is None or not scene.fits(stage.year, day.month):
        raise NoFit
    if scene.when == "pe" and day.weekday() != pe_day(stage.class_name):
        raise NoFit
    writer = someone(rng.choice(scene.by), subject, stage, None, rng)
    at = from_london(day, *at_time_of(scene.when, rng, day.weekday()))
    place = place_of(scene.place, stage, rng)
    voice = Voice(subject, stage, writer, london(at), place, rng, desk.memory, cast or {}, away)
    tale = _told(scene, voice, desk.now)
    tale = followed(tale, scene, voice, desk.now)
    voice.commit()
    return tale


def _told(scene: Scene, voice: Voice, now: datetime) -> Tale:
    """The entry as its writer sends it."""
    numbers = [key for key in "1234" if key == "1" or _is_there(scene, key, voice.rng)]
    apart = scene.parts["&"] if _is_there(scene, "&", voice.rng) else ()
    account = _account(scene, numbers, apart, voice)
    precision = _precision(scene, voice)
    child_words = _optional(scene, _child_words_of(scene, voice.stage), voice)
    already_done = _optional(scene, ">", voice)
    recorded, reason = _recorded(scene, voice, now)
    return Tale(
        child=voice.subject.child.key,
        writer=voice.writer.email,
        categories=scene.categories,
        occurred_at=voice.at,
        recorded_at=recorded,
        precision=precision,
        place=voice.place,
        account=account,
        child_words=f"“{child_words}”" if child_words else "",
        already_done=already_done,
        late_reason=reason,
        class_name=voice.stage.class_name,
    )


def _account(scene: Scene, numbers: list[str], apart: tuple[str, ...], voice: Voice) -> str:
    """All of these sentences, or only the first where the others have been used up."""
    try:
        return voice.text(*(scene.parts[key] for key in numbers), apart=apart)
    except NoFit:
        return voice.text(scene.parts["1"])


def _precision(scene: Scene, voice: Voice) -> str:
    if scene.when in {"lesson", "morning", "afternoon", "break", "lunch", "pe"} and voice.rng.random() < 0.55:
        voice.at = voice.at.replace(minute=voice.at.minute // 5 * 5)
        return "about"
    return "exact"


def _child_words_of(scene: Scene, stage: Stage) -> str:
    """The mark of the words that are right for the age."""
    own = '"y' if stage.year <= 2 else '"o'
    return own if own in scene.parts else '"'


def _is_there(scene: Scene, key: str, rng: Random) -> bool:
    if key not in scene.parts:
        return False
    return scene.sure or key in scene.always or rng.random() >= LEFT_OUT[key[0]]


def _optional(scene: Scene, key: str, voice: Voice) -> str:
    """This part, if it is there; left out too when all its ways have been used, unless it never may be."""
    if not _is_there(scene, key, voice.rng):
        return ""
    try:
        return voice.text(scene.parts[key])
    except NoFit:
        if key in scene.always:
            raise
        return ""


def _recorded(scene: Scene, voice: Voice, now: datetime) -> tuple[datetime, str]:
    """When it was written down, and the reason when that was more than a day later."""
    rng, day = voice.rng, voice.at.date()
    ready = voice.at + timedelta(minutes=voice.latest + 4)
    if "~" in scene.parts or (not scene.sure and rng.random() < 0.03):
        return _late(scene, voice, now)
    if rng.random() < 0.06 and day.weekday() < 4:
        tomorrow = next_school_day(day)
        morning = from_london(tomorrow, 8, rng.randint(0, 25))
        if london(morning) - voice.at < timedelta(hours=24) and morning < now:
            return morning, ""
    return min(_same_day(voice.writer, ready, rng), now), ""


def _same_day(writer: SampleStaff, ready: datetime, rng: Random) -> datetime:
    teaches = "teacher" in writer.groups and "deputy" not in writer.groups
    if teaches and ready.hour < 17:
        spans = [
            (ready.replace(hour=h1, minute=m1), ready.replace(hour=h2, minute=m2))
            for h1, m1, h2, m2 in _BREAKS
        ]
        free = [(max(first, ready), last) for first, last in spans if last > ready]
        first, last = free[0] if rng.random() < 0.6 else free[-1]
        return _between(first, last, rng)
    quick = set(writer.groups) & {"office"}
    lag = rng.randint(2, 16) if quick else rng.randint(6, 95)
    latest = ready.replace(hour=17, minute=40)
    return max(min(ready + timedelta(minutes=lag), latest), ready)


def _late(scene: Scene, voice: Voice, now: datetime) -> tuple[datetime, str]:
    day = next_school_day(next_school_day(voice.at.date()))
    at = from_london(day, voice.rng.randint(8, 9), voice.rng.randint(0, 59))
    if at >= now:
        return min(
            _same_day(voice.writer, voice.at + timedelta(minutes=voice.latest + 4), voice.rng), now
        ), ""
    return at, voice.text(scene.parts.get("~", LATE))


def _between(first: datetime, last: datetime, rng: Random) -> datetime:
    return first + timedelta(minutes=rng.randint(0, int((last - first).total_seconds() // 60)))

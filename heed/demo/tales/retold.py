"""The hundred hand-written stories, with the days and times on which they fall."""

from datetime import date, datetime, timedelta

from heed.demo.stories import Story, all_stories
from heed.demo.stories.endings import ENDINGS
from heed.demo.stories.writers import GARETH_PROBERT, HELEN_MARSH
from heed.demo.tales.days import next_school_day
from heed.demo.tales.tale import Tale, Turn
from heed.demo.terms import school_days_before
from heed.lib.clock import from_london, london

PRECISIONS = {"exact": "exact", "about": "about", "morning of": "part"}


def retold(now: datetime) -> tuple[Tale, ...]:
    """Every hand-written story, counted back from now."""
    return tuple(_retold(story, now) for story in all_stories())


def _retold(story: Story, now: datetime) -> Tale:
    day = school_days_before(london(now).date(), story.school_days_ago)
    occurred = from_london(day, story.at.hour, story.at.minute)
    recorded = occurred + timedelta(minutes=story.minutes_later)
    read = min(recorded + timedelta(minutes=40), now)
    return Tale(
        child=story.child,
        writer=story.writer,
        categories=story.categories,
        occurred_at=occurred,
        recorded_at=recorded,
        precision=PRECISIONS[story.precision],
        place=story.place,
        account=story.account,
        child_words=story.child_words,
        already_done=story.already_done,
        late_reason=story.late_reason,
        reads=tuple((email, read) for email in story.read_by),
        turns=_turns(story, read, now),
    )


def _turns(story: Story, read: datetime, now: datetime) -> tuple[Turn, ...]:
    """Taken by the school's DSL once it was read, and then as it ended."""
    ending = ENDINGS.get((story.child, story.school_days_ago))
    taken = read + timedelta(minutes=5)
    if ending is None or taken >= now:
        return ()
    by = HELEN_MARSH if story.writer.endswith("@oakfield.example") else GARETH_PROBERT
    turns = (Turn(by=by, at=taken, did="take"),)
    at = from_london(_days_later(london(taken).date(), ending.after), 15, 50)
    if ending.did == "take" or at <= taken or at >= now:
        return turns
    return (*turns, Turn(by=by, at=at, did=ending.did, said=ending.said))


def _days_later(day: date, school_days: int) -> date:
    for _ in range(school_days):
        day = next_school_day(day)
    return day

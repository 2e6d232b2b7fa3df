"""The hundred hand-written stories, with the days and times on which they fall."""

from datetime import datetime, timedelta

from heed.demo.stories import Story, all_stories
from heed.demo.tales.tale import Tale
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
    )

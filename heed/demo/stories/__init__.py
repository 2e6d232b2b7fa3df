"""A hundred invented entries, written as good records are: what was seen, heard, said and done.

No child, adult or event in them is real. `all_stories()` is the whole of it.
"""

from dataclasses import replace
from functools import cache

from heed.demo.stories.behaviour import BEHAVIOUR
from heed.demo.stories.carers import CARERS
from heed.demo.stories.friends import FRIENDS
from heed.demo.stories.health import HEALTH
from heed.demo.stories.home import HOME
from heed.demo.stories.learning import LEARNING
from heed.demo.stories.maisie_before import MAISIE_BEFORE
from heed.demo.stories.maisie_lately import MAISIE_LATELY
from heed.demo.stories.parents import PARENTS
from heed.demo.stories.protection import PROTECTION
from heed.demo.stories.readers import readers_of
from heed.demo.stories.riverside import RIVERSIDE
from heed.demo.stories.story import Story

__all__ = ["STILL_NEW", "Story", "all_stories"]

STILL_NEW = 3
"""Entries of the last so many school days are read by those whom they name; older ones by everybody told."""

_AS_WRITTEN = (
    *MAISIE_BEFORE,
    *MAISIE_LATELY,
    *CARERS,
    *HOME,
    *HEALTH,
    *FRIENDS,
    *BEHAVIOUR,
    *PROTECTION,
    *LEARNING,
    *PARENTS,
    *RIVERSIDE,
)


@cache
def all_stories() -> tuple[Story, ...]:
    """Every entry, in the order in which things happened."""
    in_order = sorted(_AS_WRITTEN, key=lambda one: (-one.school_days_ago, one.at, one.child))
    return tuple(_read(one) for one in in_order)


def _read(story: Story) -> Story:
    if story.school_days_ago <= STILL_NEW:
        return story
    return replace(story, read_by=readers_of(story))

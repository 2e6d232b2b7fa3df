"""Who has read an older entry: everybody whom the sample schools tell of it."""

from functools import cache

from heed.demo.people import schools
from heed.demo.shapes import SampleChild, SampleSchool, SampleStaff
from heed.demo.stories.story import Story

_LEADS = {"dsl", "deputy"}
_SENIOR = {"head", "assistant_head", "slt"}
_LEADERS_ONLY = {"child_protection", "leader_welfare"}


def readers_of(story: Story) -> tuple[str, ...]:
    """The addresses of those who were told of this entry, in the order of the staff list.

    Leads of everything, senior leaders of all but child protection, the class teacher of what is not for
    leaders; never the writer or the child's own parent. Raises KeyError for a child who is not in the trust.
    """
    school, child = _where()[story.child]
    return tuple(
        adult.email
        for adult in school.staff
        if adult.email != story.writer
        and child.key not in adult.children
        and is_told(adult, child.class_name, set(story.categories))
    )


def is_told(adult: SampleStaff, class_name: str, categories: set[str]) -> bool:
    """Whether the school's rules tell this adult of an entry about a child of this class."""
    groups = set(adult.groups)
    if groups & _LEADS:
        return True
    if groups & _SENIOR and "child_protection" not in categories:
        return True
    return class_name in adult.classes and not categories & _LEADERS_ONLY


@cache
def _where() -> dict[str, tuple[SampleSchool, SampleChild]]:
    return {child.key: (school, child) for school in schools() for child in school.children}

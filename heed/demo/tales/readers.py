"""Who is told of a written entry: by the class the child was in then."""

from heed.demo.shapes import SampleStaff
from heed.demo.stories.readers import is_told
from heed.demo.tales.subject import Stage, Subject
from heed.demo.tales.tale import Tale


def told_of(tale: Tale, subject: Subject, stage: Stage) -> tuple[SampleStaff, ...]:
    """Leads of everything, senior leaders of all but child protection, the class teacher of what is not for leaders."""
    return tuple(
        adult
        for adult in subject.school.staff
        if adult.email != tale.writer
        and subject.child.key not in adult.children
        and is_told(adult, stage.class_name, set(tale.categories))
    )

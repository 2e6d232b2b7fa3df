"""Fixed lists of the spine."""

from dataclasses import dataclass
from enum import StrEnum

from heed.who.categories import Default


class ItemKind(StrEnum):
    """What a row of the spine is. Values are stored."""

    ENTRY = "entry"
    ACTION = "action"  # what was done about an entry


class Precision(StrEnum):
    """How exactly it is known when something happened."""

    EXACT = "exact"
    ABOUT = "about"
    PART = "part"  # "morning of"


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """How a category is called, and what it is for, where it is chosen."""

    name: str
    meaning: str


WORDS: dict[Default, CategoryWords] = {
    Default.CONCERN: CategoryWords(
        "Raising a concern",
        "Any worry about welfare, however small: tired, no breakfast, no coat, a missed appointment, a change.",
    ),
    Default.ATTENDANCE: CategoryWords(
        "Attendance", "Anything that keeps a child away or late, and the health behind it."
    ),
    Default.PARENT_CONCERN: CategoryWords(
        "Parent-reported concern", "A parent told you something, in person, by phone or in writing."
    ),
    Default.FRIENDSHIP: CategoryWords(
        "Friendship", "Lasting trouble between friends that gets in the way of learning or happiness."
    ),
    Default.MEDICAL: CategoryWords(
        "Medical and health", "Something that came from a condition or a risk, or one that is getting worse."
    ),
    Default.SERIOUS_BEHAVIOUR: CategoryWords(
        "Serious behaviour", "Violence, threats or destruction. Parents are told."
    ),
    Default.LOW_BEHAVIOUR: CategoryWords(
        "Low-level behaviour", "Dealt with in school and perhaps part of a pattern. Not for house points."
    ),
    Default.SEN: CategoryWords(
        "SEN", "An incident arising from special educational needs, or an agency's part in it."
    ),
    Default.VULNERABLE: CategoryWords(
        "Vulnerable child",
        "Bereavement, illness or change at home, distress: keeps the right people in the loop.",
    ),
    Default.RACIST: CategoryWords(
        "Racist incident",
        "After speaking to a senior leader. The council's or school's own form is needed as well.",
    ),
    Default.BULLYING: CategoryWords(
        "Bullying", "For the child who bullies: on purpose, again and again, and hard to stand up to."
    ),
    Default.LEADER_WELFARE: CategoryWords(
        "Leader welfare concern", "Leaders watching something that came in under other categories."
    ),
    Default.CHILD_PROTECTION: CategoryWords(
        "Child protection",
        "Referrals, early help, plans, social workers, looked-after children, exploitation.",
    ),
    Default.OTHER_TRANSFER: CategoryWords(
        "Other transfer", "Added while filing, to send on what would otherwise stay behind."
    ),
}
"""In the order in which they are offered."""

"""What a group may do, and what a change of it means, in words. Pure."""

from collections.abc import Iterable, Mapping

from heed.access.matrix import Row, Scope
from heed.access.rules import Opened, opened
from heed.lib.clock import number_words
from heed.lib.names import listed
from heed.people.groups.queries import Counted
from heed.who.groups import Group
from heed.who.powers import Power

Names = Mapping[int, str]
"""Categories of the school by number."""

FEW = 3


def title(group: Group) -> str:
    """A group as a heading says it."""
    return capital(group.many)


def capital(words: str) -> str:
    """With a capital, and the rest as it is: `DSLs` stay DSLs."""
    return words[:1].upper() + words[1:]


def reads_words(row: Row, names: Names) -> str:
    """What a group reads: whichever is shorter, what it does or what it does not."""
    here = row.reads & names.keys()
    if not here or row.scope is Scope.NOBODY:
        return "Only what they are alerted to"
    missing = names.keys() - here
    if not missing:
        return "Every category"
    if len(missing) <= FEW:
        return f"Everything but {_named(missing, names)}"
    return _named(here, names)


def uses_words(row: Row, names: Names) -> str:
    """Which categories a group chooses while recording."""
    here = row.uses & names.keys()
    missing = names.keys() - here
    if not here:
        return "None"
    if not missing:
        return "Every category"
    return f"Everything but {_named(missing, names)}" if len(missing) <= FEW else _named(here, names)


def differences(before: Row, after: Row, names: Names) -> tuple[str, ...]:
    """What one line of the table has and the other has not, each as a sentence about the group."""
    return (
        *_scope(before, after),
        *(f"Reads {names[one]}." for one in _in_order(after.reads - before.reads, names)),
        *(f"Does not read {names[one]} any more." for one in _in_order(before.reads - after.reads, names)),
        *(f"May choose {names[one]}." for one in _in_order(after.uses - before.uses, names)),
        *(f"May not choose {names[one]} any more." for one in _in_order(before.uses - after.uses, names)),
        *(f"May {one.words}." for one in powers_in_order(after.powers - before.powers)),
        *(f"May not {one.words} any more." for one in powers_in_order(before.powers - after.powers)),
    )


def _scope(before: Row, after: Row) -> tuple[str, ...]:
    if before.scope is after.scope:
        return ()
    return (f"Covers {after.scope.words} instead of {before.scope.words}.",)


def opens(group: Group, before: Row, after: Row, counted: Counted, names: Names) -> tuple[str, ...]:
    """What a change lets people do that they could not do before, with how many and how much."""
    more = opened(before, after)
    who = Who(group, counted.people)
    covers = after.scope.words
    return (
        *(
            _reading(who.number(counted.gain.get(one, 0)), names[one], counted.opened.get(one, 0), covers)
            for one in _in_order(more.reads, names)
        ),
        *_in_all(more, counted.opened, counted.opened_in_all, "become readable for somebody"),
        *_pages(who, more, after),
        *_abilities(who, more, "will be able to", names),
    )


def closes(group: Group, before: Row, after: Row, counted: Counted, names: Names) -> tuple[str, ...]:
    """What it takes away, with how many and how much."""
    less = opened(after, before)
    who = Who(group, counted.people)
    covers = before.scope.words
    return (
        *(
            _no_reading(who.number(counted.lose.get(one, 0)), names[one], counted.closed.get(one, 0), covers)
            for one in _in_order(less.reads, names)
        ),
        *_in_all(less, counted.closed, counted.closed_in_all, "are closed to somebody"),
        *_no_pages(who, less, before),
        *_abilities(who, less, "will no longer be able to", names),
    )


class Who:
    """The people of a group as sentences begin with them."""

    def __init__(self, group: Group, people: int) -> None:
        self.group, self.people = group, people

    def number(self, people: int) -> str:
        """So many of them."""
        return number_words(people, self.group.one, self.group.many)

    @property
    def all(self) -> str:
        """All of them."""
        return self.number(self.people)


def _reading(who: str, category: str, entries: int, covers: str) -> str:
    if not entries:
        return f"{who} will be able to read {category} entries about {covers}. There is none yet that is new to them."
    return f"{who} will be able to read {_entries(entries, category)} about {covers}."


def _no_reading(who: str, category: str, entries: int, covers: str) -> str:
    if not entries:
        return f"{who} will no longer be able to read {category} entries about {covers}. There is none now that this closes."
    return f"{who} will no longer be able to read {_entries(entries, category)} about {covers}."


def _entries(number: int, category: str) -> str:
    return f"{number:,} {category} {'entry' if number == 1 else 'entries'}"


def _in_all(what: Opened, by_category: Mapping[int, int], in_all: int, becomes: str) -> tuple[str, ...]:
    """An entry in two categories is counted in both: the sum is said where it differs."""
    if len(what.reads) < 2 or in_all == sum(by_category.get(one, 0) for one in what.reads):
        return ()
    return (f"Some stand in more than one category: {_plain(in_all)} in all {becomes}.",)


def _plain(number: int) -> str:
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def _pages(who: Who, more: Opened, after: Row) -> tuple[str, ...]:
    opens_pages = more.children and Power.OPEN_CHILD in after.powers
    return (f"{who.all} will be able to open the pages of {after.scope.words}.",) if opens_pages else ()


def _no_pages(who: Who, less: Opened, before: Row) -> tuple[str, ...]:
    shuts_pages = less.children and Power.OPEN_CHILD in before.powers
    return (
        (f"{who.all} will no longer be able to open the pages of {before.scope.words}.",)
        if shuts_pages
        else ()
    )


def _abilities(who: Who, what: Opened, verb: str, names: Names) -> tuple[str, ...]:
    uses = [names[one] for one in _in_order(what.uses, names)]
    choose = (f"{who.all} {verb} choose {listed(uses)} while recording.",) if uses else ()
    powers = (f"{who.all} {verb} {one.words}." for one in powers_in_order(what.powers))
    return (*choose, *powers)


def powers_in_order(powers: Iterable[Power]) -> list[Power]:
    """As the list of powers has them."""
    here = set(powers)
    return [power for power in Power if power in here]


def _named(numbers: Iterable[int], names: Names) -> str:
    return listed([names[one] for one in _in_order(numbers, names)])


def _in_order(numbers: Iterable[int], names: Names) -> list[int]:
    here = set(numbers)
    return [number for number in names if number in here]

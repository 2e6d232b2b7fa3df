"""What a group may do, and what a change of it means, in words. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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


def reads_within(row: Row, names: Names) -> str:
    """The same within a sentence."""
    words = reads_words(row, names)
    return f"{words[:1].lower()}{words[1:]}" if words.startswith(("Every", "Only")) else words


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
    return _sides(_Side(group, counted, names, "will be able to"), opened(before, after), after)


def closes(group: Group, before: Row, after: Row, counted: Counted, names: Names) -> tuple[str, ...]:
    """What it takes away, with how many and how much."""
    return _sides(_Side(group, counted, names, "will no longer be able to"), opened(after, before), before)


@dataclass(frozen=True, slots=True)
class _Side:
    """Opening, or closing."""

    group: Group
    counted: Counted
    names: Names
    verb: str

    def who(self, people: int) -> str:
        """So many of the group, and what they come to do; where it is nobody's yet, the group as such."""
        if not people:
            return f"{title(self.group)} {self.verb}"
        return f"{number_words(people, self.group.one, self.group.many)} {self.verb}"


def _sides(side: _Side, what: Opened, row: Row) -> tuple[str, ...]:
    return (*_reading(side, what, row), *_pages(side, what, row), *_choosing(side, what), *_doing(side, what))


def _reading(side: _Side, what: Opened, row: Row) -> Iterator[str]:
    """Categories of which equally many people come to read are told in one sentence."""
    by_people: dict[int, list[int]] = {}
    for one in _in_order(what.reads, side.names):
        by_people.setdefault(side.counted.people.get(one, 0), []).append(one)
    for people, categories in by_people.items():
        said = listed([_entries(side, one, first=one == categories[0]) for one in categories])
        yield f"{side.who(people)} read {said}, about {row.scope.words}."
    if side.counted.in_all != sum(side.counted.entries.get(one, 0) for one in what.reads):
        yield f"That is {_plain(side.counted.in_all)} in all: some stand under more than one category."


def _entries(side: _Side, category: int, *, first: bool) -> str:
    number = side.counted.entries.get(category, 0)
    entries = f" {'entry' if number == 1 else 'entries'}" if first else ""
    return f"{f'{number:,}' if number else 'no'}{entries} under {side.names[category]}"


def _plain(number: int) -> str:
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def _pages(side: _Side, what: Opened, row: Row) -> tuple[str, ...]:
    opens = f"{side.who(side.counted.pages)} open the pages of {row.scope.words}."
    return (opens,) if what.children else ()


def _choosing(side: _Side, what: Opened) -> Iterator[str]:
    by_people: dict[int, list[int]] = {}
    for one in _in_order(what.uses, side.names):
        by_people.setdefault(side.counted.uses.get(one, 0), []).append(one)
    for people, categories in by_people.items():
        yield f"{side.who(people)} choose {listed([side.names[one] for one in categories])} while recording."


def _doing(side: _Side, what: Opened) -> Iterator[str]:
    for power in powers_in_order(what.powers):
        yield f"{side.who(side.counted.powers.get(power, 0))} {power.words}."


def powers_in_order(powers: Iterable[Power]) -> list[Power]:
    """As the list of powers has them."""
    here = set(powers)
    return [power for power in Power if power in here]


def _named(numbers: Iterable[int], names: Names) -> str:
    return listed([names[one] for one in _in_order(numbers, names)])


def _in_order(numbers: Iterable[int], names: Names) -> list[int]:
    here = set(numbers)
    return [number for number in names if number in here]

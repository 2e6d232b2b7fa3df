"""The people who work in the sample schools. Riverside's other tutors are made up beside its families."""

from dataclasses import replace

from heed.demo.shapes import SampleStaff
from heed.lib.names import folded

OAKFIELD_DOMAIN = "oakfield.example"
RIVERSIDE_DOMAIN = "riverside.example"


def plain(name: str) -> str:
    """A name in the letters that an address can hold: `O'Neill` becomes `oneill`."""
    return "".join(letter for letter in folded(name) if letter.isalnum())


def email_of(given: str, family: str, domain: str) -> str:
    """The address that a school gives to somebody with this name."""
    return f"{plain(given)}.{plain(family)}@{domain}"


def _account(email: str, name: str, role: str, *groups: str, **ties: tuple[str, ...]) -> SampleStaff:
    """Somebody with a demo account."""
    return replace(_person(email, name, role, groups, ties), demo=True)


def _oakfield(name: str, role: str, *groups: str, **ties: tuple[str, ...]) -> SampleStaff:
    return _person(email_of(*_halves(name), OAKFIELD_DOMAIN), name, role, groups, ties)


def _so_far(person: SampleStaff, account: str = "active", *, leaves_in: int | None = None) -> SampleStaff:
    """Somebody whose account is on its way, or who is on their way out."""
    return replace(person, account=account, leaves_in=leaves_in)


def _both(role: str, *groups: str) -> SampleStaff:
    """Nadia Haddad works in both schools with one account."""
    return _account("both@kestrel.example", "Nadia Haddad", role, *groups)


def _riverside(name: str, role: str, *groups: str, **ties: tuple[str, ...]) -> SampleStaff:
    return _person(email_of(*_halves(name), RIVERSIDE_DOMAIN), name, role, groups, ties)


def _halves(name: str) -> tuple[str, str]:
    given, _, family = name.partition(" ")
    return given, family


def _person(
    email: str, name: str, role: str, groups: tuple[str, ...], ties: dict[str, tuple[str, ...]]
) -> SampleStaff:
    given, family = _halves(name)
    return SampleStaff(
        email=email,
        given=given,
        family=family,
        role=role,
        groups=groups,
        classes=ties.get("classes", ()),
        one_to_one=ties.get("one_to_one", ()),
        children=ties.get("children", ()),
    )


_TEACHER = "class teacher"
_TA = "teaching assistant"

OAKFIELD_STAFF = (
    _account("head@oakfield.example", "Priya Nair", "head", "head"),
    _oakfield("Jonathan Peel", "assistant head", "assistant_head"),
    _account("dsl@oakfield.example", "Helen Marsh", "DSL", "dsl"),
    _account(
        *("deputy@oakfield.example", "Daniel Owusu", "deputy DSL and class teacher", "deputy", "teacher"),
        classes=("Lime",),
    ),
    _account("slt@oakfield.example", "Grace Adeyemi", "senior leader", "slt"),
    _account("senco@oakfield.example", "Siân Pritchard", "SENCo", "senco"),
    _account("teacher@oakfield.example", "Katie Lowther", _TEACHER, "teacher", classes=("Willow",)),
    _account("colleague@oakfield.example", "Aisha Rahman", _TEACHER, "teacher", classes=("Hazel",)),
    _account(
        *("parent@oakfield.example", "Rachel Thornton", _TEACHER, "teacher"),
        classes=("Ash",),
        children=("maisie-thornton",),
    ),
    _oakfield("Paula Denby", "nursery teacher", "teacher"),
    _oakfield("Emily Sutcliffe", _TEACHER, "teacher", classes=("Maple",)),
    _oakfield("Hannah Okafor", _TEACHER, "teacher", classes=("Cherry",)),
    _oakfield("Joseph Brennan", _TEACHER, "teacher", classes=("Acorn",)),
    _oakfield("Lucy Cartwright", _TEACHER, "teacher", classes=("Elm",)),
    _oakfield("Rosie Tran", _TEACHER, "teacher", classes=("Beech",)),
    _oakfield("Owen Prosser", _TEACHER, "teacher", classes=("Aspen",)),
    _oakfield("Claire Dempsey", _TEACHER, "teacher", classes=("Holly",)),
    _oakfield("Ben Hollis", _TEACHER, "teacher", classes=("Birch",)),
    _oakfield("Magda Wójcik", _TEACHER, "teacher", classes=("Oak",)),
    _so_far(_oakfield("Simon Fairley", _TEACHER, "teacher", classes=("Rowan",)), leaves_in=25),
    _account("ta@oakfield.example", "Tom Ellery", _TA, "ta", one_to_one=("kacper-nowicki",)),
    _oakfield("Shabnam Begum", _TA, "ta", one_to_one=("jayden-cole",)),
    _so_far(_oakfield("Carol Tate", _TA, "ta"), "none"),
    _so_far(_oakfield("Jodie Pike", _TA, "ta"), "expired"),
    _so_far(_oakfield("Wen Li", _TA, "ta", one_to_one=("leon-sadler",)), "invited"),
    _so_far(_oakfield("Lydia Crane", _TA, "ta"), "gone", leaves_in=-120),
    _account("office@oakfield.example", "Sandra Bell", "office", "office"),
    _oakfield("Dorothy Amos", "office", "office"),
    _oakfield(
        *("Bernadette Quigley", "family worker", "family_worker"),
        one_to_one=("caitlin-oneill", "cian-oneill"),
    ),
    _both("family worker", "family_worker"),
    _account("admin@oakfield.example", "Martin Fell", "system administrator", "admin"),
)

RIVERSIDE_STAFF = (
    _riverside("Judith Ellwood", "head", "head"),
    _riverside("Anil Desai", "assistant head", "assistant_head"),
    _riverside("Frances Tully", "assistant head", "assistant_head"),
    _account("dsl@riverside.example", "Gareth Probert", "DSL", "dsl"),
    _riverside("Noreen Kearns", "deputy DSL", "deputy"),
    _riverside("Peter Sandham", "senior leader", "slt"),
    _riverside("Lorraine Akande", "senior leader", "slt"),
    _riverside("Beth Whitworth", "SENCo", "senco"),
    _riverside("Ross Hanlon", "tutor", "teacher", classes=("9C",)),
    _riverside("Ifeoma Nwosu", "tutor", "teacher", classes=("8D",)),
    _riverside("Jacqui Fairweather", "tutor", "teacher", classes=("8A",)),
    _riverside("Eleri Vaughan", "tutor", "teacher", classes=("8B",)),
    _riverside("Tim Yardley", "tutor", "teacher", classes=("10E",)),
    _riverside("Sunita Rao", "tutor", "teacher", classes=("11B",)),
    _riverside("Julie Tordoff", _TA, "ta", one_to_one=("harun-mirza",)),
    _riverside("Sam Ridley", _TA, "ta"),
    _riverside("Karolina Duda", _TA, "ta"),
    _riverside("Ellen Maughan", _TA, "ta"),
    _riverside("Pauline Greaves", "office", "office"),
    _riverside("Debbie Stott", "office", "office"),
    _riverside("Musa Jama", "family worker", "family_worker"),
    _both("attendance officer", "office"),
    _riverside("Victor Lam", "system administrator", "admin"),
)

"""The words schools use for groups of staff. Only words that mean one group: it gives sight of records."""

import re

from heed.lib.names import listed
from heed.roll.reading.faults import Unreadable
from heed.who.groups import Group

LONGEST_SHOWN = 40

_CALLED: dict[Group, str] = {
    Group.HEAD: "head, head teacher, heads, principal",
    Group.ASSISTANT_HEAD: "assistant head, assistant heads, assistant head teacher, assistant principal",
    Group.DSL: "dsl, dsls, designated safeguarding lead, safeguarding lead",
    Group.DEPUTY: "deputy, deputies, deputy dsl, deputy dsls, ddsl, deputy designated safeguarding lead, "
    "deputy safeguarding lead",
    Group.SLT: "slt, slts, senior leader, senior leaders, senior leadership team, senior leadership",
    Group.SENCO: "senco, sencos, sendco, special educational needs coordinator",
    Group.TEACHER: "teacher, teachers, class teacher, class teachers, classroom teacher",
    Group.TEACHING_ASSISTANT: "ta, tas, teaching assistant, teaching assistants, hlta, "
    "higher level teaching assistant, lsa, learning support assistant",
    Group.OFFICE: "office, office staff, school office",
    Group.FAMILY_WORKER: "family worker, family workers, family support worker",
    Group.ADMIN: "system administrator, system administrators, system admin",
}
# In a school these are two jobs each, and one of the two would be given what is not theirs.
_DOUBTFUL = {
    **dict.fromkeys(
        ("admin", "admins", "adminteam", "administrator", "administrators"),
        "“Admin” can be the school office or the system administrator. Write Office or System administrator.",
    ),
    **dict.fromkeys(
        ("deputyhead", "deputyheads", "deputyheadteacher"),
        "A deputy head is no group here. Write SLT or Assistant head, and Deputy DSL too if they are one.",
    ),
}


def _plain(word: str) -> str:
    return re.sub(r"[\W_]+", "", word.casefold())


_KNOWN = {_plain(name): group for group, names in _CALLED.items() for name in names.split(",")}
_ALL = listed([group.words[0].upper() + group.words[1:] for group in Group])


def groups(text: str) -> tuple[Group, ...]:
    """The groups in a cell, in its order, each once. Every word that is no group is told."""
    asked = [word.strip() for word in re.split("[;,|]", text) if word.strip()]
    if not asked:
        raise Unreadable(f"there is no group here. Write one or more of: {_ALL}.")
    unknown = [word for word in asked if _plain(word) not in _KNOWN]
    if unknown:
        raise Unreadable(_why_unknown(unknown))
    return tuple(dict.fromkeys(_KNOWN[_plain(word)] for word in asked))


def _why_unknown(unknown: list[str]) -> str:
    doubtful = [_DOUBTFUL[_plain(word)] for word in unknown if _plain(word) in _DOUBTFUL]
    strange = [
        f"“{word}”" if len(word) <= LONGEST_SHOWN else "words this long"
        for word in unknown
        if _plain(word) not in _DOUBTFUL
    ]
    if strange:
        are = "is not a group" if len(strange) == 1 else "are not groups"
        doubtful.append(f"{listed(strange)} {are}. Write one or more of: {_ALL}.")
    return " ".join(doubtful)

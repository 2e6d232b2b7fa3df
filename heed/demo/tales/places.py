"""Where things happen in the two schools."""

from random import Random

from heed.demo.tales.memory import NoFit
from heed.demo.tales.subject import Stage

_OUTSIDE = (*("Playground", "Playground", "Lower playground", "Upper playground"),)
_SECONDARY_OUTSIDE = ("Yard", "Yard, by the canteen doors", "Courts", "Field", "Behind the science block")
_FIXED = {
    "desk": ("Reception desk",),
    "office": ("School office",),
    "gate": ("Main gate",),
    "phone": ("By telephone",),
    "email": ("By email",),
    "letter": ("By letter",),
    "hall": ("Hall",),
    "dining": ("Dining hall", "Dining hall", "Dining hall queue"),
    "lead": ("Mrs Marsh's room",),
    "meeting": ("Meeting room",),
    "library": ("Library", "Library corner"),
    "quiet": ("Quiet room",),
    "corridor": ("Back corridor", "Main corridor", "Corridor by the hall"),
    "toilets": ("Lower toilets", "Toilets by the hall"),
    "family": ("Family room",),
    "visit": ("Home visit",),
    "medical": ("Medical room",),
    "breakfast": ("Breakfast club",),
    "afterclub": ("After-school club",),
    "leaders": ("Senior leaders' room",),
    "video": ("By video call",),
    "council": ("Council offices",),
    "street": ("Outside the school",),
    "music": ("Music room",),
    "swim": ("Swimming pool",),
}


def place_of(key: str, stage: Stage, rng: Random) -> str:
    """The words for a place, for a child in this class."""
    secondary = stage.year >= 7
    if key == "class":
        return f"Room {rng.randint(2, 34)}" if secondary else f"{stage.class_name} classroom"
    if key in {"cloak", "door"}:
        if secondary:
            raise NoFit
        return f"{stage.class_name} {'cloakroom' if key == 'cloak' else 'door'}"
    if key == "yard":
        return rng.choice(_SECONDARY_OUTSIDE if secondary else _OUTSIDE)
    if key == "lead":
        return "Safeguarding office" if secondary else "Mrs Marsh's room"
    return rng.choice(_FIXED[key])

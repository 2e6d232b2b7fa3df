"""More children with a place in the trust: those whose files hold a long course of entries."""

from datetime import date

from heed.demo.placed import Placed


def _child(key: str, year: int, class_name: str, sex: str, born: str, household: str = "") -> Placed:
    """A child whose key is the name: `leon-sadler`."""
    given, _, family = key.partition("-")
    return Placed(
        key,
        given.capitalize(),
        family.capitalize(),
        year,
        class_name,
        sex,
        date.fromisoformat(born),
        household or family,
    )


OAKFIELD_COURSES = (
    _child("leon-sadler", 6, "Rowan", "M", "2016-02-11"),
    _child("tia-sadler", 2, "Aspen", "F", "2020-01-19"),
    _child("kayleigh-dobson", 3, "Holly", "F", "2018-12-04"),
    _child("brandon-dobson", 1, "Elm", "M", "2020-10-02"),
    _child("isla-renshaw", 4, "Birch", "F", "2018-06-21"),
    _child("ethan-renshaw", 1, "Acorn", "M", "2021-03-08"),
    _child("jake-molloy", 5, "Oak", "M", "2017-04-12"),
    _child("zara-mistry", 5, "Lime", "F", "2016-10-27"),
    _child("toby-hargrave", 2, "Beech", "M", "2020-02-16"),
    _child("evie-hargrave", 5, "Oak", "F", "2017-07-05"),
    _child("amelie-fairhurst", 6, "Ash", "F", "2016-05-09"),
    _child("orla-devaney", 4, "Willow", "F", "2018-01-30"),
    _child("ruby-castell", 4, "Willow", "F", "2017-11-12"),
    _child("hana-noorani", 4, "Willow", "F", "2018-04-03"),
    _child("joel-kendrick", 5, "Oak", "M", "2016-09-14"),
    _child("noah-bexley", 4, "Birch", "M", "2018-08-10"),
    _child("dayo-akinola", 3, "Hazel", "M", "2019-03-25"),
    _child("billy-stanton", 3, "Hazel", "M", "2018-11-17"),
    _child("erin-maddox", 6, "Rowan", "F", "2015-11-23"),
    _child("owen-latimer", 6, "Rowan", "M", "2016-07-02"),
    _child("lola-prescott", 6, "Ash", "F", "2015-10-08"),
    _child("charlie-beckett", 1, "Elm", "M", "2021-01-05"),
    _child("shannon-larkin", 5, "Lime", "F", "2017-02-20"),
    _child("theo-ashdown", 3, "Holly", "M", "2019-05-14"),
    _child("stefan-dragomir", 4, "Birch", "M", "2018-02-07"),
    _child("freddie-osgood", 4, "Willow", "M", "2018-05-18"),
    _child("daisy-penrose", 1, "Acorn", "F", "2021-04-29"),
    _child("harvey-gorton", 3, "Hazel", "M", "2019-01-31"),
    _child("lucas-hallworth", 2, "Aspen", "M", "2020-06-15"),
    _child("mariam-conteh", 6, "Ash", "F", "2016-03-19"),
    _child("ikran-elmi", 5, "Oak", "F", "2016-12-14"),
)
RIVERSIDE_COURSES = (
    _child("jordan-sadler", 8, "8C", "M", "2013-12-01"),
    _child("connor-whitley", 10, "10B", "M", "2012-03-03"),
    _child("mia-lockett", 9, "9F", "F", "2013-06-11"),
    _child("jess-amblin", 9, "9A", "F", "2012-10-20"),
    _child("sana-sarwar", 11, "11D", "F", "2011-02-26"),
)

_BY_TELEPHONE = iter(f"07700 900{number}" for number in range(156, 300))


def _home(*adults: str) -> tuple[tuple[str, str, str], ...]:
    """Adults written `Name, relationship`, in the order in which they are rung."""
    parted = (one.split(", ") for one in adults)
    return tuple((name, role, next(_BY_TELEPHONE)) for name, role in parted)


HOMES = {
    "sadler": _home("Donna Sadler, mother", "Brenda Sadler, grandmother", "Gary Tench, stepfather"),
    "dobson": _home("Tracy Dobson, mother", "Mick Dobson, grandfather"),
    "renshaw": _home("Kirsty Renshaw, mother", "Dean Renshaw, father"),
    "molloy": _home("Sinéad Molloy, mother", "Bridie Molloy, grandmother"),
    "mistry": _home("Kiran Mistry, father", "Hema Mistry, mother"),
    "hargrave": _home("Joanna Hargrave, mother", "Alan Hargrave, grandfather"),
    "fairhurst": _home("Nicola Fairhurst, mother", "Graham Fairhurst, father"),
    "devaney": _home("Clare Devaney, mother", "Liam Devaney, father"),
    "castell": _home("Gina Castell, mother", "Paul Castell, father"),
    "noorani": _home("Samina Noorani, mother", "Zahid Noorani, father"),
    "kendrick": _home("Lorna Kendrick, mother", "Pete Kendrick, father"),
    "bexley": _home("Hannah Bexley, mother", "Robert Bexley, father"),
    "akinola": _home("Bisi Akinola, mother", "Wale Akinola, father"),
    "stanton": _home("Jodie Stanton, mother", "Terry Stanton, grandfather"),
    "maddox": _home("Karen Maddox, mother", "Steve Maddox, father"),
    "latimer": _home("Ruth Latimer, mother", "Phil Latimer, father"),
    "prescott": _home("Michelle Prescott, mother", "Darren Prescott, father"),
    "beckett": _home("Sophie Beckett, mother", "Ryan Mullins, stepfather"),
    "larkin": _home("Jean Astley, foster carer", "Clive Astley, foster carer", "Yasmin Karim, social worker"),
    "ashdown": _home("Rebecca Ashdown, mother", "Tim Ashdown, father"),
    "dragomir": _home("Elena Dragomir, mother", "Vasile Dragomir, father"),
    "osgood": _home("Louise Osgood, mother", "Matt Osgood, father"),
    "penrose": _home("Alice Penrose, mother", "Jago Penrose, father"),
    "gorton": _home("Shane Gorton, father", "Cheryl Gorton, mother"),
    "hallworth": _home("Beth Hallworth, mother", "James Hallworth, father"),
    "conteh": _home("Isatu Bangura, family friend", "Fatmata Conteh, mother"),
    "elmi": _home("Hawo Elmi, mother", "Abdi Elmi, father"),
    "whitley": _home("Paula Whitley, mother", "Keith Whitley, grandfather"),
    "lockett": _home("Anna Lockett, mother", "Stuart Lockett, father"),
    "amblin": _home("Helen Amblin, mother", "Tony Amblin, father"),
    "sarwar": _home("Nasreen Sarwar, mother", "Javed Sarwar, father"),
}
"""Contacts of these children, with telephone numbers that Ofcom keeps free for drama."""

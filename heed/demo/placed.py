"""The children of the sample trust whom the stories are about, or whose names are easily mistaken."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Placed:
    """A child with a place in the trust. Legal names are filled in only where they differ from those in use.

    Children with the same `household` are siblings and share their contacts; without one, the rest of the
    family is made up with the other children's.
    """

    key: str
    given: str
    family: str
    year: int
    class_name: str
    sex: str
    born_on: date
    household: str = ""
    legal_given: str = ""
    legal_family: str = ""
    former_family: str = ""


def _born(text: str) -> date:
    return date.fromisoformat(text)


OAKFIELD: tuple[Placed, ...] = (
    Placed("maisie-thornton", "Maisie", "Thornton", 4, "Willow", "F", _born("2018-03-14"), "thornton"),
    Placed("maisie-thorne", "Maisie", "Thorne", 1, "Acorn", "F", _born("2021-01-22"), "thorne"),
    Placed("oliver-hughes-beech", "Oliver", "Hughes", 2, "Beech", "M", _born("2020-05-06")),
    Placed("oliver-hughes-oak", "Oliver", "Hughes", 5, "Oak", "M", _born("2016-11-30")),
    Placed("mohammed-ali", "Mohammed", "Ali", 3, "Hazel", "M", _born("2019-02-11"), "ali"),
    Placed("muhammad-ali", "Muhammad", "Ali", 5, "Lime", "M", _born("2017-06-19"), "ali-begum"),
    Placed("mohamed-aly", "Mohamed", "Aly", 4, "Birch", "M", _born("2018-07-03"), "aly"),
    Placed("kacper-nowicki", "Kacper", "Nowicki", 6, "Rowan", "M", _born("2016-04-27"), "nowicki"),
    Placed("zainab-iqbal", "Zainab", "Iqbal", 1, "Acorn", "F", _born("2020-10-09"), "iqbal"),
    Placed("nia-roberts", "Nia", "Roberts", 5, "Lime", "F", _born("2017-01-17"), "roberts"),
    Placed("zoe-hartley", "Zoë", "Hartley", 5, "Lime", "F", _born("2016-12-05"), "hartley"),
    Placed("amara-eze", "Amara", "Eze", 5, "Lime", "F", _born("2017-03-28"), "eze"),
    Placed("finley-ashworth", "Finley", "Ashworth", 3, "Hazel", "M", _born("2019-04-02"), "ashworth"),
    Placed("jayden-cole", "Jayden", "Cole", 2, "Beech", "M", _born("2019-12-13"), "cole"),
    Placed("reuben-achebe", "Reuben", "Achebe", 5, "Oak", "M", _born("2017-05-24"), "achebe"),
    Placed("ella-priestley", "Ella", "Priestley", 3, "Holly", "F", _born("2018-11-08"), "priestley"),
    Placed("caitlin-oneill", "Caitlin", "O'Neill", 6, "Ash", "F", _born("2015-10-21"), "oneill"),
    Placed("cian-oneill", "Cian", "O'Neill", 1, "Elm", "M", _born("2021-06-12"), "oneill"),
    Placed("hope-whittaker", "Hope", "Whittaker", 4, "Birch", "F", _born("2018-02-25"), "whittaker"),
    Placed("callum-doherty", "Callum", "Doherty", 6, "Rowan", "M", _born("2016-01-15"), "doherty"),
    Placed("ibrahim-khan", "Ibrahim", "Khan", 6, "Ash", "M", _born("2015-12-02"), "khan"),
    Placed("tyler-brough", "Tyler", "Brough", 6, "Rowan", "M", _born("2016-06-30"), "brough"),
    Placed("adaeze-okonkwo", "Adaeze", "Okonkwo", 5, "Oak", "F", _born("2017-02-09"), "okonkwo"),
    Placed("mason-tranter", "Mason", "Tranter", 6, "Ash", "M", _born("2015-09-18"), "tranter"),
    Placed("dylan-bevan", "Dylan", "Bevan", 5, "Oak", "M", _born("2017-08-01"), "bevan"),
    Placed("rose-ainsworth", "Rose", "Ainsworth", 0, "Maple", "F", _born("2021-12-11")),
    Placed("will-may", "Will", "May", 2, "Aspen", "M", _born("2020-03-03")),
    Placed("renee-lambert", "Renée", "Lambert", 4, "Willow", "F", _born("2018-05-29")),
    Placed("jose-fernandes", "José", "Fernandes", 3, "Holly", "M", _born("2019-01-20")),
    Placed("lukasz-zielinski", "Łukasz", "Zieliński", 4, "Willow", "M", _born("2017-10-16")),
    Placed("kizzy-loveridge", "Kizzy", "Loveridge", 2, "Beech", "F", _born("2020-07-08"), "loveridge"),
    Placed("mei-chen", "Lily", "Chen", 1, "Elm", "F", _born("2020-11-19"), legal_given="Xiaoyu"),
    Placed(
        *("libby-fenwick", "Libby", "Fenwick", 3, "Hazel", "F", _born("2018-10-05")),
        legal_given="Elizabeth",
    ),
    Placed(
        *("alfie-garside", "Alfie", "Garside", 4, "Birch", "M", _born("2018-04-18")),
        former_family="Pemberton-Shaw",
    ),
    Placed(
        *("freya-holroyd", "Freya", "Holroyd", 0, "Cherry", "F", _born("2022-02-14")),
        legal_family="Holroyd-Marsden",
    ),
    Placed("antoni-mazur", "Antoni", "Mazur", 0, "Cherry", "M", _born("2022-06-05"), "mazur"),
    Placed("zofia-mazur", "Zofia", "Mazur", 0, "Maple", "F", _born("2022-06-05"), "mazur"),
)

RIVERSIDE = (
    Placed("kai-thornton", "Kai", "Thornton", 9, "9C", "M", _born("2013-02-08"), "thornton"),
    Placed("marcus-cole", "Marcus", "Cole", 8, "8F", "M", _born("2013-10-27"), "cole"),
    Placed("aoife-oneill", "Aoife", "O'Neill", 8, "8B", "F", _born("2014-01-31"), "oneill"),
    Placed("chloe-bostock", "Chloe", "Bostock", 8, "8D", "F", _born("2014-05-23"), "bostock"),
    Placed("summer-tempest", "Summer", "Tempest", 8, "8A", "F", _born("2014-03-12"), "tempest"),
    Placed("harun-mirza", "Harun", "Mirza", 10, "10E", "M", _born("2012-04-30"), "mirza"),
    Placed("grace-adebayo", "Grace", "Adebayo", 11, "11B", "F", _born("2010-11-14"), "adebayo"),
    Placed("sean-kearney", "Seán", "Kearney", 7, "7H", "M", _born("2014-12-20")),
    Placed("mark-young", "Mark", "Young", 7, "7A", "M", _born("2015-05-11")),
)

HOUSEHOLDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "thornton": (
        ("Craig Thornton", "father", "07700 900101"),
        ("Rachel Thornton", "mother", "07700 900102"),
        ("Lee Thornton", "uncle", "07700 900103"),
    ),
    "thorne": (("Natasha Thorne", "mother", "07700 900104"), ("Ryan Thorne", "father", "07700 900105")),
    "ali": (("Nazia Ali", "mother", "07700 900106"), ("Tariq Ali", "father", "01632 960106")),
    "ali-begum": (("Shirin Begum", "mother", "07700 900107"), ("Shafiq Ali", "father", "07700 900108")),
    "aly": (("Heba Aly", "mother", "07700 900109"), ("Karim Aly", "father", "07700 900110")),
    "nowicki": (("Ewa Nowicka", "mother", "07700 900111"), ("Marcin Nowicki", "father", "07700 900112")),
    "iqbal": (
        ("Saima Iqbal", "mother", "07700 900113"),
        ("Nadeem Iqbal", "father", "07700 900114"),
        ("Rukhsana Iqbal", "grandmother", "01632 960114"),
    ),
    "roberts": (("Bethan Roberts", "mother", "07700 900115"), ("Huw Roberts", "father", "07700 900116")),
    "hartley": (("Joanne Hartley", "mother", "07700 900117"), ("Neil Hartley", "father", "07700 900118")),
    "eze": (("Chioma Eze", "mother", "07700 900119"), ("Obinna Eze", "father", "07700 900120")),
    "ashworth": (("Helena Ashworth", "mother", "07700 900121"), ("Peter Ashworth", "father", "07700 900122")),
    "cole": (
        ("Marion Sugden", "foster carer", "07700 900123"),
        ("Graham Sugden", "foster carer", "07700 900124"),
        ("Ayesha Rafiq", "social worker", "01632 960124"),
    ),
    "achebe": (("Patience Achebe", "mother", "07700 900125"), ("Festus Achebe", "father", "07700 900126")),
    "priestley": (
        ("Kelly Priestley", "mother", "07700 900127"),
        ("Maureen Priestley", "grandmother", "01632 960127"),
    ),
    "oneill": (("Siobhán O'Neill", "mother", "07700 900128"), ("Colette Fallon", "aunt", "07700 900129")),
    "whittaker": (("Jenny Whittaker", "mother", "07700 900130"), ("Ian Whittaker", "father", "07700 900131")),
    "doherty": (("Mairead Doherty", "mother", "07700 900132"), ("Kieran Doherty", "father", "07700 900133")),
    "khan": (("Farah Khan", "mother", "07700 900134"), ("Asif Khan", "father", "07700 900135")),
    "brough": (("Leanne Brough", "mother", "07700 900136"), ("Shaun Brough", "stepfather", "07700 900137")),
    "okonkwo": (("Nkechi Okonkwo", "mother", "07700 900138"), ("Emmanuel Okonkwo", "father", "07700 900139")),
    "tranter": (("Stacey Tranter", "mother", "07700 900140"), ("Wayne Tranter", "father", "07700 900141")),
    "bevan": (("Catrin Bevan", "mother", "07700 900142"), ("Alun Bevan", "father", "07700 900143")),
    "loveridge": (
        ("Delilah Loveridge", "mother", "07700 900144"),
        ("Abraham Loveridge", "father", "07700 900145"),
    ),
    "mazur": (("Agnieszka Mazur", "mother", "07700 900146"), ("Rafał Mazur", "father", "07700 900147")),
    "bostock": (("Gemma Bostock", "mother", "07700 900148"), ("Darren Bostock", "father", "07700 900149")),
    "tempest": (("Victoria Tempest", "mother", "07700 900150"), ("Carl Tempest", "father", "07700 900151")),
    "mirza": (("Sobia Mirza", "mother", "07700 900152"), ("Kashif Mirza", "father", "07700 900153")),
    "adebayo": (("Yetunde Adebayo", "mother", "07700 900154"), ("Kunle Adebayo", "father", "07700 900155")),
}
"""Contacts of the children above, in the order they are rung: name, relationship, telephone.

Telephone numbers are from the ranges that Ofcom keeps free for drama.
"""

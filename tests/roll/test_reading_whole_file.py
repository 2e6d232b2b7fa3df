"""A school brings a whole file."""

from datetime import date

from heed.roll.reading import ContactRow, read_roll
from heed.who.groups import Group
from tests.roll.reading_samples import FILES, TODAY

OAKFIELD = read_roll(FILES / "oakfield.csv", today=TODAY)


def test_a_good_file_has_no_faults_and_says_what_it_left_out():
    assert OAKFIELD.faults == ()
    assert OAKFIELD.notes == ()
    assert OAKFIELD.ignored == ("House",)


def test_a_child_is_called_by_the_preferred_name_and_else_by_the_legal_one():
    names = [
        (child.given, child.family, child.legal_given, child.legal_family) for child in OAKFIELD.children
    ]
    assert names == [
        ("Maisie", "Thornton", "Margaret", "Thornton"),
        ("Zoë", "Ward", "Zoë", "O’Neill-Ward"),
        ("Sam", "D'Souza", "Samuel", "D'Souza"),
    ]
    assert [child.former_family for child in OAKFIELD.children] == ["", "Łukasik", ""]


def test_each_way_of_writing_a_year_a_birthday_and_a_sex_is_understood():
    assert [(child.born_on, child.year, child.sex) for child in OAKFIELD.children] == [
        (date(2017, 3, 14), 4, "F"),
        (date(2022, 9, 2), 0, "F"),
        (date(2023, 3, 14), -1, "X"),
    ]


def test_a_child_may_be_without_a_upn_and_without_a_class():
    assert OAKFIELD.children[1].upn is None
    assert OAKFIELD.children[2].class_name == ""


def test_contacts_keep_the_order_the_school_calls_them_in():
    assert OAKFIELD.children[0].contacts == (
        ContactRow("Helen Thornton", "Mother", "07700 900123", "h.thornton@post.example", 1),
        ContactRow("Brian Thornton", "Grandfather", "01632 960011 (evenings)", "", 3),
    )
    assert [contact.name for contact in OAKFIELD.children[2].contacts] == ["D'Souza, Maria"]


def test_staff_sign_in_with_a_lower_case_address_and_have_their_groups_in_order():
    katie, ruth = OAKFIELD.staff
    assert (katie.email, katie.name, katie.role) == (
        "k.lowther@oakfield.example",
        "Katie Lowther",
        "Class teacher",
    )
    assert katie.groups == (Group.TEACHER, Group.SLT)
    assert ruth.role == "Assistant head and DSL"
    assert ruth.groups == (Group.DSL, Group.ASSISTANT_HEAD, Group.SENCO)


def test_a_class_is_one_class_in_either_spelling_and_may_be_one_the_file_does_not_have():
    assert OAKFIELD.staff[0].classes == ("Willow", "Elm")


def test_every_row_knows_its_line():
    assert [row.line for row in (*OAKFIELD.children, *OAKFIELD.staff)] == [2, 3, 4, 5, 6]

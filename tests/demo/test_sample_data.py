"""The sample trust holds together, reads like a school's records, and is the same every time."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from stdnum.gb import upn

from heed.demo import people, rollfile, stories
from heed.demo.shapes import SCHOOL_YEAR_BEGAN, SampleChild, SampleSchool, SampleStaff
from heed.demo.stories import Story
from heed.demo.stories.readers import readers_of

ROOT = Path(__file__).resolve().parents[2]
DSL = "dsl@oakfield.example"
MAISIE = "maisie-thornton"

# PRODUCT.md, section 3: written out here, so that the product's own table is not its own witness.
BY_ALL = {
    *("attendance", "concern", "serious_behaviour", "low_behaviour", "parent_concern"),
    *("friendship", "medical", "racist", "vulnerable"),
}
BY_LEADERS = BY_ALL | {"leader_welfare", "bullying", "child_protection", "sen"}
MAY_USE = {
    "head": BY_LEADERS,
    "assistant_head": BY_LEADERS,
    "dsl": BY_LEADERS,
    "deputy": BY_LEADERS,
    "slt": BY_ALL | {"leader_welfare", "bullying", "child_protection"},
    "senco": BY_ALL | {"sen"},
    "teacher": BY_ALL | {"sen"},
    "ta": BY_ALL,
    "office": BY_ALL,
    "family_worker": BY_ALL,
    "admin": set[str](),
}

OAKFIELD, RIVERSIDE = people.schools()
CHILDREN = {child.key: (school, child) for school in (OAKFIELD, RIVERSIDE) for child in school.children}
STAFF = {adult.email: (school, adult) for school in (OAKFIELD, RIVERSIDE) for adult in school.staff}
STORIES = stories.all_stories()
both_schools = pytest.mark.parametrize("school", [OAKFIELD, RIVERSIDE], ids=lambda school: school.key)
every_story = pytest.mark.parametrize(
    "story", STORIES, ids=lambda one: f"{one.child}-{one.school_days_ago}-{one.at:%H%M}"
)


def child(key: str) -> SampleChild:
    """The child with this key."""
    return CHILDREN[key][1]


def words_of(story: Story) -> str:
    """Everything in an entry that somebody wrote."""
    return f"{story.account}\n{story.child_words}\n{story.already_done}\n{story.late_reason}"


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks."""
    return re.sub(r"“[^”]*”", "", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the space around them."""
    return [one.strip() for one in re.split(r"(?<=[.!?])[”]?\s+|\n+", text) if one.strip(" ”“")]


# The roll


def test_oakfield_has_420_children_in_fourteen_classes_of_thirty() -> None:
    classes = Counter((one.year, one.class_name) for one in OAKFIELD.children)
    assert len(OAKFIELD.children) == 420
    assert set(classes.values()) == {30}
    assert Counter(year for year, _ in classes) == dict.fromkeys(range(7), 2)


def test_riverside_has_1150_children_in_tutor_groups_of_a_size() -> None:
    groups = Counter(one.class_name for one in RIVERSIDE.children)
    assert len(RIVERSIDE.children) == 1150
    assert Counter(one.year for one in RIVERSIDE.children) == dict.fromkeys(range(7, 12), 230)
    assert set(groups.values()) <= {28, 29}


def test_pupil_numbers_are_valid_and_nobody_elses() -> None:
    numbers = [one.upn for _, one in CHILDREN.values()]
    assert all(upn.is_valid(number) and number[4] == "0" for number in numbers)
    assert len(set(numbers)) == len(numbers) == 1570


def test_every_child_is_the_right_age_for_the_year() -> None:
    for _, one in CHILDREN.values():
        began = SCHOOL_YEAR_BEGAN.year - one.year - 5
        assert (began, 9, 1) <= (one.born_on.year, one.born_on.month, one.born_on.day) < (began + 1, 9, 1), (
            one
        )


def test_telephone_numbers_ring_nowhere_and_mail_goes_nowhere() -> None:
    for _, one in CHILDREN.values():
        assert 1 <= len(one.contacts) <= 3
        assert [contact.order for contact in one.contacts] == [1, 2, 3][: len(one.contacts)]
        for contact in one.contacts:
            assert re.fullmatch(r"(01632 960|07700 900)\d{3}", contact.phone)
            assert contact.email == "" or contact.email.endswith(".example")


def test_alike_names_at_oakfield() -> None:
    assert [
        (child(key).name, child(key).year, child(key).class_name) for key in (MAISIE, "maisie-thorne")
    ] == [
        ("Maisie Thornton", 4, "Willow"),
        ("Maisie Thorne", 1, "Acorn"),
    ]
    names = Counter(one.name for one in OAKFIELD.children)
    assert [name for name, times in names.items() if times > 1] == ["Oliver Hughes"]
    assert child("oliver-hughes-beech").class_name != child("oliver-hughes-oak").class_name
    assert {"Mohammed Ali", "Muhammad Ali", "Mohamed Aly"} <= set(names)


def test_siblings_share_their_contacts_and_know_each_other() -> None:
    for key, (_, one) in CHILDREN.items():
        for other in one.siblings:
            assert key in child(other).siblings
            assert child(other).contacts == one.contacts


def test_families_reach_across_classes_and_across_the_schools() -> None:
    reach = Counter(
        school.key == CHILDREN[key][0].key for school, one in CHILDREN.values() for key in one.siblings
    )
    assert reach[True] > 100
    assert reach[False] > 100
    assert child(MAISIE).siblings == ("kai-thornton",)


def test_some_are_called_otherwise_than_the_law_has_it() -> None:
    everybody = [one for _, one in CHILDREN.values()]
    assert child("libby-fenwick").legal_given == "Elizabeth"
    assert child("freya-holroyd").legal_family == "Holroyd-Marsden"
    assert child("alfie-garside").former_family == "Pemberton-Shaw"
    assert sum(one.given != one.legal_given for one in everybody) > 20
    assert sum(bool(one.former_family) for one in everybody) > 5


# The staff


@both_schools
def test_every_group_has_somebody_and_every_class_a_teacher(school: SampleSchool) -> None:
    groups = {group for adult in school.staff for group in adult.groups}
    assert groups == set(MAY_USE)
    taught = [name for adult in school.staff if "teacher" in adult.groups for name in adult.classes]
    assert sorted(taught) == sorted({one.class_name for one in school.children})


def test_no_two_people_have_one_address() -> None:
    both = {one.email for one in OAKFIELD.staff} & {one.email for one in RIVERSIDE.staff}
    assert both == {"both@kestrel.example"}, "Nadia Haddad works in both schools with one account"
    assert len(STAFF) == len(OAKFIELD.staff) + len(RIVERSIDE.staff) - len(both)
    assert len({adult.name for _, adult in STAFF.values()}) == len(STAFF)


def test_the_demo_accounts() -> None:
    accounts = {adult.email for _, adult in STAFF.values() if adult.demo}
    names = (
        "head",
        "dsl",
        "deputy",
        "slt",
        "senco",
        "teacher",
        "ta",
        "office",
        "admin",
        "parent",
        "colleague",
    )
    others = {"dsl@riverside.example", "both@kestrel.example"}
    assert accounts == {f"{name}@oakfield.example" for name in names} | others


def test_a_teacher_is_the_mother_of_a_child_in_another_class() -> None:
    mother: SampleStaff = STAFF["parent@oakfield.example"][1]
    assert mother.children == (MAISIE,)
    assert child(MAISIE).class_name not in mother.classes
    assert mother.name in [contact.name for contact in child(MAISIE).contacts]


def test_adults_are_tied_to_children_of_their_own_school() -> None:
    for school, adult in STAFF.values():
        assert all(CHILDREN[key][0] is school for key in (*adult.one_to_one, *adult.children))


# The file


@both_schools
def test_the_roll_file_holds_everybody(school: SampleSchool, tmp_path: Path) -> None:
    rollfile.write_roll(school, tmp_path / "roll.csv")
    with (tmp_path / "roll.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert Counter(row["Kind"] for row in rows) == {"child": len(school.children), "staff": len(school.staff)}
    assert {row["UPN"] for row in rows if row["UPN"]} == {one.upn for one in school.children}
    assert {row["Staff email"] for row in rows if row["Staff email"]} == {one.email for one in school.staff}
    assert all(
        re.fullmatch(r"\d\d/\d\d/\d{4}", row["Date of birth"]) for row in rows if row["Kind"] == "child"
    )


# The stories


def test_there_are_a_hundred() -> None:
    where = Counter(CHILDREN[one.child][0].key for one in STORIES)
    assert where == {"oakfield": 88, "riverside": 12}
    assert sum(one.child == MAISIE for one in STORIES) == 19


@every_story
def test_the_writer_may_use_the_categories_and_works_where_the_child_is(story: Story) -> None:
    school, writer = STAFF[story.writer]
    assert CHILDREN[story.child][0] is school
    assert story.child not in writer.children
    assert story.categories
    assert set(story.categories) <= set.union(*(MAY_USE[group] for group in writer.groups))


@every_story
def test_time_is_told_plainly(story: Story) -> None:
    assert story.precision in ("exact", "about", "morning of")
    assert 1 <= story.school_days_ago <= 225
    assert story.minutes_later > 0
    assert bool(story.late_reason) == (story.minutes_later > 1440)
    same_day = story.at.hour * 60 + story.at.minute + story.minutes_later < 1440
    assert same_day or story.school_days_ago > story.minutes_later // 1440


@every_story
def test_only_people_who_were_told_have_read_it(story: Story) -> None:
    assert set(story.read_by) <= set(readers_of(story))
    assert len(set(story.read_by)) == len(story.read_by)


@every_story
def test_no_other_child_is_named(story: Story) -> None:
    school, subject = CHILDREN[story.child]
    household = {subject.name, *(child(key).name for key in subject.siblings)}
    others = {one.name for one in school.children} - household
    text = unquoted(words_of(story))
    assert [name for name in others if re.search(rf"\b{re.escape(name)}\b", text)] == []
    adults = {word for _, adult in STAFF.values() for word in adult.name.split()}
    met = {child(one.child).given for one in STORIES} - {subject.given} - adults
    met -= {word for contact in subject.contacts for word in contact.name.split()}
    assert [name for name in met if re.search(rf"\b{re.escape(name)}\b", text)] == []


@every_story
def test_it_is_written_as_fact(story: Story) -> None:
    text = unquoted(words_of(story))
    loose = (
        r"always|never|usual(ly)?|again|obviously|clearly|sadly|luckily|unfortunately|typical(ly)?|probably"
    )
    assert re.search(rf"\b({loose}|seem(s|ed)?|I (think|feel))\b", text, re.IGNORECASE) is None
    assert "!" not in text
    assert re.search(r"\b[A-Z]{4,}\b", text) is None
    assert text.count("“") == text.count("”") == 0


def test_nothing_is_said_twice_about_one_child() -> None:
    for key in {one.child for one in STORIES}:
        said = Counter(line for one in STORIES if one.child == key for line in sentences(words_of(one)))
        assert [line for line, times in said.items() if times > 1] == []


def test_child_protection_is_written_by_a_dsl() -> None:
    writers = {one.writer for one in STORIES if "child_protection" in one.categories}
    assert writers == {DSL, "dsl@riverside.example"}


def test_about_fourteen_new_entries_wait_for_the_dsl() -> None:
    waiting = [one for one in STORIES if DSL in readers_of(one) and DSL not in one.read_by]
    assert len(waiting) == 14
    assert all(one.school_days_ago <= stories.STILL_NEW for one in waiting)


def test_the_colleague_is_told_of_nothing_about_willow() -> None:
    about = [one for one in STORIES if child(one.child).class_name == "Willow"]
    assert about
    assert all("colleague@oakfield.example" not in (one.writer, *readers_of(one)) for one in about)


def test_entries_come_closer_together_lately() -> None:
    ago = [one.school_days_ago for one in STORIES]
    assert sum(days <= 60 for days in ago) > 2 * sum(days > 60 for days in ago)
    assert ago == sorted(ago, reverse=True)


def made_elsewhere(hash_seed: str) -> bytes:
    """The whole trust as another process makes it, whose sets stand in another order."""
    show = "from heed.demo import people, stories; print(people.schools(), stories.all_stories())"
    variables = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", show], env=variables, cwd=ROOT, capture_output=True, check=True
    ).stdout


def test_the_same_trust_is_made_every_time() -> None:
    first, told = people.schools(), stories.all_stories()
    people.schools.cache_clear()
    stories.all_stories.cache_clear()
    assert people.schools() == first
    assert stories.all_stories() == told
    assert made_elsewhere("1") == made_elsewhere("2") == f"{first} {told}\n".encode()

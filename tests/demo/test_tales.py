"""What is told of the sample trust reads like a school's records: by whom, when, in which words, and how it ended."""

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from heed.demo.tales.arcs import COURSES
from heed.demo.tales.subject import Subject, subjects
from heed.demo.tales.tale import Tale
from heed.demo.tales.telling import Sample, every_tale
from heed.demo.terms import is_school_day, school_days_before
from heed.incidents.kinds import Did, Standing
from heed.incidents.rules import STATES
from heed.lib.clock import london
from tests.demo.test_sample_data import CHILDREN, DSL, MAY_USE, ROOT, STAFF, sentences, unquoted

NOW = datetime(2026, 11, 24, 8, 20, tzinfo=UTC)
IN_SUMMER, IN_SEPTEMBER = datetime(2027, 8, 11, 10, 0, tzinfo=UTC), datetime(2026, 9, 7, 14, 30, tzinfo=UTC)
LEON, KAYLEIGH, AMELIE, SHANNON = "leon-sadler", "kayleigh-dobson", "amelie-fairhurst", "shannon-larkin"
MONDAY, TUESDAY, FRIDAY = 0, 1, 4


@cache
def told(now: datetime = NOW) -> tuple[Tale, ...]:
    return every_tale(now, Sample.FULL)


@cache
def about(key: str) -> tuple[Tale, ...]:
    return tuple(tale for tale in told() if tale.child == key)


def subject(tale: Tale) -> Subject:
    return subjects(london(NOW).date())[tale.child]


def said_in(tale: Tale) -> list[str]:
    return sentences(unicodedata.normalize("NFC", tale.words).casefold())


def weekdays(tales: tuple[Tale, ...]) -> Counter[int]:
    return Counter(london(tale.occurred_at).weekday() for tale in tales)


every_now = pytest.mark.parametrize("now", [NOW, IN_SUMMER, IN_SEPTEMBER], ids=lambda now: f"{now:%d %B}")


# How much


def test_about_three_thousand_entries_at_oakfield_and_a_taste_of_riverside() -> None:
    where = Counter(CHILDREN[tale.child][0].key for tale in told())
    assert 2_750 <= where["oakfield"] <= 3_250
    assert 150 <= where["riverside"] <= 310


def test_most_children_have_few_entries_some_have_dozens_and_one_a_thousand() -> None:
    many = Counter(tale.child for tale in told())
    oakfield = [many[key] for key, (school, _) in CHILDREN.items() if school.key == "oakfield"]
    assert sum(number <= 5 for number in oakfield) > 0.75 * len(oakfield)
    assert sum(number == 0 for number in oakfield) > 20
    assert 12 <= sum(20 <= number <= 80 for number in oakfield) <= 40
    assert 950 <= max(oakfield) == many[LEON] <= 1_080


def test_most_entries_are_small_and_ordinary() -> None:
    kinds = Counter(category for tale in told() for category in tale.categories)
    assert kinds["child_protection"] < 0.08 * len(told())
    assert kinds["bullying"] + kinds["racist"] < 20
    assert all(kinds[category] for category in MAY_USE["head"] if category != "other_transfer")
    assert sorted(len(tale.account) for tale in told())[len(told()) // 2] < 200


def test_the_small_telling_is_what_was_written_by_hand() -> None:
    small = every_tale(NOW, Sample.SMALL)
    assert len(small) == 100
    assert {(tale.child, tale.account) for tale in small} <= {(tale.child, tale.account) for tale in told()}


# In which words


@every_now
def test_no_sentence_stands_twice_on_one_page_or_in_one_household(now: datetime) -> None:
    everybody = subjects(london(now).date())
    said: dict[str, Counter[str]] = {}
    for tale in told(now):
        said.setdefault(everybody[tale.child].household, Counter()).update(said_in(tale))
    assert [line for lines in said.values() for line, times in lines.items() if times > 1] == []


@every_now
def test_few_sentences_stand_often_in_the_school(now: datetime) -> None:
    said = Counter(line for tale in told(now) for line in said_in(tale))
    assert sum(times for times in said.values() if times > 3) < 0.02 * said.total()
    assert len(said) > 10_000


LOOSE = (
    r"always|never|usual(ly)?|again|obviously|clearly|sadly|luckily|unfortunately|typical(ly)?|probably|perhaps|maybe"
    r"|seem(s|ed)?|apparently|hopefully|surprisingly|constantly|of course|every time|I (think|feel|believe|suppose)"
    r"|naughty|rude|lazy|silly|aggressive|manipulative|attention.seeking|lovely|nasty|awful|terrible|sweet|difficult"
    r"|challenging|inappropriate(ly)?|dysfunctional|chaotic|neglectful|on purpose|deliberately|refuses|kicked off"
)


@every_now
def test_every_word_of_the_writers_own_is_fact(now: datetime) -> None:
    found = [
        (tale.child, hit[0])
        for tale in told(now)
        for hit in re.finditer(rf"\b({LOOSE})\b", unquoted(tale.words), re.IGNORECASE)
    ]
    assert found == []


SAID_IN_FULL = {"MMR", "NHS", "PE", "DSL", "PEP", "GP", "PC", "DC", "DS", "TA"}


@every_now
def test_nobody_is_named_by_initials_nothing_is_shouted_and_nothing_is_half_filled_in(now: datetime) -> None:
    for tale in told(now):
        text = unquoted(tale.words)
        assert "!" not in text
        assert set(re.findall(r"\b[A-Z]{2,}\b", text)) <= SAID_IN_FULL | {"SENC"}, text
        assert re.search(r"\b(Mr|Mrs|Ms|Miss) [A-Z]\b|(?<!°)\b[A-HJ-Z]\.", text) is None, text
        assert re.search(r"[{}\[\]|]|  | [.,;?]|\.\.|\b(one|1) times\b", tale.words) is None, tale.words
        assert tale.words.count("“") == tale.words.count("”"), tale.words


ORDINARY_WORDS = {
    *(
        "Will",
        "May",
        "Rose",
        "Grace",
        "Hope",
        "Summer",
        "Faith",
        "Mark",
        "Robin",
        "Amber",
        "Drew",
        "Chase",
        "Frank",
    ),
    *("Page", "Field", "Brook", "Park", "Kit", "Adam", "Willow", "Lee", "Page", "Mum"),
}


def test_no_other_child_is_named() -> None:
    """Not in full, and of those whose story it might be not by forename either."""
    adults = {word for _, adult in STAFF.values() for word in adult.name.split()}
    courses = {CHILDREN[course.child][1].given for course in COURSES} - ORDINARY_WORDS - adults
    for tale in told():
        school, child = CHILDREN[tale.child]
        household = {child.key, *child.siblings}
        text = unquoted(tale.words)
        names = {one.name for one in school.children if one.key not in household}
        known = {word for contact in child.contacts for word in contact.name.split()}
        known |= {CHILDREN[key][1].given for key in household}
        words = set(re.findall(r"\b\w[\w'-]*", re.sub(r"[\w'-]+ [\w'-]+ \([^)]*\)", "", text)))
        pairs = {" ".join(pair) for pair in zip(text.split(), text.split()[1:], strict=False)}
        assert not {re.sub(r"[.,;:]|'s$", "", pair) for pair in pairs} & names, tale
        assert not (courses - known) & words - named_adults(tale), tale


def named_adults(tale: Tale) -> set[str]:
    """Forenames and surnames of adults who are named in full with a role."""
    return {word for name in re.findall(r"([\w'-]+ [\w'-]+) \([^)]*\)", tale.words) for word in name.split()}


# By whom


def test_writers_may_use_what_they_chose_and_work_where_the_child_is() -> None:
    for tale in told():
        writer = STAFF[tale.writer][1]
        assert tale.writer in {one.email for one in CHILDREN[tale.child][0].staff}
        assert tale.child not in writer.children
        assert set(tale.categories) <= set.union(*(MAY_USE[group] for group in writer.groups)), tale


def test_child_protection_is_written_by_leaders() -> None:
    writers = {STAFF[tale.writer][1] for tale in told() if "child_protection" in tale.categories}
    assert all({"dsl", "deputy", "head", "assistant_head"} & set(writer.groups) for writer in writers)


def test_class_teachers_write_about_the_class_they_had_then() -> None:
    for tale in told():
        writer = STAFF[tale.writer][1]
        if writer.groups == ("teacher",) and tale.class_name:
            stage = subject(tale).stage(london(tale.occurred_at).date())
            assert stage
            assert writer == stage.teacher, tale


# When


@every_now
def test_everything_happens_in_school_hours_on_school_days_and_nothing_is_still_to_come(
    now: datetime,
) -> None:
    for tale in told(now):
        at, written = london(tale.occurred_at), london(tale.recorded_at)
        assert is_school_day(at.date()), tale
        assert 7 <= at.hour < 18, tale
        assert is_school_day(written.date()), tale
        assert 7 <= written.hour < 18, tale
        assert at < written <= now
        assert all(tale.recorded_at <= moment <= now for _, moment in tale.reads)
        assert all(deed.at < now for deed in tale.deeds)
        assert all(turn.at < now for turn in tale.turns)
        assert bool(tale.late_reason) == (tale.recorded_at - tale.occurred_at > timedelta(hours=24)), tale


def test_class_teachers_write_when_they_do_not_teach() -> None:
    for tale in told():
        if STAFF[tale.writer][1].groups == ("teacher",) and tale.class_name and not tale.late_reason:
            written = london(tale.recorded_at)
            assert (
                (written.hour, written.minute) < (8, 30) or written.hour in {10, 12, 13} or written.hour >= 15
            )


@every_now
def test_each_entry_goes_through_states_that_follow_one_another(now: datetime) -> None:
    for tale in told(now):
        standing, at = Standing.NEW, tale.recorded_at
        for turn in tale.turns:
            assert turn.did in STATES[standing], tale
            assert turn.at >= at
            standing, at = STATES[standing][turn.did], turn.at


# How it ended


def standing_of(tale: Tale) -> Standing:
    standing = Standing.NEW
    for turn in tale.turns:
        standing = STATES[standing][Did(turn.did)]
    return standing


def test_old_entries_are_closed_and_only_the_last_days_wait_for_somebody() -> None:
    here = [tale for tale in told() if CHILDREN[tale.child][0].key == "oakfield"]
    new = [tale for tale in here if standing_of(tale) is Standing.NEW]
    assert 10 <= len(new) <= 25
    recent = school_days_before(london(NOW).date(), 5)
    assert all(london(tale.recorded_at).date() >= recent for tale in new)
    older = [tale for tale in here if NOW - tale.recorded_at > timedelta(days=100)]
    assert {standing_of(tale) for tale in older} == {Standing.CLOSED}
    open_ = [tale for tale in here if standing_of(tale) in {Standing.IN_HAND, Standing.WATCHING}]
    assert 30 <= len(open_) <= 120


def test_about_fourteen_alerts_wait_for_the_dsl() -> None:
    """Everything that is made up has been read; what is written by hand waits as it did."""
    unread = [
        tale
        for tale in told()
        if CHILDREN[tale.child][0].key == "oakfield"
        and tale.writer != DSL
        and DSL not in {email for email, _ in tale.reads}
    ]
    assert 12 <= len(unread) <= 16


def test_what_was_done_is_written_down_with_consents_and_reasons() -> None:
    deeds = [deed for tale in told() for deed in tale.deeds]
    assert len(deeds) > 600
    assert {deed.consent for deed in deeds} >= {"", "given", "not sought"}
    assert all(bool(deed.why_not_asked) == (deed.consent == "not sought") for deed in deeds)
    assert sum(bool(deed.told) for deed in deeds) > 50


# Patterns that a lead would recognise


def test_neglect_shows_on_mondays() -> None:
    days = weekdays(about(KAYLEIGH))
    assert days[MONDAY] > 0.5 * days.total()


def test_refusal_shows_on_fridays_and_mondays() -> None:
    days = weekdays(tuple(one for one in about(AMELIE) if "attendance" in one.categories))
    assert days[MONDAY] + days[FRIDAY] > 0.6 * days.total()


def test_contact_on_mondays_shows_on_tuesdays() -> None:
    upset = tuple(
        one
        for one in about(SHANNON)
        if {"concern", "serious_behaviour", "low_behaviour"} & set(one.categories)
    )
    assert weekdays(upset).most_common(1)[0][0] == TUESDAY


def test_leons_file_is_heaviest_on_mondays_after_holidays_and_while_a_plan_stands() -> None:
    days = weekdays(about(LEON))
    assert days[MONDAY] > 1.3 * days.total() / 5
    first = [day for day in school_weeks() if not is_school_day(day - timedelta(days=7))]
    in_first_week = sum(first_day <= london(one.occurred_at).date() < first_day + timedelta(days=5)
                        for one in about(LEON) for first_day in first)  # fmt: skip
    assert in_first_week / len(first) > 1.15 * len(about(LEON)) / len(school_weeks())
    years = Counter(london(one.occurred_at).year for one in about(LEON))
    assert years[2026] > 2 * years[2020]


@cache
def school_weeks() -> tuple[date, ...]:
    """The Mondays of the school weeks of Leon's file."""
    first = london(about(LEON)[0].occurred_at).date()
    first -= timedelta(days=first.weekday())
    days = [first + timedelta(weeks=number) for number in range((london(NOW).date() - first).days // 7)]
    return tuple(day for day in days if is_school_day(day))


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.child)
def test_a_course_is_told_nearly_whole(course) -> None:
    planned = sum(scene.times for scene in course.scenes) + sum(echo.times for echo in course.echoes)
    assert sum(tale.class_name != "" for tale in about(course.child)) >= 0.65 * planned


# The same every time


def digest_of(tales: tuple[Tale, ...]) -> str:
    return hashlib.sha256(repr(tales).encode()).hexdigest()


def test_the_same_is_told_by_another_process_whose_sets_stand_in_another_order() -> None:
    show = (
        "import hashlib, django; django.setup();"
        "from datetime import UTC, datetime; from heed.demo.tales.telling import Sample, every_tale;"
        f"told = every_tale(datetime.fromisoformat('{NOW.isoformat()}'), Sample.FULL);"
        "print(hashlib.sha256(repr(told).encode()).hexdigest())"
    )
    variables = {**os.environ, "PYTHONHASHSEED": "7", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    elsewhere = subprocess.run(
        [sys.executable, "-c", show], env=variables, cwd=ROOT, capture_output=True, check=True
    )
    assert elsewhere.stdout.decode().strip() == digest_of(told())

"""Searching words in the whole school: each finds what they may read, and learns of nothing else."""

import html
import re
from datetime import timedelta
from itertools import chain, product
from uuid import UUID

import pytest

from heed.access.actions import bar, lock
from heed.chronology.actions import search_words
from heed.chronology.queries import AT_ONCE, Asked, search
from heed.incidents.following import Done, add_action
from heed.incidents.models import Incident
from heed.lib.outcomes import Refused
from heed.records.actions import bar_from_entry, grant
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.viewer import on_the_server
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_ELSEWHERE,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    OTHER_TEACHER,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.chronology.test_chronology import write
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.records.behind import detail, marks

SEARCH = "/search/"


def act(town: Town, on: UUID, done: str, *, who: Person = LEAD) -> UUID:
    """An action on an entry: its id."""
    with schools(town.oakfield):
        return add_action(town.viewer(who), on, Done(done=done), token=uuid7())


def found(town: Town, who: Person, words: str = "coat", **asked: object) -> list[UUID]:
    """What this person finds."""
    with schools(town.school_of(who)):
        rows = search(town.viewer(who), Asked(words=words, **asked), before=None).rows  # type: ignore[arg-type]
    return [one.id for one in rows]


def post(town: Town, words: str, who: Person = LEAD, **more: str) -> Page:
    return Page(town.client(who).post(SEARCH, {"words": words, **more}))


def shown(page: Page) -> list[str]:
    """Where the rows lead."""
    return [href for href, _ in page.links if href.startswith("/entries/")]


def anonymous(page: Page) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.body)


@pytest.fixture
def school(town: Town) -> dict[str, UUID]:
    """Coats of several children, in more and less guarded entries, and one in the other school."""
    return {
        "maisie": town.entry(account="No coat again."),
        "kacper": town.entry(about="kacper", account="Kacper lost his coat."),
        "zoe": town.entry(about="zoe", account="Zoë gave her coat away.", writer=OTHER_TEACHER),
        "guarded": town.entry(
            HEAD, "kacper", {Default.CHILD_PROTECTION}, account="Father took the coat, and hit him."
        ),
        "medical": town.entry(about="kacper", categories={Default.MEDICAL}, account="Coughing, coat off."),
        "elsewhere": town.entry(LEAD_ELSEWHERE, "elsewhere", account="A coat at Riverside."),
    }


WHO_FINDS = [
    (HEAD, {"maisie", "kacper", "zoe", "guarded", "medical"}),
    (LEAD, {"maisie", "kacper", "zoe", "guarded", "medical"}),
    (SENIOR_LEADER, {"maisie", "kacper", "zoe", "medical"}),
    (SENCO, {"maisie", "kacper", "zoe", "medical"}),
    (LEAD_WHO_IS_THE_PARENT, {"kacper", "zoe", "guarded", "medical"}),
    (LEAD_ELSEWHERE, {"elsewhere"}),
]


@pytest.mark.parametrize(("who", "expected"), WHO_FINDS, ids=lambda one: getattr(one, "key", ""))
def test_each_finds_what_they_may_read(
    who: Person, expected: set[str], town: Town, school: dict[str, UUID]
) -> None:
    assert set(found(town, who)) == {school[key] for key in expected}


def test_the_lists_above_are_what_the_one_filter_lets_them_read(town: Town, school: dict[str, UUID]) -> None:
    """Held against each entry by itself, for everybody who is signed in with a second factor."""
    for who, key in product(
        (*(who for who, _ in WHO_FINDS), ASSISTANT, OTHER_TEACHER, ADMINISTRATOR), school
    ):
        with schools(town.school_of(who)):
            may = Incident.objects.seen_by(town.viewer(who)).filter(item_id=school[key]).exists()
        assert (school[key] in found(town, who)) == may, (who.key, key)


def test_a_class_teacher_finds_what_her_class_s_teacher_may_read_and_no_more(
    town: Town, school: dict[str, UUID]
) -> None:
    hers = town.entry(about="zoe", categories={Default.MEDICAL}, account="A cough, no coat.")
    assert found(town, OTHER_TEACHER) == [hers], "not Willow's, and not the concern about Zoë"


def test_somebody_told_of_one_entry_finds_that_one(town: Town, school: dict[str, UUID]) -> None:
    before = found(town, ASSISTANT)
    assert school["maisie"] not in before
    with schools(town.oakfield):
        grant(town.viewer(LEAD), school["maisie"], [town.staff["ta"]], why="alerted")
    assert set(found(town, ASSISTANT)) == {*before, school["maisie"]}


def test_an_action_is_found_with_its_entry_s_number_and_under_the_same_rules(
    town: Town, school: dict[str, UUID], clock: Clock
) -> None:
    rang = act(town, school["kacper"], "Rang about the coats; grandmother brings one.")
    assert rang in found(town, LEAD)
    page = post(town, "grandmother")
    assert shown(page) == [f"/entries/{school['kacper']}/#action-{rang}"]
    assert "Action on 2" in page.body
    with schools(town.oakfield):
        bar_from_entry(
            on_the_server(town.oakfield, at=NOW), school["kacper"], town.staff["lead"], why="named"
        )
    assert {rang, school["kacper"]}.isdisjoint(found(town, LEAD)), "a bar from an entry holds for its actions"


def test_a_locked_record_is_found_by_those_who_are_named_only(town: Town, school: dict[str, UUID]) -> None:
    with schools(town.oakfield):
        lock(on_the_server(town.oakfield, at=NOW), town.pupils["maisie"], named=[town.staff["head"]])
    assert school["maisie"] in found(town, HEAD)
    assert school["maisie"] not in found(town, LEAD)


@pytest.mark.parametrize(
    "words", ["coat", "father", "took hit", '"hit him"', "father or giraffe", "no -giraffe"]
)
def test_what_somebody_may_not_read_changes_nothing_about_the_answer(
    words: str, town: Town, clock: Clock
) -> None:
    """The same page, to the letter, before it was written and after: no count, no order, no hint."""
    town.entry(account="No coat again, no hat.")
    town.entry(about="kacper", account="Took his coat home.")
    mother, senco = town.client(LEAD_WHO_IS_THE_PARENT), town.client(SENCO)

    def pages() -> list[str]:
        return [anonymous(Page(one.post(SEARCH, {"words": words}))) for one in (senco, mother)]

    with schools(town.oakfield):
        bar(on_the_server(town.oakfield, at=NOW), town.staff["parent"], town.pupils["zoe"], why="relative")
    before = pages()
    hidden = {Default.CHILD_PROTECTION}
    for about in ("maisie", "zoe"):
        entry = town.entry(
            HEAD, about, hidden, account="Father took the coat and hit him. No!", at=NOW - timedelta(days=1)
        )
        act(town, entry, "Father rang: took no coat, hit him.", who=HEAD)
    town.entry(LEAD_ELSEWHERE, "elsewhere", account="Father hit him, took the coat. No.")
    after = pages()
    waits = re.compile(
        r'(?s)<ul class="govuk-service-navigation__list".*?</ul>|<nav class="heed-dock".*?</nav>'
    )
    now = re.compile(r"seen=[0-9a-f]+|data-waiting=\S+")
    assert [now.sub("", waits.sub("", page)) for page in after] == [
        now.sub("", waits.sub("", page)) for page in before
    ]


WORDS: list[tuple[str, list[str]]] = [
    ("coat", ["late", "coat"]),
    ("COATS", ["late", "coat"]),
    ("coat late", ["late"]),
    ("coat -late", ["coat"]),
    ('"coats wet"', ["late"]),
    ('"wet coats"', []),
    ("cough or late", ["late", "cough"]),
    ("toast", ["cough"]),
    ("corridor", ["late"]),
    ("'); drop & | ! <->", []),
    ('coat "unclosed', []),
]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_the_words_are_read_as_a_search_on_the_web(words: str, expected: list[str], town: Town) -> None:
    with schools(town.oakfield):
        items = {
            "coat": town.entry(account="No coat again.", at=NOW - timedelta(days=80)),
            "cough": town.entry(account="She was coughing.", at=NOW - timedelta(days=2)),
            "late": town.entry(account="Late. Coats wet.", at=NOW),
        }
    act_on = {"cough": "Gave her toast.", "late": "Talked in the corridor."}
    actions = {key: act(town, items[key], done) for key, done in act_on.items()}
    if words in {"toast", "corridor"}:
        assert found(town, LEAD, words) == [actions[key] for key in expected]
    else:
        assert found(town, LEAD, words) == [items[key] for key in expected]


def test_it_can_be_narrowed_to_a_category_and_to_the_days_since(
    town: Town, school: dict[str, UUID], clock: Clock
) -> None:
    old = town.entry(about="kacper", account="Coat torn.", at=NOW - timedelta(days=90))
    assert old in found(town, LEAD)
    page = post(town, "coat", category=str(int(Default.MEDICAL)))
    assert shown(page) == [f"/entries/{school['medical']}/"]
    page = post(town, "torn", since="1 November 2026")
    assert "Nothing found" in page.body
    assert page.typed("since") == "1 November 2026"


def stretches(town: Town, words: str) -> list[list[UUID]]:
    """All that is found, page after page."""
    parts, before = [], None
    with schools(town.oakfield):
        while True:
            part = search(town.viewer(LEAD), Asked(words=words), before=before)
            parts.append([one.id for one in part.rows])
            if not part.more:
                return parts
            before = part.rows[-1].occurred_at, part.rows[-1].id


@pytest.mark.parametrize("apart", [60, 0])
def test_120_entries_are_found_in_three_pages_none_missing_and_none_twice(apart: int, town: Town) -> None:
    written = write(town, 120, minutes_apart=apart)
    parts = stretches(town, "entry")
    assert [len(part) for part in parts] == [AT_ONCE, AT_ONCE, 20]
    whole = list(chain(*parts))
    assert whole == (written if apart else sorted(written, reverse=True))


def test_entries_and_actions_stand_in_one_order(town: Town, clock: Clock) -> None:
    """Actions happened when they were recorded: the newest first, wherever one page ends."""
    written = [*write(town, 42), *(town.entry(account="An entry.") for _ in range(10))]
    done = [act(town, item, "About the entry.") for item in written[42:]]
    parts = stretches(town, "entry")
    assert [len(part) for part in parts] == [AT_ONCE, 12]
    assert sorted(chain(*parts)) == sorted([*written, *done])
    with schools(town.oakfield):
        rows = search(town.viewer(LEAD), Asked(words="entry"), before=None).rows
    keys = [(one.occurred_at, one.id) for one in rows]
    assert keys == sorted(keys, reverse=True)


def test_show_earlier_goes_on_where_the_page_ended_though_more_was_written(town: Town, clock: Clock) -> None:
    written = write(town, AT_ONCE + 3)
    helen = town.client(LEAD)
    page = Page(helen.post(SEARCH, {"words": "entry", "since": "1 September 2026"}))
    assert f"The latest {AT_ONCE} entries" in page.body
    town.entry(account="A new entry.", at=NOW + timedelta(minutes=30))
    again = {name: page.fields[name][-1] for name in ("words", "since", "before")}
    rest = Page(helen.post(SEARCH, again))
    assert "3 entries, earlier" in rest.body
    assert shown(rest) == [f"/entries/{item}/" for item in written[AT_ONCE:]]
    assert "before" not in rest.fields


@pytest.mark.parametrize(
    "before",
    [
        "nonsense",
        "2026-11-23",
        "2026-11-23T10:00:00 6f1c2f0e-3a53-4e9b-9d0f-2f6f6d1b7a11",
        "2026-11-23T10:00:00+00:00 x",
        "a b c",
    ],
)
def test_a_place_to_go_on_that_no_page_says_is_not_found(before: str, town: Town) -> None:
    assert post(town, "coat", before=before).status == 404


def test_the_page_asks_nothing_before_it_is_asked(town: Town, clock: Clock) -> None:
    page = Page(town.client(LEAD).get(SEARCH, {"words": "coat", "category": "2"}))
    assert page.status == 200
    assert "What you can search" in page.body
    assert page.typed("words") == ""
    assert marks(town, event="searched words") == []


def test_a_row_shows_enough_to_choose_it(town: Town, clock: Clock) -> None:
    town.entry(
        categories={Default.CONCERN, Default.ATTENDANCE},
        account="<b>Came</b> in without a coat & hat.\nCoats were hanging there.",
    )
    page = post(town, "coat hat")
    for words in (
        "Maisie Thornton",
        "Year 4, Willow",
        "1: Raising a concern, Attendance",
        "Katie Lowther, Class teacher",
        '&lt;b&gt;Came&lt;/b&gt; in without a <mark class="heed-hit">coat</mark> &amp; ',
        '<mark class="heed-hit">hat</mark>. <mark class="heed-hit">Coats</mark> were hanging there.',
        "1 entry that you may read",
    ):
        assert words in page.body
    assert page.typed("words") == "coat hat"


@pytest.mark.parametrize(
    ("account", "words"),
    [
        ("<Dad> took the coat", "coat"),
        ("x < y > coat &amp; <script>alert('coat')</script>", "coat"),
        ("http://coat.example/a?b=c coat me@coat.example", "coat"),
        ("after-school coat-hook half-past 8.50", "school"),
        ("‘Coat’ 🧥 — he\u0308r coat; nai\u0308ve", "coat"),
        ("\u202e taoc \u202c coat", "coat"),
        (f"{'b' * 2500} coat", "coat"),
    ],
)
def test_an_excerpt_says_what_the_entry_says(account: str, words: str, town: Town, clock: Clock) -> None:
    """Nothing is left out by what looks for the hits: the parser takes `<Dad>` for markup."""
    town.entry(account=account)
    body = post(town, words).body
    [printed] = re.findall(r'(?s)<p class="heed-words">(.*?)</p>', body)
    text = html.unescape(re.sub(r"</?mark[^>]*>", "", printed))
    whole = " ".join(account.split())
    assert text in {whole, f"… {whole.split(' ', 1)[1]}"}
    assert '<mark class="heed-hit">' in printed


def test_a_hit_in_the_child_s_own_words_says_so(town: Town, clock: Clock) -> None:
    item = write_with_words(town)
    page = post(town, "ran")
    assert shown(page) == [f"/entries/{item}/"]
    assert "The child’s own words: " in page.body
    assert "I <mark" in page.body


def write_with_words(town: Town) -> UUID:
    from heed.incidents.actions import Account, record_incident  # noqa: PLC0415

    with schools(town.oakfield):
        return record_incident(
            town.viewer(TEACHER),
            Account(
                pupil_id=town.pupils["maisie"],
                account="Came in late.",
                child_words="“I ran.”",
                categories=frozenset({Default.CONCERN}),
                occurred_at=NOW - timedelta(hours=1),
            ),
            token=uuid7(),
        )


NO_WORD = "Type a word that says more, such as “coat”. Signs, words like “the” and words to leave out find nothing alone."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type a word to look for."),
        (" \t\x00\x07\u200b ", "Type a word to look for."),
        ("the and", NO_WORD),
        ("a", NO_WORD),
        ('"', NO_WORD),
        ("?!", NO_WORD),
        ("-coat", NO_WORD),
        ("the -coat", NO_WORD),
        ("coat or -late", NO_WORD),
        ("\\", NO_WORD),
        ("w" * 300, "Look for fewer words: at most 200 letters."),
        ("a " * 150, "Look for fewer words: at most 200 letters."),
    ],
)
def test_a_search_that_cannot_be_made_is_answered_beside_the_field_and_nothing_is_lost(
    typed: str, said: str, town: Town, clock: Clock
) -> None:
    town.entry()
    page = post(town, typed, category="2", since="1 September 2026")
    assert page.status == 422
    assert page.errors == {"words": said}
    assert ("#words", said) in page.links
    assert page.typed("since") == "1 September 2026"
    assert (
        page.typed("words")
        == " ".join(typed.split()).translate(dict.fromkeys(map(ord, "\x00\x07\u200b"))).strip()
    )
    assert shown(page) == []
    assert marks(town, event="searched words") == []


def test_control_characters_are_left_out_of_a_search(town: Town, clock: Clock) -> None:
    town.entry()
    assert len(shown(post(town, "co\x00at\x02\x03"))) == 1


def test_mistakes_in_category_and_day_are_said_beside_them(town: Town, clock: Clock) -> None:
    page = post(town, "coat", category="x", since="soon")
    assert page.errors == {
        "category": "Choose one of the categories.",
        "since": "This is not a day. Write it like 1 September 2025.",
    }
    assert page.typed("words") == "coat"


def test_nothing_found_says_what_to_try(town: Town, clock: Clock) -> None:
    page = post(town, "giraffe")
    assert page.status == 200
    assert "No entry or action that you may read holds all of this." in page.body
    assert "Try one word alone" in page.body


def test_one_mark_says_what_was_asked_and_what_was_shown(
    town: Town, school: dict[str, UUID], clock: Clock
) -> None:
    rang = act(town, school["kacper"], "Rang about the coat.")
    post(town, " coat  ", category="", since="1 September 2026", who=SENCO)
    [mark] = marks(town, event="searched words")
    assert (mark.staff_id, mark.about, mark.about_id) == (town.staff["senco"], "search", None)
    said = detail(town, mark)
    assert (said["words"], said["since"], said["category"]) == ("coat", "2026-09-01", None)
    assert set(said["shown"]) == {str(school[key]) for key in ("maisie", "kacper", "zoe", "medical")} | {
        str(rang)
    }
    assert "coat" not in f"{mark.why}{mark.digest}{mark.origin}"


def test_without_a_second_factor_and_for_an_administrator_it_is_refused_in_words(town: Town) -> None:
    page = post(town, "coat", who=LEAD_BY_PASSWORD)
    assert page.status == 403
    assert "This page needs a second step at sign-in." in page.body
    page = post(town, "coat", who=ADMINISTRATOR)
    assert page.status == 403
    assert "do not search what is written about children" in page.body
    with schools(town.oakfield), pytest.raises(Refused):
        search_words(town.viewer(ADMINISTRATOR), Asked(words="coat"))


def test_it_stands_in_the_bar_for_those_who_may(town: Town) -> None:
    link = (SEARCH, "Search")
    assert link in Page(town.client(LEAD).get("/")).links
    for who in (LEAD_BY_PASSWORD, ADMINISTRATOR, TEACHER):
        assert link not in Page(town.client(who).get("/")).links

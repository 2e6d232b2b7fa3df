"""A child's chronology: newest first, in stretches, narrowed to what was asked."""

from datetime import date, timedelta
from itertools import chain
from uuid import UUID, uuid4

import pytest

from heed.alerts.actions import tell
from heed.chronology.queries import AT_ONCE, Asked, stretch, when_and_what
from heed.incidents.models import Incident
from heed.lib.outcomes import NotSeen
from heed.pupils.models import Pupil
from heed.records.actions import NewItem, put_in_file
from heed.records.kinds import ItemKind, Precision
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import HEAD, LEAD, LEAD_BY_PASSWORD, NOW, SENCO, TEACHER, Person, Town
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.records.behind import detail, marks, opened

MAISIE = "maisie"


def write(town: Town, number: int, *, minutes_apart: int = 60) -> list[UUID]:
    """So many entries about Maisie, the newest first; told to nobody, so that it is quick."""
    with schools(town.oakfield):
        katie = town.viewer(TEACHER)
        items = [
            put_in_file(
                katie,
                NewItem(
                    pupil_id=town.pupils[MAISIE],
                    kind=ItemKind.ENTRY,
                    occurred_at=NOW - timedelta(minutes=minutes_apart * back),
                    precision=Precision.EXACT,
                    categories=frozenset({Default.CONCERN}),
                ),
            )
            for back in range(number)
        ]
        Incident.objects.bulk_create(
            Incident(school_id=town.oakfield, item=item, token=uuid7(), account=f"Entry {item.number}.")
            for item in items
        )
        tell(katie, items[0].pk, ())
    return [item.pk for item in items]


def pages(town: Town, who: Person = LEAD) -> list[list[UUID]]:
    """The whole chronology, one stretch after the other."""
    found: list[list[UUID]] = []
    before = None
    with schools(town.oakfield):
        while True:
            part = stretch(town.viewer(who), town.pupils[MAISIE], Asked(), before=before)
            found.append([one.id for one in part.rows])
            if not part.more:
                return found
            before = part.rows[-1].id


def test_120_entries_are_read_in_three_stretches_none_missing_and_none_twice(town: Town) -> None:
    written = write(town, 120)
    found = pages(town)
    assert [len(part) for part in found] == [AT_ONCE, AT_ONCE, 20]
    assert list(chain(*found)) == written


def test_entries_of_the_same_moment_are_neither_missed_nor_shown_twice(town: Town) -> None:
    written = write(town, 120, minutes_apart=0)
    found = list(chain(*pages(town)))
    assert sorted(found) == sorted(written)
    assert found == sorted(found, reverse=True)


def test_exactly_one_stretch_has_nothing_before_it(town: Town) -> None:
    write(town, AT_ONCE)
    assert [len(part) for part in pages(town)] == [AT_ONCE]


def test_what_is_written_meanwhile_does_not_shift_the_next_stretch(town: Town) -> None:
    written = write(town, AT_ONCE + 2)
    with schools(town.oakfield):
        first = stretch(town.viewer(LEAD), town.pupils[MAISIE], Asked(), before=None)
    town.entry(TEACHER, at=NOW + timedelta(minutes=90))
    with schools(town.oakfield):
        rest = stretch(town.viewer(LEAD), town.pupils[MAISIE], Asked(), before=first.rows[-1].id)
    assert [one.id for one in rest.rows] == written[AT_ONCE:]


def test_one_cannot_begin_before_an_entry_that_is_not_there_to_be_read(town: Town) -> None:
    other_child = town.entry(TEACHER, "kacper")
    guarded = town.entry(HEAD, categories={Default.CHILD_PROTECTION})
    for who, before in ((LEAD, uuid4()), (LEAD, other_child), (SENCO, guarded)):
        with pytest.raises(NotSeen), schools(town.oakfield):
            stretch(town.viewer(who), town.pupils[MAISIE], Asked(), before=before)


def test_each_reads_in_the_chronology_what_they_may_read_and_counts_no_more(town: Town) -> None:
    concern = town.entry(TEACHER)
    guarded = town.entry(HEAD, categories={Default.CHILD_PROTECTION, Default.CONCERN})
    with schools(town.oakfield):
        for who, expected in ((LEAD, {concern, guarded}), (SENCO, {concern})):
            viewer, child = town.viewer(who), town.pupils[MAISIE]
            rows = stretch(viewer, child, Asked(), before=None).rows
            assert {one.id for one in rows} == expected
            assert len(when_and_what(viewer, child, since=NOW - timedelta(days=9))) == len(expected)


@pytest.fixture
def three(town: Town) -> dict[str, UUID]:
    """A coat in September, a cough and a late morning in November."""
    return {
        "coat": town.entry(
            categories={Default.CONCERN}, account="No coat again.", at=NOW - timedelta(days=80)
        ),
        "cough": town.entry(
            categories={Default.MEDICAL}, account="She was coughing.", at=NOW - timedelta(days=2)
        ),
        "late": town.entry(
            categories={Default.ATTENDANCE, Default.CONCERN}, account="Late. Coats wet.", at=NOW
        ),
    }


NARROWED: list[tuple[Asked, list[str]]] = [
    (Asked(), ["late", "cough", "coat"]),
    (Asked(words="coat"), ["late", "coat"]),
    (Asked(words="COATS"), ["late", "coat"]),
    (Asked(words="cough"), ["cough"]),
    (Asked(words="coat late"), ["late"]),
    (Asked(words="coat -late"), ["coat"]),
    (Asked(words='"coats wet"'), ["late"]),
    (Asked(words='"wet coats"'), []),
    (Asked(words="giraffe"), []),
    (Asked(words="'); drop & | ! <->"), []),
    (Asked(category=Default.CONCERN), ["late", "coat"]),
    (Asked(category=Default.SEN), []),
    (Asked(category=999), []),
    (Asked(since=date(2026, 11, 21)), ["late", "cough"]),
    (Asked(since=date(2026, 11, 22)), ["late"]),
    (Asked(since=date(2027, 1, 1)), []),
    (Asked(words="coat", category=Default.ATTENDANCE, since=date(2026, 9, 1)), ["late"]),
]


def test_the_chronology_is_narrowed_to_what_was_asked(town: Town, three: dict[str, UUID]) -> None:
    with schools(town.oakfield):
        helen = town.viewer(LEAD)
        for asked, expected in NARROWED:
            rows = stretch(helen, town.pupils[MAISIE], asked, before=None).rows
            assert [one.id for one in rows] == [three[key] for key in expected], asked


def address(town: Town, key: str = MAISIE) -> str:
    return f"/children/{town.pupils[key]}/"


def test_the_page_shows_the_child_the_months_and_every_entry(
    town: Town, clock: Clock, three: dict[str, UUID]
) -> None:
    page = Page(town.client(LEAD).get(address(town)))
    assert page.status == 200
    for words in (
        "Maisie Thornton",
        "Year 4, Willow. Born 14 March 2017, aged 9",
        "3 entries that you may read",
        "3 since September 2025, 2 of them this month",
        "November 2026",
        "September 2026",
        "3: Raising a concern, Attendance",
        "Katie Lowther, Class teacher",
    ):
        assert words in page.body
    for item in three.values():
        assert [href for href, _ in page.links].count(f"/entries/{item}/") == 1
    [mark] = marks(town, event="looked at child")
    assert (mark.staff_id, mark.about_id) == (town.staff["lead"], town.pupils[MAISIE])


def test_a_child_without_an_entry_has_a_page_that_says_so(town: Town, clock: Clock) -> None:
    page = Page(town.client(LEAD).get(address(town, "kacper")))
    assert "There is no entry about this child that you may read." in page.body
    assert "Entries over time" not in page.body


def test_words_are_asked_by_post_and_noted(town: Town, clock: Clock, three: dict[str, UUID]) -> None:
    page = Page(town.client(LEAD).post(address(town), {"words": " coat ", "category": "", "since": ""}))
    assert page.status == 200
    assert "2 entries that match" in page.body
    assert page.typed("words") == "coat"
    assert ("/entries/" + str(three["cough"]) + "/") not in [href for href, _ in page.links]
    [mark] = marks(town, event="looked at child")
    shown = detail(town, mark)
    assert shown["words"] == "coat"
    assert shown["shown"] == [str(three["late"]), str(three["coat"])]


def test_an_address_looks_for_no_words(town: Town, clock: Clock, three: dict[str, UUID]) -> None:
    """They would stay in histories and logs."""
    page = Page(town.client(LEAD).get(address(town), {"words": "coat"}))
    assert "3 entries that you may read" in page.body
    assert page.typed("words") == ""


def test_a_search_that_fits_nothing_says_so(town: Town, clock: Clock, three: dict[str, UUID]) -> None:
    page = Page(town.client(LEAD).post(address(town), {"words": "giraffe"}))
    assert "No entry that you may read fits what you asked for." in page.body
    assert (address(town), "Show everything") in page.links


def test_without_words_the_filter_is_an_address_that_can_be_kept(
    town: Town, clock: Clock, three: dict[str, UUID]
) -> None:
    helen = town.client(LEAD)
    answer = helen.post(address(town), {"words": "", "category": "10", "since": "1 September 2026"})
    assert (answer.status_code, answer["Location"]) == (302, "?category=10&since=1+September+2026")
    page = Page(helen.get(address(town) + answer["Location"]))
    assert "1 entry that matches" in page.body
    assert "She was coughing." in page.body
    assert "No coat again." not in page.body


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"words": "w" * 201}, "words", "Look for fewer words: at most 200 letters."),
        ({"category": "medical"}, "category", "Choose one of the categories."),
        ({"category": "²"}, "category", "Choose one of the categories."),
        ({"category": "-1"}, "category", "Choose one of the categories."),
        ({"category": "99999"}, "category", "Choose one of the categories."),
        ({"category": "9" * 5000}, "category", "Choose one of the categories."),
        ({"since": "soon"}, "since", "This is not a day. Write it like 1 September 2025."),
        ({"since": "31/9/2026"}, "since", "This is not a day. Write it like 1 September 2025."),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_mistake_in_the_filter_is_said_beside_its_field_and_what_was_typed_stays(
    method: str,
    typed: dict[str, str],
    field: str,
    said: str,
    town: Town,
    clock: Clock,
) -> None:
    if method == "get" and field == "words":
        return  # an address looks for no words
    page = Page(getattr(town.client(LEAD), method)(address(town), typed))
    assert page.status == 422
    assert page.errors == {field: said}
    assert (f"#{field}", said) in page.links
    if field != "category":
        assert page.typed(field) == typed[field]


def test_show_earlier_goes_on_where_the_page_ended(town: Town, clock: Clock) -> None:
    written = write(town, AT_ONCE + 3)
    helen = town.client(LEAD)
    page = Page(helen.get(address(town)))
    assert f"The latest {AT_ONCE} entries" in page.body
    assert page.typed("before") == str(written[AT_ONCE - 1])
    answer = helen.post(address(town), {"before": page.typed("before")})
    rest = Page(helen.get(address(town) + answer["Location"]))
    assert "3 entries, earlier" in rest.body
    shown = [href for href, _ in rest.links if href.startswith("/entries/")]
    assert shown == [f"/entries/{item}/" for item in written[AT_ONCE:]]
    assert "before" not in rest.fields


def test_show_earlier_keeps_the_words_that_were_asked(town: Town, clock: Clock) -> None:
    write(town, AT_ONCE + 1)
    helen = town.client(LEAD)
    page = Page(helen.post(address(town), {"words": "entry", "since": "1 September 2026"}))
    assert page.fields["words"] == ["entry", "entry"], "in the filter and beside Show earlier"
    rest = Page(helen.post(address(town), {"words": "entry", "before": page.typed("before")}))
    assert "1 entry, earlier" in rest.body


@pytest.mark.parametrize("before", ["nonsense", "6f1c2f0e-3a53-4e9b-9d0f-2f6f6d1b7a11"])
def test_a_place_to_begin_that_does_not_exist_is_not_found(before: str, town: Town) -> None:
    assert town.client(LEAD).get(address(town), {"before": before}).status_code == 404


def test_finding_a_child_says_what_was_found_and_why_not(town: Town, clock: Clock) -> None:
    helen = town.client(LEAD)
    fresh = Page(helen.get("/children/"))
    assert (fresh.status, marks(town, event="looked for child")) == (200, [])
    page = Page(helen.post("/children/", {"find": "maisie t"}))
    found = {href for href, _ in page.links}
    assert {f"/children/{town.pupils[key]}/" for key in ("maisie", "maisie_thorne")} <= found
    assert "2 children with “maisie t” in the name" in page.body
    assert "at least three letters" in Page(helen.post("/children/", {"find": "ma"})).body
    assert "No child whose page you may open" in Page(helen.post("/children/", {"find": "xyz"})).body


def test_with_htmx_only_the_list_is_sent(town: Town) -> None:
    page = Page(town.client(LEAD).post("/children/", {"find": "kacper"}, headers={"HX-Request": "true"}))
    assert "<!doctype" not in page.body
    assert f"/children/{town.pupils['kacper']}/" in page.body


def test_two_children_of_one_name_are_told_apart_by_their_birthdays(town: Town, clock: Clock) -> None:
    with schools(town.oakfield):
        opened(Pupil).filter(pk=town.pupils["maisie_thorne"]).update(family="Thornton")
    page = Page(town.client(LEAD).post("/children/", {"find": "maisie"}))
    assert page.body.count("Born 14 March") == 2
    other = Page(town.client(TEACHER).post("/incidents/children/", {"find": "maisie"}))
    assert other.body.count("Born 14 March") == 2
    alone = Page(town.client(TEACHER).post("/incidents/children/", {"find": "kacper"}))
    assert "Born" not in alone.body


def test_without_a_second_factor_the_search_is_refused_in_words(town: Town) -> None:
    page = Page(town.client(LEAD_BY_PASSWORD).get("/children/"))
    assert page.status == 403
    assert "This page needs a second step at sign-in." in page.body

"""The way through the form: one button at a time, nothing typed ever lost."""

from uuid import uuid4

import pytest

from tests.cast import ADMINISTRATOR, ASSISTANT, OFFICE, TEACHER, Town
from tests.incidents.page import ADD, Page, Writer
from tests.records.behind import detail, entries, marks

WORDS = {
    "account": "Came in\r\nwithout a coat.",
    "child_words": "“Cold.”",
    "day": "yesterday",
    "time": "9",
    "place": "Gate",
}


def test_a_fresh_form_holds_today_and_nothing_else(katie: Writer) -> None:
    page = katie.opens()
    assert page.status == 200
    assert katie.words | {"stamp": ""} == {
        "find": "",
        "account": "",
        "child_words": "",
        "already_done": "",
        "day": "23 November 2026",
        "time": "",
        "place": "",
        "late_reason": "",
        "categories": [],
        "stamp": "",
    }
    assert page.errors == {}
    assert page.blocks["send-label"] == "Send"
    assert "Helen Marsh" in page.body, "the leads to see in person"


def test_a_form_opened_from_a_childs_page_has_the_child_chosen(katie: Writer) -> None:
    page = katie.opens(katie.town.pupils["kacper"])
    assert page.typed("pupil") == str(katie.town.pupils["kacper"])
    assert "Kacper Nowicki" in page.blocks["child"]


@pytest.mark.parametrize("asked", ["elsewhere", "nobody", "nonsense"])
def test_an_address_with_a_child_who_is_not_katies_to_name_gives_a_fresh_form(
    asked: str, katie: Writer
) -> None:
    child = {"elsewhere": katie.town.pupils["elsewhere"], "nobody": uuid4(), "nonsense": "x"}[asked]
    page = Page(katie.client.get(ADD, {"child": str(child)}))
    assert page.status == 200
    assert "pupil" not in page.fields
    assert "Maisie" not in page.body


def test_find_shows_the_children_and_keeps_what_was_typed(katie: Writer) -> None:
    katie.opens()
    page = katie.types(**WORDS, categories=["2", "10"], find="mai").presses("find")
    assert page.status == 200
    found = {str(katie.town.pupils[key]) for key in ("maisie", "maisie_thorne")}
    assert set(page.fields["button choose"]) == found
    assert {name: page.typed(name) for name in (*WORDS, "find")} == {**WORDS, "find": "mai"}
    assert page.fields["categories"] == ["2", "10"]
    assert page.errors == {}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "Type at least three letters of the name."),
        ("ma", "Type at least three letters of the name."),
        ("xyz", "Nobody on the roll has a name that begins like this."),
    ],
)
def test_find_says_why_there_is_nobody(asked: str, said: str, katie: Writer) -> None:
    katie.opens()
    page = katie.types(find=asked).presses("find")
    assert said in page.blocks["matches"]
    assert "button choose" not in page.fields


def test_choosing_shows_the_child_large_with_the_others_of_like_name(katie: Writer) -> None:
    katie.opens()
    page = katie.types(**WORDS).presses("", choose=str(katie.town.pupils["maisie"]))
    assert page.typed("pupil") == str(katie.town.pupils["maisie"])
    assert "Year 4, Willow" in page.blocks["child"]
    assert "There is also Maisie Thorne in Year 1, Acorn." in page.blocks["child"]
    assert page.typed("account") == WORDS["account"]


def test_choosing_wins_over_the_button_that_a_browser_sends_beside_it(form: Writer) -> None:
    page = form.presses("send", choose=str(form.town.pupils["kacper"]))
    assert page.status == 200
    assert page.typed("pupil") == str(form.town.pupils["kacper"])
    assert entries(form.town) == []


def test_change_lets_the_child_go_and_keeps_the_words(form: Writer) -> None:
    page = form.presses("change")
    assert "pupil" not in page.fields
    assert page.typed("account") == form.words["account"]
    assert page.fields["categories"] == ["2"]


def test_look_says_who_will_be_told_and_who_can_read_it_before_anything_is_sent(form: Writer) -> None:
    page = form.presses("look")
    assert page.blocks["send-label"] == "Send to 4 people"
    for name in ("Helen Marsh", "Omar Said", "Priya Nair", "Grace Adeyemi"):
        assert name in page.blocks["readers"]
    assert "Rachel Thornton" not in page.blocks["readers"]
    assert "Katie Lowther" not in page.blocks["readers"]
    assert "DSL: always told" in page.blocks["readers"]
    assert entries(form.town) == []


def test_without_a_child_or_a_category_nobody_is_named_yet(form: Writer) -> None:
    for missing in ({"pupil": ""}, {"categories": []}, {"categories": ["7", "x"]}):
        page = Writer(form.town, form.client, {**form.words, **missing}).presses("look")
        assert page.blocks["send-label"] == "Send"
        assert "Choose the child and a category" in page.blocks["readers"]


def test_enter_in_a_text_field_does_not_send(form: Writer) -> None:
    """The first button of the form is the one that Enter presses."""
    page = form.opens(form.town.pupils["maisie"])
    assert page.fields["button do"][0] == "find"
    assert form.types(account="x", categories=["2"], time="9").presses("find").status == 200
    assert entries(form.town) == []


def test_find_with_a_child_chosen_leaves_the_child_chosen(form: Writer) -> None:
    page = form.presses("find")
    assert page.typed("pupil") == str(form.town.pupils["maisie"])


@pytest.mark.parametrize("do", ["find", "change", "look", ""])
def test_with_htmx_only_the_parts_that_change_are_sent(do: str, form: Writer) -> None:
    page = form.presses(do, hx=True)
    assert page.status == 200
    assert not page.body.lstrip().startswith("<!doctype")
    assert {"child", "readers", "send-label"} <= set(page.blocks)
    assert "account" not in page.fields, "what is being typed is left alone"
    assert page.body.count('hx-swap-oob="true"') == 2


def test_with_htmx_sending_still_gives_the_whole_page_or_the_way_on(form: Writer) -> None:
    assert form.presses("send", hx=True).answer["Location"].endswith("/sent/")
    page = form.types(account="").presses("send", hx=True)
    assert page.status == 422
    assert "<!doctype html>" in page.body


def test_typing_a_name_lists_children_and_notes_what_was_looked_for(katie: Writer) -> None:
    page = Page(katie.client.post("/incidents/children/", {"find": " MAI\u200bsie  thorn "}))
    assert page.status == 200
    assert "<!doctype" not in page.body
    assert "2 children with “MAIsie thorn” in the name" in page.body
    [mark] = marks(katie.town, event="named child while recording")
    shown = detail(katie.town, mark)
    assert shown["asked"] == "MAIsie thorn"
    assert set(shown["shown"]) == {str(katie.town.pupils[key]) for key in ("maisie", "maisie_thorne")}


def test_a_very_long_name_is_looked_for_by_its_beginning(katie: Writer) -> None:
    page = Page(katie.client.post("/incidents/children/", {"find": "x" * 100_000}))
    assert page.status == 200
    assert "Nobody on the roll" in page.body
    assert len(page.body) < 2_000


def test_the_list_of_children_is_not_to_be_had_by_an_address(katie: Writer) -> None:
    assert katie.client.get("/incidents/children/", {"find": "maisie"}).status_code == 405


def test_sending_leads_to_the_number_and_the_names_of_those_who_were_told(form: Writer) -> None:
    page = Page(form.client.get(f"/incidents/{form.sends()}/sent/"))
    assert "Sent: entry 1" in page.body
    assert "Maisie Thornton" in page.body
    assert "Received today, 10:30" in page.body
    for name in ("Helen Marsh", "Omar Said", "Priya Nair", "Grace Adeyemi"):
        assert name in page.body
    assert "“I am cold.”" in page.body
    assert "Nobody could be told" not in page.body


def test_the_office_and_the_assistant_record_too(town: Town, form: Writer) -> None:
    for who in (OFFICE, ASSISTANT):
        writer = Writer(town, town.client(who))
        writer.opens(town.pupils["maisie"])
        writer.types(account="Late.", categories=["2"], time="08:50").sends()
    assert entries(town) == [1, 2]


def test_the_administrator_is_told_in_words_why_not(town: Town, form: Writer) -> None:
    client = town.client(ADMINISTRATOR)
    for page in (Page(client.get(ADD)), Page(client.post(ADD, form.words | {"do": "send"}))):
        assert page.status == 403
        assert "System administrators do not record incidents in Heed." in page.body
    assert entries(town) == []


def test_only_the_categories_that_are_theirs_are_offered(town: Town, form: Writer) -> None:
    offered = {who.key: Writer(town, town.client(who)).opens().body for who in (TEACHER, ASSISTANT)}
    assert 'value="12"' in offered["teacher"], "SEN"
    assert 'value="12"' not in offered["ta"]
    assert all('name="categories" type="checkbox" value="7"' not in body for body in offered.values())

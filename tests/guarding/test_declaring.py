"""Staff name their own children: it counts before anybody has looked at it, and before any alert is made."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.access.kinds import BarWhy
from heed.audit.kinds import Event
from heed.guarding.queries.bars import bars_waiting, own_declared
from heed.guarding.tasks import mail_notices
from heed.tenancy.scope import schools
from tests.cast import ADMINISTRATOR, HEAD, LEAD, LEAD_WHO_IS_THE_PARENT, OTHER_TEACHER, TEACHER, Person, Town
from tests.guarding.pages import everywhere, guarding, text, words
from tests.post import Post
from tests.records.behind import marks, told

ZOE = "Zoë O’Neill-Ward"


def declare(town: Town, who: Person = OTHER_TEACHER, child: str = "zoe", **typed: str) -> object:
    """As the form sends it."""
    form = {
        "do": "declare",
        "pupil_id": str(town.pupils[child]),
        "why": BarWhy.OWN_CHILD,
        "said": "",
        **typed,
    }
    return town.client(who).post("/me/children/", form)


def test_it_counts_at_once_and_before_any_alert(town: Town) -> None:
    assert declare(town).status_code == 302
    item = town.entry(TEACHER, "zoe")
    assert "other" not in told(town, item), "she has Hazel, and would be told of Zoë"
    found = everywhere(town, OTHER_TEACHER, item, "zoe")
    assert [place for place, (_, body) in found.items() if ZOE in body and place != "own family"] == []


def test_she_sees_what_she_declared_and_what_became_of_it(town: Town) -> None:
    declare(town)
    own = town.client(OTHER_TEACHER)
    assert f"{ZOE} Your own child" in text(own, "/me/children/")
    assert "A DSL will look at it" in text(own, "/me/children/")
    with schools(town.oakfield):
        waiting = bars_waiting(town.viewer(LEAD))
    assert [one.name for one in waiting] == ["Aisha Rahman"]
    lead = town.client(LEAD)
    assert "Aisha Rahman, Class teacher, says that Zoë" in text(lead, "/")
    assert "To be confirmed" in text(lead, guarding(town, "zoe"))
    confirm = {"do": "confirm", "which": str(waiting[0].id), "back": "overview"}
    assert lead.post(guarding(town, "zoe"), confirm).url == "/guarding/"
    assert "Confirmed today" in text(own, "/me/children/")
    assert "It is confirmed" in text(own, "/")


def test_turned_down_it_ends_and_she_is_told_why(town: Town) -> None:
    declare(town)
    lead = town.client(LEAD)
    with schools(town.oakfield):
        waiting = bars_waiting(town.viewer(LEAD))[0]
    form = {"do": "turn-down", "which": str(waiting.id), "said": ""}
    answer = lead.post(guarding(town, "zoe"), form)
    assert answer.status_code == 422
    assert "Write why it does not stand" in words(answer)
    assert lead.post(guarding(town, "zoe"), {**form, "said": "Another Zoë."}).status_code == 302
    own = text(town.client(OTHER_TEACHER), "/me/children/")
    assert "it does not stand" in own
    assert "Another Zoë." in own
    assert "Zoë" in words(town.client(OTHER_TEACHER).post("/me/children/", {"do": "find", "find": "zoe"}))


def test_a_bar_that_a_dsl_set_is_not_on_her_page(town: Town) -> None:
    """Rachel's bar was set by the school, not declared by her."""
    with schools(town.oakfield):
        assert own_declared(town.viewer(LEAD_WHO_IS_THE_PARENT)) == ()
    assert "Maisie" not in text(town.client(LEAD_WHO_IS_THE_PARENT), "/me/children/")


def test_a_dsl_who_is_the_mother_is_not_asked_to_confirm(town: Town) -> None:
    declare(town, LEAD_WHO_IS_THE_PARENT, "kacper")
    assert "Kacper" not in text(town.client(LEAD_WHO_IS_THE_PARENT), "/guarding/")
    assert "Kacper" in text(town.client(HEAD), "/guarding/")


def test_the_search_shows_no_more_than_recording_does_and_is_noted(town: Town) -> None:
    client = town.client(TEACHER)
    assert "Type at least three letters" in words(client.post("/me/children/", {"do": "find", "find": "zo"}))
    found = client.post("/me/children/", {"find": "zoe"}, headers={"HX-Request": "true"})
    assert ZOE in found.content.decode()
    assert "<main" not in found.content.decode(), "a part of the page"
    assert marks(town, event=Event.NAMED_CHILD)[-1].why == "to declare a relative"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"why": ""}, "Choose one of these."),
        ({"why": "conflict"}, "Choose one of these."),
        ({"pupil_id": "zoe"}, "Choose the child."),
        ({"pupil_id": "00000000-0000-7000-8000-000000000000"}, "This child cannot be chosen."),
        ({"said": "x" * 501}, "Shorten it to 500"),
    ],
)
def test_what_is_wrong_is_said(typed: dict[str, str], says: str, town: Town) -> None:
    answer = declare(town, **typed)
    assert answer.status_code == 422
    assert says in words(answer)
    with schools(town.oakfield):
        assert bars_waiting(town.viewer(LEAD)) == ()


def test_a_child_of_the_other_school_cannot_be_named(town: Town) -> None:
    assert declare(town, child="elsewhere").status_code == 422


def test_pressed_twice_it_is_declared_once(town: Town) -> None:
    assert declare(town).status_code == 302
    assert declare(town).status_code == 422
    with schools(town.oakfield):
        assert len(bars_waiting(town.viewer(LEAD))) == 1


def test_an_administrator_has_nothing_to_be_kept_from(town: Town) -> None:
    assert town.client(ADMINISTRATOR).get("/me/children/").status_code == 403


def test_dsls_get_a_mail_that_says_nothing(town: Town, post: Post) -> None:
    declare(town)
    with schools(town.oakfield):
        about = bars_waiting(town.viewer(LEAD))[0].id
    mail_notices(school_id=str(town.oakfield), about_id=str(about))
    mail_notices(school_id=str(town.oakfield), about_id=str(about))
    assert sorted(post.taken) == sorted(
        f"{key}@oakfield.example" for key in ("lead", "head", "lead_by_password", "parent")
    )
    for letter in post.letters():
        said = letter.as_string()
        assert "Zo" not in said.replace("Zone", "")
        assert "Rahman" not in said
        assert "/notices/" in letter.get_content()


def test_the_link_in_the_mail_leads_to_the_child(town: Town) -> None:
    declare(town)
    client = town.client(LEAD)
    page = client.get("/").content.decode()
    notice = page.split('action="/notices/')[1].split("/")[0]
    assert client.get(f"/notices/{notice}/").url == guarding(town, "zoe")
    assert town.client(TEACHER).get(f"/notices/{notice}/").status_code == 404
    assert client.post(f"/notices/{notice}/read/").status_code == 302
    assert "says that Zoë" not in text(client, "/")


def test_home_keeps_its_budget_of_fourteen_statements(town: Town) -> None:
    town.entry(TEACHER, "maisie")
    client = town.client(LEAD)
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    apart = ("BEGIN", "SET", "COMMIT", "SAVEPOINT", "RELEASE")
    assert len([one for one in asked if not one["sql"].startswith(apart)]) <= 14

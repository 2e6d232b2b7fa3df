"""A leader opens a record for an hour when no DSL can be reached; DSLs and the head know at once."""

import pytest

from heed.access.actions import bar, lock
from heed.guarding.queries.bars import openings
from heed.guarding.tasks import mail_notices
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import HEAD, LEAD, LEAD_BY_PASSWORD, LEAD_WHO_IS_THE_PARENT, SENIOR_LEADER, TEACHER, Town
from tests.guarding.pages import text, words
from tests.incidents.clock import Clock
from tests.post import Post

SAID = "Helen and Priya do not answer, the police are here."


def glass(town: Town, child: str = "zoe") -> str:
    return f"/children/{town.pupils[child]}/without-a-dsl/"


def protection(town: Town, child: str = "zoe") -> str:
    """The address of an entry that senior leaders do not read."""
    return f"/entries/{town.entry(LEAD, child, [Default.CHILD_PROTECTION])}/"


def test_she_reads_everything_about_this_child_for_an_hour(town: Town, clock: Clock) -> None:
    about, other = protection(town), protection(town, "kacper")
    client = town.client(SENIOR_LEADER)
    assert client.get(about).status_code == 404
    assert client.post(glass(town), {"said": SAID}).status_code == 302
    assert client.get(about).status_code == 200
    assert client.get(other).status_code == 404, "of this child only"
    assert "open to you without a DSL until 11:30" in client.get("/").content.decode()
    clock.later(minutes=59)
    assert client.get(about).status_code == 200
    clock.later(minutes=1)
    assert client.get(about).status_code == 404
    assert "without a DSL until" not in client.get("/").content.decode()


def test_without_her_second_step_it_opens_nothing(town: Town, clock: Clock) -> None:
    about = protection(town)
    town.client(SENIOR_LEADER).post(glass(town), {"said": SAID})
    by_password = town.client(SENIOR_LEADER, elevated=False)
    assert by_password.get(about).status_code == 404
    assert by_password.post(glass(town), {"said": SAID}).status_code == 403


def test_dsls_and_the_head_are_told_at_once(town: Town, clock: Clock, post: Post) -> None:
    town.client(SENIOR_LEADER).post(glass(town), {"said": SAID})
    for who in (LEAD, HEAD):
        page = text(town.client(who), "/")
        assert "Grace Adeyemi, Year 4 leader opened Zoë O’Neill-Ward’s record without a DSL" in page
        assert SAID in page
    with schools(town.oakfield):
        about = openings(town.viewer(LEAD))[0].id
    mail_notices(school_id=str(town.oakfield), about_id=str(about))
    assert {f"{one}@oakfield.example" for one in ("lead", "head", "lead_by_password", "parent")} == set(
        post.taken
    )
    for letter in post.letters():
        assert "Zo" not in letter.get_content()
        assert "Grace" not in letter.as_string()


def test_a_dsl_who_is_the_mother_is_not_told(town: Town, clock: Clock) -> None:
    town.client(SENIOR_LEADER).post(glass(town, "maisie"), {"said": SAID})
    assert "Maisie" not in text(town.client(LEAD_WHO_IS_THE_PARENT), "/")
    assert "Maisie" in text(town.client(LEAD), "/")


def test_she_ends_it_herself_and_a_dsl_can_too(town: Town, clock: Clock) -> None:
    about, client = protection(town), town.client(SENIOR_LEADER)
    client.post(glass(town), {"said": SAID})
    assert client.post("/guarding/openings/end/").status_code == 302
    assert client.get(about).status_code == 404
    client.post(glass(town), {"said": SAID})
    with schools(town.oakfield):
        running = next(one for one in openings(town.viewer(LEAD)) if one.runs)
    assert town.client(LEAD).post(f"/guarding/openings/{running.id}/end/").url == "/guarding/"
    assert client.get(about).status_code == 404


def test_a_second_record_ends_the_first(town: Town, clock: Clock) -> None:
    about, other, client = protection(town), protection(town, "kacper"), town.client(SENIOR_LEADER)
    client.post(glass(town), {"said": SAID})
    client.post(glass(town, "kacper"), {"said": SAID})
    assert (client.get(about).status_code, client.get(other).status_code) == (404, 200)


def test_it_opens_nothing_behind_a_bar_or_a_lock(town: Town, clock: Clock) -> None:
    with schools(town.oakfield):
        bar(town.viewer(LEAD), town.staff["slt"], town.pupils["zoe"], why="conflict")
        lock(town.viewer(LEAD), town.pupils["kacper"], named=[town.staff["lead"]])
    client = town.client(SENIOR_LEADER)
    for child in ("zoe", "kacper"):
        assert client.get(glass(town, child)).status_code == 404
        assert client.post(glass(town, child), {"said": SAID}).status_code == 404


def test_a_bar_set_meanwhile_shuts_what_was_opened(town: Town, clock: Clock) -> None:
    about, client = protection(town), town.client(SENIOR_LEADER)
    client.post(glass(town), {"said": SAID})
    with schools(town.oakfield):
        bar(town.viewer(LEAD), town.staff["slt"], town.pupils["zoe"], why="conflict")
    assert client.get(about).status_code == 404


@pytest.mark.parametrize("said", ["", "now", "police here", "   "])
def test_a_reason_is_asked_for(said: str, town: Town, clock: Clock) -> None:
    answer = town.client(SENIOR_LEADER).post(glass(town), {"said": said})
    assert answer.status_code == 422
    assert "Write whom you tried to reach, and why it cannot wait." in words(answer)


def test_those_who_read_it_anyway_and_those_who_may_not_cannot(town: Town, clock: Clock) -> None:
    for who in (LEAD, HEAD, LEAD_BY_PASSWORD, TEACHER):
        assert town.client(who).get(glass(town)).status_code == 403


def test_whoever_can_read_it_for_the_hour_is_named_as_such(town: Town, clock: Clock) -> None:
    item = town.entry(LEAD, "zoe", [Default.CHILD_PROTECTION])
    town.client(SENIOR_LEADER).post(glass(town), {"said": SAID})
    page = text(town.client(HEAD), f"/entries/{item}/readers/")
    assert "Grace Adeyemi because they opened this child’s record for an hour, without a DSL" in page

"""Every alert goes to the person by mail: taken in hand, handed over, noted; and tried again until it is."""

import re
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from heed.access.actions import bar, lock
from heed.accounts.models import User
from heed.alerts import actions, tasks
from heed.alerts.actions import mark_as_read, send_off, tell
from heed.alerts.kinds import Why
from heed.alerts.mail import Letter, letter
from heed.alerts.queries import to_mail
from heed.alerts.rules import ToTell
from heed.jobs.letters import TRIED_AT_LEAST
from heed.jobs.post import Post as Round
from heed.records.actions import bar_from_entry
from heed.records.models import Category, Grant, Item
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.viewer import on_the_server
from tests.alerts.mailing import (
    EVERYBODY,
    GRACE,
    HELEN,
    OMAR,
    PRIYA,
    how_often,
    mail_of,
    mails,
    only_for,
    run,
)
from tests.cast import (
    ASSISTANT,
    CAST,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_ELSEWHERE,
    NOW,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.incidents.clock import Clock
from tests.post import Manner, Post, free_port
from tests.records.behind import alert_of, detail, grant_of, marks, opened
from tests.walls.test_addresses import without_tokens


@pytest.fixture
def item(town: Town, clock: Clock, post: Post) -> UUID:
    """A concern about Maisie, of which four people are told; nothing has been mailed yet."""
    return town.entry(TEACHER)


def by_recipient(post: Post) -> dict[str, EmailMessage]:
    letters = post.letters()
    assert len({str(one["To"]) for one in letters}) == len(letters), "nobody gets two"
    return {str(one["To"]): one for one in letters}


def jobs_for(item: UUID) -> int:
    return ProcrastinateJob.objects.filter(task_name="alerts.send_mail", args__item_id=str(item)).count()


# Asked for


def test_telling_asks_for_one_job_with_ids_only(town: Town, item: UUID) -> None:
    [job] = ProcrastinateJob.objects.filter(task_name="alerts.send_mail", args__item_id=str(item))
    assert job.args == {"school_id": str(town.oakfield), "item_id": str(item)}
    assert set(mails(town, item).values()) == {"due"}


def test_where_nobody_is_told_no_job_is_asked_for(town: Town, item: UUID) -> None:
    with schools(town.oakfield):
        tell(town.viewer(LEAD), item, [])
    assert jobs_for(item) == 1


# Sent


def test_everybody_told_gets_one_mail_at_once(town: Town, item: UUID, post: Post) -> None:
    assert run(town, item)
    assert sorted(post.taken) == sorted(EVERYBODY)
    assert set(mails(town, item).values()) == {"sent"}
    assert how_often(town, "mail sent") == 4
    mark = marks(town, event="mail sent")[0]
    assert (mark.about_id, mark.staff_id, mark.name) == (item, None, "Mail")
    assert detail(town, mark)["told"] in {str(one) for one in town.staff.values()}


def test_one_connection_serves_everybody(town: Town, item: UUID, post: Post) -> None:
    run(town, item)
    assert post.calls == 1


def test_run_again_it_sends_nothing_more(town: Town, item: UUID, post: Post) -> None:
    run(town, item)
    assert run(town, item)
    assert len(post.taken) == 4


def test_the_message_is_from_the_service_and_wants_no_answer(town: Town, item: UUID, post: Post) -> None:
    run(town, item)
    letter = by_recipient(post)[HELEN]
    alert = alert_of(town, "lead", item)
    assert letter["Subject"] == "Something to read in Heed"
    assert letter["From"] == "Heed <heed@heed.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["X-Auto-Response-Suppress"] == "All"
    assert letter["Date"].datetime == NOW
    assert letter["Message-ID"].endswith("@heed.example>")
    assert letter.get_content_type() == "text/plain"
    text = letter.get_content().replace("\r\n", "\n")
    assert f"\nhttps://heed.example/at/oakfield/alerts/{alert.pk}/\n" in text
    assert "There is something to read in Heed at Oakfield Primary School." in text
    assert len(text.splitlines()) < 12


def test_no_word_about_the_child_is_in_it(town: Town, clock: Clock, post: Post) -> None:
    words = "Came in limping, holding her left arm; would keep the cardigan on"
    item = town.entry(ASSISTANT, "zoe", [Default.CONCERN, Default.MEDICAL], account=words)
    run(town, item)
    assert len(post.raw) >= 4
    with schools(town.oakfield):
        kinds = [word for row in Category.objects.all() for word in (row.name, row.meaning)]
        number = opened(Item).get(pk=item).number
    children = [
        "Maisie",
        "Thornton",
        "Thorne",
        "Kacper",
        "Nowicki",
        "Zoë",
        "Zo=C3=AB",
        "Neill",
        "Ward",
        "Hazel",
    ]
    people = [word for person in CAST for word in person.name.split()]
    ids = [str(item), item.hex, str(town.pupils["zoe"]), str(town.staff["ta"])]
    told = [
        "limping",
        "holding",
        "left arm",
        "cardigan",
        "concern",
        "safeguarding",
        "child",
        "pupil",
        "entry",
    ]
    for to, raw in post.raw:
        said = raw.decode().replace(to, "").lower()
        secret = (*children, *people, *kinds, *ids, *told, str(number))
        rest = _without_what_is_not_about_anybody(said)
        assert [one for one in secret if re.search(rf"(?<!\w){re.escape(one.lower())}(?!\w)", rest)] == []


def _without_what_is_not_about_anybody(said: str) -> str:
    """The day, the one random number of the address and of the message, and the MIME version stand there by need."""
    said = re.sub(r"(?m)^(date|mime-version|message-id|content-transfer-encoding):.*$", "", said)
    return re.sub(r"/alerts/[0-9a-f-]{36}/", "", said)


def test_a_job_of_one_school_finds_nothing_of_another(town: Town, item: UUID, post: Post) -> None:
    assert run(town, item, school=town.riverside)
    assert post.raw == []
    assert set(mails(town, item).values()) == {"due"}
    elsewhere = town.entry(LEAD_ELSEWHERE, "elsewhere")
    assert run(town, elsewhere, school=town.oakfield)
    assert post.raw == []


# Not wanted any more


def leaves(town: Town) -> None:
    Staff.objects.filter(pk=town.staff["lead"]).update(left_on=NOW.date())


def account_is_closed(town: Town) -> None:
    User.objects.filter(pk=town.users["lead"]).update(is_active=False)


def is_barred(town: Town) -> None:
    bar(by(town), town.staff["lead"], town.pupils["maisie"], why="relative")


def record_is_locked(town: Town) -> None:
    lock(by(town), town.pupils["maisie"], named=[town.staff["slt"], town.staff["head"]])


def by(town: Town) -> Any:
    return on_the_server(town.oakfield, at=NOW)


@pytest.mark.parametrize("since", [leaves, account_is_closed, is_barred])
def test_what_is_not_wanted_any_more_never_leaves(
    since: Callable[[Town], None], town: Town, item: UUID, post: Post
) -> None:
    with schools(town.oakfield):
        since(town)
    assert run(town, item)
    assert set(post.taken) == EVERYBODY - {HELEN}
    assert mail_of(town, LEAD, item) == "not needed"
    [mark] = marks(town, event="mail not needed")
    assert detail(town, mark)["told"] == str(town.staff["lead"])


def test_a_lock_set_since_keeps_mail_from_those_it_does_not_name(town: Town, item: UUID, post: Post) -> None:
    with schools(town.oakfield):
        record_is_locked(town)
    assert run(town, item)
    assert set(post.taken) == {GRACE, PRIYA}


def test_a_bar_from_the_one_entry_keeps_its_mail_back(town: Town, item: UUID, post: Post) -> None:
    with schools(town.oakfield):
        bar_from_entry(by(town), item, town.staff["lead"], why="named")
    run(town, item)
    assert HELEN not in post.taken


def test_what_was_read_before_its_mail_left_is_not_mailed(town: Town, item: UUID, post: Post) -> None:
    with schools(town.oakfield):
        mark_as_read(town.viewer(LEAD), alert_of(town, "lead", item).pk)
    run(town, item)
    assert set(post.taken) == EVERYBODY - {HELEN}
    assert mail_of(town, LEAD, item) == "not needed"


def test_a_lead_without_a_second_step_today_is_mailed_of_child_protection(
    town: Town, clock: Clock, post: Post
) -> None:
    run(town, town.entry(LEAD, categories=[Default.CHILD_PROTECTION]))
    assert OMAR in post.taken


# Refused, put off, broken


def test_one_that_is_refused_for_good_does_not_stop_the_others(town: Town, item: UUID, post: Post) -> None:
    for manner in (Manner.NEVER, Manner.NEVER_THIS):
        only_for(post, manner, {Manner.NEVER: HELEN, Manner.NEVER_THIS: GRACE}[manner])
    assert run(town, item), "there is nothing to try again"
    assert set(post.taken) == EVERYBODY - {HELEN, GRACE}
    assert mail_of(town, LEAD, item) == mail_of(town, SENIOR_LEADER, item) == "refused"
    assert how_often(town, "mail refused") == 2


@pytest.mark.parametrize(
    "manner", [Manner.NOT_NOW, Manner.DROPS_BEFORE, Manner.ASKS_FOR_SIGN_IN], ids=lambda manner: manner.name
)
def test_one_that_cannot_be_taken_now_stays_due_and_does_not_stop_the_others(
    manner: Manner, town: Town, item: UUID, post: Post
) -> None:
    only_for(post, manner)
    assert not run(town, item), "the job asks to be tried again"
    assert set(post.taken) == EVERYBODY - {HELEN}
    assert mail_of(town, LEAD, item) == "due"
    post.manners.clear()
    assert run(town, item)
    assert sorted(post.taken) == sorted(EVERYBODY)
    assert alert_of(town, "lead", item).mail_tries == 2
    assert how_often(town, "mail may arrive twice") == 0


def test_a_server_that_takes_it_and_drops_the_line_has_taken_it(town: Town, item: UUID, post: Post) -> None:
    post.manner = Manner.TAKES_AND_DROPS
    assert run(town, item)
    assert sorted(post.taken) == sorted(EVERYBODY)
    assert post.calls == 4, "a new line for each"


def test_a_line_that_breaks_before_the_answer_is_tried_again_and_counted(
    town: Town, item: UUID, post: Post
) -> None:
    only_for(post, Manner.DROPS)
    assert not run(town, item)
    assert mail_of(town, LEAD, item) == "due"
    assert how_often(town, "mail may arrive twice") == 1
    post.manners.clear()
    assert run(town, item)
    first, second = (one["Message-ID"] for one in post.letters() if one["To"] == HELEN)
    assert first == second, "whoever gets both can see that they are one"
    assert how_often(town, "mail may arrive twice") == 1


def test_a_server_that_hangs_at_one_does_not_keep_the_mail_of_the_others(
    town: Town, item: UUID, post: Post, settings: Settings
) -> None:
    settings.EMAIL_TIMEOUT = 0.5
    only_for(post, Manner.HANGS)
    assert not run(town, item)
    assert set(post.taken) == EVERYBODY - {HELEN}
    assert mail_of(town, LEAD, item) == "due"
    assert how_often(town, "mail may arrive twice") == 1


def test_with_no_server_there_nothing_is_lost(town: Town, item: UUID, post: Post, settings: Settings) -> None:
    settings.EMAIL_PORT = free_port()
    assert not run(town, item)
    assert set(mails(town, item).values()) == {"due"}
    settings.EMAIL_PORT = post.port
    assert run(town, item)
    assert sorted(post.taken) == sorted(EVERYBODY)


def test_after_three_days_of_trying_it_counts_as_refused(
    town: Town, item: UUID, post: Post, clock: Clock
) -> None:
    only_for(post, Manner.NOT_NOW)
    for _ in range(TRIED_AT_LEAST):
        assert not run(town, item)
        clock.later(minutes=5)
    clock.later(days=3)
    assert run(town, item)
    assert mail_of(town, LEAD, item) == "refused"
    assert how_often(town, "mail refused") == 1
    assert detail(town, marks(town, event="mail refused")[0])["tries"] == TRIED_AT_LEAST + 1


def test_mail_that_is_first_set_up_after_days_is_tried_for_a_while(
    town: Town, item: UUID, post: Post, clock: Clock
) -> None:
    clock.later(days=5)
    post.manner = Manner.NOT_NOW
    assert not run(town, item)
    assert set(mails(town, item).values()) == {"due"}


@pytest.mark.parametrize("missing", ["EMAIL_HOST", "DEFAULT_FROM_EMAIL", "HEED_ADDRESS"])
def test_without_a_server_a_sender_or_an_address_mail_stays_due_and_it_is_said_once(
    missing: str,
    town: Town,
    item: UUID,
    post: Post,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    tasks._say_that_mail_is_not_set_up.cache_clear()
    kept = getattr(settings, missing)
    setattr(settings, missing, "")
    assert run(town, item)
    assert run(town, item)
    assert set(mails(town, item).values()) == {"due"}
    assert [record.getMessage() for record in caplog.records if record.name == "heed.mail"] == [
        "mail is not set up (HEED_MAIL_URL, HEED_MAIL_FROM, HEED_ADDRESS): alerts are not mailed"
    ]
    setattr(settings, missing, kept)
    assert run(town, item)
    assert set(mails(town, item).values()) == {"sent"}


def test_log_lines_count_and_name_nobody(
    town: Town, item: UUID, post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    post.manners = {HELEN: Manner.NEVER, GRACE: Manner.NOT_NOW, OMAR: Manner.DROPS}
    caplog.set_level("INFO")
    run(town, item)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("heed")]
    assert lines == ["mail: 1 may arrive twice, 1 never, 1 not known, 1 not now, 1 taken"]


def test_a_fault_of_our_own_with_one_does_not_stop_the_others(
    town: Town, item: UUID, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(tasks, "letter", letter_or_fault)
        assert not run(town, item)
    assert set(post.taken) == EVERYBODY - {HELEN}


def letter_or_fault(**about: Any) -> Letter:
    if about["to"] == HELEN:
        raise RuntimeError("something we did not think of")
    return letter(**about)


# Killed


class Killed(BaseException):
    """What nothing catches."""


POINTS = {
    "before it takes one in hand": (actions, "send_off"),
    "before it hands one over": (Round, "hand_over"),
    "before it notes the answer": (actions, "note_answer"),
}


@pytest.mark.parametrize(
    ("point", "standing", "arrives"),
    [
        ("before it takes one in hand", "due", 1),
        ("before it hands one over", "leaving", 1),
        ("before it notes the answer", "leaving", 2),
    ],
)
def test_killed_anywhere_it_is_sent_in_the_end(
    point: str,
    standing: str,
    arrives: int,
    town: Town,
    item: UUID,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Given a worker that is killed with the first mail
    with monkeypatch.context() as dying:
        dying.setattr(*POINTS[point], _die)
        with pytest.raises(Killed):
            run(town, item)
    [first] = _first(town, item)
    assert alert_of(town, first, item).mail == standing

    # When the job is taken up again at once
    run(town, item)

    # Then the others have theirs, and the one that was in hand is left alone until its worker must be dead
    others = EVERYBODY - {f"{first}@oakfield.example"}
    assert others <= set(post.taken)
    assert post.taken.count(f"{first}@oakfield.example") <= 1

    # And after that it is sent too, and where it may be the second copy, that is counted, and can be seen
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(minutes=5))
    assert run(town, item)
    assert post.taken.count(f"{first}@oakfield.example") == arrives
    assert set(mails(town, item).values()) == {"sent"}
    assert how_often(town, "mail may arrive twice") == (1 if standing == "leaving" else 0)
    assert len({one["Message-ID"] for one in post.letters()}) == 4


def _die(*_: object, **__: object) -> None:
    raise Killed


def _first(town: Town, item: UUID) -> list[str]:
    """Whose mail is sent first."""
    with schools(town.oakfield):
        first, *_ = to_mail(item) or (None,)
    keys = ("lead", "lead_by_password", "slt", "head")
    return [key for key in keys if alert_of(town, key, item).pk == first]


def test_a_worker_that_was_only_slow_does_not_undo_what_another_did(
    town: Town, item: UUID, post: Post, clock: Clock
) -> None:
    with schools(town.oakfield):
        slow = send_off(by(town), alert_of(town, "lead", item).pk)
        assert slow is not None
    clock.later(minutes=5)
    run(town, item)
    assert mail_of(town, LEAD, item) == "sent"
    with schools(town.oakfield):
        actions.note_answer(by(town), slow, actions.Answer.NOT_NOW)
    assert mail_of(town, LEAD, item) == "sent"


# Left behind


def sweep() -> None:
    tasks.find_mail_left_behind(timestamp=0)


def test_mail_without_a_job_is_asked_for_again(town: Town, item: UUID, clock: Clock) -> None:
    elsewhere = town.entry(LEAD_ELSEWHERE, "elsewhere")
    _empty_the_queue()
    sweep()
    assert jobs_for(item) == 0, "not yet"
    clock.later(minutes=4)
    sweep()
    assert jobs_for(item) == 1
    [there] = ProcrastinateJob.objects.filter(args__item_id=str(elsewhere))
    assert there.args["school_id"] == str(town.riverside)
    sweep()
    assert jobs_for(item) == 1, "not while a job waits"


def test_mail_whose_worker_died_is_asked_for_again(town: Town, item: UUID, clock: Clock, post: Post) -> None:
    with schools(town.oakfield):
        send_off(by(town), alert_of(town, "lead", item).pk)
    _empty_the_queue()
    clock.later(minutes=6)
    sweep()
    assert jobs_for(item) == 1
    assert run(town, item)
    assert sorted(post.taken) == sorted(EVERYBODY)


def test_what_was_sent_is_not_asked_for_again(town: Town, item: UUID, clock: Clock) -> None:
    run(town, item)
    _empty_the_queue()
    clock.later(minutes=10)
    sweep()
    assert jobs_for(item) == 0


def test_without_a_mail_server_nothing_is_asked_for(
    town: Town, item: UUID, clock: Clock, settings: Settings
) -> None:
    _empty_the_queue()
    clock.later(minutes=10)
    settings.EMAIL_HOST = ""
    sweep()
    assert jobs_for(item) == 0


def _empty_the_queue() -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")


# Told again


def again(town: Town, item: UUID, who: Person = SENIOR_LEADER, why: Why = Why.OWNER, **later: float) -> None:
    with schools(town.oakfield):
        teller = town.viewer(HEAD, at=NOW + timedelta(**later))
        tell(teller, item, [ToTell(town.staff[who.key], who.name, who.role, why)])


def test_whoever_is_told_again_has_it_waiting_again_and_is_mailed_again(
    town: Town, item: UUID, post: Post, clock: Clock
) -> None:
    run(town, item)
    with schools(town.oakfield):
        mark_as_read(town.viewer(SENIOR_LEADER), alert_of(town, "slt", item).pk)
    clock.later(hours=2)
    again(town, item, hours=2)
    alert = alert_of(town, "slt", item)
    assert (alert.state, alert.read_at, alert.why) == ("waiting", None, "owner")
    assert (alert.made_at, alert.mail, alert.mail_tries) == (clock.now, "due", 0)
    assert run(town, item)
    first, second = (one["Message-ID"] for one in post.letters() if one["To"] == GRACE)
    assert first != second
    assert len(post.taken) == 5
    [mark] = marks(town, event="alerted again")
    assert detail(town, mark)["told"] == {str(town.staff["slt"]): "owner"}


def test_one_told_again_and_one_told_anew_are_noted_apart(town: Town, item: UUID) -> None:
    people = [(SENIOR_LEADER, Why.OWNER), (ASSISTANT, Why.OWNER)]
    with schools(town.oakfield):
        told = [ToTell(town.staff[who.key], who.name, who.role, why) for who, why in people]
        tell(town.viewer(HEAD), item, told)
    [again_mark] = marks(town, event="alerted again")
    new_mark = marks(town, event="alerted")[-1]
    assert detail(town, again_mark)["told"] == {str(town.staff["slt"]): "owner"}
    assert detail(town, new_mark)["told"] == {str(town.staff["ta"]): "owner"}


def test_the_grant_of_whoever_is_told_again_has_no_end_until_they_have_read_it(
    town: Town, item: UUID
) -> None:
    with schools(town.oakfield):
        mark_as_read(town.viewer(SENIOR_LEADER), alert_of(town, "slt", item).pk)
    assert grant_of(town, "slt", item).ends_at is not None
    again(town, item)
    assert grant_of(town, "slt", item).ends_at is None


def test_a_grant_by_writing_stays_one_when_its_writer_is_told(town: Town, clock: Clock, post: Post) -> None:
    item = town.entry(SENIOR_LEADER, categories={Default.CHILD_PROTECTION})
    again(town, item)
    with schools(town.oakfield):
        own = opened(Grant).filter(item_id=item, staff_id=town.staff["slt"])
        assert dict(own.values_list("why", "ends_at")) == {"written": None, "alerted": None}
    assert mail_of(town, SENIOR_LEADER, item) == "due"


def test_told_again_while_a_mail_is_in_hand_the_new_one_leaves_too(
    town: Town, item: UUID, post: Post
) -> None:
    with schools(town.oakfield):
        in_hand = send_off(by(town), alert_of(town, "slt", item).pk)
        assert in_hand is not None
    again(town, item, minutes=1)
    with schools(town.oakfield):
        actions.note_answer(by(town), in_hand, actions.Answer.TAKEN)
    assert mail_of(town, SENIOR_LEADER, item) == "due"
    assert how_often(town, "mail sent") == 1, "the first one did leave"
    run(town, item)
    assert GRACE in post.taken


# The link


def test_the_link_leads_to_the_entry_and_marks_nothing_as_read(town: Town, item: UUID) -> None:
    answer = town.client(LEAD).get(f"/alerts/{alert_of(town, 'lead', item).pk}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/entries/{item}/")
    assert alert_of(town, "lead", item).state == "waiting"


def test_followed_signed_out_it_leads_to_sign_in_and_keeps_the_way(town: Town, item: UUID) -> None:
    where = f"/alerts/{alert_of(town, 'lead', item).pk}/"
    assert Client().get(where)["Location"] == f"/sign-in/?next={where.replace('/', '%2F')}"


def test_somebody_elses_link_and_none_at_all_are_the_same_page(town: Town, item: UUID) -> None:
    client = town.client(HEAD)
    pages = [client.get(f"/alerts/{one}/") for one in (alert_of(town, "lead", item).pk, uuid4())]
    assert [page.status_code for page in pages] == [404, 404]
    assert without_tokens(pages[0].content) == without_tokens(pages[1].content)


def test_without_the_second_step_the_link_says_so_and_nothing_else(town: Town, clock: Clock) -> None:
    item = town.entry(LEAD, "kacper", [Default.CHILD_PROTECTION])
    where = f"/alerts/{alert_of(town, 'lead_by_password', item).pk}/"
    answer = town.client(LEAD_BY_PASSWORD).get(where)
    assert answer.status_code == 403
    assert "This is read with your second step. Sign out, then in with your code." in answer.content.decode()
    assert "Kacper" not in answer.content.decode()
    elevated = town.client(LEAD_BY_PASSWORD, elevated=True).get(where)
    assert elevated["Location"] == f"/entries/{item}/"


def test_barred_since_the_link_leads_nowhere(town: Town, item: UUID) -> None:
    with schools(town.oakfield):
        is_barred(town)
    assert town.client(LEAD).get(f"/alerts/{alert_of(town, 'lead', item).pk}/").status_code == 404


# Shown


def test_readers_see_that_a_mail_could_not_be_delivered(town: Town, item: UUID, post: Post) -> None:
    only_for(post, Manner.NEVER)
    run(town, item)
    page = town.client(HEAD).get(f"/entries/{item}/").content.decode()
    assert page.count("Mail could not be delivered") == 1
    with schools(town.oakfield):
        mark_as_read(town.viewer(LEAD), alert_of(town, "lead", item).pk)
    assert "could not be delivered" not in town.client(HEAD).get(f"/entries/{item}/").content.decode()

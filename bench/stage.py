"""Who and what is measured in one database, and the requests they make. Runs inside the product's environment."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from bench.common import CSRF, LEAD, TEACHER
from bench.words import COMMON_WORD, RARE_WORD
from heed.access.queries import viewer_for
from heed.accounts.models import User
from heed.accounts.queries import schools_of
from heed.incidents.stamps import new_stamp
from heed.lib.clock import day_words, london
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.viewer import Viewer

ADDRESSES = {TEACHER: "teacher0@school-00.example", LEAD: "dsl0@school-00.example"}
ORIGIN = "192.0.2.7"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, ready to be made."""

    method: str
    path: str
    form: dict[str, Any] | None = None
    part: bool = False
    expects: tuple[int, ...] = (200,)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Person:
    """Somebody signed in, by password or with a second step."""

    def __init__(self, address: str, *, elevated: bool) -> None:
        self.user = User.objects.get(email=address)
        self.elevated = elevated
        self.workplace = schools_of(self.user.pk)[0]
        self.session = sign_in(self.user, elevated=elevated)

    @property
    def viewer(self) -> Viewer:
        """As a request makes it, now."""
        with transaction.atomic(), schools(self.workplace.school_id):
            found = viewer_for(
                self.user.pk,
                self.workplace.school_id,
                elevated=self.elevated,
                at=timezone.now(),
                origin=ORIGIN,
            )
        assert found is not None, "the people measured work here"
        return found


def sign_in(user: User, *, elevated: bool) -> str:
    """A session as signing in leaves it; its key."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "heed.accounts.backends.SchoolBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    if elevated:
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
        session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    assert session.session_key, "saved sessions have one"
    return session.session_key


def call(application: Any, ask: Ask, session: str) -> Answer:
    """Make a request of the whole application, as a web server does, and read the answer to its end."""
    environ = environ_of(ask, session)
    began: list[Any] = []
    answer = application(environ, lambda status, headers, *_: began.extend((status, headers)))
    try:
        body = b"".join(answer)
    finally:
        answer.close()
    return Answer(int(began[0].split()[0]), dict(began[1]), body)


def environ_of(ask: Ask, session: str) -> dict[str, Any]:
    """What a web server hands over for a request."""
    path, _, query = ask.path.partition("?")
    body = urlencode({**ask.form, "csrfmiddlewaretoken": CSRF}, doseq=True).encode() if ask.form else b""
    return {
        "REQUEST_METHOD": ask.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": ORIGIN,
        "HTTP_HOST": "localhost:8000",
        "HTTP_ACCEPT_ENCODING": "identity",
        "HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={CSRF}",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **({"HTTP_HX_REQUEST": "true"} if ask.part else {}),
    }


class Stage:
    """The two people, their child and their entries, found in the database as the generator left them."""

    def __init__(self, application: Any) -> None:
        self.application = application
        self.people = {
            (name, elevated): Person(address, elevated=elevated)
            for name, address in ADDRESSES.items()
            for elevated in (False, True)
        }
        lead = self.people[LEAD, True]
        self.school_id = lead.workplace.school_id
        with transaction.atomic(), schools(self.school_id):
            self._find()

    def _find(self) -> None:
        self.child = _one(
            "select pupil_id from records_item where school_id = %s and kind = 'entry'"
            " group by 1 order by count(*) desc limit 1",
            self.school_id,
        )
        self.letters = _one("select left(sort_key, 3) from pupils_pupil where id = %s", self.child)
        self.entry = _one(
            "select a.item_id from alerts_alert a join records_item c on c.entry_id = a.item_id"
            " where a.school_id = %s and a.staff_id = %s and a.state = 'waiting'"
            " and exists (select 1 from alerts_alert o where o.item_id = a.item_id and o.state = 'waiting'"
            " and o.staff_id = %s) order by a.item_id limit 1",
            *(self.school_id, self.staff(TEACHER), self.staff(LEAD)),
        )
        taught = (
            "select p.id from pupils_pupil p where p.school_id = %s and p.left_on is null and (select count(*)"
            " from pupils_teaching t where t.school_class_id = p.school_class_id and t.staff_id <> %s) = %s"
            " and not exists (select 1 from access_bar b where b.pupil_id = p.id)"
            " and not exists (select 1 from access_lock l where l.pupil_id = p.id) order by id limit 1"
        )
        self.written_about = {
            TEACHER: _one(taught, self.school_id, self.staff(TEACHER), 1),
            LEAD: _one(taught, self.school_id, self.staff(LEAD), 2),
        }

    def staff(self, who: str) -> UUID:
        """The member of staff behind a name."""
        found = self.viewers[who].staff_id
        assert found is not None, "staff, both of them"
        return found

    @cached_property
    def viewers(self) -> dict[str, Viewer]:
        """Both people, elevated."""
        return {who: self.people[who, True].viewer for who in ADDRESSES}

    def person(self, what: str, who: str) -> Person:
        """Somebody as they are signed in for this page: the least that lets them have it."""
        return self.people[who, who == LEAD or what in NEEDS_SECOND_STEP]

    def ask(self, what: str, who: str) -> Ask:
        """The request for a page."""
        return ASKS[what](self, who)

    def get(self, what: str, who: str) -> Answer:
        """One request and its answer, which must be what was expected."""
        ask = self.ask(what, who)
        return self.answered(ask, self.person(what, who))

    def answered(self, ask: Ask, person: Person) -> Answer:
        """The answer to a request; anything unexpected ends the measurement."""
        answer = call(self.application, ask, person.session)
        if answer.status not in ask.expects:
            raise RuntimeError(f"{ask.method} {ask.path.split('?')[0]} answered {answer.status}")
        return answer


def _one(question: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        found = cursor.fetchone()
    if found is None:
        raise RuntimeError("The database lacks what is to be measured. Delete .heed/bench/stamp.")
    return found[0]


def _dashboard(stage: Stage, who: str) -> Ask:
    return Ask("GET", "/")


def _poll(stage: Stage, who: str) -> Ask:
    """With the version that the dashboard holds now, so that nothing is new."""
    seen = _SEEN.search(stage.get("dashboard", who).body.decode())
    assert seen, "the dashboard carries its version"
    return Ask("GET", f"{seen[1]}", part=True, expects=(204,))


_SEEN = re.compile(r'hx-get="(/now/\?seen=[^"&]+)')


def _typeahead(stage: Stage, who: str) -> Ask:
    return Ask("POST", "/incidents/children/", {"find": stage.letters}, part=True)


def _form(stage: Stage, who: str) -> Ask:
    return Ask("GET", f"/incidents/add/?child={stage.written_about[who]}")


def _send(stage: Stage, who: str) -> Ask:
    person = stage.person("send", who)
    return Ask(
        "POST", "/incidents/add/", form_to_send(person.viewer, stage.written_about[who]), expects=(302,)
    )


def form_to_send(viewer: Viewer, child: UUID) -> dict[str, Any]:
    """A filled-in form about a child, made for this person, of something that happened yesterday evening or today."""
    happened = london(viewer.at - timedelta(hours=2))
    return {
        "stamp": new_stamp(viewer),
        "pupil": str(child),
        "find": "",
        "account": "Came in without a coat for the third time this week. It was three degrees outside. " * 5,
        "child_words": "It is at my dad's.",
        "already_done": "We found a coat to borrow.",
        "categories": [str(int(Default.CONCERN))],
        "day": day_words(happened.date()),
        "time": f"{happened:%H:%M}",
        "place": "gate",
        "late_reason": "",
        "do": "send",
    }


def _entry(stage: Stage, who: str) -> Ask:
    return Ask("GET", f"/entries/{stage.entry}/")


def _chronology(stage: Stage, who: str) -> Ask:
    return Ask("GET", f"/children/{stage.child}/")


def _search(stage: Stage, who: str) -> Ask:
    return Ask("POST", reverse("chronology:search"), {"words": RARE_WORD})


def _common_word(stage: Stage, who: str) -> Ask:
    return Ask("POST", reverse("chronology:search"), {"words": COMMON_WORD})


def _health(stage: Stage, who: str) -> Ask:
    return Ask("GET", "/healthz", expects=(200, 503))


ASKS: dict[str, Callable[[Stage, str], Ask]] = {
    "dashboard": _dashboard,
    "poll": _poll,
    "type-ahead": _typeahead,
    "form": _form,
    "send": _send,
    "entry": _entry,
    "chronology": _chronology,
    "search": _search,
    "common word": _common_word,
    "health": _health,
}
NEEDS_SECOND_STEP = {"chronology", "search", "common word"}
"""Pages that a class teacher has with the second step only; the others are measured by password alone."""

"""Who asks for what on a school morning. Runs inside the product's environment."""

from random import Random
from typing import Any
from urllib.parse import urlencode

from django.db import connection, transaction

from bench.common import CSRF
from bench.stage import Person, form_to_send
from heed.home.pages import count
from heed.tenancy.scope import schools

SHARES = {
    "poll": 38,
    "dashboard": 22,
    "type-ahead": 12,
    "entry": 11,
    "chronology": 7,
    "form": 6,
    "send": 3,
    "health": 1,
}
"""In a hundred requests: pages that stand open ask most."""


def morning(number: int) -> list[dict[str, Any]]:
    """Requests in the order in which they are made, each whole."""
    rng = Random(number)
    people = [_at_work(person) for person in _people()]
    kinds = rng.choices(list(SHARES), list(SHARES.values()), k=number)
    return [_request(kind, rng.choice(people), rng) for kind in kinds]


def _people() -> list[Person]:
    """The DSL, signed in with a second step, and three class teachers by password, of every school."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from schools_school")
        many = cursor.fetchone()[0]
    found = []
    for at in range(many):
        found.append(Person(f"dsl0@school-{at:02}.example", elevated=True))
        found += [Person(f"teacher{one}@school-{at:02}.example", elevated=False) for one in range(3)]
    return found


def _at_work(person: Person) -> dict[str, Any]:
    """What this person's requests need: children to name, entries they may read, the version of their page."""
    viewer = person.viewer
    with transaction.atomic(), schools(viewer.school_id), connection.cursor() as cursor:
        cursor.execute(
            "select p.id from pupils_pupil p where left_on is null and not exists (select 1 from access_lock l"
            " where l.pupil_id = p.id) and not exists (select 1 from access_bar b where b.pupil_id = p.id) limit 40"
        )
        children = [str(row[0]) for row in cursor.fetchall()]
        cursor.execute(
            "select a.item_id from alerts_alert a join records_item i on i.id = a.item_id"
            " join records_grant g on g.item_id = a.item_id and g.staff_id = a.staff_id"
            " where a.staff_id = %s and i.kind = 'entry' and (g.ends_at is null or g.ends_at > now())"
            " and not i.categories && '{3,7}'::smallint[] order by a.made_at desc limit 20",
            [viewer.staff_id],
        )
        entries = [str(row[0]) for row in cursor.fetchall()]
        cursor.execute("select left(key, 3) from pupils_namekey where length(key) > 2 limit 30")
        letters = [row[0] for row in cursor.fetchall()]
    return {"person": person, "viewer": viewer, "children": children, "entries": entries, "letters": letters}


def _request(kind: str, one: dict[str, Any], rng: Random) -> dict[str, Any]:
    """One request; what this person cannot ask for becomes their dashboard."""
    method, path, form = "GET", "/", None
    if kind == "poll":
        path = "/now/count/?seen=" + _version(one)
    elif kind == "type-ahead":
        method, path, form = "POST", "/incidents/children/", {"find": rng.choice(one["letters"])}
    elif kind == "entry" and one["entries"]:
        path = f"/entries/{rng.choice(one['entries'])}/"
    elif kind == "chronology" and one["person"].elevated:
        path = f"/children/{rng.choice(one['children'])}/"
    elif kind == "form":
        path = f"/incidents/add/?child={rng.choice(one['children'])}"
    elif kind == "send":
        method, path = "POST", "/incidents/add/"
        form = form_to_send(one["viewer"], rng.choice(one["children"]))
    elif kind == "health":
        path = "/healthz"
    else:
        kind = "dashboard"
    body = urlencode({**form, "csrfmiddlewaretoken": CSRF}, doseq=True) if form else ""
    return {"kind": kind, "method": method, "path": path, "session": one["person"].session, "body": body}


def _version(one: dict[str, Any]) -> str:
    with transaction.atomic(), schools(one["viewer"].school_id):
        return count(one["viewer"]).version

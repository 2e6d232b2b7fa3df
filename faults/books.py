"""What the database and the mail server hold, against what people were told. By SQL of its own, past every wall:
nothing here asks the product's code.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic, sleep
from typing import Any

from faults.house import House
from faults.post import Taken
from faults.writers import Sent

QUIET_WITHIN = 420.0
"""Seconds until everything that is under way must have come to its end."""

TO_BE_TOLD = {
    # The leads and the senior leaders of the school, and the child's class teacher; never the writer, and
    # never a mother about her own daughter.
    "maisie": {"head", "lead", "lead_by_password", "slt", "teacher"},
    "kacper": {"head", "lead", "lead_by_password", "slt", "teacher", "parent"},
    "maisie_thorne": {"head", "lead", "lead_by_password", "slt", "parent"},
    "zoe": {"head", "lead", "lead_by_password", "slt", "other", "parent"},
    "elsewhere": {"elsewhere", "teacher_elsewhere"},
}


@dataclass
class Row:
    """One line of the table: a way of breaking, and what came of it."""

    scenario: str
    times: int
    seconds: float = 0.0
    sent: int = 0
    confirmed: int = 0
    turned_down: int = 0
    unconfirmed_but_there: int = 0
    lost: list[str] = field(default_factory=list)
    entries_doubled: list[str] = field(default_factory=list)
    half_written: list[str] = field(default_factory=list)
    alerts: int = 0
    alerts_lost: list[str] = field(default_factory=list)
    mails_taken: int = 0
    mails_lost: list[str] = field(default_factory=list)
    mails_refused: int = 0
    mails_doubled: int = 0
    doubles_unexplained: list[str] = field(default_factory=list)
    doubles_not_noted: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    slowest_confirmation: float = 0.0
    slowest_mail: float = 0.0
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def faults(self) -> list[str]:
        """Everything that must not be."""
        return [
            *(f"entry lost: {one}" for one in self.lost),
            *(f"entry doubled: {one}" for one in self.entries_doubled),
            *(f"half written: {one}" for one in self.half_written),
            *(f"alert lost: {one}" for one in self.alerts_lost),
            *(f"mail lost: {one}" for one in self.mails_lost),
            *(f"mail doubled, not explained: {one}" for one in self.doubles_unexplained),
            *(f"mail doubled, and not noted by the service: {one}" for one in self.doubles_not_noted),
            *(f"strange: {one}" for one in self.strange),
        ]


def until_quiet(house: House, row: Row) -> None:
    """Wait until no mail is under way and no job waits or runs."""
    began = monotonic()
    while left := _under_way(house):
        if monotonic() - began > QUIET_WITHIN:
            row.strange.append(f"not quiet after {QUIET_WITHIN:.0f} s: {left}")
            return
        sleep(0.25)
    row.notes["seconds until quiet"] = round(monotonic() - began, 1)


def _under_way(house: House) -> dict[str, int]:
    mails = house.sql("select mail, count(*) from alerts_alert where mail in ('due', 'leaving') group by 1")
    jobs = house.sql(
        "select status::text, count(*) from procrastinate_jobs"
        " where status = 'doing' or status = 'todo' and task_name = 'alerts.send_mail' group by 1"
    )
    return {f"mail {key}": count for key, count in mails} | {f"job {key}": count for key, count in jobs}


def check(house: House, row: Row, sents: Iterable[Sent]) -> Row:
    """Fill the row: everything confirmed is there once and whole, everybody was told, every mail was taken."""
    all_sent = list(sents)
    row.sent = len(all_sent)
    row.strange += [f"{one.word[:8]}: {words}" for one in all_sent for words in one.strange]
    row.turned_down = sum(one.turned_down for one in all_sent)
    there = _entries(house)
    for one in all_sent:
        _check_entry(row, one, there.get(one.word, []))
    items = {found["item"]: one for one in all_sent for found in there.get(one.word, [])}
    _check_marks(house, row, items)
    _check_alerts(house, row, items)
    row.half_written += _half_written(house)
    row.strange += _jobs_that_failed(house)
    return row


def _entries(house: House) -> dict[str, list[dict[str, Any]]]:
    rows = house.sql(
        "select n.account, i.id, i.number from incidents_incident n"
        " join records_item i on i.school_id = n.school_id and i.id = n.item_id"
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for account, item, number in rows:
        for word in re.findall(r"zq[0-9a-f]{32}", account):
            found.setdefault(word, []).append({"item": str(item), "number": number})
    return found


def _check_entry(row: Row, one: Sent, found: list[dict[str, Any]]) -> None:
    if len(found) > 1:
        row.entries_doubled.append(one.word)
    if one.confirmed_at is None:
        row.unconfirmed_but_there += bool(found)
        return
    row.confirmed += 1
    row.slowest_confirmation = max(row.slowest_confirmation, one.confirmed_at - one.pressed_at)
    if not found or found[0]["item"] != one.entry_id or found[0]["number"] is None:
        row.lost.append(f"{one.word} ({one.writer}, {one.child}): {found}")


def _check_marks(house: House, row: Row, items: dict[str, Sent]) -> None:
    rows = house.sql(
        "select about_id::text, event from audit_mark where event in ('recorded', 'alerted', 'shared')"
    )
    marks: dict[str, Counter[str]] = {}
    for about, event in rows:
        marks.setdefault(about, Counter())[event] += 1
    for item, one in items.items():
        seen = marks.get(item, Counter())
        if seen["recorded"] != 1 or seen["alerted"] != 1 or seen["shared"] < 1:
            row.half_written.append(f"marks of {one.word}: {dict(seen)}")


def _check_alerts(house: House, row: Row, items: dict[str, Sent]) -> None:
    people = {staff: key for key, staff in house.town["staff"].items()}
    rows = house.sql("select id::text, item_id::text, staff_id::text, mail from alerts_alert")
    told: dict[str, set[str]] = {}
    doubtful = _doubtful(house)
    taken = _taken_by_alert(house)
    for alert, item, staff, mail in rows:
        if item not in items:
            continue
        row.alerts += 1
        told.setdefault(item, set()).add(people[staff])
        _check_mail(house, row, items[item], _Alert(alert, people[staff], mail), taken.get(alert, []))
        _check_double(house, row, taken.get(alert, []), noted=(item, staff) in doubtful)
    for item, one in items.items():
        should = TO_BE_TOLD[one.child] - {one.writer}
        if told.get(item, set()) != should:
            row.alerts_lost.append(f"{one.word}: told {sorted(told.get(item, set()))}, not {sorted(should)}")


@dataclass(frozen=True, slots=True)
class _Alert:
    id: str
    person: str
    mail: str


def _check_mail(house: House, row: Row, one: Sent, alert: _Alert, taken: list[Taken]) -> None:
    school = "riverside" if "elsewhere" in alert.person else "oakfield"
    to = f"{alert.person}@{school}.example"
    row.mails_taken += len(taken)
    if any(letter.to != to for letter in taken):
        row.strange.append(f"a mail for {to} went to {[letter.to for letter in taken]}")
    if alert.mail == "refused" and house.post.refused.get(to):
        row.mails_refused += 1
    elif alert.mail != "sent" or not taken:
        row.mails_lost.append(f"{to} about {one.word}: {alert.mail}, taken {len(taken)} times")
    elif one.confirmed_at is not None:
        row.slowest_mail = max(row.slowest_mail, min(letter.at for letter in taken) - one.confirmed_at)


def _check_double(house: House, row: Row, taken: list[Taken], *, noted: bool) -> None:
    """The only way to a double: taken, and the line, the worker or the database died before it was noted."""
    if len(taken) < 2:
        return
    row.mails_doubled += 1
    for earlier in sorted(taken, key=lambda letter: letter.at)[:-1]:
        if not _could_not_be_noted(house, earlier):
            row.doubles_unexplained.append(f"{earlier}")
    if not noted:
        row.doubles_not_noted.append(taken[0].message_id)


SOON = 5.0
"""Seconds within which a mail that was taken must be noted, when nothing is broken."""


def _could_not_be_noted(house: House, letter: Taken) -> bool:
    worker_died = letter.worker in house.killed and 0 <= house.killed[letter.worker] - letter.at + 0.01 < SOON
    database_died = any(-SOON < died - letter.at < SOON for died in house.database_killed)
    return (
        letter.cut
        or worker_died
        or database_died
        or any(began - SOON < letter.at < ended + SOON for began, ended in house.disk_was_full)
    )


def _doubtful(house: House) -> set[tuple[str, str]]:
    """Item and person of each mail of which the service itself says that it may arrive twice."""
    rows = house.sql(
        "select m.about_id::text, d.words::json ->> 'told' from audit_mark m"
        " join audit_detail d on d.school_id = m.school_id and d.mark_id = m.id"
        " where m.event = 'mail may arrive twice'"
    )
    return {(item, staff) for item, staff in rows}


def _taken_by_alert(house: House) -> dict[str, list[Taken]]:
    found: dict[str, list[Taken]] = {}
    for message_id, letters in list(house.post.taken.items()):
        hexes = re.match(r"<([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.", message_id)
        if hexes is None:
            continue  # a letter about somebody's own account, such as a sign-in at a new device
        found.setdefault("-".join(hexes.groups()), []).extend(letters)
    return found


def _half_written(house: House) -> list[str]:
    """What would be left if a transaction were not whole; and numbers that are missing or given twice."""
    found = []
    for what, question in _HALVES.items():
        if count := house.sql(question)[0][0]:
            found.append(f"{what}: {count}")
    return found


_WITHOUT = (
    "select count(*) from records_item i where i.kind = 'entry' and not exists"
    " (select 1 from {table} t where t.school_id = i.school_id and t.{key} = i.id)"
)
_HALVES = {
    "entries without an account": _WITHOUT.format(table="incidents_incident", key="item_id"),
    "entries that stand nowhere": _WITHOUT.format(table="incidents_followup", key="item_id"),
    "entries nobody is alerted to": _WITHOUT.format(table="alerts_alert", key="item_id"),
    "entries without grants": _WITHOUT.format(table="records_grant", key="item_id"),
    "entries without marks": _WITHOUT.format(table="audit_mark", key="about_id"),
    "alerts without a grant": "select count(*) from alerts_alert a where not exists (select 1 from records_grant g"
    " where g.school_id = a.school_id and g.item_id = a.item_id and g.staff_id = a.staff_id)",
    "numbers missing or given twice": "select count(*) from (select school_id, count(*) as many,"
    " count(distinct number) as apart, max(number) as last from records_item where kind = 'entry' group by 1) n"
    " join records_counter c on c.school_id = n.school_id"
    " where n.many <> n.apart or n.many <> n.last or n.last <> c.last",
}


def _jobs_that_failed(house: House) -> list[str]:
    rows = house.sql(
        "select task_name, status::text, count(*) from procrastinate_jobs"
        " where status not in ('succeeded', 'todo', 'doing') group by 1, 2"
    )
    return [f"job {name} {status}: {count}" for name, status, count in rows]

"""Telling people, and marking as read."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import transaction

from heed.alerts import queries, rules
from heed.alerts.kinds import Answer, Mail, State
from heed.alerts.models import Alert
from heed.alerts.rules import Leaving, ToTell
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.jobs.actions import later
from heed.jobs.letters import DEAD_FOR_CERTAIN, may_leave
from heed.lib.outcomes import refuse
from heed.records.actions import end_own_grant_later, grant
from heed.who.viewer import Viewer


@transaction.atomic(savepoint=False)  # a part of other actions: they are undone as a whole
def tell(
    by: Viewer, item_id: UUID, told: Iterable[ToTell], *, anew: bool = False, lets_read: bool = True
) -> None:
    """Alert these people to an entry or an action and let them read it, at once; mail leaves after this.

    Whoever has an alert to it already is told again: it waits again, with its new reason. `anew` says that the
    thing was written in this very transaction, so that nobody can have one. Without `lets_read` something else
    lets them, with an end of its own.
    """
    people = {one.staff_id: one for one in told}
    again = frozenset[UUID]() if anew else _already_told(item_id, people)
    Alert.objects.bulk_create(
        (
            Alert(
                school_id=by.school_id,
                item_id=item_id,
                staff_id=one.staff_id,
                why=one.why,
                made_at=by.at,
                state=State.WAITING,
                mail=Mail.DUE,
            )
            for one in people.values()
        ),
        update_conflicts=True,
        unique_fields=["school", "item", "staff"],
        update_fields=["why", "made_at", "state", "read_at", "mail", "mail_tries", "mail_at"],
    )
    if lets_read:
        grant(by, item_id, people, why="alerted", anew=anew)
    _note_told(by, item_id, people, again)
    if people:
        later("alerts.send_mail", school_id=by.school_id, item_id=item_id)


def _already_told(item_id: UUID, people: Iterable[UUID]) -> frozenset[UUID]:
    """Locked, so that a mail that is just being noted as sent does not step on the new one."""
    rows = Alert.objects.to_tell_again(item_id, people).select_for_update(of=("self",))
    return frozenset(rows.values_list("staff_id", flat=True))


def _note_told(by: Viewer, item_id: UUID, people: Mapping[UUID, ToTell], again: frozenset[UUID]) -> None:
    why = {str(one.staff_id): one.why for one in people.values()}
    told_again = {staff_id: why.pop(staff_id) for staff_id in map(str, sorted(again))}
    if why or not again:
        record(by, Event.ALERTED, Kind.ENTRY, item_id, told=why)
    if again:
        record(by, Event.ALERTED_AGAIN, Kind.ENTRY, item_id, told=told_again)


@transaction.atomic
def mark_as_read(viewer: Viewer, alert_id: UUID) -> None:
    """Clear an alert from one's list; the entry stays readable for thirty days. Pressed twice, it is cleared once.

    Raises:
        NotSeen: when the alert is not theirs to see.
    """
    alert = queries.own_alert_to_change(viewer, alert_id)
    if alert.state == State.READ:
        return
    refuse(rules.why_not_mark_as_read(viewer, alert.staff_id, State(alert.state)))
    alert.state, alert.read_at = rules.STATES[State(alert.state)]["mark as read"], viewer.at
    alert.save(update_fields=["state", "read_at"])
    for item_id in filter(None, (alert.item_id, alert.item.entry_id)):
        end_own_grant_later(viewer, item_id)
    record(viewer, Event.READ_ALERT, Kind.ENTRY, alert.item_id)


@transaction.atomic
def hand_on(by: Viewer, item_id: UUID, *, left: UUID, to: ToTell | None) -> None:
    """Somebody has left without reading an alert: whoever takes over is told instead, unless it waits for them already.

    With nobody to take over the alert is closed all the same; the entry stands among those that nobody has taken.
    """
    rows = Alert.objects.to_hand_on([item_id]).select_for_update(of=("self",))
    for alert in rows.filter(staff_id=left, state=State.WAITING):
        alert.state = rules.STATES[State.WAITING]["hand on"]
        alert.save(update_fields=["state"])
    if to is not None and not rows.filter(staff_id=to.staff_id, state=State.WAITING).exists():
        tell(by, item_id, [to])


@transaction.atomic
def send_off(by: Viewer, alert_id: UUID) -> Leaving | None:
    """Take the mail of an alert in hand, if it is still wanted and nobody else has it."""
    rows = Alert.objects.to_mail().filter(pk=alert_id)
    alert = rows.select_for_update(of=("self",), skip_locked=True).first()
    if alert is None or not may_leave(Mail(alert.mail), alert.mail_at, now=by.at):
        return None
    before, to = Mail(alert.mail), queries.address_to_mail(alert, at=by.at)
    if to is None:
        _put(alert, rules.MAIL[before]["not wanted any more"], by)
        record(by, Event.MAIL_NOT_NEEDED, Kind.ENTRY, alert.item_id, told=alert.staff_id)
        return None
    alert.mail_tries += 1
    _put(alert, rules.MAIL[before]["leave" if before is Mail.DUE else "worker died"], by)
    if before is Mail.LEAVING:
        record(by, Event.MAIL_DOUBTFUL, Kind.ENTRY, alert.item_id, told=alert.staff_id)
    return Leaving(
        alert_id=alert.pk,
        item_id=alert.item_id,
        staff_id=alert.staff_id,
        to=to,
        made_at=alert.made_at,
        tries=alert.mail_tries,
        lost_its_worker=before is Mail.LEAVING,
    )


@transaction.atomic
def give_back(by: Viewer, item_id: UUID) -> None:
    """Mails that a dead worker had in hand may leave again at once. The next try marks that they may arrive twice."""
    in_hand = Alert.objects.to_mail().filter(item_id=item_id, mail=Mail.LEAVING)
    in_hand.filter(mail_at__lt=by.at - DEAD_FOR_CERTAIN).update(mail_at=None)


@transaction.atomic
def note_answer(by: Viewer, sent: Leaving, answer: Answer) -> None:
    """Note what became of a mail. If the person was told again meanwhile, the new mail stays due."""
    alert = Alert.objects.to_mail().filter(pk=sent.alert_id).select_for_update(of=("self",)).first()
    in_hand = alert is not None and rules.is_this_try(alert.mail, alert.made_at, alert.mail_tries, sent)
    after = rules.after_answer(answer, sent, now=by.at)
    if alert is not None and in_hand:
        _put(alert, after, by)
    event = _EVENTS.get(after) if in_hand or answer is Answer.TAKEN else None
    if event:
        record(by, event, Kind.ENTRY, sent.item_id, told=sent.staff_id, tries=sent.tries)
    if in_hand and answer is Answer.NOT_KNOWN:
        record(by, Event.MAIL_DOUBTFUL, Kind.ENTRY, sent.item_id, told=sent.staff_id)


_EVENTS = {Mail.SENT: Event.MAIL_SENT, Mail.REFUSED: Event.MAIL_REFUSED}


def _put(alert: Alert, mail: Mail, by: Viewer) -> None:
    alert.mail, alert.mail_at = mail, by.at
    alert.save(update_fields=["mail", "mail_at", "mail_tries"])

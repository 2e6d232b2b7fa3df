"""Who sees what in the sample trust: bars, a lock, a share, an hour without a DSL, and looks, some of them odd."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from heed.access.actions import bar, confirm_bar, end_opening, lock, open_for_an_hour
from heed.access.kinds import BarWhy
from heed.alerts.kinds import State
from heed.alerts.models import Alert
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.demo.home import Planted
from heed.demo.stories.writers import DOROTHY_AMOS, GRACE_ADEYEMI, HELEN_MARSH, SIAN_PRITCHARD
from heed.guarding.kinds import Mail, NoticeKind
from heed.guarding.models import Notice
from heed.guarding.queries.bars import bars_from_child
from heed.lib.clock import from_london, london
from heed.records.actions import share
from heed.who.viewer import Viewer

HEAD, DEPUTY = "head@oakfield.example", "deputy@oakfield.example"
JODIE_PIKE, BERNADETTE_QUIGLEY = "jodie.pike@oakfield.example", "bernadette.quigley@oakfield.example"
LOOKED_THROUGH = ("tyler-brough", "ibrahim-khan", "mason-tranter", "maisie-thornton", "callum-doherty")
"""Pages that the SENCo opened one after the other, of children with whom she has little to do."""


def guard(home: Planted, alerts: Iterable[Alert], now: datetime) -> None:
    """Put all of it into Oakfield, which is in scope."""
    helen = home.person(HELEN_MARSH, now - timedelta(days=30))
    _bars(home, helen, now)
    _lock_and_share(home, helen, alerts, now)
    _an_hour(home, now)
    _looks(home, alerts, now)


def _bars(home: Planted, helen: Viewer, now: datetime) -> None:
    for one in bars_from_child(helen, home.pupils["maisie-thornton"]):
        confirm_bar(helen, one.id)
    said = "Lives next door. The two families are in dispute about the fence."
    child = home.pupils["callum-doherty"]
    bar(helen, home.staff[JODIE_PIKE], child, why=BarWhy.CONFLICT, said=said)
    dorothy = home.person(DOROTHY_AMOS, now - timedelta(hours=20))
    rose = home.pupils["rose-ainsworth"]
    assert dorothy.staff_id, "she works here"
    declared = bar(
        dorothy, dorothy.staff_id, rose, why=BarWhy.RELATIVE, said="My granddaughter.", declared=True
    )
    for email in (HEAD, HELEN_MARSH, DEPUTY):
        _notify(home, email, NoticeKind.DECLARED, declared, rose, dorothy.at)


def _notify(
    home: Planted, email: str, kind: NoticeKind, about_id: UUID, pupil_id: UUID, at: datetime
) -> None:
    """On Home alone: of the sample trust a handful is mailed, and this is not among it."""
    Notice.objects.create(
        school_id=home.school_id,
        staff_id=home.staff[email],
        pupil_id=pupil_id,
        kind=kind,
        about_id=about_id,
        made_at=at,
        mail=Mail.NOT_NEEDED,
    )


def _lock_and_share(home: Planted, helen: Viewer, alerts: Iterable[Alert], now: datetime) -> None:
    named = [home.staff[one] for one in (HELEN_MARSH, DEPUTY, HEAD)]
    lock(
        helen,
        home.pupils["freya-holroyd"],
        named=named,
        said="Adopted. Where she lived before is confidential.",
    )
    maisie = home.pupils["maisie-thornton"]
    about_maisie = [one for one in alerts if one.item.pupil_id == maisie and one.item.number]
    newest = max(about_maisie, key=lambda one: (one.made_at, str(one.item_id)))
    by = home.person(HELEN_MARSH, max(now - timedelta(days=2), newest.made_at))
    share(
        by,
        newest.item_id,
        [home.staff[BERNADETTE_QUIGLEY]],
        said="Visits the family on Thursdays.",
        ends_at=from_london(london(now).date() + timedelta(days=22), 0, 0),
    )


def _an_hour(home: Planted, now: datetime) -> None:
    """An evening on which no DSL could be reached."""
    at = from_london(london(now).date() - timedelta(days=40), 18, 40)
    grace = home.person(GRACE_ADEYEMI, at)
    said = "The police rang at 18.20. Helen and Daniel do not answer, Priya is on a plane."
    opened = open_for_an_hour(grace, home.pupils["ella-priestley"], said=said)
    end_opening(home.person(GRACE_ADEYEMI, at + timedelta(minutes=35)), opened)


def _looks(home: Planted, alerts: Iterable[Alert], now: datetime) -> None:
    """Whoever read an alert had opened the entry; and one afternoon somebody opened one page after the other."""
    emails = {staff_id: email for email, staff_id in home.staff.items()}
    for one in alerts:
        read_at = one.read_at
        if one.state == State.READ and read_at and read_at > now - timedelta(days=70) and one.item.number:
            record(home.person(emails[one.staff_id], read_at), Event.LOOKED_AT_ENTRY, Kind.ENTRY, one.item_id)
    for number, child in enumerate(LOOKED_THROUGH):
        by = home.person(SIAN_PRITCHARD, now - timedelta(hours=3, minutes=-number))
        record(by, Event.LOOKED_AT_CHILD, Kind.CHILD, home.pupils[child])

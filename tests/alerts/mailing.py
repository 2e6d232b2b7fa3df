"""What the tests of mail do again and again."""

from typing import Any
from uuid import UUID

from heed.alerts.tasks import StillDue, send_mail
from tests.cast import Person, Town
from tests.records.behind import alert_of, marks

HELEN, OMAR = "lead@oakfield.example", "lead_by_password@oakfield.example"
GRACE, PRIYA = "slt@oakfield.example", "head@oakfield.example"
EVERYBODY = {HELEN, OMAR, GRACE, PRIYA}
"""Who is told of a concern that Katie Lowther records about Maisie."""


def run(town: Town, item: UUID, school: UUID | None = None) -> bool:
    """The job, once, as the worker calls it. Whether it is content."""
    try:
        send_mail(school_id=str(school or town.oakfield), item_id=str(item))
    except StillDue:
        return False
    return True


def mail_of(town: Town, who: Person, item: UUID) -> str:
    return alert_of(town, who.key, item).mail


def mails(town: Town, item: UUID) -> dict[str, str]:
    """Where the mail of each of the four stands."""
    return {key: alert_of(town, key, item).mail for key in ("lead", "lead_by_password", "slt", "head")}


def how_often(town: Town, event: str) -> int:
    return len(marks(town, event=event))


def only_for(post: Any, manner: Any, to: str = HELEN) -> None:
    """This recipient is treated so."""
    post.manners[to] = manner

"""Takes away what measuring left behind, so that the next run finds the same data."""

from datetime import datetime
from typing import Any

from bench.database import HOME, superuser

_OF_ITEMS = (
    "alerts_alert",
    "records_grant",
    "incidents_incident",
    "incidents_action",
    "incidents_followup",
    "incidents_step",
)


def made_at() -> datetime:
    """When the data was made: all of it is older, and all that is younger is ours to take away."""
    return datetime.fromisoformat((HOME / "stamp").read_text().split()[1])


def mark_sent_as_read(name: str) -> None:
    """So that as many alerts wait as before."""
    with superuser(name) as connection:
        connection.execute(
            "update alerts_alert set state = 'read', read_at = now(), mail = 'sent'"
            " where state = 'waiting' and made_at > %s",
            [made_at()],
        )


def clean(name: str) -> None:
    """Take away what was sent, marked and queued since the data was made."""
    with superuser(name) as connection, connection.transaction():
        connection.execute("set local session_replication_role = replica")
        _put_alerts_back(connection)
        for table in _OF_ITEMS:
            connection.execute(
                f"delete from {table} where item_id in (select id from records_item where recorded_at > %s)",
                [made_at()],
            )
        connection.execute("delete from records_item where recorded_at > %s", [made_at()])
        connection.execute(
            "delete from audit_detail where mark_id in (select id from audit_mark where at > %s)", [made_at()]
        )
        connection.execute("delete from audit_mark where at > %s", [made_at()])
        connection.execute("delete from incidents_keptwords")
        connection.execute("delete from django_session")
        connection.execute(
            "update records_counter c set last = (select max(number) from records_item i where i.school_id = c.school_id)"
        )
        connection.execute("delete from procrastinate_events")
        connection.execute("delete from procrastinate_periodic_defers")
        connection.execute("delete from procrastinate_jobs")
    with superuser(name) as connection:
        connection.execute("vacuum (analyze)")


def _put_alerts_back(connection: Any) -> None:
    """Alerts that were marked as read by the mixed load wait again."""
    connection.execute(
        "update alerts_alert set state = 'waiting', read_at = null where made_at <= %s and read_at > %s",
        [made_at(), made_at()],
    )

"""What the fields of other people's tables hold."""

from heed.lib.holds import PERSONAL, PLAIN, SECRET, Holds

OTHERS: dict[str, dict[str, Holds]] = {
    "contenttypes.contenttype": {"id": PLAIN, "app_label": PLAIN, "model": PLAIN},
    "auth.permission": {"id": PLAIN, "name": PLAIN, "content_type": PLAIN, "codename": PLAIN},
    "auth.group": {"id": PLAIN, "name": PLAIN},
    "sessions.session": {"session_key": SECRET, "session_data": SECRET, "expire_date": PLAIN},
    "account.emailaddress": {
        "id": PLAIN,
        "user": PLAIN,
        "email": PERSONAL,
        "verified": PLAIN,
        "primary": PLAIN,
    },
    "account.emailconfirmation": {
        "id": PLAIN,
        "email_address": PLAIN,
        "created": PLAIN,
        "sent": PLAIN,
        "key": SECRET,
    },
    "mfa.authenticator": {
        "id": PLAIN,
        "user": PLAIN,
        "type": PLAIN,
        "data": SECRET,  # sealed by accounts.sealed
        "created_at": PLAIN,
        "last_used_at": PERSONAL,
    },
    "procrastinate.procrastinateworker": {"id": PLAIN, "last_heartbeat": PLAIN},
    "procrastinate.procrastinatejob": dict.fromkeys(
        (
            "id",
            "queue_name",
            "task_name",
            "priority",
            "lock",
            "args",  # ids only: jobs.later refuses anything else
            "status",
            "scheduled_at",
            "attempts",
            "queueing_lock",
            "abort_requested",
            "worker",
        ),
        PLAIN,
    ),
    "procrastinate.procrastinateevent": {"id": PLAIN, "job": PLAIN, "type": PLAIN, "at": PLAIN},
    "procrastinate.procrastinateperiodicdefer": dict.fromkeys(
        ("id", "task_name", "defer_timestamp", "job", "periodic_id"), PLAIN
    ),
}

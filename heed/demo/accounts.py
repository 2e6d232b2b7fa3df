"""The one password and the one authenticator secret of the demonstration. Both are in the README."""

import time
from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings

from heed.demo.people import schools

PASSWORD = "kestrel-over-the-field"  # noqa: S105 - printed in the README; its accounts exist in demo mode only
SECRET = "HEEDDEMOKESTREL234567ABCDEFGHIJK"  # noqa: S105 - the same


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account to sign in with; a code where a second factor is asked for."""

    email: str
    name: str
    role: str
    school: str
    code: str | None


BY_PASSWORD_ALONE = frozenset({"teacher", "ta", "office", "family_worker"})


def demo_accounts(now: float | None = None) -> tuple[DemoAccount, ...]:
    """Every demo account, with the code its authenticator app shows now."""
    code = code_at(time.time() if now is None else now)
    found: dict[str, DemoAccount] = {}
    for school in schools():
        for person in school.staff:
            if person.demo:
                own_code = code if needs_code(person.groups) else None
                before = found.get(person.email)
                place = f"{before.school}, {school.name}" if before else school.name
                role = f"{before.role}, {person.role}" if before else person.role
                found[person.email] = DemoAccount(person.email, person.name, role, place, own_code)
    return tuple(found.values())


def needs_code(groups: tuple[str, ...]) -> bool:
    """Leaders, the SENCo and administrators sign in with a second factor."""
    return not set(groups) <= BY_PASSWORD_ALONE


def code_at(moment: float) -> str:
    """The code at a moment in seconds since 1970 (RFC 6238, 30-second steps)."""
    assert settings.DEMO, "only the demonstration knows a secret"
    return str(format_hotp_value(hotp_value(SECRET, int(moment) // 30)))

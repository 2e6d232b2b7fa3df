"""The people of the journeys, and how they sign in."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page

from heed.demo.accounts import PASSWORD, SECRET

TEACHER = "teacher@oakfield.example"  # Katie Lowther, class teacher of Willow; signs in with a password alone
LEAD = "dsl@oakfield.example"  # Helen Marsh
HEAD = "head@oakfield.example"  # Priya Nair
SENIOR_LEADER = "slt@oakfield.example"  # Grace Adeyemi
OFFICE = "office@oakfield.example"  # Sandra Bell
ASSISTANT = "ta@oakfield.example"  # Tom Ellery
COLLEAGUE = "colleague@oakfield.example"  # Aisha Rahman, class teacher of Hazel
MOTHER = "parent@oakfield.example"  # Rachel Thornton, class teacher of Ash, mother of Maisie Thornton
ADMINISTRATOR = "admin@oakfield.example"  # Martin Fell
ADMIN = ADMINISTRATOR
BOTH = "both@kestrel.example"  # Nadia Haddad, in both schools; signs in with a password alone
LEAD_ELSEWHERE = "dsl@riverside.example"  # Gareth Probert

STEP = 30
"""Seconds that a code lasts."""

IN_A_HURRY = 4
"""Seconds in which a code is typed and sent."""

_used: dict[str, int] = {}


def sign_in(page: Page, email: str) -> None:
    """Sign in on the page that asks for it, with the code from the app when it is asked for."""
    page.get_by_label("School email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    if page.get_by_role("heading", name="Enter your code").count():
        page.get_by_label("Code from your authenticator app").fill(code_of(email))
        page.get_by_role("button", name="Sign in").click()


def code_of(email: str) -> str:
    """What this person's authenticator app shows; a code that was used, or is about to change, is waited out."""
    now = time.time()
    if _used.get(email) == now // STEP or STEP - now % STEP < IN_A_HURRY:
        time.sleep(STEP - now % STEP)
    step = int(time.time()) // STEP
    _used[email] = step
    return str(format_hotp_value(hotp_value(SECRET, step)))

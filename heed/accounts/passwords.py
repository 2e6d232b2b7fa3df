"""Passwords: set for the first time, set anew, changed. Whatever ends with the old one ends with it."""

import re
from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import transaction

from heed.accounts import letters
from heed.accounts.kinds import LetterKind
from heed.accounts.models import Letter, SignIn, User
from heed.accounts.queries import schools_of
from heed.accounts.rules import FEWEST_SIGNS, LONGEST_PASSWORD, SHORTEST_PASSWORD
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer


def why_not_password(password: str, *, email: str, name: str) -> str | None:
    """The reason this cannot be somebody's password, if there is one. Length, not recipes (NIST SP 800-63B-4, 3.1.1.2)."""
    if len(password) < SHORTEST_PASSWORD:
        return (
            f"This password has {len(password)} characters. Use at least {SHORTEST_PASSWORD}: "
            "three or four words in a row are good, and easy to remember."
        )
    if len(password) > LONGEST_PASSWORD:
        return f"This password has {len(password)} characters. Use at most {LONGEST_PASSWORD}."
    faults = _faults(password, User(email=email, name=name))
    if "password_too_similar" in faults:
        return (
            "This password is too much like your name or address. Use words that have nothing to do with you."
        )
    if faults or any(_faults(core, None) for core in _cores(password)):
        return "Many people use this password, or one like it, so it is guessed first. Use other words."
    return None


def _faults(password: str, user: User | None) -> set[str]:
    try:
        password_validation.validate_password(password, user)
    except ValidationError as problem:
        return {str(error.code) for error in problem.error_list}
    return set()


def _cores(password: str) -> set[str]:
    """What a long password is really made of: without figures and signs at its ends, and said once, not over and over.

    The list of common passwords holds short ones, and `password2026` or `qwertyqwerty` is not longer for that.
    """
    bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", password)
    found = set()
    for one in filter(None, (password, bare)):
        once = re.fullmatch(r"(.+?)\1+", one)
        found.add(once[1] if once else one)
    return {"password"} if len(set(password.lower())) < FEWEST_SIGNS else found


def has_account(user: User | None) -> bool:
    """Whether somebody can sign in as this user already: then no invitation ever sets a password for them.

    Whoever has come in before can, also without a password: through a school's own service.
    """
    if user is None:
        return False
    return (
        user.has_usable_password()
        or Authenticator.objects.filter(user=user).exists()
        or SignIn.objects.filter(user=user).exists()
    )


@transaction.atomic
def make_user(*, email: str, name: str) -> User:
    """The user of an address that is invited for the first time, with no password yet."""
    user = User(email=email, name=name)
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


@transaction.atomic
def set_password(by: Viewer, user: User, password: str, *, event: Event) -> None:
    """Set a password. Every session ends, every other link for a new password works no more."""
    user.set_password(password)
    user.epoch += 1
    user.save(update_fields=["password", "epoch"])
    SignIn.objects.filter(user=user, ended_at=None).update(ended_at=by.at)
    letters.end_links_to(user, at=by.at)
    record(by, event, Kind.USER, user.pk)


@transaction.atomic
def set_forgotten_password(letter: Letter, password: str, *, now: datetime, origin: str) -> None:
    """Choose a new password by a link that was sent; noted in each school, and told to the person by mail."""
    user = letter.user
    assert user is not None, "such a letter has its user"
    Letter.objects.filter(pk=letter.pk).update(used_at=now)
    mine = schools_of(user.pk)
    for number, place in enumerate(mine):
        by = by_a_link(place.school_id, user, now=now, origin=origin)
        with schools(place.school_id):
            if number == 0:
                set_password(by, user, password, event=Event.PASSWORD_CHANGED)
                tell_of_change(by, user)
            else:
                record(by, Event.PASSWORD_CHANGED, Kind.USER, user.pk)


@transaction.atomic
def change_password(viewer: Viewer, user: User, password: str, *, sign_in: UUID | None) -> None:
    """Somebody who is signed in changes their password. Everywhere else they are signed out."""
    set_password(viewer, user, password, event=Event.PASSWORD_CHANGED)
    if sign_in is not None:
        SignIn.objects.filter(pk=sign_in, user=user).update(ended_at=None)
    tell_of_change(viewer, user)


def tell_of_change(by: Viewer, user: User) -> None:
    """A letter that the password was changed."""
    letters.write(by, LetterKind.PASSWORD_CHANGED, email=user.email, user_id=user.pk)


def by_a_link(school_id: UUID, user: User, *, now: datetime, origin: str) -> Viewer:
    """Somebody who came with a link that was sent to them, and is not signed in."""
    return Viewer(
        school_id=school_id,
        staff_id=None,
        user_id=user.pk,
        name=user.name,
        role="with a link",
        at=now,
        origin=origin,
    )


def rules_words() -> str:
    """What a password must be, beside its field."""
    return (
        f"At least {SHORTEST_PASSWORD} characters. Three or four words in a row are good; "
        "figures and signs are not needed."
    )

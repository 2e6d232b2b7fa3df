"""Whether whom a school's service vouches for may come in, and as which user.

Nobody signs up. Whoever is let in is on the school's staff list and has not left: that is the roll's invitation.
"""

from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from heed.accounts.actions import make_account
from heed.accounts.letters import withdraw_invitation
from heed.accounts.signon.actions import bind
from heed.accounts.signon.kinds import Service, Turned, Who, Why
from heed.accounts.signon.queries import has_address, hold, is_bound, may_sign_in, user_bound_to
from heed.lib.clock import london
from heed.staff.actions import give_account
from heed.staff.queries import OnTheList, on_the_list
from heed.who.viewer import Viewer


class TurnedAway(Turned):
    """Turned away, with the user whose account it would have been, for the mark."""

    def __init__(self, why: Why, user_id: UUID | None = None) -> None:
        super().__init__(why)
        self.user_id = user_id


@transaction.atomic
def let_in(by: Viewer, service: Service, who: Who) -> AbstractBaseUser:
    """The user somebody signs in as.

    An account at the service that was used before is known by its own name there, whatever its address is now.
    One that is new is matched by its address, once, to a person on the staff list, and bound to them.

    Raises:
        TurnedAway: when they may not come in.
    """
    bound = user_bound_to(service.school_id, service.issuer, who.subject)
    if bound is None:
        hold(service.school_id)
        bound = user_bound_to(service.school_id, service.issuer, who.subject)
    if bound:
        _still_here(on_the_list(service.school_id, on=london(by.at).date(), user_id=bound), bound)
        return _open(bound)
    person = _named(by, service.school_id, who)
    user = _open(person.user_id) if person.user_id else None
    if user and is_bound(service.school_id, service.issuer, user.pk):
        raise TurnedAway(Why.OTHER_ACCOUNT, user.pk)
    user = user or _first_time(by, person, str(who.address))
    bind(replace(by, name=person.name), user.pk, issuer=service.issuer, subject=who.subject)
    return user


def _named(by: Viewer, school_id: UUID, who: Who) -> OnTheList:
    """The person on the staff list who has the address that the service vouches for."""
    if who.address is None:
        raise TurnedAway(who.why_no_address or Why.NO_ADDRESS)
    return _still_here(on_the_list(school_id, on=london(by.at).date(), email=who.address), None)


def _still_here(person: OnTheList | None, user_id: UUID | None) -> OnTheList:
    if person is None:
        raise TurnedAway(Why.NOT_ON_STAFF, user_id)
    if person.left:
        raise TurnedAway(Why.LEFT, person.user_id)
    return person


def _open(user_id: UUID) -> AbstractBaseUser:
    user = may_sign_in(user_id)
    if user is None:
        raise TurnedAway(Why.CLOSED, user_id)
    return user


def _first_time(by: Viewer, person: OnTheList, address: str) -> AbstractBaseUser:
    """An account for somebody on the staff list who has none yet. It has no password.

    Somebody who has one in another school must join the two themselves: this school's service speaks for this
    school's people only.
    """
    if has_address(address):
        raise TurnedAway(Why.ELSEWHERE)
    named = replace(by, name=person.name)
    user_id = make_account(
        named, email=address, name=person.name, password=None, second_factor=None, demo=settings.DEMO
    )
    give_account(named, person.staff_id, user_id)
    withdraw_invitation(named, person.staff_id)  # a link that still lies in a mailbox sets no password
    return _open(user_id)

"""Who may be added, invited, changed, and who may leave. Pure."""

from collections.abc import Iterable
from datetime import date, datetime
from difflib import get_close_matches

from heed.lib.clock import day_words
from heed.lib.names import listed
from heed.people.staff.kinds import Account
from heed.who.groups import GUARDED, LEADS, Group
from heed.who.powers import Power
from heed.who.viewer import Viewer

# Nobody is put into a guarded group on this page: an administrator proposes, the head or a DSL approves.
GIVEN_HERE = tuple(group for group in Group if group not in GUARDED)


def account_stands(
    *,
    left: bool,
    has_account: bool,
    invited_until: datetime | None,
    not_delivered: bool,
    now: datetime,
) -> Account:
    """Where an account stands. `invited_until` is the end of an invitation that was not taken up or withdrawn."""
    if left:
        return Account.LEFT
    if has_account:
        return Account.ACTIVE
    if invited_until is None:
        return Account.NOT_INVITED
    if not_delivered:
        return Account.NOT_DELIVERED
    return Account.INVITED if invited_until > now else Account.EXPIRED


def why_not_invite(name: str, stands: Account) -> str | None:
    """The reason somebody cannot be invited, if there is one."""
    if stands is Account.LEFT:
        return f"{name} has left. Take them on again first, then invite them."
    if stands is Account.ACTIVE:
        return f"{name} has an account already. If they cannot sign in, “Forgotten password” on the sign-in page helps."
    return None


def why_not_address(email: str, known: Iterable[str], *, sure: bool) -> str | None:
    """The reason an address looks like a slip, if there is one: its end is almost one that colleagues have."""
    domain = email.rpartition("@")[2]
    ends = {one.rpartition("@")[2] for one in known}
    if sure or domain in ends:
        return None
    close = get_close_matches(domain, sorted(ends), n=1, cutoff=0.85)
    if not close:
        return None
    return f"Colleagues have addresses that end in @{close[0]}, this one in @{domain}. Is that right?"


def why_not_change_address(
    viewer: Viewer, name: str, groups: frozenset[Group], stands: Account, *, had_account: bool
) -> str | None:
    """The reason this person cannot change somebody's address, if there is one.

    Whoever gets the mail gets the account: so not of an account that is in use; and by a head or DSL only of a
    leader, or of somebody who comes back and has again what was told to them.
    """
    if stands is Account.ACTIVE:
        return f"{name} signs in with this address. It cannot be changed here."
    if groups & GUARDED and not viewer.can(Power.APPROVE):
        return (
            f"{name} is in a leaders’ group. Only a head or DSL can change the address an invitation goes to."
        )
    if had_account and not viewer.can(Power.APPROVE):
        return f"{name} had an account here. Only a head or DSL can change the address an invitation goes to."
    return None


def why_not_given(groups: Iterable[Group]) -> str | None:
    """What is to be said of groups that are not given here, if there are any."""
    guarded = [group.words for group in groups if group in GUARDED]
    if not guarded:
        return None
    return f"{listed(guarded)}: not given here. Propose it under Groups; the head or a DSL approves."


def why_not_leave(
    *,
    name: str,
    groups: frozenset[Group],
    others: Iterable[frozenset[Group]],
    left: bool,
    accounts: frozenset[Group],
) -> str | None:
    """The reason somebody cannot leave, if there is one.

    `others`: the groups of everybody who stays and can sign in. `accounts`: those that look after accounts here.
    """
    if left:
        return f"{name} has left already."
    rest = frozenset[Group]().union(*others)
    if groups & accounts and not rest & accounts:
        return f"{name} is the last who looks after accounts here. Let somebody else do that first."
    if groups & LEADS and not rest & LEADS:
        return f"{name} is the last DSL here. Appoint another first: a school is never without one."
    if Group.HEAD in groups and Group.HEAD not in rest:
        return f"{name} is the last head here. Make somebody else head first."
    return None


def why_not_day(day: date, today: date) -> str | None:
    """The reason somebody's last day cannot be this, if there is one."""
    if day < today:
        return "This day has gone. Write it with its year; to end access at once, choose “Now”."
    if (day - today).days > 730:
        return f"{day_words(day)} is more than two years ahead. Check the year."
    return None

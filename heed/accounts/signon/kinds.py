"""Fixed words of single sign-on, and the ways it ends without anybody being signed in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Why(StrEnum):
    """Why somebody was not let in. Kept in the mark, never on the page: the page must not tell who is known."""

    NOT_IN_FORCE = "the school does not use single sign-on"
    OLD_TRY = "begun elsewhere, too long ago, or used already"
    GAVE_UP = "not finished at the sign-in service"
    OTHER_SERVICE = "the answer came from another service"
    BAD_TOKEN = "the service’s word could not be trusted"  # noqa: S105 - a reason
    OTHER_TENANT = "an account of another organisation"
    NO_ADDRESS = "the service vouches for no address"
    OTHER_DOMAIN = "an address outside the school’s domains"
    NOT_ON_STAFF = "nobody on the staff list has this address"
    LEFT = "left the school"
    CLOSED = "their account is closed"
    OTHER_ACCOUNT = "bound to another account at the service"
    ELSEWHERE = "has an account in another school, and was not invited here"


class Turned(Exception):  # noqa: N818 - an outcome
    """Somebody was turned away at the door."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Fault(StrEnum):
    """What can be wrong with a service, after "it". Beside what `lib.outgoing` says of any server."""

    STATUS = "answered with an error"
    MOVED = "sent us on to another address; Heed does not follow"
    NOT_JSON = "sent an answer that makes no sense"
    OTHER_ISSUER = "calls itself by another issuer than the one entered"
    NO_ENDPOINTS = "does not say where to sign in, or where its keys are"
    NO_CODE_FLOW = "does not offer the authorisation code flow"
    NO_KEYS = "shows no keys that Heed can use"
    BAD_CLIENT = "does not take Heed’s client id and secret; the secret may have run out"
    NO_TOKEN = "gave no ID token"  # noqa: S105 - a reason
    SECRET_LOST = "cannot be asked: the secret kept for it cannot be opened any more. Enter it again"  # noqa: S105 - a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A school's own sign-in service, as the school has set it."""

    school_id: UUID
    school: str
    label: str
    """What people call it: Microsoft, Google, …"""
    issuer: str
    client_id: str
    secret: str
    """Sealed."""
    domains: tuple[str, ...]
    counts_as_second_step: bool
    only: bool
    """Whether the school's people sign in through it and in no other way."""
    active: bool
    approved: bool
    changed_at: datetime

    @property
    def in_force(self) -> bool:
        """Whether people may sign in with it."""
        return self.active and self.approved


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a school's sign-in service vouches for."""

    subject: str
    """The service's own name for the account; never given to another."""
    address: str | None
    """The e-mail address it vouches for, in lower case, within the school's domains."""
    why_no_address: Why | None
    second_step: bool
    """Whether it says that more than a password was asked."""

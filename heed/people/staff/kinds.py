"""Where somebody's account stands."""

from enum import StrEnum


class Account(StrEnum):
    """Where the account of a member of staff stands; on screen in these words."""

    ACTIVE = "active"
    INVITED = "invited"
    EXPIRED = "invitation expired"
    NOT_DELIVERED = "mail not delivered"
    NOT_INVITED = "not invited"
    LEFT = "has left"

    @property
    def words(self) -> str:
        """As a list says it."""
        return self.value[:1].upper() + self.value[1:]


WITHOUT_ACCOUNT = frozenset({Account.NOT_INVITED, Account.INVITED, Account.EXPIRED, Account.NOT_DELIVERED})

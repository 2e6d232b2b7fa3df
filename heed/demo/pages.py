"""What the demonstration's own page prints."""

from dataclasses import dataclass

from heed.demo.accounts import PASSWORD, SECRET, DemoAccount, demo_accounts


@dataclass(frozen=True, slots=True)
class DemoPage:
    """How to sign in as each."""

    password: str
    secret: str
    accounts: tuple[DemoAccount, ...]
    note: str | None


def accounts() -> DemoPage:
    """The accounts with their codes of this moment."""
    return DemoPage(PASSWORD, SECRET, demo_accounts(), None)

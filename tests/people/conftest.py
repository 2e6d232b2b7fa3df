"""A sign-in service of a school's own."""

from tests.accounts.conftest import _standing_provider, provider

__all__ = ["_standing_provider", "provider"]

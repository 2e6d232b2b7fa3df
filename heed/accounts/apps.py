"""The Django app of `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and memberships."""

    name = "heed.accounts"
    label = "accounts"

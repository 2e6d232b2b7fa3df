"""The Django app of `people`."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, groups and leaving."""

    name = "heed.people"
    label = "people"

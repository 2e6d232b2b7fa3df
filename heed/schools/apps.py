"""The Django app of `schools`."""

from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    """Schools and trusts."""

    name = "heed.schools"
    label = "schools"

"""The Django app of `roll`."""

from django.apps import AppConfig


class RollConfig(AppConfig):
    """Children and staff come in."""

    name = "heed.roll"
    label = "roll"

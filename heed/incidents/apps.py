"""The Django app of `incidents`."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """Recording what happened."""

    name = "heed.incidents"
    label = "incidents"

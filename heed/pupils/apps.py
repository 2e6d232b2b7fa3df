"""The Django app of `pupils`."""

from django.apps import AppConfig


class PupilsConfig(AppConfig):
    """Children and classes."""

    name = "heed.pupils"
    label = "pupils"

"""The Django app of `chronology`."""

from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    """A child's story in order."""

    name = "heed.chronology"
    label = "chronology"

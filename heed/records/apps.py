"""The Django app of `records`."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The spine of every child's file."""

    name = "heed.records"
    label = "records"

"""The Django app of `staff`."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """People who work in a school."""

    name = "heed.staff"
    label = "staff"

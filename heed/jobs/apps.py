"""The Django app of `jobs`."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """What happens later."""

    name = "heed.jobs"
    label = "jobs"

"""The Django app of `guarding`."""

from django.apps import AppConfig


class GuardingConfig(AppConfig):
    """Bars, locks, shares, and why somebody can read something."""

    name = "heed.guarding"
    label = "guarding"

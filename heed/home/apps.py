"""The Django app of `home`."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Today's page."""

    name = "heed.home"
    label = "home"

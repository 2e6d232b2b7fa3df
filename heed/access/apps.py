"""The Django app of `access`."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may do what."""

    name = "heed.access"
    label = "access"

"""The Django app of `config`: commands that concern the whole."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Checks and figures about the whole service."""

    name = "heed.config"
    label = "config"

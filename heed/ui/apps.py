"""The page furniture as a Django app: templates and static files, no tables."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """How Heed looks."""

    name = "heed.ui"
    label = "ui"
    verbose_name = "How Heed looks"

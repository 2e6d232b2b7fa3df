"""The Django app of `alerts`."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Who is told."""

    name = "heed.alerts"
    label = "alerts"

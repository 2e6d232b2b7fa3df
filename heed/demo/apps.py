"""The Django app of `demo`."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The sample trust."""

    name = "heed.demo"
    label = "demo"

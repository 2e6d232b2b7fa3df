"""The Django app of `demo`."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class DemoConfig(AppConfig):
    """The sample trust."""

    name = "heed.demo"
    label = "demo"

    def ready(self) -> None:
        """Have the database looked at for sample accounts when Django checks it."""
        from heed.demo.checks import sample_trust_only_in_demo_mode  # noqa: PLC0415 - models are ready only now

        register(sample_trust_only_in_demo_mode, Tags.database)

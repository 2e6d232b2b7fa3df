"""The Django app of `audit`."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Marks of what was done."""

    name = "heed.audit"
    label = "audit"

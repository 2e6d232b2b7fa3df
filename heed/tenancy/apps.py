"""The Django app of `tenancy`; first in the list, so that its `migrate` and `flush` stand before Django's."""

from django.apps import AppConfig


class TenancyConfig(AppConfig):
    """Keys, policies, roles."""

    name = "heed.tenancy"
    label = "tenancy"

"""The backend named in settings.DATABASES."""

from django.db import models
from django.db.backends.postgresql import base, features, operations


class DatabaseFeatures(features.DatabaseFeatures):
    """What this database may be asked."""

    def allows_group_by_selected_pks_on_model(self, model: type[models.Model]) -> bool:
        """Not for tables with a school: their key is (school, id), so `id` alone does not cover the row."""
        return not getattr(model, "under_the_wall", False) and model._meta.managed


class DatabaseOperations(operations.DatabaseOperations):
    """Which compiler makes the SQL."""

    compiler_module = "heed.tenancy.backend.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations

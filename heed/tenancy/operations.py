"""Migration operations that give tables with a school their keys, constraints, policies and triggers."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.migrations.operations.base import Operation

from heed.tenancy.models import TenantForeignKey

SEEN = "coalesce(school_id = ANY (NULLIF(current_setting('heed.schools', true), '')::uuid[]), false)"
"""The wall, as the database is told it. `coalesce` changes nothing about what is seen: it keeps the planner from
counting the school twice. Every statement says its school as well, and two tests that say the same made it expect
one row where there are hundreds (decision 20)."""


class _OnModels(Operation):
    """Changes the database only; the state that `makemigrations` compares stays as it was."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, *model_names: str) -> None:
        self.model_names = model_names

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How a migration file writes this down."""
        return self.__class__.__name__, list(self.model_names), {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes in the state."""

    def database_backwards(self, *_: Any) -> None:
        """The tables go with the models; nothing to undo by itself."""

    def _models(self, app_label: str, state: Any) -> list[type[models.Model]]:
        return [state.apps.get_model(app_label, name) for name in self.model_names]


class TenantTables(_OnModels):
    """Key (school, id), composite links with an index each, forced row-level security with one policy.

    Safe to name a model again after it gained a `TenantForeignKey`.
    """

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """First every key, then every link, so that tables of one migration may point at each other."""
        found = self._models(app_label, to_state)
        for model in found:
            _key_and_policy(schema_editor, model._meta.db_table)
        for model in found:
            for field in model._meta.local_fields:
                if isinstance(field, TenantForeignKey):
                    _link(schema_editor, model._meta.db_table, field)

    def describe(self) -> str:
        """What `migrate` prints."""
        return "School wall on " + ", ".join(self.model_names)


class PoliciesAnew(Operation):
    """Say the wall's condition again on every table that has it: for databases made when it was worded otherwise."""

    reversible = True
    reduces_to_sql = False

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes in the state."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Each policy of ours, found in the catalogue."""
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                "select tablename, policyname from pg_policies "
                "where schemaname = current_schema() and policyname = tablename || '_school'"
            )
            found = cursor.fetchall()
        for table, policy in found:
            schema_editor.execute(f'ALTER POLICY "{policy}" ON "{table}" USING ({SEEN}) WITH CHECK ({SEEN})')

    def database_backwards(self, *_: Any) -> None:
        """Both wordings show the same rows."""

    def describe(self) -> str:
        """What `migrate` prints."""
        return "The school wall in its present words"


class SchoolFollowsFrom(Operation):
    """Tell the planner that a link decides the school, since a child is of one: both tested let as many rows pass as one.

    Without it, a child with a thousand entries counts as one with twenty (decision 24).
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, model_name: str, field_name: str) -> None:
        self.model_name, self.field_name = model_name, field_name

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How a migration file writes this down."""
        return self.__class__.__name__, [self.model_name, self.field_name], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes in the state."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Statistics over both columns, counted at once."""
        table, column, name = self._names(app_label, to_state)
        schema_editor.execute(
            f'CREATE STATISTICS "{name}" (dependencies) ON school_id, "{column}" FROM "{table}"', params=None
        )
        schema_editor.execute(f'ANALYZE "{table}"', params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The planner counts each by itself again."""
        *_, name = self._names(app_label, to_state)
        schema_editor.execute(f'DROP STATISTICS IF EXISTS "{name}"', params=None)

    def describe(self) -> str:
        """What `migrate` prints."""
        return f"School follows from {self.field_name} on {self.model_name}"

    def _names(self, app_label: str, state: Any) -> tuple[str, str, str]:
        model = state.apps.get_model(app_label, self.model_name)
        table, column = model._meta.db_table, model._meta.get_field(self.field_name).column
        return table, column, f"{table}_{column}_school"


class AppendOnly(_OnModels):
    """Rows that are written once: no UPDATE and no DELETE, for the owner neither.

    A role named `heed_destroyer` may delete; nobody has it yet. It is the room left for destroying a file
    at the end of its keeping, by two people.
    """

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """A plain trigger, since a library's can be switched off by a setting; and no right for the runtime role."""
        schema_editor.execute(_APPEND_ONLY_FUNCTION, params=None)
        for model in self._models(app_label, to_state):
            table = model._meta.db_table
            schema_editor.execute(
                f'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "{table}" '
                "FOR EACH ROW EXECUTE FUNCTION heed_append_only()"
            )
            role = schema_editor.quote_name(settings.RUNTIME_ROLE)
            schema_editor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {role}')

    def describe(self) -> str:
        """What `migrate` prints."""
        return "Append only: " + ", ".join(self.model_names)


_APPEND_ONLY_FUNCTION = """
CREATE OR REPLACE FUNCTION heed_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_user = 'heed_destroyer' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def _key_and_policy(editor: Any, table: str) -> None:
    if _has_constraint(editor, table, f"{table}_key"):
        return
    editor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_pkey"')
    editor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_key" PRIMARY KEY (school_id, id)')
    _join_the_shards(editor, table)
    editor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
    editor.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
    editor.execute(f'CREATE POLICY "{table}_school" ON "{table}" USING ({SEEN}) WITH CHECK ({SEEN})')


def _link(editor: Any, table: str, field: TenantForeignKey) -> None:
    name = f"{table}_{field.column}_link"
    if _has_constraint(editor, table, name):
        return
    there = field.related_model._meta.db_table
    editor.execute(
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY (school_id, "{field.column}") '
        f'REFERENCES "{there}" (school_id, id)'
    )
    editor.execute(f'CREATE INDEX "{name}_ix" ON "{table}" (school_id, "{field.column}")')


def _join_the_shards(editor: Any, table: str) -> None:
    """On a database that is spread already, a new table is spread like the others before it gets links."""
    with editor.connection.cursor() as cursor:
        cursor.execute("select to_regclass('pg_catalog.pg_dist_partition')")
        if cursor.fetchone()[0] is None:
            return
        cursor.execute("select logicalrelid::text from pg_dist_partition where partmethod = 'h' limit 1")
        other = cursor.fetchone()
    if other:
        editor.execute(
            f"SELECT create_distributed_table('{table}', 'school_id', colocate_with => '{other[0]}')"
        )


def _has_constraint(editor: Any, table: str, name: str) -> bool:
    with editor.connection.cursor() as cursor:
        cursor.execute(
            "select 1 from pg_constraint where conname = %s and conrelid = to_regclass(%s)",
            [name, f'"{table}"'],
        )
        return cursor.fetchone() is not None

"""The floor of each page: statements written by hand that read and write the same rows, and the same bytes rendered.

One connection from a pool with the product's settings, one transaction, `SET LOCAL` included; then the page's
own templates with their finished values. No model, no form, no middleware, no rule.
"""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import jinja2
from django.conf import settings
from psycopg import ClientCursor, Connection
from psycopg.types.json import Jsonb
from psycopg_pool import ConnectionPool

from bench import bare
from bench.stage import Stage
from bench.words import COMMON_WORD, RARE_WORD
from heed.access.matrix import MATRIX, Scope
from heed.tenancy.keys import uuid7
from heed.who.categories import ELEVATED_ONLY

Rendering = list[tuple[jinja2.Template, dict[str, Any]]]


class Floor:
    """Floors of one database."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._learned: dict[tuple[str, str], Rendering] = {}
        given = settings.DATABASES["default"]
        self._pool: ConnectionPool[Any] = ConnectionPool(
            kwargs={
                "host": given["HOST"],
                "port": given["PORT"],
                "user": given["USER"],
                "password": given["PASSWORD"],
                "dbname": given["NAME"],
                "cursor_factory": ClientCursor,
                "autocommit": True,
            },
            min_size=1,
            max_size=2,
            check=ConnectionPool.check_connection,
            open=True,
        )

    def learn(self, what: str, who: str, rendered: Rendering) -> None:
        """Remember what a page rendered."""
        self._learned[what, who] = rendered

    def once(self, what: str, who: str) -> Callable[[], int]:
        """One reading, made ready; calling it gives the size of what it rendered."""
        if what == "health":
            return self._health
        values = self._values(what, who)
        statements = bare.statements(what, elevated=self.stage.person(what, who).elevated)

        def do() -> int:
            with self._pool.connection() as connection, connection.transaction():
                _run(connection, statements, values, self.stage.school_id)
            return sum(len(template.render(said).encode()) for template, said in self._learned[what, who])

        return do

    def _health(self) -> int:
        with self._pool.connection() as connection:
            connection.execute("select 1").fetchall()
            rows = connection.execute(bare.WORKER).fetchall()
        return len(json.dumps({"database": "up", "worker": str(bool(rows))}))

    def _values(self, what: str, who: str) -> dict[str, Any]:
        """Everything the statements name, worked out beforehand."""
        person = self.stage.person(what, who)
        viewer = person.viewer
        own = [reach for reach in viewer.reaches if reach.pupils is not None]
        whole = [reach for reach in viewer.reaches if reach.pupils is None]
        told = self._told(who)
        return {
            "session": person.session,
            "user": person.user.pk,
            "school": viewer.school_id,
            "staff": viewer.staff_id,
            "signature": viewer.signature_id,
            "name": viewer.name,
            "role": viewer.role,
            "elevated": viewer.elevated,
            "at": viewer.at,
            "barred": list(viewer.barred),
            "locked_out": list(viewer.locked_out),
            "all": sorted(int(one) for reach in whole for one in reach.categories) if viewer.elevated else [],
            "own": sorted(int(one) for reach in own for one in reach.categories) if viewer.elevated else [],
            "own_pupils": [one for reach in own for one in reach.pupils or ()] if viewer.elevated else [],
            "guarded": [] if viewer.elevated else sorted(int(one) for one in ELEVATED_ONLY),
            "letters": self.stage.letters,
            "letters_end": self.stage.letters + "\U0010ffff",
            "child": self.stage.child,
            "about": self.stage.written_about[who],
            "entry": self.stage.entry,
            "word": COMMON_WORD if what == "common word" else RARE_WORD,
            "account": "Came in without a coat for the third time this week. " * 8,
            "salt": "0" * 64,
            "words": json.dumps({"shown": [str(one) for one in told]}),
            "told": told,
            **{f"new{at}": uuid7() for at in range(14)},
            "new_ids": [uuid7() for _ in told],
            "new_grants": [uuid7() for _ in told],
            "job": Jsonb({"school_id": str(viewer.school_id), "item_id": str(self.stage.entry)}),
        }

    def _told(self, who: str) -> list[UUID]:
        """Twelve leaders of the school, as an entry would tell them."""
        groups = [str(group) for group, row in MATRIX.items() if row.scope is Scope.WHOLE_SCHOOL]
        with self._pool.connection() as connection, connection.transaction():
            connection.execute(_scope(self.stage.school_id))
            rows = connection.execute(
                bare.LEADERS, {"groups": groups, "staff": self.stage.staff(who)}
            ).fetchall()
        return [row[0] for row in rows]


def _run(
    connection: "Connection[Any]", statements: tuple[str, ...], values: dict[str, Any], school: UUID
) -> None:
    connection.execute(_scope(school))
    for statement in statements:
        cursor = connection.execute(statement, values)
        if cursor.description:
            cursor.fetchall()


def _scope(school: UUID) -> Any:
    return f"SET LOCAL heed.schools = '{{{school}}}'"

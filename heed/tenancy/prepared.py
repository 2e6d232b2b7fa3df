"""Queries that are built and compiled once, and asked again with other values.

Building a query by its parts and turning it into SQL costs the web process more than the database's whole answer.
A *template* is a query with slots in place of values. The first time it is compiled like any other, by our own
compiler, with everything that the compiler refuses; after that its SQL is kept and only the values change. The
schools in scope are a slot like the others, and it is filled from the scope of the transaction that asks.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Lookup

from heed.tenancy.models import TenantForeignKey
from heed.tenancy.scope import NoSchool, in_scope, standing_in

SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Place:
    """Stands among the parameters of a compiled template where a value belongs."""

    name: str


class Slot(models.Expression):
    """Stands in a template where a value belongs. Its kind is said to the database, so that it cannot be guessed wrong."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__()
        self.name, self.kind = name, kind

    def as_sql(self, _compiler: Any, _connection: Any) -> tuple[str, Any]:
        """A parameter, cast."""
        return f"%s::{self.kind}", [Place(self.name)]


@dataclass(frozen=True, slots=True)
class Uuids:
    """Ids as one value, however many they are."""

    ids: Iterable[UUID]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Small numbers as one value, such as those of categories."""

    numbers: Iterable[int]


class AnyOf(Lookup):
    """`column = ANY(values)`: the same SQL for one id, for many, and for none."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Ids in hand, or a slot for them."""
        column, params = self.process_lhs(compiler, connection)
        if isinstance(self.rhs, Slot):
            values, more = compiler.compile(self.rhs)
        else:
            values, more = "%s::uuid[]", [[*self.rhs]]
        return f"{column} = ANY({values})", [*params, *more]


models.UUIDField.register_lookup(AnyOf)
TenantForeignKey.register_lookup(AnyOf)


@dataclass(slots=True)
class Template:
    """A query with slots, and what the compiler made of it."""

    rows: models.QuerySet[Any]
    sql: str | None = None
    params: tuple[Any, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict)
    """What the compiler says besides the SQL, for making objects of the rows."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A template and the values of one asking. Travels on the query to the compiler."""

    template: Template
    values: Mapping[str, Any]

    def filled(self) -> tuple[Any, ...]:
        """The parameters, with each place filled."""
        return tuple(self.values[one.name] if isinstance(one, Place) else one for one in self.template.params)


_templates: dict[Hashable, Template] = {}


def ask(
    build: Callable[..., models.QuerySet[Any]], given: Any, values: Mapping[str, Any], *, shape: Hashable = ()
) -> list[Any]:
    """The rows of the query that `build` makes, built for this shape once.

    `build` is called with `given`, which holds slots already, and a slot for each of `values`. It must make the
    same query for one shape whatever the values are.

    Raises:
        NoSchool: outside the scope of one school.
    """
    schools = in_scope()
    if schools is None or len(schools) != 1:
        raise NoSchool("A prepared query is asked within one school.")
    key = (build, shape)
    template = _templates.get(key)
    if template is None:
        with standing_in((Slot(SCOPE, "uuid"),)):
            slots = {name: Slot(name, kind_of(value)) for name, value in values.items()}
            template = _templates[key] = Template(
                build(given, **slots) if given is not None else build(**slots)
            )
    plain = {name: plain_value(value) for name, value in values.items()}
    rows = template.rows.all()
    rows.query.bound = Bound(template, {**given_values(given), **plain, SCOPE: schools[0]})  # type: ignore[attr-defined]
    return list(rows)


def given_values(given: Any) -> Mapping[str, Any]:
    """The values behind the slots of whatever was given."""
    return {} if given is None else given.values


def kind_of(value: Any) -> str:
    """How the database calls a value of this kind.

    Raises:
        TypeError: for a kind that has no name here.
    """
    for kind, name in _KINDS:
        if isinstance(value, kind):
            return name
    raise TypeError(f"A slot cannot hold {type(value).__name__}.")


def plain_value(value: Any) -> Any:
    """A value as the driver takes it."""
    if isinstance(value, Uuids):
        return list(value.ids)
    return list(value.numbers) if isinstance(value, Numbers) else value


_KINDS: tuple[tuple[type, str], ...] = (
    (UUID, "uuid"),
    (Uuids, "uuid[]"),
    (Numbers, "smallint[]"),
    (datetime, "timestamptz"),
    (date, "date"),  # after the moment, which is a day too
    (bool, "boolean"),
    (int, "integer"),
    (str, "text"),
)

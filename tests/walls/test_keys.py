"""The catalogue keeps the rules of keys, so that schools can be spread over machines from the first day."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from tests.cast import LEAD, Town
from tests.walls.test_schools_apart import WALLED, rows

REFERENCE = {"schools_school", "accounts_user", "accounts_membership", "accounts_letter"}
"""Small tables that stand whole on every machine; the only ones a table with a school may point at besides its own kind."""


def keys_without_school(table: str) -> list[str]:
    """Names of primary keys and unique indexes whose first column is not the school."""
    found = rows(
        """
        select i.indexrelid::regclass::text, a.attname
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = to_regclass(%s) and i.indisunique""",
        f'"{table}"',
    )
    return [name for name, first in found if first != "school_id"]


def links(table: str) -> list[tuple[str, str, list[str]]]:
    """Name, target and own columns of each foreign key."""
    return rows(
        """
        select c.conname, c.confrelid::regclass::text,
               array(select a.attname::text from unnest(c.conkey) with ordinality k(n, o)
                     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.o)
        from pg_constraint c where c.contype = 'f' and c.conrelid = to_regclass(%s)""",
        f'"{table}"',
    )


def wrong_links(table: str) -> list[str]:
    """Links to tables with a school that do not carry it, and links to tables that are neither."""
    return [
        name
        for name, target, columns in links(table)
        if not (target in REFERENCE or (target in WALLED and columns[0] == "school_id" and len(columns) == 2))
    ]


def place_of_school(table: str) -> tuple[int, int | None]:
    """Where the school's column stands, and the first generated column, counted from 1."""
    places = rows(
        "select attname, attnum, attgenerated from pg_attribute where attrelid = to_regclass(%s) and attnum > 0",
        f'"{table}"',
    )
    school = next(number for name, number, _ in places if name == "school_id")
    generated = [number for _, number, kind in places if kind]
    return school, min(generated, default=None)


@pytest.mark.parametrize("table", WALLED)
def test_every_key_begins_with_the_school(table: str, db: None) -> None:
    assert keys_without_school(table) == []
    primary = "select count(*) from pg_index where indrelid = to_regclass(%s) and indisprimary"
    assert rows(primary, f'"{table}"') == [(1,)]


@pytest.mark.parametrize("table", WALLED)
def test_every_link_carries_the_school(table: str, db: None) -> None:
    assert wrong_links(table) == []


@pytest.mark.parametrize("table", WALLED)
def test_the_school_stands_first_or_second_and_before_anything_generated(table: str, db: None) -> None:
    school, generated = place_of_school(table)
    assert school <= 2
    assert generated is None or school < generated


@pytest.mark.parametrize("table", WALLED)
def test_every_link_in_python_is_a_link_in_the_database(table: str, db: None) -> None:
    model = next(one for one in apps.get_models() if one._meta.db_table == table)
    columns = {field.column for field in model._meta.local_fields if field.is_relation}
    assert columns == {found[-1] for _, _, found in links(table)}


@pytest.mark.parametrize("table", WALLED)
def test_every_link_between_schools_rows_has_an_index(table: str, db: None) -> None:
    indexes = rows("select indexdef from pg_indexes where tablename = %s", table)
    for _, target, columns in links(table):
        if target in WALLED:
            assert any(f"(school_id, {columns[1]}" in definition for (definition,) in indexes), columns


def test_reference_tables_have_no_hot_column(db: None) -> None:
    named = rows("select attname from pg_attribute where attrelid = 'accounts_user'::regclass")
    assert ("last_login",) not in named


def test_a_key_without_the_school_is_noticed(db: None) -> None:
    rows("create temporary table loose (id uuid primary key, school_id uuid)")
    assert keys_without_school("loose") == ["loose_pkey"]
    assert place_of_school("loose") == (2, None)


def test_a_generated_column_before_the_school_is_noticed(db: None) -> None:
    rows("create temporary table early (id uuid, twice int generated always as (2) stored, school_id uuid)")
    school, generated = place_of_school("early")
    assert school > 2
    assert generated is not None
    assert generated < school


def test_every_statement_of_a_busy_page_says_the_school(own_statements: list[str]) -> None:
    """On spread tables a statement without the school asks every machine."""
    for sql in own_statements:
        named = [table for table in WALLED if f'"{table}"' in sql]
        if named and not sql.startswith(("SET", "SAVEPOINT", "RELEASE")):
            assert '"school_id" = ' in sql or sql.startswith("INSERT"), sql


@pytest.fixture
def own_statements(town: Town) -> list[str]:
    item = town.entry()
    client = town.client(LEAD)
    said: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        for address in ("/", f"/entries/{item}/", f"/children/{town.pupils['maisie']}/"):
            assert client.get(address).status_code == 200
        for address in ("/search/", f"/children/{town.pupils['maisie']}/"):
            assert client.post(address, {"words": "coat"}).status_code == 200
    return said

"""Nothing crosses schools, even in SQL written by hand as the runtime role."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from heed.staff.models import Staff
from heed.tenancy.scope import NoSchool, in_scope, schools
from tests.cast import LEAD_ELSEWHERE, Town

WALLED = sorted(
    model._meta.db_table for model in apps.get_models() if getattr(model, "under_the_wall", False)
)


def rows(sql: str, *arguments: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments or None)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def refused(words: str | None = None) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        yield


@pytest.fixture
def busy(town: Town) -> Town:
    """Both schools have rows in most tables."""
    town.entry()
    town.entry(LEAD_ELSEWHERE, "elsewhere")
    return town


def test_there_are_tables_to_keep_apart() -> None:
    assert len(WALLED) >= 20


@pytest.mark.parametrize("table", WALLED)
def test_a_school_sees_only_its_own_rows(table: str, busy: Town) -> None:
    with schools(busy.oakfield):
        own = rows(f'select count(*) from "{table}"')[0][0]
        assert rows(f'select count(*) from "{table}" where school_id <> %s', busy.oakfield)[0][0] == 0
    with schools(busy.oakfield, busy.riverside):
        assert rows(f'select count(*) from "{table}"')[0][0] >= own


@pytest.mark.parametrize("table", WALLED)
def test_without_a_school_there_is_nothing(table: str, busy: Town) -> None:
    assert in_scope() is None
    assert rows("select current_setting('heed.schools', true)")[0][0] in (None, "", "{}")
    assert rows(f'select count(*) from "{table}"')[0][0] == 0


@pytest.mark.parametrize("table", WALLED)
def test_every_table_has_a_forced_policy_for_reading_and_writing(table: str, db: None) -> None:
    forced = rows("select relrowsecurity, relforcerowsecurity from pg_class where relname = %s", table)
    policies = rows("select qual, with_check from pg_policies where tablename = %s", table)
    assert forced == [(True, True)]
    assert len(policies) == 1
    assert policies[0][0] == policies[0][1]
    assert "heed.schools" in policies[0][0]


def test_a_row_cannot_be_put_into_another_school(busy: Town) -> None:
    new = (
        'insert into "staff_staff" (id, school_id, email, name, role, sort_key) '
        "values (%s, %s, 'x@x.example', 'X', 'X', 'x')"
    )
    with schools(busy.oakfield):
        with refused("row-level security"):
            rows(new, uuid4(), busy.riverside)
        rows(new, uuid4(), busy.oakfield)


def test_a_row_cannot_be_moved_into_another_school(busy: Town) -> None:
    with schools(busy.oakfield), refused("row-level security"):
        rows('update "staff_staff" set school_id = %s', busy.riverside)


def test_an_update_of_everything_changes_only_the_own_school(busy: Town) -> None:
    with schools(busy.oakfield):
        rows("update \"staff_staff\" set role = 'changed'")
    with schools(busy.riverside):
        assert "changed" not in set(Staff.objects.values_list("role", flat=True))


def test_a_link_cannot_point_into_another_school(busy: Town) -> None:
    item = 'insert into "access_bar" (id, school_id, staff_id, pupil_id, why, since) values (%s, %s, %s, %s, %s, now())'
    with schools(busy.oakfield, busy.riverside), refused("foreign key"):
        rows(item, uuid4(), busy.oakfield, busy.staff["lead"], busy.pupils["elsewhere"], "x")


@pytest.mark.parametrize(
    "garbage", ["1,x", "{1 or 1=1}", "{}x", "all", "{00000000-0000-0000-0000-00000000000g}"]
)
def test_a_damaged_setting_shows_nothing(garbage: str, busy: Town) -> None:
    with refused(), transaction.atomic():
        rows("select set_config('heed.schools', %s, true)", garbage)
        rows('select count(*) from "staff_staff"')


@pytest.mark.parametrize(
    "sql",
    [
        'alter table "staff_staff" disable row level security',
        'alter table "staff_staff" no force row level security',
        'drop policy "staff_staff_school" on "staff_staff"',
        'truncate "staff_staff" cascade',
        "set role heed_owner",
        "set session authorization heed_owner",
        "alter role heed_app bypassrls",
        "create table public.leak (school_id uuid)",
        'drop trigger append_only on "audit_mark"',
    ],
)
def test_the_runtime_role_cannot_take_the_wall_down(sql: str, db: None) -> None:
    with refused():
        rows(sql)


def test_the_runtime_role_owns_nothing_and_passes_no_policy(db: None) -> None:
    assert rows("select current_user::text") == [(settings.RUNTIME_ROLE,)]
    owned = "select count(*) from pg_class where relowner = current_user::regrole and relnamespace = 'public'::regnamespace"
    assert rows(owned) == [(0,)]
    assert rows(
        "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user"
    ) == [(False, False, False)]


def test_reading_outside_a_school_is_an_error_and_not_an_empty_list(db: None) -> None:
    with pytest.raises(NoSchool):
        list(Staff.objects.all())


def test_an_inner_scope_gives_the_outer_one_back(town: Town) -> None:
    def seen() -> set[UUID]:
        return {row[0] for row in rows('select distinct school_id from "staff_staff"')}

    with schools(town.oakfield):
        with schools(town.riverside):
            assert seen() == {town.riverside}
        assert seen() == {town.oakfield}
        with pytest.raises(ZeroDivisionError), schools(town.riverside):
            raise ZeroDivisionError
        assert seen() == {town.oakfield}


def walls_missing() -> list[str]:
    """Tables with a school, in any schema this connection sees, that have no forced policy."""
    found = rows("""
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and a.attname = 'school_id' and not a.attisdropped
          and c.relname not in ('accounts_membership', 'accounts_letter', 'accounts_signon')
          and not (c.relrowsecurity and c.relforcerowsecurity
                   and exists (select 1 from pg_policies p where p.tablename = c.relname))""")
    return [row[0] for row in found]


def test_no_table_with_a_school_lacks_its_wall(db: None) -> None:
    assert walls_missing() == []


def test_a_table_without_its_wall_is_noticed(db: None) -> None:
    rows("create temporary table leak (id uuid, school_id uuid)")
    assert walls_missing() == ["leak"]

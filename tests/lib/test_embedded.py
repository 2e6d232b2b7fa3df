"""The embedded database: it starts, it stops, it comes back, and there is only ever one of it."""

import fcntl
import os
from pathlib import Path

import psycopg
import pytest

from heed.lib.embedded import Embedded, NotStarted, launch
from heed.lib.processes import Household, Part
from tests.lib.databases import IN_A_HURRY, count_rows, keep_a_row, keeper, kill, kill_and_wait
from tests.lib.waiting import runs, until


def test_it_starts_and_stops_and_its_rows_are_there_the_next_time(embedded: Embedded) -> None:
    assert embedded.start()
    keep_a_row(embedded)
    embedded.stop()
    assert not embedded.is_alive()
    assert embedded.start()
    embedded.bootstrap()
    assert count_rows(embedded) == 1


def test_the_two_roles_can_do_what_they_are_for_and_no_more(embedded: Embedded) -> None:
    embedded.start()
    embedded.bootstrap()
    with psycopg.connect(embedded.url("heed_app")) as connection:
        roles = connection.execute(
            "select rolname, rolcreatedb, rolsuper, rolbypassrls, rolcreaterole, rolreplication"
            " from pg_roles where rolname like 'heed%' order by 1"
        ).fetchall()
        shown = [connection.execute(f"show {name}").fetchone() for name in ("timezone", "statement_timeout")]
        made = connection.execute(
            "select pg_get_userbyid(datdba), pg_encoding_to_char(encoding) from pg_database"
            " where datname = 'heed'"
        ).fetchone()
    assert roles == [
        ("heed_app", False, False, False, False, False),
        ("heed_owner", True, False, False, False, False),
    ]
    assert shown == [("UTC",), ("30s",)]
    assert made == ("heed_owner", "UTF8")


def test_no_network_no_guests_and_no_statements_in_the_log(embedded: Embedded) -> None:
    embedded.start()
    with psycopg.connect(embedded.url("postgres", "postgres"), autocommit=True) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)
        with pytest.raises(psycopg.Error):
            connection.execute("select 'Maisie Thornton'::uuid")
    for folder in (embedded.place.sockets, embedded.place.data):
        assert folder.stat().st_mode & 0o077 == 0
    assert "Maisie" not in embedded.place.log.read_text()


def test_a_killed_server_is_recovered_with_its_rows(embedded: Embedded) -> None:
    embedded.start()
    keep_a_row(embedded)
    kill_and_wait(embedded)
    assert embedded.start()
    assert count_rows(embedded) == 1


def test_a_killed_server_is_recovered_while_one_of_its_sessions_still_works(embedded: Embedded) -> None:
    embedded.start()
    session = psycopg.connect(embedded.url("postgres", "postgres"), autocommit=True)
    pid = session.info.backend_pid
    session.pgconn.send_query(b"select count(*) from generate_series(1, 20000000) a where a % 7 = a % 5")
    kill_and_wait(embedded)
    assert embedded.start()
    assert not runs(pid)
    session.close()


def test_a_dead_server_that_nobody_has_collected_does_not_count_as_running(root: Path) -> None:
    with keeper(root, "left") as parent:
        embedded = Embedded(root, settings=IN_A_HURRY)
        dead = embedded.pid
        kill(dead)
        assert Path(f"/proc/{dead}").exists()
        assert not embedded.is_alive()
        assert embedded.start()
        embedded.stop()
        parent.kill()


def test_the_number_of_a_dead_server_given_to_somebody_else_does_not_count_either(embedded: Embedded) -> None:
    embedded.start()
    kill_and_wait(embedded)
    mark = embedded.place.data / "postmaster.pid"
    mark.write_text("\n".join([str(os.getpid()), *mark.read_text().splitlines()[1:]]))
    assert not embedded.is_alive()
    assert embedded.start()


def test_a_second_supervisor_uses_the_server_of_the_first_and_cannot_stop_it(embedded: Embedded) -> None:
    embedded.start()
    second = Embedded(embedded.root)
    assert not second.start()
    second.stop()
    assert embedded.is_alive()
    assert not embedded.start()
    assert embedded.is_alive()


def test_a_second_supervisor_is_refused_while_the_first_has_no_server(embedded: Embedded) -> None:
    embedded.start()
    embedded.stop()
    with embedded.place.lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(NotStarted, match="Another Heed looks after the database"):
            Embedded(embedded.root, patience=0.2).start()


def test_a_killed_supervisor_takes_its_server_along(root: Path) -> None:
    with keeper(root, "linked") as supervisor:
        pid = Embedded(root).pid
        assert pid
        supervisor.kill()
        until(lambda: not runs(pid))


def test_a_start_right_after_a_killed_supervisor_sees_its_server_out(root: Path) -> None:
    with keeper(root, "linked") as first:
        pid = Embedded(root).pid
        first.kill()
        first.wait()
        embedded = Embedded(root, settings=IN_A_HURRY)
        assert embedded.start()
    assert pid
    assert embedded.pid != pid
    assert not runs(pid)
    embedded.stop()


def test_a_server_left_running_is_used_by_the_next_and_can_be_stopped(root: Path) -> None:
    with keeper(root, "left"):
        pass
    embedded = Embedded(root)
    assert embedded.is_alive()
    assert not embedded.start()
    embedded.stop()
    assert not embedded.is_alive()


def test_an_interrupted_first_start_is_begun_afresh(embedded: Embedded) -> None:
    half = embedded.root / "data.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    assert embedded.start()


def test_a_household_starts_the_killed_database_again(embedded: Embedded) -> None:
    said: list[str] = []
    with Household(say=said.append) as house:
        house.add(Part("the database", embedded.start, embedded.is_alive, embedded.stop))
        kill_and_wait(embedded)
        house.look()
        assert embedded.is_alive()
    assert not embedded.is_alive()
    assert said == ["The database has stopped.", "The database was started again."]


def test_a_server_that_cannot_start_says_what_to_do_and_shows_its_last_lines(root: Path) -> None:
    broken = Embedded(root, settings={"shared_buffers": "a lot"})
    with pytest.raises(NotStarted, match="Nothing in it was changed") as caught:
        broken.start()
    assert 'invalid value for parameter "shared_buffers"' in str(caught.value)
    mended = Embedded(root)
    assert mended.start()
    mended.stop()


def test_a_log_that_has_grown_large_is_put_aside(embedded: Embedded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "LARGEST_LOG", 10)
    embedded.start()
    embedded.stop()
    embedded.start()
    assert embedded.place.log.with_suffix(".log.1").exists()

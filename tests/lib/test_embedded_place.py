"""Where the embedded database lies: reachable, private, and never lost from sight."""

import os
import pwd
import shutil
from pathlib import Path

import psycopg
import pytest

from heed.lib.embedded import Embedded, NotStarted, accounts, place, postmaster, programs
from tests.lib.databases import IN_A_HURRY, count_rows, keep_a_row

AS_ROOT = os.geteuid() == 0


def test_the_socket_of_a_very_long_folder_is_somewhere_short_and_private(root: Path) -> None:
    embedded = Embedded(root / ("long" * 20) / ("longer" * 20), settings=IN_A_HURRY)
    try:
        assert embedded.start()
        assert len(str(embedded.place.sockets)) < 80
        assert embedded.place.sockets.stat().st_mode & 0o077 == 0
        with psycopg.connect(embedded.url("postgres", "postgres")):
            pass
    finally:
        embedded.stop()
        shutil.rmtree(embedded.place.sockets, ignore_errors=True)
        shutil.rmtree(place.outside_of(embedded.root), ignore_errors=True)


def test_an_ordinary_user_with_a_long_folder_gets_a_socket_in_the_shared_folder(root: Path) -> None:
    found = place.sockets_for(root / ("long" * 40), root / ("long" * 40), None)
    assert found.parent == place.TEMPORARY
    assert found != place.sockets_for(root / ("other" * 40), root / ("other" * 40), None)


def test_a_socket_folder_that_somebody_else_laid_there_is_refused(root: Path) -> None:
    found = place.Place(home=root, sockets=root / "run", account=None)
    (root / "elsewhere").mkdir()
    (root / "run").symlink_to(root / "elsewhere")
    with pytest.raises(NotStarted, match="is not ours"):
        place.make_private(found.sockets, found)


def test_the_address_goes_into_a_url_and_out_again() -> None:
    address = place.Address(user="heed_app", database="heed", host="/srv/Some School/run")
    told = psycopg.conninfo.conninfo_to_dict(address.url)
    assert told == {"user": "heed_app", "dbname": "heed", "host": "/srv/Some School/run", "port": "5432"}


def test_a_folder_that_was_copied_or_moved_is_told_apart_from_a_new_one(root: Path) -> None:
    note = f'folder = "/srv/before"\ndatabase = "{root}/elsewhere"\n'
    (root / place.NOTE).write_text(note)
    with pytest.raises(NotStarted, match="copied or moved from /srv/before"):
        place.find(root)


if AS_ROOT:  # the rest is about what root must do; nobody else comes into these cases

    def test_root_in_a_private_folder_gets_a_database_outside_and_a_note(root: Path) -> None:
        root.chmod(0o700)
        embedded = Embedded(root / "project", settings=IN_A_HURRY)
        try:
            assert embedded.start()
            keep_a_row(embedded)
            embedded.stop()
            assert Embedded(root / "project").place.home == place.outside_of(root / "project")
            assert str(place.outside_of(root / "project")) in (root / "project" / place.NOTE).read_text()
            assert embedded.start()
            assert count_rows(embedded) == 1
        finally:
            embedded.stop()
            shutil.rmtree(place.outside_of(root / "project"))

    def test_programs_in_a_private_folder_are_copied_out_of_it(
        root: Path, embedded: Embedded, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        private = root / "private"
        private.mkdir(mode=0o700)
        for part in programs.PARTS:
            shutil.copytree(programs.installed() / part, private / part, symlinks=True)
        monkeypatch.setattr(programs, "installed", lambda: private)
        assert embedded.start()
        assert Path(f"/proc/{embedded.pid}/exe").readlink().is_relative_to(place.outside_of(root))

    def test_root_runs_the_database_of_an_ordinary_user_as_that_user(embedded: Embedded) -> None:
        nobody = pwd.getpwnam("nobody")
        (embedded.root / "data").mkdir()
        os.chown(embedded.root / "data", nobody.pw_uid, nobody.pw_gid)
        assert embedded.place.account == accounts.Account.of(nobody)

    def test_the_database_never_runs_as_root(embedded: Embedded) -> None:
        embedded.start()
        server = postmaster.living(embedded.place.data)
        assert server
        assert Path(f"/proc/{server.pid}").stat().st_uid == pwd.getpwnam(accounts.NAME).pw_uid

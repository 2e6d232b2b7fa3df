"""Making a data directory and getting a server for it to answer."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from heed.lib.embedded import postmaster
from heed.lib.embedded.accounts import NotStarted, as_user
from heed.lib.embedded.place import PORT, Place, make_private

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "128MB",
    "max_connections": "100",
    "timezone": "UTC",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # The log is about the server. What a statement said, or what was wrong with it, can hold a child's name:
    # it goes to the program that asked and nowhere else.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_min_duration_statement": "-1",
}
LOCALE = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
# Whoever can enter the folder of the socket is trusted: that is the one user, and root. There is no network.
TRUST = ("--auth-local=trust", "--auth-host=scram-sha-256")
LARGEST_LOG = 4_000_000
STILL_IN_USE = "shared memory block"

ADVICE = (
    ("No space left on device", "The disk is full. Make room and start Heed again."),
    ("Cannot allocate memory", "Too little free memory. Close something and start Heed again."),
    ("incompatible with server", "Made by another version of PostgreSQL. Start the Heed that made it."),
    ("Permission denied", "Somebody changed who may read it. Give it back to the user above."),
)
OTHERWISE = "Start Heed again; if that does not help, show these lines to whoever looks after it."


def initialise(place: Place, programs: Path) -> None:
    """Make the data directory, unless it is there.

    It is made under another name first: one that was interrupted is never taken for whole.

    Raises:
        NotStarted: with what was said, when it cannot be made.
    """
    fresh = place.home / "data.new"
    if (place.data / "PG_VERSION").exists():
        return
    if fresh.exists():
        shutil.rmtree(fresh)
    make_private(fresh, place)
    argv = [str(programs / "initdb"), "-D", str(fresh), "-U", "postgres", *LOCALE, *TRUST]
    done = subprocess.run(  # noqa: S603 - our own words
        argv, capture_output=True, text=True, check=False, **as_user(place.account)
    )
    if done.returncode:
        raise _not_started(place, done.stdout + done.stderr)
    fresh.rename(place.data)


def launch(
    place: Place,
    programs: Path,
    settings: Mapping[str, str],
    *,
    before: Callable[[], None] | None,
    patience: float,
) -> "subprocess.Popen[bytes]":
    """Start a server and wait until it answers; `before` is what the child does first.

    Raises:
        NotStarted: when it ends, or does not answer within `patience` seconds.
    """
    options = {**settings, "unix_socket_directories": str(place.sockets), "port": str(PORT)}
    argv = [str(programs / "postgres"), "-D", str(place.data)]
    argv += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    _turn_log(place.log)
    deadline = time.monotonic() + patience
    while True:
        postmaster.clear_stale(place.data, place.sockets)
        begin = place.log.stat().st_size if place.log.exists() else 0
        process = _run(place, argv, before)
        if _answers(place, process, begin, deadline):
            return process
        time.sleep(0.1)


def end(process: "subprocess.Popen[bytes]") -> None:
    """Collect a server of ours; end it first, should it still run."""
    for how, seconds in postmaster.FORCEFULLY:
        if process.poll() is not None:
            return
        process.send_signal(how)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue


def _run(place: Place, argv: list[str], before: Callable[[], None] | None) -> "subprocess.Popen[bytes]":
    with open(place.log, "ab", opener=lambda path, flags: os.open(path, flags, 0o600)) as log:
        try:
            return subprocess.Popen(  # noqa: S603 - our own words
                argv,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=before,  # noqa: PLW1509 - main thread only
                **as_user(place.account),
            )
        except (OSError, subprocess.SubprocessError) as problem:
            raise _not_started(place, str(problem)) from problem


def _answers(place: Place, process: "subprocess.Popen[bytes]", begin: int, deadline: float) -> bool:
    """Wait for the server. False when sessions of one that was killed are still leaving: try again."""
    while process.poll() is None:
        server = postmaster.living(place.data)
        if server and server.pid == process.pid and server.status == "ready":
            return True
        if time.monotonic() > deadline:
            end(process)
            raise _not_started(place, _said(place.log, begin))
        time.sleep(postmaster.GLANCE)
    said = _said(place.log, begin)
    if STILL_IN_USE in said and time.monotonic() < deadline:
        return False
    raise _not_started(place, said)


def _said(log: Path, begin: int) -> str:
    with log.open("rb") as file:
        file.seek(begin)
        return file.read().decode(errors="replace")


def _not_started(place: Place, said: str) -> NotStarted:
    advice = next((words for phrase, words in ADVICE if phrase in said), OTHERWISE)
    user = place.account.name if place.account else "you"
    last = "\n".join(f"  {line}" for line in said.splitlines()[-12:])
    return NotStarted(
        f"The database in {place.home} (run as {user}) did not start. Nothing in it was changed.\n"
        f"{advice}\n"
        f"What it said last (all of it is in {place.log}):\n{last}"
    )


def _turn_log(log: Path) -> None:
    """Keep the log and the one before it, each of a few megabytes."""
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))

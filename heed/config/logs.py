"""Log lines without anybody in them."""

import json
import logging
import signal
import sys
import threading
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

reference_of_request: ContextVar[str] = ContextVar("heed_reference", default="")
"""The reference of the request in hand; empty outside any."""


class Line(logging.Formatter):
    """Time, level, logger and message; of an exception its class and the places it passed, never its own words.

    The words of an exception can hold what somebody typed: a database quotes the row it refused.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, with the places indented beneath it."""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {said(record)}"
        error = _error(record)
        return line if error is None else line + "\n" + "\n".join(places(error))


class Json(logging.Formatter):
    """The same as one JSON object, for programs that gather lines."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        error = _error(record)
        facts: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "where": record.name,
            "what": said(record),
        }
        if reference := reference_of_request.get():
            facts["request"] = reference
        facts |= getattr(record, "facts", {})
        if error is not None:
            kind, *passed = places(error)
            facts |= {"error": kind.strip(), "places": [place.strip() for place in passed]}
        return json.dumps(facts, ensure_ascii=False)


def handler(*, as_json: bool) -> logging.Handler:
    """Where lines go: JSON to whoever gathers it, words to whoever sits there."""
    made = logging.StreamHandler(sys.stdout if as_json else sys.stderr)
    made.setFormatter(Json() if as_json else Line())
    return made


def catch_what_nobody_caught() -> None:
    """An exception that ends a process or a thread becomes a line like any other: Python would print its words."""
    log = logging.getLogger("heed.process")

    def ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.critical("ended by a fault", exc_info=(kind, error, trace))

    def thread_ended(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            ended(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = ended
    threading.excepthook = thread_ended


def said(record: logging.LogRecord) -> str:
    """The words of a line. What others put into theirs is not known to us: addresses, ids, rows.

    Of the web server's the words, filled in with numbers and names of signals alone; of everybody else's the place.
    """
    if record.name.partition(".")[0] in OURS:
        return record.getMessage()
    if record.name.startswith("gunicorn"):
        return _filled(record) if record.args else _place(record)
    action = getattr(record, "action", "")
    job = getattr(record, "job", None)
    task = job.get("task_name", "") if isinstance(job, dict) else ""
    return " ".join(filter(None, (_place(record), str(action), str(task))))


OURS = frozenset({"heed"})


def places(error: BaseException) -> list[str]:
    """The class of an exception and where it passed, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)
    return [
        f"  {type(error).__name__}",
        *(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames),
    ]


def _filled(record: logging.LogRecord) -> str:
    given = record.args if isinstance(record.args, tuple) else ()
    safe = tuple(one if isinstance(one, int) or one in _SIGNALS else "…" for one in given)
    try:
        return str(record.msg) % safe
    except (TypeError, ValueError):
        return str(record.msg)


_SIGNALS = frozenset(one.name for one in signal.Signals)


def _place(record: logging.LogRecord) -> str:
    return f"{record.module}:{record.lineno}"


def _short(filename: str) -> str:
    try:
        return str(Path(filename).relative_to(ROOT))
    except ValueError:
        return filename


def _error(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None

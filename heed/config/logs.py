"""Log lines without anybody in them."""

import logging
import traceback


class Line(logging.Formatter):
    """Time, level, logger and message; of an exception its class and the places it passed, never its own words.

    The words of an exception can hold what somebody typed: a database quotes the row it refused.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, with the places indented beneath it."""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.getMessage()}"
        if not record.exc_info or record.exc_info[1] is None:
            return line
        return line + "\n" + "\n".join(places(record.exc_info[1]))


def places(error: BaseException) -> list[str]:
    """The class of an exception and where it passed, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)
    return [
        f"  {type(error).__name__}",
        *(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
    ]

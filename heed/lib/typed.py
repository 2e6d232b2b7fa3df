"""What people type, cleaned of what they did not mean to type; the words themselves are never changed."""

import re
import unicodedata

LONGEST_NUMBER = 5
_UNSEEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff]")


def clean_text(text: str) -> str:
    """NFC, line ends as on Unix, no control or zero-width characters, no blank edges.

    A zero-width joiner stays: emoji and some scripts need it.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNSEEN.sub("", text).strip()


def is_visible(text: str) -> bool:
    """Whether there is anything to read: a joiner or a mark of direction alone is nothing."""
    return any(unicodedata.category(mark) not in {"Cf", "Cc", "Zs", "Zl", "Zp"} for mark in text)


def read_number(text: str) -> int | None:
    """A whole number of at most five plain digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def clean_line(text: str) -> str:
    """The same for a single line: runs of white space become one space."""
    return " ".join(clean_text(text).split())

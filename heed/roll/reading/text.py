"""The text of one cell."""

import re
import unicodedata

from heed.lib.names import folded
from heed.lib.typed import clean_line

# Control characters, soft hyphens, and marks that turn the direction of writing: nobody typed them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
# Joiners carry meaning after letters of the scripts that join (Hebrew to Mongolian), and none in Latin.
_IDLE_JOINER = re.compile("(?<![\u0590-\u18af])[\u200c\u200d]")
_SPOILT = re.compile("\ufffd|[ÃÅ][\u00a1-\u00bf]|â€")


def clean(text: str) -> str:
    """A cell as its writer meant it: NFC, trimmed, inner runs of white space folded, nothing unseen."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return clean_line(_IDLE_JOINER.sub("", _UNSEEN.sub("", text)))


def spoilt(text: str) -> bool:
    """Whether letters were lost or doubled when some program saved the file in the wrong encoding."""
    return not text.isascii() and _SPOILT.search(text) is not None


def alike(text: str) -> str:
    """Letters and figures only, without case and accents, for asking whether two texts are the same."""
    return "".join(mark for mark in folded(text) if mark.isalnum())


def has_letter(text: str) -> bool:
    """Whether there is a letter of any script in it."""
    return any(unicodedata.category(mark)[0] == "L" for mark in text)

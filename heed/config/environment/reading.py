"""Reads the environment by the table."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from heed.config.environment.shapes import Wrong
from heed.config.environment.table import OURS, TABLE, Setting

Settings = Mapping[str, Any]
"""The checked value of each setting, by its name."""


class BadSetting(Exception):  # noqa: N818 - read as a sentence
    """A setting cannot be what the environment says. The message names it and says what it should be."""


def read(environment: Mapping[str, str]) -> Settings:
    """Every setting of the table, checked. An empty one is one that is not given.

    Raises:
        BadSetting: for the first that cannot be.
    """
    return {one.name: _read(one, environment.get(one.name, "").strip()) for one in TABLE}


def unknown(environment: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each HEED_ name that is no setting, with the one that may be meant."""
    known = [one.name for one in TABLE]
    for name in sorted(environment):
        if not name.startswith("HEED_") or name in OURS or name in known:
            continue
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.75)
        yield f"{name} is no setting of Heed{f': did you mean {near[0]}?' if near else '.'}"


def _read(setting: Setting, given: str) -> Any:
    value = given or setting.default
    if not value:
        return setting.shape("") if setting.name not in _NO_DEFAULT else None
    try:
        return setting.shape(value)
    except Wrong as problem:
        said = f"{setting.name} cannot be read." if setting.secret else f"{setting.name} is “{value}”."
        raise BadSetting(f"{said} {problem}") from None


_NO_DEFAULT = {"HEED_HOME"}

"""The `heed` command."""

import os
import sys

_WITHOUT_DATABASE = {
    "collectstatic",
    "help",
    "states",
    "settings",
    "check-templates",
    "demo",
    "serve",
    "post",
    "--help",
    "--version",
}
_SERVING = {"serve", "work"}
BAD_SETTING = 2
"""Exit code when the environment says what cannot be."""

_SAID_WITH_HYPHENS = {
    "import-roll",
    "add-school",
    "add-head",
    "check-templates",
    "check-deploy",
    "back-up",
}


def main() -> None:
    """Run one command; with the embedded database running while it does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")
    name = sys.argv[1] if len(sys.argv) > 1 else "help"
    if name == "demo":
        os.environ["HEED_DEMO"] = "1"
    if name == "serve":
        os.environ["HEED_LOGS"] = os.environ.get("HEED_LOGS") or "json"
    if name in _SAID_WITH_HYPHENS:
        sys.argv[1] = name.replace("-", "_")
    sys.exit(_checked(name))


def _checked(name: str) -> int | None:
    """Say what the environment says wrongly, in a sentence, before anything is done."""
    from heed.config.environment import BadSetting, read, unknown

    try:
        read(os.environ)
    except BadSetting as problem:
        sys.stderr.write(f"{problem}\n")
        return BAD_SETTING
    if not os.environ.get("HEED_PART"):
        sys.stderr.writelines(f"{words}\n" for words in unknown(os.environ))
    return _run(name)


def _run(name: str) -> int | None:
    from django.conf import settings  # after the environment is set
    from django.core.management import execute_from_command_line

    from heed.config.logs import catch_what_nobody_caught

    if name in _SERVING and settings.ENVIRONMENT["HEED_LOGS"] == "json":
        catch_what_nobody_caught()
    embedded = settings.EMBEDDED
    if embedded is None or name in _WITHOUT_DATABASE or os.environ.get("HEED_PART"):
        execute_from_command_line(sys.argv)
        return None
    mine = embedded.start()
    try:
        embedded.bootstrap()
        execute_from_command_line(sys.argv)
    finally:
        if mine:
            embedded.stop()
    return None

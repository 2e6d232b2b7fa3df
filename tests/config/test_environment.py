"""What the environment may say, and what is said when it says something else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from heed.config.environment import TABLE, BadSetting, read, unknown
from heed.config.management.commands.settings import drawn

HEED = Path(sys.executable).parent / "heed"
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("HEED_PORT", "eighty", "HEED_PORT is “eighty”. It must be a number from 1 to 65535."),
        ("HEED_POOL", "-1", "HEED_POOL is “-1”. It must be a number from 0 to 200."),
        ("HEED_IDLE_MINUTES", "0", "HEED_IDLE_MINUTES is “0”. It must be a number from 1 to 1440."),
        ("HEED_IDLE_MINUTES", "²", "HEED_IDLE_MINUTES is “²”. It must be a number from 1 to 1440."),
        ("HEED_HTTPS", "yes", "HEED_HTTPS is “yes”. It must be 1 (yes) or 0 (no)."),
        ("HEED_SAMPLE", "huge", "HEED_SAMPLE is “huge”. It must be one of: full, small."),
        ("HEED_LOGS", "xml", "HEED_LOGS is “xml”. It must be one of: json, words."),
        ("HEED_BIND", "127.0.0.1", "HEED_BIND is “127.0.0.1”. It must be an address and a port"),
        ("HEED_BIND", ":80", "HEED_BIND is “:80”. It must be an address and a port"),
        ("HEED_BIND", "127.0.0.1:99999", "HEED_BIND is “127.0.0.1:99999”. It must be an address and a port"),
        ("HEED_PROXIES", "10.0.0.0/33", "HEED_PROXIES is “10.0.0.0/33”. It must be network addresses"),
        ("HEED_ADDRESS", "heed.example", "HEED_ADDRESS is “heed.example”. It must be a whole address"),
        ("HEED_ADDRESS", "https://", "HEED_ADDRESS is “https://”. It must be a whole address"),
        ("HEED_ADDRESS", "https://[::1", "HEED_ADDRESS is “https://[::1”. It must be a whole address"),
        ("HEED_DATABASE_URL", "postgresql:///heed", "HEED_DATABASE_URL cannot be read. It names no role"),
        ("HEED_DATABASE_URL", "mysql://a:pw@b/c", "HEED_DATABASE_URL cannot be read. It must look like"),
        ("HEED_DATABASE_OWNER_URL", "postgresql://a:pw@h:port/c", "HEED_DATABASE_OWNER_URL cannot be read."),
        ("HEED_MAIL_URL", "smtp://", "HEED_MAIL_URL cannot be read. HEED_MAIL_URL should look like"),
    ],
)
def test_a_value_that_cannot_be_is_named_in_a_sentence(name: str, value: str, words: str) -> None:
    with pytest.raises(BadSetting) as raised:
        read({name: value})
    assert str(raised.value).startswith(words)
    assert "pw" not in str(raised.value).replace("password", "")


def test_an_empty_setting_is_one_that_is_not_given() -> None:
    assert read(dict.fromkeys((one.name for one in TABLE), "")) == read({})


def test_a_name_that_is_no_setting_is_pointed_out_with_what_may_be_meant() -> None:
    found = list(
        unknown({"HEED_PROXY": "1", "HEED_BANANAS": "1", "HEED_PART": "1", "HEED_HOSTS": "x", "HOME": "/"})
    )
    assert found == [
        "HEED_BANANAS is no setting of Heed.",
        "HEED_PROXY is no setting of Heed: did you mean HEED_PROXIES?",
    ]


def test_the_command_says_the_sentence_and_no_traceback() -> None:
    done = subprocess.run(
        [HEED, "check"],
        env={**os.environ, "HEED_POOL": "-1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "HEED_POOL is “-1”. It must be a number from 0 to 200.\n"


def test_every_setting_says_what_it_does_and_what_happens_without_it() -> None:
    for one in TABLE:
        assert one.does.endswith("."), one.name
        assert one.without or one.default, one.name


def test_the_page_of_settings_is_current() -> None:
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == drawn()

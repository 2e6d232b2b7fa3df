"""The one table of settings. docs/settings.md is drawn from it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from heed.config.environment import shapes

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One name in the environment."""

    name: str
    does: str
    shape: Callable[[str], Any] = shapes.words
    default: str = ""
    without: str = ""
    """What happens without it, in words, where the default itself does not say it."""
    needed: bool = False
    """Whether a school cannot be served without it."""
    secret: bool = False
    """Never said again: not in a sentence about it either."""


TABLE = (
    Setting(
        name="HEED_HOME",
        does="Folder of the embedded database and of the secret key that was made.",
        shape=shapes.folder,
        without="`.heed` in the folder of Heed",
    ),
    Setting(
        name="HEED_DATABASE_URL",
        does="Address of the database, as the runtime role: `postgresql://heed_app:…@host:5432/heed`.",
        shape=shapes.database,
        without="the embedded PostgreSQL serves",
        secret=True,
    ),
    Setting(
        name="HEED_DATABASE_OWNER_URL",
        does="The same database as the role that owns the tables. For migrations and `heed restore` only: "
        "web and worker need none and should have none.",
        shape=shapes.database,
        without="only the embedded database can be migrated",
        secret=True,
    ),
    Setting(
        name="HEED_DATABASE_BACKUP_URL",
        does="The same database as a role that reads everything past row-level security. For `heed back-up` only.",
        shape=shapes.database,
        without="only the embedded database can be backed up",
        secret=True,
    ),
    Setting(
        name="HEED_BACKUP_RECIPIENTS",
        does="Who can open back-ups: public keys of age (`age1…`), with commas. The private keys belong elsewhere.",
        shape=shapes.recipients,
        without="`heed back-up` writes nothing unless told `--in-the-clear`",
    ),
    Setting(
        name="HEED_SECRET_KEY",
        does="Signs sessions and forms, and seals second factors and the secrets of single sign-on: changed, these "
        "must be set up again. At least 50 characters, made by chance.",
        without="made once and kept in `HEED_HOME`",
        needed=True,
        secret=True,
    ),
    Setting(
        name="HEED_DEMO",
        does="`1`: the sample trust's accounts may sign in and its pages are there. `heed demo` sets it.",
        shape=shapes.yes,
        default="0",
    ),
    Setting(
        name="HEED_HOSTS",
        does="Host names the service answers to, with commas. This machine itself (`localhost`, `127.0.0.1`, "
        "`[::1]`) is always among them, for `/healthz` and `/metrics`.",
        shape=shapes.names,
        without="`localhost`, `.localhost`",
        needed=True,
    ),
    Setting(
        name="HEED_HTTPS",
        does="`1`: cookies over https only, HSTS, and `X-Forwarded-Proto` is believed: only behind a proxy that "
        "sets it itself.",
        shape=shapes.yes,
        default="0",
        needed=True,
    ),
    Setting(
        name="HEED_PROXIES",
        does="Networks of the proxies in front, with commas. From these alone `X-Forwarded-For` is believed.",
        shape=shapes.networks,
        without="the header is not read at all",
    ),
    Setting(
        name="HEED_BIND",
        does="Where `heed serve` listens: an address and a port, or `unix:/run/heed/web.sock`; several with commas.",
        shape=shapes.binds,
        default="127.0.0.1:8000",
    ),
    Setting(
        name="HEED_WEB_PROCESSES",
        does="How many web processes `heed serve` starts.",
        shape=shapes.number(1, 64),
        default=str(min(CORES + 1, 9)),
        without="one more than there are cores, at most 9",
    ),
    Setting(
        name="HEED_WEB_THREADS",
        does="Threads of each web process: so many requests are in hand at once.",
        shape=shapes.number(1, 64),
        default="8",
    ),
    Setting(
        name="HEED_POOL",
        does="Database connections that a web process keeps.",
        shape=shapes.number(0, 200),
        default="0",
        without="none is kept; `heed serve` and `heed demo` keep one for each thread",
    ),
    Setting(
        name="HEED_IDLE_MINUTES",
        does="Minutes without a request after which a session ends.",
        shape=shapes.number(1, 1440),
        default="60",
    ),
    Setting(
        name="HEED_LOGS",
        does="`json`: one JSON object a line, with a line for each request. `words`: lines to read.",
        shape=shapes.one_of("json", "words"),
        default="words",
        without="`json` in `heed serve`, else `words`",
    ),
    Setting(
        name="HEED_METRICS_FROM",
        does="Networks that may read `/metrics`, with commas; straight, never through a proxy.",
        shape=shapes.networks,
        default="127.0.0.1,::1",
    ),
    Setting(
        name="HEED_SIGN_ON_NETWORKS",
        does="Networks, apart from the internet, in which a school's own sign-in service may stand, with commas: "
        "such as `10.1.0.0/16`. Heed calls nothing inside otherwise.",
        shape=shapes.networks,
        without="sign-in services are called on the internet only",
    ),
    Setting(
        name="HEED_MAIL_URL",
        does="The mail server: `smtp://user:password@host:port`, `smtp+tls://` or `smtps://`; `?timeout=` in seconds.",
        shape=shapes.mail,
        without="mail stays due; the demo has a post office of its own",
        needed=True,
        secret=True,
    ),
    Setting(
        name="HEED_MAIL_FROM",
        does="The sender of mail: `Heed <heed@school.example>`.",
        without="mail stays due",
        needed=True,
    ),
    Setting(
        name="HEED_ADDRESS",
        does="Where people reach the service: links in mail begin with it.",
        shape=shapes.web_address,
        without="mail stays due",
        needed=True,
    ),
    Setting(
        name="HEED_BASE_DOMAIN",
        does="Each school has an address of its own before this: `oakfield.heed.example` with `heed.example`. Those "
        "names must lead to the service and stand in `HEED_HOSTS` (`.heed.example`).",
        shape=shapes.domain,
        without="schools have no host of their own, only `/at/oakfield/`",
    ),
    Setting(
        name="HEED_PORT",
        does="Port of `heed demo`.",
        shape=shapes.number(1, 65535),
        default="8000",
    ),
    Setting(
        name="HEED_SAMPLE",
        does="How much `heed demo` tells of the sample trust when it makes it: `full`, some 3,000 entries, or `small`, "
        "the hundred that are written by hand.",
        shape=shapes.one_of("full", "small"),
        default="full",
    ),
)

OURS = frozenset({"HEED_PART", "HEED_PLACE", "HEED_WORLDS"})
"""Said by one part of Heed to another, or by the tests: no settings."""

"""What the environment says. Pure: the checked settings, and the names that were given."""

from collections.abc import Iterable, Iterator, Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from heed.config.deploy.findings import Finding, advice, good, missing, unsafe
from heed.config.environment import Settings
from heed.config.environment.shapes import Network

LONG = 50
DIFFERENT = 12
"""A key with fewer different characters was typed, not made by chance."""

WIDEST = {4: 8, 6: 16}
"""The shortest prefix of a network that can be somebody's own."""


def said(told: Settings, given: Mapping[str, str]) -> Iterator[Finding]:
    """Each thing that settings alone decide."""
    yield _demo(told)
    yield _key(given)
    yield _hosts(told)
    yield _https(told)
    yield _address(told)
    yield _proxies(told)
    yield _networks("Who may read /metrics", "HEED_METRICS_FROM", told["HEED_METRICS_FROM"])
    yield _mail(told)
    yield _sender(told)
    yield _other_roles(given)
    yield _recipients(told)
    yield _idle(told)


def _demo(told: Settings) -> Finding:
    if told["HEED_DEMO"]:
        return unsafe("Demonstration", "HEED_DEMO is on: its accounts could sign in.", "Take HEED_DEMO away.")
    return good("Demonstration", "off")


def _key(given: Mapping[str, str]) -> Finding:
    key = given.get("HEED_SECRET_KEY", "")
    if not key:
        return missing(
            "Secret key",
            "HEED_SECRET_KEY is not given; a key was made and lies beside the data.",
            "Make one (openssl rand -base64 48), put it into the environment, and keep a copy apart from back-ups. "
            "To keep one that is in use, give the words of the file secret-key in HEED_HOME.",
        )
    if len(key) < LONG or len(set(key)) < DIFFERENT:
        return unsafe(
            "Secret key", "HEED_SECRET_KEY is too short to be safe.", "Make one: openssl rand -base64 48"
        )
    return good("Secret key", "given, and long enough")


def _hosts(told: Settings) -> Finding:
    hosts = told["HEED_HOSTS"]
    if not hosts:
        return missing(
            "Host names", "HEED_HOSTS is not given.", "Name the host that people reach: heed.school.example"
        )
    if any(host in {"*", "."} for host in hosts):
        return unsafe(
            "Host names", "HEED_HOSTS takes any name.", "Name the host that people reach, and no other."
        )
    if any(host.startswith(".") for host in hosts):
        return advice("Host names", "HEED_HOSTS takes every name below one.", "Name each host itself.")
    return good("Host names", ", ".join(hosts))


def _https(told: Settings) -> Finding:
    if not told["HEED_HTTPS"]:
        return unsafe(
            "https",
            "HEED_HTTPS is off: passwords and records would travel in the clear.",
            "Put a proxy with a certificate in front and set HEED_HTTPS=1.",
        )
    return good("https", "on")


def _address(told: Settings) -> Finding:
    address = told["HEED_ADDRESS"]
    if not address:
        return missing(
            "Address", "HEED_ADDRESS is not given: no mail leaves.", "Say https://heed.school.example"
        )
    parts = urlsplit(address)
    if parts.scheme != "https":
        return unsafe(
            "Address", "HEED_ADDRESS does not begin with https.", "Links in mail must lead to https."
        )
    host = parts.hostname or ""
    names = told["HEED_HOSTS"]
    if names and host not in names and not any(one.startswith(".") and host.endswith(one) for one in names):
        return missing(
            "Address", "The host of HEED_ADDRESS is not among HEED_HOSTS.", "Name the same host in both."
        )
    return good("Address", address)


def _proxies(told: Settings) -> Finding:
    networks: tuple[Network, ...] = told["HEED_PROXIES"]
    if networks:
        return _networks("Proxies", "HEED_PROXIES", networks)
    words = "HEED_PROXIES is not given: every mark and every limit would name the proxy as the place people come from."
    do = "Name the proxy's address: HEED_PROXIES=127.0.0.1 where it stands on this machine, or behind a socket file."
    if all(_only_here(one) for one in told["HEED_BIND"]):
        return missing("Proxies", words, do)
    return unsafe("Proxies", f"{words} And anybody who reaches HEED_BIND could say they came over https.", do)


def _networks(what: str, name: str, networks: Iterable[Network]) -> Finding:
    wide = [one for one in networks if one.prefixlen < WIDEST[one.version]]
    if wide:
        return unsafe(
            what, f"{name} takes in nearly everybody ({wide[0]}).", "Name single addresses or a network."
        )
    return good(what, ", ".join(str(one) for one in networks) or "nobody")


def _mail(told: Settings) -> Finding:
    server = told["HEED_MAIL_URL"]
    if not server.host:
        return missing(
            "Mail server",
            "HEED_MAIL_URL is not given: nobody is mailed.",
            "Say smtp+tls://user:password@host",
        )
    if server.tls or server.starttls or _is_here(server.host):
        return good("Mail server", f"{server.host}:{server.port}")
    do = "Use smtp+tls:// or smtps://."
    if server.password:
        return unsafe("Mail server", "The password for the mail server would travel in the clear.", do)
    return advice("Mail server", "Mail travels to the mail server in the clear.", do)


def _sender(told: Settings) -> Finding:
    if "@" not in told["HEED_MAIL_FROM"]:
        return missing("Sender of mail", "HEED_MAIL_FROM names no address.", "Say Heed <heed@school.example>")
    return good("Sender of mail", "given")


def _other_roles(given: Mapping[str, str]) -> Finding:
    names = [one for one in ("HEED_DATABASE_OWNER_URL", "HEED_DATABASE_BACKUP_URL") if given.get(one)]
    if names:
        return unsafe(
            "Other roles",
            f"{' and '.join(names)}: whoever takes over a web process could pass the walls with it.",
            "Keep it in a file that the service's user cannot read, and name it for the one command that needs it.",
        )
    return good("Other roles", "not in this environment")


def _recipients(told: Settings) -> Finding:
    if not told["HEED_BACKUP_RECIPIENTS"]:
        return advice(
            "Sealing of back-ups",
            "HEED_BACKUP_RECIPIENTS is not given: a back-up could be read by whoever finds it.",
            "Make a key on another computer (age-keygen) and name its public part.",
        )
    return good("Sealing of back-ups", f"for {len(told['HEED_BACKUP_RECIPIENTS'])}")


def _idle(told: Settings) -> Finding:
    if told["HEED_IDLE_MINUTES"] > 120:
        return advice(
            "Idle sessions", "A session lasts hours without a request.", "HEED_IDLE_MINUTES=60 or less"
        )
    return good("Idle sessions", f"end after {told['HEED_IDLE_MINUTES']} minutes")


def _only_here(bind: str) -> bool:
    return bind.startswith("unix:") or _is_here(bind.rpartition(":")[0].strip("[]"))


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""What Heed asks of servers that somebody else named: never inside, never for long."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from heed.lib.outgoing import Asking, Trouble
from heed.lib.outgoing.places import is_fit

HERE = (ip_network("127.0.0.0/8"),)


def trouble_of(url: str, **asking: Any) -> str:
    with pytest.raises(Trouble) as found:
        Asking(**asking).get(url)
    return found.value.why


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104
        *("224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::"),
    ],
)
def test_nothing_inside_is_called(address: str) -> None:
    assert not is_fit(ip_address(address), ())


@pytest.mark.parametrize("address", ["20.190.159.4", "142.250.180.13", "2a00:1450:4009:81f::200d"])
def test_the_internet_is(address: str) -> None:
    assert is_fit(ip_address(address), ())


def test_what_the_operator_allows_is_called_and_its_neighbour_is_not() -> None:
    allowed = (ip_network("10.1.0.0/16"),)
    assert is_fit(ip_address("10.1.2.3"), allowed)
    assert is_fit(ip_address("::ffff:10.1.2.3"), allowed)
    assert not is_fit(ip_address("10.2.2.3"), allowed)
    assert not is_fit(ip_address("127.0.0.1"), allowed)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://localhost/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://[::1]/",
        ),
        *("https://[::ffff:10.0.0.1]/", "https://169.254.169.254/latest/meta-data/"),
    ],
)
def test_no_way_of_writing_it_leads_inside(url: str) -> None:
    assert trouble_of(url) == "has an address inside a private network, which Heed does not call"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/", "has an address that does not begin with https://"),
        ("ftp://example.org/", "has an address that does not begin with https://"),
        ("file:///etc/passwd", "has no proper address"),
        ("https://", "has no proper address"),
        ("https://heed@example.org/", "has no proper address"),
        ("https://a b/", "has no proper address"),
        ("https://example.org/\r\nX: y", "has no proper address"),
        ("https://exämple.org/", "has no proper address"),
        ("https://example.org:99999/", "has no proper address"),
        ("https://[::1/", "has no proper address"),
        ("https://nowhere.invalid/", "has a name that leads nowhere"),
        ("https://" + "x" * 80 + ".org/", "has a name that leads nowhere"),
        ("https://..org/", "has a name that leads nowhere"),
    ],
)
def test_an_address_that_is_none_is_said(url: str, why: str) -> None:
    assert trouble_of(url) == why


def test_a_name_that_leads_both_ways_is_not_called(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, 0, 0, "", (one, 443)) for one in ("20.190.159.4", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert "inside" in trouble_of("https://both.example/")


def test_it_goes_where_the_name_was_checked_to_lead_and_asks_no_second_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        return real("127.0.0.1" if host == "rebinds.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") as port:
        assert trouble_of(f"https://rebinds.example:{port}/", allowed=HERE) != ""
    assert asked.count("rebinds.example") == 1


@contextmanager
def answering(said: bytes, tls: ssl.SSLContext | None = None, *, hold: bool = False) -> Iterator[int]:
    """A server for one answer."""
    server = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        taken, _ = server.accept()
        try:
            with tls.wrap_socket(taken, server_side=True) if tls else taken as line:
                line.recv(4096)
                line.sendall(said)
                if hold:
                    done.wait(10)
        except OSError:
            pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield server.getsockname()[1]
    done.set()
    server.close()


def test_an_answer_is_taken_as_it_came() -> None:
    with answering(b"HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno") as port:
        answer = Asking(allowed=HERE).get(f"http://localhost:{port}/x")
    assert (answer.status, answer.body) == (404, b"no")


@pytest.mark.parametrize(
    ("said", "hold", "why"),
    [
        (b"hello\r\n\r\n", False, "sent an answer that makes no sense"),
        (b"", False, "sent an answer that makes no sense"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", False, "sent an answer that makes no sense"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000, False, "sent an answer that makes no sense"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 3000, False, "sent more than an answer can be"),
        (b"HTTP/1.1 200 OK\r\n", True, "did not answer in time"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", True, "did not answer in time"),
    ],
)
def test_an_answer_that_is_none_is_said(said: bytes, hold: bool, why: str) -> None:
    with answering(said, hold=hold) as port:
        assert trouble_of(f"http://localhost:{port}/", allowed=HERE, seconds=1, most=2000) == why


def test_plain_http_is_for_this_machine_alone() -> None:
    allowed = (ip_network("0.0.0.0/0"),)
    assert "https" in trouble_of("http://192.0.2.1/", allowed=allowed)


def test_nobody_listens() -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    assert trouble_of(f"http://localhost:{port}/", allowed=HERE) == "could not be reached"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a name, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


def tls_of(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_certificate_that_nobody_vouches_for_is_not_taken(certificate: Path) -> None:
    with answering(b"HTTP/1.1 200 OK\r\n\r\n", tls_of(certificate)) as port:
        why = trouble_of(f"https://localhost:{port}/", allowed=HERE)
    assert why == "showed a certificate that is not good for its name"


def test_one_that_the_operator_trusts_is_taken_for_its_own_name_only(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", tls_of(certificate)) as port:
        assert Asking(allowed=HERE).get(f"https://localhost:{port}/").body == b"ok"
    with answering(b"HTTP/1.1 200 OK\r\n\r\n", tls_of(certificate)) as port:
        why = trouble_of(f"https://127.0.0.1:{port}/", allowed=HERE)
    assert why == "showed a certificate that is not good for its name"


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "https_proxy", "http_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") as port:
        assert Asking(allowed=HERE).get(f"http://localhost:{port}/").body == b"ok"

"""The mail server's address is taken apart, or turned down in plain words."""

import pytest

from heed.config.post import BadMailAddress, MailServer, mail_server


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", MailServer()),
        ("smtp://mail.example", MailServer("mail.example")),
        ("smtp://mail.example:2525?timeout=3", MailServer("mail.example", 2525, timeout=3.0)),
        ("smtp://[::1]:25", MailServer("::1", 25)),
        (
            "smtp+tls://heed:p%40ss%2Fword@mail.example",
            MailServer("mail.example", 587, "heed", "p@ss/word", starttls=True),
        ),
        ("smtp://u:p@mail.example:25?starttls=1", MailServer("mail.example", 25, "u", "p", starttls=True)),
        ("smtp://mail.example?starttls=1", MailServer("mail.example", 587, starttls=True)),
        ("smtps://u:p@mail.example", MailServer("mail.example", 465, "u", "p", tls=True)),
        ("smtp://mail.example?timeout=600", MailServer("mail.example", timeout=15.0)),
    ],
)
def test_an_address_is_read(url: str, expected: MailServer) -> None:
    assert mail_server(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "mail.example",
        "mail.example:25",
        "http://mail.example",
        "smtp://",
        "smtp://u:hunter2@mail.example:port",
        "smtp://u:hunter2@mail.example?starttl=1",
        "smtp://u:hunter2@mail.example?timeout=soon",
        "smtp://u:hunter2@mail.example?timeout=0",
        "smtp://u:hunter2@mail.example?timeout=nan",
        "smtps://u:hunter2@mail.example?starttls=1",
    ],
)
def test_what_cannot_be_read_is_said_without_the_password(url: str) -> None:
    with pytest.raises(BadMailAddress) as raised:
        mail_server(url)
    assert "HEED_MAIL_URL" in str(raised.value)
    assert "hunter2" not in str(raised.value)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None

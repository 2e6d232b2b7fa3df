"""Whether the mail server answers and lets us in. Sends nothing."""

from smtplib import SMTPAuthenticationError

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from heed.config.deploy.findings import Finding, good, missing

PATIENCE = 5.0
"""Seconds for each answer."""

WHAT = "Mail server answers"


def answers() -> Finding | None:
    """Connect, encrypt and sign in as mail would; None where no server is named."""
    if not settings.EMAIL_HOST:
        return None
    do = "Look at HEED_MAIL_URL and at what stands between. Alerts wait until it answers; none is lost."
    backend = EmailBackend(timeout=PATIENCE)
    try:
        backend.open()
        if backend.connection:
            backend.connection.ehlo_or_helo_if_needed()
        backend.close()
    except SMTPAuthenticationError:
        return missing(WHAT, "It refuses the name or the password.", do)
    except OSError as problem:  # what smtplib raises is one, too
        return missing(WHAT, f"It does not ({type(problem).__name__}).", do)
    return good(WHAT, "yes")

"""Sealing of secrets (second factors, single sign-on), so that a copy of the database alone opens no account."""

import base64

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def seal(text: str) -> str:
    """The text, encrypted and authenticated (Fernet) under a key derived from the service's secret key."""
    return _fernet().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The text again.

    Raises:
        cryptography.fernet.InvalidToken: when it was changed, or sealed under another key.
    """
    return _fernet().decrypt(sealed.encode()).decode()


def _fernet() -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"heed second factors").derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(key))

"""The words in a link that opens once.

A token is made from the letter's id by a key that is not in the database, at the moment the letter leaves. So it
stands in no queue, no log and no table: the table keeps its digest. Whoever has a copy of the database cannot make
one, nor whoever has the key alone, since ids are random (UUIDv7, 74 random bits).
"""

import base64
import hashlib
import hmac
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

LENGTH = 43
"""Letters of a token: 32 bytes in base64url."""


def token_of(letter_id: UUID) -> str:
    """The token of a letter: HMAC-SHA256 of its id, under a key derived from the service's secret key."""
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"heed links that open once").derive(
        settings.SECRET_KEY.encode()
    )
    made = hmac.new(key, letter_id.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def digest_of(token: str) -> str:
    """What is kept of a token: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()

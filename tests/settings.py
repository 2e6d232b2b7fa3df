"""Settings of the tests: the product's own, with a database of their own and quick password hashing."""

import os
from pathlib import Path

os.environ.setdefault("HEED_HOME", str(Path(__file__).resolve().parents[1] / ".heed" / "test"))
os.environ.setdefault("HEED_SIGN_ON_NETWORKS", "127.0.0.0/8,::1")  # the provider of the tests
os.environ.setdefault("HEED_SECRET_KEY", "for-tests-only-and-never-anywhere-else")

from heed.config.settings import *  # noqa: F403 - the environment comes first; all of them

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_RATE_LIMITS = False

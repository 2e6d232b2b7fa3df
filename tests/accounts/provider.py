"""A sign-in service of its own: a process that speaks OpenID Connect, and that can be told to misbehave.

    python tests/accounts/provider.py 5000

It knows people by name, as `POST /people` was told. At /authorize a person chooses who they are; `as` chooses at once.
`POST /mood` says how it is from now on.
"""

import base64
import hashlib
import hmac
import json
import secrets
import sys
import time
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "heed-at-oakfield", "a-secret-of-the-tests~only"


class Service:
    """What it knows, and how it is."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://localhost:{port}"
        self.people: dict[str, dict[str, Any]] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.given: dict[str, str] = {}
        """Whose each access token is."""
        self.asked: list[str] = []
        self.mood: dict[str, Any] = {}
        self.key = new_key()
        self.other_key = new_key(self.key.kid)

    def keys(self) -> list[dict[str, Any]]:
        if self.mood.get("keys") is not None:
            return list(self.mood["keys"])
        return [self.key.as_dict(private=False)]

    def says(self) -> dict[str, Any]:
        said = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": self.mood.get("auth", ["client_secret_post"]),
        }
        said |= self.mood.get("says", {})
        return {name: value for name, value in said.items() if value is not None}

    def token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": asked["who"],
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + 600,
            **self.people.get(asked["who"], {}),
            **self.mood.get("claims", {}),
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        claims |= {name: now + by for name, by in self.mood.get("times", {}).items()}
        header = {"alg": "RS256", "kid": self.key.kid, **self.mood.get("header", {})}
        if header["alg"] == "none":
            return ".".join([packed(header), packed(claims), ""])
        if header["alg"].startswith("HS"):  # signed with what everybody can read
            said = f"{packed(header)}.{packed(claims)}"
            return f"{said}.{letters(hmac.digest(self.key.as_pem(private=False), said.encode(), 'sha256'))}"
        return jwt.encode(header, claims, self.other_key if self.mood.get("other_key") else self.key)


class Door(BaseHTTPRequestHandler):
    """One request."""

    service: Service

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if self._is_moody(parts.path):
            return
        if parts.path == "/.well-known/openid-configuration":
            self._json(self.service.says())
        elif parts.path == "/keys":
            self._json({"keys": self.service.keys()})
        elif parts.path == "/authorize":
            self._authorize(asked)
        elif parts.path == "/userinfo":
            who = self.service.given.get(self.headers.get("Authorization", "").removeprefix("Bearer "), "")
            said = {"sub": who, **self.service.people.get(who, {}), **self.service.mood.get("told", {})}
            self._json(said, 200 if who else 401)
        elif parts.path == "/favicon.ico":
            self._send(204, "image/x-icon", b"")
        elif parts.path == "/asked":
            self._json(self.service.asked)
        else:
            self._json({"error": "not_found"}, 404)

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/mood":
            self.service.mood = json.loads(sent)
            if self.service.mood.get("new_key"):
                self.service.key = new_key()
            self._json({})
        elif self.path == "/people":
            self.service.people |= json.loads(sent)
            self._json({})
        elif self.path == "/token" and not self._is_moody("/token"):
            said = parse_qs(sent.decode())
            if any(len(values) > 1 for values in said.values()):  # RFC 6749, section 3.2
                return self._json({"error": "invalid_request"}, 400)
            self._token({name: values[-1] for name, values in said.items()})
        return None

    def _authorize(self, asked: dict[str, str]) -> None:
        if asked.get("client_id") != CLIENT or asked.get("code_challenge_method") != "S256":
            return self._json({"error": "invalid_request"}, 400)
        if "as" not in asked:
            return self._choose(asked)
        if asked["as"] == "nobody":
            return self._back(asked, {"error": "access_denied"})
        code = secrets.token_urlsafe(16)
        self.service.codes[code] = {**asked, "who": asked["as"]}
        return self._back(asked, {"code": code, **self.service.mood.get("back", {})})

    def _choose(self, asked: dict[str, str]) -> None:
        links = "".join(
            f'<p><a href="/authorize?{escape(urlencode({**asked, "as": name}))}">{escape(name)}</a></p>'
            for name in [*self.service.people, "nobody"]
        )
        page = (
            f"<!doctype html><html lang=en><title>Kestrel ID</title><h1>Kestrel ID: who are you?</h1>{links}"
        )
        self._send(200, "text/html; charset=utf-8", page.encode())

    def _back(self, asked: dict[str, str], said: dict[str, str]) -> None:
        self.send_response(302)
        self.send_header(
            "Location", f"{asked['redirect_uri']}?{urlencode({**said, 'state': asked['state']})}"
        )
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _token(self, sent: dict[str, str]) -> None:
        if self._client(sent) != (CLIENT, SECRET):
            return self._json({"error": "invalid_client"}, 401)
        asked = self.service.codes.pop(sent.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest())
        if (
            asked is None
            or asked["code_challenge"] != challenge.decode().rstrip("=")
            or asked["redirect_uri"] != sent.get("redirect_uri")
            or sent.get("grant_type") != "authorization_code"
        ):
            return self._json({"error": "invalid_grant"}, 400)
        access = secrets.token_urlsafe(8)
        self.service.given[access] = asked["who"]
        given = {"access_token": access, "token_type": "Bearer", "id_token": self.service.token(asked)}
        return self._json(given | self.service.mood.get("given", {}))

    def _client(self, sent: dict[str, str]) -> tuple[str, str]:
        """In the form, or in the header, as the service says it wants it."""
        if "client_secret_basic" in self.service.says()["token_endpoint_auth_methods_supported"]:
            packed = self.headers.get("Authorization", "").removeprefix("Basic ")
            name, _, secret = base64.b64decode(packed).decode().partition(":")
            return name, secret
        return sent.get("client_id", ""), sent.get("client_secret", "")

    def _is_moody(self, path: str) -> bool:
        """Whether it has answered otherwise than it should."""
        self.service.asked.append(path)
        mood = self.service.mood.get(path)
        if mood is None:
            return False
        if mood == "silent":
            time.sleep(30)
        elif mood == "drips":
            self._drip()
        elif mood == "huge":
            self._send(200, "application/json", b'"' + b"x" * 1_000_000 + b'"')
        elif mood == "moved":
            self.send_response(302)
            self.send_header("Location", f"{self.service.issuer}/keys")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send(mood.get("status", 200), "application/json", mood.get("body", "").encode())
        return True

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        try:
            for number in range(60):
                self.wfile.write(f"X-{number}: x\r\n".encode())
                self.wfile.flush()
                time.sleep(0.5)
        except OSError:
            return

    def _json(self, said: Any, status: int = 200) -> None:
        self._send(status, "application/json", json.dumps(said).encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def new_key(kid: str | None = None) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid or secrets.token_hex(4), "use": "sig"}, private=True)


def packed(said: dict[str, Any]) -> str:
    return letters(json.dumps(said).encode())


def letters(said: bytes) -> str:
    return base64.urlsafe_b64encode(said).decode().rstrip("=")


def main() -> None:
    port = int(sys.argv[1])
    Door.service = Service(port)
    Door.protocol_version = "HTTP/1.1"
    ThreadingHTTPServer(("127.0.0.1", port), Door).serve_forever()


if __name__ == "__main__":
    main()

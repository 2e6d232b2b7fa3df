"""Around every request: where it came from, its reference, its line in the log and its place in the figures."""

import logging
import secrets
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse

from heed.config import figures
from heed.config.logs import reference_of_request
from heed.config.origins import is_from, is_proxy, origin

Next = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger("heed.requests")

HEADER = "X-Request-ID"
METRICS = "/metrics"
_SAID_BY_PROXIES = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
    "HTTP_VIA",
)


class Origins:
    """Puts the address a request really came from where everything looks for it, and believes no stranger."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """REMOTE_ADDR becomes the origin; what a stranger says about https is dropped."""
        meta, ours = request.META, settings.PROXIES
        peer = str(meta.get("REMOTE_ADDR") or "")
        came_through = any(name in meta for name in _SAID_BY_PROXIES)
        request.may_read_figures = (  # type: ignore[attr-defined]
            request.path == METRICS and not came_through and is_from(peer, settings.METRICS_FROM)
        )
        meta["REMOTE_ADDR"] = origin(peer, meta.get("HTTP_X_FORWARDED_FOR", ""), ours)
        if ours and not is_proxy(peer, ours):
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
        return self.get_response(request)


class Noted:
    """Gives a request its reference, and says what became of it: by the name of its route, never its path."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then write one line and count."""
        reference = secrets.token_hex(4)
        begun, count = time.perf_counter(), _Count()
        token = reference_of_request.set(reference)
        try:
            with connection.execute_wrapper(count):
                response = self.get_response(request)
            response.headers[HEADER] = reference
            took, route = time.perf_counter() - begun, _route(request)
            method = request.method if request.method in _METHODS else "OTHER"
            figures.note_request(route, method, response.status_code, took)
            if route != STATIC:
                facts = {
                    "method": method,
                    "route": route,
                    "status": response.status_code,
                    "milliseconds": round(took * 1000),
                    "queries": count.queries,
                }
                log.info("request", extra={"facts": facts})
            return response
        finally:
            reference_of_request.reset(token)


STATIC = "static"
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


class _Count:
    """Counts statements."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's hook
        self.queries += 1
        return execute(sql, params, many, context)


def _route(request: HttpRequest) -> str:
    if request.path.startswith(settings.STATIC_URL):
        return STATIC
    match = request.resolver_match
    return match.view_name if match and match.view_name else "none"

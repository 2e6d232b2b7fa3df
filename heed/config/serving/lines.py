"""gunicorn's own lines, as ours are: it would write addresses of requests into them."""

import logging
from typing import Any

from django.conf import settings
from gunicorn.glogging import Logger

from heed.config.logs import handler


class Lines(Logger):
    """One handler, in the form that HEED_LOGS names; no line for each request."""

    def setup(self, cfg: Any) -> None:
        """In place of gunicorn's handlers."""
        super().setup(cfg)  # type: ignore[no-untyped-call]
        self.error_log.handlers = [handler(as_json=settings.ENVIRONMENT["HEED_LOGS"] == "json")]
        self.access_log.handlers = []
        self.access_log.setLevel(logging.CRITICAL)

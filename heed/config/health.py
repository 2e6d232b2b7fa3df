"""Is the service well? For load balancers and people with a pager; says nothing about anybody."""

import logging

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from heed.jobs.queries import a_worker_is_alive
from heed.ui.audience import Audience, audience

log = logging.getLogger("heed.health")


@audience(Audience.ANYONE)
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when database and worker are up, 503 when one is down; which one, in the body."""
    state = {"database": "down", "worker": "unknown"}
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
        state["database"] = "up"
        state["worker"] = "up" if a_worker_is_alive(now=timezone.now()) else "down"
    except Error as error:
        log.warning("health: %s", type(error).__name__)
    return JsonResponse(state, status=200 if set(state.values()) == {"up"} else 503)

"""`/metrics`: the figures, for those who watch the service. Everybody else finds no such page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from heed.config.figures import CONTENT_TYPE, written
from heed.ui.audience import Audience, audience


@audience(Audience.ANYONE)
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Straight from one of HEED_METRICS_FROM, never through a proxy."""
    if not getattr(request, "may_read_figures", False):
        raise Http404
    return HttpResponse(written(timezone.now()), content_type=CONTENT_TYPE)

"""Every address of the service."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from heed.config.health import health
from heed.config.metrics import metrics

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health, name="health"),
    path("metrics", metrics, name="metrics"),
    path("", include("heed.home.urls")),
    path("", include("heed.people.urls")),
    path("", include("heed.guarding.urls")),
    path("", include("heed.chronology.urls")),
    path("", include("heed.incidents.urls")),
    path("", include("heed.alerts.urls")),
    path("", include("heed.accounts.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("heed.demo.urls")))

handler400 = "heed.config.outcomes.bad_request"
handler403 = "heed.config.outcomes.forbidden"
handler429 = "heed.config.outcomes.too_many"  # asked for by allauth
handler404 = "heed.config.outcomes.not_found"
handler500 = "heed.config.outcomes.server_error"

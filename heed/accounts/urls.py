"""The addresses of signing in and out. Only those of allauth's pages that are in use; the rest do not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from heed.ui.audience import Audience, audience


@audience(Audience.ANYONE)
def nowhere(request: HttpRequest) -> HttpResponse:
    """Addresses that allauth names on its pages and that lead nowhere here."""
    raise Http404


urlpatterns = [
    path("sign-in/", audience(Audience.ANYONE)(account.login), name="account_login"),
    path("sign-in/code/", audience(Audience.ANYONE)(mfa.authenticate), name="mfa_authenticate"),
    path("sign-out/", audience(Audience.ANYONE)(account.logout), name="account_logout"),
    path("sign-up/", nowhere, name="account_signup"),
    path("sign-in/again/", nowhere, name="account_reauthenticate"),
    path("sign-in/inactive/", nowhere, name="account_inactive"),
    path("sign-in/forgotten/", nowhere, name="account_reset_password"),
]

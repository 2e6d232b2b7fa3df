"""The addresses of signing in and out. Only those of allauth's pages that are in use; the rest do not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from heed.accounts import at_the_door, own
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
    path("sign-in/forgotten/", at_the_door.forgot, name="account_reset_password"),
    path("sign-in/new-password/", at_the_door.new_password, name="account_new_password"),
    path(
        "sign-in/new-password/<str:token>/", at_the_door.open_new_password, name="account_open_new_password"
    ),
    path("schools/", at_the_door.which_school, name="account_schools"),
    path("at/<slug:slug>/", at_the_door.enter_school, name="account_enter_school"),
    path("at/<slug:slug>/<path:rest>", at_the_door.enter_school, name="account_enter_school_at"),
    path("me/", own.show, name="account_own"),
    path("me/password/", own.password, name="account_password"),
    path("me/devices/end/", own.end_others, name="account_end_others"),
    path("me/devices/<uuid:sign_in>/end/", own.end_device, name="account_end_device"),
]

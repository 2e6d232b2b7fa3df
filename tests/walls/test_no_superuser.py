"""There is nobody who may do everything, and no page that lets them."""

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group as DjangoGroup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import get_resolver

from heed.access.queries import viewer_for
from heed.accounts.models import Membership, User
from heed.tenancy.scope import schools
from tests.cast import ADMINISTRATOR, NOW, TEACHER, Town
from tests.walls.test_addresses import addresses


def test_no_user_carries_a_flag_that_opens_everything() -> None:
    names = {field.name for field in User._meta.get_fields()}
    assert not names & {"is_superuser", "is_staff", "is_admin", "user_permissions", "groups"}


def test_no_framework_s_admin_is_there() -> None:
    assert not [app for app in settings.INSTALLED_APPS if "admin" in app.split(".")]
    assert not apps.is_installed("django.contrib.admin")
    routes = [str(pattern.pattern) for _, pattern in addresses(get_resolver().url_patterns)]
    assert not [route for route in routes if "admin" in route]


@pytest.mark.parametrize("where", ["/admin/", "/django-admin/", "/admin/login/", "/sign-in/admin/"])
def test_its_usual_addresses_lead_nowhere(where: str, town: Town) -> None:
    assert town.client(ADMINISTRATOR).get(where).status_code == 404
    assert Client().get(where).status_code == 404


def test_raising_a_flag_on_a_user_does_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a framework's habit, a fixture or a shell would."""
    item = town.entry(TEACHER, "kacper")
    for flag in ("is_superuser", "is_staff", "is_admin"):
        monkeypatch.setattr(User, flag, True, raising=False)
    for where in (f"/entries/{item}/", f"/children/{town.pupils['kacper']}/"):
        assert town.client(ADMINISTRATOR).get(where).status_code in {403, 404}
    assert town.client(TEACHER).get("/people/groups/").status_code == 403
    assert User.objects.get(pk=town.users["admin"]).has_perm("records.view_item") is False


def test_django_s_own_permissions_are_given_to_nobody_and_asked_by_nobody(town: Town) -> None:
    assert not hasattr(User, "user_permissions")
    assert not DjangoGroup.objects.exists()
    assert not [one for one in Permission._meta.related_objects if one.related_model is User]


def test_an_operator_with_an_account_but_no_place_on_the_staff_is_nobody_here(town: Town) -> None:
    operator = User.objects.create(email="operator@service.example", name="Operator")
    Membership.objects.create(user=operator, school_id=town.oakfield)
    with schools(town.oakfield):
        assert viewer_for(operator.pk, town.oakfield, elevated=True, at=NOW, origin="test") is None
    client = Client()
    client.force_login(operator, "heed.accounts.backends.SchoolBackend")
    assert client.get("/").status_code == 403

"""Which schools sign in through a service of their own, and whose the accounts there are."""

from typing import Any
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from heed.accounts.backends import SchoolBackend
from heed.accounts.models import Binding, SignOn, User
from heed.accounts.signon.kinds import Service
from heed.accounts.signon.rules import domain_of


def services_for(address: str) -> tuple[Service, ...]:
    """The services of the schools whose domains this address is in. Whether anybody has the address is not asked."""
    domain = domain_of(address)
    return _services(_in_force().filter(domains__contains=[domain])) if domain else ()


def every_service() -> tuple[Service, ...]:
    """The services that may be signed in with; two at most, since only one alone matters to those who ask."""
    return _services(_in_force().order_by("id")[:2])


def service_of(school_id: UUID) -> Service | None:
    """The service of this school, in force or not."""
    found = _services(SignOn.objects.select_related("school").filter(school_id=school_id))
    return found[0] if found else None


def service_in_force(school_id: UUID) -> Service | None:
    """The same, only when people may sign in with it."""
    found = service_of(school_id)
    return found if found and found.in_force else None


def hold(school_id: UUID) -> None:
    """Wait for whoever else is being bound in this school, so that two windows do not bind one person twice."""
    SignOn.objects.select_for_update().get(school_id=school_id)


def user_bound_to(school_id: UUID, issuer: str, subject: str) -> UUID | None:
    """Whose an account at the school's service is, once it has been used."""
    rows = Binding.objects.filter(school_id=school_id, issuer=issuer, subject=subject)
    return rows.values_list("user_id", flat=True).first()


def is_bound(school_id: UUID, issuer: str, user_id: UUID) -> bool:
    """Whether this user has an account at the school's service that was used."""
    return Binding.objects.filter(school_id=school_id, issuer=issuer, user_id=user_id).exists()


def has_address(address: str) -> bool:
    """Whether somebody, in whatever school, signs in with this address."""
    return User.objects.filter(email=address.lower()).exists()


def may_sign_in(user_id: UUID) -> AbstractBaseUser | None:
    """The user, when they may sign in at all."""
    user: AbstractBaseUser | None = SchoolBackend().get_user(user_id)
    return user


def _in_force() -> QuerySet[SignOn]:
    return SignOn.objects.filter(active=True, approved=True).select_related("school")


def _services(rows: QuerySet[SignOn]) -> tuple[Service, ...]:
    return tuple(sorted(map(_service, rows), key=lambda one: one.school))


def _service(row: Any) -> Service:
    return Service(
        school_id=row.school_id,
        school=row.school.name,
        label=row.label,
        issuer=row.issuer,
        client_id=row.client_id,
        secret=row.secret,
        domains=tuple(row.domains),
        counts_as_second_step=row.counts_as_second_step,
        only=row.only,
        active=row.active,
        approved=row.approved,
        changed_at=row.changed_at,
    )

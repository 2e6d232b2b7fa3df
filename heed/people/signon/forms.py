"""What may be typed about single sign-on."""

import json
import re
from datetime import datetime
from typing import Any

from cryptography.fernet import InvalidToken
from django import forms

from heed.accounts.sealed import seal, unseal
from heed.accounts.signon.kinds import Service
from heed.accounts.signon.rules import domain_of, why_not_domain, why_not_issuer
from heed.lib.outgoing import Trouble
from heed.lib.outgoing.asking import checked
from heed.lib.typed import clean_line

NO_ADDRESS = "This is not an email address. It looks like name@school.sch.uk."
MOST_DOMAINS = 20


class Address(forms.Form):
    """An address, for its domain."""

    address = forms.CharField(
        label="School email address",
        max_length=254,
        error_messages={"required": "Enter your school email address.", "max_length": NO_ADDRESS},
        widget=forms.EmailInput,
    )

    def clean_address(self) -> str:
        """With one @ in it."""
        address = clean_line(self.cleaned_data["address"])
        if not domain_of(address) or " " in address:
            raise forms.ValidationError(NO_ADDRESS)
        return address


class Settings(forms.Form):
    """How a school signs in through a service of its own."""

    label = forms.CharField(
        label="What people call it",
        max_length=40,
        error_messages={"required": "Say what people call it, such as Microsoft."},
    )
    issuer = forms.CharField(
        label="Issuer",
        max_length=300,
        help_text="Microsoft: https://login.microsoftonline.com/your tenant id/v2.0. Google: "
        "https://accounts.google.com. Others say it on their own page.",
        error_messages={"required": "Enter the issuer of the service."},
    )
    client_id = forms.CharField(
        label="Client id",
        max_length=200,
        error_messages={"required": "Enter the client id that the service gave Heed."},
    )
    secret = forms.CharField(
        label="Client secret", max_length=500, required=False, widget=forms.PasswordInput
    )
    typed = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)
    domains = forms.CharField(
        label="Domains",
        max_length=4000,
        widget=forms.Textarea,
        error_messages={"required": "Enter at least one domain, such as oakfield.sch.uk."},
    )
    counts_as_second_step = forms.BooleanField(required=False)
    only = forms.BooleanField(required=False)
    active = forms.BooleanField(required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, stored: Service | None, *, plain: bool) -> None:
        super().__init__(data, initial=_of(stored))
        self.stored, self.plain = stored, plain

    def clean_label(self) -> str:
        """One line."""
        return clean_line(self.cleaned_data["label"])

    def clean_issuer(self) -> str:
        """An address that may be called; of Microsoft, one tenant's."""
        issuer = self.cleaned_data["issuer"].removesuffix("/.well-known/openid-configuration")
        try:
            parts = checked(issuer, plain=self.plain)
        except Trouble as trouble:
            raise forms.ValidationError(f"The service {trouble.why}. It looks like https://…") from None
        if parts.query:
            raise forms.ValidationError("An issuer has no question mark in it.")
        if why := why_not_issuer(issuer):
            raise forms.ValidationError(why)
        return str(issuer)

    def clean_domains(self) -> tuple[str, ...]:
        """Each a domain of the school's own, once, in lower case."""
        typed = re.split(r"[\s,;]+", self.cleaned_data["domains"].lower())
        domains = tuple(dict.fromkeys(one.removeprefix("@") for one in typed if one))
        if not domains or len(domains) > MOST_DOMAINS:
            raise forms.ValidationError(f"Enter one to {MOST_DOMAINS} domains.")
        for why in filter(None, map(why_not_domain, domains)):
            raise forms.ValidationError(why)
        return domains

    def clean_seen(self) -> datetime | None:
        """The change this page was made from."""
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"]) if self.cleaned_data["seen"] else None
        except ValueError:
            raise forms.ValidationError("Load the page again.") from None

    def clean(self) -> dict[str, Any]:
        """A secret goes only where it was entered for: for another service or client it is entered anew."""
        said: dict[str, Any] = super().clean() or {}
        said["secret"] = said.get("secret") or self._typed_before(said)
        kept = self.stored and (self.stored.issuer, self.stored.client_id) == (
            said.get("issuer"),
            said.get("client_id"),
        )
        if not said.get("secret") and not kept and "issuer" in said and "client_id" in said:
            self.add_error("secret", "Enter the client secret that belongs to this issuer and client id.")
        return said

    @property
    def typed_secret(self) -> str:
        """The secret that was typed, sealed with what it was typed for: the page carries it on and cannot show it."""
        said = self.cleaned_data if self.is_bound else {}
        if not said.get("secret") or not said.get("issuer") or not said.get("client_id"):
            return ""
        return seal(json.dumps([said["issuer"], said["client_id"], said["secret"]]))

    def _typed_before(self, said: dict[str, Any]) -> str:
        try:
            issuer, client_id, secret = json.loads(unseal(said.get("typed") or ""))
        except (InvalidToken, ValueError, TypeError):
            return ""
        return str(secret) if (issuer, client_id) == (said.get("issuer"), said.get("client_id")) else ""


class Release(forms.Form):
    """Somebody whose account at the service was replaced."""

    email = forms.CharField(
        label="Their school email address",
        max_length=254,
        error_messages={"required": "Enter the address that they have in Heed."},
    )


def _of(stored: Service | None) -> dict[str, Any]:
    if stored is None:
        return {"label": "", "issuer": "", "seen": ""}
    return {
        "label": stored.label,
        "issuer": stored.issuer,
        "client_id": stored.client_id,
        "domains": "\n".join(stored.domains),
        "counts_as_second_step": stored.counts_as_second_step,
        "only": stored.only,
        "active": stored.active,
        "seen": stored.changed_at.isoformat(),
    }

"""The template environment: strict about our own templates, lenient only inside the vendor's macros.

A name that a page forgot is an error, never an empty space: in a child's record a gap would read as a fact.
The GOV.UK macros test optional settings by their absence, so they live in an environment of their own; only
their finished macros are handed over.
"""

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined

VENDOR = "govuk_frontend_jinja"
COMPONENTS = {
    "checkboxes": "govukCheckboxes",
    "error-message": "govukErrorMessage",
    "error-summary": "govukErrorSummary",
    "input": "govukInput",
    "password-input": "govukPasswordInput",
    "radios": "govukRadios",
    "textarea": "govukTextarea",
}
# Whole-page macros go into the globals: a block rendered by itself does not run its template's imports.
OWN_MACROS = {
    "ui/icons.html": ("icon",),
    "ui/fields.html": ("field", "choices", "hidden", "summary"),
    "ui/parts.html": (
        "disc",
        "leads_list",
        "with_reasons",
        "readers_fold",
        "next_alert",
        "bar_waiting",
        "dock_waiting",
        "stays_current",
        "mark_read",
        "strip",
        "written_words",
        "child_banner",
    ),
}


def environment(**options: Any) -> Environment:
    """The Jinja environment Django asks for; ``options`` are its loader and settings."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(**options)  # noqa: S701 - Django hands in autoescape=True
    env.globals.update(url=url, static=static, errors_of=errors_of, **vendor_macros())
    for template, names in OWN_MACROS.items():
        macros = env.get_template(template).module
        env.globals.update({name: getattr(macros, name) for name in names})
    return env


def vendor_macros() -> dict[str, Any]:
    """The GOV.UK macros that Heed's fields are made of, by the vendor's names."""
    loader = PrefixLoader({VENDOR: PackageLoader(VENDOR)})
    env = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return {
        macro: getattr(env.get_template(f"{VENDOR}/components/{folder}/macro.html").module, macro)
        for folder, macro in COMPONENTS.items()
    }


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a page, by its name."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def anchor(field: BoundField) -> str:
    """The id a link must name to reach this field; for a group of boxes, that of its first."""
    return field.id_for_label or str(field.auto_id)


def errors_of(form: BaseForm, instead: Mapping[str, str]) -> list[dict[str, str]]:
    """Every error of a form as text and link. ``instead`` maps a hidden field to the one that is on show."""
    found: list[dict[str, str]] = []
    order = list(form.fields)  # as on the page, whichever rule found the error
    for name, errors in sorted(
        form.errors.items(), key=lambda one: order.index(one[0]) if one[0] in order else -1
    ):
        shown = instead.get(name, name)
        link = {"href": f"#{anchor(form[shown])}"} if shown in form.fields else {}
        found += [{"text": str(error)} | link for error in errors]
    return found

"""Every stored field says what it holds, so that export, disclosure and retention can read one declaration."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from heed.config.declared import OTHERS
from heed.lib.holds import PLAIN, SECRET, Holds

OURS = [model for model in apps.get_models() if model.__module__.startswith("heed.")]
THEIRS = [model for model in apps.get_models() if not model.__module__.startswith("heed.")]


def undeclared(model: Any) -> set[str]:
    said = {**getattr(model, "keys", {}), **getattr(model, "holds", {})} or OTHERS.get(
        model._meta.label_lower, {}
    )
    return {field.name for field in model._meta.local_concrete_fields} - said.keys()


@pytest.mark.parametrize("model", [*OURS, *THEIRS], ids=lambda model: model._meta.label_lower)
def test_every_field_says_what_it_holds(model: Any) -> None:
    assert undeclared(model) == set()


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label_lower)
def test_nothing_is_declared_that_is_not_stored(model: Any) -> None:
    said = {**getattr(model, "keys", {}), **model.holds}
    assert said.keys() == {field.name for field in model._meta.local_concrete_fields}
    assert all(isinstance(one, Holds) for one in said.values())


def test_a_field_that_says_nothing_is_noticed() -> None:
    class Forgetful(models.Model):
        told = models.TextField()
        id = models.BigAutoField(primary_key=True)
        holds = {"id": PLAIN}

        class Meta:
            app_label = "walls"
            managed = False

    try:
        assert undeclared(Forgetful) == {"told"}
    finally:
        del apps.all_models["walls"]["forgetful"]


def test_what_was_told_about_a_child_is_secret() -> None:
    by_name = {model._meta.label_lower: model for model in OURS}
    incident = by_name["incidents.incident"].holds
    assert {incident[name] for name in ("account", "child_words", "already_done")} == {SECRET}
    assert by_name["audit.detail"].holds["words"] is SECRET

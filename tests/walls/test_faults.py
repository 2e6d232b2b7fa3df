"""A fault undoes the request and loses no words."""

from typing import Any

import pytest
from django.db import OperationalError

from heed.incidents import actions
from heed.records.models import Item
from heed.tenancy.scope import schools
from heed.tenancy.shut import opened_for
from tests.cast import OFFICE, TEACHER, Town
from tests.incidents.page import Page


def broken(*_: Any, **__: Any) -> None:
    raise ValueError("no")


def test_words_sent_into_a_fault_are_there_again_and_for_their_writer_alone(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = town.client(TEACHER)
    client.raise_request_exception = False
    page = client.get(f"/incidents/add/?child={town.pupils['maisie']}").content.decode()
    stamp = page.split('name="stamp"', 1)[1].split('value="', 1)[1].split('"', 1)[0]
    typed = {"do": "send", "stamp": stamp, "account": "Came in without a coat.", "categories": ["2"]}
    typed |= {"pupil": str(town.pupils["maisie"]), "day": "yesterday", "time": "morning", "late_reason": "x"}
    with monkeypatch.context() as patch:
        patch.setattr(actions, "tell", broken)
        answer = client.post("/incidents/add/", typed)
    assert answer.status_code == 500
    with schools(town.oakfield), opened_for("look at the result"):
        assert not Item.objects.exists()
    assert "Came in without a coat." in client.get("/incidents/add/").content.decode()
    assert "Came in without a coat." not in town.client(OFFICE).get("/incidents/add/").content.decode()


def test_the_calm_page_holds_the_words_itself_and_sends_them_again_as_one_entry(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = town.client(TEACHER)
    client.raise_request_exception = False
    page = client.get(f"/incidents/add/?child={town.pupils['maisie']}").content.decode()
    stamp = page.split('name="stamp"', 1)[1].split('value="', 1)[1].split('"', 1)[0]
    typed = {"do": "send", "stamp": stamp, "categories": ["2", "5"]}
    typed |= {"account": "\nShe said <b>no</b>.\r\nThen “nothing”.", "late_reason": "x"}
    typed |= {"pupil": str(town.pupils["maisie"]), "day": "yesterday", "time": "morning"}
    with monkeypatch.context() as patch:
        patch.setattr(actions, "tell", broken)
        patch.setattr("heed.config.middleware.keep_typed", broken_database)
        answer = client.post("/incidents/add/", typed)
    calm = Page(answer)
    assert answer.status_code == 500
    assert "She said &lt;b&gt;no&lt;/b&gt;." in calm.body
    assert calm.fields["categories"] == ["2", "5"]
    again = {name: values for name, values in calm.fields.items() if not name.startswith("button")}
    for _ in range(2):
        assert client.post("/incidents/add/", again).status_code == 302
    with schools(town.oakfield), opened_for("look at the result"):
        assert Item.objects.count() == 1


def broken_database(*_: Any, **__: Any) -> None:
    raise OperationalError("no space left")

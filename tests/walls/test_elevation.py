"""What is read elevated only is not shown to a password alone, and is not hidden in silence either."""

from heed.who.categories import Default
from tests.cast import LEAD, LEAD_BY_PASSWORD, Town


def test_a_lead_by_password_is_told_that_an_alert_waits_and_nothing_of_it(town: Town) -> None:
    item = town.entry(LEAD, "kacper", [Default.CHILD_PROTECTION])
    page = town.client(LEAD_BY_PASSWORD).get("/").content.decode()
    assert "One alert waits that you read with a second step" in page
    assert "Nothing needs you" not in page
    assert "Kacper" not in page
    assert town.client(LEAD_BY_PASSWORD).get(f"/entries/{item}/").status_code == 404


def test_with_the_second_step_the_alert_is_there(town: Town) -> None:
    item = town.entry(LEAD, "kacper", [Default.CHILD_PROTECTION])
    client = town.client(LEAD_BY_PASSWORD, elevated=True)
    page = client.get("/").content.decode()
    assert "second step" not in page
    assert "Kacper Nowicki" in page
    assert client.get(f"/entries/{item}/").status_code == 200

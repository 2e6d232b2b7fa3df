from tests.cast import *


def test_smoke(town):
    item = town.entry()
    for who in CAST:
        c = town.client(who)
        print(
            who.key,
            [
                c.get(u).status_code
                for u in (
                    "/",
                    f"/entries/{item}/",
                    "/incidents/add/",
                    "/children/",
                    f"/children/{town.pupils['maisie']}/",
                    f"/incidents/{item}/sent/",
                )
            ],
        )
    assert 0

"""Whoever's day has come leaves, also when nobody is at a computer."""

import logging
from itertools import islice

from django.utils import timezone
from procrastinate.contrib.django import app

from heed.jobs.stalled import with_a_connection_that_works
from heed.lib.clock import london
from heed.people.staff.leaving import carry_out
from heed.schools.queries import school_ids
from heed.staff.queries import departures_due
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server

log = logging.getLogger("heed.people")

SCHOOLS_AT_ONCE = 200


@app.periodic(cron="*/5 * * * *")
@app.task(name="people.leave", queueing_lock="people.leave")
def leave(timestamp: int) -> None:
    """End the access of everybody whose day has come, and hand on what they have open.

    They are shut out on that day whether or not this runs: `left_on` is asked at each request.
    """
    with_a_connection_that_works()
    now = timezone.now()
    every = iter(school_ids())
    while some := tuple(islice(every, SCHOOLS_AT_ONCE)):
        with schools(*some):
            due = departures_due(on=london(now).date())
        for school_id, departure_id in due:
            try:
                with schools(school_id):
                    carry_out(on_the_server(school_id, at=now, name="Leaving"), departure_id)
            except Exception:  # whatever is wrong with one, the next goes
                log.exception("a leaving met a fault")

"""Scenes of an ordinary week, from which most entries are made."""

from heed.demo.tales.scenes.attendance import ATTENDANCE
from heed.demo.tales.scenes.behaviour import BEHAVIOUR
from heed.demo.tales.scenes.friendship import FRIENDSHIP
from heed.demo.tales.scenes.health import HEALTH
from heed.demo.tales.scenes.learning import LEARNING
from heed.demo.tales.scenes.parents import PARENTS
from heed.demo.tales.scenes.secondary import SECONDARY
from heed.demo.tales.scenes.vulnerable import VULNERABLE
from heed.demo.tales.scenes.welfare import WELFARE

EVERYDAY = (
    *(*ATTENDANCE, *WELFARE, *BEHAVIOUR, *FRIENDSHIP),
    *(*HEALTH, *PARENTS, *LEARNING, *VULNERABLE, *SECONDARY),
)
BY_NAME = {one.name: one for one in EVERYDAY}

"""Long courses about single children, each as a lead would know it."""

from heed.demo.tales.arcs.care import CARE
from heed.demo.tales.arcs.family import FAMILY
from heed.demo.tales.arcs.friends import FRIENDS
from heed.demo.tales.arcs.health import HEALTH
from heed.demo.tales.arcs.home import HOME
from heed.demo.tales.arcs.riverside import RIVERSIDE
from heed.demo.tales.arcs.tia import TIA
from heed.demo.tales.arcs.worries import WORRIES

COURSES = (*HOME, *TIA, *FRIENDS, *CARE, *WORRIES, *FAMILY, *HEALTH, *RIVERSIDE)

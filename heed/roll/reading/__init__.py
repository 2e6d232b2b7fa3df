"""A roll file is read whole: every row of it is good, or its faults are told and nothing may be applied.

Nothing here knows the database. `values` is what any format becomes; `decoding` and `csv_file` are one.
"""

from heed.roll.reading.faults import Fault
from heed.roll.reading.read import read_roll
from heed.roll.reading.values import ChildRow, ContactRow, Reading, StaffRow, Unsaid

__all__ = ["ChildRow", "ContactRow", "Fault", "Reading", "StaffRow", "Unsaid", "read_roll"]

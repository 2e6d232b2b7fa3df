"""What a person may do, apart from what they may read."""

from enum import StrEnum


class Power(StrEnum):
    """One thing a group may be allowed to do."""

    RECORD = "record"  # write an entry
    OPEN_CHILD = "open child"  # elevated: look a child up and open the child's page
    FOLLOW_UP = "follow up"  # take an entry, hand it on, watch, close, reopen
    IMPORT_ROLL = "import roll"  # bring children and staff in

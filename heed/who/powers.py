"""What a person may do, apart from what they may read."""

from enum import StrEnum


class Power(StrEnum):
    """One thing a group may be allowed to do. The value is stored; never change it."""

    RECORD = "record"
    OPEN_CHILD = "open child"
    FOLLOW_UP = "follow up"
    SHARE = "share"
    BAR = "bar"
    LOCK = "lock"
    BREAK_GLASS = "break glass"
    EXPLAIN = "explain"
    SEE_LOOKS = "see looks"
    IMPORT_ROLL = "import roll"
    ACCOUNTS = "accounts"
    GROUPS = "groups"
    APPROVE = "approve"
    SETTINGS = "settings"

    @property
    def words(self) -> str:
        """What it lets somebody do, after "may"."""
        return _WORDS[self]


_WORDS = {
    Power.RECORD: "record what happened to a child",
    Power.OPEN_CHILD: "look a child up and open the child's page, with the second step",
    Power.FOLLOW_UP: "take an entry in hand, hand it on, watch it, close it and reopen it",
    Power.SHARE: "share one entry with somebody, and end that",
    Power.BAR: "keep a colleague from a child or an entry",
    Power.LOCK: "lock a child's record to people they name",
    Power.BREAK_GLASS: "open a child's record for an hour when no DSL can be reached",
    Power.EXPLAIN: "ask who can read what, and why",
    Power.SEE_LOOKS: "see who looked at whom",
    Power.IMPORT_ROLL: "bring the roll in",
    Power.ACCOUNTS: "add staff, invite them and end their access",
    Power.GROUPS: "say what each group may do, and propose people for groups",
    Power.APPROVE: "approve people for leaders' groups",
    Power.SETTINGS: "change the school's settings",
}

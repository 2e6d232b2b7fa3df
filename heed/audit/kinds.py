"""What can be noted. Values are stored for decades: never change one, never use one again."""

from enum import StrEnum


class Event(StrEnum):
    """One kind of mark."""

    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    LOOKED_AT_ENTRY = "looked at entry"
    LOOKED_AT_OWN_ENTRY = "looked at own entry"
    LOOKED_AT_CHILD = "looked at child"
    LOOKED_FOR_CHILD = "looked for child"
    NAMED_CHILD = "named child while recording"
    REFUSED = "refused"
    RECORDED = "recorded"
    ALERTED = "alerted"
    READ_ALERT = "read alert"
    KEPT_WORDS = "kept words"
    TOOK_KEPT_WORDS = "took kept words"
    PUT_WORDS_AWAY = "put words away"
    SENT_KEPT_WORDS = "sent kept words"
    READ_BY_JOB = "read by job"
    ROLL_IMPORTED = "roll imported"
    STAFF_ADDED = "staff added"
    STAFF_CHANGED = "staff changed"
    GROUPS_SET = "groups set"
    ACCOUNT_MADE = "account made"
    BARRED = "barred"
    BAR_ENDED = "bar ended"
    SHARED = "shared"
    SHARE_ENDED = "share ended"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    SCHOOL_ADDED = "school added"
    CATEGORIES_SET = "categories set"
    ACTED = "acted"
    STATE_CHANGED = "state changed"
    ALERTED_AGAIN = "alerted again"
    MAIL_SENT = "mail sent"
    MAIL_REFUSED = "mail refused"
    MAIL_NOT_NEEDED = "mail not needed"
    MAIL_DOUBTFUL = "mail may arrive twice"
    SEARCHED_WORDS = "searched words"
    DECLARED = "declared a relative"
    BAR_CONFIRMED = "bar confirmed"
    BROKE_GLASS = "opened without a DSL"
    OPENING_ENDED = "opening ended"
    LOOKED_AT_GUARDING = "looked at who can see a child"
    LOOKED_AT_READERS = "looked at who can read an entry"
    EXPLAINED = "asked why"
    LOOKED_AS = "looked at what somebody sees"
    LOOKED_AT_LOOKS = "looked at who looked"
    TOLD_OF_GUARDING = "told of guarding"
    READ_NOTICE = "read notice"


class DoorEvent(StrEnum):
    """What happens before anybody is known."""

    WRONG_PASSWORD = "wrong password"  # noqa: S105 - an event
    WRONG_CODE = "wrong code"
    NO_SCHOOL = "signed in without a school"


class Kind(StrEnum):
    """What a mark is about."""

    ENTRY = "entry"
    ACTION = "action"
    CHILD = "child"
    STAFF = "staff"
    USER = "user"
    SCHOOL = "school"
    PAGE = "page"
    SEARCH = "search"

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
    GROUP_CHANGED = "group changed"
    PROPOSED = "proposed"
    APPROVED = "approved"
    TURNED_DOWN = "turned down"
    TAKEN_BACK = "taken back"
    INVITED = "invited"
    INVITED_AGAIN = "invited again"
    INVITATION_ENDED = "invitation ended"
    INVITATION_TAKEN_UP = "invitation taken up"
    LINK_NOT_GOOD = "link not good"
    NEW_PASSWORD_ASKED = "new password asked"  # noqa: S105 - an event
    PASSWORD_SET = "password set"  # noqa: S105 - the same
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - the same
    NEW_DEVICE = "new device"
    SIGN_IN_ENDED = "sign-in ended"
    LEAVING_SET = "leaving set"
    LEFT = "left"
    CAME_BACK = "came back"
    HANDED_ON = "handed on"
    SIGN_ON_SET = "single sign-on set"
    SIGN_ON_APPROVED = "single sign-on approved"
    SIGN_ON_TRIED = "single sign-on tried"
    SIGN_ON_BOUND = "single sign-on bound"
    SIGN_ON_RELEASED = "single sign-on released"
    SIGN_ON_REFUSED = "single sign-on refused"
    SIGN_ON_BROKEN = "single sign-on broken"
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
    LOCKED_OUT = "locked out"
    ASKED_FOR_PASSWORD = "asked for a new password"  # noqa: S105 - an event
    UNKNOWN_LINK = "unknown link"


class ServiceEvent(StrEnum):
    """What is done to the service as a whole, by whoever runs it."""

    BACKED_UP = "backed up"
    RESTORED = "restored"


class Kind(StrEnum):
    """What a mark is about."""

    ENTRY = "entry"
    ACTION = "action"
    CHILD = "child"
    STAFF = "staff"
    USER = "user"
    SCHOOL = "school"
    GROUP = "group"
    PROPOSAL = "proposal"
    PAGE = "page"
    SEARCH = "search"
    LETTER = "letter"

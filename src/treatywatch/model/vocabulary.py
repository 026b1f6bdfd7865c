"""The closed vocabularies. A new word needs a page in docs/decisions/."""

from enum import StrEnum


class Stance(StrEnum):
    """The kind of speech act."""

    ACCUSE = "accuse"
    DENY = "deny"
    WARN = "warn"
    THREATEN = "threaten"
    PLEDGE = "pledge"
    URGE = "urge"
    DEMAND = "demand"
    ANNOUNCE = "announce"
    OFFER = "offer"
    REJECT = "reject"
    REFUSE_COMMENT = "refuse-comment"
    ASSESS = "assess"
    REPORT = "report"
    OTHER = "other"


class QuoteKind(StrEnum):
    """Whether the content stands in quotation marks: wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Position(StrEnum):
    """How an assertion stands to its event."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    QUESTIONS = "questions"


class Modality(StrEnum):
    """Whether the event is told as done, going on, to come, or not."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class EventKind(StrEnum):
    """What is said to have happened. Legal kinds first, then domestic ones, then others."""

    ADOPT = "adopt"
    OPEN_FOR_SIGNATURE = "open-for-signature"
    SIGN = "sign"
    RATIFY = "ratify"
    ACCEDE = "accede"
    SUCCEED = "succeed"
    ENTER_INTO_FORCE = "enter-into-force"
    APPLY_PROVISIONALLY = "apply-provisionally"
    ANNOUNCE_WITHDRAWAL = "announce-withdrawal"
    NOTIFY_WITHDRAWAL = "notify-withdrawal"
    HALT_NOTICE = "halt-notice"
    REVOKE_NOTICE = "revoke-notice"
    WITHDRAW = "withdraw"
    ANNOUNCE_SUSPENSION = "announce-suspension"
    SUSPEND = "suspend"
    RESUME = "resume"
    COUNTER_MEASURE = "counter-measure"
    EXTEND = "extend"
    AMEND = "amend"
    EXPIRE = "expire"
    TERMINATE = "terminate"
    SUPERSEDE = "supersede"
    UNSIGN = "unsign"
    REVOKE_RATIFICATION = "revoke-ratification"
    SNAPBACK = "snapback"
    LEAVE_BODY = "leave-body"
    SIGN_LAW = "sign-law"
    VOTE = "vote"
    APPROVE = "approve"
    DEPLOY = "deploy"
    TEST = "test"
    DESTROY = "destroy"
    INSPECT = "inspect"
    TALKS = "talks"
    AGREE_MEASURES = "agree-measures"
    EXERCISE = "exercise"
    SANCTION = "sanction"
    PUBLISH_FINDING = "publish-finding"
    OTHER = "other"


class StandingKind(StrEnum):
    """One participant's position towards a treaty on one day."""

    NONE = "none"
    SIGNATORY = "signatory"
    CONTRACTING = "contracting"
    PROVISIONAL = "provisional"
    PARTICIPANT = "participant"
    PARTY = "party"
    WITHDRAWING = "withdrawing"
    FORMER = "former"
    CONTESTED = "contested"


class Operation(StrEnum):
    """Whether a participant's obligations operate. A suspended party is still a party (VCLT 57, 72)."""

    FULL = "full"
    SUSPENDED = "suspended"
    PARTLY_SUSPENDED = "partly-suspended"
    CLAIMED_SUSPENDED = "claimed-suspended"
    NONE = "none"


class Phase(StrEnum):
    """The treaty as a whole on one day."""

    NEGOTIATING = "negotiating"
    SIGNED = "signed"
    PROVISIONALLY_APPLIED = "provisionally-applied"
    IN_FORCE = "in-force"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"


class Relation(StrEnum):
    """How one report relates to another."""

    ORIGINAL = "original"
    SAME = "same"
    VERSION = "version"
    WIRE_COPY = "wire-copy"
    REWRITE = "rewrite"
    PARTIAL = "partial"
    INDEPENDENT = "independent"
    UNRELATED = "unrelated"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """What stands behind an act: official and register settle it; press settles it as reported; memory settles nothing."""

    OFFICIAL = "official"
    REGISTER = "register"
    PRESS = "press"
    MEMORY = "memory"

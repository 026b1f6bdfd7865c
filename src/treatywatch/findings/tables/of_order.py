"""Rules of a participant's row that need no register: the order of its days, and states that are no more."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.dates import PlainDay
from treatywatch.findings.tables.law import Law
from treatywatch.findings.tables.rows import Row, Says
from treatywatch.findings.tables.rules import PARTICIPANTS, Blame
from treatywatch.findings.tables.told import swapped
from treatywatch.model.participation import Consent

HEIRS = (Consent.SUCCESSION, Consent.CONTINUATION)
_DEEDS = ("signed", "ratified", "deposited", "notice")


@PARTICIPANTS.rule("after-the-state-ended", "A state that is no more signs, deposits and notifies nothing.")
def after_the_state_ended(row: Row, law: Law) -> Iterator[Blame]:
    """A deed of a dissolved state on a day after its end."""
    state = law.states.get(row.actor or "")
    if state is None or state.until is None:
        return
    for name, day in row.days(*_DEEDS):
        if day.earliest > state.until.latest:
            heirs = ", ".join(state.successors) or "another state"
            yield Blame(name, str(day), f"no day after {state.until}, when {state.name} ended; it is a deed of {heirs}")


@PARTICIPANTS.rule(
    "dissolved-state-as-party", "A state that is no more is bound by nothing; it stays in a history as former."
)
def dissolved_state_as_party(row: Row, law: Law) -> Iterator[Blame]:
    """A dissolved state that is shown as a party after its end."""
    state, on = law.states.get(row.actor or ""), row.as_of(law.on)
    if state is None or state.until is None or state.until.latest >= on:
        return
    if row.status in (Says.BOUND, Says.IN_FORCE):
        yield Blame("status", repr(row.text("status")), f"former: {state.name} ended on {state.until}")


@PARTICIPANTS.rule(
    "continuity-as-new-party",
    "A continuing state is the same party since the first day; it neither accedes nor succeeds.",
)
def continuity_as_new_party(row: Row, law: Law) -> Iterator[Blame]:
    """A continuing state shown as one that joined when its predecessor ended."""
    ended = law.continued.get(row.actor or "")
    before = law.register(row.treaty, ended.id) if ended else None
    joined = row.day("deposited") or row.day("in_force")
    if ended is None or ended.until is None or joined is None or row.kind is Consent.CONTINUATION:
        return
    first = before.deposited if before else None
    bilateral = row.treaty and (found := law.treaty(row.treaty)) and found.side_of(ended.id)
    near = abs((joined.earliest - ended.until.earliest).days) <= _NEAR_THE_END
    if near and (bilateral or (first and first.latest < ended.until.earliest)):
        since = f" since {first}" if first else ""
        name = "deposited" if row.day("deposited") else "in_force"
        yield Blame(
            name, str(joined), f"the day of {ended.name}: {row.actor} is the same party{since}", (), ("in_force",)
        )


_NEAR_THE_END = 62
"""Days around a state's end within which a day is taken for that of its end: datasets say December 1991, 25 December, January 1992."""

_ORDER = (("signed", "deposited"), ("signed", "ratified"), ("ratified", "deposited"))


def _fits(row: Row, first: PlainDay, later: PlainDay) -> bool:
    return first.earliest <= later.latest


@PARTICIPANTS.rule("swapped-by-order", "The days stand in their order only with day and month of this one exchanged.")
def swapped_by_order(row: Row, _law: Law) -> Iterator[Blame]:
    """A signature after the deposit, or a deposit after entry into force, that one exchange of day and month sets right."""
    if row.kind in HEIRS:
        return
    for first, later in (*_ORDER, ("notice", "exit")):
        one, other = row.day(first), row.day(later)
        if one is None or other is None or _fits(row, one, other):
            continue
        if (turned := swapped(one)) and turned <= other.latest and turned.year == other.earliest.year:
            yield Blame(first, str(one), f"{turned}, not after {other} ({later})", (later,))
        elif (turned := swapped(other)) and turned >= one.earliest and turned.year == one.earliest.year:
            yield Blame(later, str(other), f"{turned}, not before {one} ({first})", (first,))


@PARTICIPANTS.rule("days-out-of-order", "A state signs before it deposits, and leaves after it has joined.")
def days_out_of_order(row: Row, _law: Law) -> Iterator[Blame]:
    """A deposit before the signature, an exit before entry into force."""
    pairs = () if row.kind in HEIRS else _ORDER
    for first, later in (*pairs, ("in_force", "notice"), ("in_force", "exit")):
        one, other = row.day(first), row.day(later)
        if one is not None and other is not None and not _fits(row, one, other):
            yield Blame(later, str(other), f"no day before {one} ({first})", (first,))


@PARTICIPANTS.rule(
    "in-force-before-consent",
    "A treaty binds a state after it has consented, not before (VCLT 24.3); only a succession looks back.",
)
def in_force_before_consent(row: Row, law: Law) -> Iterator[Blame]:
    """Entry into force for a state on a day before its signature or deposit."""
    register = law.register(row.treaty, row.actor)
    force = row.day("in_force")
    heir = row.kind in HEIRS or (register is not None and register.kind in HEIRS) or _looks_back(row, force, law)
    if force is None or heir or _is_published(row, law):
        return
    for name, day in row.days("signed", "deposited"):
        if force.latest < day.earliest:
            yield Blame("in_force", str(force), f"no day before {day} ({name})", (name,))
            return


def _looks_back(row: Row, force: PlainDay | None, law: Law) -> bool:
    """Whether a new state is bound from about its first day, as successors are, where the table tells no kind of consent."""
    state = law.states.get(row.actor or "")
    if row.kind is not None or force is None or state is None or state.since is None or not law.befores.get(state.id):
        return False
    return 0 <= (force.latest - state.since.earliest).days <= _DATE_OF_SUCCESSION


_DATE_OF_SUCCESSION = 180
"""Days after a state's independence up to which registers set its date of succession (Croatia: 25 June and 8 October 1991)."""


def _is_published(row: Row, law: Law) -> bool:
    """Whether a register publishes this very day, odd as it looks (a successor entered from its predecessor's deposit)."""
    register, force = law.register(row.treaty, row.actor), row.day("in_force")
    told = (
        [register.in_force, *(one.day for one in (register.other_days.items if register.other_days else ()))]
        if register
        else []
    )
    return any(one and force and one.earliest <= force.latest and force.earliest <= one.latest for one in told)


@PARTICIPANTS.rule("exit-before-notice", "An exit follows its notice.")
def exit_before_notice(row: Row, _law: Law) -> Iterator[Blame]:
    """An exit on a day before its own notice."""
    notice, left = row.day("notice"), row.day("exit")
    if notice and left and left.latest < notice.earliest:
        yield Blame("exit", str(left), f"no day before {notice} (notice)", ("notice",))


@PARTICIPANTS.rule(
    "signatory-in-force", "A signatory is not bound; what has entered into force for it made it a party."
)
def signatory_in_force(row: Row, _law: Law) -> Iterator[Blame]:
    """Said to be a signatory, beside a day of entry into force."""
    day = row.day("in_force")
    if row.status is Says.SIGNATORY and day is not None and "exit" not in row.cells:
        yield Blame("in_force", str(day), f"nothing: the row's status is {row.text('status')!r}", ("status",))


@PARTICIPANTS.rule(
    "ratified-unsigned",
    "Who did not sign accedes; where accession is impossible, none joins without a signature (VCLT 14–15).",
)
def ratified_unsigned(row: Row, law: Law) -> Iterator[Blame]:
    """A ratification without signature of a treaty that nobody can accede to."""
    found = law.treaty(row.treaty) if row.treaty else None
    if (
        found is None
        or "signed" in row.cells
        or "signed" not in row.columns
        or row.kind is not Consent.RATIFICATION
        or row.day("deposited") is None
    ):
        return
    if found.structure == "bilateral" or _is_closed(found.participants):
        yield Blame("signed", "nothing", "the day of signature: the treaty is open to its signatories alone")


def _is_closed(rows: tuple[object, ...]) -> bool:
    """Whether every party of a register signed."""
    return bool(rows) and all(getattr(row, "signed", None) or getattr(row, "kind", None) in HEIRS for row in rows)

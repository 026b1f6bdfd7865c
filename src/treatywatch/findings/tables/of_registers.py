"""Rules of a participant's row beside the register and the treaty's own rule: what kind of slip makes a day the wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from treatywatch.dates import PlainDay
from treatywatch.findings.tables.law import Law
from treatywatch.findings.tables.of_order import HEIRS
from treatywatch.findings.tables.rows import Row, Says
from treatywatch.findings.tables.rules import PARTICIPANTS, Blame
from treatywatch.findings.tables.told import swapped
from treatywatch.model.participation import Consent, Participation
from treatywatch.model.vocabulary import EventKind, StandingKind

_TOLD = ("signed", "deposited", "in_force", "notice", "exit")
_FOLLOW = ("status", "in_force", "kind")
"""What is wrong with a deposit that never was."""


def right_days(row: Row, law: Law, name: str) -> frozenset[date]:
    """Every day that the register or the treaty's rule gives for a field; empty where neither tells."""
    if row.treaty is None:
        return frozenset()
    if name == "in_force":
        return law.bound_days(row.treaty, row.actor, row.day("deposited"), row.kind)
    if name == "exit":
        notice = row.day("notice")
        ruled = law.exit_days(row.treaty, row.actor, notice) if notice else ()
        return frozenset((*ruled, *_registered(law.places(row.treaty, row.actor)[:1], name)))
    return frozenset(_registered(law.places(row.treaty, row.actor), name))


def _registered(registers: Iterable[Participation], name: str) -> Iterator[date]:
    """The first and last day of what registers say; of a state's end also its last full day."""
    for register in registers:
        day: PlainDay | None = getattr(register, name)
        if day is not None:
            yield from (day.earliest, day.latest)
        if name == "exit" and register.ended is not None:
            yield from (register.ended.earliest - timedelta(days=1), register.ended.latest)


def wrong_days(row: Row, law: Law, *names: str) -> Iterator[tuple[str, date, frozenset[date]]]:
    """The fields whose day is none of the right ones, where those are known."""
    if row.treaty is None or law.treaty(row.treaty) is None:
        return
    for name in names or _TOLD:
        day, right = row.day(name), right_days(row, law, name)
        if day is not None and right and not any(day.earliest <= one <= day.latest for one in right):
            yield name, day.earliest, right


@PARTICIPANTS.rule(
    "day-month-swapped", "With day and month exchanged the day is the one that the register or the rule gives."
)
def day_month_swapped(row: Row, law: Law) -> Iterator[Blame]:
    """A day that is right with day and month exchanged."""
    for name, _, right in wrong_days(row, law):
        turned = swapped(row.cells[name].told.day) if row.exact(name) else None  # type: ignore[arg-type]
        if turned in right:
            yield Blame(name, row.text(name), str(turned))
    opening = law.opening(row.treaty) if row.treaty else None
    for name, day in row.days("signed", "deposited"):
        turned = swapped(day)
        if opening and turned and day.latest < opening <= turned:
            yield Blame(name, row.text(name), f"{turned}: the treaty was opened on {opening}")


@PARTICIPANTS.rule(
    "predecessor-day", "A new state is bound by its own consent; the days of the state before it are not its own."
)
def predecessor_day(row: Row, law: Law) -> Iterator[Blame]:
    """A day of a successor that is its predecessor's."""
    for name, day, right in wrong_days(row, law, "signed", "deposited", "in_force"):
        for before in law.befores.get(row.actor or "", ()):
            theirs = law.places(row.treaty, before.id)
            days = {*_registered(theirs, name), *(_registered(theirs, "deposited") if name == "in_force" else ())}
            ruled = law.bound_days(row.treaty or "", before.id, theirs[0].deposited if theirs else None, None)
            if day in days or (name == "in_force" and day in ruled and _is_before(row, law, day)):
                yield Blame(name, row.text(name), f"{_either(right)}; {day} is the day of {before.name}")
                break
        else:
            if _is_before(row, law, day):
                yield Blame(name, row.text(name), f"{_either(right)}; on {day} there was no such state")


def _is_before(row: Row, law: Law, day: date) -> bool:
    """Whether the state began after the day."""
    began = law.began(row.actor)
    return began is not None and day < began


@PARTICIPANTS.rule("year-slip", "Day and month are right, and the year is not.")
def year_slip(row: Row, law: Law) -> Iterator[Blame]:
    """A day of which only the year is wrong."""
    for name, day, right in wrong_days(row, law):
        same = [one for one in right if (one.month, one.day) == (day.month, day.day)]
        if row.exact(name) and same and day.day + day.month > 2:
            yield Blame(name, row.text(name), _either(frozenset(same)))


@PARTICIPANTS.rule("ratified-not-deposited", "A ratification at home binds nobody; the deposit does (VCLT 16).")
def ratified_not_deposited(row: Row, law: Law) -> Iterator[Blame]:
    """The day of ratification at home in the column of deposits."""
    register = law.register(row.treaty, row.actor)
    for name, day, right in wrong_days(row, law, "deposited"):
        if register and register.ratified and register.ratified.earliest == day:
            yield Blame(name, row.text(name), f"{_either(right)}, the day of deposit; it ratified at home on {day}")


@PARTICIPANTS.rule("later-deposit", "Where there are several depositaries the first deposit counts.", "warning")
def later_deposit(row: Row, law: Law) -> Iterator[Blame]:
    """The day of a later deposit, in another capital."""
    register = law.register(row.treaty, row.actor)
    later = register.later_deposits.items if register and register.later_deposits else ()
    for name, day, right in wrong_days(row, law, "deposited", "in_force"):
        by = next((one.by for one in later if one.day.earliest == day), None)
        if by and register and register.deposited:
            yield Blame(
                name, row.text(name), f"{_either(right)}: first deposited on {register.deposited}; {by} came later"
            )


@PARTICIPANTS.rule(
    "filled-down",
    "A signatory with the days of the row above was filled in, not ratified: the register shows no deposit of it.",
)
def filled_down(row: Row, law: Law) -> Iterator[Blame]:
    """A state without a deposit that carries the deposit of the row above or below it."""
    above = row.before
    if above is None or above.treaty != row.treaty or not _is_unbound(row, law):
        return
    for name in ("deposited", "in_force"):
        day = row.day(name)
        if day is not None and above.day(name) == day:
            yield Blame(
                name,
                row.text(name),
                f"nothing: the register shows no deposit; {day} is that of the row above",
                (),
                _FOLLOW,
            )
            return


def _is_unbound(row: Row, law: Law) -> bool:
    """Whether the register has the state, or must have it, and shows no consent of it."""
    found = law.treaty(row.treaty) if row.treaty else None
    if found is None or row.actor is None or not found.participants:
        return False
    register = law.register(row.treaty, row.actor)
    if register is None:
        return False
    return register.kind is None and register.deposited is None and register.in_force is None


@PARTICIPANTS.rule("signatory-as-bound", "A signature does not bind; the register shows no deposit.")
def signatory_as_bound(row: Row, law: Law) -> Iterator[Blame]:
    """A signatory with a deposit, with a day of entry into force, or called a party."""
    if not _is_unbound(row, law):
        return
    name = next((name for name, _ in row.days("deposited", "in_force")), None)
    if name is None and row.status is Says.BOUND:
        name = "status"
    if name:
        yield Blame(name, repr(row.text(name)), "nothing: a signatory, no deposit in the register", (), _FOLLOW)


@PARTICIPANTS.rule(
    "erased-consent",
    "A consent that was taken back stood until then; a register that erases it is no history.",
    "warning",
)
def erased_consent(row: Row, law: Law) -> Iterator[Blame]:
    """No deposit, of a state that deposited and later revoked it."""
    register = law.register(row.treaty, row.actor)
    found = law.treaty(row.treaty) if row.treaty else None
    if found is None or "deposited" in row.cells or "deposited" not in row.columns:
        return
    acts = [act for act in found.acts if row.actor in act.actors]
    revoked = next((act for act in acts if act.kind is EventKind.REVOKE_RATIFICATION), None)
    before = register.deposited if register else None
    if revoked and before:
        yield Blame("deposited", "nothing", f"{before}, and that it was revoked on {revoked.own_day}")


@PARTICIPANTS.rule("in-force-nowhere", "Nobody is bound by a treaty that has not entered into force.")
def in_force_nowhere(row: Row, law: Law) -> Iterator[Blame]:
    """A day of entry into force for a state, of a treaty that has none."""
    day, found = row.day("in_force"), law.treaty(row.treaty) if row.treaty else None
    if day is None or found is None or found.structure == "bilateral":
        return
    if not law.entries(found.id, law.on) and not right_days(row, law, "in_force") and _is_unknown(row, law):
        yield Blame("in_force", str(day), "nothing: the treaty has not entered into force", ("deposited",))


def _is_unknown(row: Row, law: Law) -> bool:
    state = law.state(row.treaty or "", law.on)
    return state is not None and state.phase.value in ("negotiating", "signed")


@PARTICIPANTS.rule("deposit-day-in-force", "The treaty's rule lets time pass between the deposit and entry into force.")
def deposit_day_in_force(row: Row, law: Law) -> Iterator[Blame]:
    """The day of deposit in the column of entry into force."""
    deposited = row.exact("deposited")
    for name, day, right in wrong_days(row, law, "in_force"):
        if deposited == day and row.kind not in HEIRS:
            yield Blame(name, row.text(name), f"{_either(right)}: {day} is the day of deposit", ("deposited",))


@PARTICIPANTS.rule("notice-not-run", "An exit takes effect when the period of notice has run out, and not before.")
def notice_not_run(row: Row, law: Law) -> Iterator[Blame]:
    """An exit before the treaty's period of notice has run out."""
    notice, left = row.day("notice"), row.day("exit")
    if notice is None or left is None or row.treaty is None:
        return
    days = law.exit_days(row.treaty, row.actor, notice)
    if days and left.latest < days[0]:
        yield Blame("exit", row.text("exit"), f"{days[0]}, when the notice of {notice} has run out", ("notice",))


@PARTICIPANTS.rule("before-the-opening", "Nobody signs or deposits before the text is open for it.")
def before_the_opening(row: Row, law: Law) -> Iterator[Blame]:
    """A signature or deposit before the treaty was adopted and opened."""
    opening = law.opening(row.treaty) if row.treaty else None
    for name, day in row.days("signed", "deposited"):
        if opening and day.latest < opening:
            yield Blame(name, row.text(name), f"no day before {opening}, when the treaty was adopted or opened")


@PARTICIPANTS.rule(
    "day-not-of-the-rule", "The treaty's rule, and every register known, gives another day for this deposit or notice."
)
def day_not_of_the_rule(row: Row, law: Law) -> Iterator[Blame]:
    """A day of entry into force, or of exit, that no rule and no register gives."""
    for name, _, right in wrong_days(row, law, "in_force", "exit"):
        start = "deposited" if name == "in_force" else "notice"
        if row.kind is Consent.SUCCESSION and not law.register(row.treaty, row.actor):
            continue
        if start in row.cells or name == "exit" or _is_settled(row, law):
            yield Blame(name, row.text(name), _either(right), (start,))


def _is_settled(row: Row, law: Law) -> bool:
    register = law.register(row.treaty, row.actor)
    return register is not None and register.deposited is not None


@PARTICIPANTS.rule(
    "register-differs",
    "The treaty's register has another day; one of the two is wrong, or speaks of another act.",
    "warning",
)
def register_differs(row: Row, law: Law) -> Iterator[Blame]:
    """A signature, deposit or notice that the register tells otherwise."""
    register = law.register(row.treaty, row.actor)
    for name, _, right in wrong_days(row, law, "signed", "deposited", "notice"):
        note = f" ({register.note})" if register and register.note else ""
        yield Blame(name, row.text(name), f"{_either(right)}{note}")


@PARTICIPANTS.rule("standing-differs", "The acts on the shelf give the state another standing on that day.")
def standing_differs(row: Row, law: Law) -> Iterator[Blame]:
    """Called a party when it had left, or said to have left while it is bound."""
    on = row.as_of(law.on)
    state = law.state(row.treaty, on) if row.treaty else None
    standing = state.participant(row.actor) if state and row.actor else None
    if standing is None or standing.disputed_by or row.day("exit") is not None:
        return
    gone = standing.standing is StandingKind.FORMER
    if (row.status is Says.BOUND and gone) or (row.status is Says.LEFT and standing.standing is StandingKind.PARTY):
        since = f" since {standing.since}" if standing.since else ""
        yield Blame("status", repr(row.text("status")), f"{standing.standing.value}{since} on {on}")


def _either(days: frozenset[date]) -> str:
    return " or ".join(sorted(one.isoformat() for one in days))

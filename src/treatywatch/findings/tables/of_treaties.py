"""Rules of a row that tells a treaty: its days beside each other, beside its status, and beside what the shelf knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from treatywatch.findings.tables.law import Law
from treatywatch.findings.tables.rows import Row, Says
from treatywatch.findings.tables.rules import TREATIES, Blame
from treatywatch.findings.tables.told import swapped
from treatywatch.model.vocabulary import Phase

_FIRST = ("adopted", "signed")


@TREATIES.rule("never-beside-a-day", "A treaty that never entered into force has no day on which it did.")
def never_beside_a_day(row: Row, _law: Law) -> Iterator[Blame]:
    """Said never to have entered into force, beside the day on which it did."""
    day = row.day("in_force")
    if row.status is Says.NEVER and day is not None:
        name = "never" if "never" in row.cells and not row.text("status") else "status"
        yield Blame(name, repr(row.text(name)), f"another status, or no day of entry into force ({day})")


def _known(row: Row, law: Law, name: str) -> frozenset[date]:
    """What the shelf knows for a field of a treaty: entry into force, or the day on which it was over."""
    if row.treaty is None:
        return frozenset()
    if name == "in_force":
        return law.entries(row.treaty, law.on)
    over = law.over(row.treaty, law.on)
    return frozenset({over, over - timedelta(days=1)}) if over else frozenset()  # the term's last full day is told too


@TREATIES.rule("day-month-swapped", "With day and month exchanged the day is the one that acts and rules give.")
def swapped_day(row: Row, law: Law) -> Iterator[Blame]:
    """A day of a treaty that is right with day and month exchanged."""
    for name in ("in_force", "ended"):
        day = row.day(name)
        known = _known(row, law, name)
        if day is not None and day.exact and day.earliest not in known and swapped(day) in known:
            yield Blame(name, str(day), str(swapped(day)))


@TREATIES.rule("year-slip", "Day and month are right, and the year is not.")
def year_slip(row: Row, law: Law) -> Iterator[Blame]:
    """A day of a treaty of which only the year is wrong."""
    for name in ("in_force", "ended"):
        day, known = row.exact(name), _known(row, law, name)
        same = [one for one in known if day and (one.month, one.day) == (day.month, day.day)]
        if day and same and day not in known:
            yield Blame(name, day.isoformat(), same[0].isoformat())


@TREATIES.rule(
    "in-force-before-adoption", "A treaty enters into force when it is adopted and signed, or later (VCLT 24)."
)
def in_force_before_adoption(row: Row, _law: Law) -> Iterator[Blame]:
    """Entry into force on a day before adoption or signature."""
    force = row.day("in_force")
    for name, day in row.days(*_FIRST):
        if force is not None and force.latest < day.earliest:
            yield Blame("in_force", str(force), f"no day before {day} ({name})", (name,))
            return


@TREATIES.rule("signed-before-adoption", "A text is signed when it stands, or later (VCLT 9–10).", "warning")
def signed_before_adoption(row: Row, _law: Law) -> Iterator[Blame]:
    """Signature on a day before adoption."""
    adopted, signed = row.day("adopted"), row.day("signed")
    if adopted and signed and signed.latest < adopted.earliest:
        yield Blame("signed", str(signed), f"no day before {adopted} (adopted)", ("adopted",))


@TREATIES.rule("ended-before-in-force", "What has ended was in force before.")
def ended_before_in_force(row: Row, _law: Law) -> Iterator[Blame]:
    """An end on a day before entry into force."""
    force, ended = row.day("in_force"), row.day("ended")
    if force and ended and ended.latest < force.earliest:
        yield Blame("ended", str(ended), f"no day before {force} (in_force)", ("in_force",))


@TREATIES.rule("in-force-after-its-end", "A treaty that has lapsed, or was terminated, is in force no more.")
def in_force_after_its_end(row: Row, law: Law) -> Iterator[Blame]:
    """Said to be in force on a day on which it had ended, by the row itself or by what the shelf knows."""
    if row.status is not Says.IN_FORCE:
        return
    on, own = row.as_of(law.on), row.day("ended")
    over = law.over(row.treaty, on) if row.treaty else None
    if own and own.latest < on:
        yield Blame("status", repr(row.text("status")), f"ended: the row's own end is {own}", ("ended",))
    elif over:
        phase = max(law.phases(row.treaty or "", on))
        yield Blame("status", repr(row.text("status")), f"{phase.value} on {on}: over since {over}")


@TREATIES.rule("never-entered-into-force", "By its own clause the treaty has not entered into force.")
def never_entered(row: Row, law: Law) -> Iterator[Blame]:
    """In force, or with a day of entry into force, of a treaty that by its own rule never entered into force."""
    if row.treaty is None or not (phases := law.phases(row.treaty, row.as_of(law.on))):
        return
    if phases & {Phase.IN_FORCE, *_OVER} or law.entries(row.treaty, law.on):
        return
    name = "in_force" if row.day("in_force") else "status" if row.status is Says.IN_FORCE else None
    if name:
        yield Blame(name, repr(row.text(name)), f"nothing: the treaty is not in force on {row.as_of(law.on)}")


_OVER = (Phase.EXPIRED, Phase.TERMINATED, Phase.SUPERSEDED)


@TREATIES.rule("not-yet-over", "Every reading has the treaty in force.")
def not_yet_over(row: Row, law: Law) -> Iterator[Blame]:
    """Said to have ended, or never to have entered into force, while it is in force."""
    if row.treaty is None or row.status not in (Says.ENDED, Says.NEVER):
        return
    on = row.as_of(law.on)
    if law.phases(row.treaty, on) == {Phase.IN_FORCE}:
        yield Blame("status", repr(row.text("status") or row.text("never")), f"in force on {on}", ("in_force",))


@TREATIES.rule("day-not-of-the-rule", "The treaty's own clause and the acts that are known give another day.")
def day_not_of_the_rule(row: Row, law: Law) -> Iterator[Blame]:
    """A day of entry into force that is not the treaty's."""
    day = row.day("in_force")
    known = _known(row, law, "in_force")
    if day and known and not any(day.earliest <= one <= day.latest for one in known):
        yield Blame("in_force", str(day), " or ".join(sorted(one.isoformat() for one in known)))

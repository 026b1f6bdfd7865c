"""How often each deadline was changed by what became public: the number that calendar programs go by (RFC 5545, SEQUENCE).

Nothing is stored. The history of a deadline is that of the acts: for each day on which something about the treaty became public,
the deadline as it was known the day before is compared with the deadline as it was known then, both asked on that very day, so
that the mere passing of time is left out. The same question gives the same number at any time and on any machine, and the number
never falls as more becomes known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.model.law import Act, Treaty
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime.days import public_days
from treatywatch.regime.deadlines import calendar

_JOINING = (EventKind.SIGN, EventKind.RATIFY, EventKind.ACCEDE, EventKind.SUCCEED)


def revisions(treaty: Treaty, known: date | None) -> Mapping[str, int]:
    """By the deadline's id, how many times what became public up to `known` (None: ever) changed a deadline that stood before.

    A deadline that comes or goes is no change. Consents of the table of participants are not looked at: they bring deadlines of
    their own, and change none that stands.
    """
    found: Counter[str] = Counter()
    for day in _turns(treaty):
        if known is not None and day > known:
            break
        before = {row.id: row for row in calendar(treaty, treaty.acts, day, day - timedelta(days=1))}
        after = calendar(treaty, treaty.acts, day, day)
        found.update(row.id for row in after if row.id in before and row != before[row.id])
    return found


def _turns(treaty: Treaty) -> list[date]:
    """The days on which something became public that can change a deadline, in order."""
    lasting = tuple(act for act in treaty.acts if not _joins(act))
    return sorted(set(public_days(replace(treaty, acts=lasting))))


def _joins(act: Act) -> bool:
    return act.row is not None and act.kind in _JOINING

"""A claim about an act as it is told, and whether the day that it tells can be a given one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from treatywatch.dates import PlainDay
from treatywatch.findings.claims.page import ToldDay
from treatywatch.model.vocabulary import EventKind, Modality

K = EventKind

AT_HOME = (K.APPROVE, K.VOTE, K.SIGN_LAW)
"""What is done at home towards a ratification."""

ASSERTED = (Modality.HAPPENED, Modality.ONGOING, Modality.PLANNED)


@dataclass(frozen=True, slots=True)
class Act:
    """A claim about an act, with the day that it tells."""

    kind: EventKind
    actors: tuple[str, ...]
    modality: Modality
    day: ToldDay | None
    span: tuple[int, int]

    @property
    def asserted(self) -> bool:
        """Whether it is told as done, going on or to come, not as threatened, conditional or imagined."""
        return self.modality in ASSERTED


def same_year(day: ToldDay, other: PlainDay) -> bool:
    """Whether the told day can lie in the year of the other."""
    return (
        day.earliest is not None
        and day.latest is not None
        and day.earliest.year <= other.latest.year
        and other.earliest.year <= day.latest.year
    )


def fits(day: ToldDay, other: PlainDay, slack: bool = False) -> bool:
    """Whether a told day can be the other: they share a day, or agree in month and day where the year is open."""
    if day.earliest is not None and day.latest is not None:
        more = timedelta(days=1 if slack and day.earliest == day.latest else 0)
        return day.earliest - more <= other.latest and other.earliest <= day.latest + more
    return _fits_open(day.value, str(other))


def _fits_open(value: str, other: str) -> bool:
    """`XXXX-08-02` and 2019-08-02; `XXXX-03` and 2019-03-04."""
    return (
        value.startswith("XXXX-")
        and "W" not in value
        and "XX" not in value[5:]
        and other[5:].startswith(value[5:7])
        and (len(value) < 10 or other[5:] == value[5:10])
    )

"""The page's limits and numbers: where a system falls under each figure, declared numbers by day, and what was destroyed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from treatywatch.dates import PlainDay
from treatywatch.model.holdings import Holding, OtherCount
from treatywatch.model.passage import Ground
from treatywatch.model.regime import ClassAnswer, Fit


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a system falls if a claim holds: the verdict in a word, and what only this figure depends on."""

    verdict: str
    answer: ClassAnswer
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All answers on one system; `shared` is what every one of them depends on."""

    answers: tuple[Answer, ...]
    shared: tuple[str, ...]


def verdicts(answers: Iterable[ClassAnswer]) -> Verdicts:
    """The answers on one system. What they all depend on is told once; a clause that lists the system depends on nothing."""
    rows = tuple(answers)
    claimed = [row for row in rows if row.because != "listed"]
    shared = tuple(
        one
        for one in dict.fromkeys(one for row in claimed for one in row.conditions)
        if len(claimed) > 1 and _all(claimed, one)
    )
    return Verdicts(
        tuple(Answer(_verdict(row), row, tuple(one for one in row.conditions if one not in shared)) for row in rows),
        shared,
    )


def _all(rows: list[ClassAnswer], condition: str) -> bool:
    return all(condition in row.conditions for row in rows)


def _verdict(answer: ClassAnswer) -> str:
    if answer.fit in (Fit.INSIDE, Fit.IN_PART):
        return ", ".join(answer.classes) + (" in part" if answer.fit is Fit.IN_PART else "")
    return "Outside" if answer.fit is Fit.OUTSIDE else "Open"


@dataclass(frozen=True, slots=True)
class Column:
    """A limit of the treaty as a column of the table of holdings."""

    article: str
    at_most: int
    unit: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Row:
    """What one state declared as of one day, by article."""

    day: PlainDay
    actor: str
    cells: Mapping[str, Holding]
    others: tuple[OtherCount, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Declared numbers as a table: a row for each day and state, a column for each limit."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def disputed(self) -> tuple[tuple[Row, OtherCount], ...]:
        """Who counts otherwise, with the row of which it is said."""
        return tuple((row, other) for row in self.rows for other in row.others)

    @property
    def dues(self) -> tuple[date, ...]:
        """The days from which limits held, where numbers of earlier days stand in the table."""
        early = {one.due for row in self.rows for one in row.cells.values() if one.due and not one.applies}
        return tuple(sorted(early))


def holdings(told: Iterable[Holding]) -> Holdings:
    """Declared numbers as a table."""
    columns: dict[str, Column] = {}
    rows: dict[tuple[PlainDay, str], dict[str, Holding]] = {}
    for one in sorted(told, key=lambda one: (one.day.earliest, one.actor, one.article)):
        columns.setdefault(one.article, Column(one.article, one.at_most, one.unit, one.due))
        rows.setdefault((one.day, one.actor), {})[one.article] = one
    return Holdings(
        tuple(columns[each] for each in sorted(columns)),
        tuple(
            Row(
                day,
                actor,
                cells,
                tuple(other for one in cells.values() for other in one.others),
                tuple(dict.fromkeys(ground for one in cells.values() for ground in one.grounds if not ground.article)),
            )
            for (day, actor), cells in rows.items()
        ),
    )

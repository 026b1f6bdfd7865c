"""The course of a treaty over time: every effect folded once, with what it left after each day, so that a day is looked up by bisection.

Pure, and nothing but a quicker way to the same answer: a property test compares it with folding afresh. What differs between two days
on which nothing happened is told anew each time (ids, clocks, readings); a row is kept whole only where nothing in it depends on the
day asked about (no notice of its own, no term, no dispute, no suspension).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from treatywatch.model.law import Act, Treaty
from treatywatch.model.noun import copied, noun
from treatywatch.model.regime import Standing, Step
from treatywatch.model.vocabulary import Phase, StandingKind
from treatywatch.regime.days import remembered
from treatywatch.regime.effects import effects
from treatywatch.regime.folding import Fold, Kept, Row, apply
from treatywatch.regime.notices import Notice, notices
from treatywatch.regime.rows import Asked, standing
from treatywatch.regime.terms import term


@noun(frozen=True, slots=True)
class Course:
    """The treaty itself on a day: its phase, since when, whether that is projected, whether it never can be in force, and the steps."""

    phase: Phase
    since: date | None
    projected: bool
    never: bool
    steps: tuple[Step, ...]


@dataclass(slots=True)
class _Past:
    """What each day of change left of one thing; `days` and `left` go together."""

    days: list[date] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)
    whole: dict[int, Standing] = field(default_factory=dict)


class Timeline:
    """A treaty's course from its acts, both as they were known at one time."""

    def __init__(self, treaty: Treaty, acts: tuple[Act, ...]) -> None:
        self.treaty, self.acts = treaty, acts
        self.notices: tuple[Notice, ...] = notices(treaty, acts)
        self.viewed = tuple(act for act in acts if act.views)
        self._leavers = {actor for notice in self.notices for actor in notice.actors}
        self._timed = term(treaty, acts) is not None or any(notice.ends_all for notice in self.notices)
        self._days: list[date] = []
        self._courses: list[tuple[Phase, date | None, bool, int]] = []
        self._rows: dict[str, _Past] = {}
        self._steps = self._folded()
        self._actors = in_order(treaty, self._rows)

    def _folded(self) -> tuple[Step, ...]:
        """Fold every effect, and keep what each day left."""
        fold = Fold(self.treaty, kept=kept_of(self.treaty, ()))
        last: date | None = None
        for effect in effects(self.treaty, self.acts, None):
            if last is not None and effect.day != last:
                self._keep(fold, last)
            apply(fold, effect)
            last = effect.day
        if last is not None:
            self._keep(fold, last)
        return tuple(fold.steps)

    def _keep(self, fold: Fold, day: date) -> None:
        self._days.append(day)
        self._courses.append((Phase(fold.phase), fold.phase_since, fold.never, len(fold.steps)))
        for row in fold.touched.values():
            past = self._rows.setdefault(row.actor, _Past())
            past.days.append(day)
            past.left.append(row.kept())
        fold.touched.clear()

    def course(self, on: date, horizon: date | None) -> Course:
        """The treaty itself on a day; what came after the last day of knowledge is projected."""
        place = bisect_right(self._days, on)
        if not place:
            return Course(Phase.NEGOTIATING, None, False, False, ())
        phase, since, never, count = self._courses[place - 1]
        projected = horizon is not None and since is not None and since > horizon
        return Course(phase, since, projected, never, _marked(self._steps[:count], horizon))

    def rows(self, asked: Asked) -> tuple[Standing, ...]:
        """The rows of all participants on the day asked about."""
        on, horizon = asked.on, asked.horizon
        tail = "".join(f":{day.isoformat()}" for day in (on, asked.known) if day is not None)
        told = []
        for actor in self._actors:
            past = self._rows[actor]
            place = bisect_right(past.days, on) - 1
            if place < 0 or past.left[place].standing == StandingKind.NONE:
                continue
            if horizon is not None and past.days[place] > horizon:
                told.append(standing(_projected(past.left[place], horizon), asked))
                continue
            whole = past.whole.get(place) or self._whole(past, place, asked)
            told.append(
                copied(whole, id=f"standing:{self.treaty.id}:{actor}{tail}")
                if whole is not None
                else standing(past.left[place], asked)
            )
        return tuple(told)

    def _whole(self, past: _Past, place: int, asked: Asked) -> Standing | None:
        """The row but for its id, where it is the same on every day until the next effect."""
        row = past.left[place]
        disputed = row.suspensions or row.disputed or row.standing == StandingKind.CONTESTED
        if self._timed or disputed or row.actor in self._leavers:
            return None
        past.whole[place] = standing(row, asked)
        return past.whole[place]


@remembered
def kept_of(treaty: Treaty, _: tuple[Act, ...]) -> Kept:
    """What the folds of a treaty share, whatever is known."""
    return Kept()


timeline_of = remembered(Timeline)
"""The timeline of a treaty from its acts; the last ones are kept."""


def in_order(treaty: Treaty, actors: Iterable[str]) -> list[str]:
    """Actors in the order of the sides, then by id."""
    order = [member.actor for side in treaty.sides for member in side.members]
    place = {actor: index for index, actor in enumerate(order)}
    return sorted(actors, key=lambda actor: (place.get(actor, len(place)), actor))


def _projected(row: Row, horizon: date) -> Row:
    """The row with what came after the last day of knowledge marked as projected."""
    return replace(
        row,
        projected=row.changed is not None and row.changed > horizon,
        operation_projected=row.operation_since is not None and row.operation_since > horizon,
        steps=list(_marked(tuple(row.steps), horizon)),
    )


def _marked(steps: tuple[Step, ...], horizon: date | None) -> tuple[Step, ...]:
    if horizon is None or not steps or steps[-1].day <= horizon:  # steps stand in the order of their days
        return steps
    return tuple(copied(step, projected=True) if step.day > horizon else step for step in steps)

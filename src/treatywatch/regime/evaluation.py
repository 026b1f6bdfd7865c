"""Where a treaty stands on a day: the effects up to that day, folded through the transition table. Pure; explains itself."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date

from treatywatch.model.law import Act, Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import RegimeState, RelatedTreaty, Standing
from treatywatch.model.vocabulary import Operation, Phase, StandingKind
from treatywatch.regime import grounds
from treatywatch.regime.clocks import clocks_on
from treatywatch.regime.days import as_known, knowledge, public_acts
from treatywatch.regime.effects import effects
from treatywatch.regime.entering import row_of_actor
from treatywatch.regime.folding import Fold, Row, apply
from treatywatch.regime.notices import Notice, notices
from treatywatch.regime.readings import observed_on, readings_on
from treatywatch.regime.rows import Asked, standing
from treatywatch.regime.terms import outlived
from treatywatch.regime.timeline import Course, in_order, timeline_of


def evaluate(
    treaty: Treaty, acts: Iterable[Act], on: date, known: date | None = None, today: date | None = None
) -> RegimeState:
    """Where `treaty` stands on the day `on`, from acts public on or before `known`.

    `acts`: accepted acts beside the treaty's own (each id counts once). Effects begin at 00:00 of their day. Clocks still running
    are carried forward, and what rests on them is marked projected; without `known`, knowledge ends on `today`, if given.
    The last answers from a treaty's own acts are kept, and their course for other days: they rest on nothing else.
    """
    added = () if acts is treaty.acts else tuple(acts)
    if added:
        return evaluate_afresh(treaty, added, on, known, today)
    key = (id(treaty), on, known, today)
    found = _ANSWERS.get(key)
    if found is None:
        found = _ANSWERS[key] = (treaty, _looked_up(treaty, on, known, today))
        if len(_ANSWERS) > _KEPT:
            _ANSWERS.popitem(last=False)
    return found[1]


_KEPT = 128
"""How many answers are kept: a few days of every treaty on the shelf."""

_ANSWERS: OrderedDict[tuple[int, date, date | None, date | None], tuple[Treaty, RegimeState]] = OrderedDict()
"""By the treaty's identity, which is kept alive beside its answer: to hash a treaty costs more than to answer."""


def evaluate_afresh(
    treaty: Treaty, acts: tuple[Act, ...], on: date, known: date | None, today: date | None
) -> RegimeState:
    """The same answer by folding every effect up to the day, with nothing kept."""
    treaty = as_known(treaty, known)
    counted = public_acts(treaty, acts, known)
    horizon = known if known is not None else today
    fold = Fold(treaty)
    for effect in effects(treaty, counted, horizon):
        if effect.day <= on:
            apply(fold, effect)
    running = tuple(notice for notice in notices(treaty, counted) if _runs(notice, on))
    asked = Asked(treaty, counted, running, on, known, horizon)
    rows = tuple(standing(row, asked) for row in _listed(fold))
    course = Course(Phase(fold.phase), fold.phase_since, fold.projected, fold.never, tuple(fold.steps))
    return _state(asked, course, rows, tuple(act for act in counted if act.views))


def _looked_up(treaty: Treaty, on: date, known: date | None, today: date | None) -> RegimeState:
    """The answer from the treaty's timeline, which is made once for all days between which nothing became public."""
    timeline = timeline_of(*knowledge(treaty, known))
    horizon = known if known is not None else today
    running = tuple(notice for notice in timeline.notices if _runs(notice, on))
    asked = Asked(timeline.treaty, timeline.acts, running, on, known, horizon)
    return _state(asked, timeline.course(on, horizon), timeline.rows(asked), timeline.viewed)


def _state(asked: Asked, course: Course, rows: tuple[Standing, ...], viewed: tuple[Act, ...]) -> RegimeState:
    """The whole answer. `viewed`: the acts of which somebody holds a view."""
    treaty, on, known, phase = asked.treaty, asked.on, asked.known, course.phase
    return RegimeState(
        id=grounds.answer_id("status", treaty.id, on=on, known=known),
        treaty=treaty.id,
        on=on,
        known=known,
        phase=phase,
        phase_since=course.since,
        binding=treaty.binding,
        never_in_force=phase is Phase.SIGNED and (course.never or outlived(treaty, on)),
        projected=course.projected or any(row.projected for row in rows),
        readings=readings_on(treaty, viewed, on, known, phase),
        participants=rows,
        clocks=clocks_on(treaty, asked.acts, asked.running, phase, on, known),
        related=_related(treaty, min(on, known or on)),
        grounds=_phase_grounds(course),
        steps=course.steps,
        coverage=treaty.coverage,
        observed=observed_on(treaty, on, known),
    )


def row_of(state: RegimeState, treaty: Treaty, actor: str) -> Standing:
    """The row of `actor`; of one that is no participant a row `none`, with the reason where the shelf tells one."""
    found = state.participant(actor)
    if found is not None:
        return found
    outside = next((one for one in treaty.outsiders if one.actor == actor), None)
    why = _absence(treaty, actor)
    if outside is not None:
        source = grounds.cited(treaty, outside.source)
        kind = grounds.kind_of(treaty, outside.source)
        why = Ground(source=source, source_kind=kind, verified=outside.verified, note=outside.says)
    return Standing(
        id=grounds.answer_id("standing", treaty.id, actor, on=state.on, known=state.known),
        actor=actor,
        side=None,
        standing=StandingKind.NONE,
        operation=Operation.NONE,
        toward=(),
        since=None,
        until=None,
        disputed_by=(),
        projected=False,
        grounds=(why,),
    )


def _absence(treaty: Treaty, actor: str) -> Ground:
    """Why a state has no row: it is on no side, its predecessor or its continuation holds the place, or the table does not name it."""
    if treaty.sides:
        return Ground(note=f"not a participant: the treaty is between {_sides(treaty)}")
    row = row_of_actor(treaty, actor)
    if row is not None and row.of is not None:
        return Ground(note=f"not a participant on that day; see {row.of}, whose place it takes")
    if row is not None:
        return Ground(note="not a participant on that day")
    told = treaty.coverage
    if told is None:
        return Ground(note="not a participant")
    source, kind = grounds.cited(treaty, told.source), grounds.kind_of(treaty, told.source)
    if told.complete:
        return Ground(source=source, source_kind=kind, verified=True, note=f"no participant as of {told.as_of}")
    says = (
        f"not in the table of participants as of {told.as_of}, which is incomplete: that proves nothing ({told.says})"
    )
    return Ground(source=source, source_kind=kind, verified=False, note=says)


def _sides(treaty: Treaty) -> str:
    return " and ".join(side.name for side in treaty.sides)


# --- The answer ------------------------------------------------------------------------------------------------------


def _runs(notice: Notice, on: date) -> bool:
    """Whether a notice's clock runs on the day: given, not yet out, and not stopped by then."""
    stopped = notice.stopped_by is not None and _on_or_before(notice.stopped_by, on)
    return notice.starts <= on and not stopped and (notice.due is None or on < notice.due)


def _on_or_before(act: Act, on: date) -> bool:
    day = act.effective or act.notified or act.received or act.announced
    return day is not None and day.latest <= on


def _listed(fold: Fold) -> list[Row]:
    """Rows in the order of the sides, then by actor; those that nothing ever changed are left out."""
    rows = {row.actor: row for row in fold.rows.values() if row.standing != StandingKind.NONE}
    return [rows[actor] for actor in in_order(fold.treaty, rows)]


def _phase_grounds(course: Course) -> tuple[Ground, ...]:
    """The grounds of the present phase: every step of the day on which it began."""
    return grounds.distinct(ground for step in course.steps if step.day == course.since for ground in step.grounds)


def _related(treaty: Treaty, by: date) -> tuple[RelatedTreaty, ...]:
    """The treaties that this one touches, as far as that could be said by the day."""
    return tuple(
        RelatedTreaty(one.treaty, one.kind, one.says, (grounds.of_sources(treaty, one),))
        for one in treaty.related
        if one.since.latest <= by
    )

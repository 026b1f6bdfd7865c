"""Where a treaty stands on a day: the effects up to that day, folded through the transition table. Pure; explains itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from treatywatch.model.law import Act, Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import RegimeState, RelatedTreaty, Standing, Step
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind
from treatywatch.regime import grounds
from treatywatch.regime.clocks import clocks_on
from treatywatch.regime.effects import Effect, Notice, effects, notices, public_acts, term
from treatywatch.regime.readings import contested_by, disputants, readings_on
from treatywatch.regime.transitions import INHERITED, SAME, Aspect, transition

_LIVE = (StandingKind.PARTY, StandingKind.WITHDRAWING, StandingKind.CONTESTED, StandingKind.PARTICIPANT)
_NEVER = (EventKind.UNSIGN, EventKind.TERMINATE, EventKind.SUPERSEDE)


@dataclass(slots=True)
class _Row:
    """What is known of one participant while effects are folded."""

    actor: str
    standing: str = StandingKind.NONE
    operation: str = Operation.NONE
    since: date | None = None
    operation_since: date | None = None
    came_from: str = StandingKind.NONE
    toward: tuple[str, ...] = ()
    disavowed: bool = False
    projected: bool = False
    operation_projected: bool = False
    suspensions: list[Act] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class _Fold:
    """The state of the whole treaty while effects are folded."""

    treaty: Treaty
    phase: str = Phase.NEGOTIATING
    phase_since: date | None = None
    came_from: str = Phase.NEGOTIATING
    projected: bool = False
    never: bool = False
    rows: dict[str, _Row] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    def row(self, actor: str) -> _Row:
        """The row of an actor, made at its first effect."""
        return self.rows.setdefault(actor, _Row(actor))


def evaluate(
    treaty: Treaty, acts: Iterable[Act], on: date, known: date | None = None, today: date | None = None
) -> RegimeState:
    """Where `treaty` stands on the day `on`, from acts public on or before `known`.

    `acts`: accepted acts beside the treaty's own (each id counts once). Effects begin at 00:00 of their day. Clocks still running
    are carried forward, and what rests on them is marked projected; without `known`, knowledge ends on `today`, if given.
    """
    counted = public_acts(treaty, acts, known)
    horizon = known if known is not None else today
    fold = _Fold(treaty)
    for effect in effects(treaty, counted, horizon):
        if effect.day <= on:
            _apply(fold, effect)
    running = tuple(notice for notice in notices(treaty, counted) if _runs(notice, on))
    rows = tuple(_standing(fold, row, running, counted, on, known, horizon) for row in _listed(fold))
    phase = Phase(fold.phase)
    return RegimeState(
        id=grounds.answer_id("status", treaty.id, on=on, known=known),
        treaty=treaty.id,
        on=on,
        known=known,
        phase=phase,
        phase_since=fold.phase_since,
        binding=treaty.binding,
        never_in_force=fold.never and phase is Phase.SIGNED,
        projected=fold.projected or any(row.projected for row in rows),
        readings=readings_on(treaty, counted, on, known, phase),
        participants=rows,
        clocks=clocks_on(treaty, counted, running, phase, on, known),
        related=_related(treaty, min(on, known or on)),
        grounds=_phase_grounds(fold),
        steps=tuple(fold.steps),
    )


def row_of(state: RegimeState, treaty: Treaty, actor: str) -> Standing:
    """The row of `actor`; of one that is no participant a row `none`, with the reason where the shelf tells one."""
    found = state.participant(actor)
    if found is not None:
        return found
    outside = next((one for one in treaty.outsiders if one.actor == actor), None)
    why = Ground(
        note=f"not a participant: the treaty is between {_sides(treaty)}" if treaty.sides else "not a participant"
    )
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


def _sides(treaty: Treaty) -> str:
    return " and ".join(side.name for side in treaty.sides)


# --- Folding ---------------------------------------------------------------------------------------------------------


def _apply(fold: _Fold, effect: Effect) -> None:
    """Carry one effect through the table: the treaty's phase, then each actor's standing and operation."""
    row = transition(Aspect.PHASE, effect.kind, fold.phase, effect.circumstances)
    if row is not None:
        fold.steps.append(_step(fold, effect, Aspect.PHASE, None, fold.phase, row.after, row.rule))
        if row.after != SAME:
            fold.came_from, fold.phase = fold.phase, row.after
            fold.phase_since, fold.projected = effect.day, effect.projected
    elif effect.day == fold.phase_since:
        row = transition(Aspect.PHASE, effect.kind, fold.came_from, effect.circumstances)
        if row is not None and row.after == fold.phase:
            fold.steps.append(_step(fold, effect, Aspect.PHASE, None, fold.phase, SAME, row.rule))
    fold.never = fold.never or effect.kind in _NEVER
    before = _predecessor(fold, effect)
    for actor in effect.actors:
        _change_standing(fold, effect, fold.row(actor), before)
        _change_operation(fold, effect, fold.row(actor), before)
        _note_suspension(fold.row(actor), effect)


def _predecessor(fold: _Fold, effect: Effect) -> _Row | None:
    """The row whose place a successor takes."""
    if effect.kind is not EventKind.SUCCEED:
        return None
    members = {member.actor: member for side in fold.treaty.sides for member in side.members}
    of = next((members[actor].of for actor in effect.actors if actor in members), None)
    return fold.rows.get(of) if of else None


def _change_standing(fold: _Fold, effect: Effect, row: _Row, before: _Row | None) -> None:
    """Change one actor's standing as the table says; an effect that confirms a change of the same day is kept as its ground."""
    found = transition(Aspect.STANDING, effect.kind, row.standing, effect.circumstances)
    if found is None:
        confirmed = effect.day == row.since and transition(
            Aspect.STANDING, effect.kind, row.came_from, effect.circumstances
        )
        if confirmed and confirmed.after == row.standing:
            row.steps.append(_step(fold, effect, Aspect.STANDING, row.actor, row.standing, SAME, confirmed.rule))
        return
    after = before.standing if found.after == INHERITED and before else found.after
    row.steps.append(_step(fold, effect, Aspect.STANDING, row.actor, row.standing, after, found.rule))
    if after not in (SAME, INHERITED):
        row.came_from, row.standing = row.standing, after
        row.since, row.projected = effect.day, effect.projected
    row.disavowed = row.disavowed or effect.kind is EventKind.UNSIGN


def _change_operation(fold: _Fold, effect: Effect, row: _Row, before: _Row | None) -> None:
    """Change whether one actor's obligations operate, as the table says."""
    found = transition(Aspect.OPERATION, effect.kind, row.operation, effect.circumstances)
    if found is None:
        return
    after = before.operation if found.after == INHERITED and before else found.after
    row.steps.append(_step(fold, effect, Aspect.OPERATION, row.actor, row.operation, after, found.rule))
    if after not in (SAME, INHERITED):
        row.operation, row.operation_since = after, effect.day
        row.operation_projected = effect.projected


def _note_suspension(row: _Row, effect: Effect) -> None:
    """Keep the acts on which a suspension rests, also after the treaty's end; a resumption settles them."""
    if effect.kind is EventKind.RESUME:
        row.suspensions.clear()
        row.toward = ()
    elif effect.kind is EventKind.SUSPEND and effect.act is not None and row.operation != Operation.FULL:
        row.suspensions.append(effect.act)
        row.toward = tuple(dict.fromkeys((*row.toward, *effect.act.toward)))
    elif row.operation == Operation.NONE:
        row.toward = ()


def _step(fold: _Fold, effect: Effect, aspect: Aspect, actor: str | None, before: str, after: str, rule: str) -> Step:
    """One step of the trace, with act and clause as grounds."""
    treaty = fold.treaty
    told = [grounds.of_clause(treaty, effect.clause, effect.act)] if effect.clause else []
    if effect.act is not None:
        told.append(grounds.of_act(treaty, effect.act))
    source = effect.act.id if effect.act else effect.clause.article if effect.clause else ""
    parts = [part for part in (actor, aspect.value, effect.kind.value, source) if part]
    return Step(
        id=grounds.answer_id("step", treaty.id, *parts, on=effect.day),
        day=effect.day,
        kind=effect.kind,
        aspect=aspect.value,
        before=str(before),
        after=str(before if after == SAME else after),
        says=rule,
        grounds=tuple(told),
        act=grounds.act_id(treaty, effect.act) if effect.act else None,
        clause=grounds.clause_id(treaty, effect.clause) if effect.clause else None,
        projected=effect.projected,
    )


# --- The answer ------------------------------------------------------------------------------------------------------


def _runs(notice: Notice, on: date) -> bool:
    """Whether a notice's clock runs on the day: given, not yet out, and not stopped by then."""
    stopped = notice.stopped_by is not None and _on_or_before(notice.stopped_by, on)
    return notice.starts <= on and not stopped and (notice.due is None or on < notice.due)


def _on_or_before(act: Act, on: date) -> bool:
    day = act.effective or act.notified or act.received or act.announced
    return day is not None and day.latest <= on


def _listed(fold: _Fold) -> list[_Row]:
    """Rows in the order of the sides, then by actor; those that nothing ever changed are left out."""
    order = [member.actor for side in fold.treaty.sides for member in side.members]
    place = {actor: index for index, actor in enumerate(order)}
    rows = (row for row in fold.rows.values() if row.standing != StandingKind.NONE)
    return sorted(rows, key=lambda row: (place.get(row.actor, len(place)), row.actor))


def _standing(
    fold: _Fold,
    row: _Row,
    running: tuple[Notice, ...],
    acts: tuple[Act, ...],
    on: date,
    known: date | None,
    horizon: date | None,
) -> Standing:
    """One row of the answer."""
    treaty = fold.treaty
    side = treaty.side_of(row.actor)
    own = [notice for notice in running if row.actor in notice.act.actors]
    disputed = (*disputants(row.suspensions, row.actor, on, known), *contested_by(treaty, row.actor, row.standing))
    return Standing(
        id=grounds.answer_id("standing", treaty.id, row.actor, on=on, known=known),
        actor=row.actor,
        side=side.id if side else None,
        standing=StandingKind(row.standing),
        operation=Operation(row.operation),
        toward=row.toward,
        since=row.since,
        until=_until(treaty, row.actor, running, acts, on) if row.standing in _LIVE else None,
        disputed_by=tuple(dict.fromkeys(disputed)),
        projected=row.projected or row.operation_projected or (bool(own) and horizon is not None and on > horizon),
        grounds=_row_grounds(treaty, row, on, known),
        operation_since=row.operation_since,
        disavowed=row.disavowed,
        steps=tuple(row.steps),
    )


def _until(treaty: Treaty, actor: str, running: tuple[Notice, ...], acts: tuple[Act, ...], on: date) -> date | None:
    """The first day on which a running clock would end the actor's standing: its own notice, one that ends all, or the term."""
    days = [one.due for one in running if one.due is not None and (one.ends_all or actor in one.act.actors)]
    limited = term(treaty, acts, on)
    if limited is not None and limited.due > on:
        days.append(limited.due)
    return min(days, default=None)


def _row_grounds(treaty: Treaty, row: _Row, on: date, known: date | None) -> tuple[Ground, ...]:
    """The grounds of the last change of standing, of the operation, and of the views on a suspension."""
    latest = {step.aspect: step.day for step in row.steps if step.before != step.after}
    told = [
        ground
        for step in row.steps
        if step.day == latest.get(step.aspect) or _bears_on_operation(step)
        for ground in step.grounds
    ]
    views = [
        grounds.of_view(treaty, act, view)
        for act in row.suspensions
        for view in act.views
        if view.since.latest <= min(on, known or on)
    ]
    return grounds.distinct((*told, *views))


def _bears_on_operation(step: Step) -> bool:
    return step.kind in (EventKind.SUSPEND, EventKind.RESUME, EventKind.COUNTER_MEASURE, EventKind.UNSIGN)


def _phase_grounds(fold: _Fold) -> tuple[Ground, ...]:
    """The grounds of the present phase: every step of the day on which it began."""
    return grounds.distinct(ground for step in fold.steps if step.day == fold.phase_since for ground in step.grounds)


def _related(treaty: Treaty, by: date) -> tuple[RelatedTreaty, ...]:
    """The treaties that this one touches, as far as that could be said by the day."""
    return tuple(
        RelatedTreaty(one.treaty, one.kind, one.says, (grounds.of_sources(treaty, one),))
        for one in treaty.related
        if one.since.latest <= by
    )

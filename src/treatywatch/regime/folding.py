"""Folding effects through the transition table: the phase of the treaty, and the standing and operation of each participant."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from treatywatch.model.clause import Clause, ProvisionalApplication
from treatywatch.model.law import Act, Treaty
from treatywatch.model.passage import Ground
from treatywatch.model.regime import Step
from treatywatch.model.vocabulary import EventKind, Operation, Phase, StandingKind
from treatywatch.regime import grounds
from treatywatch.regime.effects import Effect
from treatywatch.regime.transitions import INHERITED, SAME, Aspect, When, transition

_NEVER = (EventKind.TERMINATE, EventKind.SUPERSEDE)
_ENDS = (EventKind.TERMINATE, EventKind.EXPIRE, EventKind.SUPERSEDE)


@dataclass(slots=True)
class Row:
    """What is known of one participant while effects are folded. `changed`: the day of the effect that made its standing what it is."""

    actor: str
    standing: str = StandingKind.NONE
    operation: str = Operation.NONE
    since: date | None = None
    operation_since: date | None = None
    came_from: str = StandingKind.NONE
    toward: tuple[str, ...] = ()
    disavowed: bool = False
    changed: date | None = None
    projected: bool = False
    operation_projected: bool = False
    suspensions: list[Act] = field(default_factory=list)
    disputed: list[Act] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def kept(self) -> Row:
        """The row as it is now, which later effects leave alone."""
        return Row(
            self.actor, self.standing, self.operation, self.since, self.operation_since, self.came_from, self.toward,
            self.disavowed, self.changed, self.projected, self.operation_projected,
            self.suspensions[:], self.disputed[:], self.steps[:],
        )  # fmt: skip


@dataclass(slots=True)
class Kept:
    """What folds of one treaty share: the grounds of effects, ids of clauses, and steps, by the identity of act and clause.

    `held` keeps those alive, so that their identity stays theirs.
    """

    cited: dict[tuple[int, int], tuple[tuple[Ground, ...], str | None]] = field(default_factory=dict)
    clause_ids: dict[int, str] = field(default_factory=dict)
    steps: dict[tuple[object, ...], Step] = field(default_factory=dict)
    held: list[Act | Clause | None] = field(default_factory=list)


@dataclass(slots=True)
class Fold:
    """The state of the whole treaty while effects are folded. `touched`: the rows since somebody last emptied it."""

    treaty: Treaty
    phase: str = Phase.NEGOTIATING
    phase_since: date | None = None
    came_from: str = Phase.NEGOTIATING
    projected: bool = False
    never: bool = False
    rows: dict[str, Row] = field(default_factory=dict)
    touched: dict[str, Row] = field(default_factory=dict)
    kept: Kept = field(default_factory=lambda: Kept())
    steps: list[Step] = field(default_factory=list)

    def row(self, actor: str) -> Row:
        """The row of an actor, made at its first effect."""
        return self.rows.setdefault(actor, Row(actor))


def apply(fold: Fold, effect: Effect) -> None:
    """Carry one effect through the table: the treaty's phase, then each actor's standing and operation."""
    if _touches_phase(fold.treaty, effect):
        _change_phase(fold, effect)
    fold.never = fold.never or _makes_certain(fold, effect)
    before = _predecessor(fold, effect)
    actors = tuple(fold.rows) if effect.kind in _ENDS and not effect.actors else effect.actors
    for actor in actors:
        row = fold.touched[actor] = fold.row(actor)
        _change_standing(fold, effect, row, before)
        _change_operation(fold, effect, row, before)
        _note_dispute(row, effect)
        _note_suspension(row, effect)


def _touches_phase(treaty: Treaty, effect: Effect) -> bool:
    """Whether an effect may change the treaty's own phase: entry into force for one state, or its declaration, does not."""
    if effect.kind is EventKind.ENTER_INTO_FORCE:
        return effect.clause is None or not effect.actors
    if effect.kind is EventKind.APPLY_PROVISIONALLY and effect.act is not None and effect.act.row is not None:
        return any(isinstance(clause, ProvisionalApplication) and clause.whole for clause in treaty.clauses)
    return True


def _change_phase(fold: Fold, effect: Effect) -> None:
    """Change the treaty's phase as the table says; what confirms a change of the same day is kept as its ground."""
    row = transition(Aspect.PHASE, effect.kind, fold.phase, effect.circumstances)
    if row is not None:
        fold.steps.append(_step(fold, effect, Aspect.PHASE, None, fold.phase, row.after, row.rule))
        if row.after != SAME:
            fold.came_from, fold.phase = fold.phase, row.after
            fold.phase_since, fold.projected = effect.day, effect.projected
    elif effect.day == fold.phase_since and not (effect.act and effect.act.row):
        row = transition(Aspect.PHASE, effect.kind, fold.came_from, effect.circumstances)
        if row is not None and row.after == fold.phase:
            fold.steps.append(_step(fold, effect, Aspect.PHASE, None, fold.phase, SAME, row.rule))


def _makes_certain(fold: Fold, effect: Effect) -> bool:
    """Whether it is certain from now on that a treaty not yet in force never will be: of two sides one is enough to say no."""
    return effect.kind in _NEVER or (effect.kind is EventKind.UNSIGN and fold.treaty.structure == "bilateral")


def _predecessor(fold: Fold, effect: Effect) -> Row | None:
    """The row whose place a successor takes."""
    if effect.kind is not EventKind.SUCCEED:
        return None
    if effect.of is not None:
        return fold.rows.get(effect.of)
    members = {member.actor: member for side in fold.treaty.sides for member in side.members}
    of = next((members[actor].of for actor in effect.actors if actor in members), None)
    return fold.rows.get(of) if of else None


def _change_standing(fold: Fold, effect: Effect, row: Row, before: Row | None) -> None:
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
        row.since = before.since if before and _continues(fold.treaty, effect, row.actor) else effect.day
        row.changed, row.projected = effect.day, effect.projected
    row.disavowed = row.disavowed or effect.kind is EventKind.UNSIGN


def _continues(treaty: Treaty, effect: Effect, actor: str) -> bool:
    """Whether the actor is the same party as its predecessor, so that it is bound since its predecessor was."""
    if effect.of is not None:
        return True
    members = (member for side in treaty.sides for member in side.members if member.actor == actor)
    return any(member.how == "continuation" for member in members)


def _change_operation(fold: Fold, effect: Effect, row: Row, before: Row | None) -> None:
    """Change whether one actor's obligations operate, as the table says."""
    found = transition(Aspect.OPERATION, effect.kind, row.operation, effect.circumstances)
    if found is None:
        return
    after = before.operation if found.after == INHERITED and before else found.after
    row.steps.append(_step(fold, effect, Aspect.OPERATION, row.actor, row.operation, after, found.rule))
    if after not in (SAME, INHERITED):
        row.operation, row.operation_since = after, effect.day
        row.operation_projected = effect.projected


def _note_dispute(row: Row, effect: Effect) -> None:
    """Keep the acts whose effect is disputed, while the standing rests on them."""
    if effect.act is not None and When.SOME_READINGS in effect.circumstances:
        row.disputed.append(effect.act)
    elif row.standing != StandingKind.CONTESTED:
        row.disputed.clear()


def _note_suspension(row: Row, effect: Effect) -> None:
    """Keep the acts on which a suspension rests, also after the treaty's end; a resumption settles them."""
    if effect.kind is EventKind.RESUME:
        row.suspensions.clear()
        row.toward = ()
    elif effect.kind is EventKind.SUSPEND and effect.act is not None and row.operation != Operation.FULL:
        row.suspensions.append(effect.act)
        whole = any(not act.toward for act in row.suspensions)
        toward = (state for act in row.suspensions for state in act.toward)
        row.toward = () if whole else tuple(dict.fromkeys(toward))
    elif row.operation == Operation.NONE:
        row.toward = ()


def _step(fold: Fold, effect: Effect, aspect: Aspect, actor: str | None, before: str, after: str, rule: str) -> Step:
    """One step of the trace, with act and clause as grounds; other folds of the treaty take the same."""
    key = (
        id(effect.act),
        id(effect.clause),
        effect.day,
        effect.kind,
        aspect,
        actor,
        before,
        after,
        rule,
        effect.projected,
    )
    found = fold.kept.steps.get(key)
    if found is None:
        fold.kept.held += [effect.act, effect.clause]
        found = fold.kept.steps[key] = _made(fold, effect, aspect, actor, before, after, rule)
    return found


def _made(fold: Fold, effect: Effect, aspect: Aspect, actor: str | None, before: str, after: str, rule: str) -> Step:
    cited, clause = _cited(fold, effect)
    source = effect.act.id if effect.act else effect.clause.article if effect.clause else ""
    parts = [part for part in (actor, aspect.value, effect.kind.value, source) if part]
    return Step(
        id=f"step:{fold.treaty.id}:{':'.join(parts)}:{effect.day.isoformat()}",
        day=effect.day,
        kind=effect.kind,
        aspect=aspect.value,
        before=str(before),
        after=str(before if after == SAME else after),
        says=rule,
        grounds=cited,
        act=grounds.act_id(fold.treaty, effect.act) if effect.act else None,
        clause=clause,
        projected=effect.projected,
    )


def _cited(fold: Fold, effect: Effect) -> tuple[tuple[Ground, ...], str | None]:
    """The grounds of an effect, and its clause's id; both are asked for at each aspect that the effect changes."""
    key = (id(effect.act), id(effect.clause))
    found = fold.kept.cited.get(key)
    if found is None:
        treaty, clause = fold.treaty, effect.clause
        told = [grounds.of_clause(treaty, clause, effect.act)] if clause else []
        if effect.act is not None:
            told.append(grounds.of_act(treaty, effect.act))
        found = fold.kept.cited[key] = (tuple(told), _clause_id(fold, clause) if clause else None)
    return found


def _clause_id(fold: Fold, clause: Clause) -> str:
    """The clause's id, looked up once for each clause."""
    ids = fold.kept.clause_ids
    if id(clause) not in ids:
        ids[id(clause)] = grounds.clause_id(fold.treaty, clause)
    return ids[id(clause)]

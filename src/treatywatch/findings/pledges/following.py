"""Following a pledge through later deeds: what releases the promiser, what breaks the promise, what fulfils it, what is disputed.

A deed that only one side claims moves nothing but to *unclear*: whose word it is stays told. After a pledge is met, broken or
lapsed, nothing moves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from treatywatch.findings.gathering import Findings
from treatywatch.findings.pledges.deeds import Deed, Deeds
from treatywatch.findings.pledges.fitting import Fit, Fitter
from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.pledges.nouns import Clause, Move, Pledge, PledgeState
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import said_by
from treatywatch.model.law import ChronologyItem
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import Stance

RELEASING = frozenset({"unless", "until", "except if"})
"""Conjunctions of a condition that ends the promise when it comes true; all others keep it up while they are true."""
LASTING = frozenset({"comply", "notify", "exceed"})
"""Acts that go on: done once, they are not done with."""
_ORDER = {PledgeState.OPEN: 0, PledgeState.UNCLEAR: 1}
_NO_MOVE = frozenset({Stance.THREATEN, Stance.WARN, Stance.DEMAND, Stance.URGE, Stance.ACCUSE, Stance.DENY})

History = tuple[tuple[str, ChronologyItem], ...]


def follow(
    pledges: Iterable[Pledge],
    found: Findings,
    words: PledgeLexicon,
    sides: Sides,
    on: date | None = None,
    history: History = (),
) -> tuple[Pledge, ...]:
    """The pledges with the moves of their state up to the day `on` (None: as far as anything is told).

    `history`: the chronologies of treaties, by treaty id, public by the day asked.
    """
    follower = _Follower(found, words, sides, history)
    return tuple(replace(pledge, moves=follower.moves(pledge, on)) for pledge in pledges)


class _Follower:
    def __init__(self, found: Findings, words: PledgeLexicon, sides: Sides, history: History) -> None:
        self.found, self.words, self.sides, self.history = found, words, sides, history
        self.deeds = Deeds(found, words, sides, history)
        self.fitter = Fitter(words, sides)

    def moves(self, pledge: Pledge, on: date | None) -> tuple[Move, ...]:
        """The moves in the order of their days; what is final ends the list."""
        if pledge.day is None:
            return ()
        possible = [
            *self._taken_back(pledge),
            *(move for deed in self.deeds.all for move in self._by_deed(pledge, deed)),
            *self._by_term(pledge),
        ]
        counted = (move for move in possible if move.day >= pledge.day and (on is None or move.day <= on))
        kept: list[Move] = []
        for move in sorted(counted, key=lambda move: (move.day, -_ORDER.get(move.state, 2))):
            state = kept[-1].state if kept else PledgeState.OPEN
            if move.state is state or (state is PledgeState.UNCLEAR and move.state is PledgeState.BROKEN):
                continue
            kept.append(move)
            if move.state not in _ORDER:
                break
        return tuple(kept)

    # --- Taken back ------------------------------------------------------------------------------------------------

    def _taken_back(self, pledge: Pledge) -> Iterator[Move]:
        ours = {pledge.by, *pledge.also_by}
        for entry in self.found.statements:
            statement, day = entry.statement, said_by(entry)
            if day is None or statement.stance in _NO_MOVE or statement.negated or statement.condition:
                continue
            who = set(self.sides.of_entry(entry))
            if who & ours and self._takes_back(entry.content, pledge, frozenset(statement.treaties), entry.reports):
                because = f"{'; '.join(sorted(who & ours))} took it back: {entry.content}"
                yield Move(day, PledgeState.LAPSED, because, (Ground(evidence=entry.evidence[0]),), statements=(entry,))
        for treaty, item in self.history:
            actors = set(self.sides.named(item.actors))
            if item.verified and actors & ours and self._takes_back(item.says, pledge, frozenset([treaty]), ()):
                told = Ground(source="; ".join(item.source), verified=True, note=f"{item.day}: {item.says}")
                yield Move(item.day.latest, PledgeState.LAPSED, item.says, (told,))

    def _takes_back(self, text: str, pledge: Pledge, treaties: frozenset[str], reports: tuple[str, ...]) -> bool:
        """Whether words that take a pledge back are about this one: its report, its act, its things, or its treaty."""
        if not self.words.takes_back(text):
            return False
        made_in = {report for entry in pledge.statements for report in entry.reports}
        if made_in & set(reports):
            return True
        if not pledge.parsed.negated and self.words.words("restraint").search(text):
            return False
        classes, acts = self.words.classes_in(text), self.words.acts_in(text)
        if classes and pledge.parsed.classes:
            return bool(classes & pledge.parsed.classes)
        if treaties and pledge.treaties:
            return bool(treaties & set(pledge.treaties))
        return pledge.parsed.act in acts

    # --- Deeds -----------------------------------------------------------------------------------------------------

    def _by_deed(self, pledge: Pledge, deed: Deed) -> Iterator[Move]:
        if deed.day is None or (pledge.day is not None and deed.day < pledge.day) or _told_before(pledge, deed):
            return
        condition = pledge.parsed_condition
        if condition is not None and self._releases(pledge, condition, deed):
            fit = self.fitter.fit(condition, deed, pledge)
            if fit is not Fit.NO:
                yield self._released(deed, fit)
        if {pledge.by, *pledge.also_by} & set(deed.actors):
            yield from self._own(pledge, deed)

    def _releases(self, pledge: Pledge, condition: Clause, deed: Deed) -> bool:
        """Whether the deed is what ends the promise: the condition come true, or no longer true."""
        if condition.actor is not None and condition.actor not in deed.actors:
            return False
        if {pledge.by, *pledge.also_by} & set(deed.actors) or condition.act is None:
            return False
        comes_true = condition.act in deed.acts and deed.affirmed is not condition.negated
        if condition.relation in RELEASING:
            return comes_true
        fails = condition.act in deed.acts and deed.affirmed is condition.negated
        return fails or (not condition.negated and deed.affirmed and self._opposed(condition.act, deed))

    def _opposed(self, act: str, deed: Deed) -> bool:
        return bool(set(self.words.file.opposites.get(act, ())) & deed.acts)

    def _released(self, deed: Deed, fit: Fit) -> Move:
        if deed.teller is not None:
            return _move(deed, PledgeState.UNCLEAR, f"{deed.teller} says that what ends it has come about")
        if fit is Fit.PERHAPS:
            return _move(deed, PledgeState.UNCLEAR, "whether this is what ends it is nowhere settled")
        return _move(deed, PledgeState.LAPSED, "what ends it has come about")

    def _own(self, pledge: Pledge, deed: Deed) -> Iterator[Move]:
        promise = pledge.parsed
        if promise.act is None or not self._contrary_or_done(promise, deed):
            return
        fit = self.fitter.fit(promise, deed, pledge)
        if fit is Fit.NO:
            return
        contrary = self._contrary(promise, deed)
        if deed.teller is not None:
            says = "did otherwise" if contrary else "did it"
            yield _move(deed, PledgeState.UNCLEAR, f"{deed.teller} says that the promiser {says}")
        elif fit is Fit.PERHAPS:
            yield _move(deed, PledgeState.UNCLEAR, "whether this is what was promised is nowhere settled")
        else:
            state = PledgeState.BROKEN if contrary else PledgeState.MET
            yield _move(deed, state, "the promiser did otherwise" if contrary else "the promiser did it")

    def _contrary(self, promise: Clause, deed: Deed) -> bool:
        if promise.act in deed.acts and promise.negated:
            return deed.affirmed
        if promise.negated:
            return False
        return (deed.affirmed and self._opposed(promise.act or "", deed)) or (
            promise.act in LASTING and promise.act in deed.acts and not deed.affirmed
        )

    def _contrary_or_done(self, promise: Clause, deed: Deed) -> bool:
        done = not promise.negated and promise.act in deed.acts and promise.act not in LASTING and deed.affirmed
        return done or self._contrary(promise, deed)

    # --- The term --------------------------------------------------------------------------------------------------

    def _by_term(self, pledge: Pledge) -> Iterator[Move]:
        if pledge.term is None:
            return
        lasting = pledge.parsed.negated or pledge.parsed.act in LASTING
        if lasting:
            yield Move(pledge.term, PledgeState.MET, "its term is over, and nothing tells that it was broken")
        else:
            yield Move(pledge.term, PledgeState.UNCLEAR, "its term is over, and nothing tells that it was kept")


def _told_before(pledge: Pledge, deed: Deed) -> bool:
    """Whether the report of the pledge tells the deed before it, without a later day: then it is what led to the pledge."""
    passage = deed.ground.evidence if deed.ground else None
    if passage is None or deed.day != pledge.day:
        return False
    made = (member for entry in pledge.statements for member in entry.members)
    return any(one.told.report == passage.report and passage.start < one.statement.evidence.start for one in made)


def _move(deed: Deed, state: PledgeState, because: str) -> Move:
    assert deed.day is not None
    return Move(
        deed.day,
        state,
        f"{because}: {' '.join(deed.text.split())}",
        (deed.ground,) if deed.ground else (),
        (deed.event,) if deed.event else (),
        (deed.statement,) if deed.statement else (),
    )

"""When something happened to a treaty, as the shelf has it: the days of its acts, and the days that its rules compute from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from treatywatch.dates import PlainDay
from treatywatch.model.clause import Duration
from treatywatch.model.clause_parts import Level
from treatywatch.model.law import Act, Treaty
from treatywatch.model.participation import Participation
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind, SourceKind
from treatywatch.regime import grounds
from treatywatch.regime.entering import bound_since
from treatywatch.regime.notices import notices
from treatywatch.regime.terms import ends_of, in_force_day, term

READ = (Level.TEXT, Level.QUOTATION, Level.OFFICIAL, Level.SECONDARY)
"""How a clause must have been read for a claim to be told to contradict it: in a text or in somebody's account, as an act is. What
stands on the shelf from memory alone contradicts nothing."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day of one act. `aspect`: announced, notified, received, effective, until; `computed` by a rule of the treaty.

    `sure`: whether a claim may be told to contradict it; `open`: views differ on it, or it was stopped. `unnamed`: `says` does not
    name who acts.
    """

    kind: EventKind
    aspect: str
    actors: tuple[str, ...]
    day: PlainDay
    says: str
    rests_on: tuple[str, ...]
    grounds: tuple[Ground, ...]
    sure: bool
    open: bool = False
    public: date | None = None
    unnamed: bool = False

    def of(self, actors: frozenset[str]) -> bool:
        """Whether it is an act of one of these actors; one of nobody in particular is everybody's."""
        return not actors or not self.actors or bool(actors & set(self.actors))


def occasions(treaty: Treaty) -> tuple[Occasion, ...]:
    """Every day of the treaty's acts, and of what follows from them."""
    return (*_told(treaty), *_exits(treaty), *_terms(treaty), *_entries(treaty))


def _told(treaty: Treaty) -> Iterator[Occasion]:
    for act in treaty.acts:
        for aspect in ("announced", "notified", "received", "effective", "until"):
            day = getattr(act, aspect)
            if day is not None:
                yield _of_act(treaty, act, aspect, day)


def _of_act(treaty: Treaty, act: Act, aspect: str, day: PlainDay) -> Occasion:
    sure = act.verified and act.source_kind is not SourceKind.MEMORY
    ground = grounds.of_act(treaty, act)
    return Occasion(
        act.kind,
        aspect,
        act.actors,
        day,
        act.says,
        (grounds.act_id(treaty, act),),
        (ground,),
        sure,
        open=any(not view.accepts for view in act.views),
        public=act.public,
    )


def _exits(treaty: Treaty) -> Iterator[Occasion]:
    """The days on which notices of withdrawal take effect."""
    for notice in notices(treaty, treaty.acts):
        if notice.due is None or notice.stopped_by is not None:
            continue
        days = {notice.due, *notice.claims, *(row.exit.latest for row in _rows(treaty, notice.actors) if row.exit)}
        act = notice.act
        told = (grounds.of_clause(treaty, notice.clause), grounds.of_act(treaty, act))
        for day in sorted(days):
            yield Occasion(
                EventKind.WITHDRAW,
                "effective",
                notice.actors,
                PlainDay.of(day),
                f"The withdrawal takes effect on the notice of {notice.starts.isoformat()}, by {notice.clause.article}.",
                (grounds.act_id(treaty, act), grounds.clause_id(treaty, notice.clause)),
                told,
                act.verified and notice.clause.level in READ,
                open=notice.contested or notice.held is not None,
                public=act.public,
                unnamed=True,
            )


def _rows(treaty: Treaty, actors: tuple[str, ...]) -> Iterator[Participation]:
    return (row for row in treaty.participants if row.actor in actors)


def _terms(treaty: Treaty) -> Iterator[Occasion]:
    """The days on which the treaty's term ends: by its own clause, and by each extension."""
    clause = next((one for one in treaty.clauses if isinstance(one, Duration)), None)
    starts = in_force_day(treaty, treaty.acts)
    final = term(treaty, treaty.acts)
    if clause is None or starts is None or final is None:
        return
    first = ends_of(clause, starts)[0]
    sure = clause.level in READ
    own = (grounds.clause_id(treaty, clause),), (grounds.of_clause(treaty, clause),)
    yield Occasion(EventKind.EXPIRE, "term", (), PlainDay.of(first), _ends(clause.article), *own, sure)
    if final.due != first:
        by = tuple(grounds.act_id(treaty, act) for act in final.extensions)
        told = tuple(grounds.of_act(treaty, act) for act in final.extensions)
        public = max((act.public for act in final.extensions if act.public), default=None)
        says = "The extended term ends."
        yield Occasion(EventKind.EXPIRE, "term", (), PlainDay.of(final.due), says, by, told, True, public=public)


def _ends(article: str) -> str:
    return f"The term of {article} ends."


def _entries(treaty: Treaty) -> Iterator[Occasion]:
    """Since when each state is bound."""
    read = {row.actor for row in treaty.participants if row.verified}
    for actor, day in bound_since(treaty, treaty.acts).items():
        own = [act for act in treaty.acts if act.row is not None and actor in act.actors]
        says = "The treaty enters into force for it."
        yield Occasion(
            EventKind.ENTER_INTO_FORCE,
            "own",
            (actor,),
            PlainDay.of(day),
            says,
            tuple(grounds.act_id(treaty, act) for act in own[:1]),
            tuple(grounds.of_act(treaty, act) for act in own[:1]),
            actor in read,
            unnamed=True,
        )

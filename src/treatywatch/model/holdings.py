"""Numbers that states declare, and what they destroyed: values from the treaties' files, and the answers made of them."""

from __future__ import annotations

from datetime import date

from treatywatch.dates import PlainDay
from treatywatch.model.noun import noun
from treatywatch.model.passage import Ground


@noun(frozen=True, slots=True, kw_only=True)
class Recount:
    """Somebody's view of a declared number: that under `article` it should be `more` than what was declared."""

    holder: str
    article: str
    says: str
    source: tuple[str, ...]
    verified: bool
    more: int = 0


@noun(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a state declared as of a day: `counts` are pairs of a limit's article and a number; none where it declared nothing.

    `public_on` is when the numbers were told in public, where known; `by` is who told them, where it was not the state itself.
    """

    id: str
    actor: str
    day: PlainDay
    source: tuple[str, ...]
    verified: bool
    counts: tuple[tuple[str, int], ...] = ()
    by: str | None = None
    public_on: PlainDay | None = None
    note: str | None = None
    recounts: tuple[Recount, ...] = ()

    @property
    def public(self) -> date:
        """From which day it counts for `known`."""
        return (self.public_on or self.day).latest


@noun(frozen=True, slots=True, kw_only=True)
class Milestone:
    """So many of a type were gone by a day, at least."""

    day: PlainDay
    count: int
    says: str
    source: tuple[str, ...]
    verified: bool
    approximate: bool = False


@noun(frozen=True, slots=True, kw_only=True)
class Destroyed:
    """One type that was destroyed under an article. `last` is the day of the last one; `done_by` a day by which all were gone."""

    system: str
    actor: str
    article: str
    count: int
    unit: str
    source: tuple[str, ...]
    verified: bool
    first: PlainDay | None = None
    last: PlainDay | None = None
    done_by: PlainDay | None = None
    places: tuple[str, ...] = ()
    note: str | None = None
    milestones: tuple[Milestone, ...] = ()


@noun(frozen=True, slots=True, kw_only=True)
class DestroyedTotal:
    """A total that a source gives for one side (`actor`), or for all. `first`: the day of its first of any type."""

    count: int
    source: tuple[str, ...]
    verified: bool
    actor: str | None = None
    first: PlainDay | None = None


@noun(frozen=True, slots=True, kw_only=True)
class RivalFigure:
    """Another figure met in print: who gives it, and what it really counts."""

    says: str
    by: str
    because: str
    source: tuple[str, ...]
    verified: bool
    count: int | None = None


@noun(frozen=True, slots=True, kw_only=True)
class Destruction:
    """What was destroyed under a treaty: by type, the totals that sources give, and figures that differ."""

    types: tuple[Destroyed, ...]
    totals: tuple[DestroyedTotal, ...] = ()
    rivals: tuple[RivalFigure, ...] = ()


# --- Answers ---------------------------------------------------------------------------------------------------------


@noun(frozen=True, slots=True)
class OtherCount:
    """What a number would be in somebody's view, and whether that is within the limit."""

    holder: str
    number: int
    within: bool
    says: str
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class Holding:
    """A declared number beside its limit. `number` and `within` are None where nothing was declared.

    `due`: the day from which the limit holds, None where the clause names none; `applies`: whether it held on the day declared.
    """

    id: str
    treaty: str
    actor: str
    day: PlainDay
    by: str
    article: str
    counts: str
    unit: str
    number: int | None
    at_most: int
    within: bool | None
    due: date | None
    applies: bool
    says: str
    others: tuple[OtherCount, ...]
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class DestroyedType:
    """How many of a type were gone on the day asked. `at_least`: more may have been; `gone` None: no source tells.

    `due`: the day by which the article wants all gone; `in_time`: whether they were, None while it is open or no source tells.
    """

    id: str
    system: str
    actor: str
    article: str
    count: int
    unit: str
    gone: int | None
    at_least: bool
    first: PlainDay | None
    last: PlainDay | None
    due: date | None
    in_time: bool | None
    says: str
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class TotalDestroyed:
    """The total of a side (None: of all): from the types, and from a source. They agree, or the lint tells."""

    actor: str | None
    count: int
    grounds: tuple[Ground, ...]


@noun(frozen=True, slots=True)
class DestroyedBy:
    """What was destroyed under a treaty by the day `on`. `gone` sums what is known to be gone: at least so many."""

    id: str
    treaty: str
    on: date
    gone: int
    at_least: bool
    count: int
    unit: str
    types: tuple[DestroyedType, ...]
    totals: tuple[TotalDestroyed, ...]
    rivals: tuple[RivalFigure, ...]
    grounds: tuple[Ground, ...]

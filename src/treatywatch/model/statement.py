"""Statements: who is reported to have said what. A statement is a speech act, not a datum."""

from __future__ import annotations

from dataclasses import dataclass

from treatywatch.dates import UncertainDay
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import QuoteKind, Stance


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `actor` is the person (slug), organisation or state that speaks; `office` the office held on the day;
    `on_behalf_of` the state or organisation spoken for. An anonymous speaker is a value: `name` as told, the rest None.

    Offsets are those of the words in the text (a pronoun's, where the speaker is told by pronoun), None where inferred.
    """

    name: str
    actor: str | None
    office: str | None
    on_behalf_of: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report the speech act ("warned", "according to")."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on what is said ("unless …"), `relation` being the conjunction: unless, if, until, as long as, …"""

    start: int
    end: int
    text: str
    relation: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act in one text. `content` may have several spans; `evidence` is the sentence or sentences that carry it."""

    id: str
    speaker: Speaker | None
    cue: Cue | None
    content: tuple[Span, ...]
    kind: QuoteKind
    stance: Stance
    evidence: Span
    negated: bool = False
    condition: Condition | None = None
    co_speakers: tuple[Speaker, ...] = ()
    via: tuple[Speaker, ...] = ()
    within: str | None = None
    addressee: str | None = None
    targets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    said_on: UncertainDay | None = None

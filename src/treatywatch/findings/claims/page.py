"""One text as the readers of claims see it: its sentences, the treaty that each speaks of, its days, and the law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from treatywatch.findings.claims.instruments import longer_name, means_another
from treatywatch.findings.claims.lexicon import WHOLE, ClaimLexicon
from treatywatch.findings.claims.library import Law, Library
from treatywatch.findings.claims.references import Referred, in_year, told_apart
from treatywatch.language.prose import Prose
from treatywatch.model.annotation import DayMention, Mention
from treatywatch.model.event import Assertion
from treatywatch.model.finding import Verdict
from treatywatch.model.passage import Ground, Span


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim at `span`, judged: what `Finding` needs, but for the report."""

    span: Span
    kind: str
    treaty: str
    claim: str
    verdict: Verdict
    fact: str
    grounds: tuple[Ground, ...]
    rests_on: tuple[str, ...] = ()


_CLAUSE = re.compile(
    r"[;:]|,\s(?:and|but|while|which|who|that|when|after|though|although)\s|\s(?:while|but|whereas|although)\s"
)
_CALENDAR = re.compile(r"\d{4}|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
_OF = re.compile(r"(?:^|\s)(?:of|under|in|from|to|by|for)\s(?:the\s)?(?:\d{4}\s)?$")
_TAKES_UP = re.compile(r"(?:under\s)?(?:it|its (?:limits|terms|provisions))\s")
"""What opens a sentence that goes on about the treaty of the one before."""
_BACK = 2
"""Sentences back in which the treaty of "it" is sought."""
_NEAR = 60
"""Characters within which "of the treaty" after a word is the word's own."""
_RELATIVE = 10
"""Characters from a treaty's name to the end of the words that open a relative clause upon it (", which ")."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Page:
    """A text with what was read in it, beside the law."""

    def __init__(
        self, prose: Prose, happened: tuple[Assertion, ...], library: Library, lexicon: ClaimLexicon, on: date | None
    ) -> None:
        self.prose, self.happened, self.library, self.lexicon, self._on = prose, happened, library, lexicon, on

    @property
    def text(self) -> str:
        """The kept text."""
        return self.prose.text

    @property
    def plain(self) -> str:
        """The text in plain lower case, of the same length."""
        return self.prose.cast.scene.plain

    @property
    def told_on(self) -> date | None:
        """The day as of which the text tells what is: the day asked for, else the report's."""
        published = self.prose.published
        return self._on or (published.latest if published else None)

    @property
    def sentences(self) -> Iterator[tuple[int, int]]:
        """Offsets of the sentences."""
        return ((sentence.start, sentence.end) for sentence in self.prose.sentences)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        index = self.prose.sentence_at(offset)
        if index is None:
            return offset, offset
        return self.prose.sentences[index].start, self.prose.sentences[index].end

    def clause_at(self, offset: int, low: int, high: int) -> tuple[int, int]:
        """The part of the sentence `[low, high)` around an offset, between its strong commas."""
        before = [cut.end() for cut in _CLAUSE.finditer(self.plain, low, offset)]
        after = _CLAUSE.search(self.plain, offset, high)
        return (before[-1] if before else low), (after.start() if after else high)

    # --- Treaties ------------------------------------------------------------------------------------------------

    @cached_property
    def _named(self) -> tuple[Mention, ...]:
        return tuple(one for one in self.prose.mentions if one.kind == "treaty")

    @cached_property
    def _surely_named(self) -> frozenset[str]:
        """The treaties that the text names without doubt."""
        return frozenset(one.id for one in self._named if set(one.candidates) <= {one.id})

    def treaties(self, low: int, high: int) -> tuple[Referred, ...]:
        """The treaties that the stretch names; where it names none, the one that it refers back to."""
        named = [one for one in self._named if low <= one.start and one.end <= high]
        if named:
            return told_apart(
                tuple(self._referred(one) for one in named if not self._is_another(one)), self._surely_named
            )
        meant = self.prose.cast.treaties(low, high)
        return (Referred(meant, -1, -1),) if len(meant) == 1 else ()

    def names_itself(self, treaty: str, low: int, high: int) -> bool:
        """Whether the stretch, where it names the treaty, means it at least once, and not another instrument that is told by it."""
        named = [
            one for one in self._named if low <= one.start and one.end <= high and treaty in (one.id, *one.candidates)
        ]
        return not named or not all(self._is_another(one) for one in named)

    def _is_another(self, one: Mention) -> bool:
        low, _ = self.sentence_at(one.start)
        if means_another(self.text, self.plain, low, one.start, one.end, self.lexicon):
            return True
        longer = longer_name(self.text, low, one.start)
        return longer is not None and not any(
            each.start < longer[1] and longer[0] < each.end for each in self.prose.mentions
        )

    def _referred(self, one: Mention) -> Referred:
        also = tuple(each for each in one.candidates if each in self.library.ids)
        return Referred(tuple(dict.fromkeys((one.id, *also))), one.start, one.end)

    def law_of(self, one: Referred) -> Law | None:
        """The treaty that a reference means; None where it may mean several."""
        return self.library.law(one.ids[0]) if len(one.ids) == 1 else None

    def treaty_at(self, low: int, high: int, at: int) -> Law | None:
        """The one treaty that the words at `at` speak of in the sentence; None where that is not sure."""
        found = self.treaties(low, high)
        if not found and _TAKES_UP.match(self.plain, low, high):
            return self.treaty_before(low)
        if not found or any(len(one.ids) > 1 for one in found):
            return None
        ids = {one.ids for one in found}
        if len(ids) == 1:
            return self.library.law(found[0].ids[0])
        chosen = self._chosen(found, at, *self.clause_at(at, low, high))
        return self.library.law(chosen.ids[0]) if chosen else None

    def _chosen(self, found: tuple[Referred, ...], at: int, start: int, end: int) -> Referred | None:
        """Of several treaties in a sentence the one that the words at `at`, in the clause `[start, end)`, belong to."""
        before = next((one for one in reversed(found) if one.start < at), None)
        after = next((one for one in found if at <= one.start < end), None)
        if after is not None and after.start - at < _NEAR and _OF.search(self.plain, at, after.start):
            return after
        if before is not None and (before.start >= start or start - before.end < _RELATIVE):
            return before
        return after or before

    def body_at(self, low: int, high: int) -> tuple[str, int, int] | None:
        """The one body of a treaty that a stretch names, as treaty and offsets: who leaves UNESCO leaves its constitution."""
        found = [
            (treaty, match.start(), match.end())
            for treaty, words in self.lexicon.file.bodies.items()
            for match in self.lexicon.pattern(words, WHOLE).finditer(self.plain, low, high)
        ]
        return found[0] if len(found) == 1 else None

    def treaty_before(self, low: int) -> Law | None:
        """The one treaty that the sentence before the one at `low` speaks of; where it speaks of none, the one before that."""
        for _ in range(_BACK):
            start, end = self.sentence_at(max(0, low - 2))
            spoken = {one.ids for one in self.treaties(start, end)} if end <= low else set()
            if spoken or start >= low:
                ids = spoken.pop() if len(spoken) == 1 else ()
                return self.library.law(ids[0]) if len(ids) == 1 else None
            low = start
        return None

    def nearest(self, referred: Iterable[Referred], at: int) -> Referred | None:
        """The reference nearest to an offset."""
        return min(referred, key=lambda one: min(abs(one.start - at), abs(one.end - at)), default=None)

    def disowned(self, start: int, end: int) -> bool:
        """Whether the sentence of a claim takes its words back, means them loosely, or only puts them up ("falsely", "whether")."""
        low, high = self.sentence_at(start)
        return bool(
            self.lexicon.words("disowning").search(self.plain, low, high)
            or self.lexicon.words("unsaid").search(self.plain, low, end)
        )

    # --- Actors --------------------------------------------------------------------------------------------------

    def states(self, low: int, high: int) -> list[Mention]:
        """The states named in a stretch, also by an adjective or an organ of theirs."""
        return [one for one in self.prose.cast.scene.within(low, high, "actor") if self.state_of(one)]

    def state_of(self, mention: Mention) -> str | None:
        """The state that a mention of an actor stands for."""
        found = self.prose.cast.scene.state_of(mention)
        return found if found is not None and self.library.is_state(found) else None

    # --- Days ----------------------------------------------------------------------------------------------------

    def days(self, low: int, high: int) -> list[DayMention]:
        """The dates told in a stretch."""
        return [one for one in self._days if one.type in ("DATE", "TIME") and low <= one.start and one.end <= high]

    @cached_property
    def _days(self) -> tuple[DayMention, ...]:
        """The dates of the text; "that June" is of the year that was told last."""
        found: list[DayMention] = []
        for one in self.prose.days:
            year = next(
                (each.earliest.year for each in reversed(found) if each.earliest and _YEAR.search(each.text)), None
            )
            taken_up = self.plain.endswith(("that ", "the same "), 0, one.start) and not _YEAR.search(one.text)
            found.append(in_year(one, year) if year is not None and taken_up else one)
        return tuple(found)

    def judged(
        self,
        span: tuple[int, int],
        kind: str,
        law: Law,
        claim: str,
        verdict: Verdict,
        fact: str,
        grounds: Iterable[Ground],
        rests_on: Iterable[str] = (),
    ) -> Judged:
        """A verdict on the words at `span`, without the stops at their ends."""
        start, end = span
        while end > start and self.text[end - 1] in " \n\t,.;:":
            end -= 1
        return Judged(
            Span(start, end), kind, law.treaty.id, claim, verdict, fact, tuple(grounds), tuple(dict.fromkeys(rests_on))
        )


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day as a claim tells it. `exact`: in words of the calendar, with its year; `loose`: "around", "by", "before" it."""

    start: int
    end: int
    earliest: date | None
    latest: date | None
    value: str
    words: str
    dated: bool
    year: bool
    loose: bool

    @classmethod
    def of(cls, mention: DayMention, plain: str, lexicon: ClaimLexicon) -> ToldDay:
        """The day that a mention tells."""
        before = plain[max(0, mention.start - 20) : mention.start]
        loose = bool(
            lexicon.pattern("loose_days", r"(?<![\w-])@\s(?:the\s)?$").search(before)
            or lexicon.pattern("loose_days", r"@\s").match(mention.text.lower())
        )
        taken_up = mention.text.lower().startswith(("that ", "the same "))
        dated, year = taken_up or bool(_CALENDAR.search(mention.text)), bool(_YEAR.search(mention.text))
        return cls(
            mention.start,
            mention.end,
            mention.earliest,
            mention.latest,
            mention.value,
            mention.text,
            dated,
            year,
            loose,
        )

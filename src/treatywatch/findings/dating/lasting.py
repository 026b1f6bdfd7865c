"""What is told of a treaty's life bounds a report: "remains in force", "would expire", "the now-defunct pact", "has yet to take effect"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from treatywatch.findings.dating.almanac import Almanac, Life
from treatywatch.findings.dating.clues import FIRST, LAST, Clue, Option
from treatywatch.language.prose import Prose
from treatywatch.language.sentences import Sentence
from treatywatch.model.dating import Bound
from treatywatch.model.passage import Span

WEIGHT = 1.3
"""As of a year told as past; what is told of a treaty's standing may be told loosely (reports of the tuned sets)."""
GRACE = timedelta(days=20)
"""Days after an end within which a report that was written before it is still printed."""


def clues_of_lives(prose: Prose, main: frozenset[str], almanac: Almanac) -> Iterator[Clue]:
    """A clue for each sentence that tells the standing of a treaty of the shelf; each treaty's standing counts once."""
    seen: set[tuple[str, str]] = set()
    known = set(almanac.shelf.treaty_ids())
    for sentence in prose.sentences:
        span = Span(sentence.start, sentence.end)
        for how, pattern in almanac.concepts.standing.items():
            match = pattern.search(span.of(prose.text))
            treaty = _meant(prose, sentence, sentence.start + match.start(), main, almanac) if match else None
            if match is None or treaty not in known or (treaty, how) in seen:
                continue
            assert treaty is not None
            seen.add((treaty, how))
            option = _option(how, almanac.life_of(treaty), f"tells of {treaty} “{' '.join(match[0].split())}”")
            if option is not None:
                yield Clue(span, (option,))


def _meant(prose: Prose, sentence: Sentence, place: int, main: frozenset[str], almanac: Almanac) -> str | None:
    """The treaty that a standing is told of: the one named nearest before it in the sentence, else the report's only one."""
    named = [m for m in prose.mentions if m.kind == "treaty" and sentence.start <= m.start < sentence.end]
    before = [m for m in named if m.start <= place] or named
    if before:
        return max(before, key=lambda m: m.start if m.start <= place else -m.start).id
    instrument = re.search(
        rf"\b(?:the|a|this|that|it)\b|{almanac.concepts.instruments}", prose.text[sentence.start : place]
    )
    return next(iter(main)) if len(main) == 1 and instrument else None


def _option(how: str, life: Life, says: str) -> Option | None:
    """The days on which a treaty can be told so; None where its life says nothing."""
    if how == "in-force" and life.begun is not None:
        end = life.ended + GRACE if life.ended else LAST
        bound = Bound.NEAR if life.ended else Bound.NOT_BEFORE
        return Option(
            life.begun,
            end,
            WEIGHT,
            bound,
            f"{says}: in force from {life.begun} to {life.ended or 'today'}",
            life.grounds,
        )
    if how == "ended" and life.ended is not None:
        return Option(life.ended, LAST, WEIGHT, Bound.NOT_BEFORE, f"{says}: over since {life.ended}", life.grounds)
    if how == "unborn" and life.begun is not None:
        return Option(
            FIRST, life.begun + GRACE, WEIGHT, Bound.NOT_AFTER, f"{says}: in force since {life.begun}", life.grounds
        )
    return None

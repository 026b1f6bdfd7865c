"""Whom a charge means that names nobody: "called it a flagrant violation", "said of the Iranian conduct: “This is a breach”".

Asked in turn: what the rest of its sentence says, to whom it is said, the other party of a treaty of two, the sentence before.
Where two sides could be meant, nobody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from treatywatch.findings.disputes.culprits import Culprits
from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import said_by
from treatywatch.language.sentences import split
from treatywatch.model.entry import StatementEntry, ToldStatement
from treatywatch.model.passage import Span

_AROUND = 500
"""Characters around a charge in which the other party of a treaty of two is named, where the charge names nobody; by eye."""
_OPENING = 25
"""Characters in which a content that tells a wrong of what was said before gets to the wrong ("it was a clear violation"); by eye."""
_FIRST = 12
"""Characters in which such a content takes up what was said; by eye."""
_OF_A_WRONG = re.compile(r"\W*(?:(?:a|an|another|in|the|this)\s+)+(?:\w+,?\s+)*", re.IGNORECASE)
"""A content that is the wrong alone: `a clear violation of the treaty`, `in open breach of …`."""


class Unnamed:
    """Finds who is meant, with one lexicon."""

    def __init__(self, words: DisputeLexicon, sides: Sides, culprits: Culprits) -> None:
        self.words, self.sides, self.culprits = words, sides, culprits

    def meant(
        self, entry: StatementEntry, content: str, by: str, wrong: Span | None, treaties: Iterable[str]
    ) -> tuple[str, ...]:
        """Who is meant by a charge of a `wrong` under one of the `treaties`; nobody where it cannot be known."""
        return (
            self._spoken_to(entry, by, wrong)
            or self._other_party(entry, content, by, treaties)
            or self._told_before(entry, content, by, wrong)
        )

    def _spoken_to(self, entry: StatementEntry, by: str, wrong: Span | None) -> tuple[str, ...]:
        """The state that is told of a wrong that names nobody: `told Moscow that the programme went on in secret`."""
        told = self.sides.of(entry.statement.addressee) if wrong is not None else None
        return self.culprits.that_bear_arms((told,), by) if told is not None else ()

    def _other_party(self, entry: StatementEntry, content: str, by: str, treaties: Iterable[str]) -> tuple[str, ...]:
        """Who must be meant by a breach of a treaty of two that names nobody: the other party, where its sentences name it."""
        day = said_by(entry)
        if any(side == by for _, side in self.sides.mentions(content, day)):
            return ()
        told = _member(entry)
        end = told.statement.evidence.end
        near = told.told.text[max(0, end - _AROUND) : end + _AROUND]
        named = {side for _, side in self.sides.mentions(near, day)}
        other = (self.sides.other_party(treaty, by, day) for treaty in treaties)
        return tuple(one for one in dict.fromkeys(other) if one in named and one is not None)

    def _told_before(self, entry: StatementEntry, content: str, by: str, wrong: Span | None) -> tuple[str, ...]:
        """The one side that the rest of the sentence speaks of, else the sentence before, where a content takes up what it tells."""
        named_at_all = any(True for _ in self.sides.mentions(content, said_by(entry)))
        if wrong is None or wrong.start > _OPENING or named_at_all or not self._takes_up(content, wrong):
            return ()
        for text in self._texts(entry):
            named = {one.side for one in self.culprits.acting(text, said_by(entry)) if one.side != by}
            if named:
                return tuple(named) if len(named) == 1 else ()
        return ()

    def _takes_up(self, content: str, wrong: Span) -> bool:
        """Whether a content has no subject of its own before the wrong: `it`, `the move`, `a clear violation of …`."""
        opening = (self.words.words(name).search(content[: wrong.start]) for name in ("anaphors", "the_deed"))
        taken_up = any(one is not None and one.start() <= _FIRST for one in opening)
        return taken_up or _OF_A_WRONG.fullmatch(content[: wrong.start]) is not None

    def _texts(self, entry: StatementEntry) -> Iterator[str]:
        """The rest of a statement's sentence, and the sentence before it in the same report."""
        told = _member(entry)
        place, text = told.statement.evidence, told.told.text
        start = min((span.start for span in told.statement.content), default=place.start)
        end = max((span.end for span in told.statement.content), default=place.end)
        yield f"{text[place.start : start]} … {text[end : place.end]}"
        before = [one for one in split(text) if one.end <= place.start and not one.heading]
        if before:
            yield before[-1].of(text)


def _member(entry: StatementEntry) -> ToldStatement:
    return next((one for one in entry.members if one.statement == entry.statement), entry.members[0])

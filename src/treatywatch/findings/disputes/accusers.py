"""Who accuses: whose word a content is, where the reading of its speaker leaves that open, or cannot be right."""

from __future__ import annotations

import re

from treatywatch.findings.disputes.culprits import Culprits, joined
from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.disputes.wrongs import Wrongs
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import said_by
from treatywatch.language.sentences import split
from treatywatch.model.entry import StatementEntry, ToldStatement
from treatywatch.model.vocabulary import Stance

_ADDED = re.compile(
    r"[\"”’]?\s*(?:[,–—-]+\s*(?:which|that|in|a|an|thereby|thus|contrary|breaching|violating|breaking|flouting)\s"
    r"|\s*(?:on\s+\w+day\s+)?that\s|\s*in\s+(?:breach|violation|contravention|defiance)\s)",
    re.IGNORECASE,
)
"""How a sentence goes on about what was said."""
_PRONOUN = re.compile(r"(?:it|he|she|they|we|i)\b", re.IGNORECASE)
_OPENERS = ("“", '"', "‘", "'", "«", "„")
_BESIDE = 70
"""Characters before and after a word of saying in which its speaker is told; by eye."""


class Accusers:
    """Reads who accuses, with one lexicon."""

    def __init__(self, words: DisputeLexicon, sides: Sides, culprits: Culprits) -> None:
        self.words, self.sides, self.culprits, self.wrongs = words, sides, culprits, Wrongs(words)

    def of(self, entry: StatementEntry) -> tuple[tuple[str, ...], str]:
        """Who holds what is said, and what that is: the speaker's side; of a speaker without one (a paper) who is told to suspect it.

        Nobody accuses himself: who is read as doing so is not the speaker, but who else is told beside the word of saying.
        """
        by = self.sides.of_entry(entry)
        if by:
            content = _of_one_speaker(entry)
            return (self._truly(entry, by) if self._accuses_itself(entry, by, content) else by), content
        named = list(self.sides.mentions(entry.content, said_by(entry)))
        for number, (mention, side) in enumerate(named):
            holding = self.words.words("suspecting").search(entry.content, mention.end)
            if holding and len(entry.content[mention.end : holding.start()].split()) <= 4:
                return (*(one for _, one in named[:number]), side), entry.content[holding.end() :]
            if number + 1 == len(named) or not joined(entry.content, mention, named[number + 1][0]):
                break
        return (), entry.content

    def _accuses_itself(self, entry: StatementEntry, by: tuple[str, ...], content: str) -> bool:
        cue = entry.statement.cue.text if entry.statement.cue else ""
        breach = self.wrongs.breach(content)
        if breach is None or entry.statement.stance in (Stance.DENY, Stance.REJECT):
            return False
        if any(self.words.words(name).search(cue) for name in ("admitting", "contradicting")):
            return False
        if any(self.words.words(name).search(content) for name in ("rejecting", "charges")):
            return False
        named = {one.side for one in self.culprits.acting(content[: breach.start], said_by(entry))}
        return bool(named) and named <= set(by)

    def _truly(self, entry: StatementEntry, own: tuple[str, ...]) -> tuple[str, ...]:
        """Who else is told beside the word of saying; of a pronoun, in the sentence before."""
        member, day = _member(entry), said_by(entry)
        text, place, cue = member.told.text, member.statement.evidence, member.statement.cue
        if cue is None:
            return ()
        lead, rest = text[max(place.start, cue.start - _BESIDE) : cue.start], text[cue.end : cue.end + _BESIDE]
        if _PRONOUN.fullmatch(lead.split()[-1] if lead.split() else ""):
            before = [one.of(text) for one in split(text) if one.end <= place.start and not one.heading]
            lead, rest = "", before[-1] if before else ""
        told = [side for _, side in self.sides.mentions(lead, day)][-1:]
        told += [side for _, side in self.sides.mentions(re.split(r"[.;:]", rest)[0], day)][:1]
        return tuple(side for side in told if side not in own)[:1]


def _of_one_speaker(entry: StatementEntry) -> str:
    """A statement's content with what its sentence adds; without the lines after it where what is told is no quotation.

    A quotation goes on in the next paragraph; what is told in other words does not, and a next line is somebody else's.
    """
    told = _member(entry)
    spans = sorted(told.statement.content, key=lambda span: span.start)
    text = told.told.text
    kept = [span for span in spans if "\n" not in text[spans[0].end : span.start]]
    if len(kept) < len(spans) and spans[0].of(text)[:1] not in _OPENERS:
        return " … ".join(span.of(text) for span in kept)
    return entry.content + _tail(entry)


def _tail(entry: StatementEntry) -> str:
    """What the sentence adds to the content: `…, which violates the treaty`, `…, in breach of the convention`."""
    told = _member(entry)
    end = max(span.end for span in told.statement.content)
    tail = told.told.text[end : max(end, told.statement.evidence.end)]
    return tail if _ADDED.match(tail) else ""


def _member(entry: StatementEntry) -> ToldStatement:
    return next((one for one in entry.members if one.statement == entry.statement), entry.members[0])

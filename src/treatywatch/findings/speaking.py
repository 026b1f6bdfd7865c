"""For whom a speaker speaks whom the shelf does not know: told by the words around his name.

By who stands before the name ("Syrian Information Minister …"), by the state whose news agency speaks, by where "the report" or
"the agency" was named before, or by the place where an official speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from treatywatch.findings.words import any_of
from treatywatch.language.sentences import split
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry
from treatywatch.model.passage import Span
from treatywatch.model.statement import Speaker
from treatywatch.shelf import Shelf

_TITLE, _TITLE_WORDS = 70, 5
"""Characters before a name in which its bearer's office is told, and the words of the office after the state's name; by eye."""
_PLACE = re.compile(r"\b(?:in|at|near|from|to|with|against|over)\s+(?:the\s+)?$", re.IGNORECASE)

_THE_NOUN = re.compile(r"(?:the|this|its|their|an?)\s+(?:[\w-]+\s){0,3}(\w+)", re.IGNORECASE)
_WHICH = re.compile(r",\s(?:which|that)\s([^,.;:]{3,80})", re.IGNORECASE)
_OWNING = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}")
_OWNED = re.compile(r"\s+(?:by|of|from)\s+(?:the\s+)?")
_ISSUED = re.compile(r"\b(?:a|an|its|his|her|their)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
"""What stands between a side and its paper or office (`the US Defense Intelligence Agency`, `a report by …`), and before one
that its own sentence issues (`in a report to Congress, President Reagan charged`)."""
_AGENCY = re.compile(r"^(?:the\s)?(?:official\s|state\s)?|\s(?:news\s)?agency$", re.IGNORECASE)
"""What may stand around the name of an agency: `the Tass news agency`."""
_IN_PLACE = re.compile(r"\s*(?:In|From)\s+([^,]{3,30}),")
_DATELINE = re.compile(r"\s*([A-Z][A-Z .'’-]{2,30})\b[^\n]{0,40}?\s(?:--?|–|—)\s")


@dataclass(frozen=True, slots=True)
class SidesFile:
    """`lexicon/en/sides.yml` as it is written."""

    shared: tuple[str, ...]
    offices: tuple[str, ...]
    posted: tuple[str, ...]
    papers: tuple[str, ...]


class Named(Protocol):
    """What finds the sides that a text names."""

    def mentions(self, text: str, on: date | None = None) -> Iterator[tuple[Mention, str]]:
        """The sides that a text names, each with the mention."""

    def kind_of_organisation(self, side: str) -> str | None:
        """What kind of organisation a side is; None of a state."""

    def then(self, side: str, day: date | None) -> str:
        """A state on a day, or the state that it was before."""


class Speaking:
    """Reads whom speakers speak for, with the shelf's names."""

    def __init__(self, shelf: Shelf, sides: Named) -> None:
        self._shelf, self._sides = shelf, sides
        file = shelf.lexicon("sides", SidesFile)
        self._shared, self._offices = any_of(file.shared), any_of(file.offices)
        self._posted, self._papers = any_of(file.posted), any_of(file.papers)

    def side(self, entry: StatementEntry, speaker: Speaker) -> str | None:
        """The side of a speaker of the statement; None where the text does not tell it."""
        return self._by_title(entry, speaker) or self._of_agency(entry, speaker) or self._by_noun(entry, speaker)

    def _by_title(self, entry: StatementEntry, speaker: Speaker) -> str | None:
        """The side named in the words that lead up to a speaker's name, or are told with it."""
        if speaker.start is None or speaker.end is None:
            return None
        text = next((one.told.text for one in entry.members if one.statement == entry.statement), "")
        lead = re.split(r"[.,;:!?”\"\n)–—]|\s-+\s", text[max(0, speaker.start - _TITLE) : speaker.start])[-1]
        title = lead + text[speaker.start : speaker.end]
        for mention, side in self._sides.mentions(title):
            between, rest = title[mention.end : len(lead)].split(), title[mention.end :]
            if len(between) > _TITLE_WORDS or _PLACE.search(title[: mention.start]):
                continue
            if self._offices.search(rest):
                return side
        at_home = self._offices.search(title) is not None and not self._posted.search(title)
        return self._by_place(text, speaker.start) if at_home else None

    def _by_noun(self, entry: StatementEntry, speaker: Speaker) -> str | None:
        """Whose the paper or the office is that speaks as `the report`, `the agency`: told where the noun stood before."""
        noun = _THE_NOUN.fullmatch(speaker.name)
        if noun is None or speaker.start is None or not self._papers.fullmatch(noun[1]):
            return None
        text = next((one.told.text for one in entry.members if one.statement == entry.statement), "")
        if (issuer := self._issuer(text[speaker.end or speaker.start :])) is not None:
            return issuer
        for sentence in reversed(split(text[: speaker.start])):
            told = sentence.of(text)
            for place in re.finditer(rf"\b{re.escape(noun[1])}\b", told, re.IGNORECASE):
                return self._owner(told, Span(*place.span()))
        return None

    def _issuer(self, rest: str) -> str | None:
        """Who gives out a paper by the clause behind it: `the review, which Defense Secretary X presented`."""
        clause = _WHICH.match(rest)
        named = next(iter(self._sides.mentions(clause[1])), None) if clause else None
        return named[1] if named is not None and named[0].start <= 5 else None

    def _owner(self, text: str, noun: Span) -> str | None:
        """Whose a paper or an office is in a sentence: named right before or after it, or who issues it."""
        named = list(self._sides.mentions(text))
        for mention, side in named:
            before = text[mention.end : noun.start] if mention.end <= noun.start else None
            after = text[noun.end : mention.start] if mention.start >= noun.end else None
            if (before is not None and _OWNING.fullmatch(before)) or (after is not None and _OWNED.fullmatch(after)):
                return side
        issued = _ISSUED.search(text[: noun.start]) is not None
        return (
            next((side for mention, side in named if not _PLACE.search(text[: mention.start])), None)
            if issued
            else None
        )

    def _by_place(self, text: str, start: int) -> str | None:
        """Whose official speaks where no state is named: that of the place that opens the sentence, else that of the dateline."""
        opening = re.split(r"[.;:!?”\"\n]", text[:start])[-1]
        for place in (_IN_PLACE.match(opening), _DATELINE.match(text)):
            if place is not None and not self._shared.search(place[1]):
                named = [
                    side for _, side in self._sides.mentions(place[1]) if self._sides.kind_of_organisation(side) is None
                ]
                if named:
                    return named[0]
        return None

    def _of_agency(self, entry: StatementEntry, speaker: Speaker) -> str | None:
        """The state whose news agency speaks, or its predecessor on an early day."""
        state = self._agencies.get(_AGENCY.sub("", speaker.name).casefold())
        printed = next((one.told.published for one in entry.members if one.told.published), None)
        return self._sides.then(state, printed.latest if printed else None) if state is not None else None

    @cached_property
    def _agencies(self) -> dict[str, str]:
        """The names of the news agencies that speak for a state."""
        owned = [one for one in self._shelf.outlets.values() if one.state_relation == "state" and one.is_wire]
        return {name.casefold(): one.country for one in owned if one.country for name in (one.name, *one.aliases)}

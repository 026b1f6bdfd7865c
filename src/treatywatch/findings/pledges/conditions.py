"""The condition of a promise, where the statement carries none of its own: found by the conjunctions that open it.

It may stand in the promise, at the beginning of its sentence ("in exchange for …, Iran pledged to"), at its end, or in the
sentence after ("it made this conditional on …").
"""

from __future__ import annotations

import re

from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.sides import Sides
from treatywatch.language.sentences import split
from treatywatch.model.entry import StatementEntry, ToldStatement
from treatywatch.model.statement import Condition

_END = re.compile(r"[.;]|,\s+(?:and|but|which|who|he|she|it)\b", re.IGNORECASE)
_NAMES_ACTS = frozenset({"while", "until", "when", "whenever"})
"""Conjunctions that open a condition only where an act is told after them: a pledge until May has a term, and no condition."""
_SURELY = frozenset(
    {"as soon as", "only if", "unless", "except if", "provided that", "on condition that", "on the condition that"}
)
"""Conjunctions that open a condition whatever comes after them."""
_PLAIN = frozenset({"if", "as long as", "so long as", "for as long as", "provided", "providing", "assuming"})
"""Conjunctions that open a condition whatever comes after them where a comma sets it off."""
_LEAD = re.compile(r"[\W_]*(?:\S+\s+){0,1}?$")
"""What may stand before a condition that opens or ends a sentence."""
_THE_NOUN = re.compile(r"(?:the|this|that|its|his|her|their)\s+(?:self-imposed\s+)?(\w+)\b", re.IGNORECASE)
_TAKES_UP = re.compile(r"\W*(?:it|he|she|they|this|that|the|its|his|her|their|both|such)\b", re.IGNORECASE)
"""How a sentence begins that goes on about a promise."""


def condition_of(entry: StatementEntry, content: str, words: PledgeLexicon, sides: Sides) -> Condition | None:
    """The condition of a promise told in `content`: the statement's own, or the clause that a conjunction opens."""
    own = entry.statement.condition
    if own is not None and own.text in content:
        return own
    member = next((one for one in entry.members if one.statement == entry.statement), entry.members[0])
    found = _in_words(content, words, sides)
    if found is None and content is entry.content:
        found = _beside(member, words, sides) or _after(member, words, sides)
    if found is None:
        return None
    text, relation = found
    start = max(member.told.text.find(text, member.statement.evidence.start), 0)
    return Condition(start, start + len(text), text, relation)


def without_condition(entry: StatementEntry, content: str) -> str:
    """A content without the condition that its statement carries, so that nobody whom that names is taken for who promises."""
    own = entry.statement.condition
    return content.replace(own.text, " ").strip(" ,") if own is not None and own.text in content else content


def _in_words(text: str, words: PledgeLexicon, sides: Sides) -> tuple[str, str] | None:
    """The first condition that a text tells, with its conjunction."""
    for match in words.words("conditions").finditer(text):
        clause = _clause(text, match)
        relation = " ".join(match.group().casefold().split())
        rest = clause[match.end() - match.start() :]
        acts = bool(words.acts_in(rest) or words.words("doing_the_same").search(rest))
        named = any(True for _ in sides.mentions(rest))
        set_off = text[: match.start()].rstrip().endswith(",") and relation in _PLAIN
        if acts or set_off or relation in _SURELY or (named and relation not in _NAMES_ACTS):
            return clause, relation
    return None


def _beside(member: ToldStatement, words: PledgeLexicon, sides: Sides) -> tuple[str, str] | None:
    """A condition that opens the sentence of a promise, or that the sentence adds to it."""
    place, text = member.statement.evidence, member.told.text
    spans = member.statement.content
    first, last = min((span.start for span in spans), default=place.start), max((span.end for span in spans), default=0)
    for part in (text[place.start : max(place.start, first)], text[last : max(last, place.end)]):
        match = words.words("conditions").search(part)
        if match is not None and _LEAD.fullmatch(part[: match.start()]):
            return _in_words(part[match.start() :], words, sides) or _surely(part[match.start() :], match)
    return None


def _surely(text: str, match: re.Match[str]) -> tuple[str, str] | None:
    """A condition that its place in the sentence makes one, whatever it tells: `…, if the Europeans make good on their word`."""
    relation = " ".join(match.group().casefold().split())
    clause = re.split(r"[,.;]", text)[0].rstrip()
    return (clause, relation) if relation not in _NAMES_ACTS | {"once", "subject to"} else None


def _after(member: ToldStatement, words: PledgeLexicon, sides: Sides) -> tuple[str, str] | None:
    """A condition that the sentence after a promise puts to it: `The offer depends on …`."""
    place, text = member.statement.evidence, member.told.text
    behind = (one for one in split(text) if one.start >= place.end)
    sentence = next((one.of(text) for one in behind if not one.heading), "")
    noun = _THE_NOUN.match(sentence)
    about_it = noun is not None and words.words("omissions").fullmatch(noun[1])
    told = _in_words(sentence, words, sides) if about_it else None
    if told is not None:
        return told
    match = words.words("depending").search(sentence)
    if match is None or not _TAKES_UP.match(sentence) or words.words("negation").search(sentence[: match.start()]):
        return None
    return _clause(sentence, match), " ".join(match.group().casefold().split())


def _clause(content: str, match: re.Match[str]) -> str:
    """The words from a conjunction to the end of its clause; one that opens the content ends at the first comma."""
    rest = content[match.start() :]
    ended = re.search(",", rest) if not content[: match.start()].strip() else _END.search(rest)
    return rest[: ended.start()].rstrip() if ended else rest.rstrip()

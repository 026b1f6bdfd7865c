"""The condition of a promise, where the statement carries none of its own: found by the conjunctions that open it."""

from __future__ import annotations

import re

from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.sides import Sides
from treatywatch.model.entry import StatementEntry
from treatywatch.model.statement import Condition

_END = re.compile(r"[.;]|,\s+(?:and|but|which|who|he|she|it)\b", re.IGNORECASE)
_NAMES_ACTS = frozenset({"while", "until", "in return for", "in exchange for"})
"""Conjunctions that open a condition only where an act is told after them: a pledge until May has a term, and no condition."""
_SURELY = frozenset(
    {"as soon as", "only if", "unless", "except if", "provided that", "on condition that", "on the condition that"}
)
"""Conjunctions that open a condition whatever comes after them."""


def condition_of(entry: StatementEntry, content: str, words: PledgeLexicon, sides: Sides) -> Condition | None:
    """The condition of a promise told in `content`: the statement's own, or the clause that a conjunction opens."""
    own = entry.statement.condition
    if own is not None and own.text in content:
        return own
    for match in words.words("conditions").finditer(content):
        text = _clause(content, match)
        relation = " ".join(match.group().casefold().split())
        rest = text[match.end() - match.start() :]
        acts = bool(words.acts_in(rest) or words.words("doing_the_same").search(rest))
        named = any(True for _ in sides.mentions(rest))
        if acts or relation in _SURELY or (named and relation not in _NAMES_ACTS):
            member = next((one for one in entry.members if one.statement == entry.statement), entry.members[0])
            start = max(member.told.text.find(text, member.statement.evidence.start), 0)
            return Condition(start, start + len(text), text, relation)
    return None


def _clause(content: str, match: re.Match[str]) -> str:
    """The words from a conjunction to the end of its clause; one that opens the content ends at the first comma."""
    rest = content[match.start() :]
    ended = re.search(",", rest) if not content[: match.start()].strip() else _END.search(rest)
    return rest[: ended.start()].rstrip() if ended else rest.rstrip()

"""How far a negation reaches, and what of a passage is affirmed or denied."""

from __future__ import annotations

from treatywatch.stories.alterations.negation import Turn
from treatywatch.stories.alterations.tokens import Reading, Token

_CUT = frozenset({"advcl", "relcl", "parataxis", "mark", "nsubj", "nsubjpass", "csubj", "appos"})


_ASKING = frozenset({"who", "whom", "what", "which", "when", "where", "why", "how", "whether", "if"})


_CIRCUMSTANCES = frozenset(
    {"after", "before", "since", "despite", "amid", "because", "due", "during", "until", "for", "without"}
)
"""Prepositions of circumstances, which stay what they are where the act is denied ("did not come for fear of being seen")."""


def scope(reading: Reading, turn: Turn) -> set[int]:
    """Places of what a negation turns: its target and what hangs on it, not its subject, nor other clauses."""
    reached: set[int] = set()
    waiting = [turn.target]
    while waiting:
        token = waiting.pop()
        reached.add(token.place)
        for child in reading.children(token):
            told = child.dep == "ccomp" and (
                token.lemma in ("say", "tell", "report", "announce") or child.place < turn.by.place < token.place
            )  # "they blocked it, so the others could not agree"
            other = (
                child.dep == "conj"
                and (child.is_verb or token.is_verb)
                and _joined_by(reading, token) not in ("or", "nor")
            )
            beside = child.dep == "prep" and _is_circumstance(reading, child, token) and not _next_to(turn.by, child)
            if child.dep not in _CUT and not told and not other and not beside and not _asked(reading, child):
                waiting.append(child)
    return reached


def _is_circumstance(reading: Reading, preposition: Token, verb: Token) -> bool:
    """Whether a preposition tells under which circumstances, by its meaning or by its place before the subject ("With the waiver they")."""
    if preposition.lemma in _CIRCUMSTANCES:
        return True
    subject = next((one for one in reading.children(verb) if one.dep in ("nsubj", "nsubjpass")), None)
    return subject is not None and preposition.place < subject.place


def _next_to(by: Token, child: Token) -> bool:
    """Whether a negation stands right before a preposition ("not without hope")."""
    return child.place == by.place + 1


def _asked(reading: Reading, clause: Token) -> bool:
    """Whether a clause is a question ("not clear who fired"): what it asks is not denied."""
    return clause.dep == "ccomp" and any(child.lemma in _ASKING for child in reading.children(clause))


def _joined_by(reading: Reading, token: Token) -> str:
    return next((child.lemma for child in reading.children(token) if child.dep == "cc"), "")


def signs(reading: Reading, found: list[Turn]) -> dict[int, int]:
    """For each place +1 or −1: how often, modulo two, what stands there is negated."""
    sign = dict.fromkeys(range(len(reading.tokens)), 1)
    for turn in found:
        for place in scope(reading, turn):
            if reading.tokens[place].quoted or not turn.by.quoted:  # what somebody said denies nothing outside of it
                sign[place] = -sign[place]
    return sign

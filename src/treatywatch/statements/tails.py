"""What belongs to an object behind it though the parser hung it on the verb: "denied any role in the attack", "pledged aid once …"."""

from __future__ import annotations

from typing import Any

from treatywatch.language.names_folding import words
from treatywatch.statements.clauses import children, infinitive
from treatywatch.statements.filled import DATED, after_comma

_TAIL = frozenset(
    [
        "for",
        "as",
        "on",
        "over",
        "with",
        "from",
        "of",
        "against",
        "between",
        "by",
        "under",
        "without",
        "into",
        "about",
        "toward",
        "towards",
    ]
)


_AFTERWARDS = frozenset(["after", "once", "if", "unless", "until", "when", "before"])


_SCENES = frozenset(
    [
        *(
            "statement",
            "interview",
            "letter",
            "speech",
            "address",
            "conference",
            "briefing",
            "call",
            "meeting",
            "visit",
            "tweet",
        ),
        *(
            "grounds",
            "behalf",
            "condition",
            "twitter",
            "television",
            "tv",
            "radio",
            "eve",
            "sidelines",
            "phone",
            "telephone",
            "talks",
        ),
    ]
)


def tail(verb: Any, noun: Any) -> list[Any]:
    """Phrases behind the object that the parser hung on the verb, as far as they follow without a pause: not the day nor the
    occasion ("urged restraint on both sides in a statement"); of what is to come also its condition ("pledged aid once …").
    """
    found: list[Any] = []
    end = max(token.i for token in noun.subtree) + 1
    for child in verb.children:
        first = next(iter(child.subtree)) if child.i > noun.i else None
        if first is None or first.i < end:
            continue
        if (_is_day(child) or child.lower_ in _PARTICLES) and first.i == end:
            end = child.right_edge.i + 1  # "blasted him on Monday over the vote", "brushed it off as a trick"
            continue
        approving = _of_call(child, noun, first, end) or (
            child.dep_ == "advcl" and child.tag_ == "VBG" and first == child and end > noun.right_edge.i + 1
        )
        if first.i > end or not (approving or _of_object(child, noun) or _on_condition(verb, child, first)):
            break  # "denounced the vote Tuesday approving the plan"
        found.append(child)
        end = max(token.i for token in child.subtree) + 1
    return found


_CALLS = words(
    """call demand proposal request offer appeal plan decision attempt bid effort right invitation order move vote push plea refusal
    threat promise pledge commitment readiness willingness intention"""
)
"""Nouns that an infinitive right behind them tells ("rejected the call to stop work")."""


def _of_call(child: Any, noun: Any, first: Any, end: int) -> bool:
    called = noun.lemma_.lower() in _CALLS and child.dep_ in ("xcomp", "advcl") and infinitive(child)
    return called and first.i == end


_PARTICLES = frozenset(["off", "aside", "away", "down", "out", "back"])
"""Particles that may stand behind the object ("brushed the claim aside as …")."""


def _of_object(child: Any, noun: Any) -> bool:
    if child.lower_ == "in" and child.dep_ == "prep" and noun.lemma_.lower() in _TAKING_PART:
        return bool(child.i == noun.i + 1 or noun.right_edge.i + 1 == child.i)
    if child.dep_ not in ("prep", "dative") or child.lower_ not in (*_TAIL, *_SOMETIMES):
        return False
    wanted = _SOMETIMES.get(child.lower_)
    if wanted is not None and wanted.isdisjoint(token.lemma_.lower() for token in children(child, "pobj")):
        return False
    inner = {token.lemma_.lower() for token in children(child, "pobj")} | {t.ent_type_ for t in children(child, "pobj")}
    return inner.isdisjoint(_SCENES) and inner.isdisjoint(DATED)


_SOMETIMES = {
    "in": frozenset(
        [
            "support",
            "favour",
            "favor",
            "response",
            "exchange",
            "return",
            "connection",
            "line",
            "honour",
            "honor",
            "plot",
            "scheme",
            "conspiracy",
        ]
    ),
}
_TAKING_PART = words(
    """intervention interference involvement role part participation complicity interest progress stake share presence hand meddling
    increase reduction cut rise decline change shift delay drop growth confidence belief trust faith delay imbalance gap disparity"""
)
"""Nouns that an "in" right behind them completes ("denied any role in the attack")."""
"""Prepositions that belong to the object only before these nouns ("announced a concert in support of …", not "in Berlin")."""


def _is_day(child: Any) -> bool:
    """Whether the dependent tells only a day ("on Monday")."""
    if child.dep_ == "npadvmod":
        return child.ent_type_ in DATED
    return child.dep_ == "prep" and any(noun.ent_type_ in DATED for noun in children(child, "pobj"))


_TO_COME = frozenset(
    [
        "pledge",
        "promise",
        "offer",
        "propose",
        "seek",
        "demand",
        "urge",
        "request",
        "announce",
        "forecast",
        "predict",
        "threaten",
        "foresee",
    ]
)


def _on_condition(verb: Any, child: Any, first: Any) -> bool:
    return bool(child.dep_ == "advcl" and first.lower_ in _AFTERWARDS and verb.lemma_.lower() in _TO_COME)


def as_phrase(verb: Any, noun: Any) -> list[Any]:
    """`rejected it as blackmail`, where the parser took "as" for a conjunction."""
    for child in children(verb, "advcl"):
        first = next(iter(child.subtree))
        if (
            first.lower_ == "as"
            and first.i > noun.i
            and child.pos_ in ("NOUN", "ADJ", "PROPN")
            and not after_comma(child)
        ):
            return [child]
    return []

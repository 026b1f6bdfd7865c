"""The parts of a package of measures, as told ("review air and missile defences, along with intelligence programmes")."""

from __future__ import annotations

from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.trees import Token, children, is_verb, joined
from treatywatch.model.vocabulary import EventKind

_LINKS = ("along with", "as well as", "together with", "in addition to")


def parts_of(trigger: Trigger, matcher: Matcher) -> tuple[str, ...]:
    """The items of the package, in the order of the text; none where the package is only named."""
    if trigger.kind is not EventKind.AGREE_MEASURES or trigger.nominal:
        return ()
    clause = trigger.roles.get("clause")
    if clause is None:
        return _listed(trigger.roles.get("object"), matcher)
    found: list[str] = []
    for verb in (clause, *(other for other in clause.conjuncts if is_verb(other))):
        for noun in children(verb, "dobj"):
            found += [f"{verb.lemma_} {text}" for text in _phrases(noun, matcher)]
        found += [f"{verb.lemma_} {text}" for text in _linked(verb, matcher)]
    return tuple(dict.fromkeys(found))


def _listed(noun: Token | None, matcher: Matcher) -> tuple[str, ...]:
    """As in "measures including more patrols and exercises"."""
    if noun is None:
        return ()
    for prep in (child for child in noun.children if child.lower_ in ("including", "such")):
        for item in children(prep, "pobj"):
            return tuple(_phrases(item, matcher))
    return ()


def _phrases(noun: Token, matcher: Matcher) -> list[str]:
    """A coordination stays one phrase where its parts share a head ("air and missile defences"), else one phrase per part."""
    return [_text(part, matcher) for part in joined(noun)] + [
        text for part in joined(noun) for text in _linked(part, matcher)
    ]


def _text(noun: Token, matcher: Matcher) -> str:
    low = noun.left_edge.i
    doc = matcher.doc
    tokens = [doc[index] for index in range(low, noun.i + 1)]
    return str(doc[tokens[0].i : noun.i + 1].text)


def _linked(token: Token, matcher: Matcher) -> list[str]:
    """What "along with" and "as well as" add."""
    found: list[str] = []
    for prep in children(token, "prep"):
        deep = [prep, *children(prep, "prep")]
        words = " ".join(part.lower_ for part in deep)
        if any(words.startswith(link) or (link.startswith(words) and len(words) > 3) for link in _LINKS):
            for last in deep:
                for noun in children(last, "pobj"):
                    found += _phrases(noun, matcher)
    return found

"""Which frame of its entry a cue fills, and with what: the complement that carries the content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from treatywatch.statements.clausal import (
    gerund,
    object_clause,
    object_infinitive,
    spoken_that,
    that_clause,
    through,
    to_infinitive,
    wh_clause,
)
from treatywatch.statements.filled import ADVERBIAL, DATED, OBJECT, Filled
from treatywatch.statements.lexicon import CueEntry, Frame
from treatywatch.statements.objects import plain_object
from treatywatch.statements.predicates import object_predicate
from treatywatch.statements.prepositional import object_prep, prep_object, preposition


def fill(entry: CueEntry, verb: Any) -> Filled | None:
    """The first of the entry's frames that the verb's dependents fill, the most specific ones first; None where none is filled."""
    for kind, matcher in _MATCHERS:
        for frame in entry.frames:
            if frame.kind == kind:
                found = matcher(frame, verb) if kind != "prep-object" else prep_object(frame, verb, entry.cue)
                if found is not None and (kind != "object" or entry.takes(found.whom.lemma_.lower())):
                    return found
    return None


def particle(entry: CueEntry, verb: Any) -> bool:
    """Whether the particle of a cue of several words ("point out") stands with the verb."""
    return not entry.cue.partition(" ")[2] or bool(cue_tokens(entry, verb)[1:])


def cue_tokens(entry: CueEntry, verb: Any) -> list[Any]:
    """The verb and the further words of its cue; the verb alone where one is missing. A day or an adverb may stand between
    ("called on Monday for", "called again for").
    """
    found, at = [verb], verb.i + 1
    for word in entry.cue.split()[1:]:
        if found == [verb]:
            at = _behind_adverbial(verb, at, word)
        if at >= len(verb.doc) or verb.doc[at].lower_ != word:
            apart = [c for c in verb.children if c.dep_ in ("prt", "advmod") and c.i > at and c.lower_ == word]
            return [verb, *apart[:1]]  # "brushed the claim off"
        found.append(verb.doc[at])
        at += 1
    return found


def side_by_side(words: list[Any]) -> list[Any]:
    """The words of a cue, its verb alone where the object stands before the particle ("brushed the claim off")."""
    verb, apart = (
        words[0],
        words[-1].dep_ in ("prt", "advmod") and any(c.dep_ in OBJECT and c.i < words[-1].i for c in words[0].children),
    )
    return [verb] if apart else words


def _behind_adverbial(verb: Any, at: int, word: str) -> int:
    """Where the particle stands: at `at`, or behind adverbs and days of the verb."""
    doc, end = verb.doc, min(len(verb.doc), at + ADVERBIAL)
    for place in range(at, end):
        token = doc[place]
        if token.lower_ == word and token.ent_type_ not in DATED:
            after = doc[place + 1] if place + 1 < len(doc) else None
            if after is None or after.ent_type_ not in DATED:
                return place
        elif token.tag_ != "RB" and token.ent_type_ not in DATED and token.lower_ not in ("on", "in", "at"):
            break
    return at


_MATCHERS: tuple[tuple[str, Callable[[Frame, Any], Filled | None]], ...] = (
    ("on-infinitive", through("on")),
    ("to-infinitive", through("to")),
    ("object-infinitive", object_infinitive),
    ("object-clause", object_clause),
    ("clause", that_clause),
    ("wh", wh_clause),
    ("that", spoken_that),
    ("infinitive", to_infinitive),
    ("gerund", gerund),
    ("object-of", object_prep),
    ("object-for", object_prep),
    ("object-as", object_prep),
    ("object-prep", object_prep),
    ("object-predicate", object_predicate),
    ("prep-object", prep_object),
    ("prep", preposition),
    ("object", plain_object),
)

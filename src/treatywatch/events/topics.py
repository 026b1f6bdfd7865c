"""Whom a report, or a sentence of it, is about: the state that opens it, the state or the two states told most."""

from __future__ import annotations

from collections import Counter

from treatywatch.language.prose import Prose

_BACK = 2
"""Sentences back within which the one who acts is sought before the whole report is asked; own reports."""
_OPENING = 40
"""Characters at the start of an earlier sentence in which the state stands that it is about; own reports."""
_SHARE = 0.5
"""A state with this share of a report's mentions of states is whom it is about; own reports."""
_TWICE = 2
_PAIR_SHARE = 0.75
"""Two states with this share together, each named twice at least, are whom a report's talks are between; own reports."""

_MAIN_SHARE = 0.6
"""A treaty that has this share of a report's mentions of treaties is what "its withdrawal" is about (own labelled reports)."""


def states_told(prose: Prose, low: int, high: int) -> tuple[str, ...]:
    """The states that the words between two offsets mean, in the order of the text."""
    states = prose.cast.scene.directory.states
    return tuple(actor for actor in prose.cast.actors(low, high) if actor in states)


def topic(prose: Prose, index: int) -> tuple[str, ...]:
    """The state that opens the nearest sentence before the one at `index`; none where none of the last few opens with one."""
    for before in range(index - 1, max(-1, index - _BACK - 1), -1):
        told = _opening(prose, before)
        if told:
            return told
    return ()


def lead(prose: Prose) -> tuple[str, ...]:
    """The state that opens the report."""
    return _opening(prose, 0) if prose.sentences else ()


def _opening(prose: Prose, index: int) -> tuple[str, ...]:
    sentence = prose.sentences[index]
    return states_told(prose, sentence.start, min(sentence.end, sentence.start + _OPENING))[:1]


def protagonist(prose: Prose) -> tuple[str, ...]:
    """The state that a report is about, where one has most of its mentions of states."""
    directory = prose.cast.scene.directory
    states = [directory.state_of(m.id) for m in prose.mentions if m.kind == "actor"]
    counts = Counter(state for state in states if state in directory.states)
    if not counts:
        return ()
    best, count = counts.most_common(1)[0]
    return (best,) if best is not None and count >= _SHARE * sum(counts.values()) else ()


def sides(prose: Prose) -> tuple[str, ...]:
    """The two states that a report is about, where two of them have most of its mentions of states; none otherwise."""
    directory = prose.cast.scene.directory
    states = [directory.state_of(m.id) for m in prose.mentions if m.kind == "actor"]
    counts = Counter(state for state in states if state in directory.states)
    pair = counts.most_common(2)
    if len(pair) < 2 or min(count for _, count in pair) < _TWICE:
        return ()
    both = sum(count for _, count in pair) >= _PAIR_SHARE * sum(counts.values())
    return tuple(sorted(state for state, _ in pair)) if both else ()


def main_treaty(prose: Prose) -> str | None:
    """The treaty that the report is about, if one has most of its mentions."""
    counts = Counter(mention.id for mention in prose.cast.treaties_told(0, len(prose.text)))
    if not counts:
        return None
    best, count = counts.most_common(1)[0]
    return best if count >= _MAIN_SHARE * sum(counts.values()) else None

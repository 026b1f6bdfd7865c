"""Several taken up by one word: "Macron and Merkel met. They said …", "Moscow and Minsk … Both deny it"."""

from __future__ import annotations

import re
from itertools import pairwise

from treatywatch.language.cast_pronouns import THEY, Antecedents
from treatywatch.language.cast_referents import Referent
from treatywatch.language.cast_scene import MODIFIERS
from treatywatch.language.cast_speakers import Speakers
from treatywatch.model.statement import Speaker

_PAIR = re.compile(
    r"both(?: of them)?|the pair|the (?:two|three|four|trio)|all (?:three|four)"
    r"|(?:both|all three|all four|the (?:two|three|four)) (?:men|women|leaders|sides|countries|governments|capitals|presidents|ministers"
    r"|states|powers|nations|officials|diplomats|senators)"
)
_COUNTS = {"three": 3, "trio": 3, "four": 4}
_ONE = {"the former": 0, "the latter": 1}
_JOINED = re.compile(r"\w,? and \w")
_AND = re.compile(r",? and (?:the )?|, (?:the )?")


def together(speakers: Speakers, start: int, end: int) -> tuple[Speaker, ...]:
    """Those whom "they", "both" or "the two leaders" take up, where the names of several are joined; nothing for other words."""
    scene = speakers.scene
    words = scene.plain[start:end].strip()
    if words in _ONE:
        two = _last_two(speakers, start)
        return (speakers.resolve(*two[_ONE[words]]),) if two else ()
    if words not in THEY and not _PAIR.fullmatch(words):
        return ()
    wanted = next((number for word, number in _COUNTS.items() if word in words.split()), 2)
    back = _joined_before(speakers.referents, start, words in THEY)
    spans = (
        _parts(scene.text, back.start, back.end) if back is not None else _opening_row(speakers, start, words, wanted)
    )
    if wanted > 2 and len(spans) != wanted:
        spans = _opening_row(speakers, start, words, wanted)
    named = [speakers.resolve(low, high) for low, high in spans]
    told = all(one.actor or one.on_behalf_of or one.office for one in named)
    return tuple(named) if len(named) > 1 and told and wanted in (2, len(named)) else ()


def _last_two(speakers: Speakers, start: int) -> list[tuple[int, int]]:
    """The last two names before that an "and" or a "with" joins: of whom "the former" and "the latter" are told."""
    scene = speakers.scene
    low = scene.sentence_span(max(0, scene.sentence_of(start) - 1))[0]
    persons = [(s, e) for s, e, _ in speakers.people.at(low, start)]
    bodies = [(m.start, m.end) for m in scene.within(low, start, "actor") if m.alias_kind not in MODIFIERS]
    if len(persons) == 2:
        return persons
    for named in (persons, bodies):
        for first, second in reversed(list(pairwise(sorted(named)))):
            if _JOINS.search(scene.text, first[1], second[0]) and second[0] - first[1] <= _BETWEEN:
                return [first, second]
    return []


_JOINS = re.compile(r"\b(?:and|with)\b")
_BETWEEN = 60
"""Characters between two names of a pair at most: a title stands there ("… and the Belarusian president …")."""


def _joined_before(referents: Antecedents, start: int, by_pronoun: bool) -> Referent | None:
    """The names that "and" joins in one subject: for "they" where they are its likeliest antecedent, for "both" the last ones."""
    plain = referents.scene.plain
    joined = [r for r in referents.before(start, "plural") if _JOINED.search(plain[r.start : r.end]) and not r.quoted]
    if not by_pronoun:
        return joined[-1] if joined else None
    chosen = referents.of_pronoun("they", start)
    return next((r for r in joined if chosen is not None and (r.start, r.end) == (chosen.start, chosen.end)), None)


def _opening_row(speakers: Speakers, start: int, words: str, wanted: int) -> list[tuple[int, int]]:
    """So many names that "and" joins at the head of the sentence, or of the one before, where no parse tells subjects; "both" may look
    one further back, since nothing else is two.
    """
    scene = speakers.scene
    here = scene.sentence_of(start)
    far = _NEAR if words in THEY else _NEAR + 1
    for index in range(here, max(-1, here - far), -1):
        low, high = scene.sentence_span(index)
        persons = [(s, e) for s, e, _ in speakers.people.at(low, high)]
        bodies = [(m.start, m.end) for m in scene.within(low, high, "actor") if m.alias_kind not in MODIFIERS]
        named = sorted({*persons, *bodies})
        if len(named) < 2 or named[1][1] > start or scene.quoted(named[0][0]) is not None:
            continue
        row = named[:1]
        for one in named[1:]:
            if not _AND.fullmatch(scene.text, row[-1][1], one[0]):
                break
            row.append(one)
        if named[0][0] - low <= _LEAD and len(row) == wanted:
            return row
    return []


_NEAR, _LEAD = 2, 12
"""Sentences looked at, and characters that may stand before the first name ("On Monday ")."""


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between the commas and the "and"."""
    found, low = [], start
    for match in _AND.finditer(text, start, end):
        found.append((low, match.start()))
        low = match.end()
    return [(low_, high) for low_, high in [*found, (low, end)] if text[low_:high].strip()]

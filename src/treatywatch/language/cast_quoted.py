"""Who speaks a quotation: the voice nearest to it, so that its "we" and "I" have somebody to mean."""

from __future__ import annotations

import re

from treatywatch.language.cast_figures import speaks
from treatywatch.language.cast_pronouns import Antecedents
from treatywatch.language.cast_referents import Referent
from treatywatch.language.cast_scene import Scene

_PRONOUN_SPEAKS = re.compile(r"\b(he|she|it|they)\b")


def _voices(referents: Antecedents) -> list[tuple[int, Referent]]:
    """Who speaks in the report's own words, in order, with pronouns followed back."""
    scene = referents.scene
    voices = [(r.start, r) for r in referents.all if not r.quoted and (r.speaking or _says_before(scene, r.start))]
    for match in _PRONOUN_SPEAKS.finditer(scene.plain):
        if speaks(scene, match.end()) and scene.quoted(match.start()) is None:
            back = referents.of_pronoun(match.group(), match.start())
            if back is not None:
                voices.append((match.start(), back))
    return sorted(voices, key=lambda voice: voice[0])


def speaker_of_quotation(referents: Antecedents, start: int) -> Referent | None:
    """Who speaks the quotation at `start`: the voice nearest to it in its sentence, else the last one before."""
    scene = referents.scene
    span = scene.quoted(start)
    if span is None:
        return None
    low = scene.sentence_span(scene.sentence_of(span[0]))[0]
    high = scene.sentence_span(scene.sentence_of(span[1] - 1))[1]
    voices = referents.voices = _voices(referents) if referents.voices is None else referents.voices
    here = [v for v in voices if low <= v[0] < high]
    if here:
        return min(here, key=lambda v: min(abs(v[0] - span[1]), abs(span[0] - v[0])))[1]
    earlier = [r for at, r in voices if at < span[0]]
    return earlier[-1] if earlier else None


def _says_before(scene: Scene, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:said|says|according to|asked|added|warned|told)\s(?:the\s)?$",
            scene.plain[max(0, start - 20) : start],
        )
    )

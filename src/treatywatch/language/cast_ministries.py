"""Whose ministry or government is meant where the report does not say: by its place, the dateline, or who is spoken of."""

from __future__ import annotations

import re

from treatywatch.language.cast_referents import MINISTRIES, Referent, Referents
from treatywatch.language.cast_scene import Scene

OF_A_STATE = frozenset({"ministry", "government", "parliament", "military", "army", "regime", "leadership"})
"""Bodies that every state has one of."""

_DATELINE = re.compile(
    r"[A-Z][A-Z .'/-]{2,30}[,:(]|[A-Z][\w .'/]{2,30}(?:,[^\n.]{0,30})?\s\([\w /.-]{2,24}\)|[A-Z][A-Z .'/]{2,30}\s[-–—]"
)
_FRONTED = re.compile(r"\W*(?:(?:and|but|meanwhile),?\s)?(?:back\s|over\s)?(?:in|from)\s(?:the\s)?")
_BEHIND_PLACE = re.compile(
    r",|\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|meanwhile|later|earlier|the|a)\b"
)
_VENUES = frozenset({"vienna", "geneva", "brussels", "the hague", "new york", "helsinki", "reykjavik", "oslo"})
"""Towns where others meet: who speaks there may be anybody's."""
_NEAR = 3
"""Sentences back in which the state spoken of is sought (own labelled reports)."""


def home(scene: Scene, referents: Referents, start: int, core: int, end: int) -> str | None:
    """The state whose ministry, government or parliament the words `[start, end)` mean; `core` ends their first part."""
    return (
        _placed(scene, start, core, end)
        or fronted(scene, start)
        or _dateline(scene)
        or _spoken_of(scene, referents, start)
    )


def organ_of(scene: Scene, state: str, wanted: str | None) -> str | None:
    """The state's ministry of the wanted kind, if the shelf has it."""
    bodies = scene.directory.organisations.values()
    found = [body.id for body in bodies if wanted and body.state == state and body.id.endswith(MINISTRIES[wanted])]
    return found[0] if len(found) == 1 else None


def _placed(scene: Scene, start: int, core: int, end: int) -> str | None:
    """`the ministry in Moscow`: the state of the capital told right behind."""
    sentence = scene.sentence_span(scene.sentence_of(start))[1]
    for mention in scene.within(core, min(sentence, max(end, core + 24))):
        if mention.kind in ("place", "actor") and scene.plain[core : mention.start].strip() == "in":
            return _a_state(scene, scene.directory.state_of(mention.id))
    return None


def fronted(scene: Scene, start: int) -> str | None:
    """`In Moscow, the Foreign Ministry …`: the state of the capital, or the state itself, that opens the sentence."""
    low = scene.sentence_span(scene.sentence_of(start))[0]
    opening = _FRONTED.match(scene.plain, low, start)
    named = scene.at(opening.end()) if opening else None
    if named is None or named.kind not in ("place", "actor") or named.end > start:
        return None
    if not _BEHIND_PLACE.match(scene.plain, named.end) or scene.plain[named.start : named.end] in _VENUES:
        return None
    return _a_state(scene, scene.directory.state_of(named.id))


def seated(scene: Scene, core: int, end: int) -> str | None:
    """`the prime minister in London`: the state of the capital told right behind the words."""
    joint = _IN.match(scene.plain, core)
    named = scene.at(joint.end()) if joint else None
    if named is None or named.kind not in ("place", "actor") or scene.plain[named.start : named.end] in _VENUES:
        return None
    return _a_state(scene, scene.directory.state_of(named.id))


_IN = re.compile(r"\sin\s")


def _dateline(scene: Scene) -> str | None:
    """The state of the capital from which the report is filed, if the report speaks of that state too."""
    for index in range(min(3, len(scene.sentences))):
        low, high = scene.sentence_span(index)
        line = _DATELINE.match(scene.text, low, high)
        places = scene.within(low, line.end(), "place", "actor") if line else []
        for mention in places[:1]:
            state = _a_state(scene, scene.directory.state_of(mention.id))
            spoken = any(m.start != mention.start and scene.state_of(m) == state for m in scene.mentions)
            if mention.start == low and state and spoken:
                return state
    return None


def _spoken_of(scene: Scene, referents: Referents, start: int) -> str | None:
    """The state of the likeliest subject of the sentences before."""
    here = scene.sentence_of(start)
    near = [r for r in referents.all if r.end <= start and here - r.sentence <= _NEAR and not r.quoted]
    sides = [(r, state) for r in near if (state := _side(scene, referents, r))]
    likeliest = max(sides, key=lambda side: (referents.score(side[0], start), side[0].start), default=None)
    return likeliest[1] if likeliest else None


def _side(scene: Scene, referents: Referents, referent: Referent) -> str | None:
    """The state that a referent stands for."""
    actor = referent.actor
    if referent.figure is not None:
        actor = referents.serves(referent)
    elif actor is None:
        named = scene.within(referent.start, referent.end, "actor")
        actor = named[0].id if named else None
    return _a_state(scene, scene.directory.state_of(actor)) if actor else None


def _a_state(scene: Scene, actor: str) -> str | None:
    return scene.of_the_day(actor) if actor in scene.directory.states else None

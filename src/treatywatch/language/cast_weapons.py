"""Which weapon is meant by "the missile", "a controversial new missile system", "the radar"."""

from __future__ import annotations

import re

from treatywatch.language.cast_scene import Scene

_NOUN = re.compile(
    r"\b(missile systems?|missiles?|weapons?|rockets?|projectiles?|systems?|launchers?|interceptors?|radars?|torpedo(?:es)?|bombs?)\b"
)
_PARTICULAR = re.compile(r"\b(?:the|this|that|these|those|its|his|a|an|such|new)\s(?:[\w.'-]+\s){0,6}$")
_COMPOUND = re.compile(
    r"\s(?:defen[cs]es?|shields?|programmes?|programs?|technology|control regime|capabilit\w+|test range|arsenals?|crisis|gap|inspector)"
)
_DEFENSIVE = ("interceptor", "defence", "abm", "radar", "target", "observation")
_KIND = {
    "launcher": ("launcher", "missile defence site"),
    "interceptor": ("interceptor",),
    "radar": ("radar",),
    "torpedo": ("torpedo",),
    "bomb": ("bomb",),
}
"""What a noun asks of a system's type; missiles, rockets and weapons ask that it is no defence."""


class Weapons:
    """Resolves mentions of weapons, named or not, in one report."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.named = [m for m in scene.mentions if m.kind == "system"]

    def meant(self, start: int, end: int) -> tuple[str, ...]:
        """The systems that the words name; where they name none, the only one in play that they can refer to."""
        named = [m.id for m in self.scene.within(start, end, "system")]
        if named:
            return tuple(dict.fromkeys(named))
        nouns = list(_NOUN.finditer(self.scene.plain, start, end))
        noun = nouns[-1] if nouns else None
        if noun is None or _COMPOUND.match(self.scene.plain, noun.end()):
            return ()
        low = max(start - 40, self.scene.sentence_span(self.scene.sentence_of(start))[0])
        if not _PARTICULAR.search(self.scene.plain[low : noun.start()]):
            return ()
        return self._only(noun, start)

    def _only(self, noun: re.Match[str], start: int) -> tuple[str, ...]:
        """The one fitting system of the report; else the one of the sentence and the two before it."""
        owners = {self.scene.state_of(m) for m in self.scene.within(start, noun.start(), "actor")}
        words = self.scene.plain[start : noun.end()]
        fits = [m for m in self.named if self._fits(m.id, noun.group(1).rstrip("s"), words, owners)]
        everywhere = {m.id for m in fits}
        if len(everywhere) == 1:
            return tuple(everywhere)
        here = self.scene.sentence_of(noun.start())
        recent = {m.id for m in fits if m.start < noun.start() and here - self.scene.sentence_of(m.start) <= 2}
        return tuple(recent) if len(recent) == 1 else ()

    def _fits(self, system: str, noun: str, words: str, owners: set[str | None]) -> bool:
        """Whether the noun, and what stands before it, can mean the system."""
        known = self.scene.directory.systems.get(system)
        if known is None:
            return True
        kind = known.type.lower()
        if owners and known.owner not in owners and not (known.owner in ("su", "ru") and owners & {"su", "ru"}):
            return False
        if ("cruise" in words and "ballistic" in kind) or ("ballistic" in words and "cruise" in kind):
            return False
        asked = _KIND.get(noun.removesuffix("e") if noun == "torpedoe" else noun)
        if asked is not None:
            return any(word in kind for word in asked)
        return noun == "system" or not any(word in kind for word in _DEFENSIVE)

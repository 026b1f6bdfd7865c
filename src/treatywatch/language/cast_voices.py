"""How a speaker is told: the shape of a noun phrase, and the speaker that a person, a body or bare words make."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatywatch.language.cast_directory import Held
from treatywatch.language.cast_figures import Figure
from treatywatch.language.cast_people import People
from treatywatch.language.cast_scene import Scene
from treatywatch.language.cast_titles import Title
from treatywatch.language.intervals import Intervals
from treatywatch.model.annotation import Mention
from treatywatch.model.statement import Speaker

_CUT = re.compile(
    r",\s|\s[–—]\s|\s(?:for|at|from|with|who|whose|which|to|on|in|of|close|familiar|representing|speaking|and|after|during|when|as|told|said|briefed|"
    r"seen|obtained|reviewed|viewed|published|prepared|commissioned|drafted|circulated|knowledgeable|involved|over|including|quoted|cited|named|based(?=\s(?:in|at|near)\b))\s"
)

_RULE = re.compile(r"\b(?:administration|government|regime|cabinet|presidency)\b")
"""What is called after who leads or led it."""
_POSSESSIVE = re.compile(r"'s?\s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `core` ends before its first comma or preposition, `main` begins after its last possessive."""

    start: int
    end: int
    core: int
    main: int


class Voices:
    """Makes speakers of the persons, bodies and words of one report."""

    def __init__(self, scene: Scene, titles: tuple[Title, ...], people: People) -> None:
        self.scene, self.titles, self.people = scene, titles, people
        self._roles = Intervals((t.head, t.end, t) for t in titles)

    def _phrase(self, start: int, end: int) -> Phrase:
        scene, solid = self.scene, self._solid(start, end)
        core = end
        for match in _CUT.finditer(scene.plain, start, end):
            if not any(s <= match.start() < e for s, e in solid):
                core = match.start()
                break
        main = start
        for match in _POSSESSIVE.finditer(scene.plain, start, core):
            if not any(s < match.start() and match.end() < e for s, e in solid):
                main = match.end()
        return Phrase(start, end, core, main)

    def _solid(self, start: int, end: int) -> list[tuple[int, int]]:
        """Spans that a cut may not break: names, and titles with their own prepositions."""
        spans = [(m.start, m.end) for m in self.scene.within(start, end)]
        spans += [(s, e) for s, e, _ in self.people.at(start, end)]
        return spans + [(head, after) for head, after, _ in self._roles.inside(start, end)]

    def _main_titles(self, phrase: Phrase) -> list[Title]:
        return [title for _, _, title in self._roles.inside(phrase.main, phrase.core)]

    def _of_figure(self, figure: Figure, start: int, end: int) -> Speaker:
        office, actor = self.people.standing(figure)
        return Speaker(figure.name, figure.slug, office, actor, start, end)

    def actors_told(self, start: int, end: int) -> list[str]:
        """The states and organisations that names, offices and persons in the span stand for."""
        found = [self.scene.state_of(m) for m in self.scene.within(start, end, "actor", "office")]
        ever = bool(_RULE.search(self.scene.plain, start, end))
        persons = (f for _, _, f in self.people.at(start, end))
        found += [self.people.serves(f) if ever else self.people.standing(f)[1] for f in persons]
        return list(dict.fromkeys(a for a in found if a))

    def _held(self, held: Held, phrase: Phrase) -> Speaker:
        """The holder of an office as the speaker of a phrase."""
        behalf = self.scene.directory.state_of(held.office.actor)
        return Speaker(held.tenure.name, held.tenure.person, held.office.id, behalf, phrase.start, phrase.end)

    def _of_mention(self, mention: Mention, start: int, end: int) -> Speaker:
        name = re.sub(r"^[Tt]he ", "", mention.text)
        if mention.alias_kind == "press" and (name in ("North", "South") or name.islower()):
            name = self._called(mention.id)
        behalf = self.scene.directory.state_of(mention.id) if mention.kind != "outlet" else None
        return Speaker(name, mention.id if mention.kind != "outlet" else None, None, behalf, start, end)

    def _called(self, actor: str) -> str:
        """The name by which print calls a state or an organisation: its first alias, else its name."""
        directory = self.scene.directory
        body = directory.states.get(actor) or directory.organisations.get(actor)
        if body is None:
            return actor
        plain = [a.text for a in body.aliases if a.kind in ("name", "abbrev", "press") and not a.ambiguous]
        return plain[0] if plain else body.name

    def _anonymous(self, phrase: Phrase, actor: str | None) -> Speaker:
        return Speaker(self._words(phrase), None, None, actor, phrase.start, phrase.end)

    def _words(self, phrase: Phrase) -> str:
        return " ".join(self.scene.text[phrase.start : phrase.end].split())

"""Whom the words of a source mean: a name with its title, an office, a body, an unnamed voice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatywatch.language.cast_figures import Figure
from treatywatch.language.cast_ministries import OF_A_STATE, home, organ_of
from treatywatch.language.cast_people import People
from treatywatch.language.cast_referents import FIRST, PRONOUNS, Referent, Referents, qualifier, speaker_of_quotation
from treatywatch.language.cast_scene import MODIFIERS, Scene
from treatywatch.language.cast_titles import Title
from treatywatch.model.annotation import Mention
from treatywatch.model.statement import Speaker

_CUT = re.compile(
    r",\s|\s[–—]\s|\s(?:for|at|from|with|who|whose|which|to|on|in|of|close|familiar|representing|speaking|and|after|during|when|as|told|said|briefed|"
    r"knowledgeable|involved|over|including|quoted|cited|named|based)\s"
)
_LONGER = re.compile(
    r"(?<![A-Z])(?!(?:The|Newspaper|Agency|Daily|State|Broadcaster|News|Magazine|Channel)\s)\b[A-Z][\w’'-]*[a-z]\s$"
)
"""A capitalised word before an outlet's name makes it another one's ("Komsomolskaya Pravda")."""

_POSSESSIVE = re.compile(r"'s?\s")
_DETERMINER = re.compile(r"(?:the|that|this|its|their|his|her)\s")
_POINTING = ("the", "this", "that", "his", "her", "its", "their")
_PLACED = re.compile(r"(?:\s(?:in|at|to|on|for|of)\s[\w' ]{1,40})?,?\s")
_CAPITALISED = re.compile(r"\s([A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)*)")
_OWNED = re.compile(r"(its|his|her|their)\s")
_TURN = re.compile(r"([A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}):\s")
_DEPTH = 4
"""Descriptions are followed back at most so often ("he" → "the spokesman" → a name)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `core` ends before its first comma or preposition, `main` begins after its last possessive."""

    start: int
    end: int
    core: int
    main: int


class Speakers:
    """Resolves sources in one report."""

    def __init__(self, scene: Scene, titles: tuple[Title, ...], people: People, referents: Referents) -> None:
        self.scene, self.titles, self.people, self.referents = scene, titles, people, referents
        self._bodies = scene.directory.lexicon.body_kinds

    def resolve(self, start: int, end: int, said_by: Speaker | None = None, depth: int = 0) -> Speaker:
        """The speaker that the words `[start, end)` mean."""
        words = self.scene.plain[start:end].strip()
        if words in PRONOUNS and self.scene.text[start:end] != "US" and depth < _DEPTH:
            return self._pronoun(words, start, end, said_by, depth)
        phrase = self._phrase(start, end)
        return (
            self._person(phrase)
            or self._by_title(phrase, depth)
            or self._body(phrase, depth)
            or self._actor(phrase)
            or self._unnamed(phrase)
        )

    # --- shape of the phrase -------------------------------------------------------------------------------------

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
        return spans + [(t.head, t.end) for t in self.titles if start <= t.head and t.end <= end]

    def _main_titles(self, phrase: Phrase) -> list[Title]:
        return [t for t in self.titles if phrase.main <= t.head and t.end <= phrase.core]

    # --- the kinds of source -------------------------------------------------------------------------------------

    def _person(self, phrase: Phrase) -> Speaker | None:
        """A person named in the phrase, or in apposition to a title in it."""
        named = self.people.at(phrase.main, phrase.core)
        if not named and phrase.core < phrase.end and self.scene.plain[phrase.core] == ",":
            title = self._main_titles(phrase)
            named = [p for p in self.people.at(phrase.core, phrase.end) if title and p[0] - phrase.core <= 3]
        if not named and self._main_titles(phrase):
            reach = self._main_titles(phrase)[-1].reach
            named = [
                p for p in self.people.at(reach, phrase.end)[:1] if _PLACED.fullmatch(self.scene.plain, reach, p[0])
            ]
        return self._of_figure(named[-1][2], phrase.start, phrase.end) if named else None

    def _of_figure(self, figure: Figure, start: int, end: int) -> Speaker:
        office, actor = self.people.standing(figure)
        return Speaker(figure.name, figure.slug, office, actor, start, end)

    def _by_title(self, phrase: Phrase, depth: int) -> Speaker | None:
        """A title without a name: the holder on the day, whom it refers back to, or an unnamed voice."""
        titles = self._main_titles(phrase)
        if not titles:
            return None
        title = titles[-1]
        actor = title.actor or self._told_beside(phrase)
        unknown = _CAPITALISED.match(self.scene.text, title.end, phrase.core)
        if unknown and not title.plural:
            return Speaker(unknown.group(1), None, title.office, actor, phrase.start, phrase.end)
        if title.plural or not title.definite or (title.vague and title.article not in _POINTING):
            return self._anonymous(phrase, actor)
        if actor is None:
            back = self._same_role(title, phrase.start)
            if back is not None:
                return self._follow(back, phrase.start, phrase.end, depth)
        holder = self._holder(title, actor, phrase)
        if holder is None and actor is not None:
            back = self._colleague(title, actor, phrase.start)
            return (
                self._follow(back, phrase.start, phrase.end, depth)
                if back is not None
                else self._anonymous(phrase, actor)
            )
        return holder or self._anonymous(phrase, actor)

    def _colleague(self, title: Title, actor: str, start: int) -> Referent | None:
        """Whom "the Russian minister" or "the Russian diplomat" takes up: the last person who serves that state in such a role."""
        people = [
            r
            for r in self.referents.before(start, "person")
            if r.figure is not None and self.people.standing(r.figure)[1] == actor
        ]
        fits = [r for r in people if title.role == "official" or self._has_role(r, title.role)]
        return self.referents.best(fits, start)

    def _told_beside(self, phrase: Phrase) -> str | None:
        """The only actor told in the possessive before the title or in the tail behind it."""
        pronoun = _OWNED.match(self.scene.plain, phrase.start, phrase.end)
        if pronoun and phrase.end > pronoun.end():
            return self.resolve(phrase.start, pronoun.end(1)).on_behalf_of
        owners = self.actors_told(phrase.start, phrase.main) or self.actors_told(phrase.core, phrase.end)
        return owners[0] if len(owners) == 1 else None

    def actors_told(self, start: int, end: int) -> list[str]:
        """The states and organisations that names, offices and persons in the span stand for."""
        found = [self.scene.state_of(m) for m in self.scene.within(start, end, "actor", "office")]
        found += [self.people.serves(f) for _, _, f in self.people.at(start, end)]
        return list(dict.fromkeys(a for a in found if a))

    def _holder(self, title: Title, actor: str | None, phrase: Phrase) -> Speaker | None:
        """Who held the office on the day."""
        directory, day = self.scene.directory, self.people.window
        office = directory.offices.get(title.office) if title.office else None
        if office is None and actor is not None and title.organ is None:
            office = directory.office(actor, title.role, day)
        if office is None or title.former:
            return None
        held = directory.holder(office, day) if day is not None else None
        behalf = directory.state_of(office.actor)
        if held is None:
            return Speaker(
                self._words(phrase), None, office.id if office.single_holder else None, behalf, phrase.start, phrase.end
            )
        return Speaker(held.tenure.name, held.tenure.person, office.id, behalf, phrase.start, phrase.end)

    def _same_role(self, title: Title, start: int) -> Referent | None:
        """Whom "the minister" or "the spokesman" takes up: the last person of that role, else the last who spoke."""
        people = [r for r in self.referents.before(start, "person") if r.title is None or r.title.start != title.start]
        gender = "f" if "woman" in self.scene.plain[title.head : title.end] else None
        if gender:
            people = [r for r in people if r.gender in (gender, None)]
        fitting = [r for r in people if self._has_role(r, title.role, title.former)]
        if fitting:
            return self.referents.best(fitting, start)
        if not title.vague:
            strangers = [r for r in people if r.speaking and r.figure and not (r.figure.slug or r.figure.titles)]
            return self.referents.best(strangers, start)
        pointed = title.article in ("the", "this")
        return self.referents.best([r for r in people if r.speaking and r.title is None], start) if pointed else None

    def _has_role(self, referent: Referent, role: str, former: bool = False) -> bool:
        """Whether a person is told or known in a role; `former`: now or ever."""
        if referent.title is not None:
            return role == referent.title.role or referent.title.role.endswith(" " + role)
        figure = referent.figure
        if figure is None:
            return False
        if any(role == t.role or t.role.endswith(" " + role) for t in figure.titles):
            return True
        directory, office = self.scene.directory, self.people.standing(figure)[0]
        if office is not None and office in directory.offices and directory.names_role(directory.offices[office], role):
            return True
        return former and any(directory.names_role(h.office, role) for h in directory.terms.get(figure.slug or "", ()))

    def _body(self, phrase: Phrase, depth: int) -> Speaker | None:
        """A body told by its head noun: "the ministry", "the alliance", "Iran's parliament"."""
        noun = self._body_noun(phrase)
        if noun is None:
            return None
        inside = self.scene.within(phrase.start, phrase.core, "actor")
        if inside and inside[-1].end >= phrase.core - 1:
            return None  # the name itself ends in the noun
        if inside:
            actor = self.scene.state_of(inside[0])
            return Speaker(self._words(phrase), None, None, actor, phrase.start, phrase.end)
        if (
            not _DETERMINER.match(self.scene.plain, phrase.start)
            and self.scene.plain[phrase.start : phrase.core] != "parliament"
        ):
            return None
        back = self.referents.body_before(noun, phrase.start)
        placed = noun in OF_A_STATE and self.scene.plain[phrase.core : phrase.core + 4] == " in "
        if back is not None and not placed:
            return self._follow(back, phrase.start, phrase.end, depth)
        of_minister = self._ministry_of_minister(phrase) if noun == "ministry" and not placed else None
        return of_minister or (self._of_home(phrase) if noun in OF_A_STATE else None)

    def _of_home(self, phrase: Phrase) -> Speaker | None:
        """The ministry or government of the state that the report speaks of."""
        state = home(self.scene, self.referents, phrase.start, phrase.core, phrase.end)
        if state is None:
            return None
        organ = organ_of(self.scene, state, qualifier(self.scene.plain[phrase.main : phrase.core]))
        return Speaker(self._words(phrase), organ, None, state, phrase.start, phrase.end)

    def _ministry_of_minister(self, phrase: Phrase) -> Speaker | None:
        """The ministry of the state whose minister was named before ("the defence ministry")."""
        words = self.scene.plain[phrase.main : phrase.core].split()
        earlier = [
            t for t in self.titles if t.end <= phrase.start and t.actor and t.role.split()[-2:-1] == words[-2:-1]
        ]
        return self._anonymous(phrase, earlier[-1].actor) if earlier else None

    def _body_noun(self, phrase: Phrase) -> str | None:
        words = self.scene.plain[phrase.main : phrase.core].split()
        for length in (2, 1):
            noun = " ".join(words[-length:])
            if noun in self._bodies:
                return noun
        return None

    def _actor(self, phrase: Phrase) -> Speaker | None:
        """A state, organisation or organ named as the head of the phrase."""
        inside = [m for m in self.scene.within(phrase.main, phrase.core, "actor", "place", "outlet")]
        if not inside or inside[-1].end < phrase.core:
            return None
        head = inside[-1]
        if head.kind == "outlet" and _LONGER.search(self.scene.text, phrase.main, head.start):
            return Speaker(self._words(phrase), None, None, None, phrase.start, phrase.end)
        if head.kind == "actor" and head.alias_kind in MODIFIERS and not head.text.endswith("s"):
            return None
        return self._of_mention(head, phrase.start, phrase.end)

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

    def _unnamed(self, phrase: Phrase) -> Speaker:
        """A voice that the report does not name: kept as told."""
        told = self.actors_told(phrase.start, phrase.core) or self.actors_told(phrase.core, phrase.end)
        return self._anonymous(phrase, told[0] if len(told) == 1 else None)

    def _anonymous(self, phrase: Phrase, actor: str | None) -> Speaker:
        return Speaker(self._words(phrase), None, None, actor, phrase.start, phrase.end)

    def _words(self, phrase: Phrase) -> str:
        return " ".join(self.scene.text[phrase.start : phrase.end].split())

    # --- pronouns and what they take up --------------------------------------------------------------------------

    def _pronoun(self, word: str, start: int, end: int, said_by: Speaker | None, depth: int) -> Speaker:
        told = self.scene.text[start:end]
        if word in FIRST:
            if said_by is not None:
                return Speaker(said_by.name, said_by.actor, said_by.office, said_by.on_behalf_of, start, end)
            back = speaker_of_quotation(self.referents, start)
            turn = self._turn(start) if back is None and depth < _DEPTH else None
            if turn is not None:
                said = self.resolve(*turn, None, depth + 1)
                return Speaker(said.name, said.actor, said.office, said.on_behalf_of, start, end)
        else:
            back = self.referents.of_pronoun(word, start)
        if back is None:
            return Speaker(told, None, None, None, start, end)
        return self._follow(back, start, end, depth)

    def _turn(self, at: int) -> tuple[int, int] | None:
        """The label of the turn that the words stand in ("Vladimir Putin: … we …"), at the head of their line."""
        line = self.scene.text.rfind("\n", 0, at) + 1
        label = _TURN.match(self.scene.text, line, at)
        return label.span(1) if label else None

    def _follow(self, back: Referent, start: int, end: int, depth: int) -> Speaker:
        """The speaker that an antecedent means, with the offsets of the words that take it up."""
        if back.figure is not None:
            return self._of_figure(back.figure, start, end)
        if back.sort in ("body", "office") and back.actor is not None:
            mention = self.scene.at(back.start)
            if mention is not None and mention.kind == "actor":
                return self._of_mention(mention, start, end)
            return Speaker(
                self._called(back.actor), back.actor, None, self.scene.directory.state_of(back.actor), start, end
            )
        if depth >= _DEPTH:
            return Speaker(self.scene.text[start:end], None, None, None, start, end)
        found = self.resolve(back.start, back.end, None, depth + 1)
        return Speaker(found.name, found.actor, found.office, found.on_behalf_of, start, end)

"""Whom the words of a source mean: a name with its title, an office, a body, an unnamed voice."""

from __future__ import annotations

import re
from dataclasses import replace

from treatywatch.language.cast_bodies import Bodies
from treatywatch.language.cast_descriptions import Descriptions
from treatywatch.language.cast_figures import Figure, speaks
from treatywatch.language.cast_ministries import fronted, seated
from treatywatch.language.cast_people import People
from treatywatch.language.cast_pronouns import FIRST, PRONOUNS, Antecedents
from treatywatch.language.cast_quoted import speaker_of_quotation
from treatywatch.language.cast_referents import Referent
from treatywatch.language.cast_scene import Scene
from treatywatch.language.cast_titles import Title
from treatywatch.language.cast_voices import Phrase
from treatywatch.model.actor import Office
from treatywatch.model.statement import Speaker

_POINTING = ("the", "this", "that", "his", "her", "its", "their")
_PLACED = re.compile(
    r"(?:\s(?:in|at|to|on|for|of)\s[\w' ]{1,40})?,?\s|(?:\s[\w'-]+){1,3}\s(?:in|at|to|on|for|of)\s[\w' ]{1,40},\s"
)
_CAPITALISED = re.compile(r"\s([A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)*)")
_MODIFIED = re.compile(r"\s(?!(?:himself|herself|jr|sr|too|also|alone|both)\b)[a-z][\w’'-]*")
"""A noun behind a name that only describes it ("several Clinton supporters", "the Putin government")."""
_OWNED = re.compile(r"(its|his|her|their)\s")
_OPPOSITE = ("counterpart", "opposite number", "colleague")
_OWNER = re.compile(r"(his|her|[\w.' ]{2,40}?)(?:'s?)?\s(?=\w)")
_TURN = re.compile(r"([A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}):\s")
_OF_ANYBODY = (
    "inspector",
    "general",
    "commander",
    "counterpart",
    "colleague",
    "troop",
    "force",
    "soldier",
    "ally",
    "allie",
    "team",
)
"""Who comes from elsewhere: the place where he speaks tells no state."""
_NEAR = 2
"""Sentences back in which the state is sought whose office "the president" means."""
_DEPTH = 4
"""Descriptions are followed back at most so often ("he" → "the spokesman" → a name)."""


class Speakers(Bodies):
    """Resolves sources in one report."""

    def __init__(self, scene: Scene, titles: tuple[Title, ...], people: People, referents: Antecedents) -> None:
        super().__init__(scene, titles, people, referents)
        self.descriptions = Descriptions(scene, people, referents)
        self._follow_through()

    def _follow_through(self) -> None:
        """Count pronouns and descriptions that open a sentence or speak as mentions of whom they take up, in their order."""
        named = {t.start for figure in self.people.figures for t in figure.titles}
        free = (t for t in self.titles if not t.plural and t.definite and t.start not in named)
        titles = [(t.start, t.reach) for t in free if self._opens(t.start, t.reach)]
        epithets = [span for span in self.descriptions.openings() if not any(s == span[0] for s, _ in titles)]
        for start, end in sorted({*self.referents.running(), *titles, *epithets}):
            if self.people.at(start, end) or self.scene.quoted(start) is not None:
                continue
            found = self.resolve(start, end)
            figure = self.people.known_as(found.name, found.actor)
            if figure is None and found.office is not None and found.actor is not None:
                figure = Figure(found.name, found.actor, [(start, end)])
                figure.gender = self.people.gender_of(figure)
            if figure is not None or (start, end) in epithets:
                self.referents.add(start, end, figure)

    def _opens(self, start: int, end: int) -> bool:
        """Whether a phrase opens its sentence, or speaks."""
        low = self.scene.sentence_span(self.scene.sentence_of(start))[0]
        return start - low <= 4 or speaks(self.scene, end)

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
            or self._epithet(phrase, depth)
            or self._unnamed(phrase)
        )

    # --- the kinds of source -------------------------------------------------------------------------------------

    def _person(self, phrase: Phrase) -> Speaker | None:
        """A person named in the phrase, or in apposition to a title in it."""
        named = [
            p
            for p in self.people.at(phrase.main, phrase.core)
            if not _MODIFIED.match(self.scene.text, p[1], phrase.core)
        ]
        if not named and phrase.core < phrase.end and self.scene.plain[phrase.core] == ",":
            title = self._main_titles(phrase)
            named = [p for p in self.people.at(phrase.core, phrase.end) if title and p[0] - phrase.core <= 3]
        if not named and self._main_titles(phrase):
            reach = self._main_titles(phrase)[-1].reach
            named = [
                p for p in self.people.at(reach, phrase.end)[:1] if _PLACED.fullmatch(self.scene.plain, reach, p[0])
            ]
        return self._of_figure(named[-1][2], phrase.start, phrase.end) if named else None

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
            return self._anonymous(phrase, actor or self._at_seat(title, phrase))
        if title.office is None and self.scene.plain[title.head : title.end] in _OPPOSITE:
            opposite = self._opposite(title, actor, phrase)
            if opposite is not None:
                return opposite
        return self._described(title, actor, phrase, depth)

    def _described(self, title: Title, actor: str | None, phrase: Phrase, depth: int) -> Speaker:
        """A definite title: somebody of the report, else who held the office, else a stranger of whom nothing was told."""
        back = self.descriptions.of_role(title, actor, phrase.start)
        if back is None:
            holder = self._holder(
                title, actor or self._at_seat(title, phrase) or self._spoken_of(title, phrase), phrase
            )
            if holder is not None:
                return holder
            back = (
                self.descriptions.of_stranger(title, phrase.start)
                if actor is not None
                else self._just_spoke(title, phrase)
            )
        if back is None:
            return self._anonymous(phrase, actor)
        found = self._follow(back, phrase.start, phrase.end, depth)
        return found if found.on_behalf_of or not actor else replace(found, on_behalf_of=actor)

    def _at_seat(self, title: Title, phrase: Phrase) -> str | None:
        """Whose officials "In Moscow, officials" and "lawmakers in Washington" are; diplomats and analysts may be anybody's."""
        form = self.scene.plain[title.head : title.end]
        lexicon = self.scene.directory.lexicon
        if title.nation is not None or form.removesuffix("s") in _OF_ANYBODY or form in lexicon.private_nouns:
            return None
        if lexicon.calling_of.get(form.removesuffix("s")) in ("civil", "diplomatic", "unnamed"):
            return None
        return seated(self.scene, phrase.core, phrase.end) or fronted(self.scene, phrase.start)

    def _just_spoke(self, title: Title, phrase: Phrase) -> Referent | None:
        """Who spoke right before and holds no office that is known: "the leader" takes him up where no state is told."""
        if title.article != "the" or title.vague or title.office is not None or title.former:
            return None
        here = self.scene.sentence_of(phrase.start)
        last = [
            r
            for r in self.referents.before(phrase.start, "person")
            if r.speaking and not r.quoted and here - r.sentence <= _NEAR
        ]
        best = self.referents.best([r for r in last if r.figure is not None], phrase.start)
        return (
            best
            if best is not None and best.figure is not None and self.people.standing(best.figure)[0] is None
            else None
        )

    def _spoken_of(self, title: Title, phrase: Phrase) -> str | None:
        """Whose president "the president" is where nobody of that role was told of: of the only state near that has one."""
        if title.vague or title.article != "the" or self.people.window is None or title.role in ("minister", "chief"):
            return None
        directory, here = self.scene.directory, self.scene.sentence_of(phrase.start)
        low = self.scene.sentence_span(max(0, here - _NEAR))[0]
        near = {self.scene.state_of(m) for m in self.scene.within(low, phrase.start, "actor")} & set(directory.states)
        having = [state for state in near if state and directory.office(state, title.role, self.people.window)]
        return having[0] if len(having) == 1 else None

    def _opposite(self, title: Title, actor: str | None, phrase: Phrase) -> Speaker | None:
        """`his Russian counterpart`: who holds in that state the kind of office that the owner of the words holds."""
        owner = _OWNER.match(self.scene.plain, phrase.start, title.head)
        if owner is None or actor is None or self.people.window is None:
            return None
        directory = self.scene.directory
        office = directory.offices.get(self.resolve(phrase.start, owner.end(1)).office or "")
        if office is None:
            return None
        held = directory.holder_of_kind(actor, office.kind, self.people.window)
        return self._held(held, phrase) if held else None

    def _epithet(self, phrase: Phrase, depth: int) -> Speaker | None:
        """Whom "the billionaire" or "the 66-year-old" takes up."""
        if phrase.main != phrase.start:
            return None
        back = self.descriptions.by_epithet(phrase.start, phrase.core, phrase.end)
        return self._follow(back, phrase.start, phrase.end, depth) if back is not None else None

    def _told_beside(self, phrase: Phrase) -> str | None:
        """The only actor told in the possessive before the title or in the tail behind it."""
        pronoun = _OWNED.match(self.scene.plain, phrase.start, phrase.end)
        if pronoun and phrase.end > pronoun.end():
            return self.resolve(phrase.start, pronoun.end(1)).on_behalf_of
        owners = self.actors_told(phrase.start, phrase.main) or self.actors_told(phrase.core, phrase.end)
        return owners[0] if len(owners) == 1 else self._owner(phrase) if not owners else None

    def _holder(self, title: Title, actor: str | None, phrase: Phrase) -> Speaker | None:
        """Who held the office on the day."""
        directory, day = self.scene.directory, self.people.window
        office = directory.offices.get(title.office) if title.office else None
        if office is None and actor is not None and title.role == "spokesman":
            office = self._of_owner(actor, phrase)
        if office is None and actor is not None and title.organ is None:
            office = directory.office(actor, title.role, day)
        if office is None or title.former:
            return None
        held = directory.holder(office, day) if day is not None else None
        behalf = directory.state_of(office.actor)
        if held is None:
            stranger = self.descriptions.of_stranger(title, phrase.start)
            if stranger is not None and stranger.figure is not None:
                return Speaker(stranger.figure.name, stranger.figure.slug, None, behalf, phrase.start, phrase.end)
            single = office.id if office.single_holder else None
            return Speaker(self._words(phrase), None, single, behalf, phrase.start, phrase.end)
        return self._held(held, phrase)

    def _of_owner(self, actor: str, phrase: Phrase) -> Office | None:
        """The spokesman's office that belongs to the office of the owner of the words ("his spokesman")."""
        owner = _OWNED.match(self.scene.plain, phrase.start, phrase.end)
        if owner is None:
            return None
        return self.scene.directory.spokesman_of(self.resolve(phrase.start, owner.end(1)).office or "")

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

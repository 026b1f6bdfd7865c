"""Which body words mean that name none: "the ministry", "the alliance", "Iran's parliament"; and voices that the report does not name."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from treatywatch.language.cast_ministries import OF_A_STATE, fronted, home, organ_of
from treatywatch.language.cast_people import People
from treatywatch.language.cast_pronouns import Antecedents
from treatywatch.language.cast_referents import Referent, qualifier
from treatywatch.language.cast_scene import MODIFIERS, Scene
from treatywatch.language.cast_titles import Title
from treatywatch.language.cast_voices import Phrase, Voices
from treatywatch.model.annotation import Mention
from treatywatch.model.statement import Speaker

_LONGER = re.compile(
    r"(?<![A-Z])(?!(?:The|Newspaper|Agency|Daily|State|Broadcaster|News|Magazine|Channel)\s)\b[A-Z][\w’'-]*[a-z]\s$"
)
"""A capitalised word before an outlet's name makes it another one's ("Komsomolskaya Pravda")."""

_COUNTED = re.compile(r"\d+|nation|member|country|state|strong|power")
"""Words of a number of members ("the 30-nation alliance")."""
_OF_OTHERS = re.compile(r"\s(?:of|between|among|with)\b")
_PRIVATE_KINDS = frozenset({"think-tank", "research", "ngo"})
_COMPOUND = re.compile(
    r"[- ](?:led|backed|based|born|allied|aligned|sponsored|supported|funded|owned|trained|educated|style|made|built|controlled|dominated|"
    r"brokered|friendly|occupied|installed|appointed)\b"
)
_DETERMINER = re.compile(r"(?:the|that|this|its|their|his|her)\s")

_OF_WHOM = re.compile(r",?\s(?:of|for|from|at|with|in|inside|within|close to)\s(?!both\b)")
_ITS_OWN = re.compile(r"(?:the|that|this)\s(?:[\w.-]+\s){0,2}?([a-z]+)['’]s?\s")
"""What belongs to a state or body that was told before ("the country's authorities", "the agency's board")."""


class Bodies(Voices, ABC):
    """Resolves sources that are bodies, or are told by no more than their kind."""

    def __init__(self, scene: Scene, titles: tuple[Title, ...], people: People, referents: Antecedents) -> None:
        super().__init__(scene, titles, people)
        self.referents = referents
        self._bodies = scene.directory.lexicon.body_kinds

    @abstractmethod
    def _follow(self, back: Referent, start: int, end: int, depth: int) -> Speaker:
        """The speaker that an antecedent means."""

    @abstractmethod
    def _told_beside(self, phrase: Phrase) -> str | None:
        """The only actor told in the possessive before the words or behind them."""

    def _body(self, phrase: Phrase, depth: int) -> Speaker | None:
        """A body told by its head noun: "the ministry", "the alliance", "Iran's parliament"."""
        noun = self._body_noun(phrase)
        if noun is None or self.people.at(phrase.main, phrase.core):
            return None  # "the Assad government": whoever leads it tells whose it is
        if not self._so_called(noun, phrase):
            return None
        inside = [m for m in self.scene.within(phrase.start, phrase.core, "actor") if not self._compound(m)]
        if inside:
            return self._owned_body(noun, inside, phrase)
        if (
            not _DETERMINER.match(self.scene.plain, phrase.start)
            and self.scene.plain[phrase.start : phrase.core] != "parliament"
        ):
            return None
        return self._taken_up(noun, phrase, depth)

    def _owned_body(self, noun: str, inside: list[Mention], phrase: Phrase) -> Speaker | None:
        """`Iran's parliament`: of who is named in the phrase; nothing where the name itself ends in the noun, or of the private."""
        if inside[-1].end >= phrase.core - 1:
            return None
        if noun in self.scene.directory.lexicon.private_nouns or self._proper(noun, phrase):
            return None
        return Speaker(self._words(phrase), None, None, self.scene.state_of(inside[0]), phrase.start, phrase.end)

    def _taken_up(self, noun: str, phrase: Phrase, depth: int) -> Speaker | None:
        """`the ministry`: a body told before, the usual one, or the one of the state that the report speaks of."""
        if self.scene.plain.startswith(("his ", "her "), phrase.start):
            return self._anonymous(phrase, self._told_beside(phrase))
        back = self.referents.body_before(noun, phrase.start)
        placed = noun in OF_A_STATE and (
            self.scene.plain[phrase.core : phrase.core + 4] == " in " or fronted(self.scene, phrase.start) is not None
        )
        if back is not None and not placed:
            return self._follow(back, phrase.start, phrase.end, depth)
        usual = self._usual(noun, phrase)
        if usual is not None:
            return usual
        of_minister = self._ministry_of_minister(phrase) if noun == "ministry" and not placed else None
        return of_minister or (self._of_home(phrase) if noun in OF_A_STATE else None)

    def _modifiers(self, phrase: Phrase) -> list[str]:
        """The words between the article and the head noun."""
        return self.scene.plain[phrase.main : phrase.core].split()[1:-1]

    def _so_called(self, noun: str, phrase: Phrase) -> bool:
        """Whether a noun that calls a body only beside certain words ("the reclusive state") stands beside one of them."""
        wanted = self.scene.directory.lexicon.body_words[noun].only_beside
        told = self.scene.within(phrase.start, phrase.core, "actor")
        return not wanted or bool(told) or any(word in wanted for word in self._modifiers(phrase))

    def _proper(self, noun: str, phrase: Phrase) -> bool:
        """Whether a noun of private bodies ends a name of its own ("the American Enterprise Institute")."""
        kinds = set(self.scene.directory.lexicon.body_kinds.get(noun, ()))
        return bool(kinds) and kinds <= _PRIVATE_KINDS and self.scene.text[phrase.core - len(noun)].isupper()

    def _usual(self, noun: str, phrase: Phrase) -> Speaker | None:
        """Whom a noun means where none of its kind was told: "the 30-nation alliance"."""
        words = self.scene.directory.lexicon.body_words[noun]
        if (
            words.default is None
            or _OF_OTHERS.match(self.scene.plain, phrase.core)
            or not all(w in words.beside or _COUNTED.fullmatch(w) for w in self._modifiers(phrase))
        ):
            return None
        behalf = self.scene.directory.state_of(words.default)
        return Speaker(self._called(words.default), words.default, None, behalf, phrase.start, phrase.end)

    def _compound(self, mention: Mention) -> bool:
        """Whether a name only tells who leads, backs or made something ("the US-led alliance")."""
        return bool(_COMPOUND.match(self.scene.plain, mention.end))

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

    def _unnamed(self, phrase: Phrase) -> Speaker:
        """A voice that the report does not name: kept as told, with the state whose officials or papers it is."""
        words = set(self.scene.plain[phrase.main : phrase.core].replace("-", " ").split())
        if words & self.scene.directory.lexicon.private_nouns:
            return self._anonymous(phrase, None)
        told = self.actors_told(phrase.start, phrase.core)
        if any(self._compound(m) for m in self.scene.within(phrase.start, phrase.core, "actor")):
            return self._anonymous(phrase, None)
        if not told and _OF_WHOM.match(self.scene.plain, phrase.core):
            told = self.actors_told(phrase.core, phrase.end)
        return self._anonymous(phrase, told[0] if len(told) == 1 else self._owner(phrase) if not told else None)

    def _owner(self, phrase: Phrase) -> str | None:
        """The state or organisation that "the country's" or "the bloc's" takes up."""
        owner = _ITS_OWN.match(self.scene.plain, phrase.start)
        if owner is None or owner.group(1) not in self._bodies:
            return None
        body = self._body(Phrase(phrase.start, owner.end(1), owner.end(1), phrase.start), 0)
        return body.on_behalf_of if body is not None else None

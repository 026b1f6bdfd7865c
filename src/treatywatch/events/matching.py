"""Which frames of the lexicon a word fills: whether what it takes is a treaty, a weapon, a law, …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from treatywatch.events.allusions import (
    between_states,
    is_topic,
    means_weapon,
    on_arms,
    taken_up,
    takes_up_organ,
    takes_up_treaty,
)
from treatywatch.events.fillers import fillers
from treatywatch.events.lexicon import ActionLexicon, Frame, WordClass
from treatywatch.events.participles import adjectival
from treatywatch.events.pronouns import by_subject, last_two, owner_above, parallel, shared_owner, stands_for
from treatywatch.events.trees import (
    Token,
    children,
    hyphened,
    is_verb,
    joined,
    lemma,
    modifiers,
    of_its_verb,
    particle,
    persons,
    phrase,
    plural_talks,
)
from treatywatch.language.prose import Prose
from treatywatch.model.vocabulary import EventKind, Modality

_ADDRESSES = frozenset({"mr", "mrs", "ms", "madam", "minister", "president"})
_THINGS = frozenset({"weapon", "disarmed", "inspection", "moratorium"})
_WATCHDOGS = frozenset({"agency", "verification", "treaty-body"})
_UNIONS = frozenset({"union", "organ", "alliance", "world-organisation", "regional-organisation"})
_BODIES = _WATCHDOGS | _UNIONS | {"regime", "forum", "conference", "talks"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, with what fills its frame; `told`: how the word tells it by itself ("boycotted": denied)."""

    token: Token
    kind: EventKind
    roles: dict[str, Token] = field(default_factory=dict)
    nominal: bool = False
    told: Modality | None = None


class Matcher:
    """Matches the lexicon against one parsed sentence; `offset` is where the sentence starts in the text."""

    def __init__(self, prose: Prose, actions: ActionLexicon, sentence: int) -> None:
        self.prose, self.actions, self.sentence = prose, actions, sentence
        self.doc = prose.parse(sentence)
        self.offset = prose.sentences[sentence].start
        self._filling: dict[tuple[int, str, bool], list[Token]] = {}

    def triggers(self) -> Iterator[Trigger]:
        """The words that tell an event, in the order of the text; what fills the frame of a verb tells none of its own."""
        found = [
            trigger for token in (self.doc if self.doc is not None else ()) for trigger in islice(self._of(token), 1)
        ]
        filled = {role.i for trigger in found if not trigger.nominal for role in trigger.roles.values()}
        filled -= {
            trigger.roles["subject"].i
            for trigger in found
            if trigger.told is Modality.DENIED and "subject" in trigger.roles
        }
        yield from (trigger for trigger in found if not (trigger.nominal and trigger.token.i in filled))

    def _of(self, token: Token) -> Iterator[Trigger]:
        word = lemma(token)
        if is_verb(token) and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            frames = self.actions.verbs.get(hyphened(token, word), ())
            yield from self._fill(token, frames if frames and not adjectival(token) else (), False)
            return
        word = word if word in self.actions.nouns else hyphened(token, word)  # "a sit-down"
        if word not in self.actions.nouns or of_its_verb(token):
            return  # "Pyongyang test fired a missile"
        if token.pos_ in ("NOUN", "PROPN") or (token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj", "nsubj")):
            yield from self._fill(token, self.actions.nouns[word], True)

    def _fill(self, token: Token, frames: Iterable[Frame], nominal: bool) -> Iterator[Trigger]:
        for frame in frames:
            roles = self._roles(token, frame, nominal)
            if roles is not None:
                yield Trigger(token, frame.kind, roles, nominal, frame.told)

    def _roles(self, token: Token, frame: Frame, nominal: bool) -> dict[str, Token] | None:
        if frame.particle and not nominal and not set(frame.particle.split()) <= particle(token):
            return None
        if not frame.roles and nominal and not plural_talks(token):
            return None
        roles: dict[str, Token] = {}
        for role, classes in frame.roles:
            found = next(
                (
                    other
                    for other in self._fillers(token, role, frame, nominal)
                    if any(self.fits(other, name, token) for name in classes)
                ),
                None,
            )
            if found is None:
                return None
            roles[role] = found
        return roles

    def _fillers(self, token: Token, role: str, frame: Frame, nominal: bool) -> Iterator[Token]:
        """The tokens that may fill a role; as object also what the parser hangs on a particle ("finished off the shells")."""
        at = (token.i, role, nominal)
        if at not in self._filling:  # frames of one word ask for the same roles again and again
            self._filling[at] = fillers(self, token, role, nominal)
        yield from self._filling[at]
        if role == "object" and frame.particle and " " not in frame.particle and not nominal:
            yield from fillers(self, token, frame.particle, nominal)

    def fits(self, token: Token, name: str, trigger: Token) -> bool:
        """Whether the token is of the class `name`."""
        if name in ("any", "provisionally"):
            return name == "any" or token.lower_ == name
        kind = self.actions.classes.get(name)
        if kind is None:
            return lemma(token) == name
        if not kind.states and any(actor in self.prose.cast.scene.directory.states for actor in self.actors(token)):
            return False
        if (
            token.lower_ in ("it", "them", "they")
            and name in _THINGS
            and stands_for(token, lambda noun: self.fits(noun, name, noun))
        ):
            return True
        return self._named(token, kind) or self._worded(token, kind)

    def _worded(self, token: Token, kind: WordClass) -> bool:
        word = hyphened(token, lemma(token))
        if is_verb(token) and word in kind.verbs:
            return True
        if token.pos_ == "PRON" and kind.pronouns and takes_up_organ(self, token, kind.nouns):
            return True
        if word in kind.resolved:
            return bool(self.treaties(token))
        if "treaty" in kind.names and token.tag_ == "NNS" and not any(True for _ in token.children):
            return False  # "does not sign conventions"
        words = {word, token.lower_, token.lower_.removesuffix("s")}
        words |= {f"{child.lower_} {word}" for child in children(token, "compound", "amod")}  # "a glide vehicle"
        if words & set(kind.nouns) and not (is_verb(token) and word not in kind.nouns):
            below = [clause for clause in children(token, "acl") if clause.tag_ == "VB"]
            if kind.verbs and below and not any(lemma(clause) in kind.verbs for clause in below):
                return False  # "its decision not to rejoin the treaty" is no leaving
            return not kind.kinds or any(
                lemma(other) in kind.kinds or other.lower_ in kind.kinds for other in modifiers(token)
            )
        if word in kind.weak:
            modified = any(lemma(other) in self.actions.file.arms for other in modifiers(token))
            return modified or bool(self.treaties(token)) or between_states(self, token) or on_arms(self, token)
        return False

    def _named(self, token: Token, kind: WordClass) -> bool:
        """Whether a name of the shelf stands at the token, or the phrase means one ("the accord")."""
        names = kind.names
        if not names:
            return False
        start, end = token.idx + self.offset, token.idx + self.offset + len(token.text)
        if self.prose.cast.scene.over(start, end, *names):
            return True
        if "system" in names and means_weapon(self, token):
            return True
        if "treaty" in names and token.pos_ == "PRON" and kind.pronouns:
            return takes_up_treaty(self, token)
        return any(self._of_kind(token, name) for name in names)

    def _of_kind(self, token: Token, name: str) -> bool:
        """Whether the token names one of a kind that only the report tells: a state, a person in office, a body, an actor."""
        match name:
            case "state":
                return self.names_state(token) or (token.pos_ == "PRON" and bool(self.actors(token)))
            case "person":
                return self._is_person(token) and bool(self.actors(token))
            case "body":
                return token.pos_ == "PROPN" and self._is_body(token, _BODIES)
            case "watchdog":
                return self._is_body(token, _WATCHDOGS)
            case "actor":
                return bool(self.actors(token))
            case "topic":
                return is_topic(self, token)
            case "place":
                return token.ent_type_ in ("GPE", "LOC", "FAC")
        return False

    def owners(self, token: Token) -> tuple[str, ...]:
        """The states whose weapon of the shelf the phrase names."""
        directory = self.prose.cast.scene.directory
        known = (directory.systems.get(id) for id in self.prose.cast.systems(*self.span(token)))
        owned = (self._today(one.owner) for one in known if one is not None and one.owner in directory.states)
        return tuple(dict.fromkeys(owned))

    def _today(self, state: str) -> str:
        """The state that goes on with one that is no more on the report's day (Russia for the Soviet Union)."""
        one, on = self.prose.cast.scene.directory.states[state], self.prose.on
        gone = on is not None and one.until is not None and one.until.latest <= on
        return one.continuator if gone and one.continuator is not None else state

    def is_city(self, token: Token) -> bool:
        """Whether the word names a state by its capital ("the Helsinki summit"): before talks that is where they are held."""
        start = token.idx + self.offset
        return any(m.alias_kind == "metonym" for m in self.prose.cast.scene.over(start, start + 1))

    def _is_person(self, token: Token) -> bool:
        """Whether the name of somebody who serves a state or a body stands at the word."""
        at = token.idx + self.offset
        return token.ent_type_ == "PERSON" or bool(self.prose.cast.scene.over(at, at + 1, "person"))

    def _is_body(self, token: Token, kinds: frozenset[str]) -> bool:
        """Whether the word names a body of one of these kinds, or one who speaks for it."""
        organisations = self.prose.cast.scene.directory.organisations
        return any(id in organisations and organisations[id].kind in kinds for id in self.actors(token))

    def actors_of(self, token: Token | None) -> tuple[str, ...]:
        """The actors that the phrase means, with what is coordinated with it; none where there is no phrase."""
        return () if token is None else tuple(actor for part in self.listed(token) for actor in self.actors(part))

    def listed(self, token: Token) -> list[Token]:
        """The token and what is joined to it, also where the parser takes a list of states for appositions, or somebody
        spoken to for the subject ("Mr Lavrov, the United States is leaving").
        """
        named = [other for other in children(token, "appos") if self.names_state(other)]
        if named and token.i < named[0].i and any(child.lower_.rstrip(".") in _ADDRESSES for child in token.children):
            return [part for other in named for part in joined(other)]
        if not named or not self.names_state(token):
            return joined(token)
        return [*joined(token), *(part for other in named for part in self.listed(other) if part.i != token.i)]

    def names_state(self, token: Token) -> bool:
        """Whether the name of a state itself stands at the word, or of a group of states ("the Baltic states")."""
        at = token.idx + self.offset
        scene = self.prose.cast.scene
        if any(m.id in scene.directory.states for m in scene.over(at, at + 1, "actor")):
            return True
        low, high = scene.sentence_span(self.sentence)
        groups = scene.directory.lexicon.group_pattern.finditer(scene.plain, low, high)
        return any(group.start() <= at < group.end() for group in groups)

    def span(self, token: Token) -> tuple[int, int]:
        """Offsets in the text of the phrase under `token`."""
        low, high = phrase(token)
        return low + self.offset, high + self.offset

    def treaties(self, token: Token) -> tuple[str, ...]:
        """The treaties that the phrase means; a name that the parser breaks ("START I") means its own."""
        at, end = token.idx + self.offset, self.span(token)[1]
        scene = self.prose.cast.scene
        held = scene.over(at, at + 1, "treaty")
        broken = [m.id for m in held if m.start < at or m.end > end] or list(taken_up(self, token))
        if token.lower_ == "it" and not self.prose.cast.told_treaty(at):
            return ()  # a treaty named only later is not yet "it"
        return tuple(broken or self.prose.cast.treaties(*self.span(token)))

    def actors(self, token: Token) -> tuple[str, ...]:
        """The states and organisations that the phrase means."""
        owner = owner_above(token) or shared_owner(token) or parallel(token)
        if owner is not None:
            return self.actors(owner)
        low, high = (at + self.offset for at in persons(token))
        before = self.prose.cast.scene.within(max(0, low - len("the ")), high, "actor")
        named = any(m.start == low - len("the ") for m in before)
        low -= len("the ") if named else 0  # "the US Senate vote", where the article is part of the name
        found = tuple(self.prose.cast.actors(low, high)) or self._longer(token, high)
        if len(found) < 2 and token.lower_ in ("they", "their") and self._of_states(token):
            return by_subject(self, token) or tuple(self.last_two(token)) or found
        if not found and token.lower_ in ("neither", "both") and token.dep_ in ("nsubj", "nsubjpass"):
            return tuple(last_two(self.prose, token.idx + self.offset, "country"))
        return found

    def _longer(self, token: Token, high: int) -> tuple[str, ...]:
        """As in "Moon Jae-in", "the Conference on Disarmament": a name at the token that goes on behind what the parser takes for it."""
        at = self.prose.cast.scene.at(token.idx + self.offset)
        if at is None or at.end <= high or at.kind not in ("person", "actor"):
            return ()
        return tuple(self.prose.cast.actors(at.start, at.end))

    def _of_states(self, they: Token) -> bool:  # whether "they" meet or talk: then they are the two sides told last
        if they.lower_ == "their":
            return they.head.tag_ in ("NN", "NNS") and self.fits(they.head, "talks-held", they.head)
        return is_verb(they.head) and lemma(they.head) in ("meet", "talk", "speak", "negotiate", "confer")

    def last_two(self, token: Token) -> list[str]:
        """The two actors told last before the word, states for "the two countries"; none where fewer are told."""
        return last_two(self.prose, token.idx + self.offset, lemma(token))

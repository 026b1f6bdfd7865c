"""Which states and organisations the words mean: by name, by office, by pronoun, or as "both sides"."""

from __future__ import annotations

import re

from treatywatch.language.cast_lexicon import TreatyFact
from treatywatch.language.cast_pronouns import PRONOUNS
from treatywatch.language.cast_scene import Scene
from treatywatch.language.cast_speakers import Speakers
from treatywatch.model.annotation import Mention
from treatywatch.model.statement import Speaker

_PAIR = re.compile(
    r"\b(?:both|the two|each|either|neither)\s(?:\w+\s){0,3}(?:sides?|countries|country|nations|nation|states|governments|capitals|"
    r"powers|superpowers|parties|party|leaders|presidents|rivals|foes|delegations|adversaries|militaries|men|women|ministers|envoys|"
    r"diplomats|teams|negotiators)\b|\beach other\b|"
    r"\bone another\b|"
    r"\bthe (?:parties|sides|superpowers|former foes|cold war foes|nuclear superpowers|world's two)\b|"
    r"^(?:both|the two|each|the pair|the duo)$|"
    r"^(?:the )?(?:presidents|leaders|foreign ministers|defen[cs]e ministers|negotiators|delegations)$"
)
_TWO_STATES = re.compile(
    r"(?:both|the two|each|either|neither)\s(?:\w+\s){0,2}(?:countries|country|nations?|states|capitals|superpowers|presidents)\b"
)
_OWN_COUNTRY = re.compile(r"(his|her|their)\s(?:own\s)?(?:country|nation|government|people|homeland)(?:'s)?")
_NUMBERS = {"three": 3, "trio": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = re.compile(r"(?:the|these|all)\s(three|trio|four|five|six)\b")
_JOINT = re.compile(r",?\s(?:and\s)?(?:the\s)?(?:(?:two|three|four)\s)?")
_SOVIET_YEAR = re.compile(r"\W{0,2}(?:back\s)?(?:in|by)\s(?:\w+\s)?19(?:[4-8]\d|9[01])\b")
_PRONOUN_AND = re.compile(r"(he|she|it|they)\sand\s")
_EMPTY = re.compile(
    r"it(?:'s|\s(?:is|was|would be|will be|has been|may be|seems|appears|remains))\s(?:\w+\s){0,2}(?:possible|impossible|clear|unclear|"
    r"likely|unlikely|time|hard|easy|important|necessary|vital|too|"
    r"up to|not|only|that|difficult|hoped|expected|believed|known|understood)\b"
)
_ASIDE = re.compile(r"\b(?:with|by|from|against|to)\s(?:the\s)?$")
_PAPER = re.compile(
    r"it\s(?:also\s|never\s|only\s|would\s(?:also\s)?|will\s(?:also\s)?|has\s|had\s|does\snot\s|did\snot\s|is\sdue\sto\s|is\sset\sto\s|was\sto\s)?"
    r"(?:applies|apply|contains?|bans?|banned|prohibit(?:s|ed)?|limit(?:s|ed)|covers?|covered|enter(?:s|ed)?\sinto\sforce|expires?d?|"
    r"(?:takes?|took)\seffect|(?:comes?|came)\sinto\s(?:force|effect)|provides?\sfor|sets?\s(?:out|limits)|marks?|marked|runs?\sout|"
    r"lapses?d?|was\s(?:signed|ratified|adopted|negotiated|concluded|drafted|opened|initialed|initialled)|oblig(?:es|ed)|outlaw(?:s|ed))\b"
)
"""What is told of a treaty or a paper, and of no state."""
_OF_A_TREATY = re.compile(
    r"\b(?:sav|sign|ratif|quit|leav|exten|suspend|violat|breach|abandon|scrap|tear|renew|rescu|preserv|join|negotiat)\w*\s(?:up\s|to\s)?$"
)
_ALLIANCE = re.compile(r"\b(?:alliance|allied|allies)\b")
_TALKS = re.compile(r"\b(?:talks|talked|met|meet|meeting|meets|negotiat\w+|consultations|summit|dialogue)\b")
_TOWARDS = re.compile(
    r"\b(?:ambassador|envoy|mission|embassy|representative|delegation|ambassadors|missions)\s(?:to|in|at)\s(?:the\s)?$"
)


_ASKED = re.compile(
    r"\b(?:urg\w+|told|tells?|ask\w*|call\w*\son|press\w*|warn\w*|invit\w+|appeal\w*\sto|encourag\w+|remind\w*)\s$"
)
"""Before "both" or "both sides": somebody else speaks to them."""
_VENUE = re.compile(r"\s(?:summit|conference)\b")
"""After a capital's name: the city is where it was held ("the Hanoi summit")."""
_NAME = 40
"""Characters of a name behind a title at most: its bearer tells the state ("foreign ministry spokeswoman Mao Ning")."""
_OWNER = re.compile(r"((?:the\s)?[\w.]+(?:\s[\w.]+)?)'s?\s|(their|its|his|her)(?=\s)")


class Actors:
    """Resolves spans to states and organisations."""

    def __init__(self, scene: Scene, speakers: Speakers, facts: dict[str, TreatyFact]) -> None:
        self.scene, self.speakers, self.facts = scene, speakers, facts

    def meant(self, start: int, end: int, said_by: Speaker | None) -> tuple[str, ...]:
        """The states and organisations that the words mean, in order."""
        words = self.scene.plain[start:end].strip()
        if words in PRONOUNS and self.scene.text[start:end].strip() != "US":
            return self._of_pronoun(words, start, end, said_by)
        told = self._told(start, end)
        if told:
            return tuple(told)
        if _PAIR.search(words):
            return self._pair(start)
        owned = _OWN_COUNTRY.fullmatch(words)
        if owned:
            return self._behalf(self.speakers.resolve(start, start + len(owned.group(1))))
        number = _NUMBER.match(words)
        if number:
            return self._several(_NUMBERS[number.group(1)], start)
        if _ALLIANCE.search(words) and not self._other_alliance(start):
            return ("nato",) if words != "allies" or self._speaks_of("nato") else ()
        behalf = self.speakers.resolve(start, end, said_by).on_behalf_of if words else None
        behalf = behalf or self._owner(start, end)
        return (behalf,) if behalf else ()

    def _owner(self, start: int, end: int) -> str | None:
        """Whose: the body or person that a possessive at the head of the words takes up ("the agency's inspectors")."""
        owner = _OWNER.match(self.scene.plain, start, end)
        if owner is None:
            return None
        return self.speakers.resolve(start, owner.end(owner.lastindex or 0)).on_behalf_of

    def _told(self, start: int, end: int) -> list[str]:
        """Actors named in the span, without those to whom an envoy is accredited."""
        found: list[tuple[int, str]] = []
        for mention in self.scene.within(start, end, "actor", "office"):
            titled = mention.kind == "office" and self.speakers.people.at(mention.end, mention.end + 1 + _NAME)
            actor = (
                None
                if self._venue(mention) or (titled and titled[0][0] - mention.end <= 1)
                else self.scene.state_of(mention)
            )
            if actor == "ru" and mention.alias_kind == "metonym" and self._long_ago(mention.start):
                actor = "su"
            if actor and not _TOWARDS.search(self.scene.plain[max(start, mention.start - 30) : mention.start]):
                found.append((mention.start, actor))
        lexicon = self.scene.directory.lexicon
        for group in lexicon.group_pattern.finditer(self.scene.plain, start, end):
            found += [(group.start(), actor) for actor in lexicon.group_of[group.group()]]
        leading = _PRONOUN_AND.match(self.scene.plain, start, end)
        if leading:
            found += [(start, a) for a in self._behalf(self.speakers.resolve(start, leading.end(1)))]
        for low, _, figure in self.speakers.people.at(start, end):
            served = self.speakers.people.serves(figure)
            if served:
                found.append((low, served))
        return list(dict.fromkeys(actor for _, actor in sorted(found)))

    def _venue(self, mention: Mention) -> bool:
        return mention.alias_kind == "metonym" and bool(_VENUE.match(self.scene.plain, mention.end))

    def _long_ago(self, at: int) -> bool:
        """Whether the sentence opens with a year of Soviet times ("In 1987 Moscow agreed …")."""
        return bool(_SOVIET_YEAR.match(self.scene.plain, self.scene.sentence_span(self.scene.sentence_of(at))[0]))

    def _of_pronoun(self, word: str, start: int, end: int, said_by: Speaker | None) -> tuple[str, ...]:
        if word in ("they", "them", "their", "theirs", "themselves"):
            joined = self._joined_before(start)
            if joined:
                return joined
            if word == "them":
                return self._object(start, end, said_by)
        if word in ("both", "each"):
            return self._pair(start)
        if (
            _EMPTY.match(self.scene.plain, start)
            or _PAPER.match(self.scene.plain, start)
            or _OF_A_TREATY.search(self.scene.plain[max(0, start - 24) : start])
        ):
            return ()
        return self._behalf(self.speakers.resolve(start, end, said_by))

    def _object(self, start: int, end: int, said_by: Speaker | None) -> tuple[str, ...]:
        """`China urged them to …`: never the subject of the clause itself, but those joined in the sentences before."""
        here = self.scene.sentence_of(start)
        subject = set(self._actors_in(here, start))
        for index in (here - 1, here - 2):
            joined = self._joined(*self.scene.sentence_span(index)) if index >= 0 else ()
            if joined and subject.isdisjoint(joined):
                return joined
        found = self._behalf(self.speakers.resolve(start, end, said_by))
        return () if subject & set(found) else found

    def _behalf(self, speaker: Speaker) -> tuple[str, ...]:
        """The actor spoken for; of a person out of office, the one once served."""
        if speaker.on_behalf_of:
            return (speaker.on_behalf_of,)
        figures = (f for f in self.speakers.people.figures if f.slug and f.slug == speaker.actor)
        served = next((self.speakers.people.serves(f) for f in figures), None)
        return (served,) if served else ()

    def _several(self, number: int, start: int) -> tuple[str, ...]:
        """So many actors told in a row: in this sentence or the nearest other one, those before first ("the three countries")."""
        here = self.scene.sentence_of(start)
        others = sorted(range(len(self.scene.sentences)), key=lambda i: (i > here, abs(i - here)))
        for index in others:
            low, high = self.scene.sentence_span(index)
            told = self._joined(low, high)
            if len(told) == number:
                return told
        threes = [m.id for m in self.scene.mentions if m.kind == "actor" and m.id == "e3"]
        return tuple(threes[:1]) if number == 3 else ()

    def _joined_before(self, start: int) -> tuple[str, ...]:
        """Two actors joined by "and" at the head of this sentence or the one before ("Russia and the US said they …")."""
        here = self.scene.sentence_of(start)
        for index in (here, here - 1):
            low, high = self.scene.sentence_span(index) if index >= 0 else (0, 0)
            joined = self._joined(low, min(high, start))
            if joined or self.scene.within(low, min(high, start), "actor"):
                return joined
        return ()

    def _joined(self, low: int, high: int) -> tuple[str, ...]:
        """The first names of the stretch that commas and "and" join ("Russia and the US", "Germany, France and Britain")."""
        scene = self.scene
        named = [m for m in scene.within(low, high, "actor", "person") if not scene.quoted(m.start)]
        nouns = [(m.start, m.end, (a,) if (a := scene.state_of(m)) else ()) for m in named]
        lexicon = scene.directory.lexicon
        groups = [
            (g.start(), g.end(), lexicon.group_of[g.group()])
            for g in lexicon.group_pattern.finditer(scene.plain, low, high)
        ]
        run: list[tuple[int, int, tuple[str, ...]]] = []
        for start, end, actors in sorted(nouns + groups):
            if run and not _JOINT.fullmatch(scene.plain, run[-1][1], start):
                break
            if not run and _ASIDE.search(scene.plain[max(low, start - 12) : start]):
                break  # "after talks with U.S. and British officials, the Russians said … They"
            run.append((start, end, actors))
        told = tuple(dict.fromkeys(actor for *_, actors in run for actor in actors))
        return told if len(told) > 1 else ()

    def _pair(self, start: int) -> tuple[str, ...]:
        """The two actors that "both sides" means: of this sentence, of the talks told of, of the treaty, of the sentences before."""
        here = self.scene.sentence_of(start)
        low = self.scene.sentence_span(here)[0]
        if _ASKED.search(self.scene.plain, low, start) and len(self._actors_in(here, start)) < 2:
            before = next((two for i in (here - 1, here - 2) if (two := self._row_of_two(i))), ())
            if before:
                return before
        for choice in (self._pair_in(here, start), self._pair_of_talks(here, start), self._pair_of_treaty(here)):
            if choice and self._may_be(choice, start):
                return choice
        for index in (here - 1, here - 2, here - 3, here + 1):
            if 0 <= index < len(self.scene.sentences):
                choice = self._pair_in(index, len(self.scene.text))
                if choice and self._may_be(choice, start):
                    return choice
        return ()

    def _may_be(self, pair: tuple[str, ...], start: int) -> bool:
        """Whether the words may mean them: "the two countries" are no alliance and no agency."""
        if not _TWO_STATES.match(self.scene.plain, start):
            return True
        return all(actor in self.scene.directory.states for actor in pair)

    def _row_of_two(self, index: int) -> tuple[str, ...]:
        """The two actors that "and" joins at the head of a sentence; nothing where there are not just two."""
        joined = self._joined(*self.scene.sentence_span(index)) if index >= 0 else ()
        return joined if len(joined) == 2 else ()

    def _actors_in(self, index: int, before: int) -> list[str]:
        low, high = self.scene.sentence_span(index)
        return self._told(low, min(high, before))

    def _pair_in(self, index: int, before: int) -> tuple[str, ...]:
        """The first two actors of a sentence before the words; of the whole sentence where fewer stand before them."""
        low, high = self.scene.sentence_span(index)
        joined = self._joined(low, min(high, before))
        if joined:
            return joined if len(joined) == 2 else ()
        earlier = self._actors_in(index, before)
        if len(earlier) < 2:
            earlier = self._actors_in(index, len(self.scene.text))
        return tuple(earlier[:2]) if len(earlier) == 2 else ()

    def _pair_of_talks(self, here: int, start: int) -> tuple[str, ...]:
        """Where the sentence tells of talks: the two actors of the nearest sentence that tells of them with both."""
        if not _TALKS.search(self.scene.plain, *self.scene.sentence_span(here)):
            return ()
        others = sorted(range(len(self.scene.sentences)), key=lambda i: (abs(i - here), i))
        for index in others[:12]:
            span = self.scene.sentence_span(index)
            actors = self._actors_in(index, len(self.scene.text))
            if len(actors) == 2 and _TALKS.search(self.scene.plain, *span):
                return tuple(actors)
        return ()

    def _pair_of_treaty(self, here: int) -> tuple[str, ...]:
        low, high = self.scene.sentence_span(here)
        for mention in self.scene.within(low, high, "treaty"):
            fact = self.facts.get(mention.id)
            if fact and len(fact.parties) == 2:
                return tuple(self.scene.of_the_day(p) for p in fact.parties)
        return ()

    def _other_alliance(self, start: int) -> bool:
        """Whether another alliance than NATO was the last one named."""
        for mention in reversed(self.scene.within(0, start, "actor")):
            if self.scene.directory.kind_of(mention.id) == "alliance":
                return mention.id != "nato"
        return False

    def _speaks_of(self, actor: str) -> bool:
        return any(m.id == actor for m in self.scene.mentions)

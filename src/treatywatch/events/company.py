"""Who takes part in talks besides the subject: behind "with" and "between", wherever they stand, whom one visits, whom one speaks to."""

from __future__ import annotations

from collections.abc import Callable

from treatywatch.events.matching import Matcher
from treatywatch.events.nominal import held
from treatywatch.events.stopped import called_off
from treatywatch.events.subjects import agent, direct_object
from treatywatch.events.talk_roles import ADDRESSING, GOING
from treatywatch.events.trees import Token, ancestors, children, first, is_verb, lemma, preposition

_SIDES = ("between", "with", "among", "of")
_APART = ("with", "between", "among")
"""Prepositions whose company may stand behind the verb that carries the talks ("Talks took place on Monday between …")."""
_REACH = 4
"""Words that may stand between talks and their "with" ("talks on Thursday with Xi Jinping")."""
_COMING = frozenset({"arrive", "land", "be", "stay", "remain", "stop", "join"})
_ON_MATTERS = frozenset(
    {"discuss", "raise", "broach", "negotiate", "debate", "explore", "review", "air", "hash", "thrash", "talk"}
)
_VISITING = frozenset({"visit", "trip"})
_VENUES = frozenset({"at", "ch", "be", "fi", "is", "no", "om", "qa", "sg", "se", "mt", "kz"})
"""States in whose capitals others meet: who comes to Vienna for talks comes to meet somebody else."""

Mean = Callable[[Token | None], list[str]]


class Company:
    """Reads with whom one meets in one sentence; `mean`: the actors that a phrase means."""

    def __init__(self, matcher: Matcher, mean: Mean) -> None:
        self.matcher, self.mean = matcher, mean

    def beside(self, noun: Token, carried: bool) -> list[str]:
        """Who meets, told behind the noun, or behind the verb that carries it ("held meetings in the day with officials")."""
        found = [actor for word in _SIDES for actor in self._those(preposition(noun, word))]
        if carried and preposition(noun, "with") is None:
            found += self.mean(preposition(noun.head, "with"))
        found = found or self._apart(noun) or self._late(noun)
        return found + (
            self.mean(agent(held(noun).head)) if called_off(noun) and held(noun).dep_ == "nsubjpass" else []
        )

    def _those(self, side: Token | None) -> list[str]:
        """Who meets; "with China acting as an intermediary" tells no side."""
        return [] if side is not None and is_verb(side) else self.mean(side)

    def _apart(self, noun: Token) -> list[str]:
        """As in "Discussions were held with the authorities", "Talks took place on Monday between Iran and Oman"."""
        top = held(noun)
        preps = (
            children(top.head, "prep")
            if top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and is_verb(top.head)
            else []
        )
        told = [prep for prep in preps if prep.lower_ in _APART and prep.i > noun.i]
        if top.dep_ == "dobj":
            told = [prep for prep in told if prep.lower_ != "with"]
        return [actor for prep in told for actor in self.mean(first(children(prep, "pobj")))]

    def _late(self, noun: Token) -> list[str]:
        """As in "talks on Thursday with Xi Jinping touched on …", where the parser takes "with Xi" for a clause."""
        behind = list(noun.doc[noun.i + 1 : noun.i + 2 + _REACH])
        at = next((i for i, token in enumerate(behind) if token.lower_ in ("with", "between")), None)
        if at is None or any(is_verb(token) or token.is_punct for token in behind[:at]):
            return []
        if not any(token.ent_type_ in ("DATE", "TIME", "GPE", "FAC") for token in behind[:at]):
            return []
        names = (token for token in noun.doc[behind[at].i + 1 : behind[at].i + 1 + _REACH])
        who = next(
            (token for token in names if token.pos_ in ("PROPN", "NOUN") and token.dep_ not in ("compound", "amod")),
            None,
        )
        return self.mean(who)

    def person(self, noun: Token | None) -> Token | None:
        """Whom one meets; nobody in "gather with Iraq's weapons on their minds"."""
        thing = noun is not None and noun.pos_ == "NOUN" and self.matcher.fits(noun, "weapon", noun)
        return None if thing else noun

    def met(self, verb: Token) -> Token | None:
        """Whom one meets, as its object; what is discussed ("discussed NATO") is no side."""
        return None if lemma(verb) in _ON_MATTERS else direct_object(verb)

    def anywhere(self, verb: Token) -> list[str]:
        """As in "No agreement was reached at the end of talks between Russia and Ukraine": two sides that the clause tells anywhere."""
        preps = (
            part for part in verb.subtree if part.lower_ in ("between", "among") and part.dep_ in ("prep", "agent")
        )
        own = (prep for prep in preps if next((up for up in ancestors(prep) if is_verb(up)), None) == verb)
        return next((told for prep in own if (told := self.mean(first(children(prep, "pobj"))))), [])

    def visited(self, noun: Token) -> list[str]:
        """As in "will visit Ankara for talks", "arrived in Washington for talks", "a visit here by the minister"."""
        if lemma(noun) in _VISITING:
            return self._hosts(noun)
        verb = noun.head.head
        if noun.head.lower_ != "for" or not is_verb(verb):
            return []
        return (
            self.destination(verb)
            if not children(noun, "det") or lemma(verb) in _COMING
            else self.mean(direct_object(verb))
        )

    def destination(self, verb: Token) -> list[str]:
        """Whom one travels to: the state by its name or capital; who comes to a place where others meet comes to none."""
        found = self.mean(direct_object(verb))
        going, coming = lemma(verb) in GOING or bool(found), lemma(verb) in _COMING
        words = ("to",) if going else ("in", "at") if coming else ()
        for word in words:
            found += self._state_at(preposition(verb, word))
        return found

    def on_the_way(self, verb: Token) -> list[str]:
        """As in "is to travel to Moscow to negotiate a successor": the state that one travels to."""
        return self.destination(verb.head) if verb.dep_ in ("advcl", "xcomp") and is_verb(verb.head) else []

    def _state_at(self, place: Token | None) -> list[str]:
        return [actor for actor in self.mean(place) if actor not in _VENUES]

    def _hosts(self, visit: Token) -> list[str]:
        """As in "a visit to Moscow by Kohl", "Shevardnadze's visit here": who is visited; "here" is where the report is from."""
        found = self._state_at(preposition(visit, "to"))
        here = any(child.lower_ == "here" for child in visit.children)
        return found or (self._dateline() if here else [])

    def _dateline(self) -> list[str]:
        """The state of the capital that the report is from."""
        prose = self.matcher.prose
        return list(prose.cast.actors(0, _end_of_dateline(prose.text)))

    def addressed(self, noun: Token) -> list[str]:
        """As in "told Kerry in a call", "urged Japan at their meeting": the other side is whom the verb speaks to."""
        verb = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "at"):
            return []
        spoken = [one for one in (verb, *children(verb, "xcomp")) if lemma(one) in ADDRESSING]
        return [actor for one in spoken for actor in self.mean(direct_object(one))]


def sides_of_name(word: Token) -> list[Token]:
    """As in "the Trump-Putin summit": the words that one hyphen joins, each a side."""
    before = [one for one in children(word, "compound", "nmod") if one.i + 1 < word.i and one.nbor().lower_ in "-–—/"]
    return [*before, word]


def _end_of_dateline(text: str) -> int:
    """Where the capitals at the head of a text end ("WASHINGTON — In the …")."""
    words = text[:60].split()
    upper = 0
    for word in words:
        if not word.strip(".,").isupper():
            break
        upper += len(word) + 1
    return upper

"""Treaties told by what they are on: "the treaty banning cluster munitions", "an arms pact", "the convention" after chemical weapons."""

from __future__ import annotations

import re
from functools import cache, cached_property

from treatywatch.language.cast_lexicon import TreatyFact
from treatywatch.language.cast_scene import Scene

_ADVERBIAL = r"(?:\s(?:here|there|today|yesterday|tonight|on\s\w+|this\s\w+|last\s\w+|in\s\w+(?:\s\w+)?|at\sthe\s\w+(?:\s\w+)?)){0,3}"
_SUBJECT = re.compile(
    _ADVERBIAL + r"\s(?:(?:that|which)\s)?(?:(?:is|was|are|would|will|could)\s)?"
    r"(?:(?:intended|designed|meant|aimed|seeking|drafted|supposed)\s)?(?:"
    r"to (?:rid the world of|put an end to|prevent|cut|reduce|stop|halt|end|check|contain|keep)|"
    r"at (?:banning|ending|eliminating|preventing|limiting|curbing|halting|stopping|reducing)|"
    r"ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|outlaw(?:s|ed|ing)?|forb(?:ids?|ade|idding)|bar(?:s|red|ring)?|limit(?:s|ed|ing)?|"
    r"restrict(?:s|ed|ing)?|eliminat(?:es|ed|ing)|scrap(?:s|ped|ping)?|permit(?:s|ted|ting)?|let(?:s|ting)?|allow(?:s|ed|ing)?|regulat(?:es|ed|ing)|"
    r"against|on|for|to (?:ban|curb|scrap|eliminate|destroy|outlaw|prohibit|limit|abolish|bar|regulate)|"
    r"curb(?:s|ed|ing)?|govern(?:s|ed|ing)?|"
    r"abolish(?:es|ed|ing)?|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|end(?:s|ed|ing)?|cap(?:s|ped|ping)?|cut(?:s|ting)?|reduc(?:es|ed|ing)|"
    r"freez(?:es|ing)|froze|"
    r"check(?:s|ed|ing)?|prevent(?:s|ed|ing)?|do(?:es|ing)? away with|"
    r"did away with|rid(?:s|ding)? the world of|"
    r"creat(?:es|ed|ing)|establish(?:es|ed|ing)?|declar(?:es|ed|ing)|set(?:s|ting)? up|mak(?:es|ing)|"
    r"(?:makes|made|making) illegal|put(?:s|ting)? an end to|"
    r"control(?:s|led|ling)?|cover(?:s|ed|ing)?|phas(?:es|ed|ing) out)\s"
    r"(?:(?:an?|the)\s(?:\w+\s){0,2}(?:ban|prohibition|elimination|limits?|restrictions?)\s(?:on|of)\s)?"
)
"""What may stand between "the treaty" and the words that tell its subject."""
_BANNING = re.compile(r"\b(?:ban|bans|banned|banning|against|outlaw\w*|prohibit\w*|forb\w+|abolish\w*|illegal)\b")
_WANTED = re.compile(
    r"\b(?:new|future|draft|proposed|possible|separate|similar|follow on|successor|first|model|regional|strong|binding)\b"
)
"""What stands before "treaty" where one is only spoken of as to be made: it is none of those that there are."""
_HINTED = re.compile(r"^\s(?:the|that|this)\s.*(?:treaty|treaties|pacts?|accords?|deal)$")
"""What may be hinted at: an agreement that there is, and no deal that talks may bring."""
_TWO = 2
"""Sides of a treaty between two; one between many is hinted at where as many of them are told."""
_MATTERS = frozenset({"chemical", "biological", "mines", "cluster"})
"""Kinds of weapons that one treaty alone is on: "the convention" after them is that one."""
_BARE = re.compile(r"\b(?:the|this|that)\s$")
_INDEFINITE = (" a ", " an ")
_WIDTH = 80
"""Characters behind "the treaty bans" in which its subject is told; own reports."""


class Descriptions:
    """Which treaty the words of one report describe, by what it is on."""

    def __init__(self, scene: Scene, facts: dict[str, TreatyFact]) -> None:
        self.scene, self.facts = scene, facts

    def outright(self, phrase: str, after: str) -> tuple[str, ...]:
        """A treaty told by its subject ("the treaty banning cluster munitions", "the landmines convention"), named or not.

        `phrase` ends with the noun, `after` goes on behind it. Of several the one told by most words, of those the youngest.
        """
        subject = _SUBJECT.match(after)
        if phrase.endswith("s"):
            return ()  # "non-proliferation agreements": of several no one is meant
        if phrase.startswith(_INDEFINITE) and (subject is None or _WANTED.search(phrase)):
            return ()
        behind = after[: subject.end() + _WIDTH].split(",")[0] if subject else ""
        bans = bool(_BANNING.search(behind))
        told = {id: (*fact.tells, *(fact.bans if bans else ())) for id, fact in self.facts.items()}
        return self._best(f"{phrase} {behind}", told)

    def hinted(self, phrase: str, after: str) -> tuple[str, ...]:
        """As in "the missile treaty", "a strategic arms pact", in a report that names both sides and no treaty: the youngest."""
        if _WANTED.search(phrase) or not _HINTED.search(phrase):
            return ()
        subject = _SUBJECT.match(after)
        behind = after[: subject.end() + _WIDTH].split(",")[0] if subject else ""
        deal = phrase.endswith("deal")  # what a treaty is never called
        between = {
            id: fact.hints
            for id, fact in self.facts.items()
            if self._sides_told(fact) and (fact.nature == "deal" or not deal)
        }
        return self._best(f"{phrase} {behind}", between)

    def of_the_matter(self, noun: re.Match[str], before: str) -> tuple[str, ...]:
        """As in "destroyed the last of its chemical weapons … the convention": the one treaty on the weapons told of before."""
        if not _BARE.search(before) or noun.group(1) not in ("convention", "treaty"):
            return ()
        on_weapons = (fact for fact in self.facts.values() if fact.matter in _MATTERS and self.possible(fact))
        plain, end = self.scene.plain, noun.start()
        found = [fact.id for fact in on_weapons if any(word_pattern(tell).search(plain, 0, end) for tell in fact.tells)]
        return tuple(found) if len(found) == 1 else ()

    def possible(self, fact: TreatyFact) -> bool:
        """Whether the treaty is not younger than the report, and the states that must be named with it are."""
        since = fact.since or min(fact.years)
        young = self.scene.on is not None and since > self.scene.on.year
        return not young and set(fact.beside) <= self._told

    @cached_property
    def _told(self) -> frozenset[str | None]:
        """The states that the report names, or for which those whom it names stand."""
        return frozenset(map(self.scene.state_of, self.scene.mentions))

    def _best(self, said: str, told: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The treaty of which the longest of the words `told` is said; of those that share it the youngest."""
        found = [
            (len(tell), self.facts[id].years[0], id)
            for id, tells in told.items()
            for tell in tells
            if word_pattern(tell).search(said) and self.possible(self.facts[id])
        ]
        return (max(found)[2],) if found else ()

    def _sides_told(self, fact: TreatyFact) -> bool:
        """Whether the report names both sides of a treaty between two."""
        if len(fact.parties) > _TWO:
            return bool(fact.hints) and set(fact.beside) <= self._told and len(self._told & set(fact.parties)) >= _TWO
        return bool(fact.hints) and all(
            one in self._told or (one == "ru" and fact.before in self._told) for one in fact.parties
        )


@cache
def word_pattern(word: str) -> re.Pattern[str]:
    """Finds a word in plain lower-case text, a long one also as a beginning ("enrich")."""
    end = "" if len(word) > 5 else r"\b"
    return re.compile(r"\b" + re.escape(word.replace("-", " ")) + end)

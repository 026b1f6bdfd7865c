"""Which treaty is meant by "the accord", "the 1987 treaty", "both agreements", "a landmark arms treaty"."""

from __future__ import annotations

import re
from functools import cached_property

from treatywatch.language.cast_described import Descriptions, word_pattern
from treatywatch.language.cast_lexicon import TreatyFact
from treatywatch.language.cast_scene import Scene
from treatywatch.model.annotation import Mention

_NOUN = re.compile(r"\b(treat(?:y|ies)|accords?|agreements?|deals?|pacts?|conventions?)\b")
_BAN = re.compile(
    r"\b(?:the|a|this|that|its|global|international)\s(?P<what>(?:[\w-]+\s){0,4})ban\b(?P<on>\son\s(?:[\w-]+\s?){1,4})?"
)
_OTHER = re.compile(
    r"\b(?:new|future|broader|wider|possible|potential|successor|replacement|follow on|trilateral|multilateral|peace|trade|gas|oil|"
    r"grain|cease ?fire|hostage|climate|free trade|border|better|bigger|draft|separate|prospective|another|any|no|other|comprehensive|"
    r"next|vienna document|security|defence cooperation|sales?|arms sales?|business|budget|loan|framework|interim|final|real|"
    r"verifiable|brexit|minsk|paris|coalition)\s(?:\w+\s){0,2}$"
)
_REFERS = re.compile(r"\b(?:the|this|that|these|those|both|its|their|a|an|two)\s(?:[\w,.'-]+\s){0,7}$")
_YEAR = re.compile(r"\b(19[5-9]\d|20[0-4]\d)\b")
_APART = re.compile(
    r"\b(?:safeguards?|inspections?|(?<!arms )trade|peace|cease ?fire|hostage|grain|gas|oil|climate|border|minsk|paris|loan|"
    r"coalition|cooperation|civil(?:ian)?(?: nuclear)?|fisher(?:y|ies)|extradition|prisoner)\s(?:\w+\s){0,1}$"
)
"""Before "agreement": one on another matter than arms; "the agreement" behind it takes it up."""
_BARE = re.compile(r"\b(?:the|this|that|its|their)\s$")
_SIGNED_IN = re.compile(
    r"(?:,?\s(?:which was\s|that was\s)?(?:signed|agreed|struck|reached|concluded|dating)\s(?:in|from|back to)\s"
    r"(?:[a-z]{3,9},?\s)?|\sof\s)((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|these two|the two|those two|the twin)\s(?:[\w.'-]+\s){0,4}(?:treaties|accords|agreements|deals|pacts|conventions)\b"
)
_INDEFINITE = re.compile(r"\b(?:a|an)\s(?:[\w,.'-]+\s){0,7}$")
_KEY = re.compile(
    r"\b(?:landmark|historic|key|cold war|nuclear|arms|crucial|seminal|major|decades old|last|pivotal|cornerstone|milestone|bilateral)\b"
)
_ASIDE = re.compile(
    r"\b(?:future of|fate of|fears for|over|extending|like|unlike|together with|alongside|including)\s(?:the\s)?$"
)

_MATTER = re.compile(r"\b(?:nuclear|chemical|biological|conventional)\b")
_VENUE = re.compile(
    r"\s(?:review\s)?(?:conference|meeting|organi[sz]ation|secretariat|members?|part(?:y|ies)|office|panel)\b"
)
_APPOSED = 60
"""Characters behind "the treaty" within which its name stands beside it; own reports."""
_ACTED_ON = re.compile(r"\b(?:from|of|to|under|over|on|in|about|with)\s(?:the\s)?(?:[\w-]+\s)?\Z")
"""What stands right before a name that is another's part."""
_EXAMPLES = re.compile(
    r"\b(?:agreements|accords|treaties|pacts|deals|commitments)\s(?:such as|including|like)\b[^.;]*\Z"
)


class TreatyTalk:
    """Resolves mentions of treaties, named or not, in one report."""

    def __init__(self, scene: Scene, facts: dict[str, TreatyFact]) -> None:
        self.scene, self.facts = scene, facts
        self.named = [m for m in scene.mentions if m.kind == "treaty"]
        self.told = Descriptions(scene, facts)

    @cached_property
    def spoken_of(self) -> list[Mention]:
        """The treaties named, and those told by their year or their subject ("the 2015 nuclear agreement"), in the order of the text."""
        told = list(self.named)
        for noun in _NOUN.finditer(self.scene.plain):
            if any(m.start <= noun.start() < m.end for m in self.named):
                continue
            before = " " + self._context_before(noun.start(), noun.start())
            apart = _OTHER.search(before) or _APART.search(before) or not _REFERS.search(before)
            ids = () if apart else self._outright(noun, before)
            if ids is None and not any(m.start < noun.start() for m in told):
                ids = self._first(noun, before)
            told += [Mention(noun.start(), noun.end(), "treaty", id, noun.group(), (id,)) for id in ids or ()]
        for ban in () if self.named else _BAN.finditer(self.scene.plain):
            ids = self._banned(*ban.span())
            told += [Mention(ban.start("what"), ban.end(), "treaty", id, ban.group(), (id,)) for id in ids]
        return sorted(told, key=lambda m: m.start)

    @cached_property
    def of_acts(self) -> list[Mention]:
        """Those that something can be done to: not "the NPT conference", "the CTBT organisation"."""
        return [m for m in self.spoken_of if not _VENUE.match(self.scene.plain, m.end)]

    def treaties(self, start: int, end: int) -> tuple[str, ...]:
        """The treaties that the words name; where they name none, those that they refer to."""
        named = [m.id for m in self.scene.within(start, end, "treaty")]
        if named:
            return tuple(dict.fromkeys(named))
        words = self.scene.plain[start:end].strip()
        if words in ("it", "its", "which", "them", "both"):
            return self._nearest(start, 2 if words in ("them", "both") else 1)
        noun = self._noun(start, end)
        if noun is None:
            return self._banned(start, end)
        if noun.start() == start and noun.group(1).endswith("s"):
            return ()  # "does not sign conventions"
        before = self._context_before(start, noun.start())
        if _OTHER.search(before) or not (_REFERS.search(before) or before.strip() == "" or start == noun.start()):
            return ()
        if _BOTH.search(self.scene.plain, max(0, noun.start() - 60), noun.end()):
            return self._nearest(start, 2)
        return self._described(start, noun, before)

    def _banned(self, start: int, end: int) -> tuple[str, ...]:
        """As in "the test ban", "the landmine ban", "the ban on cluster munitions": the youngest treaty that bans what is said."""
        ban = _BAN.search(self.scene.plain, start, end)
        if ban is None:
            return ()
        said = f"{ban['what']}ban {ban['on'] or ''}"
        fitting = [fact for fact in self.facts.values() if self.told.possible(fact)]
        found = [fact for fact in fitting if any(word_pattern(w).search(said) for w in (*fact.tells, *fact.words))]
        named = [fact for fact in found if any(m.id == fact.id for m in self.named)] or found
        return (max(named, key=lambda fact: fact.years).id,) if named else ()

    def _noun(self, start: int, end: int) -> re.Match[str] | None:
        found = None
        for match in _NOUN.finditer(self.scene.plain, start, end):
            found = found or match
        return found

    def _context_before(self, start: int, noun: int) -> str:
        """The words before the noun, from the phrase's article on."""
        low = max(self.scene.sentence_span(self.scene.sentence_of(noun))[0], min(start, noun - 60))
        return self.scene.plain[low:noun]

    def _described(self, start: int, noun: re.Match[str], before: str) -> tuple[str, ...]:
        """One treaty for a singular description: by its year, else by nearness, wording and what is said of it."""
        scene = self.scene
        sentence = scene.sentence_of(noun.start())
        before = " " + before
        phrase = _phrase(before)
        after = scene.plain[noun.end() : scene.sentence_span(sentence)[1]]
        told = self._outright(noun, before)
        if told is not None:
            return told
        indefinite = bool(_INDEFINITE.search(before)) and not re.search(
            r"\b(?:the|this|that)\s(?:[\w'-]+\s){0,5}$", before
        )
        if self._takes_up_another(noun, before):
            return ()
        candidates = self._candidates(noun.start(), sentence, indefinite)
        candidates = [m for m in candidates if not self._on_another_matter(m, phrase)]
        said = phrase + " " + _own_clause(after)
        if indefinite and not _KEY.search(phrase):
            candidates = [m for m in candidates if m.id in self.facts and _told_of(self.facts[m.id], said)]
        return self._choose(candidates, noun, said, sentence) or self._first(noun, before)

    def _first(self, noun: re.Match[str], before: str) -> tuple[str, ...]:
        """A treaty described where none has been told yet."""
        after = self.scene.plain[noun.end() : self.scene.sentence_span(self.scene.sentence_of(noun.start()))[1]]
        hinted = () if self.named else self.told.hinted(_phrase(before) + noun.group(1), after)
        return hinted or self.told.of_the_matter(noun, before)

    def _on_another_matter(self, mention: Mention, phrase: str) -> bool:
        """As in "the only nuclear arms control deal", which the treaty on conventional forces named before is not."""
        fact = self.facts.get(mention.id)
        told = _MATTER.search(phrase)
        return fact is not None and fact.matter is not None and told is not None and told.group() != fact.matter

    def _outright(self, noun: re.Match[str], before: str) -> tuple[str, ...] | None:
        """The treaties of the year that is told, or of the subject; None where neither is."""
        phrase = _phrase(before)
        after = self.scene.plain[noun.end() : self.scene.sentence_span(self.scene.sentence_of(noun.start()))[1]]
        year = _YEAR.search(phrase) or _SIGNED_IN.match(after)
        if year is None:
            return self.told.outright(phrase + noun.group(1), after) or None
        found = self._of_year(int(year.group(1)), noun.start())
        if phrase.startswith((" a ", " an ")) and not _KEY.search(phrase):
            said = phrase + " " + after.split(",")[0]
            found = tuple(one for one in found if _told_of(self.facts[one], said))
        return found

    def _takes_up_another(self, noun: re.Match[str], before: str) -> bool:
        """As in "the safeguards agreement … signed the agreement": the one called so last is on another matter."""
        if _APART.search(before) or not _BARE.search(before):
            return bool(_APART.search(before))
        former = [one for one in _NOUN.finditer(self.scene.plain, 0, noun.start()) if one.group(1) == noun.group(1)]
        for one in reversed(former):
            if any(m.start <= one.start() < m.end for m in self.named):
                break
            told = self._context_before(one.start(), one.start())
            if not _BARE.search(told):
                return bool(_APART.search(told))
        return False

    def _of_year(self, year: int, at: int) -> tuple[str, ...]:
        fits = [i for i, fact in self.facts.items() if year in fact.years]
        told = [i for i in dict.fromkeys(m.id for m in self.named) if i in fits]
        if told:
            return (told[-1] if len(told) == 1 else self._closest(told, at),)
        if len(fits) > 1:
            fits = [i for i in fits if self._told_by_subject(i, at)]
        return tuple(fits) if len(fits) == 1 else ()

    def _told_by_subject(self, id: str, at: int) -> bool:
        """As in "a proposed treaty to ban chemical weapons … the 1993 treaty": what the report says of a treaty without its name."""
        return any(word_pattern(tell).search(self.scene.plain, 0, at) for tell in self.facts[id].tells)

    def _closest(self, ids: list[str], at: int) -> str:
        return min((m for m in self.named if m.id in ids), key=lambda m: abs(m.start - at)).id

    def _candidates(self, at: int, sentence: int, forward: bool) -> list[Mention]:
        """Treaties named before; where none is, or the phrase introduces one, those named soon after."""
        earlier = [m for m in self.spoken_of if m.end <= at]
        earlier = [m for m in earlier if not self._example(m)] or earlier
        later = [m for m in self.named if m.start >= at and self.scene.sentence_of(m.start) - sentence <= 4]
        if not earlier:
            first = min((self.scene.sentence_of(m.start) for m in later), default=0)
            return [m for m in later if self.scene.sentence_of(m.start) == first]
        return earlier + [
            m for m in later if forward or (self.scene.sentence_of(m.start) == sentence and self._by(at, m))
        ]

    def _by(self, at: int, mention: Mention) -> bool:
        """As in "the treaty, known as New START": named right behind, not in a clause of its own."""
        return mention.start - at <= _APPOSED and not _ACTED_ON.search(self.scene.plain, at, mention.start)

    def _example(self, mention: Mention) -> bool:
        """As in "left agreements such as the Paris accord, the Iran deal and the INF Treaty": named only as one of many."""
        low = self.scene.sentence_span(self.scene.sentence_of(mention.start))[0]
        return bool(_EXAMPLES.search(self.scene.plain, low, mention.start))

    def _choose(self, candidates: list[Mention], noun: re.Match[str], said: str, sentence: int) -> tuple[str, ...]:
        cold_war = "cold war" in said
        scores: dict[str, float] = {}
        for mention in candidates:
            fact = self.facts.get(mention.id)
            if fact and cold_war and min(fact.years) > 1991:
                continue
            distance = abs(sentence - self.scene.sentence_of(mention.start))
            value = 6.0 - 1.5 * min(distance, 8) + self._echo(mention, noun.group(1)) + self._lead(mention)
            value += 2.5 * _told_of(fact, said) if fact else 0.0
            scores[mention.id] = max(value, scores.get(mention.id, -99.0))
        if not scores:
            return ()
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        return (ranked[0][0],)

    def _echo(self, mention: Mention, noun: str) -> float:
        """A treaty called by the same noun right beside its name ("arms control agreement New START") is likelier meant by it again."""
        plain = self.scene.plain
        stem = noun[:5]
        return (
            3.0
            if stem in plain[max(0, mention.start - 12) : mention.start]
            or stem in plain[mention.end : mention.end + 12]
            else 0.0
        )

    def _lead(self, mention: Mention) -> float:
        """A treaty that opens its sentence is its topic, and one that the report names most often is the report's."""
        low = self.scene.sentence_span(self.scene.sentence_of(mention.start))[0]
        share = sum(m.id == mention.id for m in self.spoken_of) / len(self.spoken_of)
        aside = bool(_ASIDE.search(self.scene.plain[max(low, mention.start - 24) : mention.start]))
        return (1.0 if mention.start - low <= 6 else 0.0) + 2.0 * share - (1.0 if aside else 0.0)

    def _nearest(self, at: int, count: int) -> tuple[str, ...]:
        earlier = list(dict.fromkeys(m.id for m in reversed(self.spoken_of) if m.start < at))
        if count == 1:
            named = {m.id for m in self.named}
            return tuple(earlier[:1]) or (tuple(named) if len(named) == 1 else ())
        later = [m.id for m in self.named if m.start >= at]
        pool = list(dict.fromkeys(earlier + later))[:2]
        return tuple(reversed(pool)) if len(pool) == 2 else ()


def _told_of(fact: TreatyFact, said: str) -> int:
    """How many of a treaty's words are said; short ones as whole words, long ones as beginnings ("enrich")."""
    return sum(bool(word_pattern(word).search(said)) for word in fact.words)


def _own_clause(after: str) -> str:
    """What the sentence says of the phrase: up to its first stop."""
    return re.split(r"[.;:]\s|,\s(?:but|and|saying|adding|while)\s", after, maxsplit=1)[0][:160]


def _phrase(before: str) -> str:
    """The words before the noun, from its article on."""
    return before[max((before.rfind(a) for a in (" the ", " a ", " an ", " this ", " that ")), default=0) :]

"""Whom a pronoun of the third person takes up: the likeliest of those told before, or whom a fronted phrase runs ahead of."""

from __future__ import annotations

import re
from dataclasses import replace

from treatywatch.language.cast_binding import barred, bound, objective, owned_by_a_thing
from treatywatch.language.cast_figures import speaks
from treatywatch.language.cast_referents import Referent, Referents

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our", "ours", "ourselves", "myself", "mine"})
WHO = frozenset({"who", "which", "that", "whose", "whom"})
PRONOUNS = HE | SHE | IT | THEY | FIRST | WHO

_PAPER = re.compile(
    r"\b(?:statement|report|communiqu[eé]|declaration|document|paper|letter|study|indictment|resolution)\b"
)
_IT_SPEAKS = re.compile(
    r"it\s(?:also\s|further\s)?(?:said|says|added|adds|noted|notes|warned|warns|stated|states|called|calls|urged|urges)\b"
)
_IT_READS = re.compile(r"it\sreads?\b")
_HE, _SHE = re.compile(r"\b(?:he|him|his|himself)\b"), re.compile(r"\b(?:she|her|hers|herself)\b")
_HONORIFIC = re.compile(r"\s*(?:mr|mrs|ms|dr|sen|rep|gen)\.?\s")
_FRONTED = re.compile(
    r"\W*(?:in|on|at|during|after|before|while|as|for|with|despite|although|though|since|throughout|from|when|by)\s"
)
_TITLE = 40
"""Characters from a name in a title to the name of its bearer ("Kremlin spokesman Dmitry Peskov")."""
_ADJACENT = 3
"""Characters between the comma behind a fronted phrase and the subject."""


class Antecedents(Referents):
    """The referents of a report, and which of them a pronoun means."""

    def of_pronoun(self, word: str, start: int) -> Referent | None:
        """The antecedent of a pronoun of the third person; None where nothing compatible stands before it."""
        if word in HE or word in SHE:
            return self._person("m" if word in HE else "f", start)
        if word in WHO:
            near = [r for r in self.before(start, "person", "body", "plural") if start - r.end <= 3]
            return near[-1] if near else None
        inside = bound(self, word, start)
        if inside is not None or owned_by_a_thing(self, word, start):
            return inside
        if _IT_READS.match(self.scene.plain, start):
            return self.best(self.before(start, "thing"), start)  # a paper, never a state
        if word in THEY:
            several = self.before(start, "plural", "body")
            return self._several(several, start) or self.best(self.before(start, "person"), start)
        says, asks = bool(_IT_SPEAKS.match(self.scene.plain, start)), objective(self, start)
        told = [*self.before(start, *(("body", "thing") if says else ("body",))), *self._served(start)]
        told = [r for r in told if asks is None or r.actor != asks.actor]
        chosen = self.best(self._not_told_of(told, start) if says else told, start)
        return None if chosen is not None and self._is_document(start, chosen) else chosen

    def _not_told_of(self, candidates: list[Referent], start: int) -> list[Referent]:
        """`It would send troops to the border with South Korea, it added`: who speaks is none of those told of in passing before."""
        if not self.scene.plain.endswith(", ", 0, start):
            return candidates
        here = self.scene.sentence_of(start)
        return [r for r in candidates if r.sentence != here or r.subject]

    def _served(self, start: int) -> list[Referent]:
        """`Kremlin spokesman Dmitry Peskov said it …`: whom the bearer of the title that speaks in this sentence speaks for."""
        here, quoted = self.scene.sentence_of(start), self.scene.quoted(start)
        told = [r for r in self.before(start, "office", "body") if r.actor and (r.sort == "office" or not r.subject)]
        return [
            replace(r, sort="body", subject=True, possessive=False, speaking=True)
            for r in told
            if r.sentence == here and self.scene.quoted(r.start) == quoted and self._told_by(r, start)
        ]

    def _told_by(self, owner: Referent, start: int) -> bool:
        """Whether the person who bears the title around a name is the one who speaks before the pronoun."""
        if any(
            r.sort == "body" and r.parsed and r.subject and owner.end < r.start and r.end <= start for r in self.all
        ):
            return False
        speaking = [r for r in self.all if r.sort == "person" and r.speaking and r.start < start]
        return any(
            (r.start <= owner.start and owner.end <= r.end) or 0 < r.start - owner.end <= _TITLE
            for r in speaking
            if r.sentence == owner.sentence
        )

    def _several(self, candidates: list[Referent], start: int) -> Referent | None:
        """The likeliest plural: people who spoke before a state or a body, which is one."""
        return max(
            candidates,
            key=lambda r: (self.score(r, start) + (4.0 if r.sort == "plural" and r.speaking else 0.0), r.start),
            default=None,
        )

    def _is_document(self, start: int, body: Referent) -> bool:
        """Whether an "it" that speaks takes up a paper that spoke in the sentence before ("The report said … It says …"), not a body
        named in what the paper said.
        """
        scene, index = self.scene, self.scene.sentence_of(start)
        if index == 0 or body.sentence != index - 1 or not _IT_SPEAKS.match(scene.plain, start):
            return False
        low, high = scene.sentence_span(index - 1)
        return any(
            speaks(scene, paper.end()) and paper.end() < body.start for paper in _PAPER.finditer(scene.plain, low, high)
        )

    def _again(self, gender: str, start: int) -> int | None:
        """Where the sentence has the pronoun before, with no other subject between: both mean the same ("his praise … and his call")."""
        low = self.scene.sentence_span(self.scene.sentence_of(start))[0]
        pronoun = _HE if gender == "m" else _SHE
        before = [m.start() for m in pronoun.finditer(self.scene.plain, low, start)]
        if not before or self.scene.quoted(before[-1]) != self.scene.quoted(start):
            return None
        between = (r for r in self.all if before[-1] < r.start < start and r.sort == "person" and r.subject)
        return None if any(r.gender in (gender, None) for r in between) else before[-1]

    def _ahead(self, gender: str, start: int) -> Referent | None:
        """Whom a pronoun in a fronted phrase runs ahead of: "In her statement, Hillary Clinton …"."""
        plain, (low, high) = self.scene.plain, self.scene.sentence_span(self.scene.sentence_of(start))
        comma = plain.find(",", start, high)
        if comma < 0 or not _FRONTED.match(plain, low, start) or "," in plain[low:start]:
            return None
        ahead = (r for r in self.all if r.start > comma and r.figure is not None and r.subject and not r.quoted)
        honorific = _HONORIFIC.match(plain, comma + 1)
        behind = honorific.end() if honorific else comma + 1
        first = next((r for r in ahead if self._head(r.start, r.figure) - behind <= _ADJACENT), None)
        return first if first is not None and first.gender in (gender, None) else None

    def _person(self, gender: str, start: int) -> Referent | None:
        again = self._again(gender, start)
        if again is not None:
            return self._person(gender, again)
        ahead = self._ahead(gender, start)
        if ahead is not None:
            return ahead
        low, high = barred(self.scene, start)
        others = {id(figure) for _, _, figure in self._people.at(low, high)}
        fits = [r for r in self.before(start, "person") if r.gender in (gender, None) and id(r.figure) not in others]
        sure = [r for r in fits if r.gender == gender]
        if gender == "f" and sure:
            return self.best(sure, start)
        return self.best(fits, start)

"""Titles and descriptions of people in a text: "the Kremlin spokesman", "a senior US official", "Russia's deputy foreign minister"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.language.cast_scene import MODIFIERS, Scene
from treatywatch.language.names_folding import words
from treatywatch.model.annotation import Mention

_LEFT_WORD = re.compile(r"([\w.&/-]+|'s|')\s?$")
_ARTICLE = re.compile(r"\b(the|a|an|one|another|this|that|some|several|two|three|many|both|his|her|its|their|our)\s$")
_STOP = words(
    """that said says and or to by with of for in on at from when as is was were are be been has have had told after before
    but while if who which than then also not will would could can should may might must do does did about against between
    because since until unless under over into through during without within me him us them it he she they we you i yes no
    so asked met meets saw called call calls made named appointed elected became become accused urged warned answered
    accompanied followed joined replaced including includes the a an one another this these those some several two three
    many most all both his her its their our my your any each every"""
)
_AFTER = re.compile(r"\s(of|for|at|from|with|in)\s(?:the\s)?")
_OPENED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er)\s(?:[a-z-]+\s){0,2}(?:[A-Z][\w.-]*\s)?$")
_FORMER = re.compile(r"\b(?:former|ex|then|late|onetime|one time|outgoing)\b")


@dataclass(frozen=True, slots=True)
class Title:
    """Words that call a person by role. `start` takes in modifiers and the article, `head` is where the role word stands.

    `actor` is the state or organisation told beside it, `organ` the organ, `office` the shelf's office where the words are one
    of its titles; `reach` ends the whole phrase, with "of NATO" or "for the Pentagon". `nation` is the state told beside a role that
    speaks for none ("a Russian analyst").
    """

    start: int
    head: int
    end: int
    reach: int
    role: str
    article: str
    plural: bool
    former: bool
    actor: str | None
    organ: str | None
    office: str | None
    nation: str | None = None

    @property
    def definite(self) -> bool:
        """Whether one certain person is meant."""
        return not self.plural and self.article not in (
            "a",
            "an",
            "one",
            "another",
            "some",
            "several",
            "two",
            "three",
            "many",
        )

    @property
    def vague(self) -> bool:
        """Whether the role is no office by itself ("official")."""
        return self.role == "official"


def find_titles(scene: Scene) -> tuple[Title, ...]:
    """All titles in the text, in order, without overlap."""
    found: list[Title] = []
    offices = {m.start: m for m in scene.mentions if m.kind == "office" and not m.text.lower().startswith("former")}
    covered: list[tuple[int, int]] = []
    for mention in offices.values():
        title = _from_office(scene, mention)
        found.append(title)
        covered.append((mention.start, mention.end))
    covered.extend(
        (m.start, m.end) for m in scene.mentions if m.kind in ("person", "treaty", "system", "outlet", "actor")
    )
    covered.sort()
    found.extend(t for t in _from_roles(scene, covered))
    return tuple(sorted(found, key=lambda t: t.start))


def _from_office(scene: Scene, mention: Mention) -> Title:
    lexicon = scene.directory.lexicon
    actor = scene.state_of(mention)
    walk = _leftwards(scene, mention.start)
    printed = scene.plain[mention.start : mention.end]
    roles = [lexicon.role_of.get(m.group()) for m in lexicon.role_pattern.finditer(printed)]
    role = next((r for r in reversed(roles) if r), "official")
    article = walk.article
    if not article and printed.startswith(("a ", "an ", "the ")):
        article = printed.split()[0]
    office: str | None = mention.id if mention.id in scene.directory.offices else None
    if walk.beside is not None and scene.state_of(walk.beside) not in (actor, None):
        actor, office = scene.state_of(walk.beside), None  # "Pakistani foreign ministry spokeswoman"
    elif office is not None and not _at_home(scene, printed, actor):
        actor, office = None, None
    end = mention.end
    return Title(walk.at, mention.start, end, end, role, article, False, walk.former, actor, None, office)


def _at_home(scene: Scene, printed: str, actor: str | None) -> bool:
    """Whether a title that names no actor ("foreign ministry spokeswoman") is told in a report that speaks of the actor at all."""
    if actor is None or actor not in scene.directory.states or actor == "us":
        return True
    own = any(a.text.lower() in printed for a in scene.directory.states[actor].aliases)
    organ = any(word in printed for word in ("kremlin", "putin", "duma", "elysee", "downing"))
    return own or organ or scene.main_state in (None, actor)


def _from_roles(scene: Scene, covered: list[tuple[int, int]]) -> Iterator[Title]:
    lexicon = scene.directory.lexicon
    for at, end in lexicon.found("roles", scene.plain):
        if _inside(covered, at):
            continue
        form = scene.plain[at:end]
        plural = form in lexicon.plurals
        role = lexicon.role_of.get(form) or lexicon.role_of.get(form.removesuffix("s"), "official")
        walk = _leftwards(scene, at)
        if not plural and role == "official" and not (walk.article or walk.beside):
            continue
        reach, after = _rightwards(scene, at, end, role)
        named = walk.beside or after
        actor = scene.state_of(named) if named else ("us" if walk.administration else None)
        if named is None and walk.article in ("its", "their"):
            actor = actor or _owner_before(scene, walk.at)
        nation = actor if _private(scene, form) else None
        if nation is not None:
            yield Title(walk.at, at, end, reach, role, walk.article, plural, walk.former, None, None, None, nation)
            continue
        organ = named.id if named and named.kind == "actor" and named.id != actor else None
        yield Title(walk.at, at, end, reach, role, walk.article, plural, walk.former, actor, organ, None)


def _private(scene: Scene, form: str) -> bool:
    """Whether the role speaks for no state: an analyst, a critic."""
    return form in scene.directory.lexicon.private_nouns


def _owner_before(scene: Scene, at: int) -> str | None:
    """Whose envoy "its ambassador" is: the first state or organisation named as a noun in the sentence."""
    low = scene.sentence_span(scene.sentence_of(at))[0]
    nouns = [m for m in scene.within(low, at, "actor") if m.alias_kind not in MODIFIERS]
    return scene.state_of(nouns[0]) if nouns else None


def _inside(covered: list[tuple[int, int]], start: int) -> bool:
    index = bisect_left(covered, (start + 1, 0)) - 1
    return index >= 0 and covered[index][0] <= start < covered[index][1]


@dataclass(slots=True)
class _Walk:
    """A walk to the left over a title's modifiers, and what it met."""

    scene: Scene
    at: int
    article: str = ""
    former: bool = False
    administration: bool = False
    beside: Mention | None = None

    def step(self) -> bool:
        """Take one modifier more; False where the phrase begins."""
        mention = self._name_before()
        if mention is not None:
            if mention.kind == "person" and self.scene.plain[mention.end : mention.end + 1] != "'":
                return False
            self.beside = self.beside or mention
            self.at = mention.start
            return True
        return not self._closed() and self._word()

    def _name_before(self) -> Mention | None:
        scene, at = self.scene, self.at
        if at == 0:
            return None
        mention = scene.ending_at(at - 1) or scene.ending_at(at)
        if mention is None and scene.plain[max(0, at - 3) : at] in ("'s ", "s' "):
            mention = scene.ending_at(at - 3) or scene.ending_at(at - 2)
        return mention if mention is not None and mention.kind in ("actor", "place", "office", "person") else None

    def _closed(self) -> bool:
        """Whether an article, or the possessive of something that is no name, ends the walk."""
        before = self.scene.plain[max(0, self.at - 9) : self.at]
        found = _ARTICLE.search(before)
        if found:
            self.article, self.at = found.group(1), self.at - len(before) + found.start()
        return bool(found) or before.endswith(("'s ", "s' "))

    def _word(self) -> bool:
        scene = self.scene
        word = _LEFT_WORD.search(scene.plain, max(0, self.at - 24), self.at)
        if not word:
            return False
        token = word.group(1)
        capital = (
            scene.text[word.start()].isupper() and token not in _CAPITAL_MODIFIERS and not self._proper_modifier(word)
        )
        participle = token.endswith((".", "ed")) and token not in ("u.s.", "retired")
        if token in _STOP or capital or participle:
            return False
        self.former = self.former or bool(_FORMER.fullmatch(token))
        self.administration = self.administration or token == "administration"
        self.at = word.start()
        return True

    def _proper_modifier(self, word: re.Match[str]) -> bool:
        """Whether a capitalised word only modifies: an article opens the phrase before it ("the Arkansas lawmaker")."""
        return bool(_OPENED.search(self.scene.text, max(0, word.start() - 40), word.start()))


def _leftwards(scene: Scene, start: int) -> _Walk:
    """Walk left over modifiers: where the phrase begins, its article, whether it says "former", and the actor named in it."""
    walk = _Walk(scene, start)
    for _ in range(8):
        if not walk.step():
            break
    return walk


_CAPITAL_MODIFIERS = words(
    """deputy vice acting senior foreign defence defense prime first assistant chief army general top former presidential
    state nuclear arms control national security ministry department affairs special interim military air force navy ex
    then outgoing administration energy interior justice finance economy trade associate science atomic federal"""
)
_TAKEN_ALONG = re.compile(
    r"\s(?:foreign\s|defen[cs]e\s|state\s)?(?:delegation|team|side|government|military|ministry|mission|embassy|parliament|administration|army|"
    r"leadership|camp|opposition|presidency|state department)\b"
)


STUDIED = re.compile(
    r"(?!(?:'s)?\s(?:national|federal|state)\b)(?:'s)?(?:[\s-]+(?:and\s)?[\w-]+){0,4}[\s-](?:program(?:me)?|project|cent(?:er|re)|institute|initiative|universit(?:y|ies)|studies|desk|"
    r"history|faculty|foundation|bureau chief|chapter)\b"
)
"""After a state's name: it is what somebody works on ("director of the Russia programme")."""
_GOVERNS = re.compile(
    r"\b(?:officials?|authorities|leaders?|aides?|officers?|lawmakers?|legislators?|parliamentarians|senators|deputies|ministers)$"
)


def _rightwards(scene: Scene, at: int, end: int, role: str) -> tuple[int, Mention | None]:
    """The phrase's end with "of NATO" or "for the Pentagon", and the actor named there."""
    joint = _AFTER.match(scene.plain, end)
    if not joint or (role == "ambassador" and joint.group(1) in ("in", "at")):
        return end, None
    mention = scene.at(joint.end()) or scene.at(max(0, joint.end() - 4))
    if mention is None or mention.kind not in ("actor", "office") or mention.start > joint.end():
        return end, None
    if STUDIED.match(scene.plain, mention.end):
        return end, None
    if joint.group(1) in ("in", "with") and role != "official":
        return end, None
    if joint.group(1) == "in" and mention.id in scene.directory.states and not _GOVERNS.search(scene.plain, at, end):
        return end, None  # "the agency's representative in Uganda", "a Western diplomat in Moscow"
    along = _TAKEN_ALONG.match(scene.plain, mention.end)
    return along.end() if along else mention.end, mention

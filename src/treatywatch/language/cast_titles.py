"""Titles and descriptions of people in a text: "the Kremlin spokesman", "a senior US official", "Russia's deputy foreign minister"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.language.cast_scene import Scene
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
_FORMER = re.compile(r"\b(?:former|ex|then|late|onetime|one time|outgoing)\b")
_VAGUE = frozenset({"official", "minister", "negotiator", "ambassador"})


@dataclass(frozen=True, slots=True)
class Title:
    """Words that call a person by role. `start` takes in modifiers and the article, `head` is where the role word stands.

    `actor` is the state or organisation told beside it, `organ` the organ, `office` the shelf's office where the words are one
    of its titles; `reach` ends the whole phrase, with "of NATO" or "for the Pentagon".
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
    office = scene.directory.offices.get(mention.id)
    actor = scene.state_of(mention)
    start, article, former = _leftwards(scene, mention.start)[:3]
    words = scene.plain[mention.start : mention.end].replace("-", " ")
    roles = [
        scene.directory.lexicon.role_of.get(m.group()) for m in scene.directory.lexicon.role_pattern.finditer(words)
    ]
    role = next((r for r in reversed(roles) if r), "official")
    if not article and words.startswith(("a ", "an ", "the ")):
        article = words.split()[0]
    known = mention.id if office is not None else None
    end = mention.end
    return Title(start, mention.start, end, end, role, article, False, former, actor, None, known)


def _from_roles(scene: Scene, covered: list[tuple[int, int]]) -> Iterator[Title]:
    lexicon = scene.directory.lexicon
    plain = scene.plain
    for match in lexicon.role_pattern.finditer(plain):
        if _inside(covered, match.start(), match.end()) or plain[match.end() : match.end() + 1] == "-":
            continue
        form = match.group()
        plural = form in lexicon.plurals
        role = lexicon.role_of.get(form) or _singular(form, lexicon.role_of)
        start, article, former, beside = _leftwards(scene, match.start())
        if not plural and role == "official" and not (article or beside):
            continue
        reach, after = _rightwards(scene, match.end(), role)
        named = beside or after
        actor = scene.state_of(named) if named else None
        organ = named.id if named and named.kind == "actor" and named.id != actor else None
        yield Title(start, match.start(), match.end(), reach, role, article, plural, former, actor, organ, None)


def _singular(form: str, roles: dict[str, str]) -> str:
    return roles.get(form.removesuffix("s"), "official")


def _inside(covered: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(covered, (start + 1, 0)) - 1
    return index >= 0 and covered[index][0] <= start < covered[index][1]


def _leftwards(scene: Scene, start: int) -> tuple[int, str, bool, Mention | None]:
    """Walk left over modifiers: where the phrase begins, its article, whether it says "former", and the actor named in it."""
    at, article, former, beside = start, "", False, None
    for _ in range(8):
        mention = scene.ending_at(at - 1) or scene.ending_at(at) if at else None
        if mention is None and scene.plain[max(0, at - 3) : at] in ("'s ", "s' "):
            mention = scene.ending_at(at - 3) or scene.ending_at(at - 2)
            if mention is None and article == "":
                break
        if mention is not None and mention.kind in ("actor", "place", "office", "person"):
            if mention.kind == "person" and scene.plain[mention.end : mention.end + 1] != "'":
                break
            beside = beside or mention
            at = mention.start
            continue
        word = _LEFT_WORD.search(scene.plain, max(0, at - 24), at)
        if not word:
            break
        token = word.group(1)
        found = _ARTICLE.search(scene.plain, max(0, at - 9), at)
        if found:
            return found.start(), found.group(1), former, beside
        if token in _STOP or (scene.text[word.start()].isupper() and not _modifier(scene, word.start(), token)):
            break
        if token.endswith((".", "ed")) and token not in ("u.s.", "retired"):
            break
        former = former or bool(_FORMER.fullmatch(token))
        at = word.start()
    return at, article, former, beside


_CAPITAL_MODIFIERS = words(
    """deputy vice acting senior foreign defence defense prime first assistant chief army general top former presidential
    state nuclear arms control national security ministry department affairs special interim military air force navy ex
    then outgoing"""
)


def _modifier(scene: Scene, at: int, token: str) -> bool:
    return token in _CAPITAL_MODIFIERS


def _rightwards(scene: Scene, end: int, role: str) -> tuple[int, Mention | None]:
    """The phrase's end with "of NATO" or "for the Pentagon", and the actor named there."""
    joint = _AFTER.match(scene.plain, end)
    if not joint or (role == "ambassador" and joint.group(1) in ("in", "at")):
        return end, None
    mention = scene.at(joint.end()) or scene.at(max(0, joint.end() - 4))
    if mention is None or mention.kind not in ("actor", "office") or mention.start > joint.end():
        return end, None
    if joint.group(1) in ("in", "with") and role not in ("official",):
        return end, None
    return mention.end, mention

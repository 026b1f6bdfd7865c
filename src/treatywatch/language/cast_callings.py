"""What is told of a person beside the name: the words of apposition and title, and the walk of life that they belong to."""

from __future__ import annotations

import re
from functools import cached_property

from treatywatch.language.cast_figures import Figure
from treatywatch.language.cast_people import People
from treatywatch.language.cast_scene import Scene
from treatywatch.language.names_folding import words

_BEFORE = re.compile(r"(?:^|[\s(])((?:[\w-]+\s){0,4}([\w-]+)\s)$")
_AFTER = re.compile(
    r"\s?,?\s?\(([^)\n]{1,60})\)|\s?,\s((?:who\s(?:is|was|has been|had been)\s)?[^,;\"\n]{2,110})(?:,\s([^,;.\"\n]{2,60}))?"
)
_HEAD = re.compile(
    r"(?:who\s(?:is|was|has been|had been)\s)?(?:an?|the|his|her|its)\s(?:[\w'-]+\s){0,4}?([\w-]+)"
    r"(?=\s(?:of|for|at|in|with|who|from|to|on|and|whose|said)\b|[,.;)]|$)"
)
_WORD = re.compile(r"\w+")
_ARTICLES = ("the", "a", "an", "his", "her", "its", "their")
_PARTY = re.compile(r"^([dri])\s{1,3}(\w+)|^([dri])$")
_PARTIES = {"d": "democrat", "r": "republican", "i": "independent"}
_HONORIFICS = {
    "sen": "senator",
    "rep": "congressman",
    "gen": "general",
    "adm": "admiral",
    "col": "colonel",
    "prof": "professor",
    "dr": "doctor",
}
_EMPTY = words(
    """the a an of for and to in at on by with from who is was has been his her its their said says that this as or new then former ex
    own senior top chief deputy old year also not but he she it they against about after before during over told"""
)
_KINDS = {
    **dict.fromkeys(("military-commander", "chief-of-defence"), "military"),
    **dict.fromkeys(
        ("ambassador", "ambassador-nato", "ambassador-un", "foreign-minister", "arms-control", "arms-control-official"),
        "diplomatic",
    ),
    **dict.fromkeys(
        ("head-of-state", "head-of-government", "head-of-state-government", "ceremonial-head", "party-leader"), "head"
    ),
}
_ROLES = {
    **dict.fromkeys(
        ("president", "prime minister", "chancellor", "supreme leader", "general secretary", "leader"), "head"
    ),
    **dict.fromkeys(
        (
            "foreign minister",
            "deputy foreign minister",
            "ambassador",
            "negotiator",
            "arms control",
            "assistant secretary",
        ),
        "diplomatic",
    ),
    **dict.fromkeys(("general staff", "commander"), "military"),
}


class Callings:
    """The words told of each figure of a report, and the callings that they name."""

    def __init__(self, scene: Scene, people: People) -> None:
        self.scene, self.people = scene, people
        self._told: dict[int, frozenset[str]] = {}
        self._heads: dict[int, frozenset[str]] = {}
        self._named: dict[int, frozenset[str]] = {}

    @cached_property
    def _places(self) -> dict[str, str]:
        """American states by their abbreviations in print ("tenn" → "tennessee")."""
        return self.scene.directory.lexicon.american_states

    def told(self, figure: Figure) -> frozenset[str]:
        """The content words in the titles and appositions beside a figure's names, in lower case."""
        self._read(figure)
        return self._told[id(figure)]

    def heads(self, figure: Figure) -> frozenset[str]:
        """Of the told words, those that say what the figure is ("a lawyer", "the actress Anna Fuchs")."""
        self._read(figure)
        return self._heads[id(figure)]

    def _read(self, figure: Figure) -> None:
        if id(figure) in self._told:
            return
        found: set[str] = set()
        heads = {self.scene.plain[t.head : t.end] for t in figure.titles}
        for title in figure.titles:
            found.update(_WORD.findall(self.scene.plain[title.start : title.reach]))
        for start, end in figure.places:
            for told, head in (self._before(start), self._after(end)):
                found.update(told)
                heads.update(head)
        self._told[id(figure)] = frozenset(found - _EMPTY)
        self._heads[id(figure)] = frozenset(heads)

    def _before(self, start: int) -> tuple[set[str], set[str]]:
        """The words right before a name, if the last of them says who a person is ("the former boxer")."""
        before = _BEFORE.search(self.scene.plain, max(0, start - 60), start)
        if before is None:
            return set(), set()
        head = before.group(2).rstrip(".")
        head = _HONORIFICS.get(head, head)
        if head not in self._persons:
            return set(), set()
        words = before.group(1).split()
        opening = max((i for i, word in enumerate(words) if word in _ARTICLES), default=len(words) - 2)
        return {head, *words[opening + 1 :]}, {head}

    @cached_property
    def _persons(self) -> frozenset[str]:
        """Nouns that say who a person is."""
        lexicon = self.scene.directory.lexicon
        return frozenset(
            (*lexicon.epithet_nouns, *lexicon.calling_of, *lexicon.private_nouns, *lexicon.kin, *lexicon.role_of)
        )

    def _after(self, end: int) -> tuple[set[str], set[str]]:
        """The words in brackets or commas after a name, and the noun that says what the person is."""
        after = _AFTER.match(self.scene.plain, end)
        if after is None:
            return set(), set()
        found = {word for part in after.groups() if part for word in _WORD.findall(part)}
        heads = {m.group(1) for part in after.groups()[1:] if part and (m := _HEAD.match(part))}
        party = _PARTY.match((after.group(1) or after.group(2) or "").replace(".", ""))
        if party:
            found.update((_PARTIES[party.group(1) or party.group(3)], "lawmaker"))
            found.update(self._places.get(party.group(2) or "", party.group(2) or "").split())
        return found, heads

    def of(self, figure: Figure) -> frozenset[str]:
        """The callings told of a figure, or that the office held implies; `head` for who leads a state or government."""
        if id(figure) not in self._named:
            calling = self.scene.directory.lexicon.calling_of
            found = {calling[w] for w in self.told(figure) if w in calling}
            office = self.scene.directory.offices.get(self.people.standing(figure)[0] or "")
            if office is not None:
                found = {_KINDS.get(office.kind or "", "official")}
            elif any(not t.vague for t in figure.titles):
                found |= {_ROLES.get(t.role, "official") for t in figure.titles if not t.vague}
            self._named[id(figure)] = frozenset(found)
        return self._named[id(figure)]

    def may_be(self, figure: Figure, form: str) -> bool:
        """Whether a role word that tells no office ("the lawmaker") can mean the figure: told so, or nothing else told."""
        wanted = self.scene.directory.lexicon.calling_of.get(form)
        if wanted is None or form in self.told(figure):
            return True
        told = self.of(figure)
        if not told:
            return wanted != "civil" or self.people.standing(figure)[1] is None
        return wanted in told or (wanted == "official" and bool(told & {"diplomatic", "military"}))

    def is_told(self, figure: Figure, form: str) -> bool:
        """Whether a role word is told of the figure, or one of the same calling is."""
        wanted = self.scene.directory.lexicon.calling_of.get(form)
        return form in self.told(figure) or (wanted is not None and wanted in self.of(figure))

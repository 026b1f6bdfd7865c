"""The people of a report: whom the shelf knows, whom only the text names, where each is mentioned and by which titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from treatywatch.language.cast_figures import FAMILY_FIRST, Figure, speaks, surname_of
from treatywatch.language.cast_scene import Scene, SpanLike
from treatywatch.language.cast_standing import Standing
from treatywatch.language.cast_titles import Title
from treatywatch.language.intervals import Intervals
from treatywatch.language.names_context import NAME_OPENERS
from treatywatch.language.names_folding import fold, words
from treatywatch.model.annotation import Mention

_NAME = re.compile(
    r"\b(?:[A-ZÀ-Ž][\w’'-]*[a-zà-ž]|[A-Z]\.(?:[A-Z]\.)*)(?:\s(?:[A-Z]\.|(?:von|van|der|de|da|al|bin|el|ul|du|di|la|le)\b|[A-ZÀ-Ž][\w’'-]*[a-zà-ž])){1,7}"
)
_NOT_NAMES = words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Ministry Minister Council Center Centre University Institute Treaty Department Agency
    Association Committee Commission Office Party Union House Congress Senate Parliament Assembly Forces Force Army Navy
    Convention Street Square Day War World Cold East West North South United New The This That These Those President
    Secretary General Ambassador Spokesman Spokeswoman Foreign Defense Defence Deputy Prime Press Chief State Security
    National International Nuclear Arms Control Group Foundation School College Club Summit Conference Times Post News
    Journal Review Open Strategic Joint Staff Air Base Missile Command Act Agreement Accord Initiative Project Program
    Programme In On At But And When While After Before As If For With From Although However Meanwhile Under Both Its His
    Her Their Our Your Mr Mrs Ms Dr Senator Lieutenant Major Colonel Captain Marshal Admiral Vice Rear Brigadier Commander
    Congressman Representative Governor Minority Majority Leader Speaker Chairman Chairwoman Director Commissioner Judge
    Justice Attorney Counsel Special Whip Democrat Republican Prosecutor Inspector Envoy Adviser Advisor Analyst Officer
    Intelligence Homeland Treasury Energy Finance Interior Trade Economy Transport Health Labor Labour Commerce Professor
    Doctor Sir Dame Lord Red Black White Middle Western Eastern"""
)

_SET_OFF = re.compile(r"(?:'s?|\bthe|\bits|\btheir|\bhis|\bher|\ban?)\s(?:[\w-]+\s){0,3}[\w-]+,\s$")
"""A noun phrase before a comma: what follows between commas is its name ("the families' lawyer, Ana Pires, was")."""

_WIFE = re.compile(r"\b(?:wife|mother|daughter|sister|widow|queen|princess|aunt|niece|baroness|duchess),?\s$")
_HUSBAND = re.compile(r"\b(?:husband|father|son|brother|king|prince|uncle|nephew|baron|duke|pope),?\s$")
_BEFORE_NAME = re.compile(
    r"(?:\s?,?\s|\s(?:in|at|to|on|for|of)\s[\w' ]{1,40}(?:,\s|\s(?=(?:mr|mrs|ms|dr)\b)))(?:mr |mrs |ms |dr |gen\.? |general )?"
)
"""What may stand between a title and the name of its holder ("spokesman in Vienna, ", "Representative to the UN in New York Dr ")."""
_BESIDE = 200
"""Characters within which a title stands beside a name: more than the patterns above and the longest name let stand between."""
_LONE = re.compile(r"[A-ZÀ-Ž][\w’'-]*[a-zà-ž]")
_TOLD_BEFORE = re.compile(r"\b(?:said|says|told|to|by|added|warned|according to)\s$")
_APPOSITION = re.compile(r",\s(?:an?|the|who|head|director|chief|senior|former|deputy|executive|president)\b")


def _name_only(start: int, parts: list[str]) -> tuple[int, list[str]]:
    """A run of capitalised words from behind its last word that is no part of a name ("Finance Minister", "Labour's")."""
    for index in range(len(parts) - 1, -1, -1):
        plain = parts[index].rstrip(".")
        if (
            plain in _NOT_NAMES
            or plain.lower() in NAME_OPENERS
            or (parts[index].endswith(("'s", "’s")) and index < len(parts) - 1)
        ):
            return start + sum(len(part) + 1 for part in parts[: index + 1]), parts[index + 1 :]
    return start, parts


class People(Standing):
    """The figures of a report, and the terms in office that they are told of in."""

    def __init__(self, scene: Scene, titles: Sequence[Title], spans: Iterable[SpanLike] = ()) -> None:
        self.scene, self.titles = scene, titles
        self._titles_by_place = Intervals((t.start, max(t.end, t.reach), t) for t in titles)
        self.figures: list[Figure] = []
        strangers = list(self._strangers(spans))
        self._known(strangers)
        for start, end in strangers:
            self._stranger(start, end)
        for figure in self.figures:
            figure.places.sort()
            figure.titles = list(self._beside(figure))
        places = sorted((s, e, f) for f, figure in enumerate(self.figures) for s, e in figure.places)
        self._places = Intervals((s, e, self.figures[f]) for s, e, f in places)
        self.window = self.find_window()
        for figure in self.figures:
            figure.gender = self.gender_of(figure)

    def _known(self, strangers: list[tuple[int, int]]) -> None:
        """Figures of the shelf; a lone surname goes to a stranger of that name where only he is named in full."""
        scene, by_id = self.scene, dict[str, Figure]()
        named_so = [(s, surname_of(scene.text[s:e])) for s, e in strangers]
        surnames = {surname for _, surname in named_so}
        whole = {m.id for m in scene.mentions if m.kind == "person" and " " in m.text}
        for mention in scene.mentions:
            if mention.kind != "person":
                continue
            lone = " " not in mention.text and mention.id not in whole
            if lone and mention.text in surnames and not self.leads(mention.id):
                continue
            if " " not in mention.text and self._of_stranger(mention, named_so):
                continue
            person = self._choose(mention)
            figure = by_id.get(person)
            if figure is None:
                figure = Figure(scene.directory.name_of(person) or mention.text, person, [])
                by_id[person] = figure
                self.figures.append(figure)
            figure.places.append((mention.start, mention.end))

    def _of_stranger(self, mention: Mention, strangers: list[tuple[int, str]]) -> bool:
        """Whether the last bearer of a lone surname who was named in full before it is a stranger."""
        theirs = [start for start, surname in strangers if surname == mention.text and start < mention.start]
        if theirs and self._established(mention, min(theirs)):
            return False
        known = [
            m.start
            for m in self.scene.mentions
            if m.kind == "person" and m.start < mention.start and " " in m.text and mention.text in m.text.split()
        ]
        return bool(theirs) and max(theirs) > max(known, default=-1)

    def _established(self, mention: Mention, before: int) -> bool:
        """Whether the lone surname told its head of state or government before any stranger of that name came in ("Trump", then "Melania
        Trump"); where family names come first it is too common for that.
        """
        if mention.text in FAMILY_FIRST or not self.leads(mention.id):
            return False
        return any(m.start < before and m.id == mention.id and m.kind == "person" for m in self.scene.mentions)

    def _choose(self, mention: Mention) -> str:
        """Among several bearers of a surname, the one named in full in the text, else the gate's best."""
        if len(mention.candidates) < 2:
            return mention.id
        named = {m.id for m in self.scene.mentions if m.kind == "person" and " " in m.text}
        return next((c for c in mention.candidates if c in named), mention.id)

    def _strangers(self, spans: Iterable[SpanLike]) -> Iterator[tuple[int, int]]:
        """Full names that the shelf does not know: found by a model, or told beside a title or a verb of speaking."""
        scene = self.scene
        starts = {t.reach for t in self.titles} | {t.end for t in self.titles}
        given = {(s.start, s.end) for s in spans}
        ends = {end for start, end in given if " " in scene.text[start:end]}
        for match in _NAME.finditer(scene.text):
            start, end = match.span()
            start += match.group().rfind("\n") + 1  # no line of its own above a name
            bare = self._behind_names(start, end)
            start, words = _name_only(bare, scene.text[bare:end].split(" "))
            if len(words) < 2 or self._overlapping(start, end):
                continue
            if bare > match.start() and scene.at(match.start()) and not (end in ends or self._named_so(words)):
                continue  # "the US Geological Survey"
            if words[-1].endswith(("'s", "’s")):
                end -= 2
            if (start, end) in given or end in ends or self._named_so(words) or self._introduced(start, end, starts):
                yield start, end
        yield from self._lone_strangers(given)

    def _behind_names(self, start: int, end: int) -> int:
        """Where a run of capitals goes on behind the shelf's names that open it ("ambassador to Russia Jon Huntsman")."""
        mention = self.scene.at(start)
        if mention is None or mention.kind == "person" or mention.end >= end:
            return start
        owned = self.scene.plain.startswith("'s", mention.end)
        return self._behind_names(mention.end + (3 if owned else 1), end)

    def _named_so(self, words: list[str]) -> bool:
        """Whether the first word is a given name, so that no verb need tell a person ("Beatrice Fihn wept")."""
        return len(words) < 4 and fold(words[0]) in self.scene.directory.lexicon.given_names

    def _lone_strangers(self, given: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Surnames that are never told in full, of persons that a model found and who speak."""
        full = {word for match in _NAME.finditer(self.scene.text) for word in match.group().split(" ")}
        seen = set(full)
        for start, end in sorted(given):
            name = self.scene.text[start:end]
            if name in seen or not _LONE.fullmatch(name) or name in _NOT_NAMES or self._overlapping(start, end):
                continue
            if speaks(self.scene, end) or self._speaks_later(name, end):
                seen.add(name)
                yield start, end

    def _overlapping(self, start: int, end: int) -> bool:
        """Whether a name of the shelf shares a character with the span."""
        return (
            bool(self.scene.within(start, end))
            or self.scene.at(start) is not None
            or self.scene.at(end - 1) is not None
        )

    def _introduced(self, start: int, end: int, title_ends: set[int]) -> bool:
        scene = self.scene
        if (
            {start - 1, start - 2} & title_ends
            or speaks(scene, end)
            or self._speaks_later(scene.text[start:end].split()[-1], end)
        ):
            return True
        if _SET_OFF.search(scene.plain[max(0, start - 40) : start]) and scene.plain[end : end + 1] == ",":
            return True
        if _TOLD_BEFORE.search(scene.plain[max(0, start - 14) : start]):
            return bool(re.match(r"[,.;]|\s(?:of|at|from)\s", scene.plain[end : end + 6]))
        if scene.plain[end : end + 2] == ", " and any(
            t.start <= end + 2 <= t.head and not t.plural for t in self.titles
        ):
            return True
        return bool(_APPOSITION.match(scene.plain, end))

    def _speaks_later(self, surname: str, end: int) -> bool:
        """Whether the surname alone speaks later in the text."""
        for match in re.finditer(rf"\b{re.escape(surname)}\b", self.scene.text[end:]):
            at = end + match.start()
            if speaks(self.scene, end + match.end()) and not self._of_another(at):
                return True
            if self.scene.plain[max(0, at - 5) : at] == "said ":
                return True
        return False

    def _stranger(self, start: int, end: int) -> None:
        """A figure whom only the text knows, with the later places of the surname."""
        scene = self.scene
        name = scene.text[start:end]
        for figure in self.figures:
            if figure.slug is None and figure.name == name:
                figure.places.append((start, end))
                return
        first, last = name.split()[0], name.split()[-1]
        figure = Figure(name, None, [(start, end)])
        figure.family_first = not self._speaks_later(last, end) and self._speaks_later(first, end)
        surname = figure.surname
        known = {place for other in self.figures for place in other.places}
        if len(surname) > 2:
            for match in re.finditer(rf"\b{re.escape(surname)}\b", scene.text):
                mention = scene.at(match.start())
                lone = mention is None or (mention.kind == "person" and mention.text == surname)
                if (
                    not start <= match.start() < end
                    and match.span() not in known
                    and lone
                    and not self._of_another(match.start())
                ):
                    figure.places.append(match.span())
        self.figures.append(figure)

    def _of_another(self, at: int) -> bool:
        """Whether another given name stands before this surname."""
        before = re.search(r"([A-Z][a-z]+)\s$", self.scene.text[max(0, at - 20) : at])
        return bool(before and before.group(1) not in _NOT_NAMES)

    def _beside(self, figure: Figure) -> Iterator[Title]:
        """The titles that stand directly before the name, or after it behind a comma."""
        plain = self.scene.plain
        for start, end in figure.places:
            for _, _, title in self._titles_by_place.over(start - _BESIDE, end + _BESIDE):
                before = title.reach <= start and _BEFORE_NAME.fullmatch(plain, title.reach, start)
                named = self.scene.ending_at(start - 1)
                towards = named is not None and re.fullmatch(
                    r"\s(?:to|at|of|for)\s(?:the\s)?", plain[title.end : named.start]
                )
                beside = title.end <= start and (towards or plain[title.end : start] == " ")
                after = end <= title.start and re.fullmatch(
                    r",\s(?:who (?:is|was|heads|leads)\s)?(?:now\s)?", plain[end : title.start]
                )
                if (before or beside or after) and not title.plural:
                    yield title

    def known_as(self, name: str, slug: str | None) -> Figure | None:
        """The figure of that id, or without one of that name."""
        return next((f for f in self.figures if (f.slug == slug if slug else f.slug is None and f.name == name)), None)

    def gender_of(self, figure: Figure) -> str | None:
        """M or f, by title, honorific or given name; None where nothing tells (a stranger, a name that puts the family first)."""
        if any("woman" in self.scene.plain[t.start : t.end] for t in figure.titles):
            return "f"
        for start, _ in figure.places:
            honorific = re.search(r"\b(mr|mrs|ms|sir|dame)\.?\s$", self.scene.plain[max(0, start - 6) : start])
            if honorific:
                return "m" if honorific.group(1) in ("mr", "sir") else "f"
        if any(_HUSBAND.search(self.scene.plain[max(0, start - 24) : start]) for start, _ in figure.places):
            return "m"
        if any(_WIFE.search(self.scene.plain[max(0, start - 24) : start]) for start, _ in figure.places):
            return "f"
        lexicon = self.scene.directory.lexicon
        names = [fold(word) for word in figure.name.split()] or [""]
        given = next((name for name in names if name in lexicon.given_names), names[0])
        if given in lexicon.given_names_of_women:
            return "f"
        family_first = self.serves(figure) in ("cn", "kr", "kp")
        return "m" if given in lexicon.given_names_of_men or (figure.slug and not family_first) else None

    def at(self, start: int, end: int) -> list[tuple[int, int, Figure]]:
        """The places of figures inside a span, in order."""
        return self._places.inside(start, end)

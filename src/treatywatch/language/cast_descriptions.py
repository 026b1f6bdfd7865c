"""Whom of a report a description takes up: by role ("the minister"), by what was told of him ("the Vermont senator", "the 66-year-old")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatywatch.language.cast_callings import Callings
from treatywatch.language.cast_figures import Figure, speaks
from treatywatch.language.cast_people import People
from treatywatch.language.cast_referents import Referent, Referents
from treatywatch.language.cast_scene import MODIFIERS, Scene
from treatywatch.language.cast_titles import Title
from treatywatch.model.actor import Office

_POINTING = ("the", "this")
_DEFINITE = re.compile(r"(?:the|this|that)\s")
_AGED = re.compile(r"\d{2} year old$")
_WORD = re.compile(r"\w+")
_NO_EVIDENCE = frozenset(
    [
        "the",
        "this",
        "that",
        "former",
        "ex",
        "then",
        "own",
        "of",
        "from",
        "for",
        "in",
        "and",
        "a",
        "an",
        "old",
        "new",
        "year",
    ]
)
_PARTY_OF = re.compile(r"\b(?:social|christian|free|liberal|new|national|sweden|centre)\s(?:democrat|republican)$")
_NEAR = 3
"""Sentences back within which an epithet that nothing told supports takes somebody up (own labelled texts)."""
_TOLD_WORD = 6.0
"""What it weighs that a word of the description was told of somebody: more than a sentence's distance."""
_CLEARLY = 8.0
"""By how much the likeliest bearer of an unsupported epithet must outweigh the next one."""
_OPENING = re.compile(
    r"\b(the\s(?:\w+\s){0,3}?(\w+))(?=,?\s(?:\w+ed|said|says|told|tells|has|had|is|was|will|would|also|went|took|made|from|who)\b)"
)


class Descriptions:
    """Finds the person of a report whom a definite description means; None where it is unsure."""

    def __init__(self, scene: Scene, people: People, referents: Referents) -> None:
        self.scene, self.people, self.referents = scene, people, referents
        self.callings = Callings(scene, people)
        self._callings = scene.directory.lexicon.calling_of

    # --- by role ---------------------------------------------------------------------------------------------------

    def of_role(self, title: Title, actor: str | None, start: int) -> Referent | None:
        """The last person of the title's role, and of the actor where one is told beside it."""
        people = self._people_before(title, start)
        nation = actor or title.nation
        theirs = people if nation is None else [r for r in people if self._of_nation(r, nation, strictly=True)]
        fitting = [] if title.vague else [r for r in theirs if self.has_role(r, title)]
        if fitting:
            return self.referents.best(fitting, start)
        if nation is None:
            return self._without_role(title, people, start)
        if not title.vague:
            return None
        near = self._without_role(title, theirs, start)
        if near is not None or title.reach > title.end:
            return near  # "the representative of Syria": nobody who serves the United Nations
        return self._without_role(title, [r for r in people if self._of_nation(r, nation)], start)

    def of_stranger(self, title: Title, start: int) -> Referent | None:
        """Whom a role of a told state means where the shelf knows no holder: the last one of whom nothing else was told."""
        here = self.scene.sentence_of(start)
        unknown = [
            r
            for r in self._people_before(title, start)
            if r.figure is not None and not self.callings.of(r.figure) and self.people.standing(r.figure)[1] is None
        ]
        return self.referents.best([r for r in unknown if here - r.sentence <= 1 and (r.speaking or r.subject)], start)

    def _people_before(self, title: Title, start: int) -> list[Referent]:
        people = [r for r in self.referents.before(start, "person") if r.title is None or r.title.start != title.start]
        form = self.scene.plain[title.head : title.end]
        gender = "f" if form.endswith("woman") else "m" if form.endswith("man") and form != "chairman" else None
        return [r for r in people if gender is None or r.gender in (gender, None)]

    def _without_role(self, title: Title, people: list[Referent], start: int) -> Referent | None:
        """Whom a role takes up that was told of nobody: for an office a stranger who spoke, for a calling whoever can have it."""
        form = self.scene.plain[title.head : title.end]
        if not title.vague:
            strangers = [r for r in people if r.speaking and r.figure and not (r.figure.slug or r.figure.titles)]
            return self.referents.best(
                [r for r in strangers if not self.callings.of(r.figure or Figure("", None, []))], start
            )
        if title.article not in _POINTING and title.actor is None:
            return None
        free = [r for r in people if self._may_be_called(r, title, form, start)]
        return self._supported(free, title.start, title.reach, start, title)

    def _may_be_called(self, referent: Referent, title: Title, form: str, start: int) -> bool:
        """Whether a calling ("the lawmaker") was told of a person, or fits one who was the subject not long before."""
        if referent.title is not None:
            return self.has_role(referent, title)
        figure = referent.figure
        if figure is None:
            return False
        if self.callings.is_told(figure, form):
            return True
        near = self.scene.sentence_of(start) - referent.sentence <= _NEAR and (referent.speaking or referent.subject)
        return near and (title.former or self.callings.may_be(figure, form))

    def has_role(self, referent: Referent, title: Title) -> bool:
        """Whether a person is told or known in the title's role; of a former one, now or ever."""
        role, form = title.role, self.scene.plain[title.head : title.end]
        if referent.title is not None:
            return title.article in _POINTING and self._same_title(referent.title, title)
        figure = referent.figure
        if figure is None:
            return False
        if title.vague:
            return form in self.callings.told(figure)
        if any(
            (role == t.role or t.role.endswith(" " + role)) and (title.former or not t.former) for t in figure.titles
        ):
            return True
        directory, office = self.scene.directory, self.people.standing(figure)[0]
        if office is not None and office in directory.offices and self._named(directory.offices[office], role, form):
            return True
        return title.former and any(
            directory.names_role(h.office, role) for h in directory.terms.get(figure.slug or "", ())
        )

    def _named(self, office: Office, role: str, form: str) -> bool:
        """Whether the role, or the very words, name the office ("the under secretary")."""
        if self.scene.directory.names_role(office, role):
            return True
        word = re.compile(rf"\b{re.escape(form)}\b")
        return any(word.search(t.lower().replace("-", " ")) for t in (office.title, *office.titles))

    def _same_title(self, told: Title, title: Title) -> bool:
        if not title.vague:
            return title.role == told.role or told.role.endswith(" " + title.role)
        form = self.scene.plain[title.head : title.end]
        return self.scene.plain[told.head : told.end] == form

    def _of_nation(self, referent: Referent, nation: str, strictly: bool = False) -> bool:
        """Whether a person serves the state, or (`strictly` aside) serves none that is known, or an organisation."""
        if referent.figure is None:
            return referent.actor == nation or (referent.actor is None and not strictly)
        actor = self.people.standing(referent.figure)[1]
        if actor == nation:
            return True
        return not strictly and actor not in self.scene.directory.states

    # --- by epithet ------------------------------------------------------------------------------------------------

    def by_epithet(self, start: int, core: int, end: int) -> Referent | None:
        """Whom `[start, end)` takes up where its head, at `core`, is no role: an epithet, an age, a people's name."""
        plain = self.scene.plain
        definite = _DEFINITE.match(plain, start, core)
        if definite is None:
            return None
        words = _WORD.findall(plain[definite.end() : core])
        nation = self._nation(definite.end(), core)
        if not words:
            return None
        people = self._possible(start, core, nation)
        head = words[-1]
        told = [r for r in people if r.figure is not None and head in self.callings.heads(r.figure)]
        if told:
            return self._supported(told, definite.end(), end, start)
        if not self._free(head, definite.end(), core):
            return None
        here = self.scene.sentence_of(start)
        supported = [r for r in people if self._evidence(r, definite.end(), end)]
        if supported:
            return self._supported(supported, definite.end(), end, start)
        near = [
            r
            for r in self.referents.before(start, "person")
            if here - r.sentence <= _NEAR and (r in people or r.quoted)
        ]
        return self._alone(near, start)

    def _alone(self, people: list[Referent], start: int) -> Referent | None:
        """The only person near enough, or the one who is much likelier than the next: an epithet says too little to choose by."""
        best = self.referents.best([r for r in people if not r.quoted and (r.speaking or r.subject)], start)
        others = [r for r in people if best is not None and (r.figure is None or r.figure is not best.figure)]
        rival = self.referents.best(others, start)
        if best is None or rival is None or rival is best:
            return best
        return best if self.referents.score(best, start) - self.referents.score(rival, start) >= _CLEARLY else None

    def openings(self) -> Iterator[tuple[int, int]]:
        """Epithets that open a sentence or speak: "The billionaire", "the Vermont senator"."""
        for match in _OPENING.finditer(self.scene.plain):
            start, end = match.span(1)
            low = self.scene.sentence_span(self.scene.sentence_of(start))[0]
            if (start - low <= 4 or speaks(self.scene, end)) and self._free(match.group(2), match.start(2), end):
                yield start, end

    def _free(self, head: str, low: int, core: int) -> bool:
        """Whether a head noun may take up somebody of whom it was not told."""
        mention = self.scene.ending_at(core)
        people = (
            mention is not None
            and mention.alias_kind in MODIFIERS
            and mention.start == low
            and not mention.text.endswith("s")
        )
        return (
            people
            or head in self.scene.directory.lexicon.epithet_nouns
            or bool(_AGED.search(self.scene.plain, low, core))
        )

    def _nation(self, low: int, core: int) -> str | None:
        named = [self.scene.state_of(m) for m in self.scene.within(low, core, "actor")]
        if named:
            return named[-1]
        words = self.scene.plain[low:core]
        if _PARTY_OF.search(words):
            return None
        return self.scene.directory.lexicon.state_of_epithet.get(words.split()[-1]) if words.split() else None

    def _possible(self, start: int, core: int, nation: str | None) -> list[Referent]:
        plain = self.scene.plain[start:core]
        gender = "f" if re.search(r"woman$|\b(?:queen|mother|actress|grandmother)$", plain) else None
        gender = "m" if re.search(r"(?<!wo)man$|\b(?:king|father|grandfather)$", plain) else gender
        people = [r for r in self.referents.before(start, "person") if not r.quoted]
        people = [r for r in people if gender is None or r.gender in (gender, None)]
        return [r for r in people if nation is None or self._of_nation(r, nation)]

    def _evidence(self, referent: Referent, low: int, end: int) -> float:
        """How much of the description was told of a person."""
        if referent.figure is None:
            return 0.0
        words = set(_WORD.findall(self.scene.plain[low:end])) - _NO_EVIDENCE
        told = self.callings.told(referent.figure)
        calling = any(self.callings.is_told(referent.figure, w) for w in words - told if w in self._callings)
        return _TOLD_WORD * len(words & told) + (_TOLD_WORD / 2 if calling else 0.0)

    def _supported(
        self, people: list[Referent], low: int, end: int, start: int, title: Title | None = None
    ) -> Referent | None:
        """The likeliest by nearness and by what was told; the words of a `title` were told of whoever bears the same."""

        def weight(referent: Referent) -> float:
            same = title is not None and referent.title is not None
            return self.referents.score(referent, start) + (_TOLD_WORD if same else self._evidence(referent, low, end))

        return max(people, key=lambda r: (weight(r), r.start), default=None)

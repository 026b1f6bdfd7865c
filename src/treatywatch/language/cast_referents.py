"""What a pronoun or a description can refer back to, and which of it is nearest.

Ranking follows what centring (Grosz, Joshi and Weinstein 1995) and later rule systems agree on: subjects before others, near
sentences before far ones, speakers before those spoken of, nobody from inside a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, replace

from treatywatch.language.cast_figures import Figure, speaks
from treatywatch.language.cast_people import People
from treatywatch.language.cast_scene import MODIFIERS, Scene, Subject
from treatywatch.language.cast_titles import Title
from treatywatch.model.annotation import Mention

_OBLIQUE = re.compile(
    r"\b(?:by|with|of|to|from|against|between|at|in|on|for|over|about|under|toward|towards|near|like|than|including|urged|told|accused|"
    r"accusing|urging|telling|blamed|blaming|criticised|criticized|met|calling on|called on|warned|warning|join|joined|convince|against)"
    r"\s(?:the\s|both\s)?(?:\w+\s){0,2}$"
)
_OF_ANOTHER = re.compile(r"\s(?:to|of|for)\s(?:the\s)?$")
"""Between a title and that of whom its bearer serves."""
_QUALIFIED = re.compile(r"\b(foreign|defen[cs]e)\s(?:affairs\s)?ministry\b")
MINISTRIES = {"foreign": ("-mfa", "-mofa", "-mea", "-fo"), "defence": ("-mod",)}
_MODIFIERS = re.compile(
    r"(?<!\w)(?:(?:national|foreign|defen[cs]e|security|upper|lower|ruling|interim|nuclear|atomic|military|state|federal|supreme|external|"
    r"affairs|energy|new|coalition|central)\s){1,3}$"
)
"""Words between a state and its body ("South Korea's National Security Council")."""
_MODIFIED = re.compile(r"['’]")
_RUNNING = re.compile(r"(?:(?:but|and|yet|also|instead|later|still|meanwhile|however),?\s)?\b(he|she)\b")
_PAST_VERB = re.compile(
    r"(?<![,\"”’])\s(?:\w{2,}ed|met|saw|gave|sent|hit|beat|chose|left|led|made|thanking|meeting|\w{3,}ing)\s$"
)
_ELSEWHERE, _PROMINENT = 2.0, 2.0
"""What it weighs that a candidate stands in another sentence, and that the report speaks of him most (own reading of 80 reports)."""
_CENTRE = 2.0
"""What it weighs that a person is the subject of the sentence right before ("Kerry met the press. He said …")."""
_RELATIVE = ("which ", "whom ", "which the ", "whom the ")
"""Before the subject of a clause that is only told of another ("the United States, which Russia accuses, said it …")."""
_OVERTAKEN = 3.0
"""What it weighs that a later clause of the same sentence has a subject of the same sort."""
_REACH = 8
"""Sentences back within which an antecedent is sought; on our cases no right one stood further than five."""


def qualifier(words: str) -> str | None:
    """Which ministry some plain lower-case words mean: foreign or defence; None where they do not say."""
    found = _QUALIFIED.search(words)
    return None if found is None else "foreign" if found.group(1) == "foreign" else "defence"


def ministry_fits(organ: str, name: str, wanted: str | None) -> bool:
    """Whether a ministry, by id and printed name, is of the wanted kind."""
    return wanted is None or organ.endswith(MINISTRIES[wanted]) or wanted in name.replace("defense", "defence")


@dataclass(frozen=True, slots=True)
class Referent:
    """Words that something later can refer back to. `sort`: person, body (it, they) or plural (they)."""

    start: int
    end: int
    sort: str
    sentence: int
    subject: bool
    speaking: bool
    quoted: bool
    possessive: bool
    figure: Figure | None = None
    title: Title | None = None
    actor: str | None = None
    main: bool = True
    parsed: bool = False

    @property
    def gender(self) -> str | None:
        """m, f or unknown."""
        return self.figure.gender if self.figure else None


_TOPIC = 3
"""Sentences back in which a state is sought that the report is about."""
_OPENING = 5
"""Characters at most before a name that opens its sentence ("The ", a mark)."""


class Referents:
    """All referents of a report, in order."""

    def __init__(self, scene: Scene, people: People, titles: tuple[Title, ...]) -> None:
        self.scene = scene
        self._people, self._titles = people, titles
        self._most = max((len(figure.places) for figure in people.figures), default=1)
        self.all = sorted(self._gather(), key=lambda r: r.start)
        self.voices: list[tuple[int, Referent]] | None = None  # who speaks, once somebody asked (cast_quoted)

    def _gather(self) -> Iterator[Referent]:
        named = {(t.start, t.reach) for f in self._people.figures for t in f.titles}
        for start, end, figure in self._people.at(0, len(self.scene.text)):
            yield self._make(start, end, "person", figure=figure)
        for title in self._titles:
            if (title.start, title.reach) not in named:
                yield self._make(
                    title.start, title.reach, "plural" if title.plural else "person", title=title, actor=title.actor
                )
        inside = [(t.start, t.reach) for t in self._titles]
        for mention in self.scene.mentions:
            noun = mention.kind == "actor" and self._as_noun(mention)
            if noun:
                body = self._make(mention.start, mention.end, "body", actor=mention.id)
                owned = any(s <= mention.start < e for s, e in inside)
                yield replace(body, subject=False, speaking=False, possessive=True) if owned else body
            elif mention.kind == "office" and (actor := self.scene.state_of(mention)):
                yield self._make(mention.start, mention.end, "office", actor=actor)
        yield from self._told_bodies()
        yield from self._common_subjects()

    def _as_noun(self, mention: Mention) -> bool:
        """Whether a name stands as a noun: also a people ("the Soviets", "the French expect"), unless it modifies."""
        if mention.alias_kind not in MODIFIERS:
            return True
        if mention.alias_kind == "demonym" and mention.text.endswith("s"):
            return not _MODIFIED.match(self.scene.plain, mention.end)
        return self.scene.plain.endswith("the ", 0, mention.start) and bool(
            self.scene.subject_in(mention.start, mention.end)
        )

    def _common_subjects(self) -> Iterator[Referent]:
        """Subjects that are no names but can say something: companies, papers, panelists, names joined by "and"."""
        scene, lexicon = self.scene, self.scene.directory.lexicon
        taken = {t.end for t in self._titles} | {m.end for m in scene.mentions}
        can = lexicon.speaking_things | lexicon.private_nouns
        for start, _, end, kind, plural, _ in scene.subjects:
            words = scene.plain[start:end].split()
            named = kind == "name" and (not speaks(scene, end) or self._people.at(start, end))
            if kind == "pronoun" or named or not words or (end in taken and kind != "joined"):
                continue
            if kind in ("joined", "name") or words[-1] in can or (plural and speaks(scene, end)):
                yield self._make(start, end, "plural" if plural else "thing")

    def speaks_for_itself(self, subject: Subject) -> bool:
        """Whether a common noun is a body or people that something can be of ("the council", "officials")."""
        words = self.scene.plain[subject.start : subject.end].split()
        lexicon = self.scene.directory.lexicon
        return bool(words) and (
            words[-1] in lexicon.body_kinds or words[-1] in lexicon.speaking_bodies or subject.plural
        )

    def running(self) -> Iterator[tuple[int, int]]:
        """The pronouns that open a sentence or speak: each is a further mention of whom it takes up."""
        for match in _RUNNING.finditer(self.scene.plain):
            start, end = match.span(1)
            opens = match.start() <= self.scene.sentence_span(self.scene.sentence_of(start))[0] <= start
            known = self.scene.subject_in(start, end)
            if self.scene.quoted(start) is None and (opens or known or speaks(self.scene, end)):
                yield start, end

    def add(self, start: int, end: int, figure: Figure | None) -> None:
        """Count the words as a further mention of a person, in place of a title that stood there; None for one who stays unnamed."""
        self.voices = None
        self.all = [r for r in self.all if not (r.start == start and r.figure is None and r.sort == "person")]
        insort(self.all, self._make(start, end, "person", figure=figure), key=lambda r: r.start)

    def _told_bodies(self) -> Iterator[Referent]:
        """Bodies told by a state and a head noun ("the Israeli delegation"), where the shelf has no name for them."""
        scene = self.scene
        for at, end in scene.directory.lexicon.found("bodies", scene.plain):
            before = _MODIFIERS.search(scene.plain, max(0, at - 40), at)
            low = before.start() if before else at
            owned = scene.plain[max(0, low - 3) : low] == "'s "
            owner = scene.ending_at(low - 3) if owned else scene.ending_at(low - 1)
            if owner is not None and owner.kind == "actor" and scene.at(at) is None:
                start = owner.start - 4 if scene.plain[max(0, owner.start - 4) : owner.start] == "the " else owner.start
                yield self._make(start, end, "body")

    def _make(
        self,
        start: int,
        end: int,
        sort: str,
        figure: Figure | None = None,
        title: Title | None = None,
        actor: str | None = None,
    ) -> Referent:
        scene = self.scene
        index = scene.sentence_of(start)
        low = scene.sentence_span(index)[0]
        head = self._head(start, figure)
        before = scene.plain[max(low, head - 30) : head]
        oblique = bool(_OBLIQUE.search(before)) or (figure is not None and bool(_PAST_VERB.search(before)))
        possessive = scene.plain[end : end + 2] in ("'s", "' ") or scene.plain[end : end + 1] == "'"
        quoted = scene.quoted(start) is not None
        known = scene.subject_in(start, end)
        subject = not possessive and (bool(known) or not oblique)
        main = known is None or (isinstance(known, Subject) and known.main)
        speaking = speaks(scene, end) and (bool(known) or not oblique)
        return Referent(
            start, end, sort, index, subject, speaking, quoted, possessive, figure, title, actor, main, bool(known)
        )

    def _head(self, start: int, figure: Figure | None) -> int:
        """Where the noun phrase of a name begins: at the title right before it."""
        titles = figure.titles if figure is not None else ()
        at = next((t.start for t in titles if t.reach <= start and start - t.reach <= 2), start)
        joint = _OF_ANOTHER.search(self.scene.plain, max(0, at - 12), at)
        if at < start and joint is not None:  # "National Security Adviser to the US President Jake Sullivan"
            over = next((t for t in self._titles if t.end == joint.start()), None)
            return over.start if over is not None else at
        return at

    def before(self, offset: int, *sorts: str) -> list[Referent]:
        """Referents of these sorts that end before `offset`, not more than a few sentences back."""
        index = self.scene.sentence_of(offset)
        low = self.scene.sentence_span(max(0, index - _REACH))[0]
        return [r for r in self._between(low, offset) if r.end <= offset and r.sort in sorts]

    def of_sentence(self, index: int) -> list[Referent]:
        """The referents of a sentence, in order."""
        low, high = self.scene.sentence_span(index)
        return self._between(low, high)

    def _between(self, low: int, high: int) -> list[Referent]:
        """The referents that begin in `[low, high)`."""
        first = bisect_left(self.all, low, key=lambda r: r.start)
        return self.all[first : bisect_left(self.all, high, first, key=lambda r: r.start)]

    def score(self, referent: Referent, offset: int) -> float:
        """How likely the words at `offset` refer back to this referent (higher is likelier)."""
        scene = self.scene
        distance = scene.sentence_of(offset) - referent.sentence
        value = -4.0 * distance - (_ELSEWHERE if distance else 0.0)
        if referent.figure is not None:
            value += _PROMINENT * len(referent.figure.places) / self._most
        value += 0.0 if not referent.subject else 4.0 if referent.main else 2.0
        value += _CENTRE if distance == 1 and referent.subject and referent.main and referent.sort == "person" else 0.0
        value += 4.0 if referent.speaking and not scene.plain.endswith(_RELATIVE, 0, referent.start) else 0.0
        value -= 3.0 if referent.possessive else 0.0
        if referent.figure and not referent.speaking and self._people.past(referent.figure):
            value -= 3.0
        if referent.quoted and scene.quoted(offset) != scene.quoted(referent.start):
            value -= 8.0
        if self._overtaken(referent, offset):
            return value - _OVERTAKEN
        return value + 2.0 if self._first_in_sentence(referent) else value

    def _overtaken(self, referent: Referent, offset: int) -> bool:
        """Whether another main clause of the same sentence has begun with its own subject since ("… but Moscow, in its turn, …")."""
        if referent.sentence != self.scene.sentence_of(offset) or not (referent.parsed and referent.main):
            return False
        return any(
            r.parsed and r.main and r.subject and referent.end < r.start and r.end <= offset and r.sort == referent.sort
            for r in self.of_sentence(referent.sentence)
        )

    def _first_in_sentence(self, referent: Referent) -> bool:
        low = self.scene.sentence_span(referent.sentence)[0]
        return not any(
            low <= r.start < referent.start and r.sort == referent.sort and not r.quoted
            for r in self.of_sentence(referent.sentence)
        )

    def best(self, candidates: list[Referent], offset: int) -> Referent | None:
        """The likeliest candidate; of equals the one met last."""
        return max(candidates, key=lambda r: (self.score(r, offset), r.start), default=None)

    def body_before(self, noun: str, start: int) -> Referent | None:
        """The last body whose name holds the noun, else the last of a fitting kind."""
        told = self.before(start, "body")
        bodies = [r for r in told if r.actor]
        same = [r for r in told if noun in self.scene.plain[r.start : r.end] or noun in (self._full_name(r) or "")]
        kinds = self.scene.directory.lexicon.body_kinds.get(noun, ())
        kin = [r for r in bodies if self._kind(r, kinds) in kinds] or [
            r for r in self.before(start, "office") if self.scene.directory.kind_of(r.actor or "") in kinds
        ]
        wanted = qualifier(self.scene.plain[start : start + 60].split(",")[0]) if noun == "ministry" else None
        if wanted:
            same = [r for r in same if ministry_fits(r.actor or "", self.scene.plain[r.start : r.end], wanted)]
        elif noun == "ministry":
            same = same or [r for r in bodies if re.search(r"-(?:mfa|mod|mofa|mea|dod)$", r.actor or "")]
        if noun == "regime" and not same:  # whom the report is most about, not who answers it
            return max(kin, key=lambda r: sum(r.actor == other.actor for other in kin), default=None)
        nearest = same or (self._topical(kin, start) if "state" in kinds else kin)
        return nearest[-1] if nearest else None

    def _kind(self, referent: Referent, kinds: tuple[str, ...]) -> str:
        """The kind of a body; an organ of a state stands for its state ("the Bundestag voted to turn the country …")."""
        directory, actor = self.scene.directory, referent.actor or ""
        return directory.kind_of(directory.state_of(actor) if "state" in kinds else actor)

    def _topical(self, found: list[Referent], start: int) -> list[Referent]:
        """Of states told near, those that open their sentences: "the country" takes up whom the report is about, not whom it mentions.

        (Centering: Grosz, Joshi and Weinstein, Computational Linguistics 21, 1995.)
        """
        here = self.scene.sentence_of(start)
        near = [r for r in found if here - self.scene.sentence_of(r.start) <= _TOPIC]
        opening = [
            r for r in near if r.start - self.scene.sentence_span(self.scene.sentence_of(r.start))[0] <= _OPENING
        ]
        return opening if len({r.actor for r in near}) > 1 and opening else found

    def serves(self, referent: Referent) -> str | None:
        """Whom a person acts for, also after the term."""
        return self._people.serves(referent.figure) if referent.figure else None

    def _full_name(self, referent: Referent) -> str | None:
        organisations = self.scene.directory.organisations
        if referent.actor is None or referent.actor not in organisations:
            return None
        return organisations[referent.actor].name.lower()

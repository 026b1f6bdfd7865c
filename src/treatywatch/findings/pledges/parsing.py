"""Taking a promise or a condition apart: who, does what, to what, where; or does it not.

The words come as they were said, often without their sentence, so that they are read by the lexicon's phrases and the shelf's
names and not by a parse; what is not told stays None, or is taken from the promise ("unless the others do", "deployed there").
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from treatywatch.findings.pledges.lexicon import PledgeLexicon
from treatywatch.findings.pledges.nouns import Clause
from treatywatch.findings.sides import Sides
from treatywatch.model.annotation import Mention
from treatywatch.model.statement import Condition

_PLACE = re.compile(r"\b(?:in|on|to|into|at|across|near|onto)\s+(?:the\s+)?$", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:the other (?:side|party|one)|others|other (?:sides|parties|states)|the latter)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;:]|,?\s(?:and|but)\s+(?:to|will|would|then|instead|leave|withdraw|allow|return|open|let)\s", re.IGNORECASE
)
_NO_THING = re.compile(r"\s+(?:no|zero|none|neither|not (?:a|one|any))\b", re.IGNORECASE)
"""After an act: what it is done to is nothing ("will station no more missiles")."""
_EDGE = " \t\n,;:.“”\"'‘’…"
_OBJECT_END = re.compile(
    r"\s(?:in|on|at|into|to|for|until|unless|if|as long as|provided|by|before|during|against|from|under|there|that|which)\s|[,;]",
    re.IGNORECASE,
)


class ClauseReader:
    """Reads promises and conditions with one lexicon and one shelf."""

    def __init__(self, words: PledgeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides

    def promise(self, content: str, condition: Condition | None, by: str, on: date | None) -> Clause:
        """The promise of a statement, without its condition; who speaks is who promises."""
        text = content.replace(condition.text, " ") if condition else content
        clause = self._read(text, on, promised=True)
        return replace(clause, actor=by, relation=None)

    def condition(self, condition: Condition, promise: Clause, others: tuple[str, ...], on: date | None) -> Clause:
        """A condition beside the promise that it stands with: what it leaves unsaid is the promise's.

        `others`: whom the promise is made to, who are meant by "the other side" and where nobody is named.
        """
        text = condition.text
        clause = self._read(text, on, promise.actor)
        same = clause.act is None and bool(self.words.words("doing_the_same").search(text))
        if same:
            clause = replace(
                clause,
                act=promise.act,
                kind=promise.kind,
                negated=promise.negated and "unless" not in text.casefold()[:7],
                systems=clause.systems,
                classes=promise.classes,
                place=clause.place or promise.place,
                object=promise.object,
            )
        if clause.act is not None and clause.act == promise.act and not (clause.classes or clause.systems):
            clause = replace(clause, classes=promise.classes)
        if clause.actor is None and (others or _OTHER.search(text)):
            clause = replace(clause, actor=next(iter(others), None))
        return replace(clause, relation=condition.relation, there=bool(self.words.words("there").search(text)))

    def _read(self, text: str, on: date | None, but: str | None = None, promised: bool = False) -> Clause:
        """The clause; `but` is not taken for the actor where somebody else is named. Of what is `promised`, the act told as to come."""
        act, start, end = self._act(text, promised)
        named = list(self.sides.mentions(text, on))
        actors = [side for mention, side in named if not _is_place(text, mention)]
        chosen = next((side for side in actors if side != but), next(iter(actors), None))
        things = self.sides.things(text, on)
        return Clause(
            text=text.strip(_EDGE),
            actor=chosen,
            act=act,
            kind=self.words.kinds[act] if act else None,
            object=_object(text[end:]) if act else "",
            place=self._place(text, named),
            negated=self.negated(text, start if act else len(text)),
            systems=things["system"],
            treaties=things["treaty"],
            classes=self.words.classes_in(text),
            actors=tuple(dict.fromkeys(actors)),
        )

    def _act(self, text: str, promised: bool) -> tuple[str | None, int, int]:
        """The first act that a text tells, with its offsets; where something is left off, the first act after that.

        "Extend its moratorium on missile tests" promises no tests, "the weapons stationed there would never be used" no stationing.
        """
        plain = self.words.words("no_acts").sub(lambda match: "·" * len(match.group()), self.sides.without_names(text))
        found = sorted(
            (match.start(), -match.end(), act)
            for act, pattern in self.words.acts.items()
            for match in pattern.finditer(plain)
            if not self._is_arrival(match.group(), plain)
        )
        if not found:
            return None, 0, 0
        left_off = self.words.words("restraint").search(plain)
        until = _next_clause(plain, left_off.end()) if left_off else 0
        kept = [one for one in found if left_off and left_off.start() <= one[0] < until and -one[1] > left_off.end()]
        to_come = self.words.words("going_on").search(plain) if promised and not kept else None
        later = [one for one in found if to_come and one[0] >= to_come.end()]
        start, end, act = self._resumed(kept or later or found)
        return act, start, -end

    def _is_arrival(self, told: str, text: str) -> bool:
        """Whether a word of deployment tells the coming of something else: `once European money arrives`."""
        words = self.words
        return bool(
            words.words("arriving").fullmatch(told)
            and words.words("not_arms").search(text)
            and not words.classes_in(text)
        )

    def _resumed(self, found: list[tuple[int, int, str]]) -> tuple[int, int, str]:
        """The first act; of what others fear and is resumed ("resume nuclear tests"), the act that is."""
        first, feared = found[0], self.words.file.unfriendly
        again = (one for one in found[1:] if first[2] == "resume" and 0 < one[0] + first[1] <= _RESUMED)
        return next((one for one in again if one[2] in feared), first)

    def negated(self, text: str, until: int) -> bool:
        """Whether the words before an act deny it, or make it an omission; two of these lift each other."""
        told = [
            one
            for name in ("negation", "restraint")
            for one in self.words.words(name).finditer(text[:until])
            if _next_clause(text, one.end()) > until
        ]
        verb = re.match(r"\w+(?:\s+(?:out|up|over|off|in|on))?", text[until:])
        nothing = _NO_THING.match(text, until + verb.end()) if verb else None
        return (len(told) + (nothing is not None)) % 2 == 1

    def _place(self, text: str, named: list[tuple[Mention, str]]) -> str | None:
        region = self.words.words("regions").search(text)
        if region:
            return region.group()
        placed = (mention for mention, _ in named if _is_place(text, mention))
        return next((text[mention.start : mention.end] for mention in placed), None)


_RESUMED = 25
"""Characters after "resume" in which stands what is resumed ("resume nuclear tests"); by eye."""


def _is_place(text: str, mention: Mention) -> bool:
    """Whether a name tells where something is: `in Europe`, and not `an end to American exercises`."""
    return mention.alias_kind != "adjective" and _PLACE.search(text[: mention.start]) is not None


def _next_clause(text: str, start: int) -> int:
    """Where what is told after a verb of leaving off ends: `and leave the pact` is not left off."""
    ended = _CLAUSE.search(text, start)
    return ended.start() if ended else len(text) + 1


def _object(rest: str) -> str:
    """The words after an act, up to where they tell a place, a day or a reason."""
    ended = _OBJECT_END.split(f" {rest.lstrip()}", maxsplit=1)[0]
    return ended.strip(_EDGE)

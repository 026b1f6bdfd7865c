"""Answers: what the accused says about a charge: denial, rejection, another figure, an explanation, or an admission.

What is said in so many words to answer a charge counts wherever it is told. What only speaks of the same thing counts where the
report that tells the charge goes on with it: reports let the accused speak next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.disputes.reactions import Reactions
from treatywatch.findings.disputes.wrongs import Wrongs, topics
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import MainTreaties, place_in_text, said_by
from treatywatch.model.entry import StatementEntry
from treatywatch.model.vocabulary import Stance

_REFUSING = frozenset({Stance.DENY, Stance.REJECT})
_SAYING = frozenset({Stance.REPORT, Stance.ASSESS, Stance.ANNOUNCE, Stance.OTHER, Stance.ACCUSE, Stance.PLEDGE})
_EXPLAINING = (_SAYING | _REFUSING) - {Stance.ACCUSE}
_SPEAKING_NEXT = (_EXPLAINING | {Stance.ACCUSE}) - {Stance.PLEDGE, Stance.ANNOUNCE}


class Claim:
    """A claim to be answered: the statements that make it, with what they are about."""

    def __init__(
        self,
        accuser: str,
        accused: str,
        told: Sequence[StatementEntry],
        systems: frozenset[str],
        treaties: frozenset[str],
        words: DisputeLexicon,
    ) -> None:
        self.accuser, self.accused, self.systems, self.treaties = accuser, accused, systems, treaties
        self.ids = {entry.id for entry in told}
        self.reports = {report for entry in told for report in entry.reports}
        self.opened: date | None = min((day for entry in told if (day := said_by(entry))), default=None)
        self.places = sorted(place_in_text(entry) for entry in told)
        self.tellings = [one for entry in told for one in entry.members]
        self._spans = [(one.told.report, one.statement.evidence) for one in self.tellings]
        self.topics = {word for entry in told for word in topics(words, entry.content)}

    def is_before(self, entry: StatementEntry) -> bool:
        """Whether the statement is told after the claim in one report."""
        report, start = place_in_text(entry)
        return any(place < (report, start) and place[0] == report for place in self.places)

    def is_near(self, entry: StatementEntry) -> bool:
        """Whether the statement is told in the sentences around the claim."""
        for one in entry.members:
            place = one.statement.evidence
            for report, span in self._spans:
                gap = max(place.start - span.end, span.start - place.end)
                if report == one.told.report and gap <= (_AFTER if place.start >= span.start else _BEFORE):
                    return True
        return False

    def is_followed_by(self, entry: StatementEntry) -> bool:
        """Whether the statement is told in the sentence after the claim."""
        return any(
            0 <= one.statement.evidence.start - span.end <= _NEXT
            for one in entry.members
            for report, span in self._spans
            if report == one.told.report
        )


class Answering:
    """Finds answers among the statements told by the day asked."""

    def __init__(self, words: DisputeLexicon, sides: Sides, main: MainTreaties, told: Sequence[StatementEntry]) -> None:
        self.words, self.sides, self.main = words, sides, main
        self.wrongs, self.reactions = Wrongs(words), Reactions(words, sides)
        self._by_side: dict[str, list[StatementEntry]] = {}
        self._of_nobody: list[StatementEntry] = []
        for entry in told:
            for side in (speaking := sides.of_entry(entry)):
                self._by_side.setdefault(side, []).append(entry)
            if not speaking:
                self._of_nobody.append(entry)

    def to(self, claim: Claim) -> Iterator[StatementEntry]:
        """The statements by which the accused answers a claim, and what its reports tell of an answer in their own words."""
        said = tuple(self._said(claim))
        yield from said
        places = [(one.told.report, one.statement.evidence) for entry in said for one in entry.members]
        for telling in claim.tellings:
            for entry in self.reactions.to(telling, claim.accuser, claim.accused, _AFTER):
                here = (telling.told.report, entry.statement.evidence)
                if not any(report == here[0] and here[1].overlaps(place) for report, place in places):
                    places.append(here)
                    yield entry

    def _said(self, claim: Claim) -> Iterator[StatementEntry]:
        """The statements by which the accused answers a claim."""
        for entry in self._by_side.get(claim.accused, ()):
            if (
                entry.id in claim.ids
                or self._is_earlier(entry, claim)
                or _HAD_SAID.search(around(entry))
                or self._aims_elsewhere(entry, claim.accuser)
            ):
                continue
            beside = bool(claim.reports & set(entry.reports))
            if (self._answers(entry, claim) and self._of_one_matter(entry, claim, beside)) or (
                beside and claim.is_before(entry) and (self._takes_up(entry, claim) or self._speaks_next(entry, claim))
            ):
                yield entry
        yield from (entry for entry in self._of_nobody if self._contradicts_next(entry, claim))

    def _contradicts_next(self, entry: StatementEntry, claim: Claim) -> bool:
        """Whether somebody whose side is not told contradicts a claim in the sentences after it: he speaks for the accused."""
        if entry.id in claim.ids or entry.statement.stance not in _SPEAKING_NEXT or not claim.is_before(entry):
            return False
        return claim.is_near(entry) and self._has("contradicting", around(entry))

    def _speaks_next(self, entry: StatementEntry, claim: Claim) -> bool:
        """Whether the accused speaks in the sentences after a claim, and of nothing else: what is said is linked to the claim by a
        word, by what it denies or judges, by the accuser's name, or by how it is said.
        """
        statement, content = entry.statement, entry.content
        if statement.stance not in _SPEAKING_NEXT or statement.condition or not claim.is_near(entry):
            return False
        accused = self.sides.named(statement.targets) if statement.stance is Stance.ACCUSE else ()
        if accused and claim.accuser not in accused:
            return False
        if self._has("contradicting", around(entry)) or (not accused and self._has("replying", around(entry))):
            return True
        if self._is_of_other_things(entry, claim):
            return False
        if accused:  # the accused charges in its turn, which is a matter of its own
            return False
        if claim.is_followed_by(entry):
            return True
        accuser_named = any(side == claim.accuser for _, side in self.sides.mentions(content))
        return (
            accuser_named
            or self._speaks_of(claim, entry)
            or any(self._has(name, content) for name in ("links", "undone", "rejecting", "bearing"))
        )

    def _is_of_other_things(self, entry: StatementEntry, claim: Claim) -> bool:
        """Whether a statement names another weapon or treaty than a claim, or looks ahead to a meeting."""
        systems, treaties = set(entry.statement.systems), set(entry.statement.treaties)
        systems = {system for system in systems if claim.accused not in self.sides.owners(system, claim.opened)}
        other = bool(systems and claim.systems and not systems & claim.systems)
        other = other or bool(treaties and claim.treaties and not treaties & claim.treaties)
        return other or (self._has("elsewhere", entry.content) and not self._has("charges", entry.content))

    def _is_earlier(self, entry: StatementEntry, claim: Claim) -> bool:
        day = said_by(entry)
        return bool(claim.opened and day and day < claim.opened and not claim.reports & set(entry.reports))

    def _aims_elsewhere(self, entry: StatementEntry, accuser: str) -> bool:
        """Whether the answer names another accuser than this one."""
        named = self.sides.named(entry.statement.targets)
        return bool(named) and accuser not in named and entry.statement.stance in _REFUSING

    def _answers(self, entry: StatementEntry, claim: Claim) -> bool:
        """Whether the words answer a charge: it is denied, rejected, called unfounded, owned to, or met with another figure."""
        stance, content = entry.statement.stance, entry.content
        if stance in _REFUSING:
            return self._of_a_charge(entry, claim) and not refuses_to_act(self.words, entry)
        if stance in (Stance.REFUSE_COMMENT, Stance.OFFER):
            return self._keeps(content)
        if stance not in _SAYING or (stance is Stance.PLEDGE and entry.statement.condition):
            return False
        if stance is Stance.ACCUSE and self.sides.named(entry.statement.targets):
            return self._judges_a_charge(content) or (self._has("rejecting", content) and self._has("charges", content))
        if stance is Stance.ACCUSE and self._has("rejecting", around(entry)):
            return True
        return (
            self._has("rejecting", content)
            or self._judges_a_charge(content)
            or bool(self.words.allowed.search(content))
            or bool(self.words.figures.search(content))
            or self._keeps(content)
            or self._owns_up(entry)
            or self._has("contradicting", around(entry))
            or (self._has("replying", around(entry)) and self._speaks_of(claim, entry))
        )

    def _has(self, name: str, text: str) -> bool:
        return bool(self.words.words(name).search(text))

    def _judges_a_charge(self, content: str) -> bool:
        """Whether a content says something of a charge as such (`the claims … were contrived`), and not that it will be looked into."""
        charge = self.words.words("charges").search(content[:_OPENING])
        rest = content[charge.end() :].split() if charge else ()
        return len(rest) > 1 and not self._has("supposing", content)

    def _keeps(self, content: str) -> bool:
        """Whether it is told that a law is kept."""
        return bool(self.words.kept.search(content)) and self.wrongs.breach(content) is None

    def _owns_up(self, entry: StatementEntry) -> bool:
        cue = entry.statement.cue.text if entry.statement.cue else ""
        return self._has("admitting", cue) and (
            self.wrongs.breach(entry.content, loosely=True) is not None or self._has("charges", entry.content)
        )

    def _of_a_charge(self, entry: StatementEntry, claim: Claim) -> bool:
        content = entry.content.strip(" .,“”\"'")
        return (
            bool(entry.statement.systems)
            or bool(self.words.words("anaphors").fullmatch(content))
            or any(self._has(name, content) for name in ("charges", "wrong", "rejecting"))
            or self._keeps(content)
            or (entry.statement.stance is Stance.DENY and bool(entry.statement.treaties))
            or bool(claim.topics & set(topics(self.words, content)))
        )

    def _takes_up(self, entry: StatementEntry, claim: Claim) -> bool:
        """Whether a statement after a charge explains what the charge is about: it speaks of the same things, and excuses them."""
        content = entry.content
        if entry.statement.stance not in _EXPLAINING or entry.statement.condition:
            return False
        return (self._has("bearing", content) or self._has("undone", content)) and self._speaks_of(claim, entry)

    def _speaks_of(self, claim: Claim, entry: StatementEntry) -> bool:
        """Whether words are about what a claim is about, or take it up with a pronoun close by."""
        anaphor = self.words.words("anaphors").search(entry.content[:_ANAPHOR]) and claim.is_near(entry)
        return bool(claim.topics & set(topics(self.words, entry.content))) or bool(anaphor)

    def _of_one_matter(self, entry: StatementEntry, claim: Claim, beside: bool) -> bool:
        ours, theirs = set(entry.statement.systems), set(entry.statement.treaties)
        if ours and claim.systems:
            return bool(ours & claim.systems)
        same = bool(claim.topics & set(topics(self.words, entry.content)))
        theirs |= set() if theirs else set(self.words.matters_of(entry.content, claim.accused)) & claim.treaties
        if beside:
            told = bool(theirs & claim.treaties)
            return told or (not (theirs and claim.treaties) and (same or claim.is_near(entry)))
        theirs = theirs or {treaty for report in entry.reports if (treaty := self.main.of(report))}
        if not theirs:
            return same and self._is_soon(entry, claim)
        speaks_of_it = same or (not ours and (self._has("charges", entry.content) or self._is_soon(entry, claim)))
        return bool(theirs & claim.treaties) and (speaks_of_it or not (ours or claim.systems))

    def _is_soon(self, entry: StatementEntry, claim: Claim) -> bool:
        day = said_by(entry)
        return bool(day and claim.opened and (day - claim.opened).days <= _SOON)


_OPENING = 40
"""Characters in which a content that judges a charge names it ("the claims against Russia were contrived"); by eye."""
_HAD_SAID = re.compile(r"\bhad\s(?:\w+\s){1,4}(?:before|earlier|previously)\b", re.IGNORECASE)
"""Around words that were said before what the report tells."""
_AFTER, _BEFORE = 500, 150
"""Characters after and before a charge in which an answer that names nothing of it is told: two or three sentences, and one; by eye."""
_NEXT = 60
"""Characters between a charge and the sentence that follows it, with what little may stand between; by eye."""
_SOON = 30
"""Days after a charge in which a denial that names no treaty is taken for its answer; by eye."""
_ANAPHOR = 12
"""Characters in which a content takes up what was said before ("it was only a test"); by eye."""


def refuses_to_act(words: DisputeLexicon, entry: StatementEntry) -> bool:
    """Whether somebody refuses to do something ("refused to let inspectors in"), which is a deed and no word about a charge."""
    cue = entry.statement.cue.text if entry.statement.cue else ""
    return bool(words.words("refusing").match(cue)) and entry.content.startswith("to ")


def around(entry: StatementEntry) -> str:
    """The words of a statement's sentences that are not its content: who speaks, and how."""
    member = next((one for one in entry.members if one.statement == entry.statement), entry.members[0])
    text, kept, end = member.told.text, [], member.statement.evidence.start
    for span in sorted(member.statement.content, key=lambda one: one.start):
        kept.append(text[end : max(end, span.start)])
        end = max(end, span.end)
    kept.append(text[end : max(end, member.statement.evidence.end)])
    return " … ".join(kept)

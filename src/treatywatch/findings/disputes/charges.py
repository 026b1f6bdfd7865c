"""Charges: statements in which one side accuses another of something that a treaty or a weapon is concerned in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from treatywatch.findings.disputes.accusers import Accusers
from treatywatch.findings.disputes.answering import refuses_to_act
from treatywatch.findings.disputes.culprits import Culprits, Named
from treatywatch.findings.disputes.indictments import Indictments
from treatywatch.findings.disputes.lexicon import DisputeLexicon
from treatywatch.findings.disputes.rejected import Rejected
from treatywatch.findings.disputes.unnamed import Unnamed
from treatywatch.findings.disputes.wrongs import Wrongs
from treatywatch.findings.gathering import Findings
from treatywatch.findings.sides import Sides
from treatywatch.findings.telling import MainTreaties, place_in_text, said_by
from treatywatch.model.entry import StatementEntry, Told
from treatywatch.model.passage import Span
from treatywatch.model.vocabulary import Stance

_HOLDING = frozenset(
    {
        Stance.ASSESS,
        Stance.REPORT,
        Stance.OTHER,
        Stance.ANNOUNCE,
        Stance.DEMAND,
        Stance.URGE,
        Stance.WARN,
        Stance.REJECT,
    }
)
_ANAPHOR = 12
"""Characters in which a content that takes up what was said before does so ("it a serious violation", "We see this as")."""

_AROUND = 500
"""Characters around a charge in which the other party of a treaty of two is named, where the charge names nobody; by eye."""


_NEAR = 150
"""Characters around a breach in which the law that is broken, or the arms, are told: a sentence's length, by eye."""


_OWN = 6
"""Words between an owner and the breach that is his ("Moscow's long-standing violation"); by eye."""
_ASKS = re.compile(r"\W*(?:whether|if)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Charge:
    """One accusation: by whom, against whom, under which treaty, about which systems; `rejected` where it is told only by its rejection."""

    entry: StatementEntry
    by: str
    against: str
    treaty: str | None
    systems: tuple[str, ...]
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class _Before:
    """What was said before in a report, by the same side or in the last charge: of whom, in which words, under which treaty."""

    against: str
    content: str
    systems: tuple[str, ...]
    treaty: str | None = None


class Charges:
    """Finds the charges among the statements of a record."""

    def __init__(self, found: Findings, words: DisputeLexicon, sides: Sides) -> None:
        self.words, self.sides = words, sides
        self.wrongs, self.culprits = Wrongs(words), Culprits(words, sides)
        self.unnamed, self.accusers = Unnamed(words, sides, self.culprits), Accusers(words, sides, self.culprits)
        self.main, self.rejected = MainTreaties(found, sides), Rejected(words, sides)
        self.indictments = Indictments(words, sides)
        self._treaties_of: dict[str, Counter[str]] = {}
        for entry in found.statements:
            for system in entry.statement.systems:
                self._treaties_of.setdefault(system, Counter()).update(entry.statement.treaties)

    def of(self, entries: Sequence[StatementEntry], texts: Iterable[Told] = ()) -> Iterator[Charge]:
        """The charges, one for each accuser and accused: in statements, and told by reports in their own words."""
        entries = (*entries, *self._unread(entries, texts))
        spoken_of: dict[tuple[str, str], _Before] = {}
        charged_in: dict[str, _Before] = {}
        for entry in sorted(entries, key=place_in_text):
            if entry.statement.negated or refuses_to_act(self.words, entry):
                continue
            by, content = self.accusers.of(entry)
            for side in by:
                where = (entry.reports[0], side)
                before = spoken_of.get(where) or charged_in.get(entry.reports[0])
                before = before if before is not None and before.against != side else None
                charged = tuple(self._by_one(entry, side, content, before))
                yield from charged
                yield from self._rejected(entry, side)
                leading = self.culprits.leading(content, side, said_by(entry))
                against = charged[0].against if charged else leading
                if against:
                    spoken_of[where] = _Before(against, content, entry.statement.systems)
                if charged:
                    told = charged[0]
                    charged_in[entry.reports[0]] = _Before(told.against, content, told.systems, told.treaty)

    def _unread(self, entries: Iterable[StatementEntry], texts: Iterable[Told]) -> Iterator[StatementEntry]:
        """The charges that reports tell in their own words, where no statement of the same side is read in them."""
        read: dict[tuple[str, str], list[Span]] = {}
        for entry in entries:
            for side in self.sides.of_entry(entry):
                for one in entry.members:
                    read.setdefault((one.told.report, side), []).extend(one.statement.content)
        for entry in self.indictments.told(texts):
            place = entry.statement.content[0]
            known = (span for side in self.sides.of_entry(entry) for span in read.get((entry.reports[0], side), ()))
            if not any(span.overlaps(place) for span in known):
                yield entry

    def _rejected(self, entry: StatementEntry, side: str) -> Iterator[Charge]:
        """The charge that a side rejects, where the rejection tells whose it is and of what."""
        by, day = self.rejected.accuser(entry, side), said_by(entry)
        if by is None:
            return
        content = entry.content
        matter, _ = self._matter(content, side, True, day)
        fits = self._of_law(content, side, day)
        treaty = next(iter(entry.statement.treaties), None)
        treaty = treaty or self._treaty(entry, entry.statement.systems, matter, fits, side)
        if treaty is not None:
            yield Charge(entry, by, side, treaty, entry.statement.systems, rejected=True)

    def _by_one(self, entry: StatementEntry, by: str, content: str, before: _Before | None) -> Iterator[Charge]:
        accuses, day = entry.statement.stance is Stance.ACCUSE, said_by(entry)
        breach = self.wrongs.breach(content, accuses)
        if self._is_no_charge(entry, content, by, breach):
            return
        told = entry.statement.systems
        named_treaties = entry.statement.treaties or self.sides.things(content[len(entry.content) :])["treaty"]
        targets = self.sides.named(entry.statement.targets) if accuses else ()
        named = self.culprits.are_named(content, targets, by, day)
        wrong = breach or self._some_deed(content, accuses)
        goes_on = before is not None and not named and wrong is not None and self._takes_up(content, wrong)
        told = told or (before.systems if goes_on and before else ()) or tuple(self.words.sited(content))
        systems = tuple(one for one in told if by not in self.sides.owners(one, day))
        meant = named or self.culprits.of(content, wrong, by, day, () if goes_on else systems)
        meant = meant or ((before.against,) if goes_on and before else ())
        main = tuple(filter(None, map(self.main.of, entry.reports[:1]))) if accuses else ()
        meant = meant or self.unnamed.meant(entry, content, by, wrong, (named_treaties or main) if breach else ())
        for against in meant or self.culprits.that_bear_arms(targets, by):
            systems = systems or self._taken_up(entry, content, against, day)
            context = f"{before.content} {content}" if goes_on and before else content
            matter, deed = self._matter(context, against, accuses, day)
            armed = against in targets and self._is_armed_deed(content)
            misdeed = accuses and bool(systems or matter or (named_treaties and self._tells_misdeed(content)))
            if not (breach or deed or armed or misdeed):
                continue
            fits = self._of_law(_around(content, breach) if breach else "", against, day)
            fits = self._bound(against, day) if armed and not breach else fits
            treaty = next(iter(named_treaties), None) or (before.treaty if goes_on and before else None)
            treaty = treaty or self._treaty(entry, systems, matter, fits, against)
            if treaty or systems:
                yield Charge(entry, by, against, self.sides.binding(treaty, day) if treaty else None, systems)

    def _is_no_charge(self, entry: StatementEntry, content: str, by: str, breach: Span | None) -> bool:
        """Whether a content only asks, answers, excuses, or tells what is said of the speaker's own side."""
        accuses = entry.statement.stance is Stance.ACCUSE
        if not accuses and (not self._holds(entry, breach) or self._answers(content)):
            return True
        if (
            _ASKS.match(content)
            or self.culprits.relays(content, by, said_by(entry))
            or (breach is None and self.words.allowed.search(content))
        ):
            return True
        return (breach is not None and self._is_own(entry, content, by, breach)) or (
            not accuses and self._excuses(entry, by)
        )

    def _is_own(self, entry: StatementEntry, content: str, by: str, breach: Span) -> bool:
        """Whether the breach is told of the speaker's own side: `proof for its claim that Russia broke the treaty`, said by Russia."""
        named = self.culprits.acting(content, said_by(entry))
        before = [
            one for one in named if one.mention.end <= breach.start and not self._is_passing(content, one, breach)
        ]
        after = any(one.side != by for one in named if one.mention.start >= breach.start)
        return bool(before) and before[-1].side == by and not after

    def _is_passing(self, content: str, one: Named, breach: Span) -> bool:
        """Whether a name only tells whose something else is: `will not certify Russia's new aircraft, and so tramples on …`."""
        whose = one.mention.alias_kind == "adjective" or content[one.mention.end :][:1] in ("'", "’")
        return whose and len(content[one.mention.end : breach.start].split()) > _OWN

    def _excuses(self, entry: StatementEntry, by: str) -> bool:
        """Whether a content goes on from a denial in its own sentence and names nobody: `denied it, claiming that the mines were old`."""
        told = next((one for one in entry.members if one.statement == entry.statement), entry.members[0])
        place, cue = told.statement.evidence, told.statement.cue
        before = told.told.text[place.start : cue.start] if cue is not None else ""
        named = any(side != by for _, side in self.sides.mentions(entry.content, said_by(entry)))
        return not named and self.words.words("contradicting").search(before) is not None

    def _tells_misdeed(self, content: str) -> bool:
        """Whether a charge that names a treaty tells anything done or left undone."""
        plain = self.sides.without_names(content)
        return any(self.words.words(name).search(plain) for name in ("hurting", "failing", "doing", "hidden"))

    def _answers(self, content: str) -> bool:
        """Whether a content speaks of a charge that it rejects: then a wrong told in it is somebody else's word."""
        return bool(self.words.words("charges").search(content) and self.words.words("rejecting").search(content))

    def _some_deed(self, content: str, accuses: bool) -> Span | None:
        """The first deed in the matter of any treaty."""
        deeds = (self.wrongs.deed(content, treaty, accuses) for treaty in self.words.matters)
        return min(filter(None, deeds), key=lambda span: span.start, default=None)

    def _takes_up(self, content: str, wrong: Span) -> bool:
        """Whether a wrong is told of what was said before: `It is a clear violation`, `We see this as a breach`."""
        taken_up = (self.words.words(name).search(content[: wrong.start]) for name in ("anaphors", "the_deed"))
        return any(one is not None and one.start() <= _ANAPHOR for one in taken_up)

    def _taken_up(self, entry: StatementEntry, content: str, against: str, day: date | None) -> tuple[str, ...]:
        """The weapon of the accused that is named last before a charge, where the charge calls it "the missile", "the radar"."""
        if not self.words.words("the_weapon").search(content):
            return ()
        told = next((one for one in entry.members if one.statement == entry.statement), entry.members[0])
        start = told.statement.evidence.start
        named = self.sides.things(told.told.text[max(0, start - _AROUND) : start], day)["system"]
        own = [system for system in named if against in self.sides.owners(system, day)]
        return tuple(own[-1:])

    def _is_armed_deed(self, content: str) -> bool:
        """Whether a content tells something done or hidden with arms: `Iran of having developed missiles`, not `the missile plans`."""
        return self.words.armed.search(content) is not None

    def _holds(self, entry: StatementEntry, breach: Span | None) -> bool:
        """Whether a statement holds something to be so; what reads like a denial denies a charge only where its verb does."""
        stance, cue = entry.statement.stance, entry.statement.cue
        denying = cue is None or self.words.words("contradicting").search(cue.text) is not None
        return stance in _HOLDING or (stance is Stance.DENY and breach is not None and not denying)

    def _matter(self, content: str, against: str, accuses: bool, day: date | None) -> tuple[str | None, bool]:
        """The treaty whose matter a content is and that binds the accused, and whether a deed in this matter is told."""
        bound = [
            treaty
            for treaty in self.words.matters_of(self.sides.without_names(content), against)
            if self.sides.takes_part(treaty, against, day, surely=not accuses)
        ]
        for treaty in bound:
            if self.wrongs.deed(content, treaty, accuses):
                return treaty, True
        return next(iter(bound), None), False

    def _of_law(self, content: str, against: str, day: date | None) -> Callable[[str], bool]:
        """What tells whether a breach can be one of a treaty that only its report names: it is of arms, or the accused is bound."""
        if self.words.words("arms").search(content):
            return lambda _: True
        if not self.words.words("instruments").search(content):
            return lambda _: False
        return self._bound(against, day)

    def _bound(self, against: str, day: date | None) -> Callable[[str], bool]:
        """What tells whether a side is bound by a treaty; an organisation is held to what its members signed."""
        organised = self.sides.kind_of_organisation(against) is not None
        return lambda treaty: organised or self.sides.takes_part(treaty, against, day, surely=False)

    def _treaty(
        self,
        entry: StatementEntry,
        systems: tuple[str, ...],
        matter: str | None,
        fits: Callable[[str], bool],
        against: str,
    ) -> str | None:
        """The treaty told beside the system elsewhere, the matter's, the report's where it `fits` or a system is told,
        or that which classes the system.
        """
        beside = sum((self._treaties_of.get(system, Counter()) for system in systems), Counter[str]())
        if beside:
            return beside.most_common(1)[0][0]
        main = [treaty for report in entry.reports if (treaty := self.main.of(report))]
        reported = [treaty for treaty in main if self.sides.may_concern(treaty, against)]
        if matter:
            kin = (treaty for treaty in reported if treaty in self.words.file.kin.get(matter, ()))
            return next(kin, matter)
        classed = (self.sides.classing_treaty(system, said_by(entry)) for system in systems)
        return next((one for one in reported if systems or fits(one)), None) or next(filter(None, classed), None)


def _around(content: str, wrong: Span) -> str:
    """The words around a wrong, in which its law or its arms are told."""
    return content[max(0, wrong.start - _NEAR) : wrong.end + _NEAR]

"""Which treaty an act is about: named by what fills its frame, by its clause, or alone in its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from treatywatch.dates import UncertainDay
from treatywatch.events.alone import DEALS
from treatywatch.events.arguments import MEETING, SELF_ACTING
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.programmes import of_a_programme
from treatywatch.events.subjects import direct_object, doer, subject
from treatywatch.events.topics import main_treaty
from treatywatch.events.trees import Token, is_verb, joined, lemma
from treatywatch.events.unnamed import counted
from treatywatch.language.cast_lexicon import TreatyFact
from treatywatch.model.vocabulary import EventKind

_UNDER_NO_TREATY = frozenset({EventKind.TEST, EventKind.DEPLOY, EventKind.SANCTION})
"""Kinds that are done under no treaty: one that a clause beside them names is not theirs."""
_MAKING = frozenset({EventKind.SIGN, EventKind.ADOPT, EventKind.AGREE_MEASURES})
_CONSENTS = frozenset({EventKind.SIGN, EventKind.RATIFY, EventKind.ACCEDE})
_TO_A_TREATY = frozenset(
    {EventKind.EXPIRE, EventKind.TERMINATE, EventKind.WITHDRAW, EventKind.SUSPEND, EventKind.EXTEND, EventKind.RATIFY}
)
"""Kinds of acts that are done to a treaty that there is."""
_SIDES = 2
_BACK = 4
"""Sentences back in which the treaty was told that "Norway signed in 1996" leaves untold; own reports."""
_OCCASIONS = frozenset({"summit", "meeting", "conference"})
ALONE = frozenset({"alone", "alone-done", "alone-dated", "its-deal"})
"""Roles of frames that leave the treaty untold."""
_ABOUT_TREATIES = frozenset(
    {
        EventKind.TALKS,
        EventKind.SIGN_LAW,
        EventKind.VOTE,
        EventKind.APPROVE,
        EventKind.SUSPEND,
        EventKind.RESUME,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.ANNOUNCE_WITHDRAWAL,
        EventKind.ANNOUNCE_SUSPENSION,
        EventKind.RATIFY,
        EventKind.ENTER_INTO_FORCE,
        EventKind.INSPECT,
        EventKind.REVOKE_RATIFICATION,
        EventKind.WITHDRAW,
    }
)


class Instruments:
    """Finds the treaties of the triggers of one sentence."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher

    def told_or_spoken_of(self, trigger: Trigger) -> str | None:
        """The treaty, for an act that leaves it untold the one that is spoken of."""
        told = self.treaty(trigger)
        untold = bool(ALONE & set(trigger.roles)) or (trigger.kind in _CONSENTS and self._by_many(trigger))
        return self._spoken_of(trigger) if told is None and untold else told

    def _by_many(self, trigger: Trigger) -> bool:
        """As in "about 70 have completed ratification"."""
        return not trigger.nominal and counted(doer(trigger.token), self.matcher.actions.amounts)

    def others(self, trigger: Trigger, treaty: str | None) -> list[tuple[int, str]]:
        """As in "has not signed the NPT and the CTBT": the other treaties in what it takes, each with its offset in the text."""
        done_to = trigger.roles.get("object") or trigger.roles.get("from") or trigger.roles.get("to")
        found: dict[str, int] = {}
        for part in joined(done_to)[1:] if done_to is not None and treaty is not None else []:
            for id in self.matcher.treaties(part)[:1]:
                if id != treaty:
                    found.setdefault(id, part.idx + self.matcher.offset)
        return [(at, id) for id, at in found.items()]

    def made_by(self, trigger: Trigger, actors: Collection[str]) -> str | None:
        """As in "signed an agreement yesterday", where the report is about a treaty between just these two: that one."""
        done_to = trigger.roles.get("object")
        if trigger.kind not in _MAKING or len(actors) != _SIDES or done_to is None or lemma(done_to) not in DEALS:
            return None
        about = main_treaty(self.matcher.prose)
        fact = self.matcher.prose.cast.scene.directory.lexicon.facts.get(about) if about else None
        if fact is None or len(fact.parties) != _SIDES:
            return None
        first, second = fact.parties
        return about if {first, fact.before or second} >= set(actors) or set(fact.parties) >= set(actors) else None

    def of_its_year(
        self, trigger: Trigger, treaty: str | None, day: UncertainDay | None, actors: Collection[str]
    ) -> str | None:
        """As in "that accord, signed by Bush and Putin on May 24", "a nuclear deal reached with Iran in July": the one of the year told."""
        if day is None or day.earliest is None or day.latest is None:
            return treaty
        if trigger.kind not in _MAKING:
            return self._old_enough(trigger, treaty, day.latest.year)
        facts = self.matcher.prose.cast.scene.directory.lexicon.facts
        if treaty is None:
            fitting = [
                fact.id
                for fact in facts.values()
                if day.earliest.year in fact.years and self._tells(trigger, fact, actors)
            ]
            return fitting[0] if len(fitting) == 1 else None
        fact = facts.get(treaty)
        within = day.earliest.year == day.latest.year
        if fact is None or len(fact.parties) != _SIDES or not within or day.latest.year in fact.years:
            return treaty
        fitting = [
            one.id for one in facts.values() if day.latest.year in one.years and set(one.parties) == set(fact.parties)
        ]
        return fitting[0] if len(fitting) == 1 else treaty

    def _old_enough(self, trigger: Trigger, treaty: str | None, year: int) -> str | None:
        """As in "START expired in December of 2009", in a report on the treaty of 2010: what was done before that was done to its elder."""
        facts = self.matcher.prose.cast.scene.directory.lexicon.facts
        fact = facts.get(treaty) if treaty is not None and trigger.kind in _TO_A_TREATY else None
        if fact is None or len(fact.parties) != _SIDES or year >= min(fact.years):
            return treaty
        if trigger.kind is EventKind.RATIFY:  # "The Senate ratified the last such pact in 2003"
            kin = [one for one in facts.values() if one.parties == fact.parties and set(one.hints) & set(fact.hints)]
            return max((one for one in kin if max(one.years) <= year), key=lambda one: one.years, default=fact).id
        named = set(fact.id.split("-"))  # "start" of "new-start"
        elder = [one for one in facts.values() if max(one.years) < year and named & set(one.id.split("-"))]
        return min(elder, key=lambda one: one.years).id if elder else treaty

    def _tells(self, trigger: Trigger, fact: TreatyFact, actors: Collection[str]) -> bool:
        """Whether the words of what is made tell the treaty, and the report names the states that must be named with it."""
        made = trigger.roles.get("object") or direct_object(trigger.token)
        if made is None or lemma(made) not in DEALS:
            return False
        low, high = self.matcher.span(made)
        words = self.matcher.prose.text[low:high].lower().replace("-", " ")
        named = {mention.id for mention in self.matcher.prose.mentions}
        first, second = fact.parties if len(fact.parties) == _SIDES else ("", "")
        hinted = any(hint in words for hint in fact.hints) and set(actors) in (
            {first, second},
            {fact.before, second},
            {first, fact.before},
        )
        return hinted or (any(tell in words for tell in fact.tells) and set(fact.beside) <= named)

    def treaty(self, trigger: Trigger) -> str | None:
        """The treaty that it is about: named by the frame's arguments, else below the trigger, else alone in the sentence."""
        for token in self._treaty_holders(trigger):
            found = self.matcher.treaties(token)
            if found:
                return found[0]
        if of_a_programme(trigger, self.matcher):
            return None
        below = () if _of_its_own(trigger) else self._in_subtree(trigger.token, trigger.kind in _UNDER_NO_TREATY)
        if below:
            return below[0]
        if trigger.kind in MEETING and not trigger.nominal and _aside(trigger.token):
            return None
        if trigger.kind is EventKind.WITHDRAW and not ("effective" in trigger.roles or "announced" in trigger.roles):
            return None
        if trigger.kind in _ABOUT_TREATIES and not (trigger.nominal and lemma(trigger.token) in _OCCASIONS):
            return self._alone_in_sentence(trigger.token.idx + self.matcher.offset)
        return None

    def _spoken_of(self, trigger: Trigger) -> str | None:
        """The treaty that "the United States would leave" is about: the report's main one, else the last one named just before."""
        deals = [token for token in self.matcher.doc[: trigger.token.i] if lemma(token) in DEALS]
        named = (
            [id for token in reversed(deals) for id in self.matcher.treaties(token)]
            if "its-deal" in trigger.roles
            else []
        )
        if named:
            return named[0]
        here = trigger.token.idx + self.matcher.offset
        sentence = self.matcher.sentence
        low = self.matcher.prose.sentences[max(0, sentence - _BACK)].start
        near = [m.id for m in self.matcher.prose.cast.treaties_told(low, here)]
        return main_treaty(self.matcher.prose) or (near[-1] if near else None)

    def _treaty_holders(self, trigger: Trigger) -> Iterable[Token]:
        own = trigger.kind in SELF_ACTING  # "its expiry", but not "its tests"
        yield from (role for role in trigger.roles.values() if own or role.tag_ != "PRP$")
        if not trigger.nominal:
            done_to = direct_object(trigger.token)
            if done_to is not None:
                yield done_to
            if trigger.kind in SELF_ACTING:
                who = subject(trigger.token)
                if who is not None:
                    yield who

    def _in_subtree(self, token: Token, own: bool) -> tuple[str, ...]:
        """The treaties told below a word; `own`: not in clauses of their own ("would test once more before joining the ban")."""
        if token.pos_ not in ("VERB", "AUX"):
            return self.matcher.treaties(token)
        tokens = [part for part in token.subtree if not part.is_space]
        if own:
            clauses = [part for part in tokens if part.i > token.i and part.dep_ in ("advcl", "pcomp", "relcl", "conj")]
            apart = {below.i for clause in clauses for below in clause.subtree}
            tokens = [part for part in tokens if part.i not in apart]
        end = tokens[-1].idx + len(tokens[-1].text) if tokens else token.idx + len(token.text)
        return tuple(self.matcher.prose.cast.treaties(token.idx + self.matcher.offset, end + self.matcher.offset))

    def _alone_in_sentence(self, at: int) -> str | None:
        sentence = self.matcher.prose.sentences[self.matcher.sentence]
        low, high = self._between_stops(at, sentence.start, sentence.end)
        found = dict.fromkeys(self.matcher.prose.cast.treaties(low, high))
        return next(iter(found)) if len(found) == 1 else None

    def _between_stops(self, at: int, low: int, high: int) -> tuple[int, int]:
        """The part of a sentence between semicolons in which `at` stands."""
        text = self.matcher.prose.text
        before, behind = text.rfind("; ", low, at), text.find("; ", at, high)
        return (low if before < 0 else before, high if behind < 0 else behind)


def _aside(verb: Token) -> bool:
    """As in "cleared the treaty two days before Reagan was to meet Gorbachev": a clause of its own."""
    while verb.dep_ in ("xcomp", "conj") and is_verb(verb.head):
        verb = verb.head
    return bool(verb.dep_ in ("advcl", "relcl", "acl"))


def _of_its_own(trigger: Trigger) -> bool:
    """As in "passed a resolution and pressed both to sign the treaty": resolutions and drills are under no treaty told beside."""
    done_to = trigger.roles.get("object")
    resolution = trigger.kind is EventKind.ADOPT and done_to is not None and lemma(done_to) == "resolution"
    return resolution or trigger.kind is EventKind.EXERCISE

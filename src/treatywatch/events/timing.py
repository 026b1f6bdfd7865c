"""The day of an event: the expression that hangs on its verb, or the relation to another event ("a week after …")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from treatywatch.dates import UncertainDay
from treatywatch.events import counted
from treatywatch.events.bare_days import gone
from treatywatch.events.clauses import ranked, shares_day
from treatywatch.events.datelines import anchored
from treatywatch.events.day_owners import before_sayer, beside_subject, of_the_clock, only_dates, opened, told_aside
from treatywatch.events.matching import Matcher
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.language.days import to_uncertain
from treatywatch.model.annotation import DayMention

_NO_OWNERS = frozenset({"ADP", "SCONJ", "ADV", "PART", "DET", "NUM", "SYM", "PUNCT"})
_WEEK = 7
_SOON = 2
"""Days ahead within which "Monday's summit" is the one to come, whatever the tense around it; own reports."""
_HALVES = frozenset({"exist", "apply", "be"})
_ASPECTS = frozenset({"cease", "stop", "halt", "begin", "start", "let", "allow"})
_USABLE = re.compile(r"^(?:\d{4}|\d{3}X|XXXX-(?!XX-XX$))")


class Clock:
    """The days of one sentence, each with the word that it hangs on."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher, self._ahead = matcher, False
        sentence = matcher.prose.sentences[matcher.sentence]
        prose = matcher.prose
        inside = [day for day in prose.days if sentence.start <= day.start and day.end <= sentence.end]
        self._inside = [anchored(prose, day) for day in inside]
        self.days = [(day, owner) for day in self._inside if (owner := self.owner(day)) is not None]

    def owner(self, day: DayMention) -> Token | None:
        """The verb or noun that the expression hangs on."""
        span = self.matcher.doc.char_span(
            day.start - self.matcher.offset, day.end - self.matcher.offset, alignment_mode="expand"
        )
        if span is None:
            return None
        root = span.root
        if root.dep_ == "ROOT" and is_verb(root):
            return root
        opener = self.matcher.doc[span.start - 1] if span.start > 0 else None
        sayer = self._just_said(span.start)
        if sayer is not None:
            return sayer
        on = self.matcher.prose.on
        elsewhere = opened(self.matcher.doc, span) or before_sayer(span) or beside_subject(span, on)
        if elsewhere is not None:
            return elsewhere
        if opener is not None and opener.dep_ == "prep" and is_verb(opener.head) and not opener.is_ancestor(root):
            return opener.head  # "On 4 December Mike Pompeo said", taken for one name
        for above in ancestors(root):
            if above.i in range(span.start, span.end) or above.pos_ in _NO_OWNERS:
                continue
            return above.head if only_dates(above) else above
        return root.head

    def _just_said(self, start: int) -> Token | None:
        """As in "said on Monday it tested a missile": the verb of saying right before the day, whatever the parser hangs that on."""
        before = [self.matcher.doc[i] for i in range(max(0, start - 2), start)]
        if before and before[-1].lower_ == "on":
            before.pop()
        said = bool(before) and lemma(before[-1]) in self.matcher.actions.file.announcing.saying and is_verb(before[-1])
        return before[-1] if said else None

    def day_of(self, trigger: Token, nominal: bool, ahead: bool = False) -> UncertainDay | None:
        """The day told for the act of `trigger`; `ahead` where it is told as to come ("in 60 days")."""
        self._ahead = ahead
        own = [day for day, owner in self.days if owner.i == trigger.i and usable(day)]
        related = None if own else counted.by_sequel(self, [trigger]) or counted.by_relation(self, trigger)
        if related is not None:
            return related
        told = self.attached(trigger, nominal)
        sequel = counted.by_sequel(self, self._holders(trigger, nominal)) if told is None else None
        if sequel is not None:
            return sequel
        told = told or self._nearest(trigger)
        if told is not None:
            return to_uncertain(told)
        return counted.from_now(self, trigger) if ahead else None

    def own_day(self, noun: Token, company: bool = True) -> UncertainDay | None:
        """The day inside the noun's own phrase ("Monday's summit", "his meeting on Friday", "talks scheduled for 12 May").

        Without `company` what stands behind "with" is not looked at ("answered the test with sanctions on Thursday").
        """
        told = self._on(self._phrase_holders(noun, company), noun)
        if told is None:
            return None
        return self._nearer(to_uncertain(told)) if self._possesses(told, noun) else to_uncertain(told)

    def _possesses(self, day: DayMention, noun: Token) -> bool:
        """As in "Monday's summit"."""
        at = noun.idx + self.matcher.offset
        return day.end <= at and self.matcher.prose.text[day.end : day.end + 2] in ("'s", "’s")

    def _nearer(self, day: UncertainDay) -> UncertainDay:
        """A bare weekday before a noun that is almost a week past is the one to come: on Sunday "Monday's summit" is tomorrow's."""
        base = self.matcher.prose.on
        if (
            base is None
            or day.best is None
            or day.how != "relative"
            or not _WEEK - _SOON <= (base - day.best).days < _WEEK
        ):
            return day
        return UncertainDay.on(day.best + timedelta(days=_WEEK), "relative")

    def _phrase_holders(self, noun: Token, company: bool) -> list[Token]:
        preps = [prep for prep in children(noun, "prep") if company or prep.lower_ != "with"]
        deep = [obj for prep in preps for obj in children(prep, "pobj")]
        deep = [
            token
            for token in deep
            if not self._names_treaty(token) and not self.matcher.fits(token, "talks-held", noun)
        ]
        return [noun, *children(noun, "acl"), *deep]

    def _on(self, holders: list[Token], trigger: Token) -> DayMention | None:
        """The usable day that hangs on the first of the words that has one."""
        for holder in holders:
            candidates = [day for day, owner in self.days if usable(day) and owner.i == holder.i]
            if candidates:
                return min(
                    candidates, key=lambda day: (of_the_clock(day), _distance(day, trigger, self.matcher.offset))
                )
        return None

    def below(self, trigger: Token, any_day: bool) -> UncertainDay | None:
        """A day that the parser hangs on what the act is about, and that lies before the report: the act's own.

        Unless `any_day`, only one told from the report's day ("earlier this month"): "the treaty signed in 1987" dates the treaty.
        """
        base, inside = self.matcher.prose.on, {token.i for token in trigger.subtree}
        for day, owner in self.days:
            if owner.i not in inside or not usable(day) or self._of_name(day, owner) or lemma(owner) == "effective":
                continue
            if told_aside(owner, trigger):
                continue
            found = to_uncertain(day)
            if any_day and trigger.tag_ == "VBD":
                found = _last(found, base)
            over = base is not None and found.earliest is not None and found.earliest <= base
            if over and (any_day or (found.how == "relative" and self._closes(day, trigger))):
                return found
        return None

    def in_clause(self, trigger: Token) -> UncertainDay | None:
        """A day told from the report's that the parser hangs on a noun of the act's own clause ("a meeting of the Forum on Friday")."""
        for day, owner in self.days:
            path = [owner, *ancestors(owner)]
            steps = path[: next((i for i, one in enumerate(path) if one.i == trigger.i), 0)]
            if (
                steps
                and usable(day)
                and not any(is_verb(one) for one in steps)
                and day.start - self.matcher.offset > trigger.idx
            ):
                found = to_uncertain(day)
                return found if found.how == "relative" else None
        return None

    def _closes(self, day: DayMention, trigger: Token) -> bool:
        """Whether the day ends the clause of the trigger: what follows is a stop, a comma or the clause above."""
        after = self.matcher.prose.text[day.end : day.end + 2]
        return not after.strip() or after[0] in '.,;:!?”"' or trigger.dep_ == "relcl"

    def said_on(self, verb: Token) -> UncertainDay | None:
        """The day of the verb of saying that governs `verb`."""
        for above in ancestors(verb):
            if is_verb(above):
                told = self.attached(above, False)
                return to_uncertain(told) if told else None
        return None

    def attached(self, trigger: Token, nominal: bool) -> DayMention | None:
        """The expression that hangs on the act, on its arguments or on what carries it."""
        return self._on(self._holders(trigger, nominal), trigger)

    def _holders(self, trigger: Token, nominal: bool) -> list[Token]:
        """The words whose day is the act's day: itself, its arguments, what controls it; for a noun, the verb of its clause."""
        holders = [
            trigger,
            *(child for child in trigger.children if child.dep_ in ("dobj", "nsubjpass", "attr", "acomp", "prt")),
        ]
        holders += [deep for prep in children(trigger, "prep", "agent") for deep in children(prep, "pobj")]
        holders += children(trigger, "acl") if nominal else []
        halves = [
            below
            for below in children(trigger, "xcomp", "ccomp")
            if lemma(trigger) in _ASPECTS
            or lemma(below) in _HALVES
            or any(child.lower_ == "what" for child in below.children)
        ]
        holders += [part for below in halves for part in (below, *children(below, "dobj", "oprd"))]
        holders = [holder for holder in holders if holder is trigger or not self._names_treaty(holder)]
        holders.append(trigger if nominal else ranked(trigger) or trigger)  # "On Tuesday it became the first to …"
        for above in ancestors(trigger):
            if is_verb(above):
                if nominal:
                    holders += children(above, "xcomp") if trigger.dep_ in ("nsubj", "nsubjpass") else []
                if nominal or (trigger.dep_ in ("xcomp", "conj") and shares_day(trigger, above)):
                    holders.append(above)
                if nominal:
                    led = not self._ahead and (above.dep_ in ("advcl", "pcomp") or _led(trigger, above))
                    holders += [verb for verb in ancestors(above) if is_verb(verb) and led]
                    holders += children(above, "xcomp") if _led(trigger, above) else []
                break
            if above.pos_ in ("NOUN", "PROPN", "ADJ"):
                holders.append(above)
        return holders

    def _names_treaty(self, token: Token) -> bool:
        """As in "the 1987 treaty": that year belongs to the name."""
        text, offset = self.matcher.prose.text, self.matcher.offset
        return any(
            owner.i == token.i and (day.end <= token.idx + offset or text[: day.start].endswith(" of "))
            for day, owner in self.days
        ) and bool(self.matcher.fits(token, "treaty", token))

    def _nearest(self, trigger: Token) -> DayMention | None:
        """Where the parse hangs the day elsewhere: a usable day right beside the verb's phrase, with no other verb between."""
        best: tuple[int, DayMention] | None = None
        for day, owner in self.days:
            if not usable(day) or (
                is_verb(owner) and owner.i != trigger.i and not _between(owner, trigger, day, self.matcher.offset)
            ):
                continue
            tokens = self._between_tokens(trigger, day)
            if any(is_verb(token) and token.dep_ not in ("aux", "auxpass") for token in tokens) or len(tokens) > 10:
                continue
            if any(token.text in (";", "—", ",") for token in tokens) or self._of_name(day, owner):
                continue
            if trigger.dep_ == "acl" and day.end - self.matcher.offset <= trigger.head.left_edge.idx:
                continue  # "put it on notice this week over the missile tested by it"
            if best is None or len(tokens) < best[0]:
                best = (len(tokens), day)
        return best[1] if best else None

    def _of_name(self, day: DayMention, owner: Token) -> bool:
        return owner.pos_ in ("NOUN", "PROPN") and day.end <= owner.idx + self.matcher.offset

    def _between_tokens(self, trigger: Token, day: DayMention) -> list[Token]:
        low = min(trigger.idx + len(trigger.text), day.end - self.matcher.offset)
        high = max(trigger.idx, day.start - self.matcher.offset)
        return [token for token in self.matcher.doc if low <= token.idx < high]

    def all(self) -> list[DayMention]:
        """Every expression of the sentence, also those that hang on nothing."""
        return self._inside


def _last(day: UncertainDay, base: date | None) -> UncertainDay:
    """As in "revoked its notice to quit on Tuesday", "voted to ratify it in May": what the infinitive seems to put ahead is over."""
    return day if base is None or day.how != "relative" else gone(day, base, True)


def _led(noun: Token, verb: Token) -> bool:
    """Whether "after", "following" or "at" leads the noun or its clause: then the main clause's day is its day too."""
    leads = [noun.head.lower_] if noun.dep_ == "pobj" else []
    leads += [child.lower_ for child in verb.children if child.dep_ in ("mark", "prep")]
    return bool(set(leads) & {"after", "following", "during", "at"})


def led_ahead(noun: Token) -> bool:
    """As in "ahead of his meeting", "before the summit": the day of what comes first is not the meeting's."""
    prep = noun.head
    ahead = prep.lower_ == "before" or (prep.lower_ == "of" and prep.head.lower_ == "ahead")
    return bool(noun.dep_ == "pobj" and ahead)


def usable(day: DayMention) -> bool:
    """Whether the expression tells a day, a month or a year."""
    return day.type in ("DATE", "TIME") and bool(_USABLE.match(day.value))


def _distance(day: DayMention, trigger: Token, offset: int) -> int:
    at = int(trigger.idx) + offset
    return min(abs(day.start - at), abs(day.end - at))


def _between(owner: Token, trigger: Token, day: DayMention, offset: int) -> bool:
    """Whether the word that the parser hangs the day on stands farther from it than the trigger does."""
    return abs(int(trigger.idx) + offset - day.start) < abs(int(owner.idx) + offset - day.start)

"""Which day an act gets: the one told for it, in line with its mood, else one that the words around it lend."""

from __future__ import annotations

import re
from datetime import date, timedelta

from treatywatch.dates import UncertainDay
from treatywatch.events import counted
from treatywatch.events.bare_days import month_from
from treatywatch.events.clauses import effect_of
from treatywatch.events.lending import lent, of_the_sitting, of_when
from treatywatch.events.modality import Mood
from treatywatch.events.nominal import BEGINNING, answered, held
from treatywatch.events.noun_days import CARRYING_OUT, beside, in_relative
from treatywatch.events.stopped import halted
from treatywatch.events.subjects import passive
from treatywatch.events.tempering import sound
from treatywatch.events.tenses import told_as_past
from treatywatch.events.timing import Clock, led_ahead
from treatywatch.events.trees import Token, ancestors, children, is_verb, lemma
from treatywatch.language.days import to_uncertain
from treatywatch.model.vocabulary import EventKind, Modality

_AHEAD = frozenset({Modality.PLANNED, Modality.CONDITIONAL, Modality.THREATENED})
_NOW = frozenset({Modality.HAPPENED, Modality.ONGOING})
_GATHERINGS = frozenset({EventKind.TALKS, EventKind.EXERCISE})
_AT_ONCE = frozenset(
    {
        "celebrate",
        "complete",
        "seal",
        "finish",
        "perform",
        "agree",
        "conduct",
        "record",
        "detect",
        "register",
        "monitor",
        "witness",
        "watch",
        "observe",
        "shake",
        "rattle",
        "rock",
        "jolt",
        "stun",
        "shock",
        "startle",
        "alarm",
    }
)
"""Verbs whose day is that of the act told by their noun: it is carried out, seen, felt or recorded then."""
_OF_STATE = frozenset(
    {
        EventKind.SIGN,
        EventKind.RATIFY,
        EventKind.ACCEDE,
        EventKind.SIGN_LAW,
        EventKind.APPROVE,
        EventKind.SUSPEND,
        EventKind.WITHDRAW,
        EventKind.NOTIFY_WITHDRAWAL,
        EventKind.REVOKE_RATIFICATION,
        EventKind.RESUME,
    }
)
_ANNOUNCING = frozenset({EventKind.ANNOUNCE_WITHDRAWAL, EventKind.ANNOUNCE_SUSPENSION})
_RESOLVES = frozenset(
    {"decision", "agreement", "vow", "promise", "pledge", "threat", "announcement", "refusal", "offer"}
)
_TELLING = frozenset({"announce", "declare", "confirm", "disclose", "reveal"})
_PLANS = frozenset({EventKind.WITHDRAW, EventKind.SUSPEND, EventKind.LEAVE_BODY})
_WEEK, _YEAR = 7, 366
_SEASON = 90
"""Days back beyond which a day told without its year, in the simple present, is that of the next year (in November "ends on Feb. 5")."""
_PAST_ENDINGS = ("ed", "ew", "ook", "ought")
"""Endings of pasts that the tagger takes for presents ("overflew")."""
_WEEKDAY = re.compile(r"^\D*(?:mon|tues|wednes|thurs|fri|satur|sun)day\D*$", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|tonight|this\s(?:morning|afternoon|evening)|tomorrow)\b", re.IGNORECASE)
_EITHER_TENSE = frozenset({"wound", "set", "put", "cut", "quit", "hit", "let", "shut", "split", "beat", "bid", "cast"})


def dated(clock: Clock, head: Token, kind: EventKind, mood: Mood, nominal: bool, any_day: bool) -> UncertainDay | None:
    """The day of an act told at `head` in this mood; `any_day` as in `Clock.below`."""
    answering = answered(head) if nominal else None
    if answering is not None:
        head, nominal = answering, False
    if nominal and kind is EventKind.SANCTION and clock.matcher.fits(head, "sanctions", head):
        return clock.own_day(head)  # the day of the clause is that of what brought them about
    ahead = mood.modality in _AHEAD
    day = _sounded(clock, head, kind, mood, nominal, ahead)
    if mood.modality is Modality.DENIED and head.dep_ == "conj":
        return None  # "signed it in 1996 but never ratified it": the day is that of the signing
    if mood.modality is Modality.HAPPENED:
        day = _of_meeting(clock, head, day) if nominal and kind in _GATHERINGS else day
        day = day if nominal or day is not None else clock.below(head, any_day) or _of_the_blame(clock, head)
        day = day if nominal or day is not None else of_when(clock, head) or _of_the_report(clock, head, kind)
        day = of_the_sitting(clock, head) if day is None and kind is EventKind.VOTE else day
    if day is None and mood.modality is Modality.DENIED and not nominal:
        return clock.in_clause(head)
    if day is None and mood.modality is Modality.PLANNED and not nominal:
        return of_when(clock, head, ahead=True) or _to_come(clock.in_clause(head), clock.matcher.prose.on)
    if day is None and mood.modality is Modality.ONGOING and kind in _PLANS:
        day = clock.said_on(head)
    return lent(clock, head, nominal) if day is None and mood.modality in _NOW else day


def _to_come(day: UncertainDay | None, on: date | None) -> UncertainDay | None:
    return day if day is not None and on is not None and day.earliest is not None and day.earliest > on else None


def _sounded(clock: Clock, head: Token, kind: EventKind, mood: Mood, nominal: bool, ahead: bool) -> UncertainDay | None:
    """The day told beside the act, in line with its mood and the report's day."""
    on = clock.matcher.prose.on
    head = head if nominal else effect_of(head) or head
    if nominal and led_ahead(head):
        day = clock.own_day(head)
    elif nominal and kind not in _GATHERINGS and not _carried(clock, head):
        day = clock.own_day(head, company=False) or beside(clock, head) or in_relative(clock, head, CARRYING_OUT)
        day = day or counted.by_relation(clock, head)
    else:
        day = clock.day_of(head, nominal, ahead)
    if ahead and _of_the_decision(clock, head, day, on):
        return None
    day = _before_what_follows(clock, head, day) if nominal else day
    likely = _coming(clock, _upcoming(clock, day, head, nominal), head, on)
    if (
        ahead
        and likely is not None
        and any(_TODAY.search(one.text) and one.earliest == likely.best for one, _ in clock.days)
    ):
        return likely  # "are set to meet this afternoon", under the day of a head that is older than the report
    told = sound(likely, ahead, on, _done(head, mood, kind, nominal), nominal)
    past = mood.modality is Modality.HAPPENED and not nominal and head.tag_ == "VBD"
    return (
        None
        if past and on is not None and told is not None and told.earliest is not None and told.earliest > on
        else told
    )


def _of_the_report(clock: Clock, verb: Token, kind: EventKind) -> UncertainDay | None:
    """As in "announced on Saturday that it had suspended the treaty": an act of state becomes known on the day on which it is done."""
    perfect = verb.tag_ == "VBN" and any(aux.lower_ in ("had", "has", "have") for aux in children(verb, "aux"))
    if not perfect or verb.dep_ != "ccomp" or kind not in _OF_STATE or lemma(verb.head) not in _TELLING:
        return None
    older = any(child.lower_ in ("already", "earlier", "previously", "never", "since") for child in verb.children)
    return None if older else clock.said_on(verb)


def _before_what_follows(clock: Clock, noun: Token, day: UncertainDay | None) -> UncertainDay | None:
    """As in "After Monday's talks in Geneva, they will meet on Wednesday": a weekday that would come after what follows is the last one."""
    prep = held(noun).head
    verb = next((above for above in ancestors(prep) if is_verb(above)), None)
    if (
        day is None
        or day.best is None
        or day.how != "relative"
        or prep.lower_ not in ("after", "following")
        or verb is None
    ):
        return day
    own = [to_uncertain(told) for told, owner in clock.days if owner.i == verb.i]
    late = any(one.best is not None and 0 < (day.best - one.best).days <= _WEEK for one in own)
    return UncertainDay.on(day.best - timedelta(days=_WEEK), "relative") if late else day


def _of_meeting(clock: Clock, noun: Token, day: UncertainDay | None) -> UncertainDay | None:
    """As in "the talks, which began in 2003", "held a dialogue that included talks on Wednesday"."""
    return in_relative(clock, noun) or day or in_relative(clock, held(noun))


def _of_the_blame(clock: Clock, verb: Token) -> UncertainDay | None:
    """As in "Last year it assailed Ukraine for holding exercises": a year or a month is that of the deed too, a day is not."""
    day = clock.said_on(verb) if verb.dep_ == "pcomp" and verb.head.lower_ == "for" else None
    return day if day is None or day.best is None else None


def _in_past(noun: Token) -> bool:
    """As in "had agreed to it during their summit in June"."""
    verb = next((above for above in ancestors(noun) if is_verb(above)), None)
    if verb is None or noun.head.lower_ not in ("during", "after", "following", "at", "in"):
        return False
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    return bool(verb.tag_ == "VBD" or (verb.tag_ == "VBN" and words & {"had", "has", "have", "was", "were"}))


def _carried(clock: Clock, noun: Token) -> bool:
    """As in "carried out its test on Friday", "the withdrawal took effect": there the day of the verb is the act's."""
    verb, light = held(noun).head, clock.matcher.actions.file.light
    if lemma(verb) in _AT_ONCE:
        return True
    if held(noun).dep_ in ("nsubj", "nsubjpass"):
        effective = any(prep.lower_ == "into" for prep in children(verb, "prep"))
        done = passive(verb) and lemma(verb) in light.neutral and lemma(verb) not in light.about  # "was carried out"
        return (
            effective
            or done
            or halted(noun)
            or lemma(verb) in BEGINNING
            or lemma(verb) in light.subject
            or lemma(verb) == "be"
        )
    if held(noun).dep_ in ("dobj", "attr", "oprd"):
        carries = lemma(verb) in (*light.neutral, *light.planned) and lemma(verb) not in light.about
        return carries or lemma(verb) == "be"
    return bool(held(noun).dep_ != "pobj")


def _done(head: Token, mood: Mood, kind: EventKind, nominal: bool) -> bool:
    """Whether a verb of the past, or an infinitive under one, tells the act as done ("was the first to sign it on Tuesday").

    So does a noun behind a preposition ("with the expiry on Thursday").
    """
    led = nominal and head.dep_ == "pobj" and (kind not in _GATHERINGS or _in_past(head))
    told = nominal and (
        kind in _ANNOUNCING or (head.dep_ in ("nsubj", "nsubjpass") and told_as_past(head.head))
    )  # "Its promise on Wednesday was welcomed"
    past = led or told or head.tag_ in ("VBD", "VBN") or any(above.tag_ == "VBD" for above in list(ancestors(head))[:2])
    return mood.modality is Modality.HAPPENED and (past or lemma(head) == "be")


def _of_the_decision(clock: Clock, head: Token, day: UncertainDay | None, on: date | None) -> bool:
    """As in "agreed on Thursday to extend it": a day that is over and hangs on the deciding is not that of what is to come."""
    if head.dep_ == "acl" and lemma(head.head) in _RESOLVES and any(owner.i == head.head.i for _, owner in clock.days):
        return True  # "Iraq's decision yesterday to destroy them"
    if day is None or on is None or day.latest is None or day.latest >= on or head.dep_ not in ("xcomp", "ccomp"):
        return False
    inside = {token.i for token in head.subtree}
    return head.head.tag_ in ("VBD", "VBN") and not any(owner.i in inside for _, owner in clock.days)


def _upcoming(clock: Clock, day: UncertainDay | None, head: Token, nominal: bool) -> UncertainDay | None:
    """As in "the chamber takes up the pact on Wednesday", "experts begin talks on Monday": a weekday in the simple present lies ahead.

    Headings and captions tell in the present what is done.
    """
    prose = clock.matcher.prose
    verb = held(head).head if nominal else head
    if not any(owner.i in (verb.i, head.i) for _, owner in clock.days):
        return day  # "tweeted Sunday … how the summit goes"
    if any(prep.lower_ == "since" for prep in children(verb, "prep")):
        return day
    if day is None or day.best is None or prose.on is None or day.how != "relative":
        return day
    if not _simple_present(verb) or children(verb, "aux", "auxpass") or prose.sentences[clock.matcher.sentence].heading:
        return day
    weekday = any(one.earliest == day.best and _WEEKDAY.search(one.text) for one, _ in clock.days)
    over = weekday and 0 < (prose.on - day.best).days <= _WEEK
    return UncertainDay.on(day.best + timedelta(days=_WEEK), "relative") if over else day


def _simple_present(verb: Token) -> bool:
    """Whether the verb stands in the present, also where the tagger takes it for an infinitive ("Talks … go on")."""
    if lemma(verb) == "be" or verb.lower_ in _EITHER_TENSE or verb.lower_.endswith(_PAST_ENDINGS):
        return False
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT" and bool(children(verb, "nsubj"))
    plural = (verb.tag_ == "VBP" or bare) and verb.lower_ == lemma(verb)
    return bool(plural or (verb.tag_ == "VBZ" and verb.lower_.endswith("s")))


def _coming(clock: Clock, day: UncertainDay | None, head: Token, on: date | None) -> UncertainDay | None:
    """As in "it leaves the union in March", told in summer: a bare month that is over, in the simple present, is the next one."""
    if day is None or on is None or day.latest is None or day.earliest is None or day.latest >= on:
        return day
    at = head.idx + clock.matcher.offset
    behind = any(told.start > at and told.earliest == day.best for told, _ in clock.days)
    exact = behind and day.best is not None and (on - day.best).days > _SEASON
    bare = (
        day.how == "relative" and (exact or re.fullmatch(r"\d{4}-\d{2}", day.edtf)) and (on - day.latest).days < _YEAR
    )
    if not bare or head.tag_ not in ("VBZ", "VBP") or children(head, "aux", "auxpass"):
        return day
    if exact:
        return UncertainDay.on(day.earliest.replace(year=day.earliest.year + 1, day=_day_of(day.earliest)), "relative")
    return month_from(day.earliest.replace(year=day.earliest.year + 1))


def _day_of(day: date) -> int:
    """The day of the month, in February one that every year has."""
    return min(day.day, 28) if day.month == 2 else day.day

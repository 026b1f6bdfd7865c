"""Whether what fills a frame makes an event at all: who votes, what is met, what a report on weapons would tell."""

from __future__ import annotations

from treatywatch.dates import UncertainDay
from treatywatch.events.field import in_field, names_person
from treatywatch.events.letters import (
    LEAVING,
    by_the_press,
    from_the_table,
    of_another_intent,
    of_other_notices,
    of_spies,
)
from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.subjects import agent, doer, passive
from treatywatch.events.tenses import lasting, tense_mood, told_as_past
from treatywatch.events.trees import Token, children, lemma, particle
from treatywatch.events.unnamed import counted
from treatywatch.model.event import Event
from treatywatch.model.vocabulary import EventKind, Modality

_DOMESTIC = frozenset({EventKind.SIGN_LAW, EventKind.VOTE, EventKind.APPROVE})
_OF_PARTIES = frozenset({EventKind.SIGN, EventKind.EXTEND, EventKind.AMEND, EventKind.SUPERSEDE, EventKind.INSPECT})
_OF_NOTICES = frozenset({EventKind.REVOKE_NOTICE, EventKind.HALT_NOTICE})
_BY_ITSELF = frozenset({EventKind.TERMINATE, EventKind.EXPIRE})
_UNREAL = frozenset({Modality.DENIED, Modality.HYPOTHETICAL})
_ANYBODY = frozenset(
    {"those", "anyone", "anybody", "everyone", "everybody", "whoever", "someone", "somebody", "people"}
)
_KEEPING = frozenset({"continue", "keep", "pledge", "promise", "vow", "commit", "undertake", "urge", "remain"})
_STRICTLY = frozenset({"strictly", "fully", "scrupulously", "faithfully", "rigorously", "completely", "entirely"})
_MATCHES = frozenset({"final", "semifinal", "semi-final", "quarterfinal", "quarter-final", "match", "cup", "playoff"})
_EXERCISED = frozenset({"right", "power", "authority", "restraint", "caution", "influence", "sovereignty", "control"})
_FOILING = frozenset({"scuttle", "scupper", "torpedo", "upend", "spike", "sink", "kill"})


def founded(trigger: Trigger, event: Event, matcher: Matcher) -> bool:
    """Whether the event is an act of states or bodies and belongs to the field."""
    if (
        _no_act(trigger, event, matcher)
        or _denied_of_nobody(trigger, event, matcher)
        or (event.treaty is None and event.day is None and _of_anybody(trigger.token))
        or _of_no_treaty(trigger, event, matcher)
        or (event.kind is EventKind.INSPECT and _looked_over(trigger, event, matcher))
    ):
        return False
    kind, person = event.kind, names_person(doer(trigger.token), matcher) if not trigger.nominal else False
    if (
        kind is EventKind.VOTE
        and not trigger.nominal
        and (person or not _votes(trigger, matcher) or _only_held(trigger))
    ):
        return False
    if kind in _DOMESTIC and not in_field(matcher):
        return False
    backed = lemma(trigger.token) in ("back", "endorse") and not trigger.nominal
    if kind is EventKind.APPROVE and backed and (person or _of_a_state(trigger, matcher)):
        return False  # "Trump endorsed the agreement", "a resolution backed by the United States"
    if (
        kind is EventKind.TALKS
        and not trigger.nominal
        and (_with_nobody(trigger, matcher) or _to_be_had(trigger, event))
    ):
        return False
    if kind is EventKind.SANCTION and not event.actors:
        return event.modality is Modality.HAPPENED and (trigger.nominal or agent(trigger.token) is None)
    if kind is EventKind.ADOPT:
        told = trigger.told is Modality.DENIED or event.modality not in _UNREAL
        told = told or (event.modality is Modality.DENIED and bool(event.actors) and event.treaty is not None)
        return told and bool(
            event.day or event.actors or trigger.nominal or counted(doer(trigger.token), matcher.actions.amounts)
        )
    return True


def grounded(event: Event, near: bool) -> bool:
    """Whether an act whose actor no words beside it tell may stand: with a treaty, a day or an actor told `near` it."""
    if not event.actors:
        return True
    if event.modality in _UNREAL:
        return event.treaty is not None
    return near or event.treaty is not None or event.day is not None


def _no_act(trigger: Trigger, event: Event, matcher: Matcher) -> bool:
    """Whether nothing is told to be done: "a suspension would not end the treaty", "the treaty could be extended"."""
    kind, modality = event.kind, event.modality
    if kind is EventKind.PUBLISH_FINDING and of_spies(trigger):
        return True
    if (kind in _OF_NOTICES and of_other_notices(trigger)) or _of_something_else(trigger, event.day, matcher):
        return True
    told = trigger.roles.get("object")
    if kind is EventKind.NOTIFY_WITHDRAWAL and told is not None and lemma(told) == "notification":
        low = matcher.prose.sentences[max(0, matcher.sentence - 1)].start  # "notifications were issued of firing"
        near = matcher.prose.text[low : matcher.prose.sentences[matcher.sentence].end].lower()
        return not any(word in near for word in LEAVING)
    if kind in _BY_ITSELF and modality is Modality.DENIED:
        return tense_mood(trigger.token) is Modality.HYPOTHETICAL
    if kind in _OF_PARTIES and not event.actors:
        return modality is Modality.HYPOTHETICAL
    if kind is EventKind.TERMINATE and not trigger.nominal and (_asked(trigger.token) or _to_be_ended(trigger, event)):
        return True
    return trigger.nominal and _only_a_word(trigger, event, matcher)


def _to_be_ended(trigger: Trigger, event: Event) -> bool:
    """As in "pledged to abandon its nuclear programmes": what a state has not yet ended."""
    return (
        {"subject", "object"} <= set(trigger.roles) and bool(event.actors) and event.modality is not Modality.HAPPENED
    )


def _asked(verb: Token) -> bool:
    """As in a title "How the treaty came apart"."""
    return any(child.lower_ in ("how", "why") for child in children(verb, "advmod"))


def _only_a_word(trigger: Trigger, event: Event, matcher: Matcher) -> bool:
    """As in "a round of sanctions", "in exercise of the right of reply", a title "The Collapse of the Treaty", "days before its end"."""
    if trigger.kind is EventKind.TALKS:
        return _round_of_something(trigger, matcher)
    if trigger.kind is EventKind.EXERCISE:
        return any(lemma(noun) in _EXERCISED for p in children(trigger.token, "prep") for noun in children(p, "pobj"))
    title = matcher.prose.sentences[matcher.sentence].heading or event.modality is Modality.PLANNED
    return trigger.kind is EventKind.TERMINATE and title and event.day is None


def _of_something_else(trigger: Trigger, day: UncertainDay | None, matcher: Matcher) -> bool:
    """As in "the accord will end their right to it" (the right ends), "a drone shot down over the Gulf" (no test), "troops are still
    stationed there" (so it has been for long).
    """
    if trigger.nominal:
        return False
    done_to = trigger.roles.get("object")
    any_such = done_to is not None and any(child.lower_ == "any" for child in done_to.children)
    if trigger.token.dep_ == "xcomp" and lemma(trigger.token.head) == "use":
        return True  # "used to bring the missiles there for drills"
    if _by_a_deadline(trigger.token) or (any_such and trigger.token.dep_ == "acl"):
        return True  # "any sanctions placed on Iran"
    return _of_its_kind(trigger, day, matcher)


def _of_its_kind(trigger: Trigger, day: UncertainDay | None, matcher: Matcher) -> bool:
    """What the words of single kinds tell besides: letters of another intent, bills, parks, the press, aircraft."""
    match trigger.kind:
        case EventKind.DEPLOY:
            return not day and lasting(trigger.token)
        case EventKind.NOTIFY_WITHDRAWAL:
            return of_another_intent(trigger)
        case EventKind.REVOKE_RATIFICATION:
            return from_the_table(trigger.token)
        case EventKind.ACCEDE:
            return lemma(trigger.token) == "adhere" and "to" in trigger.roles and _keeps_to(trigger, matcher)
        case EventKind.SUSPEND | EventKind.RESUME:
            return _of_nothing_named(trigger, matcher)
        case EventKind.PUBLISH_FINDING:
            return by_the_press(trigger, matcher)
        case EventKind.TEST:
            return lemma(trigger.token) == "shoot" and "over" in trigger.roles and "down" in particle(trigger.token)
    return trigger.kind is EventKind.TERMINATE and _of_no_end(trigger, day, matcher)


def _keeps_to(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "adheres to the treaty", "will strictly adhere to SALT II": who keeps to a treaty is in it already."""
    verb = trigger.token
    facts = matcher.prose.cast.scene.directory.lexicon.facts
    pair = [id for id in matcher.treaties(trigger.roles["to"]) if id in facts and len(facts[id].parties) == 2]
    going_on = verb.dep_ == "xcomp" and lemma(verb.head) in _KEEPING
    strictly = any(child.lower_.endswith("ly") and child.lower_ in _STRICTLY for child in children(verb, "advmod"))
    bare = tense_mood(verb) is Modality.HAPPENED and not told_as_past(verb)
    return bool(pair) or going_on or strictly or bare or "still" in {child.lower_ for child in verb.children}


def _of_no_end(trigger: Trigger, day: UncertainDay | None, matcher: Matcher) -> bool:
    """As in "the accord will end their right to it", "your decision buries the treaty"."""
    ends = set(trigger.roles) == {"subject"} and bool(children(trigger.token, "dobj"))
    return ends or (not day and _in_a_manner(trigger, matcher))


def _of_nothing_named(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "suspended all operations at the park": no part of a treaty, where it is nobody's and nothing says in what."""
    what = trigger.roles.get("object")
    if set(trigger.roles) != {"object"} or what is None or what.pos_ == "PRON" or matcher.treaties(what):
        return False
    if not matcher.fits(what, "participation", trigger.token) or matcher.fits(what, "treaty", trigger.token):
        return False
    dealt = [prep for prep in children(what, "prep") if prep.lower_ in ("with", "in", "of", "under", "to")]
    return not dealt and not children(what, "poss")


def _in_a_manner(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "your decision buries the treaty", "the missile killed the pact": what a thing does to a treaty is somebody's judgement."""
    who = None if "subject" in trigger.roles or passive(trigger.token) else doer(trigger.token)
    if who is None or who.pos_ != "NOUN":
        return False
    return not any(matcher.fits(who, name, trigger.token) for name in ("chamber", "servants", "country", "statesman"))


def _by_a_deadline(verb: Token) -> bool:
    """As in "set a deadline to begin destroying them": what somebody is told to do."""
    while verb.dep_ in ("xcomp", "conj") and verb.head.i != verb.i:
        verb = verb.head
    infinitive = verb.dep_ in ("advcl", "acl") and any(child.lower_ == "to" for child in children(verb, "aux"))
    set_by = [verb.head, *children(verb.head, "dobj")] if infinitive else []
    return any(lemma(noun) in ("deadline", "ultimatum") for noun in set_by)


def _of_no_treaty(trigger: Trigger, event: Event, matcher: Matcher) -> bool:
    """As in "a retreat from arms control agreements", "a move to abandon a major agreement": treaties in general, none that is named."""
    found = [token for role, token in trigger.roles.items() if role in ("from", "of", "object")]
    if (
        event.kind is EventKind.WITHDRAW
        and lemma(trigger.token) in _FOILING
        and event.modality is Modality.HYPOTHETICAL
    ):
        return True  # "its refusal could scuttle the accord"
    if event.kind is not EventKind.WITHDRAW or not found or matcher.treaties(found[0]) or found[0].pos_ == "PRON":
        return False
    told = {child.lower_ for child in children(found[0], "det", "poss", "nummod")}
    if found[0].tag_ == "NNS":
        return trigger.nominal and not told
    return event.modality is Modality.HYPOTHETICAL and bool(told & {"a", "an"})


def _denied_of_nobody(trigger: Trigger, event: Event, matcher: Matcher) -> bool:
    """As in "those who wanted to impose sanctions have not succeeded": nobody in particular, no treaty."""
    told = trigger.nominal or trigger.told is Modality.DENIED
    told = told or event.modality is not Modality.DENIED or event.treaty is not None or event.kind is EventKind.INSPECT
    return not told and "between" not in trigger.roles and not matcher.actors_of(doer(trigger.token))


def _of_anybody(token: Token) -> bool:
    """As in "all those who fuelled the arms race and introduced sanctions": whoever did it, of no treaty and on no day."""
    verb = token
    while verb.dep_ in ("conj", "dobj", "nsubjpass") and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "relcl" and verb.head.lower_ in _ANYBODY


def _round_of_something(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "a fourth round of sanctions"."""
    of = [noun for prep in children(trigger.token, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj")]
    return lemma(trigger.token) == "round" and bool(of) and not matcher.fits(of[0], "talks-held", trigger.token)


def _of_a_state(trigger: Trigger, matcher: Matcher) -> bool:
    """Whether a state by its name, no chamber of it, does it to a resolution."""
    who, done_to = doer(trigger.token), trigger.roles.get("object")
    resolution = done_to is not None and lemma(done_to) == "resolution"
    return (
        resolution and who is not None and matcher.names_state(who) and not matcher.fits(who, "chamber", trigger.token)
    )


def _votes(trigger: Trigger, matcher: Matcher) -> bool:
    """Whether a state or a body may vote: not "we", not the voters."""
    who = doer(trigger.token)
    if who is not None and who.lower_ == "they":
        return bool(matcher.actors_of(who))
    if who is None or (who.pos_ == "PRON" and who.lower_ not in ("it", "which", "that")):
        return False
    return lemma(who) not in ("voter", "people", "person")


def _looked_over(trigger: Trigger, event: Event, matcher: Matcher) -> bool:
    """As in "Kim Jong Un inspected a launcher": somebody who looks over his own arms."""
    who = doer(trigger.token) if not trigger.nominal and event.treaty is None else None
    return who is not None and "object" in trigger.roles and names_person(who, matcher)


def _only_held(trigger: Trigger) -> bool:
    """As in "Russia opposes the resolution": what somebody thinks of it, no vote."""
    return lemma(trigger.token) in ("oppose", "abstain") and not told_as_past(trigger.token)


def _to_be_had(trigger: Trigger, event: Event) -> bool:
    """As in "undertook to negotiate a treaty by 1996": talks on a treaty are told where they have been held."""
    held = event.modality in (Modality.HAPPENED, Modality.ONGOING)
    return lemma(trigger.token) == "negotiate" and "object" in trigger.roles and not held


def _with_nobody(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "met the bar", "meets the demands": what is met is a thing; "spoke out", "talked down the event"."""
    word = lemma(trigger.token)
    if any(lemma(noun) in _MATCHES for p in children(trigger.token, "prep") for noun in children(p, "pobj")):
        return True  # "met in the final"
    if word != "meet":
        return word in ("speak", "talk") and bool(particle(trigger.token) & {"out", "up", "down", "off"})
    met = children(trigger.token, "dobj")
    if not met or met[0].pos_ != "NOUN" or "object" in trigger.roles:
        return False
    return not matcher.actors_of(met[0])

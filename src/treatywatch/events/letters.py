"""Letters, notices and reports that tell no act of a treaty: of another intent, of other things, by spies or by the press."""

from __future__ import annotations

from treatywatch.events.matching import Matcher, Trigger
from treatywatch.events.subjects import doer
from treatywatch.events.trees import Token, children, lemma, modifiers

LEAVING = frozenset(
    {"withdraw", "withdrawal", "leave", "exit", "quit", "denounce", "denunciation", "pull", "terminate"}
)
_SAYING = frozenset({"say", "state", "tell", "report", "warn", "brief", "inform", "advise", "notify"})
_NOTICES = frozenset({"notice", "notification", "letter", "note"})
_TABLES = frozenset({"parliament", "senate", "congress", "duma", "committee", "agenda", "consideration", "assembly"})


def of_another_intent(trigger: Trigger) -> bool:
    """As in "a letter of intent confirming their plans to reinstate sanctions", "notifications of firing": a letter that tells no exit."""
    told = trigger.roles.get("object", trigger.token)
    of = [deep for prep in children(told, "prep") if prep.lower_ == "of" for deep in children(prep, "pobj")]
    of += [trigger.roles["of"]] if "of" in trigger.roles else []
    other = any(lemma(noun) in ("intent", "intention") or lemma(told) in _NOTICES for noun in of)
    return other and not any(lemma(word) in LEAVING for word in trigger.token.doc)


def of_other_notices(trigger: Trigger) -> bool:
    """As in "withdrew notices seeking the arrest of fugitives": not the notice of a state that leaves."""
    notice = trigger.roles.get("object")
    if notice is None or lemma(notice) != "notice":
        return False
    return notice.tag_ == "NNS" or any(clause.tag_ == "VBG" for clause in children(notice, "acl"))


def from_the_table(verb: Token) -> bool:
    """As in "withdrew the treaty from parliament": a bill that is not put to the vote."""
    behind = [noun for prep in children(verb, "prep") if prep.lower_ == "from" for noun in children(prep, "pobj")]
    return any(lemma(noun) in _TABLES for noun in behind)


def of_spies(trigger: Trigger) -> bool:
    """As in "intelligence agencies said in a report": no body that verifies a treaty; what they assess or conclude is a finding."""
    if lemma(trigger.token) not in _SAYING:
        return False
    who = trigger.roles.get("subject")
    told = {word.lower_ for word in modifiers(who)} if who is not None else set()
    return bool(told & {"intelligence", "news", "security", "spy", "press", "wire"}) and lemma(who) in (
        "agency",
        "service",
    )


def by_the_press(trigger: Trigger, matcher: Matcher) -> bool:
    """As in "the semi-official Tasnim news agency reported": no watchdog."""
    who = doer(trigger.token)
    if who is None:
        return False
    low, high = matcher.span(who)
    press = any(m.kind == "outlet" and low <= m.start < high for m in matcher.prose.mentions)
    return press or any(child.lower_ in ("news", "press", "media") for child in children(who, "compound", "amod"))

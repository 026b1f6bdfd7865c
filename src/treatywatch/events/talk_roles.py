"""Roles of frames for talks that only the words around the trigger tell: a journey, a body in session."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from treatywatch.events.journeys import embarked
from treatywatch.events.nominal import held
from treatywatch.events.noun_roles import Names
from treatywatch.events.subjects import direct_object, passive, subject
from treatywatch.events.trees import Token, ancestors, children, is_verb, joined, lemma, preposition

ADDRESSING = frozenset(
    {
        "tell",
        "urge",
        "ask",
        "inform",
        "assure",
        "warn",
        "brief",
        "thank",
        "press",
        "pressure",
        "confront",
        "remind",
        "lobby",
        "reassure",
        "persuade",
        "convince",
    }
)
"""Verbs that speak to somebody ("told Kerry in a call")."""
_SIDES = 2
SIDE_ROLES = ("to", "from", "across from", "with-side", "opposite", "between", "alongside", "beside")
"""Roles of a verb of talks that tell with whom: "paid a visit to Moscow", "raised it with Beijing"."""
_BEING = frozenset(
    {"be", "expect", "due", "set", "call", "sit", "pass", "spend", "remain", "linger", "stay", "stop", "move"}
)
_CAPPING = frozenset({"cap", "crown", "climax", "end", "conclude", "close"})
AT_MEETING = frozenset({"after", "following", "during", "at", "in"})
_SET = frozenset({"schedule", "plan", "set", "slate", "arrange"})
_MEETING_BODIES = frozenset(
    {
        "alliance",
        "union",
        "organ",
        "world-organisation",
        "regional-organisation",
        "treaty-body",
        "forum",
        "group",
        "conference",
        "agency",
    }
)
_DEALS = frozenset({"treaty", "pact", "convention", "accord", "agreement", "ban", "deal"})
GOING = frozenset(
    {"travel", "fly", "go", "head", "journey", "come", "return", "depart", "leave", "visit", "send", "dispatch"}
)
_TRAVELLING = GOING | {
    *(
        "arrive",
        "be",
        "land",
        "roll",
        "ride",
        "drive",
        "cross",
        "sail",
        "jet",
        "trek",
        "slip",
        "stop",
        "stay",
        "expect",
        "due",
        "hurry",
    ),
    *(
        "rush",
        "hasten",
        "set",
        "sit",
        "call",
        "dash",
        "race",
        "move",
        "swing",
        "pass",
        "spend",
        "remain",
        "linger",
        "converge",
        "descend",
    ),
}


def _body_led(names: Names, noun: Token) -> list[Token]:
    """As in "After an emergency meeting, the Security Council condemned the test": the body that acts in or after its meeting."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in AT_MEETING or not is_verb(verb) or children(noun, "poss"):
        return []
    bodies = names.prose.cast.scene.directory.organisations
    who = subject(verb)
    return [verb] if any(bodies[a].kind in _MEETING_BODIES for a in names.actors_of(who) if a in bodies) else []


def _arranged(names: Names, noun: Token) -> list[Token]:
    """As in "a session planned for June": the participle."""
    return [part for part in children(noun, "acl") if lemma(part) in _SET]


def _yielding(names: Names, noun: Token) -> list[Token]:
    """As in "a Geneva meeting yielded no progress", "a session ended without a deal": what only a meeting that was held does."""
    verb = noun.head
    did = noun.dep_ in ("nsubj", "nsubjpass") and lemma(verb) in names.actions.file.light.subject
    return [verb] if did else []


def travelled(names: Names, verb: Token) -> list[Token]:
    """As in "is to travel to Moscow to negotiate a successor": the verb of travelling, where somebody named travels."""
    above = verb.head
    purpose = verb.dep_ in ("advcl", "xcomp") and any(child.lower_ == "to" for child in children(verb, "aux"))
    purpose = purpose or (verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG" and lemma(above) == "spend")
    goes = purpose and (is_verb(above) or lemma(above) == "due") and lemma(above) in _TRAVELLING
    if lemma(above) in _BEING and not any(prep.lower_ in ("in", "at", "to") for prep in children(above, "prep")):
        return []  # "was expected to discuss it"
    return [above] if goes and names.actors_of(subject(above)) else []


def _of_treaty(names: Names, token: Token) -> list[Token]:
    """As in "the Review Conference of the Parties to the NPT", "negotiated for years on how to enforce the convention": what names a
    treaty in the noun's own phrase, or behind the verb.
    """
    offset = names.offset
    inside = [part for part in token.subtree if part.dep_ != "relcl" and (token.pos_ != "VERB" or part.i > token.i)]
    spans = [(m.start, m.end) for m in names.prose.mentions if m.kind == "treaty"]
    named = [part for part in inside if any(start <= part.idx + offset < end for start, end in spans)]
    called = (part for part in inside if part.i != token.i and lemma(part) in _DEALS and names.treaties(part))
    return named[:1] or list(islice(called, 1))


def _reviewing(names: Names, noun: Token) -> list[Token]:
    """As in "a conference to review the treaty", "a meeting reviewing the convention": the verb."""
    return [clause for clause in children(noun, "acl", "relcl") if clause.tag_ in ("VB", "VBG")]


def _sides(names: Names, verb: Token) -> list[Token]:
    """A subject that names two sides or more, in a report on treaties or weapons."""
    found = subject(verb)
    if found is None or len(set(names.actors_of(found))) < 2:
        return []
    named = any(mention.kind in ("treaty", "system") for mention in names.prose.mentions)
    return [found] if named else []


_QUESTIONS = frozenset({"what", "whether", "how", "who", "which", "if"})
_FIELD = re.compile(
    r"\b(?:nuclear|atomic|missiles?|warheads?|arms|disarm\w*|weapons?|rockets?|treaty|uranium|plutonium|inspect\w*|mines?|munitions?|troops)\b",
    re.IGNORECASE,
)


def _two_sided(names: Names, verb: Token) -> list[Token]:
    """A subject that names two states or bodies, or one and others without a name, in a report of the field."""
    who = subject(verb)
    if who is None or passive(verb) or _asked(verb) or not _FIELD.search(names.prose.text):
        return []
    told = set(names.actors_of(who))
    others = [part for part in joined(who) if not names.actors_of(part) and names.fits(part, "unnamed-side", verb)]
    return [who] if len(told) >= _SIDES or (told and others and len(joined(who)) > 1) else []


def _asked(verb: Token) -> bool:
    """As in "it is not clear what the two will agree on", "wondered whether they would meet": a question, no act."""
    opens = verb.left_edge
    return verb.dep_ in ("ccomp", "pcomp", "csubj", "advcl") and opens.lower_ in _QUESTIONS


def _led_by_two(names: Names, noun: Token) -> list[Token]:
    """As in "After 18 days of haggling in Vienna, Iran and Oman announced …": the verb whose subject names two sides."""
    top = held(noun)
    verb = next((above for above in ancestors(top) if is_verb(above)), None)
    led = top.dep_ == "pobj" and top.head.lower_ in AT_MEETING and verb is not None
    led = led or (top.dep_ == "dobj" and lemma(top.head) in _CAPPING) or (top.dep_ == "pobj" and embarked(top.head))
    return _two_sided(names, verb) if led else []


def _gone_into(names: Names, noun: Token) -> list[Token]:
    """As in "walked into a meeting Monday with Putin saying …": the verb whose subject goes to talks."""
    top = held(noun)
    gone = top.dep_ == "pobj" and embarked(top.head) and names.actors_of(subject(top.head.head))
    return [top.head.head] if gone else []


def _agreed_step(names: Names, verb: Token) -> list[Token]:
    """As in "agreed to set up a hotline": what is agreed, where it is no step that is an act by its own word ("agreed to extend it")."""
    clauses = [clause for clause in children(verb, "xcomp", "ccomp") if is_verb(clause)]
    return [clause for clause in clauses if not names.fits(clause, "treaty-step", verb)]


def _eye_to_eye(names: Names, verb: Token) -> list[Token]:
    """As in "came face to face", "sat across the table"."""
    behind = " ".join(token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 6]).replace(" - ", "-").replace("-", " ")
    return [verb] if re.search(r"\b(?:face to face|eye to eye|one on one|head to head)\b", behind) else []


def _with_side(names: Names, verb: Token) -> list[Token]:
    """As in "raised the subject of missiles with Chinese officials": with whom, wherever the parser hangs it in the verb's own clause."""
    preps = [part for part in verb.subtree if part.i > verb.i and part.lower_ == "with" and part.dep_ == "prep"]
    preps = [
        prep for prep in preps if prep.nbor(-1).lower_ not in ("along", "together")
    ]  # "along with Syria", a further topic
    own = [prep for prep in preps if next((up for up in ancestors(prep) if is_verb(up)), verb).i == verb.i]
    return [noun for prep in own for noun in children(prep, "pobj") if names.actors_of(noun)]


def _carrier(names: Names, noun: Token) -> list[Token]:
    """The verb that says that a meeting was held, by somebody named ("held two days of discussions")."""
    top = held(noun)
    verb = top.head
    if lemma(verb) not in names.actions.file.light.neutral:
        return []
    if top.dep_ == "nsubjpass":  # "Discussions were held with the Syrian authorities"
        return [verb] if names.actors_of(preposition(verb, "with")) else []
    return [verb] if top.dep_ == "dobj" and names.actors_of(subject(verb)) else []


def _jointly(names: Names, noun: Token) -> list[Token]:
    """As in "Obama and Medvedev agreed on it in a telephone call": the verb whose subject names both sides."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "by", "over", "at") or not is_verb(verb):
        return []
    told = set(names.actors_of(subject(verb)))
    if lemma(verb) in ADDRESSING:
        told |= set(names.actors_of(direct_object(verb)))  # "told Putin in a telephone conversation"
    for below in children(verb, "xcomp"):  # "tried in a telephone call to persuade Pakistan"
        told |= set(names.actors_of(direct_object(below))) if lemma(below) in ADDRESSING else set()
    return [verb] if len(told) > 1 else []


TALK_ROLES: dict[str, Callable[[Names, Token], list[Token]]] = {
    "body-led": _body_led,
    "yielding": _yielding,
    "arranged": _arranged,
    "travelling": travelled,
    "of-treaty": _of_treaty,
    "reviewing": _reviewing,
    "subject-sides": _sides,
    "two-sided": _two_sided,
    "led-by-two": _led_by_two,
    "agreed-step": _agreed_step,
    "eye-to-eye": _eye_to_eye,
    "gone-into": _gone_into,
    "with-side": _with_side,
    "carried": _carrier,
    "joint": _jointly,
}

"""Whether a noun can speak: somebody, or something that says; not a happening, a thing or a quality."""

from __future__ import annotations

import re
from typing import Any

from treatywatch.language.names_folding import words
from treatywatch.statements.clauses import VERBAL, modal

_MUTE = words(
    """
    law bill step move missile system measure talk test launch suspension withdrawal deployment crisis violation event case site
    weapon decree vote deal range attack impact effect decision trade dynamic contrast chance hacking battle incident photo
    photograph picture image footage satellite election result opportunity
    """
)
"""Things that confirm, suggest or signal without saying anything."""

_SHOWING = words(
    """
    highlight underscore underline reveal determine promise raise encourage offer demand threaten suggest signal indicate confirm
    assess project reflect imply illustrate challenge defend contradict refute mock
    """
)
"""What happenings and qualities do as often as people ("the return of the envoys signals …")."""

_ABSTRACT = re.compile(r"(?:[st]ion|ance|ence|ity|ness|ism|ship|acy|ing|ment|al|off|age)$")
"""Endings of nouns for happenings and qualities; calibrated on 84 news articles, where no right speaker was lost by them."""

_BODIES = words(
    """
    administration commission delegation mission federation organisation organization association coalition opposition foundation
    nation institution corporation declaration resolution publication parliament government department statement document
    indictment assessment general official community authority university majority minority agency leadership management
    establishment alliance intelligence station professional journal tribunal individual chancellery representation presidency
    liberal filing ruling finding briefing editorial cardinal admiral intellectual criminal rival generation communication
    """
)
"""Nouns with such an ending that speak."""

_EVENTS = words(
    """
    money advantage contest finish approach language spot return bias debate fight salvo win loss defeat victory experience policy
    war race row crash strike raid rise drop shift trend visit trip tour summit exercise drill budget price market history failure
    success presence absence record bar evidence proof data fact number figure map chart clip headline phrase detail timing mood
    tone gesture pattern symptom sign scene atmosphere backdrop context outcome episode saga scandal uproar rift gap scale extent
    size pace cost
    """
)
"""Further happenings and qualities."""

_THINGS = words("agreement treaty accord pact convention protocol deal level defence defense shield offer")
_OF_PLANS = words("offer threaten promise defend project determine allow guarantee commit challenge")
"""What a plan does without saying anything ("the plan offered a chance"); it may well call for something."""
_READING = words("say state stipulate read specify declare provide note recognise recognize affirm acknowledge")
"""What the text of a treaty does in its own words; whatever else it "calls for", "threatens" or "promises" nobody says."""

_NOT_SPEAKING = frozenset(
    [
        "i",
        "you",
        "me",
        "us",
        "there",
        "this",
        "these",
        "what",
        "nothing",
        "everything",
        "whoever",
        "whatever",
        "another",
    ]
)


def can_speak(noun: Any) -> bool:
    """Whether the noun names somebody, or something that says."""
    if (noun.lower_ in _NOT_SPEAKING and noun.text != "US") or noun.pos_ in ("ADP", "SCONJ", "PUNCT"):
        return False
    if noun.ent_type_ in ("QUANTITY", "DATE", "TIME") and (noun.pos_ != "PROPN" or noun.lower_ in _WEEKDAYS):
        return False
    lost = noun.text == "%" and noun.left_edge == noun  # "% of readers think …", without its number
    if lost or (noun.pos_ == "NUM" and not ((noun.is_alpha and noun.dep_ in ("nsubj", "nsubjpass")) or _share(noun))):
        return False
    if noun.text == "one" and modal(_verb_of(noun)) is not None:
        return False
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in _MUTE:
        return False
    if noun.pos_ == "NOUN" and _verb_of(noun).lemma_.lower() in _SHOWING and is_happening(noun.lemma_.lower()):
        return False
    if _is_thing(noun) or _harms(noun):
        return False
    return noun.pos_ not in VERBAL or noun.dep_ in ("nsubj", "nsubjpass")


_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow")


def _is_thing(noun: Any) -> bool:
    """Whether a treaty or a plan does what such a thing does without saying anything."""
    if noun.lemma_.lower() in _PLANS:
        return _verb_of(noun).lemma_.lower() in _OF_PLANS
    return noun.lemma_.lower() in _THINGS and not _reads(noun)


def _harms(noun: Any) -> bool:
    """`Dwindling supplies threaten a famine`, `the package offers relief`: of such acts of things nothing is said, so that a common noun
    must name people or a body of theirs.
    """
    verb = _verb_of(noun)
    deeds = {verb.lemma_.lower(), *(child.lemma_.lower() for child in verb.children if child.dep_ == "xcomp")}
    if noun.pos_ != "NOUN" or noun.ent_type_ in _NAMED or _OF_THINGS.isdisjoint(deeds):
        return False
    lemma = noun.lemma_.lower()
    return not (_PEOPLE.search(lemma) or lemma in _BODIES or lemma in _GROUPS)


_OF_THINGS = frozenset(["threaten", "promise", "offer", "guarantee"])
_NAMED = frozenset(["PERSON", "ORG", "NORP", "GPE"])
_PEOPLE = re.compile(
    r"(?:(?<!po)w?er|or|ist|ian|man|woman|men|people|person|ant|ent|ees?|ive|chief|head|ain|eur|crat|folk|ling|mate|eer)$"
)
"""Endings of nouns for people."""
_GROUPS = words(
    """
    state country government ministry party union army military regime troops force group side bloc pact court company firm bank office
    board council committee congress parliament senate house team ally guard navy police militia rebel crew staff cabinet kremlin
    republic kingdom emirate neighbour neighbor capital two three four one both other all some many most several few club network
    department church press media newspaper daily weekly broadcaster site family wife husband king queen prince guerrilla
    superpower power jury bishop monk pope mullah cleric analyst boss aide envoy diplomat spy colonel general duma diet knesset
    secretariat watchdog body giant lobby monarch judge coach critic duo trio pair half majority statement letter note
    """
)
"""Further nouns for people and for bodies of people."""


_PLANS = frozenset(["plan", "programme", "program"])


def _reads(text: Any) -> bool:
    """`The treaty says that …`: a text quoted in the present, not the subject of a clause in which the parser lost the speaker."""
    verb = _verb_of(text)
    return verb.lemma_.lower() in _READING and text.dep_ in ("nsubj", "poss", "pobj") and verb.dep_ != "conj"


def is_happening(lemma: str) -> bool:
    """Whether a noun (a lemma) names a happening or a quality, by its ending or by the list."""
    return lemma in _EVENTS or (lemma not in _BODIES and bool(_ABSTRACT.search(lemma)))


def _share(number: Any) -> bool:
    """`Four in 10 say`: a share of those asked."""
    return bool(number.is_digit and number.i > 1 and number.nbor(-1).lower_ == "in" and number.nbor(-2).pos_ == "NUM")


def _verb_of(noun: Any) -> Any:
    """The verb whose subject the noun is, also through "that"."""
    relative = [child for child in noun.children if child.dep_ == "relcl"]
    return relative[0] if relative and noun.dep_ not in ("nsubj", "nsubjpass") else noun.head

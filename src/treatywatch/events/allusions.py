"""Treaties and weapons that no name tells: "it", "the agreement with Washington", "the THAAD anti-missile system", "an RS-28"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Protocol

from treatywatch.events.trees import Token, children, lemma
from treatywatch.language.prose import Prose

_TREATY_VERBS = frozenset({"ratify", "unratify", "denounce", "accede"})
"""Verbs that take nothing but a treaty: "it" beside them is one, whichever."""
_UNITS = frozenset({"system", "unit", "part", "component", "complex", "type", "model", "site", "battery"})
"""Nouns that are a weapon where its name stands in their phrase."""
_WATCHDOGS = frozenset({"iaea", "opcw", "un"})
"""Bodies with which states have agreements on arms."""
_OPENING = 24
"""Characters at the start of a sentence in which the treaty stands that it is about; own reports."""
_ACTS = re.compile(
    r"\b(?:withdr[ae]w|withdrawal|suspen\w+|exit|quit|leav|left|notice|notif|law|decree|bill|amend\w*|extend)",
    re.IGNORECASE,
)
_PAPERS = frozenset({"document", "instrument", "text"})
_DEFINITE = frozenset({"the", "this", "that"})
_SIGNING = frozenset(
    {"sign", "initial", "join", "approve", "adopt", "endorse", "freeze", "suspend", "denounce", "quit"}
)
"""Verbs whose "it" is an agreement where one was just told."""
_TEXTS = re.compile(r"\b(?:treaty|pact|convention|accord|protocol|agreement|instrument)\b", re.IGNORECASE)
_DEALS = frozenset({"agreement", "deal", "arrangement", "accord", "pact"})
_WIDTH = 14
"""Characters of the last word of a phrase that count with it."""
_BEFORE = 3
"""Sentences before "the deal" in which an agreement on arms was told of; own reports."""
_ARMS = (
    r"(?:nuclear|atomic|missiles?|warheads?|weapons?(?:-grade)?|arms\s(?:control|reduction)|disarm\w*|plutonium|uranium|denucleari\w+|"
    r"military|troops|tests?|inspect\w+|munitions?|mines|landmines|enrich\w+|moratorium)"
)
_MATTERS = re.compile(rf"\b{_ARMS}\b", re.IGNORECASE)
_DEAL_ON_ARMS = re.compile(
    rf"\b{_ARMS}\s(?:[\w-]+\s){{0,2}}(?:agreement|deal|pact|accord)\b|"
    rf"\b(?:agreement|deal|pact|accord)\b[^.;]{{0,60}}?\b(?:on|to|over|aimed at|for|that)\s[^.;,]{{0,40}}?\b{_ARMS}\b",
    re.IGNORECASE,
)
"""An agreement on arms, told by what it is on."""
_COUNTING = frozenset({"one", "another", "others", "two", "three", "four", "several", "more"})
"""Words that take up a weapon just told: "It fired one over Japan", "and deployed two more"."""
_WEAPONS = re.compile(
    r"\b(?:missiles?|rockets?|warheads?|bombs?|launchers?|interceptors?|weapons?|torpedo(?:es)?)\b", re.IGNORECASE
)
_DESIGNATION = re.compile(
    r"(?:(?:an?|the|its|new)\s)*(?!G-|P-|COVID|May|Covid)[A-Z][A-Za-z]{0,8}-(?:\d{1,3}[A-Z]?|[IVX]{1,4})\b"
)
"""The designation of a weapon that the shelf does not know ("RS-28 Sarmat", "a Hwasong-17")."""


class Names(Protocol):
    """Who can say what a phrase means."""

    prose: Prose
    sentence: int
    offset: int

    def span(self, token: Token) -> tuple[int, int]:
        """Offsets in the text of the phrase under the token."""

    def treaties(self, token: Token) -> tuple[str, ...]:
        """The treaties that the phrase means."""

    def names_state(self, token: Token) -> bool:
        """Whether the name of a state stands at the word."""

    def actors(self, token: Token) -> tuple[str, ...]:
        """The actors that the phrase means."""


def takes_up_treaty(names: Names, pronoun: Token) -> bool:
    """Whether a pronoun means a treaty: one of the shelf, or, as "it" beside a verb of treaties, one that it does not know."""
    if names.treaties(pronoun):
        return True
    verb = lemma(pronoun.head)
    return pronoun.lower_ == "it" and (verb in _TREATY_VERBS or (verb in _SIGNING and _of_a_text(names, pronoun)))


def _of_a_weapon(names: Names, token: Token) -> bool:
    """Whether a number that stands alone takes up a weapon named in this sentence or the one before."""
    of = token.dep_ == "pobj" and token.head.lower_ == "of"  # "will dispose of 1,752 more"
    if children(token, "prep") or not (of or token.dep_ in ("dobj", "nsubjpass", "nsubj")):
        return False
    low, high = names.prose.sentences[max(0, names.sentence - 1)].start, token.idx + names.offset
    named = any(m.kind == "system" and low <= m.start < high for m in names.prose.mentions)
    return named or bool(_WEAPONS.search(names.prose.text, low, high))


def takes_up_organ(names: Names, pronoun: Token, nouns: Collection[str]) -> bool:
    """As in "The Senate took up the treaty. It gave its consent": the organ of a state named last before "it", by its noun."""
    if pronoun.lower_ not in ("it", "they", "which"):
        return False
    organs = names.prose.cast.scene.directory.organisations
    low, high = names.prose.sentences[max(0, names.sentence - 1)].start, pronoun.idx + names.offset
    told = [m for m in names.prose.mentions if m.kind == "actor" and low <= m.start < high]
    if not told or told[-1].id not in organs or organs[told[-1].id].kind != "state-organ":
        return False
    return told[-1].text.split()[-1].lower() in nouns


def taken_up(names: Names, token: Token) -> tuple[str, ...]:
    """The treaty that "The document entered into force" takes up: the one named last, here or in the sentence before."""
    if (
        lemma(token) not in _PAPERS
        or token.dep_ not in ("nsubj", "nsubjpass")
        or not any(child.lower_ in _DEFINITE for child in token.children)
    ):
        return ()
    low, high = names.prose.sentences[max(0, names.sentence - 1)].start, token.idx + names.offset
    near = [m.id for m in names.prose.mentions if m.kind == "treaty" and low <= m.start < high]
    return tuple(near[-1:])


def is_topic(names: Names, pronoun: Token) -> bool:
    """Whether "it" is the treaty that the sentence before opens with; where that tells an act, "it" is the act."""
    if pronoun.lower_ != "it" or names.sentence == 0:
        return False
    before = names.prose.sentences[names.sentence - 1]
    opening = range(before.start, before.start + _OPENING)
    opened = any(m.kind == "treaty" and m.start in opening for m in names.prose.mentions)
    return opened and not _ACTS.search(names.prose.text, before.start, before.end)


def _of_a_text(names: Names, token: Token) -> bool:
    """Whether "it" takes up an agreement just told that the shelf does not know ("the protocol … would not sign it")."""
    low = names.prose.sentences[max(0, names.sentence - 1)].start
    return bool(_TEXTS.search(names.prose.text, low, token.idx + names.offset))


def between_states(names: Names, token: Token) -> bool:
    """As in "the agreement with the United States on plutonium", "its agreement with the IAEA"."""
    parties = [
        noun
        for prep in children(token, "prep")
        if prep.lower_ in ("with", "between")
        for noun in children(prep, "pobj")
    ]
    return token.text.lower() == "agreement" and any(
        names.names_state(noun) or any(actor in _WATCHDOGS for actor in names.actors(noun)) for noun in parties
    )


def on_arms(names: Names, token: Token) -> bool:
    """As in "an agreement with Washington on plutonium disposal"; "the deal", where such a one was told of just before."""
    if lemma(token) not in _DEALS:
        return False
    own = [deep.idx for prep in children(token, "prep", "acl", "relcl") for deep in prep.subtree]
    text, high = names.prose.text, names.prose.sentences[names.sentence].end
    if own and _MATTERS.search(text, names.offset + min(own), min(high, names.offset + max(own) + _WIDTH)):
        return True
    if not any(child.lower_ in (*_DEFINITE, "its", "their") for child in token.children):
        return False
    low = names.prose.sentences[max(0, names.sentence - _BEFORE)].start
    return bool(_DEAL_ON_ARMS.search(text, low, token.idx + names.offset))


def means_weapon(names: Names, token: Token) -> bool:
    """Whether a word that names no weapon of the shelf means one: a designation, a pronoun, "the THAAD anti-missile system"."""
    span = names.span(token)
    if token.lower_ in _COUNTING:
        return _of_a_weapon(names, token)
    if token.pos_ == "PRON":
        return token.lower_ in ("it", "they", "them") and bool(names.prose.cast.systems(*span))
    if lemma(token) in _UNITS:
        return any(m.kind == "system" and span[0] <= m.start and m.end <= span[1] for m in names.prose.mentions)
    named = _DESIGNATION.match(names.prose.text, *span)
    whole = named is not None and named.end() == token.idx + names.offset + len(token.text)  # not "the U-2 pilot"
    return bool(named and (token.pos_ == "PROPN" or (whole and token.pos_ in ("NOUN", "NUM"))))

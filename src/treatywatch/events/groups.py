"""Who is meant where no state is named: "the country", "the allies", "116 states, including …", "they"."""

from __future__ import annotations

from treatywatch.events.matching import Matcher
from treatywatch.events.topics import topic
from treatywatch.events.trees import Token, children, lemma

_PAIRS = frozenset(
    {
        "side",
        "country",
        "power",
        "party",
        "nation",
        "state",
        "superpower",
        "rival",
        "neighbour",
        "neighbor",
        "government",
    }
)
_A_STATE = frozenset({"country", "nation", "regime", "state", "island", "kingdom", "republic"})
_ANOTHER = frozenset(
    {"other", "another", "neighbouring", "neighboring", "same", "third", "host", "receiving", "latter", "second"}
)
_THIS = frozenset({"the", "this", "that"})
_STATES = frozenset({"state", "country", "nation", "party", "member", "government", "signatory"})


def the_state(matcher: Matcher, token: Token) -> tuple[str, ...]:
    """As in "The country tested its first device in 2006", "the Caribbean island": the state that was spoken of, not the one named last."""
    if token.tag_ != "NN" or lemma(token) not in _A_STATE or not any(c.lower_ in _THIS for c in token.children):
        return ()
    if any(child.dep_ in ("prep", "compound", "poss", "appos", "acl") for child in token.children):
        return ()
    told = children(token, "amod")
    if told and (any(child.lower_ in _ANOTHER for child in told) or matcher.actors(token)):
        return ()
    return topic(matcher.prose, matcher.sentence)


def the_allies(matcher: Matcher, token: Token) -> list[str]:
    """As in "The allies began their drill" where no alliance is named: the two told last."""
    if lemma(token) != "ally" or token.tag_ != "NNS" or children(token, "poss", "amod", "compound", "prep"):
        return []
    alliances = any(mention.id == "nato" for mention in matcher.prose.mentions)
    return [] if alliances else matcher.last_two(token)


def among(matcher: Matcher, many: Token) -> list[str]:
    """As in "116 countries, including the United States", "a clutch of states, among them Iran": those of many that are named."""
    counted = [noun for prep in children(many, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj")]
    preps = [prep for noun in (many, *counted) if noun.tag_ in ("NNS", "CD") for prep in children(noun, "prep")]
    named = [noun for prep in preps if _leads_some(prep) for noun in children(prep, "pobj")]
    return [actor for noun in named for actor in matcher.actors_of(noun)]


def of_unnamed_states(matcher: Matcher, they: Token) -> bool:
    """As in "60 states have ratified it, which shows that they …": states that nobody names before the pronoun of the sentence."""
    if they.lower_ != "they":
        return False
    many = [noun for noun in they.doc[: they.i] if noun.tag_ == "NNS" and noun.dep_ in ("nsubj", "nsubjpass")]
    return bool(many) and lemma(many[-1]) in _STATES and not matcher.actors(many[-1])


def _leads_some(prep: Token) -> bool:
    return prep.lower_ in ("including", "among", "like") or (
        prep.lower_ == "as" and any(child.lower_ == "such" for child in prep.children)
    )


def both(token: Token) -> bool:
    """As in "both sides", "the two countries", "both", "the superpowers"."""
    if token.lower_ in ("both", "superpowers"):
        return True
    return lemma(token) in _PAIRS and any(child.lower_ in ("both", "two", "their") for child in token.children)


def only(parts: list[Token]) -> list[Token]:
    """As in "of those that border Russia only Lithuania has signed it", which the parser takes for a list: the one that is singled out."""
    return [part for part in parts if any(child.lower_ == "only" for child in part.children)][:1] or parts

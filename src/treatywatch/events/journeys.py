"""What leads to talks by way of a preposition: journeys "for talks", somebody awaited "for" them, what is embarked "on"."""

from __future__ import annotations

from treatywatch.events.trees import Token, children, is_verb, lemma

_ARRIVING = frozenset(
    {
        *("arrive", "assemble", "come", "convene", "fly", "gather", "go", "head", "host"),
        *("join", "land", "meet", "receive", "reconvene", "return", "ride", "sit", "travel", "visit"),
    }
)
_AWAITED = frozenset({"expect", "expected", "due", "schedule", "slate", "set", "await"})
_EMBARKING = frozenset(
    {
        *("embark", "enter", "engage", "press", "plunge", "proceed", "persist", "persevere", "go", "push"),
        *("walk", "stride", "file", "wade"),
    }
)
_SETTING_OUT = frozenset(
    {"head", "fly", "travel", "go", "journey", "jet", "leave", "depart", "come", "return", "visit", "arrive"}
)
_ONTO = ("on", "into", "in", "with", "upon", "to")
_AT = ("in", "at")


def arriving(prep: Token) -> bool:
    """As in "flew to Geneva for talks", "was in Moscow for a meeting": a verb of travelling, or of being somewhere."""
    verb = prep.head
    there = lemma(verb) == "be" and any(place.lower_ in _AT for place in children(verb, "prep"))
    return is_verb(verb) and (lemma(verb) in _ARRIVING or there)


def setting_out(verb: Token) -> bool:
    """As in "heads to Helsinki for a meeting", "travels to Moscow to see him": in the present tense a journey is to come; "is expected in
    Moscow to discuss it" tells one to come too.
    """
    if lemma(verb) in _AWAITED:
        return True
    return lemma(verb) in _SETTING_OUT and verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux", "neg")


def awaited(prep: Token) -> bool:
    """As in "is expected in Tehran for talks", "are due in Geneva for a round": somewhere, and not yet there."""
    beside = [*children(prep.head, "prep"), *children(prep.head.head, "prep")]
    return lemma(prep.head) in _AWAITED and any(place.lower_ in _AT and place.i < prep.i for place in beside)


def embarked(prep: Token) -> bool:
    """As in "embarked on a dialogue", "pressed ahead with the talks"."""
    return prep.lower_ in _ONTO and is_verb(prep.head) and lemma(prep.head) in _EMBARKING

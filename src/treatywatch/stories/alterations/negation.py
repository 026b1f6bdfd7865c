"""Negations of a passage with their scope: words, prepositions, determiners, and verbs that deny what they govern.

Each negation turns what it governs once ("fail to agree", "no agreement", "not agree"), so that "did not refuse" and "agreed"
meet; implicative verbs follow Karttunen (Language 47, 1971).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.stories.alterations.lexicon import Words, words_in
from treatywatch.stories.alterations.tokens import CONTENT, PART, Reading, Token

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "dative", "expl", "oprd"})


_OF_TWO_WORDS = frozenset({("instead", "of"), ("rather", "than"), ("far", "from"), ("anything", "but"), ("yet", "to")})


_MANY = frozenset({"many", "much", "all", "every", "enough", "any"})


_BY_NO_MEANS = frozenset(
    {"mean", "means", "way", "circumstance", "condition", "account", "case", "event", "time", "point", "stage", "term"}
)


_INSIDE_NOUNS = frozenset({"compound", "amod", "poss", "nmod", "nummod"})


_ADVISING = frozenset({"vote", "advise", "warn", "decide", "rule", "argue", "recommend"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A negation: the word that tells it, and what it governs."""

    by: Token
    target: Token


def turns(reading: Reading, words: Words) -> list[Turn]:
    """The negations of a passage."""
    return [Turn(token, target) for token in reading.tokens for target in _targets(reading, token, words)]


def _targets(reading: Reading, token: Token, words: Words) -> Iterator[Token]:
    if token.sort == PART:
        return
    if token.lemma in words_in(words.own.negation.endings) and token.pos == "VERB":
        yield from _attitudes(reading, token, words)
    if token.pos == "NOUN" and token.lemma in words.negative_nouns:
        yield from _of_negative_noun(reading, token)
    elif token.sort == CONTENT and token.lemma in words.negative_verbs:
        yield from _complements(reading, token, words)
    elif token.sort == CONTENT and token.lemma in words_in(words.own.negation.origins):
        yield from _from(reading, token)
    elif token.dep == "advmod" and token.lemma in (*words_in(words.own.negation.degrees), "too"):
        yield from _of_degree(reading, token)
    else:
        yield from _of_small_words(reading, token, words)


def _of_small_words(reading: Reading, token: Token, words: Words) -> Iterator[Token]:
    if token.lemma in ("without", "against", "down"):
        yield from _of_preposition(reading, token)
    elif token.lemma == "unless" and token.dep == "mark":
        yield reading.head(token)
    elif _is_determiner(reading, token, words):
        yield from _of_noun(reading, token)
    elif (token.lemma, _next(reading, token)) in _OF_TWO_WORDS:
        yield from _of_two_words(reading, token)
    elif _is_negator(reading, token, words):
        yield _governor(reading, token)


def _is_determiner(reading: Reading, token: Token, words: Words) -> bool:
    """Such as "no", "few", "neither" before a noun; and "few", "little" that stand for one ("said little")."""
    if token.lemma not in words.negative_determiners or _compares(reading, token):
        return False
    alone = token.lemma in ("few", "little") and token.dep in ("nsubj", "nsubjpass", "dobj", "attr")
    return token.dep in ("det", "amod") or (alone and not _some(reading, token))


def _some(reading: Reading, token: Token) -> bool:
    """Whether an article makes "a few", "the little" of it."""
    return token.place > 0 and reading.tokens[token.place - 1].text.lower() in (
        "a",
        "an",
        "the",
        "quite",
        "these",
        "those",
    )


def _is_negator(reading: Reading, token: Token, words: Words) -> bool:
    negates = token.lemma in words.negators or (token.lemma == "no" and token.dep == "neg")
    if not negates or _repeats(reading, token) or _compares(reading, token):
        return False
    following = _next(reading, token)
    restricting = words_in(words.own.negation.restricting)  # "not only"; "not until March" is "only in March"
    return following not in restricting and not _excepts(reading, token, words)


def _compares(reading: Reading, token: Token) -> bool:
    """Whether a word only sets a bound: "no more than 40", "fewer than half"."""
    near = {_next(reading, token), _next(reading, token, 2)}
    return token.lemma in ("no", "not", "few", "little") and "than" in near and _next(reading, token) != "rather"


def _excepts(reading: Reading, token: Token, words: Words) -> bool:
    """Such as "nobody but the president", "no one other than": what is excepted is affirmed."""
    excepting = words_in(words.own.negation.exceptive)
    return token.pos in ("PRON", "NOUN") and bool({_next(reading, token), _next(reading, token, 2)} & excepting)


def _of_degree(reading: Reading, token: Token) -> Iterator[Token]:
    """The quality of which something has less, or what something is "too weak" to do."""
    quality = reading.head(token)
    if token.lemma != "too":
        yield from (one for one in (quality,) if one.pos in ("ADJ", "ADV"))
        return
    for above in (quality, reading.head(quality)):
        for child in reading.children(above):
            if child.dep in ("xcomp", "advcl") and child.place > quality.place and _next(reading, child, -1) == "to":
                yield child
                return


def _repeats(reading: Reading, token: Token) -> bool:
    """Whether "nor" only carries on a negation whose scope reaches it ("neither lifted nor eased")."""
    if token.lemma != "nor":
        return False
    siblings = reading.children(reading.head(token))
    before = reading.tokens[: token.place]
    return any(one.lemma == "neither" for one in before) or any(
        one.place < token.place and one.lemma == "not" for one in siblings
    )


def _of_preposition(reading: Reading, token: Token) -> Iterator[Token]:
    """What "without" and "against" govern; "vote down" is to vote against."""
    if token.lemma == "without" and token.pos == "ADP":
        yield from (child for child in reading.children(token) if child.dep in ("pobj", "pcomp"))
    elif token.lemma == "against" and token.pos == "ADP":
        yield from _against(reading, token)
    elif token.lemma == "down" and reading.head(token).lemma == "vote":
        yield from _against(reading, token)
        yield from (one for one in reading.children(reading.head(token)) if one.dep == "dobj")


def _next(reading: Reading, token: Token, step: int = 1) -> str:
    return reading.tokens[token.place + step].lemma if 0 <= token.place + step < len(reading.tokens) else ""


def _of_two_words(reading: Reading, token: Token) -> Iterator[Token]:
    """The act or quality that "instead of", "rather than", "far from", "anything but" tell is not so."""
    second = reading.tokens[token.place + 1]
    if token.lemma == "yet":  # "has yet to reply"
        yield from (one for one in reading.children(reading.head(token)) if one.dep == "xcomp")
        return
    told = [*reading.children(second), *(one for one in reading.children(reading.head(second)) if one.dep == "conj")]
    told += [one for one in reading.tokens[second.place + 1 : second.place + 2] if one.pos == "ADJ"]
    found = [one for one in told if one.place > second.place and one.pos in ("VERB", "ADJ")][:1]
    yield from found
    if found and found[0].pos == "ADJ":  # "far from certain that they agree"
        above = reading.head(token) if token.dep in ("advmod", "acomp") else token
        beside = (*reading.children(above), *reading.children(token))
        yield from {
            one.place: one for one in beside if one.dep in ("ccomp", "xcomp") and one.place > found[0].place
        }.values()


def _complements(reading: Reading, token: Token, words: Words) -> Iterator[Token]:
    if token.dep == "acomp":  # "it is impossible to reach the village"
        beside = reading.children(reading.head(token))
        yield from (one for one in beside if one.dep in ("xcomp", "ccomp") and one.place > token.place)
    if token.lemma == "rule_out" and any(child.dep == "neg" for child in reading.children(token)):
        yield from (child for child in reading.children(token) if child.dep == "dobj")  # "did not rule out talks"
    for child in reading.children(token):
        if (child.dep in ("xcomp", "ccomp") and child.place > token.place) or _gerund(token, child):
            yield child
        elif child.dep == "prep" and child.lemma in ("from", "of", "to", "on", "against", "at"):
            yield from (one for one in reading.children(child) if one.dep == "pcomp")
        elif child.dep in ("dobj", "nsubjpass") and child.lemma in words_in(words.own.negation.objects):
            yield from _acts_of(reading, child)


def _attitudes(reading: Reading, token: Token, words: Words) -> Iterator[Token]:
    """The attitude that somebody gives up ("dropped its opposition to the plan")."""
    listed = words_in(words.own.negation.attitudes)
    yield from (one for one in reading.children(token) if one.dep in ("dobj", "nsubjpass") and one.lemma in listed)


def _gerund(token: Token, child: Token) -> bool:
    return child.dep == "advcl" and child.tag == "VBG" and 0 < child.place - token.place <= 2


def _acts_of(reading: Reading, noun: Token) -> Iterator[Token]:
    """The act that a permission, a claim or a plan is about ("permission to dock", "claims that", "plans for testing")."""
    for child in reading.children(noun):
        if child.dep in ("acl", "ccomp", "xcomp") or (child.dep == "relcl" and _next(reading, child, -1) == "to"):
            yield child
        elif child.dep == "prep":
            yield from (one for one in reading.children(child) if one.dep == "pcomp")


def _from(reading: Reading, token: Token) -> Iterator[Token]:
    """Such as "keep them from leaving"."""
    for child in reading.children(token):
        if child.dep == "prep" and child.lemma == "from":
            yield from (one for one in reading.children(child) if one.dep == "pcomp")


def _of_negative_noun(reading: Reading, token: Token) -> Iterator[Token]:
    """Such as "lack of progress", "failure to agree"."""
    for child in reading.children(token):
        if child.dep == "prep" and child.lemma == "of" and token.lemma in ("lack", "absence", "denial"):
            yield from (one for one in reading.children(child) if one.dep in ("pobj", "pcomp"))
        elif (child.dep in ("acl", "xcomp") and _next(reading, child, -1) == "to") or (
            child.dep in ("acl", "ccomp", "relcl") and token.lemma in ("doubt", "denial")
        ):
            yield child


def _against(reading: Reading, token: Token) -> Iterator[Token]:
    advising = reading.head(token).lemma in _ADVISING
    for child in reading.children(token):
        if child.dep == "pcomp" or (advising and child.dep == "pobj" and child.sort == CONTENT):
            yield child


def _of_noun(reading: Reading, token: Token) -> Iterator[Token]:
    noun = reading.head(token)
    if token.dep not in ("det", "amod"):  # "few agreed", "said little"
        yield _verb_of(reading, token)
        return
    if token.lemma in ("little", "few") and any(one.text.lower() in ("a", "the") for one in reading.children(noun)):
        return
    if noun.lemma in _BY_NO_MEANS and reading.head(noun).pos == "ADP":  # "by no means", "under no circumstances"
        yield reading.head(reading.head(noun))
        return
    yield _verb_of(reading, noun)


def _verb_of(reading: Reading, noun: Token) -> Token:
    """The verb of which a noun is an argument; the noun itself where there is none."""
    token = noun
    while token.dep in _ARGUMENTS and reading.head(token) is not token and not token.is_verb:
        head = reading.head(token)
        if head.pos == "ADP":
            if reading.head(head).pos not in ("VERB", "AUX") or noun.sort == CONTENT:
                return noun
            token = reading.head(head)
            break
        token = head
    return token if token.pos in ("VERB", "AUX") else noun


def _governor(reading: Reading, token: Token) -> Token:
    head = reading.head(token)
    if token.lemma == "no" and head.lemma == "long":  # "no longer"
        return reading.head(head)
    if (
        _next(reading, token) in _MANY and token.place < head.place
    ):  # "not many countries signed", "hardly any delegates"
        return _verb_of(reading, head if head.pos == "NOUN" else reading.head(head))
    if token.pos in ("PRON", "NOUN", "DET") and token.dep in _ARGUMENTS:
        return _verb_of(reading, token)
    if token.lemma == "not" and (contrasted := _contrasted(reading, token)):
        return contrasted
    if token.lemma == "not" and _before_subject(reading, token):  # "not a single member voted"
        return _verb_of(reading, _noun_of(reading, token))
    if head.dep == "aux" or (
        head.pos == "AUX" and head.sort != CONTENT and reading.head(head).pos == "VERB" and head.dep == "auxpass"
    ):
        return reading.head(head)
    return head


def _noun_of(reading: Reading, token: Token) -> Token:
    noun = reading.head(token)
    while noun.pos in ("ADJ", "DET", "NUM", "ADV") and reading.head(noun) is not noun:
        noun = reading.head(noun)
    return noun


def _contrasted(reading: Reading, token: Token) -> Token | None:
    """What "not" sets against the noun before it ("blamed the hosts, not the guests"), which the parse hangs it on."""
    head = reading.head(token)
    following = [one for one in reading.tokens[token.place + 1 : token.place + 6] if one.sort != PART]
    if head.pos not in ("NOUN", "PROPN") or head.place > token.place or not following:
        return None
    if following[0].pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON"):
        return None
    return next((one for one in following if one.pos in ("NOUN", "PROPN") and one.dep not in _INSIDE_NOUNS), None)


def _before_subject(reading: Reading, token: Token) -> bool:
    """Whether a negation belongs to the noun phrase that it opens, and that is a subject."""
    noun = _noun_of(reading, token)
    return noun.place > token.place and noun.pos == "NOUN" and noun.dep in ("nsubj", "nsubjpass")

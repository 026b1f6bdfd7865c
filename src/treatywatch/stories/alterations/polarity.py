"""Whether a passage affirms what the other denies: negations with their scope, and words that say the opposite.

Each negation turns what it governs once ("fail to agree", "no agreement", "not agree"), so that "did not refuse" and "agreed"
meet; implicative verbs follow Karttunen (Language 47, 1971).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.matching import How
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.tokens import CONTENT, NAME, PART, Reading, Token

_CUT = frozenset({"advcl", "relcl", "parataxis", "mark", "nsubj", "nsubjpass", "csubj", "appos"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "dative", "expl", "oprd"})
_ASKING = frozenset({"who", "whom", "what", "which", "when", "where", "why", "how", "whether", "if"})
_OF_TWO_WORDS = frozenset({("instead", "of"), ("rather", "than"), ("far", "from"), ("anything", "but"), ("yet", "to")})
_MANY = frozenset({"many", "much", "all", "every", "enough", "any"})
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
    if token.lemma in words.negative_verbs and token.sort == CONTENT:
        yield from _complements(reading, token)
    elif token.lemma in words.negative_nouns and token.pos == "NOUN":
        yield from _objects(reading, token, ("of",))
    elif token.lemma in ("without", "against", "down"):
        yield from _of_preposition(reading, token)
    elif token.dep in ("det", "amod") and token.lemma in words.negative_determiners:
        yield from _of_noun(reading, token)
    elif (token.lemma, _next(reading, token)) in _OF_TWO_WORDS:
        yield from _of_two_words(reading, token)
    elif (token.lemma in words.negators or (token.lemma == "no" and token.dep == "neg")) and not _repeats(
        reading, token
    ):
        yield _governor(reading, token)


def _repeats(reading: Reading, token: Token) -> bool:
    """Whether "nor" only carries on a negation whose scope reaches it ("neither lifted nor eased")."""
    siblings = reading.children(reading.head(token))
    return token.lemma == "nor" and any(one.place < token.place and one.lemma in ("neither", "not") for one in siblings)


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
    return reading.tokens[token.place + step].lemma if token.place + step < len(reading.tokens) else ""


def _of_two_words(reading: Reading, token: Token) -> Iterator[Token]:
    """The act or quality that "instead of", "rather than", "far from", "anything but" tell is not so."""
    second = reading.tokens[token.place + 1]
    if token.lemma == "yet":  # "has yet to reply"
        yield from (one for one in reading.children(reading.head(token)) if one.dep == "xcomp")
        return
    told = [*reading.children(second), *(one for one in reading.children(reading.head(second)) if one.dep == "conj")]
    told += [one for one in reading.tokens[second.place + 1 : second.place + 2] if one.pos == "ADJ"]
    yield from [one for one in told if one.place > second.place and one.pos in ("VERB", "ADJ")][:1]


def _complements(reading: Reading, token: Token) -> Iterator[Token]:
    if token.lemma == "rule_out" and any(child.dep == "neg" for child in reading.children(token)):
        yield from (child for child in reading.children(token) if child.dep == "dobj")  # "did not rule out talks"
    for child in reading.children(token):
        if child.dep in ("xcomp", "ccomp") or (
            child.dep == "advcl" and child.tag == "VBG" and child.place - token.place <= 2
        ):
            yield child
        elif child.dep == "prep" and child.lemma in ("from", "of", "to"):
            yield from (one for one in reading.children(child) if one.dep == "pcomp")


def _objects(reading: Reading, token: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    for child in reading.children(token):
        if child.dep == "prep" and child.lemma in prepositions:
            yield from (one for one in reading.children(child) if one.dep in ("pobj", "pcomp"))


def _against(reading: Reading, token: Token) -> Iterator[Token]:
    advising = reading.head(token).lemma in _ADVISING
    for child in reading.children(token):
        if child.dep == "pcomp" or (advising and child.dep == "pobj" and child.sort == CONTENT):
            yield child


def _of_noun(reading: Reading, token: Token) -> Iterator[Token]:
    noun = reading.head(token)
    if token.lemma in ("little", "few") and any(one.text.lower() in ("a", "the") for one in reading.children(noun)):
        return
    if noun.lemma in ("mean", "means", "way") and reading.head(noun).lemma in ("by", "in"):  # "by no means"
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
    if head.dep == "aux" or (
        head.pos == "AUX" and head.sort != CONTENT and reading.head(head).pos == "VERB" and head.dep == "auxpass"
    ):
        return reading.head(head)
    return head


def scope(reading: Reading, turn: Turn) -> set[int]:
    """Places of what a negation turns: its target and what hangs on it, not its subject, nor other clauses."""
    reached: set[int] = set()
    waiting = [turn.target]
    while waiting:
        token = waiting.pop()
        reached.add(token.place)
        for child in reading.children(token):
            told = child.dep == "ccomp" and token.lemma in ("say", "tell", "report", "announce")
            other = (
                child.dep == "conj"
                and (child.is_verb or token.is_verb)
                and _joined_by(reading, token) not in ("or", "nor")
            )
            if child.dep not in _CUT and not told and not other and not _asked(reading, child):
                waiting.append(child)
    return reached


def _asked(reading: Reading, clause: Token) -> bool:
    """Whether a clause is a question ("not clear who fired"): what it asks is not denied."""
    return clause.dep == "ccomp" and any(child.lemma in _ASKING for child in reading.children(clause))


def _joined_by(reading: Reading, token: Token) -> str:
    return next((child.lemma for child in reading.children(token) if child.dep == "cc"), "")


def signs(reading: Reading, found: list[Turn]) -> dict[int, int]:
    """For each place +1 or −1: how often, modulo two, what stands there is negated."""
    sign = dict.fromkeys(range(len(reading.tokens)), 1)
    for turn in found:
        for place in scope(reading, turn):
            sign[place] = -sign[place]
    return sign


def compare(pairing: Pairing) -> Iterator[Alteration]:
    """What one passage affirms and the other denies; told once, at the highest word concerned."""
    a, b = pairing.a, pairing.b
    turns_a, turns_b = turns(a, pairing.words), turns(b, pairing.words)
    sign_a, sign_b = signs(a, turns_a), signs(b, turns_b)
    direct = {turn.target.place for turn in turns_a}, {turn.target.place for turn in turns_b}
    flipped: list[tuple[Token, Token]] = []
    for x, y, how in pairing.matching.pairs():
        parity = sign_a[x.place] * sign_b[y.place] * (-1 if how is How.OPPOSITE else 1)
        weighty = x.pos in ("VERB", "ADJ") or how is How.OPPOSITE or x.place in direct[0] or y.place in direct[1]
        if how is How.OPPOSITE and {x.lemma, y.lemma} & pairing.words.negative_determiners:
            continue  # "few", "many": what they count is turned already
        if parity < 0 and x.sort != NAME and weighty and _told_of_one(pairing, x, y):
            flipped.append((x, y))
    flipped.extend(_prepositions(pairing))
    flipped.extend(_roots(pairing, direct, sign_a, sign_b))
    taken_a: set[int] = set()
    for x, y in sorted(flipped, key=lambda pair: _depth(a, pair[0])):
        if x.place not in taken_a:
            taken_a.update(token.place for token in a.subtree(x))
            meaning = Meaning.CHANGED if _sure(pairing, x, y) else Meaning.UNCLEAR
            yield altered_words(Kind.POLARITY, (a, _with(a, x, turns_a)), (b, _with(b, y, turns_b)), meaning)


def _sure(pairing: Pairing, x: Token, y: Token) -> bool:
    """A thing negated is surely denied where the same is said of it; "ran out of oxygen" and "had no oxygen" are one."""
    if x.pos != "NOUN" or pairing.matching.how.get(x.place) is How.OPPOSITE:
        return True
    above, beside = _verb_above(pairing.a, x), _verb_above(pairing.b, y)
    if above is None or beside is None:
        return True
    return pairing.matching.partner(above) is beside or above.lemma == beside.lemma


def _verb_above(reading: Reading, token: Token) -> Token | None:
    while reading.head(token) is not token:
        token = reading.head(token)
        if token.pos in ("VERB", "AUX"):
            return token
    return None


def _prepositions(pairing: Pairing) -> Iterator[tuple[Token, Token]]:
    """Counterparts that hang on counterparts by opposite prepositions ("before the vote", "after the vote")."""
    for x, y, _ in pairing.matching.pairs():
        by_x, by_y = pairing.a.head(x), pairing.b.head(y)
        if x.dep in ("pobj", "pcomp") and frozenset((by_x.lemma, by_y.lemma)) in pairing.words.turned_prepositions:
            above, beside = pairing.a.head(by_x), pairing.b.head(by_y)
            if pairing.matching.partner(above) is beside:
                yield by_x, by_y


def _told_of_one(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether a word says something by itself, or its arguments in both passages are counterparts ("going" alone says little)."""
    if x.lemma not in pairing.words.plain:
        return True
    return any(pairing.matching.partner(child) in list(pairing.b.children(y)) for child in pairing.a.children(x))


def _roots(
    pairing: Pairing, direct: tuple[set[int], set[int]], sign_a: dict[int, int], sign_b: dict[int, int]
) -> Iterator[tuple[Token, Token]]:
    """Forms of "be" and "have", which are matched here alone: where one passage negates them."""
    for x in pairing.a.tokens:
        for y in pairing.b.tokens:
            light = x.pos == y.pos == "AUX" and x.is_verb and y.is_verb and x.lemma == y.lemma
            negated = x.place in direct[0] or y.place in direct[1]
            if light and negated and sign_a[x.place] != sign_b[y.place] and _common_subject(pairing, x, y):
                yield x, y


def _common_subject(pairing: Pairing, x: Token, y: Token) -> bool:
    """Whether what both say of their subjects is common: a complement, or the subject itself."""
    shared = 0
    for child in pairing.a.children(x):
        partner = pairing.matching.partner(child)
        said = child.dep not in ("nsubj", "expl", "advmod")
        if partner is not None and said and pairing.b.head(partner) is y:
            shared += 1
    return shared > 0 and not any(
        child.place in pairing.matching.of_a and child.dep in ("acomp", "attr") and child.pos in ("ADJ",)
        for child in pairing.a.children(x)
    )


def _depth(reading: Reading, token: Token) -> int:
    depth = 0
    while reading.head(token) is not token and depth < 50:
        token, depth = reading.head(token), depth + 1
    return depth


def _with(reading: Reading, token: Token, found: list[Turn]) -> list[Token]:
    """A word with the negation that governs it, where it stands near."""
    near = [turn.by for turn in found if token.place in scope(reading, turn) and abs(turn.by.place - token.place) <= 8]
    return [token, *near]

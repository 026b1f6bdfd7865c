"""Faults of form: pronouns exchanged, grammar broken, words broken apart or run together."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.pairing import Pairing, altered, altered_words
from treatywatch.stories.alterations.tokens import CONTENT, NAME, PART, Reading, Token

_PERSONS = {
    "m": "he him his himself", "f": "she her hers herself", "n": "it its itself", "p": "they them their theirs themselves",
    "we": "we us our ours ourselves", "i": "i me my mine myself", "you": "you your yours",
}  # fmt: skip
_PERSON_OF = {word: person for person, words in _PERSONS.items() for word in words.split()}
_ONE_OR_MANY = {"has": "have", "is": "are", "was": "were", "does": "do"}
_VOWEL_SOUND = tuple("aeio")
_NO_VOWEL_SOUND = ("eu", "one", "once", "uni")


def compare_pronouns(pairing: Pairing) -> Iterator[Alteration]:
    """Pronouns of another person or sex in the same place; from direct to indirect speech "we" becomes "they"."""
    mine, theirs = _pronouns(pairing.a), _pronouns(pairing.b)
    free = list(theirs)
    for x in mine:
        y = max(free, key=lambda one: _fit(pairing, x, one), default=None)
        if y is None or _fit(pairing, x, y) < 1.0:
            continue
        free.remove(y)
        persons = {_PERSON_OF[x.text.lower()], _PERSON_OF[y.text.lower()]}
        if len(persons) == 2 and x.quoted == y.quoted and persons != {"n", "p"}:
            yield altered(Kind.PRONOUN, x, y, Meaning.CHANGED if persons == {"m", "f"} else Meaning.UNCLEAR)


def _pronouns(reading: Reading) -> list[Token]:
    return [token for token in reading.tokens if token.text.lower() in _PERSON_OF and token.sort != PART]


def _fit(pairing: Pairing, x: Token, y: Token) -> float:
    """How surely two pronouns stand in one place: same governor, same function, near in order."""
    head_x, head_y = pairing.a.head(x), pairing.b.head(y)
    partner = pairing.matching.partner(head_x)
    governed = partner is head_y or head_x.lemma == head_y.lemma
    far = abs(x.place / len(pairing.a.tokens) - y.place / len(pairing.b.tokens))
    return (1.0 if governed and x.dep == y.dep else 0.75 if governed else 0.0) + 0.3 - far


def compare_grammar(pairing: Pairing) -> Iterator[Alteration]:
    """Faults of grammar that one passage has and the other has not; and a verb in singular for plural."""
    mine, theirs = list(faults(pairing.a)), list(faults(pairing.b))
    a, b = {_folded(pairing.a, one) for one in mine}, {_folded(pairing.b, one) for one in theirs}
    for fault in mine:
        if _folded(pairing.a, fault) not in b:
            yield altered_words(Kind.GRAMMAR, (pairing.a, fault), (pairing.b, _right(pairing, fault)), Meaning.KEPT)
    for fault in theirs:
        if _folded(pairing.b, fault) not in a:
            yield altered_words(
                Kind.GRAMMAR, (pairing.a, _right(pairing.turned(), fault)), (pairing.b, fault), Meaning.KEPT
            )
    if not mine and not theirs:
        yield from _agreement(pairing)


def _folded(reading: Reading, tokens: list[Token]) -> str:
    return " ".join(reading.words(tokens).lower().split())


def _right(pairing: Pairing, fault: list[Token]) -> list[Token]:
    """What the other passage has in the place of a fault, as far as its words are matched."""
    return [one for one in map(pairing.matching.partner, fault) if one is not None]


def _agreement(pairing: Pairing) -> Iterator[Alteration]:
    """The same subject and verb, once in singular and once in plural."""
    for x in pairing.a.tokens:
        for y in pairing.b.tokens:
            if _number_differs(x, y) and _same_subject(pairing, x, y):
                yield altered(Kind.GRAMMAR, x, y, Meaning.KEPT)
                return


def _number_differs(x: Token, y: Token) -> bool:
    if x.pos == y.pos == "AUX":
        low, high = x.text.lower(), y.text.lower()
        return _ONE_OR_MANY.get(low) == high or _ONE_OR_MANY.get(high) == low
    finite = {x.tag, y.tag}
    return (
        x.sort == y.sort == CONTENT
        and x.lemma == y.lemma
        and finite in ({"VBZ", "VBP"}, {"VBZ", "VB"}, {"VBZ", "NN"})
        and x.text != y.text
    )


def _same_subject(pairing: Pairing, x: Token, y: Token) -> bool:
    first, second = _subject(pairing.a, x), _subject(pairing.b, y)
    if first is None or second is None:
        return False
    return first.text.lower() == second.text.lower() and first.text.lower() not in pairing.words.collective


def _subject(reading: Reading, token: Token) -> Token | None:
    verb = token
    if token.dep in ("aux", "auxpass"):
        verb = reading.head(token)
    return next((one for one in reading.children(verb) if one.dep in ("nsubj", "nsubjpass")), None)


def faults(reading: Reading) -> Iterator[list[Token]]:
    """Faults of grammar that a passage shows by itself."""
    for token in reading.tokens:
        if token.pos == "AUX" and token.text.lower() in ("has", "is", "was"):
            yield from _plural_subject(reading, token)
        elif token.text in ("a", "an", "A", "An") and token.sort != PART:
            yield from _article(reading, token)
        elif token.text.lower() in ("he", "she"):
            yield from _stray_pronoun(reading, token)
        elif token.tag == "NN" and token.sort == CONTENT:
            yield from _counted(reading, token)


def _plural_subject(reading: Reading, token: Token) -> Iterator[list[Token]]:
    """Such as "Russia and the United States has suspended"."""
    subject = _subject(reading, token)
    if subject is None or subject.place > token.place or subject.sort != NAME:
        return
    joined = [
        one for one in reading.children(subject) if one.dep == "conj" and one.place < token.place and one.sort == NAME
    ]
    anded = any(
        one.dep == "cc" and one.lemma == "and"
        for one in (*reading.children(subject), *(c for j in joined for c in reading.children(j)))
    )
    if joined and anded:
        verb = reading.head(token) if token.dep in ("aux", "auxpass") else token
        yield [token, verb] if 0 < verb.place - token.place <= 3 else [token]


def _article(reading: Reading, token: Token) -> Iterator[list[Token]]:
    if token.place + 1 >= len(reading.tokens):
        return
    following = reading.tokens[token.place + 1]
    word = following.text.lower()
    if not word.isalpha() or following.text.isupper() or len(word) < 3:
        return
    vowel = word.startswith(_VOWEL_SOUND) and not word.startswith(_NO_VOWEL_SOUND)
    if (token.text.lower() == "a" and vowel) or (token.text.lower() == "an" and word[0] in "bcdfgjklmnpqrstvwxyz"):
        yield [token, following]


def _stray_pronoun(reading: Reading, token: Token) -> Iterator[list[Token]]:
    """Such as "Jens Stoltenberg He warned": a name, and its pronoun right behind it, before one verb."""
    if token.place == 0 or token.place + 1 >= len(reading.tokens):
        return
    before, after = reading.tokens[token.place - 1], reading.tokens[token.place + 1]
    opens = before.owner if before.sort == PART else before.place
    name = reading.tokens[opens]
    person = name.sort == NAME and name.label.lower() in ("person", "")
    if person and after.pos in ("VERB", "AUX") and _opens_sentence(reading, token):
        yield [name, token]


def _opens_sentence(reading: Reading, token: Token) -> bool:
    """Whether only a name with its titles stands before a token."""
    before = reading.tokens[: token.place]
    return len(before) <= 8 and all(
        one.sort in (NAME, PART) or one.pos in ("NOUN", "ADJ", "DET", "PROPN") for one in before
    )


def _counted(reading: Reading, token: Token) -> Iterator[list[Token]]:
    """Such as "Two soldier"."""
    for child in reading.children(token):
        count = child.figure
        plain = (
            count is not None
            and not count.measure
            and not count.ordinal
            and count.value >= 2
            and count.value == int(count.value)
        )
        if child.dep == "nummod" and plain and child.place == token.place - 1 and not child.text.isdigit():
            following = reading.tokens[token.place + 1] if token.place + 1 < len(reading.tokens) else None
            if following is None or (following.pos not in ("NOUN", "PROPN", "PUNCT") and following.text != "-"):
                yield [child, token]


def broken(a: Reading, b: Reading) -> list[tuple[list[Token], list[Token]]]:
    """Words of one passage that stand broken apart, or run together, in the other: tokens of A, tokens of B."""
    found = [(_one(a, whole), parts) for whole, parts in _split(a, b)]
    return found + [(parts, _one(b, whole)) for whole, parts in _split(b, a)]


def _one(reading: Reading, token: Token) -> list[Token]:
    return [token]


def _split(whole: Reading, apart: Reading) -> Iterator[tuple[Token, list[Token]]]:
    words = {token.text.lower(): token for token in whole.tokens if len(token.text) > 3 and " " not in token.text}
    for first, second in zip(apart.tokens, apart.tokens[1:], strict=False):
        joined = apart.text[first.start : first.end] + apart.text[second.start : second.end]
        met = words.get(joined.lower())
        spaced = second.start > first.end
        if (
            met is not None
            and spaced
            and joined.isalpha()
            and not any(t.text.lower() == joined.lower() for t in apart.tokens)
        ):
            yield met, [first, second]

"""Judge two passages that tell the same: every alteration, with its kind and whether the meaning is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatywatch.language.prose import Prose
from treatywatch.stories.alterations import exchange, forms, hedges, polarity, quantity, quotes, speech, swaps
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.matching import match
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.tokens import PART, Token, read_passage

_ORDER = {kind: rank for rank, kind in enumerate(Kind)}


def judge(
    a: tuple[Prose, Sequence[int]],
    b: tuple[Prose, Sequence[int]],
    states: Mapping[str, str],
    words: Words,
    complete: bool = True,
) -> tuple[Alteration, ...]:
    """The alterations between two passages, in the order of the first; see `judged`."""
    return judged(a, b, states, words, complete)[0]


def judged(
    a: tuple[Prose, Sequence[int]],
    b: tuple[Prose, Sequence[int]],
    states: Mapping[str, str],
    words: Words,
    complete: bool = True,
) -> tuple[tuple[Alteration, ...], Pairing]:
    """The alterations between two passages (a prose, and the places of its sentences), in the order of the first.

    `states` gives the state of each organ; `complete` is false where either passage's attribution may stand in a sentence beside it.
    """
    first, second = read_passage(*a, states, words), read_passage(*b, states, words)
    torn = forms.broken(first, second)
    found = [altered_words(Kind.BROKEN_TOKEN, (first, x), (second, y), Meaning.KEPT) for x, y in torn]
    _set_aside(torn)
    pairing = Pairing(match(first, second, words), words, complete)
    speakers = list(speech.compare_speakers(pairing))
    turned = list(swaps.compare(pairing))
    speakers = [one for one in speakers if not any(_covers(other, one) for other in turned)]
    found.extend(turned)
    spoken = {
        token.place
        for one in speakers
        for token in first.tokens
        if one.at_a and one.at_a.start <= token.start < one.at_a.end
    }
    found.extend(speakers)
    found.extend(
        quotes.compare((a[0].text, a[0].quotations), (b[0].text, b[0].quotations), (first.span, second.span), words)
    )
    swapped_in = exchange.exchanged(pairing)
    found.extend(polarity.compare(pairing, swapped_in))
    for check in (
        hedges.compare,
        speech.compare_attribution,
        quantity.compare,
        forms.compare_pronouns,
        forms.compare_grammar,
    ):
        found.extend(check(pairing))
    found.extend(exchange.compare(pairing, swapped_in, spoken))
    return tuple(_once(found)), pairing


def _set_aside(torn: Iterable[tuple[list[Token], list[Token]]]) -> None:
    """What is broken apart is told of, and takes no part in the other checks."""
    for x, y in torn:
        for token in (*x, *y):
            token.sort = PART


def _once(found: list[Alteration]) -> Iterator[Alteration]:
    """Each place once for each kind; what another kind explains is not told as wording too."""
    told: set[tuple[Kind, str | None, str | None]] = set()
    quoted = [one for one in found if one.kind is Kind.QUOTE]
    found = [one for one in found if one.kind is not Kind.POLARITY or not any(_meets(other, one) for other in quoted)]
    explained = [one for one in found if one.kind not in (Kind.WORDING, Kind.NAME) or one.meaning is Meaning.CHANGED]
    for one in sorted(found, key=lambda one: (one.at_a.start if one.at_a else 10**9, _ORDER[one.kind])):
        key = (one.kind, one.a, one.b)
        if key in told or (one.kind is Kind.WORDING and any(_covers(other, one) for other in explained)):
            continue
        told.add(key)
        yield one


def _meets(other: Alteration, one: Alteration) -> bool:
    """Whether two alterations share words on both sides."""
    return all(
        mine is not None and its is not None and its.start < mine.end and mine.start < its.end
        for mine, its in ((one.at_a, other.at_a), (one.at_b, other.at_b))
    )


def _covers(other: Alteration, one: Alteration) -> bool:
    if other is one or other.kind is Kind.WORDING:
        return False
    for mine, its in ((one.at_a, other.at_a), (one.at_b, other.at_b)):
        if mine is not None and its is not None and its.start <= mine.start and mine.end <= its.end:
            return True
    return False

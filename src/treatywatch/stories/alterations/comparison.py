"""Two reports side by side: passages aligned, each pair judged, headlines beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from treatywatch.language.prose import parse_together
from treatywatch.model.actor import Outlet
from treatywatch.model.passage import Span
from treatywatch.model.report import Report
from treatywatch.stories.alterations.align import Features, Likeness, Link, align
from treatywatch.stories.alterations.forms import faults
from treatywatch.stories.alterations.headlines import against_body, framed, of_headlines, told_in_common
from treatywatch.stories.alterations.judge import judged
from treatywatch.stories.alterations.kinds import Alteration, Comparison, Kind, Meaning, Pair
from treatywatch.stories.alterations.kinds import Likeness as Like
from treatywatch.stories.alterations.pairing import Pairing, altered_words
from treatywatch.stories.alterations.relating import relate
from treatywatch.stories.alterations.sides import Comparer, Side
from treatywatch.stories.alterations.tokens import read_passage

HEADLINE_AND_BODY = 0.12
"""Share of a headline's words, weighted by the square of their rarity, from which a sentence of the text tells the same."""
CANDIDATES = 5
"""Sentences that are read beside a headline; the parse then says which of them tells most of it."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
"""Tags of verbs that make a sentence, in the Penn Treebank's set."""
_MARKS = str.maketrans("“”‘’", "\"\"''")
_SUSPECT = re.compile(
    r"\band\b[^.;]{0,60}\b(?:has|is|was)\b|\b[Aa] [aeioAEIO]|\b[Aa]n [^aeiouAEIOU\W]|\b[a-z]+ (?:He|She) [a-z]|\b\w{3,} [b-hj-z]\b"
)
"""What a fault of grammar looks like from afar: only such sentences are parsed where nothing stands beside them."""


def compare(a: Side, b: Side, comparer: Comparer) -> tuple[Pair, ...]:
    """The passages of two reports, in the order of the first, those of the second alone after the passage that they follow."""
    if comparer.model is None:
        return _unparsed(a, b)
    links = _links(a, b)
    changed = [link for link in links if not _same(a, b, link)]
    lone_a, lone_b = _rest(a, {i for link in links for i in link.a}), _rest(b, {j for link in links for j in link.b})
    heads = _heads(a, b, links)
    parse_together(
        [
            (a.prose, _wanted([i for link in changed for i in link.a], heads, 0, _suspects(a, lone_a))),
            (b.prose, _wanted([j for link in changed for j in link.b], heads, 1, _suspects(b, lone_b))),
        ]
    )
    pairs = [_pair(a, b, link, comparer, heads) for link in links]
    pairs += [_only(a, place, Like.ONLY_A, comparer) for place in lone_a] + [
        _only(b, place, Like.ONLY_B, comparer) for place in lone_b
    ]
    return _ordered(_headlines_together(_with_headlines(pairs, a, b, heads, comparer), a, b))


def compare_reports(a: Report, b: Report, comparer: Comparer, outlets: Mapping[str, Outlet]) -> Comparison:
    """How two reports relate: by lineage, by the share of words, and passage by passage."""
    relation, containment = relate(a, b, outlets)
    return Comparison(relation, containment, compare(comparer.read(a), comparer.read(b), comparer))


def _links(a: Side, b: Side) -> list[Link]:
    return align(a.known_by, b.known_by)


def _same(a: Side, b: Side, link: Link) -> bool:
    return _plain(a.span(link.a).of(a.prose.text)) == _plain(b.span(link.b).of(b.prose.text))


def _plain(text: str) -> str:
    """A text with plain spaces and marks, none before marks."""
    return re.sub(r" (?=['’,.;:!?)])", "", " ".join(text.translate(_MARKS).split()))


def _rest(side: Side, taken: set[int]) -> list[int]:
    return [place for place in range(len(side.prose.sentences)) if place not in taken]


def _suspects(side: Side, places: Sequence[int]) -> list[int]:
    return [place for place in places if _SUSPECT.search(side.prose.sentences[place].of(side.prose.text))]


@dataclass(frozen=True, slots=True)
class _Head:
    """A headline and sentences that may tell the same: `side` (0 or 1) has the headline, `other` has the `sentences`."""

    side: int
    place: int
    other: int
    sentences: tuple[int, ...]


def _wanted(changed: list[int], heads: Sequence[_Head], side: int, suspects: list[int]) -> list[int]:
    told = [head.place for head in heads if head.side == side]
    told += [place for head in heads if head.other == side for place in head.sentences]
    return [*changed, *told, *suspects]


def _heads(a: Side, b: Side, links: Sequence[Link]) -> list[_Head]:
    """Each headline that nothing stands beside, with the likeliest sentences of the other report, else of its own."""
    sides = (a, b)
    linked = ({i for link in links for i in link.a}, {j for link in links for j in link.b})
    likeness = Likeness(a.known_by, b.known_by)
    found = []
    for side in (0, 1):
        place = sides[side].headline
        if place is None or place in linked[side]:
            continue
        for other in (1 - side, side):
            likely = _likely(sides[side].known_by[place], sides[other], likeness)
            if likely:
                found.append(_Head(side, place, other, likely))
                break
    return found


def _likely(headline: Features, side: Side, likeness: Likeness) -> tuple[int, ...]:
    scored = sorted(
        (-likeness.held(headline, one), index)
        for index, one in enumerate(side.known_by)
        if not side.prose.sentences[index].heading
    )
    return tuple(index for score, index in scored[:CANDIDATES] if -score >= HEADLINE_AND_BODY)


def _pair(a: Side, b: Side, link: Link, comparer: Comparer, heads: Sequence[_Head]) -> Pair:
    spans = a.span(link.a), b.span(link.b)
    if _same(a, b, link):
        return Pair(Like.SAME, *spans)
    complete = a.alone(link.a) and b.alone(link.b)
    found, pairing = judged((a.prose, link.a), (b.prose, link.b), comparer.states, comparer.words, complete)
    on_head = a.headline in link.a, b.headline in link.b
    if all(on_head):
        found = tuple(of_headlines(found))
    elif on_head[0]:
        found = tuple(against_body(found, pairing))
    elif on_head[1]:
        found = tuple(_turned(against_body(tuple(_turned(found)), pairing.turned())))
    elif _says_nothing(a, link.a) and _says_nothing(b, link.b):
        found = tuple(_left_open(found))
    lasting = any(one.meaning is not Meaning.KEPT for one in found)
    return Pair(Like.ALTERED if lasting else Like.REWORDED, *spans, found)


def _says_nothing(side: Side, places: Sequence[int]) -> bool:
    """Whether a passage is no sentence: a credit, a caption's number, a dateline that stands alone."""
    tags = {token.tag_ for place in places for token in side.prose.parse(place)}
    return not tags & _FINITE


def _left_open(found: Sequence[Alteration]) -> Iterator[Alteration]:
    """What differs in lines that say nothing: shown, and nobody is told that it means something else."""
    for one in found:
        meaning = Meaning.UNCLEAR if one.meaning is Meaning.CHANGED else one.meaning
        yield Alteration(one.kind, one.a, one.b, meaning, one.at_a, one.at_b, one.against)


def _turned(found: Sequence[Alteration] | Iterator[Alteration]) -> Iterator[Alteration]:
    return (Alteration(one.kind, one.b, one.a, one.meaning, one.at_b, one.at_a, one.against) for one in found)


def _only(side: Side, place: int, like: Like, comparer: Comparer) -> Pair:
    """A passage that only one report has, with the faults that it shows by itself."""
    span = side.span([place])
    found: tuple[Alteration, ...] = ()
    if _suspects(side, [place]):
        reading = read_passage(side.prose, [place], comparer.states, comparer.words)
        own = [altered_words(Kind.GRAMMAR, (reading, fault), (reading, []), Meaning.KEPT) for fault in faults(reading)]
        own += [
            Alteration(Kind.BROKEN_TOKEN, name.text, None, Meaning.KEPT, Span(name.start, name.end))
            for name in side.prose.mentions
            if span.start <= name.start < span.end and re.search(r"\w [a-z]{1,2}$", name.text)
        ]
        found = tuple(own if like is Like.ONLY_A else _turned(own))
    return Pair(like, span, None, found) if like is Like.ONLY_A else Pair(like, None, span, found)


def _with_headlines(pairs: list[Pair], a: Side, b: Side, heads: Sequence[_Head], comparer: Comparer) -> list[Pair]:
    """The passages, those of headlines with what they say otherwise than the text."""
    sides = (a, b)
    for head in heads:
        own, other = sides[head.side], sides[head.other]
        found, pairing, sentence = _beside(own, other, head, comparer)
        body = other.span([sentence]) if head.other == head.side else None
        told = tuple(against_body(found, pairing, body))
        span = own.span([head.place])
        for number, pair in enumerate(pairs):
            if (pair.a if head.side == 0 else pair.b) == span:
                told = told if head.side == 0 else tuple(_turned(told))
                pairs[number] = Pair(pair.likeness, pair.a, pair.b, (*pair.alterations, *told))
    return pairs


def _headlines_together(pairs: list[Pair], a: Side, b: Side) -> list[Pair]:
    """The passages, two headlines that have nothing in common as one: the text under both is one, and what it is called was changed."""
    mine = next((one for one in pairs if one.likeness is Like.ONLY_A and one.a == _headline_span(a)), None)
    theirs = next((one for one in pairs if one.likeness is Like.ONLY_B and one.b == _headline_span(b)), None)
    if mine is None or theirs is None or not any(one.a and one.b for one in pairs):
        return pairs
    assert mine.a is not None
    assert theirs.b is not None
    told = *mine.alterations, *theirs.alterations
    if not any(one.kind is Kind.HEADLINE for one in told):
        words = mine.a.of(a.prose.text), theirs.b.of(b.prose.text)
        told = *told, Alteration(Kind.HEADLINE, *words, Meaning.UNCLEAR, mine.a, theirs.b)
    return [Pair(Like.ALTERED, mine.a, theirs.b, told), *(one for one in pairs if one not in (mine, theirs))]


def _headline_span(side: Side) -> Span | None:
    return side.span([side.headline]) if side.headline is not None else None


def _beside(own: Side, other: Side, head: _Head, comparer: Comparer) -> tuple[tuple[Alteration, ...], Pairing, int]:
    """The headline beside the sentence that says something else in its frame, else the one that tells most of its words."""
    read = [
        (*judged((own.prose, [head.place]), (other.prose, [place]), comparer.states, comparer.words), place)
        for place in head.sentences
    ]
    return max(read, key=lambda one: (framed(one[1]), told_in_common(one[1])))


def _ordered(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """In the order of the first report; what only the second has follows what stands before it there."""
    of_a = sorted((pair for pair in pairs if pair.a), key=lambda pair: pair.a.start if pair.a else 0)
    of_b = sorted((pair for pair in pairs if pair.b), key=lambda pair: pair.b.start if pair.b else 0)
    after: dict[int, list[Pair]] = {}
    anchor: Pair | None = None
    for pair in of_b:
        if pair.a is None:
            after.setdefault(id(anchor), []).append(pair)
        else:
            anchor = pair
    ordered = after.get(id(None), [])[:]
    for pair in of_a:
        ordered.append(pair)
        ordered.extend(after.get(id(pair), []))
    return tuple(ordered)


def _unparsed(a: Side, b: Side) -> tuple[Pair, ...]:
    """Without a model: passages are aligned, and what differs is told as reworded, unjudged."""
    links = _links(a, b)
    pairs = [Pair(Like.SAME if _same(a, b, link) else Like.REWORDED, a.span(link.a), b.span(link.b)) for link in links]
    pairs += [Pair(Like.ONLY_A, a.span([i]), None) for i in _rest(a, {i for link in links for i in link.a})]
    pairs += [Pair(Like.ONLY_B, None, b.span([j])) for j in _rest(b, {j for link in links for j in link.b})]
    return _ordered(pairs)

"""Words inside quotation marks: the same quotation with other words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from treatywatch.language.quotations import Quotation
from treatywatch.model.passage import Span
from treatywatch.stories.alterations.kinds import Alteration, Kind, Meaning
from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.stems import spelling

ONE_QUOTATION = 60.0
"""Likeness of two quotations (rapidfuzz ratio over words, 0 to 100) from which they are one, altered.

Not calibrated: of several quotations, those that share more than half of their words are taken for one. Lone ones are compared from `LONE`.
"""
LONE = 0.0
FRAMED = 60.0
"""Likeness of the words around two lone quotations (rapidfuzz ratio over words) from which they are one, whatever words they have.

On 32 pairs of real copies and versions all quotations that were two had less; of the labelled pairs all that are one have more.
"""
_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
_INSERTED = re.compile(r"\[[^\]]*\]|\([^)]*\)|…|\.{3}")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "that",
        "this",
        "to",
        "of",
        "in",
        "on",
        "at",
        "and",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "will",
        "would",
        "has",
        "have",
        "had",
        "not",
    ]
) - {"not"}

_NEGATIONS = frozenset({"not", "no", "cannot", "never", "none", "nothing"})
_DEGREES = frozenset(
    """very nearly almost not never extremely highly totally quite only just so too most hardly partly fully truly deeply completely
    entirely rather somewhat fairly largely mostly perhaps possibly probably utterly absolutely really slightly barely no""".split()  # noqa: SIM905
)
"""Words without which a quotation says more, or less, than its speaker did."""


def quoted_words(text: str, quotation: Quotation, words: Words) -> list[tuple[str, int, int]]:
    """The words of a quotation with their offsets, in one spelling; what editors put in brackets is left out."""
    inner = text[quotation.inner_start : quotation.inner_end]
    skipped = [match.span() for match in _INSERTED.finditer(inner)]
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(inner):
        if not any(low <= match.start() < high for low, high in skipped):
            plain = _plain(match.group(), words)
            start = quotation.inner_start + match.start()
            found.extend((word, start, start + len(match.group())) for word in plain)
    return found


def compare(
    a: tuple[str, Sequence[Quotation]], b: tuple[str, Sequence[Quotation]], spans: tuple[Span, Span], words: Words
) -> Iterator[Alteration]:
    """Quotations of both passages that are one, with other words in them."""
    text_a, text_b = spans[0].of(a[0]), spans[1].of(b[0])
    mine, theirs = _quoted(a, spans[0], words), _quoted(b, spans[1], words)
    unmet_a = [one for one in mine if one and not _stands_in(one, text_b, words)]
    unmet_b = [one for one in theirs if one and not _stands_in(one, text_a, words)]
    for first, second in _paired(unmet_a, unmet_b, lone=len(mine) == len(theirs) == 1 and _framed_alike(a, b, spans)):
        yield from _changes(a[0], first, b[0], second, words)
    for one, other, turned in ((a, unmet_a, False), (b, unmet_b, True)):
        for quoted in other:
            yield from _softened(one[0], quoted, theirs if not turned else mine, turned)


def _softened(
    text: str, quoted: list[tuple[str, int, int]], others: list[list[tuple[str, int, int]]], turned: bool
) -> Iterator[Alteration]:
    """A quotation cut by a word that tells how much or whether at all ("very serious", "serious")."""
    told = [word for word, _, _ in quoted]
    for other in others:
        rest = [word for word, _, _ in other]
        for at in (0, len(told) - len(rest)):
            dropped = quoted[len(rest) :] if at == 0 else quoted[:at]
            if rest and 0 < len(dropped) <= 2 and told[at : at + len(rest)] == rest and _DEGREES & set(told):
                words, span = _text(text, dropped), _span(dropped)
                yield (
                    Alteration(Kind.QUOTE, None, words, Meaning.UNCLEAR, None, span)
                    if turned
                    else Alteration(Kind.QUOTE, words, None, Meaning.UNCLEAR, span, None)
                )
                return


def _quoted(side: tuple[str, Sequence[Quotation]], span: Span, words: Words) -> list[list[tuple[str, int, int]]]:
    """The quotations of a passage, of one that goes on in the next passage the words of this one."""
    told = [quoted_words(side[0], one, words) for one in side[1] if _inside(one, span)]
    return [[word for word in one if word[2] <= span.end] for one in told]


def _framed_alike(
    a: tuple[str, Sequence[Quotation]], b: tuple[str, Sequence[Quotation]], spans: tuple[Span, Span]
) -> bool:
    """Whether what stands around two lone quotations is mostly the same, so that they are one."""
    around = [_around(text, found, span) for (text, found), span in zip((a, b), spans, strict=True)]
    return fuzz.ratio(around[0], around[1]) >= FRAMED


def _around(text: str, found: Sequence[Quotation], span: Span) -> list[str]:
    inside = [one for one in found if _inside(one, span)]
    return [
        match.group().lower()
        for match in _WORD.finditer(text, span.start, span.end)
        if not any(one.start <= match.start() < one.end for one in inside)
    ]


def _inside(quotation: Quotation, span: Span) -> bool:
    return span.start <= quotation.start and quotation.start < span.end


def _stands_in(quoted: list[tuple[str, int, int]], text: str, words: Words) -> bool:
    """Whether the words stand in the other passage as they are, quoted or not."""
    plain = " ".join(
        word for match in _WORD.finditer(_INSERTED.sub(" ", text)) for word in _plain(match.group(), words)
    )
    return " ".join(word for word, _, _ in quoted) in plain


def _plain(word: str, words: Words) -> list[str]:
    """A word in one spelling; a contraction as the two words that it stands for."""
    low = word.lower().replace("’", "'")
    return words.contractions.get(low, spelling(low)).split()


def _paired(
    mine: list[list[tuple[str, int, int]]], theirs: list[list[tuple[str, int, int]]], lone: bool
) -> Iterator[tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]]:
    least = LONE if lone else ONE_QUOTATION
    scored = sorted(
        (-fuzz.ratio([w for w, _, _ in one], [w for w, _, _ in other]), i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, i, j in scored:
        if -score >= least and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield mine[i], theirs[j]


def _changes(
    text_a: str, first: list[tuple[str, int, int]], text_b: str, second: list[tuple[str, int, int]], words: Words
) -> Iterator[Alteration]:
    """The changed words of one quotation, gathered into one alteration from the first to the last."""
    matcher = SequenceMatcher(None, [w for w, _, _ in first], [w for w, _, _ in second], autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if all(code[0] == "delete" for code in changes) or all(code[0] == "insert" for code in changes):
        changes = [code for code in changes if not _small(first[code[1] : code[2]] + second[code[3] : code[4]])]
        cut = all(code[1] in (0,) or code[2] == len(first) for code in changes) and all(
            code[3] in (0,) or code[4] == len(second) for code in changes
        )
        if cut:
            return
    moved = _denied_alike(first, second, changes)
    for _, low, high, start, end in changes:
        meaning = (
            Meaning.UNCLEAR
            if moved
            else _meaning([w for w, _, _ in first[low:high]], [w for w, _, _ in second[start:end]], words)
        )
        yield Alteration(
            Kind.QUOTE,
            _text(text_a, first[low:high]),
            _text(text_b, second[start:end]),
            meaning,
            _span(first[low:high]),
            _span(second[start:end]),
        )


def _denied_alike(
    first: list[tuple[str, int, int]],
    second: list[tuple[str, int, int]],
    changes: Sequence[tuple[str, int, int, int, int]],
) -> bool:
    """Whether only the place of a negation differs ("cannot give assurance", "can give no assurance")."""
    mine = [word for _, low, high, _, _ in changes for word, _, _ in first[low:high]]
    theirs = [word for _, _, _, low, high in changes for word, _, _ in second[low:high]]
    counts = [sum(word in _NEGATIONS for word in side) for side in (mine, theirs)]
    return counts[0] == counts[1] > 0 and not {*mine, *theirs} - _NEGATIONS - _SMALL - {"any", "can"}


def _small(quoted: list[tuple[str, int, int]]) -> bool:
    return all(word in _SMALL for word, _, _ in quoted)


def _meaning(mine: list[str], theirs: list[str], words: Words) -> Meaning:
    first, second = [w for w in mine if w not in _SMALL], [w for w in theirs if w not in _SMALL]
    if not first and not second:
        return Meaning.KEPT
    if not first or not second:
        return Meaning.CHANGED if "not" in first + second else Meaning.UNCLEAR
    kept = len(first) == len(second) and all(
        words.same(x, y) or words.akin(x, y) for x, y in zip(first, second, strict=True)
    )
    return Meaning.KEPT if kept else Meaning.CHANGED


def _text(text: str, quoted: list[tuple[str, int, int]]) -> str | None:
    return " ".join(text[quoted[0][1] : quoted[-1][2]].split()) if quoted else None


def _span(quoted: list[tuple[str, int, int]]) -> Span | None:
    return Span(quoted[0][1], quoted[-1][2]) if quoted else None

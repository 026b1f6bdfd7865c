"""A passage as tokens: names, numbers and days as one token each, everything else word by word, with the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from treatywatch.language.prose import Prose
from treatywatch.model.annotation import DayMention, Mention
from treatywatch.model.passage import Span
from treatywatch.stories.alterations.figures import Figure, read_figures
from treatywatch.stories.alterations.lexicon import Words
from treatywatch.stories.alterations.phrases import join_phrases

NAME, NUMBER, DAY, CONTENT, FUNCTION, MARK, PART = "name", "number", "day", "content", "function", "mark", "part"
"""What a token is; a `part` belongs to the token before or after it."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "X"})
_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "xcomp", "pcomp", "acl", "parataxis"})
_LIGHT = frozenset({"be", "have", "do"})
_DOUBLED = re.compile(r"‘‘[^‘’]{1,400}(?:’[^‘’]{1,400}){0,6}’’")
"""Quotation marks made of two single ones, as some desks set them."""
_PREFIXES = frozenset({"non", "de"})


@dataclass(slots=True, eq=False)
class Token:
    """One token of a passage. `head` is a place in `Reading.tokens`; offsets are those of the report."""

    place: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    sort: str
    ids: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    figure: Figure | None = None
    day: DayMention | None = None
    label: str = ""
    quoted: bool = False
    owner: int = -1
    phrase: bool = False
    children: list[int] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Where the token stands in the report."""
        return Span(self.start, self.end)

    @property
    def is_verb(self) -> bool:
        """Whether the token is a verb that tells something (no auxiliary)."""
        return self.pos == "VERB" or (self.pos == "AUX" and self.dep in _CLAUSES)


class Reading:
    """The tokens of one passage, and how they hang together."""

    def __init__(self, text: str, span: Span, tokens: list[Token]) -> None:
        self.text, self.span, self.tokens = text, span, tokens
        for token in tokens:
            if token.head != token.place:
                tokens[token.head].children.append(token.place)

    def children(self, token: Token) -> Iterator[Token]:
        """What hangs on a token, in order."""
        return (self.tokens[place] for place in token.children)

    def head(self, token: Token) -> Token:
        """What a token hangs on (itself at the root)."""
        return self.tokens[token.head]

    def subtree(self, token: Token, cut: frozenset[str] = frozenset()) -> list[Token]:
        """A token with all that hangs on it, branches of the dependencies `cut` left out."""
        found, waiting = [], [token]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting.extend(child for child in self.children(one) if child.dep not in cut)
        return sorted(found, key=lambda one: one.place)

    def words(self, tokens: Sequence[Token]) -> str:
        """The text from the first to the last of some tokens."""
        return self.text[min(one.start for one in tokens) : max(one.end for one in tokens)]

    def of(self, sort: str) -> list[Token]:
        """The tokens of one sort."""
        return [token for token in self.tokens if token.sort == sort]


def read_passage(prose: Prose, sentences: Sequence[int], states: Mapping[str, str], words: Words) -> Reading:
    """The tokens of neighbouring sentences of a prose; `states` tells whose organ an organisation is."""
    tokens: list[Token] = []
    for index in sentences:
        doc = prose.parse(index)
        base = prose.sentences[index].start
        tokens.extend(_raw(doc, base, len(tokens)))
        _mended([token for token in tokens if token.start >= base], words)
        _hyphened(tokens, base)
        join_phrases(tokens, base, words)
    span = Span(prose.sentences[sentences[0]].start, prose.sentences[sentences[-1]].end)
    _mark_quoted(prose, tokens)
    _join_days(prose.days, tokens, span)
    _join_names(prose, sentences, tokens, states)
    for group, figure in read_figures(tokens):
        head = _join(tokens, group)
        head.sort, head.figure = NUMBER, figure
    _rehang(tokens)
    return Reading(prose.text, span, tokens)


def _raw(doc: Any, base: int, shift: int) -> list[Token]:
    spaces = {token.i for token in doc if token.is_space}
    found: list[Token] = []
    place = {token.i: shift + number for number, token in enumerate(t for t in doc if t.i not in spaces)}
    for token in doc:
        if token.i in spaces:
            continue
        head = place.get(token.head.i, place[token.i])
        found.append(
            Token(
                place[token.i],
                token.text,
                _lemma(token),
                token.pos_,
                token.tag_,
                token.dep_,
                head,
                base + token.idx,
                base + token.idx + len(token.text),
                _sort(token),
            )
        )
    return found


def _lemma(token: Any) -> str:
    lemma: str = token.lemma_.lower()
    if lemma == "leave" and token.tag_ == "VBN" and _remains(token):
        return "remain"
    if token.text.lower() in ("n't", "n’t"):
        return "not"
    if token.pos_ == "PROPN" and token.text.islower() is False and token.tag_ == "NNPS":
        return lemma
    return {"'s": "'s", "’s": "'s", "ca": "can", "wo": "will"}.get(lemma, lemma)


def _mended(tokens: Sequence[Token], words: Words) -> None:
    """Put right what the lemmatiser cuts too short ("spared" is of "spare", not of "spar"), where only the longer word is in our lists."""
    for token in tokens:
        if token.tag in ("VBN", "VBD", "VBG") and f"{token.lemma}e" in words.listed and token.lemma not in words.listed:
            token.lemma = f"{token.lemma}e"


def _remains(token: Any) -> bool:
    """Whether something is told to be "left", not to have been left by somebody."""
    return (token.dep_ == "acl" or any(child.dep_ == "auxpass" for child in token.children)) and not any(
        child.dep_ in ("agent", "dobj", "oprd", "prep", "xcomp") for child in token.children
    )


def _sort(token: Any) -> str:
    if token.is_punct or (token.pos_ in ("PUNCT", "SYM") and not token.text.isalnum()):
        return MARK
    if token.pos_ in _CONTENT and not (token.lemma_.lower() in _LIGHT and token.pos_ == "AUX"):
        return CONTENT
    return FUNCTION


def _hyphened(tokens: list[Token], base: int) -> None:
    """Join what the model cuts at a hyphen after a prefix ("non-binding", "de-escalate"): one word, and no name."""
    for one, hyphen, word in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = one.end == hyphen.start and hyphen.end == word.start and hyphen.text == "-" and one.start >= base
        if joined and one.text.lower() in _PREFIXES and word.text[0].islower():
            outer = next((part.head for part in (word, hyphen, one) if part.head not in (one.place, hyphen.place)), -1)
            word.head = word.place if outer < 0 else outer
            word.start, word.text = one.start, f"{one.text}-{word.text}"
            word.lemma = f"{one.text.lower()}-{word.lemma}"
            if word.tag in ("VBG", "VBN") and one.text.lower() == "non":
                word.pos, word.lemma = "ADJ", word.text.lower()
            for part in (one, hyphen):
                part.sort, part.owner = PART, word.place


def _mark_quoted(prose: Prose, tokens: list[Token]) -> None:
    spans = [(one.start, one.end) for one in prose.quotations]
    spans += [match.span() for match in _DOUBLED.finditer(prose.text)]
    for token in tokens:
        token.quoted = any(start <= token.start < end for start, end in spans)


def _covered(tokens: list[Token], start: int, end: int) -> list[Token]:
    return [token for token in tokens if token.start < end and start < token.end]


def _join_days(days: Sequence[DayMention], tokens: list[Token], span: Span) -> None:
    for day in days:
        if day.start < span.end and span.start < day.end and day.type in ("DATE", "TIME"):
            group = [
                token for token in _covered(tokens, day.start, day.end) if token.sort != MARK or len(token.text) == 1
            ]
            if group:
                head = _join(tokens, group)
                head.sort, head.day = DAY, day


def _join_names(prose: Prose, sentences: Sequence[int], tokens: list[Token], states: Mapping[str, str]) -> None:
    low, high = prose.sentences[sentences[0]].start, prose.sentences[sentences[-1]].end
    for mention in prose.mentions:
        if low <= mention.start < high:
            group = [
                token
                for token in _covered(tokens, mention.start, mention.end)
                if token.sort in (CONTENT, FUNCTION, MARK)
            ]
            if group:
                _name(tokens, group, _ids(mention), states, mention.kind)
    for index in sentences:
        base = prose.sentences[index].start
        for entity in prose.parse(index).ents:
            if entity.label_ in _ENTITIES:
                group = _covered(tokens, base + entity.start_char, base + entity.end_char)
                _entity(tokens, group, entity.label_, states)
    _capitals(tokens, states)


def _ids(mention: Mention) -> frozenset[str]:
    return frozenset(mention.candidates or (mention.id,))


def _entity(tokens: list[Token], group: list[Token], label: str, states: Mapping[str, str]) -> None:
    while group and group[0].pos in ("DET", "ADP"):
        group = group[1:]
    while group and (group[-1].text in ("'s", "’s") or group[-1].sort == MARK):
        group = group[:-1]
    if label == "LAW" and any(token.pos == "NUM" for token in group):  # "Article 6": a number that counts
        return
    free = [token for token in group if token.sort in (CONTENT, FUNCTION, MARK)]
    if group and len(free) == len(group) and any(token.text[0].isupper() for token in group):
        _name(tokens, group, frozenset(), states, label)


def _capitals(tokens: list[Token], states: Mapping[str, str]) -> None:
    """Capitalised words that neither the shelf nor the model knows as a name: runs of proper nouns."""
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and token.sort == CONTENT and token.pos == "PROPN" and token.text[0].isupper():
            run.append(token)
            continue
        if run:
            _name(tokens, run, frozenset(), states, "")
        run = []


def _name(tokens: list[Token], group: list[Token], ids: frozenset[str], states: Mapping[str, str], label: str) -> None:
    head = _join(tokens, group)
    head.sort, head.ids, head.label = NAME, ids, label
    head.states = frozenset(states[one] for one in ids if one in states)


def _join(tokens: list[Token], group: list[Token]) -> Token:
    """Make one token of several: the one that the others hang on takes their text."""
    inside = {token.place for token in group}
    head = next((token for token in group if token.head not in inside), group[-1])
    head.start, head.end = min(one.start for one in group), max(one.end for one in group)
    head.text = " ".join(one.text for one in sorted(group, key=lambda one: one.place))
    for token in group:
        if token is not head:
            token.sort, token.owner = PART, head.place
    return head


def _rehang(tokens: list[Token]) -> None:
    """Hang what hung on a part of a joined token on the whole."""
    for token in tokens:
        seen: set[int] = set()
        while tokens[token.head].owner >= 0 and token.head not in seen:
            seen.add(token.head)
            token.head = tokens[token.head].owner

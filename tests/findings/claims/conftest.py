"""The checked labels, made once for all tests of claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.language.prose import Source
from treatywatch.model.finding import Finding
from treatywatch.pipeline import Reader, check_many, open_reader
from treatywatch.shelf import open_shelf

from .labelled import Item, items

Checked = list[tuple[Item, tuple[Finding, ...]]]
Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def claim_reader() -> Reader:
    """A reader over the shipped shelf."""
    return open_reader(open_shelf())


@pytest.fixture(scope="session")
def checked(claim_reader: Reader) -> Callable[[str], Checked]:
    """Checks a file of labels."""

    def of(name: str) -> Checked:
        labelled = (
            items(name)[::2] if name == "further" else items(name)
        )  # half of the longest set, for the time it takes
        told = [(f"report:{one.id}", one.source) for one in labelled]
        return list(zip(labelled, check_many(told, claim_reader), strict=True))

    return of


@pytest.fixture(scope="session")
def check(claim_reader: Reader) -> Check:
    """Checks one text."""

    def of(text: str, published: str | None = None, **asked: object) -> tuple[Finding, ...]:
        day = UncertainDay.from_plain(PlainDay.parse(published), "given") if published else None
        return next(iter(check_many([("report:x", Source(text, day))], claim_reader, **asked)))  # type: ignore[arg-type]

    return of

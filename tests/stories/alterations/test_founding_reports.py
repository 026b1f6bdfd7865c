"""The two founding reports: versions of one agency story, one of them garbled."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatywatch.model.report import Report
from treatywatch.model.vocabulary import Relation
from treatywatch.shelf import open_shelf
from treatywatch.stories.alterations import Comparer, Comparison, Likeness, compare_reports

from .conftest import report

pytestmark = [pytest.mark.needs_data, pytest.mark.needs_model]


@pytest.fixture(scope="module")
def reports(data: Path) -> list[Report]:
    return [report(path.stem, path.read_text(encoding="utf-8")) for path in sorted((data / "seeds").glob("*.txt"))]


@pytest.fixture(scope="module")
def found(reports: list[Report], comparer: Comparer) -> Comparison:
    return compare_reports(reports[0], reports[1], comparer, open_shelf().outlets)


@pytest.mark.parametrize(
    ("kind", "meaning", "a", "b"),
    [
        ("name", "kept", "Mikhail Gorbachov", "Mikhail Gorbachev"),
        ("pronoun", "unclear", "him", "it"),
        ("grammar", "kept", "has suspended", None),
        ("grammar", "kept", "Jens Stoltenberg He", "Jens Stoltenberg"),
        ("broken-token", "kept", "Russia n", "Russian"),
        ("wording", "kept", "imminent", "looming"),
        ("wording", "kept", "limits", "caps"),
    ],
)
def test_what_was_altered_is_named_for_what_it_is(
    found: Comparison, kind: str, meaning: str, a: str, b: str | None
) -> None:
    told = [(one.kind.value, one.meaning.value, one.a, one.b) for pair in found.pairs for one in pair.alterations]
    assert (kind, meaning, a, b) in told


def test_the_garbled_headline_is_set_against_the_text(found: Comparison) -> None:
    (told,) = [one for pair in found.pairs for one in pair.alterations if one.kind.value == "headline"]
    assert "going backwards" in (told.a or "")
    assert "willing to come back" in (told.b or "")


def test_they_are_of_one_story_and_nothing_in_it_was_turned_round(found: Comparison) -> None:
    assert found.relation not in (Relation.INDEPENDENT, Relation.UNRELATED, Relation.UNKNOWN)
    assert not [one for pair in found.pairs for one in pair.alterations if one.meaning.value == "changed"]


def test_what_stands_only_in_one_is_listed(found: Comparison, reports: list[Report]) -> None:
    only = {
        like: " ".join(
            span.of(text) for pair in found.pairs if pair.likeness is like and (span := pair.a or pair.b) is not None
        )
        for like, text in ((Likeness.ONLY_A, reports[0].text), (Likeness.ONLY_B, reports[1].text))
    }
    assert "Russia and the United States has suspended" in only[Likeness.ONLY_A]
    for words in ("The Russian mission to NATO", "G20 summit", "on July 3 signed into law", "China"):
        assert words in only[Likeness.ONLY_B]

"""A printed day is doubted where a report as a whole speaks for another time, and never for looking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.dating import Dater, Doubt
from treatywatch.language.prose import Source, read_many
from treatywatch.model.report import Report
from treatywatch.pipeline import Reader, _gate, _understand

from .conftest import TODAY

pytestmark = pytest.mark.needs_model

LABELS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "labels" / "dating" / "doubts.yml").read_text(encoding="utf-8")
)
Doubts = Callable[[str, str], Doubt | None]


@pytest.fixture(scope="module")
def doubts(dating_reader: Reader) -> Doubts:
    """Why the printed day of a text is doubted."""
    reader = dating_reader
    dater = Dater(reader.shelf, reader.actions, lambda prose: _understand(prose, reader), TODAY)

    def of(text: str, day: str) -> Doubt | None:
        published = UncertainDay.from_plain(PlainDay.parse(day), "printed")
        report = Report("report:test", text, None, None, None, None, "en", published, "test.txt")
        (prose,) = read_many(
            [Source(text, published)], reader.gazetteer, reader.directory, reader.model, lambda one: _gate(one, reader)
        )
        return dater.doubt(report, prose, _understand(prose, reader))

    return of


@pytest.mark.parametrize("label", [one for one in LABELS if one["doubted"]], ids=lambda one: str(one["day"]))
def test_report_put_up_again_years_later_is_doubted_with_reasons(label: dict[str, Any], doubts: Doubts) -> None:
    found = doubts(label["told"], str(label["day"]))
    assert found is not None, label["told"]
    assert str(label["day"]) in found.says


@pytest.mark.parametrize("label", [one for one in LABELS if not one["doubted"]], ids=lambda one: str(one["day"]))
def test_report_of_its_day_is_not_doubted_though_it_looks_back(label: dict[str, Any], doubts: Doubts) -> None:
    found = doubts(label["told"], str(label["day"]))
    assert found is None, found


def test_labels_are_twelve_each_way() -> None:
    assert [sum(one["doubted"] is way for one in LABELS) for way in (True, False)] == [12, 12]

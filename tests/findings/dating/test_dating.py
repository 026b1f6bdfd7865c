"""Reports without a day, dated from what they tell: the labelled texts, the founding reports, wires with their dates hidden."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from treatywatch.dates import PlainDay
from treatywatch.model.dating import Bound, InferredDay
from treatywatch.model.report import Report
from treatywatch.pipeline import Reader, read_into
from treatywatch.record import Record

pytestmark = pytest.mark.needs_model

TODAY = date(2026, 11, 22)
Infer = Callable[[str], InferredDay | None]
ROOT = Path(__file__).resolve().parents[3]
LABELS = ROOT / "tests" / "labels" / "dating"
FLOORS = json.loads((ROOT / "tests" / "floors" / "dating.json").read_text(encoding="utf-8"))
WIRES = 8
"""Wires looked at here; docs/accuracy.md has all."""
TALKS = """NATO and Russia fail to break missile deadlock

BRUSSELS - NATO Secretary General Jens Stoltenberg said on Friday that talks with Russia on the INF
treaty had brought no breakthrough.

Vladimir Putin signed a law on July 3 that suspends the treaty.
The United States will leave it on August 2 unless Russia destroys the 9M729.
"""


def labelled(half: str) -> Iterator[tuple[str, date]]:
    """The labelled texts of one half, chosen by the hash of their names: `tune` was looked at, `held` was not."""
    for name, day in yaml.safe_load((LABELS / "days.yml").read_text(encoding="utf-8")).items():
        if (int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 1) == (half == "held"):
            yield (LABELS / f"{name}.txt").read_text(encoding="utf-8"), date.fromisoformat(day)


def figures(texts: Iterator[tuple[str, date]], infer: Infer) -> dict[str, float]:
    rows = [(infer(text), day) for text, day in texts]
    found = [(one, day) for one, day in rows if one is not None and one.earliest and one.latest]
    inside = [(one.latest - one.earliest).days for one, day in found if one.earliest <= day <= one.latest]  # type: ignore[operator]
    return {
        "answered": len(found) / len(rows),
        "inside": len(inside) / len(found),
        "inside_within_a_week": sum(width <= 7 for width in inside) / len(rows),
        "best_within_a_week": sum(bool(one.best) and abs((one.best - day).days) <= 7 for one, day in found) / len(rows),  # type: ignore[operator]
    }


@pytest.mark.parametrize("half", ["tune", "held"])
def test_labelled_reports_keep_to_the_floors(half: str, infer: Infer) -> None:
    reached = figures(labelled(half), infer)
    assert {name: reached[name] >= floor for name, floor in FLOORS[half].items()} == dict.fromkeys(
        FLOORS[half], True
    ), reached


@pytest.mark.parametrize("name", ["fresh", "fresh-2", "fresh-3", "fresh-4", "blind"])
def test_fresh_reports_keep_to_the_floors(name: str, infer: Infer) -> None:
    rows = yaml.safe_load((LABELS / f"{name}.yml").read_text(encoding="utf-8"))
    reached = figures(((row["told"], date.fromisoformat(str(row["day"]))) for row in rows), infer)
    assert {key: reached[key] >= floor for key, floor in FLOORS[name].items()} == dict.fromkeys(FLOORS[name], True), (
        reached
    )


@pytest.mark.needs_data
def test_founding_reports_are_of_the_friday_of_the_talks(data: Path, infer: Infer) -> None:
    for path in sorted((data / "seeds").glob("*.txt")):
        found = infer(path.read_text(encoding="utf-8"))
        assert found is not None
        assert found.earliest is not None
        assert found.latest is not None
        assert date(2019, 7, 5) <= found.earliest
        assert found.latest <= date(2019, 8, 1)
        assert found.best == date(2019, 7, 5)
        acts = {ground.act for reason in found.reasons if reason.agrees for ground in reason.grounds}
        assert "history:inf:inf-084" in acts


@pytest.mark.needs_data
def test_wires_on_what_no_history_knows_are_not_dated_wrongly(data: Path, infer: Infer) -> None:
    lines = (data / "data" / "arms_wires.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines[-WIRES:]]
    found = [(infer(row["text"]), date.fromisoformat(row["published"])) for row in rows]
    answered = [(one, day) for one, day in found if one is not None]
    assert answered
    inside = [one.earliest <= day <= one.latest for one, day in answered if one.earliest and one.latest]
    assert sum(inside) / len(inside) >= FLOORS["wires"]["inside"]


def test_reasons_name_the_sentence_the_act_and_the_bound(infer: Infer) -> None:
    found = infer(TALKS)
    assert found is not None
    assert found.how == "inferred"
    assert (found.earliest, found.best) == (date(2019, 7, 5), date(2019, 7, 5))
    assert {Bound.NOT_BEFORE, Bound.NOT_AFTER, Bound.NEAR} >= {reason.bound for reason in found.reasons}
    for reason in found.reasons:
        passage = reason.grounds[0].evidence
        assert passage is not None
        assert TALKS[passage.start : passage.end] == passage.exact
    assert any("2019-08-02" in reason.says for reason in found.reasons if reason.agrees)


def test_a_text_that_tells_of_no_known_day_stays_undated(infer: Infer) -> None:
    assert (
        infer(
            "The council met on Friday.\n\nIt will meet again next week, the chairman said, to talk about the new bridge.\n"
        )
        is None
    )


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db", create=True) as opened:
        yield opened


def read(record: Record, folder: Path, name: str, text: str, reader: Reader, day: str | None = None) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    published = PlainDay.parse(day) if day else None
    ((report, _),) = read_into(record, [folder / name], reader, published, today=TODAY)
    assert isinstance(report, Report)
    return report.id


def test_given_day_goes_before_the_inferred_one(tmp_path: Path, record: Record, dating_reader: Reader) -> None:
    report = read(record, tmp_path, "a.txt", TALKS, dating_reader)
    inferred = record.published(report)
    assert inferred is not None
    assert inferred.how == "inferred"
    assert read(record, tmp_path, "a.txt", TALKS, dating_reader, "2019-07-06") == report
    given = record.published(report)
    assert given is not None
    assert (given.edtf, given.how) == ("2019-07-06", "given")
    read(record, tmp_path, "a.txt", TALKS, dating_reader)
    assert record.published(report) == given
    assert record.inferred(report) is None


REPOST = """Washington gives notice

WASHINGTON - The United States on Saturday handed Russia formal notice that it will leave the INF Treaty in six months. President Putin
answered that Russia is suspending the treaty too. NATO secretary general Jens Stoltenberg said the allies stand behind Washington.
"""


def test_doubt_of_a_day_is_kept_with_the_report_and_goes_with_another_day(
    tmp_path: Path, record: Record, dating_reader: Reader
) -> None:
    report = read(record, tmp_path, "a.txt", REPOST, dating_reader, "2024-03-11")
    found = record.doubt(report)
    assert found is not None
    assert "act:inf:us-exit" in {ground.act for reason in found.reasons for ground in reason.grounds}
    read(record, tmp_path, "a.txt", REPOST, dating_reader)
    assert record.doubt(report) == found
    read(record, tmp_path, "a.txt", REPOST, dating_reader, "2019-02-02")
    assert record.doubts() == {}


def test_relative_days_are_read_as_of_the_inferred_day(tmp_path: Path, record: Record, dating_reader: Reader) -> None:
    read(record, tmp_path, "a.txt", TALKS, dating_reader)
    days = {day.text.removeprefix("on "): day.value for _, day in record.days()}
    assert days["Friday"] == "2019-07-05"
    assert days["August 2"] == "2019-08-02"


def test_reading_again_changes_nothing(tmp_path: Path, record: Record, dating_reader: Reader) -> None:
    report = read(record, tmp_path, "a.txt", TALKS, dating_reader)
    first = record.inferred(report)
    read(record, tmp_path, "a.txt", TALKS, dating_reader)
    assert record.inferred(report) == first


COPY = """Envoys of two countries met again in a small town by the lake, and parted without a word to the press.

The delegation of the north arrived late, its leader told a local radio station that snow had closed the pass, and that the
train had waited for an hour in the tunnel. The delegation of the south had been there since morning. Nobody would say whether
the INF treaty was spoken of, but two of the drivers said they had carried maps of missile bases, and a cook had seen a
photograph of a launcher on the table between the plates and the glasses of the guests.

The mayor, who had paid for the dinner, said he had understood nothing and would gladly pay again next year.
"""


def test_dated_copy_bounds_its_kin(tmp_path: Path, record: Record, dating_reader: Reader) -> None:
    undated = read(record, tmp_path, "a.txt", COPY, dating_reader)
    assert record.published(undated) is None
    read(record, tmp_path, "b.txt", "By our correspondent\n\n" + COPY, dating_reader, "2018-12-15")
    day = record.published(undated)
    assert day is not None
    assert day.how == "inferred"
    assert day.earliest is not None
    assert day.latest is not None
    assert day.earliest <= date(2018, 12, 15) <= day.latest
    assert day.latest - day.earliest <= timedelta(days=10)


def test_undated_copies_do_not_date_each_other(tmp_path: Path, record: Record, dating_reader: Reader) -> None:
    first = read(record, tmp_path, "a.txt", COPY, dating_reader)
    second = read(record, tmp_path, "b.txt", "By our correspondent\n\n" + COPY, dating_reader)
    assert record.published(first) is None
    assert record.published(second) is None

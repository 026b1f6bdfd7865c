"""How often the check is right on labelled claims, and that harmless sentences and shipped reports raise no false alarm."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatywatch.model.finding import Verdict

from .conftest import Check, Checked
from .labelled import VERDICTS, items, score

pytestmark = pytest.mark.needs_model

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parents[2] / "floors" / "claims.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def halves(checked: Callable[[str], Checked]) -> dict[str, Checked]:
    both = checked("strategic") + checked("multilateral")
    return {"tune": [one for one in both if not one[0].held], "held": [one for one in both if one[0].held]}


def _reaches(figures: dict[str, float], floors: dict[str, float]) -> bool:
    return all(figures[name] >= floor for name, floor in floors.items())


@pytest.mark.parametrize("half", ["tune", "held"])
def test_labelled_claims_are_judged_rightly(halves: dict[str, Checked], half: str) -> None:
    figures, errors = score(halves[half])
    print(half, figures)
    assert _reaches(figures, FLOORS[half]), "\n".join(map(str, (figures, *(errors if half == "tune" else ()))))


def test_further_constructions_are_judged_rightly(checked: Callable[[str], Checked]) -> None:
    figures, errors = score(checked("further"))
    print("further", figures)
    assert _reaches(figures, FLOORS["further"]), "\n".join(map(str, (figures, *errors)))


@pytest.mark.parametrize(
    "name",
    [
        "unseen",
        "unseen-second",
        "unseen-third",
        "unseen-fourth",
        "unseen-fifth",
        "unseen-sixth",
        "unseen-seventh",
        "unseen-eighth",
        "unseen-ninth",
        "blind",
    ],
)
def test_sets_that_were_written_before_they_were_read_are_judged_rightly(
    checked: Callable[[str], Checked], name: str
) -> None:
    figures, errors = score(checked(name))
    print(name, figures)
    assert _reaches(figures, FLOORS[name]), "\n".join(map(str, (figures, *errors)))


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("harmless", 80),
        ("unseen-harmless", 60),
        ("unseen-second-harmless", 30),
        ("unseen-third-harmless", 30),
        ("unseen-fourth-harmless", 20),
        ("unseen-fifth-harmless", 30),
        ("unseen-sixth-harmless", 30),
        ("unseen-seventh-harmless", 30),
        ("unseen-eighth-harmless", 30),
        ("unseen-ninth-harmless", 30),
        ("blind-harmless", 25),
    ],
)
def test_harmless_sentences_are_never_told_to_contradict(
    checked: Callable[[str], Checked], name: str, least: int
) -> None:
    harmless = checked(name)
    assert len(harmless) >= least
    wrong = [
        (item.source.text, one.fact) for item, found in harmless for one in found if one.verdict is Verdict.CONTRADICTS
    ]
    assert wrong == []


def test_evidence_is_the_text_at_its_offsets_and_ids_are_unique(halves: dict[str, Checked]) -> None:
    for item, found in halves["tune"]:
        for one in found:
            assert item.source.text[one.evidence.start : one.evidence.end] == one.evidence.exact
            assert one.fact
            assert one.grounds
        assert len({one.id for one in found}) == len(found)


def test_the_labels_are_many_half_wrong_and_on_many_treaties() -> None:
    labels = [label for name in ("strategic", "multilateral") for item in items(name) for label in item.labels]
    told = [sum(label.verdict is verdict for label in labels) for verdict in VERDICTS.values()]
    consistent, contradicts, _ = told
    assert consistent + contradicts >= 240
    assert 0.4 <= contradicts / (consistent + contradicts) <= 0.6
    groups = {item.id.partition("-")[0] for name in ("strategic", "multilateral") for item in items(name)}
    assert len(groups) >= 15


EXPECTED = {
    "07-mirror-response-garbled.txt": "Aug. 2, 2018",
    "12-suspension-copy.txt": "quits",
    "15-after-new-start.txt": "expired in 2025",
}
"""The faults made on purpose in the shipped examples (examples/README.md) that are claims about the law."""


def test_the_shipped_examples_raise_no_false_alarm(check: Check, root: Path) -> None:
    import yaml

    index: dict[str, Any] = yaml.safe_load((root / "examples" / "index.yml").read_text(encoding="utf-8"))
    for row in index["reports"]:
        path = root / "examples" / row["file"]
        if path.suffix != ".txt":
            continue
        found = check(path.read_text(encoding="utf-8"), row["published"])
        wrong = [one for one in found if one.verdict is Verdict.CONTRADICTS]
        assert all(EXPECTED.get(path.name, "\0") in one.evidence.exact for one in wrong), (path.name, wrong)
    assert {"07-mirror-response-garbled.txt", "15-after-new-start.txt"} <= set(EXPECTED)


@pytest.mark.needs_data
@pytest.mark.parametrize("published", ["2019-07-05", None])
def test_the_founding_reports_fit_the_law_but_for_the_destruction_of_1987(
    check: Check, data: Path, published: str | None
) -> None:
    told: dict[str, set[str]] = {"consistent": set(), "contradicts": set(), "unknown": set()}
    for path in sorted((data / "seeds").glob("*.txt")):
        for one in check(path.read_text(encoding="utf-8"), published):
            told[one.verdict.value].add(f"{one.kind} {one.treaty} {' '.join(one.evidence.exact.split())}")
            if "August 2" in one.evidence.exact:
                assert "XV.2" in {ground.article for ground in one.grounds}
    assert told["contradicts"] == {"act inf Back in 1987 Russia was able to destroy"}
    assert told["unknown"] == set()
    assert {
        "act inf quit the deal on August 2",
        "act inf signed in 1987",
        "range inf 500 to 5,500 kilometres",
        "act new-start expires in 2021",
        "act inf suspended participation in the INF Treaty in March",
    } <= told["consistent"]

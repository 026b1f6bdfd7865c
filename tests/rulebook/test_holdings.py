"""Files of numbers: what they contradict in their treaty is found, with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatywatch.errors import ShelfError
from treatywatch.rulebook import faults, load_destroyed, load_holdings, load_treaty, treaties_with_classes
from treatywatch.shelf import open_shelf

HOLDING = "- {id: a, actor: us, day: 2019-03-01, counts: {'ARTICLE': 1}, source: [SOURCE], verified: true}\n"
TYPE = "{system: ss-20, actor: su, article: ARTICLE, count: 654, unit: missiles, source: [memory], verified: false}"


def _laid(tmp_path: Path, file: str, text: str) -> Path:
    path = tmp_path / "treaties" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (HOLDING.replace("ARTICLE", "IX").replace("SOURCE", "memory"), "holding-article"),
        (HOLDING.replace("ARTICLE", "II.1(b)").replace("SOURCE", "nowhere"), "number-source"),
        (HOLDING.replace("ARTICLE", "II.1(b)").replace("SOURCE", "memory") * 2, "holding-twice"),
    ],
)
def test_a_declaration_that_its_treaty_contradicts_is_found(tmp_path: Path, text: str, rule: str) -> None:
    shelf = open_shelf(_laid(tmp_path, "new-start/holdings.yml", text))
    with pytest.raises(ShelfError) as refused:
        load_holdings(shelf, load_treaty(shelf, "new-start"))
    assert {fault.rule for fault in refused.value.faults} == {rule}
    assert [fault.rule for fault in faults(shelf) if "holdings" in fault.file] == [rule]
    assert all(fault.line >= 1 for fault in refused.value.faults)


@pytest.mark.parametrize(
    ("article", "total", "rule"), [("II.5", 654, "destroyed-article"), ("IV.1", 655, "destroyed-total")]
)
def test_a_destruction_that_does_not_add_up_is_found(tmp_path: Path, article: str, total: int, rule: str) -> None:
    told = f"types: [{TYPE.replace('ARTICLE', article)}]\ntotals: [{{count: {total}, source: [memory], verified: false}}]\n"
    shelf = open_shelf(_laid(tmp_path, "inf/destroyed.yml", told))
    with pytest.raises(ShelfError) as refused:
        load_destroyed(shelf, load_treaty(shelf, "inf"))
    assert [fault.rule for fault in refused.value.faults] == [rule]


def test_the_treaties_that_define_a_class_by_range_are_told_from_their_files() -> None:
    shelf = open_shelf()
    told = treaties_with_classes(shelf)
    defining = {
        one.id
        for one in (load_treaty(shelf, id) for id in shelf.treaty_ids())
        if any(getattr(clause, "range", None) is not None for clause in one.clauses)
    }
    assert set(told) == defining
    assert "inf" in told

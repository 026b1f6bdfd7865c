"""The page of transitions is the table, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from treatywatch.regime.diagrams import diagram, page
from treatywatch.regime.transitions import SAME, TRANSITIONS, Aspect

ROOT = Path(__file__).resolve().parents[2]
ARROW = re.compile(r"^    s_(\w+) --> s_(\w+): (.+)$", re.MULTILINE)


def test_the_page_is_up_to_date() -> None:
    """After a change of the table: `python -m treatywatch.regime.diagrams > docs/transitions.md`."""
    assert (ROOT / "docs/transitions.md").read_text(encoding="utf-8") == page()


def test_the_module_prints_the_page() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "treatywatch.regime.diagrams"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == page()


@pytest.mark.parametrize("aspect", Aspect)
def test_each_arrow_is_a_row_and_each_row_that_changes_something_an_arrow(aspect: Aspect) -> None:
    rows = [row for row in TRANSITIONS if row.aspect is aspect]
    drawn = {
        (one.replace("_", "-"), other.replace("_", "-"), act)
        for one, other, acts in ARROW.findall(diagram(rows, "none"))
        for act in acts.split(", ")
    }
    assert drawn == {(str(row.before), str(row.after), row.act.value) for row in rows if row.after != SAME}


def test_the_pages_diagrams_hold_every_arrow() -> None:
    drawn = {
        (one.replace("_", "-"), other.replace("_", "-"), act)
        for one, other, acts in ARROW.findall(page())
        for act in acts.split(", ")
    }
    assert drawn == {(str(row.before), str(row.after), row.act.value) for row in TRANSITIONS if row.after != SAME}


def test_each_row_stands_in_a_table_with_its_circumstance_and_its_ground() -> None:
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page().splitlines() if line.startswith("|")
    ]
    told = {(cells[0], state, cells[-1]) for cells in lines for state in cells[1].split(", ")}
    assert {(row.act.value, str(row.before), row.rule) for row in TRANSITIONS} <= told
    circumstances = {row.when.value for row in TRANSITIONS if row.when.name != "ALWAYS"}
    assert circumstances <= {cells[-2] for cells in lines}


def test_each_state_of_a_diagram_is_named_before_it_is_used() -> None:
    for drawing in re.findall(r"```mermaid\n(.*?)```", page(), re.DOTALL):
        named = set(re.findall(r'state "[^"]+" as (\w+)', drawing))
        used = {state for pair in re.findall(r"(\S+) --> (\w+)", drawing) for state in pair} - {"[*]"}
        assert used == named

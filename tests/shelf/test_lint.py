"""Lint: the shelf is clean, and what would make it unclean is found."""

from pathlib import Path

import pytest

from treatywatch.shelf import Shelf, open_shelf
from treatywatch.shelf.lint import lint, lint_shelf

STATE = "id: {id}\nname: {name}\nalpha3: XXX\nsource: here\nverified: true\n"
SYSTEM = "id: probe\nname: Probe\ntype: missile\nowner: ru\nclaims:\n  - {{by: us, attribute: range, source: here, verified: true, {}}}\n"
TERM = "  - {{person: {}, name: {}, surname: X, {}, source: here, verified: true}}\n"
OFFICE = "id: probe\nactor: ru\ntitle: Prober\nsource: here\nverified: true\nholders:\n"


def rules(tmp_path: Path, path: str, text: str) -> list[tuple[str, int, str]]:
    """The (rule, line, severity) of what lint finds with one more file on the shelf."""
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [(fault.rule, fault.line, fault.severity) for fault in lint(tmp_path) if fault.file == str(file)]


def test_the_shelf_is_clean() -> None:
    assert lint_shelf(open_shelf()) == ()


def test_a_file_without_faults_is_clean(tmp_path: Path) -> None:
    assert rules(tmp_path, "actors/states/atlantis.yml", STATE.format(id="atlantis", name="Atlantis")) == []


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("actors/states/a.yml", STATE.format(id="b", name="B"), ("id", 1, "error")),
        ("actors/states/A_B.yml", STATE.format(id="A_B", name="B"), ("id", 1, "error")),
        ("actors/states/nato.yml", STATE.format(id="nato", name="B"), ("shared-id", 1, "error")),
        ("actors/states/vladimir-putin.yml", STATE.format(id="vladimir-putin", name="B"), None),
        ("actors/states/a.yml", STATE.format(id="a", name="A") + "predecessor: qq\n", ("unknown-id", 6, "error")),
        ("actors/states/a.yml", STATE.format(id="a", name="A") + "successors: [ru, qq]\n", ("unknown-id", 6, "error")),
        (
            "actors/states/a.yml",
            STATE.format(id="a", name="A") + "since: 2000\nuntil: 1999\n",
            ("reversed", 7, "error"),
        ),
        (
            "actors/states/a.yml",
            STATE.format(id="a", name="A") + "since: 2000-01-01\nuntil: 2000-01-01\n",
            ("reversed", 7, "error"),
        ),
        (
            "actors/states/a.yml",
            STATE.format(id="a", name="A") + "aliases: [{text: B, kind: nick}]\n",
            ("not-in-vocabulary", 6, "error"),
        ),
        (
            "actors/states/a.yml",
            STATE.format(id="a", name="A") + "aliases:\n  - {text: B, kind: press}\n  - {text: B, kind: name}\n",
            ("double-alias", 8, "error"),
        ),
        (
            "actors/states/a.yml",
            STATE.format(id="a", name="A") + "aliases:\n  - {text: Russian Federation, kind: press}\n",
            ("shared-name", 1, "error"),
        ),
        (
            "actors/states/a.yml",
            STATE.format(id="a", name="A").replace("here", "general knowledge"),
            ("verified-from-memory", 5, "error"),
        ),
        ("systems/probe.yml", SYSTEM.format("unit: km"), ("claim", 6, "error")),
        ("systems/probe.yml", SYSTEM.format("low: 5"), ("claim", 6, "error")),
        ("systems/probe.yml", SYSTEM.format("low: 5, high: 4, unit: km"), ("claim", 6, "error")),
        ("systems/probe.yml", SYSTEM.format("low: 5, unit: km, exclusive: [high]"), ("claim", 6, "error")),
        ("systems/probe.yml", SYSTEM.format("low: 5, unit: km, holder: qq"), ("unknown-id", 6, "error")),
        ("systems/probe.yml", SYSTEM.format("low: five, unit: km"), ("wrong-type", 6, "error")),
        (
            "outlets/a.yml",
            "id: a\nname: A\nkind: wire\nis_wire: true\nlanguages: [English]\ndomains: [afp.com]\nsource: x\nverified: true\n",
            ("language", 5, "error"),
        ),
        ("colours/a.yml", "red", None),
        ("lexicon/en/Odd.yml", "red", ("no-place", 1, "error")),
    ],
)
def test_lint_finds(tmp_path: Path, path: str, text: str, expected: tuple[str, int, str] | None) -> None:
    if path.startswith("colours"):
        (tmp_path / "outlets").mkdir()  # a shelf has at least one of its folders; others are no part of it
    found = rules(tmp_path, path, text)
    assert (expected in found) if expected else found == []


def test_a_wire_without_credits_and_a_shared_domain_are_found(tmp_path: Path) -> None:
    text = "id: zz\nname: ZZ\nkind: wire\nis_wire: true\ndomains: [afp.com]\nsource: x\nverified: true\n"
    assert set(rules(tmp_path, "outlets/zz.yml", text)) == {("shared-domain", 5, "error"), ("wire", 4, "warning")}


def test_a_person_with_the_id_of_a_state_is_found(tmp_path: Path) -> None:
    text = OFFICE + TERM.format("ru", "Ru", "since: 2000-01-01")
    assert ("shared-id", 7, "error") in rules(tmp_path, "actors/offices/probe.yml", text)


def test_two_names_for_one_person_are_found(tmp_path: Path) -> None:
    text = OFFICE + TERM.format("vladimir-putin", "Wladimir Putin", "since: 2000-01-01")
    assert ("two-names", 7, "error") in rules(tmp_path, "actors/offices/probe.yml", text)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("since: 2000-01-01, until: 2001-01-01", "since: 2001-01-01", None),
        ("since: 2000-01-01, until: 2001-01-02", "since: 2001-01-01", "error"),
        ("since: 2000-01-01", "since: 2001-01-01", "error"),
        ("since: 2000-01-01, until: 2001-01-02, approximate: true", "since: 2001-01-01", "warning"),
        ("since: 2000-01-01, until: 2001-03-01, capacity: acting", "since: 2001-01-01", "warning"),
        ("since: 2000-01-01, until: 2001", "since: 2001-06", None),  # they need not meet
        ("since: 2000-01-01, until: 2001", "since: 2000-06", "error"),
    ],
)
def test_two_holders_of_one_office_at_a_time_are_found(
    tmp_path: Path, first: str, second: str, expected: str | None
) -> None:
    text = OFFICE + TERM.format("ann", "Ann", first) + TERM.format("bob", "Bob", second)
    found = rules(tmp_path, "actors/offices/probe.yml", text)
    assert found == ([("overlap", 8, expected)] if expected else [])


def test_several_may_hold_an_office_for_several(tmp_path: Path) -> None:
    text = OFFICE.replace("holders:", "single_holder: false\nholders:")
    text += TERM.format("ann", "Ann", "since: 2000-01-01") + TERM.format("bob", "Bob", "since: 2000-01-01")
    assert rules(tmp_path, "actors/offices/probe.yml", text) == []


def test_a_treaty_named_in_two_places_is_found(tmp_path: Path) -> None:
    text = "- {id: inf, name: INF, source: x, verified: true}\n"
    assert ("shared-id", 1, "error") in rules(tmp_path, "treaties/names.yml", text)


def test_faults_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    (tmp_path / "systems").mkdir()
    (tmp_path / "systems/z.yml").write_text(SYSTEM.format("low: 5"), encoding="utf-8")
    (tmp_path / "systems/a.yml").write_text(SYSTEM.format("low: 5"), encoding="utf-8")
    found = [(fault.file, fault.line) for fault in lint_shelf(Shelf(open_shelf().home, open_shelf().bundle, tmp_path))]
    assert found == sorted(found)
    assert len(found) >= 4

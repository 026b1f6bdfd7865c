"""`--shelf DIR`: a user's files laid over the shipped ones, file by file."""

from datetime import date
from pathlib import Path

import pytest

from treatywatch.errors import ShelfError, UnknownName, UsageError
from treatywatch.shelf import Shelf, open_shelf
from treatywatch.shelf.lint import lint

AFP = "id: afp\nname: Another AFP\nkind: wire\nis_wire: true\ncredits: [(Another)]\nsource: here\nverified: true\n"
GAZETTE = (
    "id: gazette\nname: The Daily Gazette\nkind: newspaper\ndomains: [gazette.example]\nsource: here\nverified: true\n"
)
OFFICE = """
id: nato-secretary-general
actor: nato
title: Secretary General of NATO
titles: [NATO chief]
source: here
verified: true
holders:
  - {person: jane-doe, name: Jane Doe, surname: Doe, since: 2000-01-01, source: here, verified: true}
"""


def lay(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / (name.replace("__", "/") + ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_shelf(lay(tmp_path, outlets__afp=AFP, outlets__gazette=GAZETTE))


def test_a_file_of_the_same_id_replaces(shelf: Shelf) -> None:
    assert shelf.outlets["afp"].name == "Another AFP"
    assert shelf.resolve("outlet", "Another AFP") == "afp"
    with pytest.raises(UnknownName):
        shelf.resolve("outlet", "Agence France-Presse")


def test_a_file_of_a_new_id_adds(shelf: Shelf) -> None:
    assert shelf.resolve("outlet", "the daily gazette") == shelf.resolve("outlet", "gazette.example") == "gazette"
    assert len(shelf.outlets) == len(open_shelf().outlets) + 1


def test_all_else_stays(shelf: Shelf) -> None:
    assert shelf.outlets["reuters"] == open_shelf().outlets["reuters"]
    assert shelf.resolve("actor", "NATO chief", date(2019, 7, 5)) == "jens-stoltenberg"


def test_names_are_those_of_a_shelf_gathered_from_its_files(shelf: Shelf) -> None:
    """The compiled names, patched, are the same as if all files had been read."""
    shelf.bundle.head["indexes"] = {}
    gathered = Shelf(shelf.home, shelf.bundle, shelf.overlay)
    patched = open_shelf(shelf.overlay)
    assert set(patched.names()) == set(gathered.names())


def test_the_version_tells_of_the_overlay(shelf: Shelf) -> None:
    assert shelf.version != open_shelf().version
    assert shelf.version == open_shelf(shelf.overlay).version


def test_a_replaced_office_has_the_users_holders(tmp_path: Path) -> None:
    shelf = open_shelf(lay(tmp_path, **{"actors__offices__nato-secretary-general": OFFICE}))
    assert shelf.resolve("actor", "NATO chief", date(2019, 7, 5)) == "jane-doe"
    assert shelf.resolve("person", "Jane Doe") == "jane-doe"
    assert [office for office, _ in shelf.tenures("jane-doe")] == ["nato-secretary-general"]
    assert all(office != "nato-secretary-general" for office, _ in shelf.tenures("jens-stoltenberg"))


def test_faults_name_the_users_file_and_its_line(tmp_path: Path) -> None:
    shelf = open_shelf(lay(tmp_path, outlets__afp=AFP.replace("is_wire: true", "is_wire: yes")))
    with pytest.raises(ShelfError) as refused:
        shelf.outlets["afp"]
    assert str(refused.value) == f"{tmp_path / 'outlets/afp.yml'}:4: is_wire: found 'yes', expected true or false"


def test_lint_tells_the_users_faults_only(tmp_path: Path) -> None:
    root = lay(tmp_path, outlets__gazette=GAZETTE.replace("id: gazette", "id: paper"))
    assert [(fault.file, fault.rule) for fault in lint(root)] == [(str(root / "outlets/gazette.yml"), "id")]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_that_is_no_shelf_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="check --shelf"):
        open_shelf(tmp_path / name)

"""The compiled shelf says what the YAML says, is made anew when a file changes, and starts at once."""

import os
import shutil
import sys
from pathlib import Path
from subprocess import run

import pytest

from treatywatch.errors import ShelfError
from treatywatch.model.actor import State
from treatywatch.shelf import Shelf, bundle, files, open_shelf, opening
from treatywatch.shelf.compiling import compile_shelf
from treatywatch.shelf.yamltext import parse


@pytest.fixture
def checkout(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout of its own: some of the data, and no bundle yet."""
    for folder in ("treaties", "lexicon", "systems"):
        shutil.copytree(root / folder, tmp_path / folder)
    for path in ("actors/states/ru.yml", "actors/states/su.yml", "actors/organisations/nato.yml", "outlets/afp.yml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / path, tmp_path / path)
    monkeypatch.setattr(files, "home", lambda: tmp_path)
    return tmp_path


def test_every_tree_is_that_of_the_yaml(root: Path) -> None:
    shelf = open_shelf()
    for path in shelf.bundle.paths:
        assert shelf.tree(path) == parse((root / path).read_text(encoding="utf-8"), path).tree


def test_the_compiled_names_are_those_gathered_from_the_files(root: Path) -> None:
    compiled = open_shelf()
    gathered = Shelf(
        root, bundle.Bundle({**compiled.bundle.head, "indexes": {}}, compiled.bundle.data, compiled.bundle.start)
    )
    assert compiled.names() == gathered.names()


def test_the_hashes_are_those_of_the_files(root: Path) -> None:
    shelf = open_shelf()
    assert shelf.bundle.digests == {path: files.digest(root, path) for path in files.stamps(root)}
    assert shelf.version == files.version_of(shelf.bundle.digests)


def test_a_checkout_keeps_its_bundle(checkout: Path) -> None:
    first = open_shelf()
    kept = (checkout / bundle.CACHE).read_bytes()
    again = open_shelf()
    assert again.version == first.version
    assert (checkout / bundle.CACHE).read_bytes() == kept


def test_a_changed_file_is_compiled_anew(checkout: Path) -> None:
    before = open_shelf()
    path = checkout / "outlets/afp.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Agence France-Presse", "Agence Ailleurs"), encoding="utf-8"
    )
    after = open_shelf()
    assert after.resolve("outlet", "Agence Ailleurs") == "afp"
    assert after.version != before.version


def test_a_file_touched_without_change_keeps_the_version(checkout: Path) -> None:
    before = open_shelf()
    os.utime(checkout / "outlets/afp.yml", (1, 1))
    assert open_shelf().version == before.version


def test_line_ends_of_another_system_keep_the_version(checkout: Path) -> None:
    before = open_shelf()
    path = checkout / "outlets/afp.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert open_shelf().version == before.version


def test_a_new_and_a_removed_file_are_noticed(checkout: Path) -> None:
    open_shelf()
    shutil.copy(checkout / "outlets/afp.yml", checkout / "outlets/afp-two.yml")
    (checkout / "systems/ss-20.yml").unlink()
    shelf = open_shelf()
    assert "afp-two" in shelf.outlets
    assert "ss-20" not in shelf.systems


@pytest.mark.parametrize("torn", [b"", b"{}\n", b"not json\n", b'{"format": 0}\nx'])
def test_a_torn_bundle_is_made_again(checkout: Path, torn: bytes) -> None:
    version = open_shelf().version
    (checkout / bundle.CACHE).write_bytes(torn)
    assert open_shelf().version == version
    (checkout / bundle.CACHE).write_bytes((checkout / bundle.CACHE).read_bytes()[:-5])
    assert open_shelf().version == version


def test_a_broken_file_spoils_only_itself(checkout: Path) -> None:
    (checkout / "actors/states/ru.yml").write_text("id: ru\nid: ru\n", encoding="utf-8")
    shelf = open_shelf()
    assert shelf.states["su"].name == "Soviet Union"
    with pytest.raises(ShelfError, match=r"actors/states/ru\.yml:2: id: found the key a second time"):
        shelf.states["ru"]


def test_a_fault_in_a_compiled_file_is_told_with_its_line(checkout: Path) -> None:
    path = checkout / "actors/states/ru.yml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    with pytest.raises(ShelfError, match=rf"actors/states/ru.yml:{len(path.read_bytes().splitlines())}: colour: "):
        open_shelf().decode("actors/states/ru.yml", State)


def test_a_missing_file_is_told(checkout: Path) -> None:
    with pytest.raises(ShelfError, match=r"actors/states/atlantis.yml:0: file: found no such file"):
        open_shelf().decode("actors/states/atlantis.yml", State)


def test_a_folder_that_cannot_be_written_is_done_without(checkout: Path) -> None:
    (checkout / "build").write_text("in the way", encoding="utf-8")
    assert open_shelf().states["ru"].name == "Russia"


def test_compiling_takes_unchanged_trees_from_the_former_bundle(checkout: Path) -> None:
    first = compile_shelf(checkout, "x")
    second = compile_shelf(checkout, "x", first)
    assert second.data == first.data
    assert second.head == first.head


def test_no_yaml_is_loaded_to_answer_from_the_compiled_shelf() -> None:
    opening.open_shelf()  # compiled by now
    code = """
import sys
from treatywatch.shelf import open_shelf
shelf = open_shelf()
assert shelf.resolve("treaty", "INF Treaty") == "inf"
assert shelf.outlets["afp"].is_wire
assert not {"yaml", "rapidfuzz", "spacy"} & set(sys.modules), sorted(sys.modules)
"""
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

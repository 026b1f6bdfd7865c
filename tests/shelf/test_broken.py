"""The museum of broken files: every file under tests/broken is refused in exactly the words that stand beside it."""

from pathlib import Path
from typing import Any

import pytest

from treatywatch.errors import ShelfError
from treatywatch.model.actor import Office, Organisation, Outlet, State
from treatywatch.model.law import Act, Treaty
from treatywatch.model.system import System
from treatywatch.shelf import files, strict

MUSEUM = Path(__file__).resolve().parents[1] / "broken"
CLASSES: dict[str, Any] = {
    "state": State,
    "organisation": Organisation,
    "office": Office,
    "outlet": Outlet,
    "system": System,
    "treaty": Treaty,
    "acts": tuple[Act, ...],
}
PIECES = sorted(path.relative_to(MUSEUM).as_posix() for path in MUSEUM.rglob("*.yml"))


def read(piece: str) -> Any:
    return strict.load(files.read(MUSEUM, piece), CLASSES[piece.split("/")[0]], piece)


@pytest.mark.parametrize("piece", PIECES)
def test_a_broken_file_is_refused_in_these_words(piece: str) -> None:
    expected = (MUSEUM / piece).with_suffix(".txt").read_text(encoding="utf-8").rstrip("\n")
    with pytest.raises(ShelfError) as refused:
        read(piece)
    assert str(refused.value) == expected


@pytest.mark.parametrize("piece", PIECES)
def test_every_fault_has_a_line_of_its_file(piece: str) -> None:
    with pytest.raises(ShelfError) as refused:
        read(piece)
    length = len((MUSEUM / piece).read_bytes().splitlines())
    assert all(1 <= fault.line <= length + 1 and fault.file == piece for fault in refused.value.faults)


def test_the_museum_has_one_file_of_words_for_each_piece() -> None:
    words = sorted(path.relative_to(MUSEUM).as_posix() for path in MUSEUM.rglob("*.txt"))
    assert [piece.removesuffix(".yml") for piece in PIECES] == [path.removesuffix(".txt") for path in words]
    assert len(PIECES) > 20

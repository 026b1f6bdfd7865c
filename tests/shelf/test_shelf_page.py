"""The page about the shelf's files: its examples are files that could stand on the shelf."""

import re
from pathlib import Path

import pytest

from treatywatch.shelf import open_shelf, strict
from treatywatch.shelf.lint import lint
from treatywatch.shelf.lint.contents import contents

PAGE = Path(__file__).resolve().parents[2] / "docs" / "shelf.md"
EXAMPLES = re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("path", "text"), EXAMPLES)
def test_an_example_is_a_file_of_its_place(path: str, text: str) -> None:
    assert strict.load(text, contents(path), path)


@pytest.mark.parametrize(("path", "text"), EXAMPLES)
def test_an_example_is_about_something_that_the_shelf_has(path: str, text: str) -> None:
    assert path in open_shelf().files(path.split("/")[0])


def test_every_example_laid_over_the_shelf_is_clean(tmp_path: Path) -> None:
    alone = [(path, text) for path, text in EXAMPLES if not path.endswith(("names.yml", "ambiguous.yml"))]
    for path, text in alone:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert len(alone) == 5
    assert lint(tmp_path) == ()

"""The wheel carries the data, compiled: built, installed elsewhere, and read without the checkout."""

import os
import sys
from pathlib import Path
from subprocess import run

import pytest

from treatywatch.shelf import files, open_shelf

pytestmark = pytest.mark.slow

READ = """
import sys
from pathlib import Path
from treatywatch import shelf
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import bundle, files
opened = shelf.open_shelf()
treaty = load_treaty(opened, opened.resolve("treaty", "INF Treaty"))
example = next(path for path in sorted(shelf.examples().rglob("*")) if path.is_file())
assert files.home() == files.INSTALLED, files.home()
assert not (files.home() / "build").exists()
assert "yaml" not in sys.modules
assert opened.bundle.digests == {path: files.digest(files.home(), path) for path in files.stamps(files.home())}
print(Path(shelf.__file__).parents[1], opened.version, treaty.short, len(treaty.clauses), len(example.read_bytes()), sep="\\n")
"""


def call(command: list[str], cwd: Path, **environment: str) -> str:
    done = run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder into which a wheel of this checkout was installed."""
    built, target = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("installed")
    call([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(root)], root)
    (wheel,) = built.glob("*.whl")
    call([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)], built)
    return target


def test_a_treaty_and_an_example_are_read_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    # The target goes first on the path, so that the checkout, installed for development, is not what answers.
    told = call([sys.executable, "-c", READ], tmp_path, PYTHONPATH=str(installed)).splitlines()
    package, version, treaty, clauses, example = told
    assert Path(package) == installed / "treatywatch"
    assert version == open_shelf().version
    assert treaty == "INF Treaty"
    assert int(clauses) > 10
    assert int(example) > 0


def test_the_wheel_carries_every_data_file_and_nothing_of_the_tests(installed: Path, root: Path) -> None:
    carried = installed / "treatywatch" / "_data"
    assert files.stamps(carried).keys() == files.stamps(root).keys()
    assert not list(installed.rglob("test_*.py"))


def test_the_program_of_the_wheel_answers_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "from treatywatch.cli.main import run; run()"
    told = call([sys.executable, "-c", code, "treaties", "--format", "json"], tmp_path, PYTHONPATH=str(installed))
    assert '"inf"' in told
    assert '"new-start"' in told

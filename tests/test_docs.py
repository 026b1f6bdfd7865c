"""The documents hold: examples run, answers are real, commands are told, links lead somewhere, third parties are listed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from treatywatch.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md"), ROOT / "tests/labels/README.md"]
)
BLOCK = re.compile(r"^```console runnable(?: exit=(\d))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANSWER = re.compile(r"<!-- answer: (treatywatch [^\n]*) -->\n```text\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


@dataclass(frozen=True, slots=True)
class Block:
    """The commands of one block, and the exit code of its last one."""

    script: str
    code: int


def blocks(page: Path) -> Iterator[Block]:
    """A line with `$` starts a command; lines without it belong to the one before (a here-document)."""
    for code, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        yield Block(re.sub(r"^\$ ", "", body, flags=re.MULTILINE), int(code or 0))


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if any(blocks(page))], ids=name_of)
def test_the_examples_of_a_page_run(page: Path, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for block in blocks(page):
        done = _run(f"set -euo pipefail\n{block.script}", tmp_path)
        assert done.returncode == block.code, f"{block.script}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def _run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("TREATYWATCH_")}
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={**clean, "PATH": program, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def answered(command: str, folder: Path) -> str:
    done = _run(f"{command} --format table", folder)
    assert done.returncode == 0, done.stderr
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip().splitlines())


def test_the_answer_in_the_readme_is_the_real_one(tmp_path: Path) -> None:
    """Where the program answers otherwise on purpose: `python tests/test_docs.py` prints it anew."""
    ((command, printed),) = ANSWER.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert printed == answered(command, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_to_files_resolve(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    missing = [link for link in targets if not (page.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    text = (ROOT / "docs/howto/commands.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `{command}\b", text, re.MULTILINE)


def test_no_command_is_documented_that_is_not_there() -> None:
    text = (ROOT / "docs/howto/commands.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)\b", text, re.MULTILINE)) == set(COMMANDS)


def test_the_readme_shows_real_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"treatywatch ([a-z]+)", text)) <= set(COMMANDS)


def test_every_dependency_is_listed_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = dict(re.findall(r"^\| ([\w-]+) \| ([\w.-]+) \|", (ROOT / "THIRD-PARTY.md").read_text(), re.MULTILINE))
    wanted = {re.split(r"[<>=!~ \[]", one)[0] for one in project["dependencies"]}
    assert wanted == set(listed) - {"package"}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_prose_avoids_words_that_belittle(page: Path) -> None:
    found = re.findall(r"\b(?:simply|obviously|of course)\b", page.read_text(encoding="utf-8"), re.IGNORECASE)
    assert not found


def print_answers_anew() -> None:
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        ANSWER.sub(lambda m: f"<!-- answer: {m[1]} -->\n```text\n{answered(m[1], ROOT)}```", text), encoding="utf-8"
    )


if __name__ == "__main__":
    print_answers_anew()

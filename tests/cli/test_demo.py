"""The main job, end to end, as a newcomer sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
pytestmark = [pytest.mark.slow, pytest.mark.needs_model]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


def test_the_demo_shows_the_main_job_and_writes_the_dossiers(ask: Ask, folder: Path) -> None:
    for _ in range(2):  # a second run begins anew
        answer = ask("demo", "-o", folder)
        assert answer.code == 0, answer.err
    for words in (
        "15 reports",
        "wire-copy",
        "withdrawing",
        "claimed-suspended",
        "expired",
        "480 km",
        "500 to 5,500 km",
    ):
        assert words in answer.out, words
    for treaty in ("inf", "new-start"):
        page = (folder / f"{treaty}.html").read_text(encoding="utf-8")
        assert page.rstrip().endswith("</html>")


def test_every_command_that_the_demo_shows_works(ask: Ask, folder: Path) -> None:
    shown = re.findall(r"^ +(?:\$ )?treatywatch (.+)$", ask("demo", "-o", folder).out, re.MULTILINE)
    assert len(shown) >= 10
    for line in shown:
        arguments = [word.strip('"') for word in line.split()]
        if "EXAMPLES" in line or "YOUR-REPORTS/" in line:
            continue
        record = [] if "--record" in arguments or arguments[0] == "systems" else ["--record", str(folder / "demo.db")]
        answer = ask(*arguments, *record)
        assert answer.code == 0, f"{line}: {answer.err}"

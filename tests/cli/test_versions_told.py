"""`compare` over several states of one outlet's text, and `stories` over them, for people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.needs_model
Ask = Callable[..., Any]
PAGE = """<html><head><title>Senate backs missile treaty</title><meta property="og:site_name" content="Reuters">
<meta property="article:published_time" content="2010-12-22T{hour}:00:00Z"><link rel="canonical" href="https://www.reuters.com/a1"></head>
<body><article><h1>Senate backs missile treaty</h1><p>WASHINGTON, Dec 22 (Reuters) - The United States Senate on Wednesday approved the
New START treaty with Russia by a vote of 71 to {against}, handing President Barack Obama a victory.</p><p>The treaty limits each side
to 1,550 deployed warheads and restores inspections that lapsed a year ago. Thirteen Republicans voted for it after a debate of
eight days.</p><p>Russian Foreign Minister Sergei Lavrov welcomed the vote and said the Duma would study the resolution.</p>{notice}
</article></body></html>
"""
NOTICE = "<p>Correction: an earlier version of this story misstated the vote. It was 71 to 26, not 71 to 25.</p>"


@pytest.fixture
def versions(tmp_path: Path) -> list[Path]:
    told = [("20", "26", ""), ("21", "25", ""), ("22", "26", NOTICE)]
    paths = [tmp_path / f"{number}.html" for number in range(len(told))]
    for path, (hour, against, notice) in zip(paths, told, strict=True):
        path.write_text(PAGE.format(hour=hour, against=against, notice=notice), encoding="utf-8")
    return paths


def test_compare_of_versions_shows_who_tells_a_passage_otherwise_and_what_each_update_altered(
    ask: Ask, versions: list[Path]
) -> None:
    told = ask("compare", *versions, "--format", "table").out
    assert "A B* C" in told
    assert "reuters, A → B: silently-changed" in told
    assert "number, changed: “26” → “25”" in told
    assert "reuters, B → C: corrected" in told
    assert [line[:3] for line in told.splitlines() if line.startswith("! ")] == ["! A", "! B", "! B", "! C"]


def test_agencys_own_text_again_is_a_version_and_no_wire_copy(ask: Ask, versions: list[Path]) -> None:
    assert ask("compare", *versions[:2]).json["relation"] == "version"

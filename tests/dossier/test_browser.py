"""The dossier opened in a real browser: nothing is fetched, nothing fails, and print shows what is folded."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.needs_model]
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--enable-logging=stderr",
]


def _open(chromium: str, folder: Path, address: str, *more: str) -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    command = [chromium, *QUIET, f"--user-data-dir={folder / 'profile'}", *more, address]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=folder)


def _requested(log: Path) -> set[str]:
    """The addresses asked for in a run, by Chromium's own log of the network."""
    text = log.read_text(encoding="utf-8")
    try:
        events = json.loads(text)["events"]
    except json.JSONDecodeError:  # the log's end is missing where the browser was quicker than its writer
        events = [{"params": {"url": url}} for url in re.findall(r'"url":"([^"]+)"', text)]
    urls = (event.get("params", {}).get("url", "") for event in events)
    return {url.split("?")[0] for url in urls if url.startswith(("http:", "https:", "ws:", "wss:"))}


@pytest.fixture(scope="module")
def file(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "inf.html"
    path.write_text(page, encoding="utf-8")
    return path


def test_opening_the_dossier_asks_the_network_for_nothing_and_logs_no_error(
    chromium: str, file: Path, tmp_path: Path
) -> None:
    own, blank = tmp_path / "own.json", tmp_path / "blank.json"
    opened = _open(chromium, tmp_path / "own", file.as_uri(), f"--log-net-log={own}", "--dump-dom")
    _open(chromium, tmp_path / "blank", "about:blank", f"--log-net-log={blank}", "--dump-dom")
    assert "What was said" in opened.stdout
    assert _requested(own) - _requested(blank) == set()
    assert [line for line in opened.stderr.splitlines() if "CONSOLE" in line] == []


def test_the_log_would_show_a_request_and_an_error(chromium: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<img src='https://example.invalid/x.png'><script>nothing()</script>", encoding="utf-8")
    log = tmp_path / "bad.json"
    opened = _open(chromium, tmp_path / "bad", bad.as_uri(), f"--log-net-log={log}", "--dump-dom")
    assert "https://example.invalid/x.png" in _requested(log)
    assert "CONSOLE" in opened.stderr


def test_print_shows_what_is_folded(chromium: str, file: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    printed = tmp_path / "inf.pdf"
    _open(chromium, tmp_path / "print", file.as_uri(), f"--print-to-pdf={printed}")
    words = " ".join("".join(page.extract_text() for page in PdfReader(printed).pages).split())
    assert "Deadlines of the treaty" in words
    assert "Course of standing and operation" in words


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_no_wider_than_the_window(chromium: str, file: Path, tmp_path: Path, width: int) -> None:
    frame = tmp_path / "frame.html"
    frame.write_text(
        f"<iframe id=f src='{file.as_uri()}' style='width:{width}px;height:900px;border:0'></iframe>"
        "<script>onload=()=>{const d=f.contentDocument.documentElement;document.title=d.scrollWidth}</script>",
        encoding="utf-8",
    )
    opened = _open(chromium, tmp_path / "width", frame.as_uri(), "--dump-dom", "--allow-file-access-from-files")
    found = re.search(r"<title>(\d+)</title>", opened.stdout)
    assert found
    assert int(found.group(1)) <= width

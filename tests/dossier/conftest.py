"""Dossiers of the shipped examples, and a browser to open them in."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from treatywatch.dossier import gather, render
from treatywatch.dossier.material import Asked, Material
from treatywatch.pipeline import find
from treatywatch.record import Record
from treatywatch.shelf import open_shelf

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="session")
def material(examples_record: Path) -> Material:
    """What the INF Treaty's dossier of 5 August 2019 is made of."""
    shelf = open_shelf()
    with Record.open(examples_record) as record:
        return gather(shelf, Asked("inf", date(2019, 8, 5), None, NOW), find(record, shelf), "examples.db")


@pytest.fixture(scope="session")
def page(material: Material) -> str:
    """The INF Treaty's dossier of 5 August 2019."""
    return render(material)


@pytest.fixture(scope="session")
def chromium() -> str:
    """A browser; without one the test is skipped, and counted."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("chromium is not installed: the dossier is not opened in a browser")
    return found

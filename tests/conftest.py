"""What all tests share: the shelf, the measuring sets, and how a missing set is counted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("TREATYWATCH_DATA"):
        return
    skip = pytest.mark.skip(reason="TREATYWATCH_DATA is not set: the measuring sets are not here")
    for item in items:
        if "needs_data" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder with seeds/, facts/, data/ and score/ (tests that use it are marked needs_data)."""
    folder = Path(os.environ["TREATYWATCH_DATA"])
    assert folder.is_dir(), f"TREATYWATCH_DATA: found no folder at {folder}"
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT

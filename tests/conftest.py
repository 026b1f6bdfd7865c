"""What all tests share: the shelf, the measuring sets, and how a missing set is counted."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ours", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("ours")

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


@pytest.fixture(scope="session")
def examples_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the shipped examples, each with the day that the index gives."""
    import yaml

    from treatywatch.dates import PlainDay
    from treatywatch.pipeline import open_reader, read_into
    from treatywatch.record import Record
    from treatywatch.shelf import open_shelf

    path = tmp_path_factory.mktemp("examples") / "examples.db"
    index = yaml.safe_load((ROOT / "examples" / "index.yml").read_text(encoding="utf-8"))
    reader = open_reader(open_shelf())
    with Record.open(path, create=True) as record:
        for row in index["reports"]:
            day = PlainDay.parse(row["published"]) if row["published"] else None
            for _ in read_into(record, [ROOT / "examples" / row["file"]], reader, day, today=date(2026, 11, 22)):
                pass
    return path

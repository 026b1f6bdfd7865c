"""Reports of our own writing: a wire story, what newspapers make of it, and others about the same day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from treatywatch.dates import UncertainDay
from treatywatch.model.actor import Outlet
from treatywatch.model.report import Credit, Report

Make = Callable[..., Report]


@pytest.fixture(scope="session")
def outlets() -> Mapping[str, Outlet]:
    wires = {
        key: Outlet(key, name, "wire", "test", True, is_wire=True)
        for key, name in (("reuters", "Reuters"), ("afp", "AFP"))
    }
    papers = {key: Outlet(key, key.title(), "newspaper", "test", True) for key in ("gazette", "courier", "tribune")}
    return wires | papers


@pytest.fixture(scope="session")
def make() -> Make:
    def one(
        key: str,
        text: str,
        day: str | None = "2021-03-12",
        outlet: str | None = None,
        credit: str | None = None,
        how: str = "foot",
    ) -> Report:
        told = Credit(credit, how, None) if credit else None
        published = UncertainDay.on(date.fromisoformat(day), "given") if day else None
        return Report(f"report:{key}", text, None, outlet, None, told, "en", published, f"{key}.txt")

    return one


@pytest.fixture(scope="session")
def texts() -> Mapping[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "texts").glob("*.txt"))}

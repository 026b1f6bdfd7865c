"""Outlets as a shelf would give them: forms with placeholders, names that collide, a newspaper that prints wires' credits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from treatywatch.dates import PlainDay
from treatywatch.model.actor import Outlet
from treatywatch.model.report import Refused, Report
from treatywatch.reading import read

TODAY = date(2026, 11, 22)
ReadOne = Callable[..., Report | Refused]


def _wire(key: str, name: str, domain: str, *credits: str) -> Outlet:
    return Outlet(key, name, "wire", "test", True, is_wire=True, domains=(domain,), credits=credits, languages=("en",))


@pytest.fixture(scope="session")
def outlets() -> Mapping[str, Outlet]:
    every = (
        _wire(
            "reuters",
            "Reuters",
            "reuters.com",
            "(Reuters)",
            "REUTERS/",
            "Reporting by … ",
            "Source: Reuters",
            "© Thomson Reuters",
        ),
        _wire("ap", "Associated Press", "apnews.com", "(AP)", "AP Photo/", "The Associated Press"),
        _wire("afp", "Agence France-Presse", "afp.com", "(AFP)", "© AFP", "Source: AFP", "AFP/", "with AFP"),
        _wire("afp-german", "AFP Deutschland", "afp.de", "(AFP)"),
        _wire("tass", "TASS", "tass.com", "/TASS/.", "(TASS)"),
        _wire("pti", "Press Trust of India", "ptinews.com", "(PTI)", "PTI", "-- PTI"),
        _wire("pa-media", "PA Media (Press Association)", "pa.media", "PA", "PA Media"),
        _wire("trend-az", "Trend News Agency", "trend.az", "Trend"),
        Outlet(
            "guardian",
            "The Guardian",
            "newspaper",
            "test",
            True,
            domains=("theguardian.com",),
            credits=("Guardian staff",),
        ),
        Outlet(
            "moscow-times",
            "The Moscow Times",
            "online",
            "test",
            True,
            domains=("themoscowtimes.com",),
            credits=("AFP",),
        ),
    )
    return {outlet.id: outlet for outlet in every}


@pytest.fixture
def read_one(outlets: Mapping[str, Outlet], tmp_path: Path) -> ReadOne:
    """Write a file of this name and content, read it, give the one report or refusal."""

    def one(content: str | bytes, name: str = "report.txt", published: PlainDay | None = None) -> Report | Refused:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        (found,) = read([path], published, outlets=outlets, today=TODAY)
        return found

    return one

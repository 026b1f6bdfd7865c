"""The dossier's limits and numbers: attributed, beside the limits of the law, and resting on sources."""

from __future__ import annotations

from datetime import UTC, date, datetime

import lxml.html
import pytest

from treatywatch.dossier import gather, render
from treatywatch.dossier.material import Asked, Material
from treatywatch.dossier.numbers import holdings, verdicts
from treatywatch.shelf import open_shelf

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def _page(treaty: str, day: str, known: date | None = None) -> lxml.html.HtmlElement:
    asked = Asked(treaty, date.fromisoformat(day), known, NOW)
    return lxml.html.document_fromstring(render(gather(open_shelf(), asked, None, None)))


def _text(document: lxml.html.HtmlElement, section: str) -> str:
    (found,) = document.xpath(f"//section[@id='{section}']")
    return " ".join(found.text_content().split())


@pytest.mark.needs_model
def test_a_system_in_dispute_is_told_under_each_figure(page: str, material: Material) -> None:
    assert "9m729" in material.limits
    told = _text(lxml.html.document_fromstring(page), "systems")
    assert "Does the 9M729 fall under the treaty?" in told
    assert "Outside: under the figure of Russian Ministry of Defence (General Matveevsky) (480 km)" in told
    assert "II.5, II.6: under the figure of US" in told
    assert "VII.4, unverified" in told


def test_declared_numbers_stand_beside_the_limits_of_the_law() -> None:
    document = _page("new-start", "2023-06-05")
    told = _text(document, "numbers")
    assert "The limits held from 5 February 2018" in told
    assert "Russia counts 901 for the United States as of 5 February 2018" in told
    assert "not declared" in told
    links = document.xpath("//section[@id='numbers']//thead//a/@href")
    assert set(links) == {"#clause-II-1-a-", "#clause-II-1-b-", "#clause-II-1-c-"}
    assert {link[1:] for link in links} <= set(document.xpath("//@id"))


def test_numbers_of_later_days_are_no_part_of_a_page() -> None:
    assert "2020" not in _text(_page("new-start", "2018-03-01"), "numbers")


def test_what_was_destroyed_is_told_by_the_day_of_the_page() -> None:
    assert "at least 1,278 of 2,692 missiles" in _text(_page("inf", "1990-01-01"), "numbers")
    whole = _text(_page("inf", "2019-08-05"), "numbers")
    assert "2,692 of 2,692 missiles" in whole
    assert "654 of them were SS-20s" in whole
    assert "unverified" in whole


def test_a_treaty_without_numbers_has_no_such_section() -> None:
    document = _page("open-skies", "2020-06-01")
    assert document.xpath("//section[@id='numbers']") == []
    assert document.xpath("//nav//a[@href='#numbers']") == []


@pytest.mark.needs_model
def test_what_all_figures_depend_on_is_told_once(material: Material) -> None:
    told = verdicts(material.limits["9m729"])
    assert len(told.shared) == 1
    assert all(not row.conditions for row in told.answers)
    single = verdicts(material.limits["9m729"][:1])
    assert single.shared == ()
    assert len(single.answers[0].conditions) == 1


def test_a_table_of_nothing_is_empty() -> None:
    table = holdings(())
    assert (table.columns, table.rows, table.dues, table.disputed) == ((), (), (), ())

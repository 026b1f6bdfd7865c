"""The dossier: self-contained, accessible, and every item opens on what it rests on."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from datetime import UTC, date, datetime

import lxml.html
import pytest

from treatywatch.dossier import gather, render
from treatywatch.dossier.material import Asked, Material
from treatywatch.shelf import open_shelf

pytestmark = pytest.mark.needs_model


@pytest.fixture(scope="module")
def document(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page)


def test_the_page_refers_to_nothing_outside_but_by_links(document: lxml.html.HtmlElement, page: str) -> None:
    assert (
        document.xpath("//*[@src] | //link[not(starts-with(@href, 'data:'))] | //iframe | //object | //embed | //base")
        == []
    )
    assert not re.search(r"@import|url\(\s*['\"]?(?!#)", page)
    links = document.xpath("//a/@href")
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


def test_every_link_within_the_page_has_its_target(document: lxml.html.HtmlElement) -> None:
    ids = document.xpath("//@id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert {link[1:] for link in document.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_the_page_can_be_read_by_ear_and_keyboard(document: lxml.html.HtmlElement) -> None:
    assert document.get("lang") == "en"
    assert len(document.xpath("//h1")) == 1
    assert {"main", "nav", "header", "footer"} <= {
        element.tag for element in document.iter() if isinstance(element.tag, str)
    }
    assert all(table.xpath("./caption") for table in document.xpath("//table"))
    assert all(cell.get("scope") in ("col", "row") for cell in document.xpath("//th"))
    assert all(each[0].tag == "summary" for each in document.xpath("//details"))
    assert all(section.get("aria-labelledby") for section in document.xpath("//section"))
    levels = [int(heading.tag[1]) for heading in document.xpath("//h1|//h2|//h3")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_lede_tells_who_keeps_to_a_treaty_that_is_not_in_force() -> None:
    shelf = open_shelf()
    asked = Asked("salt-2", date(1985, 6, 1), None, datetime(2026, 11, 22, tzinfo=UTC))
    text = render(gather(shelf, asked, None, None))
    assert "say that they keep to the treaty without being bound." in text


def test_pictures_have_a_title_a_description_and_a_table(document: lxml.html.HtmlElement) -> None:
    pictures = document.xpath("//*[local-name()='svg']")
    assert pictures
    for picture in pictures:
        named = picture.get("aria-labelledby").split()
        assert [bool(document.get_element_by_id(each).text) for each in named] == [True, True]
    assert "Course of standing and operation" in document.text_content()


def test_every_statement_opens_on_its_sentence_marked_in_context(
    document: lxml.html.HtmlElement, material: Material
) -> None:
    quoted = {mark.text_content() for mark in document.xpath("//blockquote/mark")}
    for entry in material.statements:
        assert {passage.exact for passage in entry.evidence} <= quoted


def test_every_act_tells_its_source(document: lxml.html.HtmlElement) -> None:
    acts = [
        item
        for item in document.xpath("//ol[@class='timeline']/li")
        if item.get("class") in ("settled", "press", "history")
    ]
    assert len(acts) > 10
    assert all(item.xpath("./details") for item in acts)


def test_settled_and_reported_are_told_apart(document: lxml.html.HtmlElement) -> None:
    kinds = Counter(item.get("class") for item in document.xpath("//ol[@class='timeline']/li"))
    assert kinds["settled"] > 3
    assert kinds["reported"] > 0


def test_the_lede_says_where_the_treaty_stands() -> None:
    shelf = open_shelf()
    page = render(gather(shelf, Asked("inf", date(2019, 7, 5), None, datetime.now(UTC)), None, None))
    lede = " ".join(lxml.html.document_fromstring(page).xpath("//p[@class='lede']")[0].text_content().split())
    assert lede.startswith("In force since 1 June 1988. The United States is withdrawing, effective 2 August 2019")
    assert "The record holds no statement" in page


def test_two_renderings_are_equal(material: Material, page: str) -> None:
    assert render(material) == page

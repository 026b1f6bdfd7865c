"""A PDF's lines become its paragraphs; what cannot be read in bounded time and size is refused."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from treatywatch.model.report import Refused, Report
from treatywatch.reading import pdf as pdf_module

ReadOne = Callable[..., Report | Refused]
LINES = (
    "Envoys leave Geneva without a deal",
    "",
    "GENEVA, 12 March 2021 (Reuters) - Envoys of the two sides left Geneva on",
    "Friday without a deal on the inspection of mobile launchers, diplomats with",
    "knowledge of the talks said.",
    "",
    "The host government said that it would invite both sides again in May, pro-",
    "vided that the exercises near the border were called off. It has provided the",
    "rooms since the autumn.",
)


def _pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with these lines, twelve points apart, a blank line as a gap."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        drawn = ["BT /F1 10 Tf 12 TL 50 800 Td"]
        for line in lines:
            escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            drawn.append(f"({escaped}) Tj T*" if line else "( ) Tj T*")
        stream = DecodedStreamObject()
        stream.set_data(" ".join([*drawn, "ET"]).encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf_gives_title_day_credit_and_paragraphs(read_one: ReadOne) -> None:
    report = read_one(_pdf([LINES]), "report.pdf")
    assert isinstance(report, Report), report
    assert report.title == "Envoys leave Geneva without a deal"
    assert report.credit is not None
    assert (report.credit.outlet, report.credit.how) == ("reuters", "dateline")
    assert report.published is not None
    assert report.published.edtf == "2021-03-12"
    assert report.text.count("\n\n") == 2
    assert "on Friday without a deal" in report.text
    assert "provided that the exercises" in report.text


def test_pdf_is_known_by_its_content_not_by_its_name(read_one: ReadOne) -> None:
    assert isinstance(read_one(_pdf([LINES]), "report.txt"), Report)


def test_pdf_of_too_many_pages_is_refused(read_one: ReadOne, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "PDF_PAGES", 2)
    found = read_one(_pdf([LINES, LINES, LINES]), "book.pdf")
    assert isinstance(found, Refused)
    assert found.reason.startswith("pdf: found 3 pages, expected at most 2")


def test_pdf_that_takes_too_long_is_refused_not_cut(read_one: ReadOne, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "PDF_SECONDS", -1.0)
    found = read_one(_pdf([LINES]), "slow.pdf")
    assert isinstance(found, Refused)
    assert found.reason.startswith("pdf: found pages that take longer")


@pytest.mark.parametrize("cut", [60, 300, 700])
def test_pdf_cut_short_is_refused_or_read_but_never_raises(read_one: ReadOne, cut: int) -> None:
    found = read_one(_pdf([LINES])[:cut], "cut.pdf")
    assert isinstance(found, Refused)
    assert found.reason.startswith("pdf: found")

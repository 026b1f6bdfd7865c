"""What a report is made of: kept text, title, day, outlet, credit, language, and an id that stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import PlainDay
from treatywatch.errors import RefusedError
from treatywatch.model.actor import Outlet
from treatywatch.model.report import Refused, Report
from treatywatch.reading import read
from treatywatch.reading.decoding import _unscramble, decode
from treatywatch.reading.desk import report_id
from treatywatch.reading.pdf import join_lines

ReadOne = Callable[..., Report | Refused]
ENGLISH = (
    "NATO’s chief said on Friday that the chances of saving the treaty were “going down”, after talks without result – again. "
    "The alliance will meet in the autumn, he added, and will not place new missiles in Europe."
)
PAGE = """<!doctype html><html><head><title>Talks fail - The Guardian</title>
<link rel="canonical" href="https://www.theguardian.com/world/talks"><meta property="og:title" content="Talks fail">
{meta}</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks fail</h1>
<p>Negotiators from both sides met in Geneva on Friday and could not agree on the inspection of launchers, diplomats said.</p>
<p>The talks on the treaty will go on in the autumn, the two delegations said in a joint statement after the meeting.</p>
<p>Neither side gave up its position on the range of the missile in question, officials said on Friday evening.</p>
</article>{foot}<footer>Page built on 14 March 2021</footer></body></html>"""


def _report(found: Report | Refused) -> Report:
    assert isinstance(found, Report), found
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_kept_the_same_whatever_its_encoding(read_one: ReadOne, encoding: str) -> None:
    assert _report(read_one(ENGLISH.encode(encoding))).text == ENGLISH


def test_newlines_are_normalised_and_nothing_else_is_changed(read_one: ReadOne) -> None:
    text = f"  Talks  fail\r\n\r\n{ENGLISH}\rEnd \n"
    assert _report(read_one(text)).text == f"  Talks  fail\n\n{ENGLISH}\nEnd \n"


def test_utf8_once_read_as_windows_1252_is_turned_back(read_one: ReadOne) -> None:
    scrambled = ENGLISH.encode().decode("latin-1")
    assert _report(read_one(scrambled)).text == ENGLISH


def test_file_of_the_same_text_again_is_the_same_report(read_one: ReadOne) -> None:
    assert _report(read_one(ENGLISH, "a.txt")).id == _report(read_one(ENGLISH, "b.txt")).id


def test_same_text_of_another_outlet_or_address_is_another_report() -> None:
    ids = {
        report_id(*key)
        for key in ((None, None, "x"), ("afp", None, "x"), (None, "u", "x"), ("afp", "u", "x"), (None, None, "y"))
    }
    assert len(ids) == 5


def test_headline_of_a_text_is_its_title_and_stays_in_the_text(read_one: ReadOne) -> None:
    report = _report(read_one(f"Talks on the treaty fail\n\n{ENGLISH}"))
    assert report.title == "Talks on the treaty fail"
    assert report.text.startswith(report.title)


@pytest.mark.parametrize(
    "first", ["The talks failed on Friday.", "BRUSSELS: NATO boss said so", "A sentence, that goes on:"]
)
def test_first_line_that_is_a_sentence_is_no_title(read_one: ReadOne, first: str) -> None:
    assert _report(read_one(f"{first}\n\n{ENGLISH}")).title is None


def test_day_given_goes_before_metadata_and_metadata_before_print(read_one: ReadOne) -> None:
    meta = '<meta property="article:published_time" content="2019-07-05T10:00:00Z">'
    page = PAGE.format(meta=meta, foot="")
    given_day = _report(read_one(page, "a.html", PlainDay.parse("2019-07-08"))).published
    from_meta = _report(read_one(page, "a.html")).published
    printed = _report(read_one(f"Talks fail\nJuly 9, 2019\n\n{ENGLISH}")).published
    assert given_day is not None
    assert (given_day.edtf, given_day.how) == ("2019-07-08", "given")
    assert from_meta is not None
    assert (from_meta.edtf, from_meta.how) == ("2019-07-05", "metadata")
    assert printed is not None
    assert (printed.edtf, printed.how) == ("2019-07-09", "printed")


def test_page_without_a_day_has_none_rather_than_the_day_of_its_footer(read_one: ReadOne) -> None:
    assert _report(read_one(PAGE.format(meta="", foot=""), "a.html")).published is None


def test_day_above_a_pages_article_is_printed(read_one: ReadOne) -> None:
    page = PAGE.format(meta="", foot="").replace("</h1>", "</h1><div>5 July 2019</div>")
    day = _report(read_one(page, "a.html")).published
    assert day is not None
    assert (day.edtf, day.how) == ("2019-07-05", "printed")


def test_page_gives_its_article_title_address_and_outlet_without_its_menus(read_one: ReadOne) -> None:
    report = _report(read_one(PAGE.format(meta="", foot=""), "a.html"))
    assert (report.title, report.url, report.outlet) == (
        "Talks fail",
        "https://www.theguardian.com/world/talks",
        "guardian",
    )
    assert report.text.startswith("Talks fail\n\nNegotiators")
    assert "Home" not in report.text
    assert report.credit is None


def test_credit_below_a_pages_article_is_seen(read_one: ReadOne) -> None:
    report = _report(read_one(PAGE.format(meta="", foot="<p>Source: AFP</p>"), "a.html"))
    assert report.credit is not None
    assert (report.credit.outlet, report.credit.how) == ("afp", "foot")


def test_agency_as_a_pages_author_is_credited(read_one: ReadOne) -> None:
    report = _report(
        read_one(PAGE.format(meta='<meta name="author" content="Agence France-Presse">', foot=""), "a.html")
    )
    assert report.credit is not None
    assert report.credit.outlet == "afp"


def test_page_is_known_by_its_content_not_by_its_name(read_one: ReadOne) -> None:
    assert _report(read_one(PAGE.format(meta="", foot=""), "saved")).title == "Talks fail"


def test_scripts_and_comments_do_not_weigh_and_an_unclosed_one_does_not_hang(read_one: ReadOne) -> None:
    heavy = "<script>" + "x" * 3_000_000 + "</script><!-- " + "y" * 1_000_000 + " -->"
    assert _report(read_one(PAGE.format(meta="", foot=heavy), "a.html")).title == "Talks fail"
    open_end = PAGE.format(meta="", foot="<style" * 50_000)
    assert read_one(open_end, "b.html") is not None


def test_quotation_in_another_language_does_not_make_a_text_foreign(read_one: ReadOne) -> None:
    quote = "« Nous ne pouvons pas accepter que la sécurité de l'Europe soit décidée sans les Européens, et nous le dirons à nos alliés »"
    text = f"The French president spoke in Paris on Friday about the treaty.\n\n{quote}, he said.\n\nHe will wait for the talks next week."
    assert _report(read_one(text)).language == "en"


def test_few_words_are_read_without_a_guess_at_their_language(read_one: ReadOne) -> None:
    assert _report(read_one("Treaty ends today.")).language is None


def test_lines_of_a_pdf_become_paragraphs_and_hyphens_stay_where_no_word_proves_them_broken() -> None:
    text = "The alliance agreed on counter-\nmeasures and on the inspec-\ntion of launchers in the east.\nThe inspection begins.\n\nNew."
    assert join_lines(text) == (
        "The alliance agreed on counter-measures and on the inspection of launchers in the east. The inspection begins.\n\nNew."
    )


def test_reading_twice_gives_the_same(outlets: Mapping[str, Outlet], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    day = date(2026, 11, 22)
    assert list(read([tmp_path], outlets=outlets, today=day)) == list(read([tmp_path], outlets=outlets, today=day))


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_characters="\r\ufffd", exclude_categories=["Cc", "Cs"]),
        min_size=1,
    )
)
def test_any_clean_text_survives_its_encoding_or_is_refused(text: str) -> None:
    with suppress(RefusedError):
        assert decode(text.encode("utf-8")) == _unscramble(text.removeprefix("\ufeff"))


@pytest.mark.needs_data
def test_seeds_are_two_reports_and_only_one_of_them_credits_its_agency(
    data: Path, outlets: Mapping[str, Outlet]
) -> None:
    garbled, copy = read([data / "seeds"], PlainDay.parse("2019-07-05"), outlets=outlets, today=date(2026, 11, 22))
    assert isinstance(garbled, Report)
    assert isinstance(copy, Report)
    assert garbled.credit is None
    assert copy.credit is not None
    assert (copy.credit.outlet, copy.credit.how) == ("afp", "foot")
    assert copy.credit.span is not None
    assert copy.credit.span.of(copy.text) == "AFP"

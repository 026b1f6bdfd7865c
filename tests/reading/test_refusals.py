"""What cannot be read is refused in words that say what was found and what was expected; the rest is read."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfWriter

from treatywatch.dates import PlainDay
from treatywatch.model.actor import Outlet
from treatywatch.model.report import Refused, Report
from treatywatch.reading import read
from treatywatch.reading.tongue import check_language

TODAY = date(2026, 11, 22)
ReadOne = Callable[..., Report | Refused]
ENGLISH = (
    "The two delegations met in Geneva on Friday and could not agree on the inspection of launchers. "
    "They will meet again in the autumn, the host government said, and the treaty stays in force until then."
)
GERMAN = (
    "Die beiden Delegationen trafen sich am Freitag in Genf und konnten sich über die Kontrolle der Startgeräte nicht einigen. "
    "Sie wollen sich im Herbst wieder treffen, teilte die Regierung des Gastlandes mit, und der Vertrag gilt bis dahin weiter."
)


def _pdf(password: str | None = None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


BROKEN: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "content: found an empty file"),
    ("white.txt", b" \n\t \n", "content: found nothing but white space"),
    ("random.txt", bytes(range(256)) * 20, "content: found binary data"),
    ("archive.txt", b"PK\x03\x04\x14\x00\x00\x00" * 50, "content: found binary data"),
    ("half.txt", "“Talks” – ".encode() * 9 + b"\xff\xfe\x80 and on", "encoding: found UTF-8 that breaks off at byte"),
    ("lost.txt", ("The min\ufffdster s\ufffdid n\ufffdthing. " * 5).encode(), "encoding: found 15 lost letters"),
    ("german.txt", GERMAN.encode(), "language: found 'de', expected 'en'"),
    (
        "french.txt",
        "Le secrétaire général a averti vendredi que le traité touchait à sa fin.".encode(),
        "language: found 'fr'",
    ),
    ("russian.txt", "Президент заявил о договоре.".encode(), "language: found a text in another script"),
    (
        "menu.html",
        b"<html><body><ul><li><a href=1>Home</a></li><li><a href=2>World</a></li></ul></body></html>",
        "page: found",
    ),
    ("scan.pdf", _pdf(), "pdf: found no text"),
    ("locked.pdf", _pdf("secret"), "pdf: found an encrypted file"),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj <<", "pdf: found a broken file"),
    ("future.txt", f"GENEVA, July 5, 2031 (Reuters) - {ENGLISH}".encode(), "published: found 2031-07-05 (printed)"),
]


@pytest.mark.parametrize(("name", "content", "words"), BROKEN, ids=[case[0] for case in BROKEN])
def test_broken_input_is_refused_in_these_words(read_one: ReadOne, name: str, content: bytes, words: str) -> None:
    found = read_one(content, name)
    assert isinstance(found, Refused), found
    assert found.reason.startswith(words)
    assert "expected" in found.reason


def test_huge_file_is_refused_unread(read_one: ReadOne) -> None:
    found = read_one(b"a" * 20_000_001)
    assert isinstance(found, Refused)
    assert found.reason.startswith("size: found more than 20 MB")


def test_day_given_that_lies_in_the_future_is_refused(read_one: ReadOne) -> None:
    found = read_one(ENGLISH, published=PlainDay.parse("2027-01-01"))
    assert isinstance(found, Refused)
    assert found.reason.startswith("published: found 2027-01-01 (given)")


def test_tomorrow_is_no_future_day_because_somewhere_it_has_begun(read_one: ReadOne) -> None:
    assert isinstance(read_one(ENGLISH, published=PlainDay.parse("2026-11-23")), Report)


def test_missing_file_and_web_address_are_refused(outlets: Mapping[str, Outlet], tmp_path: Path) -> None:
    missing, address = read([tmp_path / "none.txt", "https://example.org/a"], outlets=outlets, today=TODAY)
    assert isinstance(missing, Refused)
    assert missing.reason.startswith("file: found nothing of this name")
    assert isinstance(address, Refused)
    assert address.reason.startswith("address: found a web address")


def test_pipe_is_refused_without_waiting_for_a_writer(outlets: Mapping[str, Outlet], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (found,) = read([tmp_path / "pipe"], outlets=outlets, today=TODAY)
    assert isinstance(found, Refused)
    assert found.reason == "file: found a pipe, expected a plain file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_refused(outlets: Mapping[str, Outlet], tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(ENGLISH)
    path.chmod(0)
    (found,) = read([path], outlets=outlets, today=TODAY)
    assert isinstance(found, Refused)
    assert found.reason.startswith("file: found no permission")


def test_folder_is_read_sorted_without_hidden_files_and_without_leaving_it(
    outlets: Mapping[str, Outlet], tmp_path: Path
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(ENGLISH)
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt"):
        (folder / name).write_text(f"{name}. {ENGLISH}")
    (folder / "out.txt").symlink_to(outside)
    (folder / "nowhere.txt").symlink_to(tmp_path / "nothing")
    (folder / "sub" / "loop").symlink_to(folder)
    found = list(read([folder], outlets=outlets, today=TODAY))
    assert [Path(one.path).name for one in found if isinstance(one, Report)] == ["a.txt", "b.txt", "c.txt"]
    refused = {Path(one.path).name: one.reason for one in found if isinstance(one, Refused)}
    assert set(refused) == {"out.txt", "nowhere.txt"}
    assert all("link: found one that leads out of" in reason for reason in refused.values())


def test_empty_folder_is_said(outlets: Mapping[str, Outlet], tmp_path: Path) -> None:
    (found,) = read([tmp_path], outlets=outlets, today=TODAY)
    assert isinstance(found, Refused)
    assert found.reason.startswith("folder: found no file")


def test_one_bad_input_does_not_stop_the_rest(outlets: Mapping[str, Outlet], tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_text(ENGLISH)
    first, second = read([tmp_path], outlets=outlets, today=TODAY)
    assert isinstance(first, Refused)
    assert isinstance(second, Report)


@pytest.mark.parametrize(
    "text",
    [
        "The Baltic states withdrew from the Ottawa Convention on 27 October 2025.",
        "Lavrov and Kerry met in the Palais des Nations with Steinmeier.",
    ],
)
def test_single_sentence_full_of_names_is_english(text: str) -> None:
    assert check_language(text) == "en"

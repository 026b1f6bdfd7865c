"""PDF: the text of its pages, with lines put back into paragraphs, by pypdf."""

from __future__ import annotations

import io
import logging
import re
import time

from treatywatch.errors import RefusedError
from treatywatch.reading.limits import LARGEST_TEXT, PDF_PAGES, PDF_SECONDS

LEAST_LETTERS = 120
"""Letters from which a PDF has text: a scan has none, or a stamp's."""
_BROKEN_WORD = re.compile(r"([^\W\d_]+)-$")


def is_pdf(data: bytes) -> bool:
    """Whether content is PDF: its mark stands within the first kilobyte (ISO 32000-1, Annex H.3.4.1)."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes) -> str:
    """The text of a PDF; RefusedError where it is encrypted, broken, scanned or far too long."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its complaints become our one reason
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise RefusedError("pdf: found an encrypted file, expected an open one; save it without a password")
        if len(reader.pages) > PDF_PAGES:
            raise RefusedError(
                f"pdf: found {len(reader.pages)} pages, expected at most {PDF_PAGES}; cut out the report"
            )
        pages = _pages(reader)
    except RefusedError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise RefusedError(
            f"pdf: found a broken file ({_short(error)}), expected a readable one; get it again"
        ) from error
    text = join_lines("\n\n".join(pages))
    if sum(char.isalpha() for char in text) < LEAST_LETTERS:
        raise RefusedError(
            "pdf: found no text (a scan, or empty pages), expected an article; run character recognition first"
        )
    return text


def _pages(reader: object) -> list[str]:
    """The text of each page, until time or size runs out: then the whole is refused, not cut."""
    until = time.monotonic() + PDF_SECONDS
    texts: list[str] = []
    for page in reader.pages:  # type: ignore[attr-defined]
        if time.monotonic() > until:
            raise RefusedError(
                f"pdf: found pages that take longer than {PDF_SECONDS:.0f} s to read, expected plain text pages"
            )
        texts.append(str(page.extract_text() or ""))
        if sum(map(len, texts)) > LARGEST_TEXT:
            raise RefusedError(f"pdf: found more than {LARGEST_TEXT:,} characters, expected one report")
    return texts


def _short(error: BaseException) -> str:
    words = " ".join(str(error).split())[:80]
    return words or type(error).__name__


def join_lines(text: str) -> str:
    """Put the lines of a page's column back into paragraphs.

    A line goes on in the next one unless a blank line follows, or it ends a sentence well short of the column's width.
    A hyphen at a line's end is kept unless the word without it stands elsewhere in the text.
    """
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    current = previous = ""
    for line in lines:
        if not line:
            paragraphs.append(current)
            current = ""
            continue
        if current and _ends_paragraph(previous, line, width):
            paragraphs.append(current)
            current = ""
        current = _append(current, line, words)
        previous = line
    paragraphs.append(current)
    return "\n\n".join(part for part in paragraphs if part)


def _ends_paragraph(previous: str, line: str, width: int) -> bool:
    short = len(previous) < 0.75 * width
    return short and (
        previous.endswith((".", "!", "?", "”", '"', ":")) or (line[:1].isupper() and len(previous) < 0.6 * width)
    )


def _append(current: str, line: str, words: set[str]) -> str:
    broken = _BROKEN_WORD.search(current)
    if not broken:
        return f"{current} {line}" if current else line
    tail = re.match(r"[^\W\d_]+", line)
    whole = (broken.group(1) + (tail.group() if tail else "")).lower()
    return current[:-1] + line if whole in words else current + line

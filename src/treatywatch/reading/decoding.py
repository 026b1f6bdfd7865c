"""Bytes into text: which encoding, and when to refuse rather than guess.

Order: byte-order mark, declared charset (pages only), strict UTF-8, UTF-16 by its pattern of zero bytes, Windows-1252 where
every high byte is a plausible letter or mark of it, and last what charset-normalizer is sure of.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from treatywatch.errors import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]{3,20})""", re.IGNORECASE)
_VALID_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")
_ASCII = bytes(range(128))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_SCRAMBLED = re.compile(r"â€|Ã[\x80-\xbf‚-™]")
_BINARY = "content: found binary data, expected text, a saved page or PDF"

MOST_CONTROLS = 0.002
"""Share of control characters from which content is binary: printable text has none, an archive or image tens of per cent."""
MOST_LOST = 0.001
"""Share of replacement characters (U+FFFD) from which too many letters of a text are lost to quote from it."""
MOST_HIGH_IN_ENGLISH = 0.05
"""Share of bytes above 0x7f up to which an undeclared text may be English in Windows-1252 (quotes, dashes, a name)."""


def decode(data: bytes, page: bool = False) -> str:
    """Decode `data`, without byte-order mark and with newlines as line feeds; RefusedError where that would be a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _settle(_strictly(data[len(mark) :], encoding))
    if page and (declared := _declared(data)):
        try:
            return _settle(data.decode(declared))
        except UnicodeDecodeError:
            pass  # pages declare wrongly often enough; go on as if nothing had been said
    return _settle(_undeclared(data))


def _declared(data: bytes) -> str | None:
    """The charset named in the first kilobytes of a page, if Python knows it. Latin-1 means Windows-1252 (WHATWG encoding)."""
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
    except LookupError:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _undeclared(data: bytes) -> str:
    if b"\x00" in data[:4096]:
        if encoding := _zero_pattern(data):
            return _strictly(data, encoding)
        raise RefusedError(_BINARY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    if len(_VALID_MULTIBYTE.findall(data)) >= 2:
        raise RefusedError(
            f"encoding: found UTF-8 that breaks off at byte {broken.start}, expected one encoding throughout; save it again as UTF-8"
        )
    return _legacy(data, broken.start)


def _zero_pattern(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a zero in nearly every second byte."""
    sample = data[:4000]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _legacy(data: bytes, at: int) -> str:
    high = len(data.translate(None, _ASCII))
    if high <= MOST_HIGH_IN_ENGLISH * len(data) + 2:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        if text and all(_plausible(match.group()) for match in _HIGH_RUN.finditer(text)):
            return text
    best = from_bytes(data).best()
    if best is None or best.percent_chaos > 10:
        raise RefusedError(
            f"encoding: found bytes of no known encoding (first at {at}), expected UTF-8, UTF-16 or Windows-1252; save it again as UTF-8"
        )
    return str(best)


def _plausible(run: str) -> bool:
    """Whether a run of non-ASCII characters is what English text has: a letter or two in a name, quotes, dashes, a sign."""
    return len(run) <= 3 and all(char.isalpha() or char in "‘’‚“”„–—…•€£¥§©®°·«»½¼¾\xa0\xad†‡™±²³´" for char in run)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError(
            f"encoding: found bytes at {error.start} that are not {encoding}, expected one encoding throughout; save it again as UTF-8"
        ) from error


def _settle(text: str) -> str:
    text = _unscramble(text.removeprefix("\ufeff")).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise RefusedError("content: found nothing but white space, expected text")
    if "\x00" in text or len(_CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise RefusedError(_BINARY)
    lost = text.count("\ufffd")
    if lost > max(2, MOST_LOST * len(text)):
        raise RefusedError(
            f"encoding: found {lost} lost letters (U+FFFD), expected whole text; get the file from its origin again"
        )
    scrambled = len(_SCRAMBLED.findall(text))
    if scrambled > max(2, MOST_LOST * len(text)):
        raise RefusedError(
            f"encoding: found {scrambled} letters wrongly decoded before (such as â€), expected UTF-8; get the file again"
        )
    return text


def _unscramble(text: str) -> str:
    """Undo UTF-8 that somebody read as Windows-1252 (`â€œ` for an opening quote), in each run that turns back whole.

    No run that was right turns back: the bytes of `“` or `é` alone are not UTF-8.
    """
    return _HIGH_RUN.sub(lambda match: _turn_back(match.group()) or match.group(), text)


def _turn_back(run: str) -> str | None:
    try:
        back = b"".join(_single_byte(char) for char in run).decode("utf-8")
    except UnicodeError:
        return None
    return back if len(back) < len(run) else None


def _single_byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")  # the five bytes that Windows-1252 leaves open

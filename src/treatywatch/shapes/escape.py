"""Text from reports made harmless: on a terminal (control sequences, direction overrides) and in a spreadsheet (formulas)."""

from __future__ import annotations

import re

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls: escape sequences start here
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of writing direction
    "\u2028\u2029\ufff9-\ufffb]"  # line and paragraph separators, interlinear annotation
)
_PICTURES = 0x2400
"""U+2400 and on show the C0 controls as small pictures."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection; with the full-width forms that some programs accept)."""


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(_PICTURES + code)
    return "\u2421" if code == 0x7F else f"\\u{code:04x}"


def visible(text: str, keep: str = "") -> str:
    """The text with each control or direction character shown as a sign; those in `keep` stay."""
    return _HARMFUL.sub(lambda match: match.group() if match.group() in keep else _picture(match), text)


def one_line(text: str) -> str:
    """The text on one line, made visible: white space runs become one space."""
    return visible(" ".join(text.split()))


def cell(text: str) -> str:
    """The text as a cell of a CSV file that no spreadsheet takes for a formula."""
    shown = visible(text, keep="\n\t\r")
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown


def json_text(encoded: str) -> str:
    """Encoded JSON in which no character acts on a terminal: the remaining harmful ones as JSON escapes."""
    return _HARMFUL.sub(
        lambda match: match.group() if match.group() == "\n" else f"\\u{ord(match.group()):04x}", encoded
    )

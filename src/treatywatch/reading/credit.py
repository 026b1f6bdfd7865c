"""Whom a text credits for itself: dateline, byline, foot, copyright. The forms are the shelf's; the *places* are known here.

An agency's name in a sentence credits nothing, and one at the end of a picture's caption credits the picture. So a form
counts only where a text speaks of itself: before its first sentence, in a line of its own near the top, or at its foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from treatywatch.model.actor import Outlet
from treatywatch.model.passage import Span
from treatywatch.model.report import Credit
from treatywatch.reading.credit_names import credit_names, credit_templates, credits_pictures

HEAD_LINES = 14
"""Non-empty lines at the top in which a byline is looked for."""
FOOT_LINES = 10
"""Non-empty lines at the end in which a foot credit is looked for (share buttons and tags follow it on pages)."""
LONGEST_HEAD = 3 * HEAD_LINES
"""Non-empty lines at the top in which a dateline is looked for (pictures and furniture go before it on pages)."""
LONGEST_CREDIT_LINE = 110
"""Characters of a line that only credits."""
FURTHEST_DATELINE = 90
"""Characters from the start of a paragraph within which a dateline closes (TURNBERRY/GLASGOW, Scotland, July 15 (Reuters) -)."""

_PHOTO = re.compile(
    r"\b(?:photo|photograph|picture|image|getty|epa|file|pool|caption|video|graphic)s?\b", re.IGNORECASE
)
_PLACE = r"(?:(?:[^\W\d_a-z][\w.'’-]*|\d{1,4}(?:st|nd|rd|th)?|of|and|de|al|in)[\s,./]+){1,9}?"
"""Place, province, month and day: capitalised words and numbers, no prose."""
_DAY = (
    r"(?:published|updated|posted|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[:.]\d\d|(?:19|20)\d\d"
    r"|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)"
)
_MONTH_AND_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d\s+[A-Z][a-z]{2}", re.IGNORECASE
)
_NAMED_AS_SOURCE = re.compile(r"^\W*(?:sources?|quelle|credits?|via|from|with|[\w .]{2,40}\swith)\b", re.IGNORECASE)
_DAY_LINE = re.compile(rf"^(?:[^\n]{{0,30}}\b)?{_DAY}", re.IGNORECASE)
_OPENS_TEXT = re.compile(r"^[^\W\d_a-z]{3}[^\n]{0,60}(?:—|–|--?|:)\s")
_ROLE = r"(?:\s+(?:\w+\s+)?(?:writers?|staff|correspondents?|reporters?))?(?:\s+in\s+[A-Z][\w ]{2,20})?"
_SEPARATOR = r"\s*(?:—|–|--?|:)\s"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Forms:
    """The places in which some names credit a text."""

    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    bare: re.Pattern[str]
    foot: re.Pattern[str]
    signed: re.Pattern[str]
    copyright: re.Pattern[str]


@lru_cache(maxsize=256)
def _forms(names: frozenset[str]) -> _Forms:
    """The forms of just these names: patterns of all names that the shelf has would take longer to compile than a text to read."""
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    name = rf"(?<!\w)(?P<name>{alternatives})(?!\w)"
    return _Forms(
        dateline=re.compile(
            rf"^(?:{_PLACE}\s*)?(?:\({name}\)|/{name.replace('?P<name>', '?P<slashed>')}/\.?)(?:{_SEPARATOR}|\s)"
        ),
        byline=re.compile(
            rf"^(?:by\s+)?(?:[^\n]{{0,70}}?[\s,|—–/-]\s*)?(?:the\s+)?{name}(?P<after>{_ROLE}(?:\s*[|,–—-]?\s*{_DAY}[^\n]*)?)$",
            re.IGNORECASE,
        ),
        bare=re.compile(rf"^(?:the\s+)?{name}$", re.IGNORECASE),
        foot=re.compile(
            rf"^(?:[—–(\[•-]|--)?\s*(?:(?:sources?|quelle|credits?)\s*:\s*|(?:with|via|from)\s+|(?:[\w .]{{2,40}}\s)?with\s+"
            rf"|(?:—|–|--|-)\s*|\(|\[)"
            rf"(?:the\s+)?{name}(?P<more>[^\n]{{0,50}})$",
            re.IGNORECASE,
        ),
        signed=re.compile(rf"^(?:the\s+)?{name}(?:/[a-z]{{2,3}})?$"),
        copyright=re.compile(
            rf"(?:©|\(c\)|copyright)[\s©,(c)]*(?:(?:19|20)\d\d[\s,–-]*)*(?:by\s+)?(?:the\s+)?{name}\b", re.IGNORECASE
        ),
    )


class CreditForms:
    """The names by which copy credits outlets, drawn from the shelf once and then searched in many texts."""

    def __init__(self, outlets: Mapping[str, Outlet]) -> None:
        self._by_name = credit_names(outlets)
        self._by_folded = {name.casefold(): name for name in self._by_name}
        self._folded_names = tuple((name.casefold(), name) for name in self._by_name)
        self._wires = frozenset(outlet.id for outlet in outlets.values() if outlet.is_wire)
        self._with_datelines = self._wires | {outlet.id for outlet in outlets.values() if outlet.datelines}
        self._of_pictures = frozenset(outlet.id for outlet in outlets.values() if credits_pictures(outlet))
        self._templates = tuple(credit_templates(outlets))

    def find(self, text: str) -> Credit | None:
        """The credit of `text`, the dateline before byline, foot and copyright; None where it credits nobody."""
        lines = list(_lines(text))
        if len(lines) > LONGEST_HEAD + FOOT_LINES:
            lines = lines[:LONGEST_HEAD] + lines[-FOOT_LINES:]
        head = lines[: min(HEAD_LINES, max(1, len(lines) - 1))]
        foot = lines[-FOOT_LINES:] if len(lines) > 1 else []
        return (
            self._in_dateline(lines[:LONGEST_HEAD])
            or self._in_byline(head)
            or self._in_foot(foot)
            or self._in_copyright(foot)
        )

    def of_foot(self, lines: str) -> Credit | None:
        """The credit that the lines below a page's article give."""
        found = self._in_foot([line for line in _lines(lines) if len(line.text) <= LONGEST_CREDIT_LINE])
        return Credit(found.outlet, "foot", None) if found else None

    def of_author(self, author: str | None) -> Credit | None:
        """The credit that a page's metadata gives (an agency as author)."""
        line = _Line(0, (author or "").strip())
        match = self._forms_in([line]).byline.match(line.text)
        outlet = self._outlet(match.group("name")) if match else None
        return Credit(outlet, "byline", None) if outlet else None

    def _outlet(self, name: str) -> str | None:
        """The outlet of a matched name: in its own spelling or in capitals, so that `trend` or `beta` in passing is none."""
        if name in self._by_name:
            return self._by_name[name]
        known = self._by_folded.get(name.casefold())
        if known and (name.isupper() or " " in known):
            return self._by_name[known]
        return None

    def _forms_in(self, lines: Sequence[_Line]) -> _Forms:
        """The forms of those names that stand in some lines."""
        folded = "\n".join(line.text for line in lines).casefold()
        return _forms(frozenset(name for key, name in self._folded_names if key in folded))

    def _in_dateline(self, lines: list[_Line]) -> Credit | None:
        forms = self._forms_in(lines)
        for line in lines:
            match = forms.dateline.match(line.text[: FURTHEST_DATELINE + 20])
            if not match or match.end() > FURTHEST_DATELINE or len(line.text) < match.end() + 20:
                continue
            group = "name" if match.group("name") else "slashed"
            if group == "name" and match.group().endswith(") ") and not _MONTH_AND_DAY.search(match.group()):
                continue  # `The Associated Press (AP) said …`: without a dash only a day makes it a dateline
            outlet = self._outlet(match.group(group))
            if outlet in self._with_datelines:
                return Credit(
                    str(outlet), "dateline", Span(line.start + match.start(group), line.start + match.end(group))
                )
        return None

    def _in_byline(self, lines: list[_Line]) -> Credit | None:
        forms = self._forms_in(lines)
        for place, line in enumerate(lines):
            if (
                len(line.text) > LONGEST_CREDIT_LINE
                or _PHOTO.search(line.text)
                or line.text.endswith((".", "?", "!", ")"))
            ):
                continue
            match = forms.byline.match(line.text)
            if not match or not self._reads_as_byline(match, place, lines, forms):
                continue
            if outlet := self._outlet(match.group("name")):
                return Credit(outlet, "byline", Span(line.start + match.start("name"), line.start + match.end("name")))
        return None

    def _reads_as_byline(self, match: re.Match[str], place: int, lines: Sequence[_Line], forms: _Forms) -> bool:
        """`By …`; or names of authors with the agency's, beside a day or straight above the text. Else it credits a picture."""
        line = lines[place].text
        if re.match(r"(?i)^by\s", line):
            return True
        before = line[: match.start("name")].strip()
        if before and not _is_authors(before):
            return False
        if before.endswith("/") and " and " not in before:
            return False  # `Carlos Barria / Reuters`: a photographer
        following = lines[place + 1].text if place + 1 < len(lines) else ""
        if match.group("after").strip() or _DAY_LINE.match(following[:60]) or _OPENS_TEXT.match(following):
            return place > 0 or not before or bool(match.group("after").strip())
        return place < 3 and forms.bare.match(line) is not None and self._outlet(match.group("name")) in self._wires

    def _in_foot(self, lines: list[_Line]) -> Credit | None:
        forms = self._forms_in(lines)
        for line in reversed(lines):
            if outlet := self._template_outlet(line.text):
                return Credit(outlet, "foot", Span(line.start, line.start + len(line.text)))
            if len(line.text) > LONGEST_CREDIT_LINE or _PHOTO.search(line.text):
                continue
            match = forms.foot.match(line.text) or forms.signed.match(line.text)
            outlet = self._outlet(match.group("name")) if match and not _goes_on(match) else None
            if match and outlet and (outlet in self._wires or _NAMED_AS_SOURCE.match(line.text)):
                return Credit(outlet, "foot", Span(line.start + match.start("name"), line.start + match.end("name")))
        return self._at_the_very_end(lines)

    def _at_the_very_end(self, lines: list[_Line]) -> Credit | None:
        """`… the minister said. (Reuters)` credits the text only as its last words, under a text of several paragraphs."""
        if len(lines) < 3:
            return None
        last = lines[-1]
        match = re.search(
            r"[.!?”\"]\s*(?:\((?P<round>[^()]{2,40})\)|/(?P<slash>[^/]{2,24})/|--?\s?(?P<dash>[A-Z]{2,12}))\.?$",
            last.text,
        )
        if not match:
            return None
        group = str(match.lastgroup)
        outlet = self._outlet(match.group(group))
        span = Span(last.start + match.start(group), last.start + match.end(group))
        if outlet is None or (group == "round" and outlet in self._of_pictures):
            return None
        return Credit(outlet, "foot", span)

    def _template_outlet(self, line: str) -> str | None:
        return next((outlet for form, outlet in self._templates if form.match(line)), None)

    def _in_copyright(self, lines: list[_Line]) -> Credit | None:
        forms = self._forms_in(lines)
        for line in lines:
            match = forms.copyright.search(line.text)
            if (
                match
                and not _PHOTO.search(line.text[: match.start()])
                and (outlet := self._outlet(match.group("name")))
            ):
                return Credit(
                    outlet, "copyright", Span(line.start + match.start("name"), line.start + match.end("name"))
                )
        return None


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\n]+", text):
        stripped = match.group().strip()
        if stripped:
            yield _Line(match.start() + match.group().index(stripped), stripped)


def _goes_on(match: re.Match[str]) -> bool:
    """Whether words after the name make a sentence of the line (`With AFP staff cut …`), rather than list more agencies."""
    more = match.groupdict().get("more") or ""
    return bool(
        re.search(r"[a-z]{3,}", re.sub(r"\b(?:and|agencies|news|agency|reports?|staff|inputs?|from)\b", "", more))
    )


def _is_authors(text: str) -> bool:
    """Whether what stands before the agency's name reads as authors: names in capitals, `and`, commas, a place."""
    words = re.findall(r"[^\W\d_]+", text)
    return 0 < len(words) <= 12 and all(
        word[0].isupper() or word in ("and", "by", "in", "the", "of", "de", "van", "von") for word in words
    )

"""Claims about who signed a treaty that are told around it: `which Carter and Brezhnev signed`, `it was Nixon who signed it`."""

from __future__ import annotations

from collections.abc import Iterator

from treatywatch.findings.claims.framing import frame_of, law_of
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.findings.claims.signers import signed
from treatywatch.language.cast_directory import Directory

_FRAME = (
    r"\bT,? (?:which|that) (?:had been )?(?:[\w.]+ ){0,2}P (?:had |both |then )*(?:@)"
    r"|\bP,? who (?:had |both |then |together )*(?:@) (?:T|it)\b"
    r"|\bT (?:bears|bore|carries|carried) the (?:signatures?|names?) of (?:[\w.]+ ){0,2}P"
    r"|\bit was (?:[\w.]+ ){0,2}P (?:who|that) (?:had |both |then |together )*(?:@) (?:T|it)\b"
    r"|\bP (?:had |both |then |jointly |together |formally )*(?:@) (?:it\b|T)"
)
"""Frames around persons and a treaty, the lexicon's words for signing between them."""


def read(page: Page, directory: Directory) -> Iterator[Judged]:
    """The claims of these forms in all sentences."""
    pattern = page.lexicon.pattern("signers_did", _FRAME)
    for low, high in page.sentences:
        if not page.prose.cast.scene.within(low, high, "person"):
            continue
        frame = frame_of(page, low, high)
        for match in pattern.finditer(frame.text):
            law = law_of(page, frame, next(iter(frame.within(match, "T")), None))
            persons = next((list(slot.mentions) for slot in frame.within(match, "P")), [])
            owned = frame.text.startswith(("'", "-"), match.end())  # "signed the treaty's ratification"
            if law is not None and law.treaty.sides and not owned and len(persons) <= 2:
                yield from signed(page, law, directory, frame.span(match), persons)

"""Claims about who put his name under a treaty, put beside the act of signature and who held which office on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from treatywatch.findings.claims import wording
from treatywatch.findings.claims.acting import subject_of
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import Occasion
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.language.cast_directory import Directory
from treatywatch.model.annotation import Mention
from treatywatch.model.finding import Verdict
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind

_RIGHT_AFTER = 12
"""Characters from "the signing" to the treaty whose signing it is."""


def read(page: Page, directory: Directory) -> Iterator[Judged]:
    """`signed by Ronald Reagan and Mikhail Gorbachev`: each must have held an office of a signing state on the day."""
    for low, high in page.sentences:
        for match in page.lexicon.words("signers").finditer(page.plain, low, high):
            law = page.treaty_at(low, high, match.start())
            persons = _persons(page, match.end(), high) if _is_of_treaty(page, low, high, match) else []
            persons = persons or _subjects(page, low, high, match)
            if law is not None and persons and law.treaty.sides:
                yield from signed(page, law, directory, _span(page, match, persons), persons)


_OPENS = re.compile(r"(?:^|[.;:,(–—-]\s?)$")
_WORD_FOR_IT = re.compile(
    r"(?:^|\s)(?:it|which|that|treaty|pact|accord|agreement|deal|convention|document|instrument)[\s,(]+"
    r"(?:(?:was|were|is|has been|had been|formally|finally|first|both|then|itself)\s)*$"
)


def _is_of_treaty(page: Page, low: int, high: int, match: re.Match[str]) -> bool:
    """Whether what is signed is the treaty: its subject, the noun right before, what a participle opens upon, or named right after.

    A decree signed by a president may suspend a treaty that others signed.
    """
    before = page.plain[low : match.start()]
    after = [one for one in page.treaties(match.end(), high) if one.start - match.end() <= _RIGHT_AFTER]
    return bool(
        subject_of(page, low, match.start()) or _WORD_FOR_IT.search(before) or _OPENS.search(before.rstrip()) or after
    )


def _persons(page: Page, start: int, high: int) -> list[Mention]:
    """The persons that "by" or "between" introduces after the verb, with their titles, one or two."""
    lead = page.lexicon.pattern("signers_lead", r"(?<![\w-])@\s").search(page.plain[start : min(high, start + 60)])
    if lead is None:
        return []
    at = start + lead.end()
    found: list[Mention] = []
    for one in page.prose.cast.scene.within(at, high, "person"):
        if one.start - at > 50 or re.search(r"[.;]|\bin\b|\bon\b|\bsaid\b", page.plain[at : one.start]):
            break
        found.append(one)
        at = one.end
    return found[:2]


def _subjects(page: Page, low: int, high: int, match: re.Match[str]) -> list[Mention]:
    """The persons who "signed" the treaty that is named right after: `Nixon and Brezhnev signed the ABM Treaty`."""
    named = [one for one in page.treaties(match.end(), high) if one.start >= 0]
    if match.group() not in page.lexicon.file.signers_did or not named or page.plain.startswith("'", named[0].end):
        return []
    if not re.fullmatch(r"\s(?:the\s)?(?:\d{4}\s)?", page.plain[match.end() : named[0].start]):
        return []
    found: list[Mention] = []
    at = match.start()
    for one in reversed(page.prose.cast.scene.within(low, match.start(), "person")):
        if not re.fullmatch(
            r"\s(?:(?:and\s(?:[\w.]+\s){0,3})|(?:(?:who|had|both|then|jointly)\s)*)", page.plain[one.end : at]
        ):
            break
        found.insert(0, one)
        at = one.start
    return found[:2]


def _span(page: Page, match: re.Match[str], persons: list[Mention]) -> tuple[int, int]:
    """From the words for signing to the persons; a day between them is another claim."""
    if page.days(match.end(), persons[0].start):
        return persons[0].start, persons[-1].end
    return min(match.start(), persons[0].start), max(match.end(), persons[-1].end)


def signed(
    page: Page, law: Law, directory: Directory, span: tuple[int, int], persons: list[Mention]
) -> Iterator[Judged]:
    """The verdict on the claim at `span` that these persons signed a treaty of two sides."""
    signing = [one for one in law.when((EventKind.SIGN,)) if one.aspect == "effective" and one.sure]
    verdicts = [_of_person(page, directory, signing, person) for person in persons]
    if not signing or None in verdicts:
        return
    wrong = [person for person, right in zip(persons, verdicts, strict=True) if right is False]
    act = signing[0]
    held = "".join(f" {_held(directory, person.id, person.text)}" for person in wrong)
    fact = wording.sentence(page, law, act) + held
    verdict = Verdict.CONTRADICTS if wrong else Verdict.CONSISTENT
    claim = f"{law.treaty.short}: signed by {' and '.join(person.text for person in persons)}"
    extra = tuple(_office_grounds(directory, wrong))
    yield page.judged(span, "signer", law, claim, verdict, fact, (*act.grounds, *extra), act.rests_on)


def _of_person(page: Page, directory: Directory, signing: list[Occasion], person: Mention) -> bool | None:
    """Whether a person signed; None where the shelf cannot tell: in office on the day, but not named by the act."""
    candidates = person.candidates or (person.id,)
    if any(
        _named(directory, each, act.says) and _in_office(directory, each, act.day.earliest)
        for each in candidates
        for act in signing
    ):
        return True
    if any(_in_office(directory, each, act.day.earliest) for each in candidates for act in signing):
        return False if any(_another_signed(directory, each, act) for each in candidates for act in signing) else None
    surely = all(directory.terms.get(each) for each in candidates)
    return False if surely else None


def _another_signed(directory: Directory, person: str, act: Occasion) -> bool:
    """Whether the act names somebody else who held an office of the same state on the day."""
    day = act.day.earliest
    states = {directory.state_of(held.office.actor) for held in directory.held_on(person, day)}
    return any(
        held.tenure.surname in act.says and directory.state_of(held.office.actor) in states
        for other, terms in directory.terms.items()
        if other != person
        for held in terms
        if held.covers(day)
    )


def _named(directory: Directory, person: str, says: str) -> bool:
    return any(held.tenure.surname in says for held in directory.terms.get(person, ()))


def _in_office(directory: Directory, person: str, on: date) -> bool:
    return bool(directory.held_on(person, on))


def _held(directory: Directory, person: str, text: str) -> str:
    terms = directory.terms.get(person, [])
    years = ", ".join(f"{held.office.title} {held.years[0]}–{held.years[1]}" for held in terms[:2])
    return f"{directory.name_of(person) or text} held no office then on the shelf ({years})."


def _office_grounds(directory: Directory, persons: list[Mention]) -> Iterator[Ground]:
    for person in persons:
        for held in directory.terms.get(person.id, [])[:2]:
            yield Ground(
                source=held.tenure.source,
                verified=held.tenure.verified,
                note=f"{held.tenure.name}: {held.office.title}",
            )

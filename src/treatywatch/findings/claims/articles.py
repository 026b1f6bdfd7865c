"""Claims about which article says what, put beside the clauses; and about who put his name under a treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from treatywatch.findings.claims import acts
from treatywatch.findings.claims.library import Law
from treatywatch.findings.claims.occasions import READ, Occasion
from treatywatch.findings.claims.page import Judged, Page
from treatywatch.language.cast_directory import Directory
from treatywatch.model.annotation import Mention
from treatywatch.model.finding import Verdict
from treatywatch.model.passage import Ground
from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import grounds

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_ARTICLE = re.compile(r"(?<![\w-])(?:article|art\.)\s((?:[ivxl]{1,7}|\d{1,3}))(?![\w-])")
_OF = re.compile(r"(?:\s?(?:\(\w+\)|\.\d+|, paragraph \w+))?(?:\s(?:of|in)\s(?:the\s)?(?:\d{4}\s)?|,)")


def number_of(article: str) -> int | None:
    """The leading number of an article, Roman or Arabic (`XV.2` is 15, `20.1` is 20); None where it has none ("Protocol I")."""
    match = re.match(r"(?:([IVXL]+)|(\d+))(?![a-zA-Z])", article.upper())
    if match is None:
        return None
    if match.group(2):
        return int(match.group(2))
    values = [_ROMAN[letter.lower()] for letter in match.group(1)]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def read(page: Page) -> Iterator[Judged]:
    """The claims about articles in all sentences."""
    for low, high in page.sentences:
        for match in _ARTICLE.finditer(page.plain, low, high):
            law = _law(page, low, high, match)
            if law is not None:
                yield from _judged(page, law, low, high, match)


def _law(page: Page, low: int, high: int, match: re.Match[str]) -> Law | None:
    """The treaty of an article: the one named right after it, before it as its owner, or the only one that the sentence speaks of."""
    named = [one for one in page.treaties(low, high) if one.start >= 0]
    after = _OF.match(page.plain, match.end())
    beside = [one for one in named if after and 0 <= one.start - after.end() <= 4]
    owner = [one for one in named if page.plain[one.end : match.start()] in ("'s ", "' ")]
    chosen = (beside or owner)[:1]
    if chosen:
        return page.library.law(chosen[0].ids[0]) if len(chosen[0].ids) == 1 else None
    return page.treaty_at(low, high, match.start()) if len({one.ids for one in named}) <= 1 else None


def _judged(page: Page, law: Law, low: int, high: int, match: re.Match[str]) -> Iterator[Judged]:
    number = number_of(match.group(1))
    for kind, words in page.lexicon.file.articles_of.items():
        told = _topic(page, words, low, high, match)
        clauses = [one for one in law.treaty.clauses if one.kind == kind and number_of(one.article) is not None]
        if told is None or not clauses or number is None:
            continue
        right = [one for one in clauses if number_of(one.article) == number]
        if not right and not all(one.verified or one.level in READ for one in clauses):
            continue
        if not right and any(
            number_of(one.article) == number and _speaks_of(one.says, words) for one in law.treaty.clauses
        ):
            continue
        chosen = right or clauses
        fact = " ".join(f"{law.treaty.short}, {one.article}: {one.says}" for one in chosen[:1])
        verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTS
        span = min(match.start(), told.start()), max(match.end(), told.end())
        claim = f"{law.treaty.short}: {kind} by article {match.group(1).upper()}"
        ids = [grounds.clause_id(law.treaty, one) for one in chosen]
        yield page.judged(
            span, "article", law, claim, verdict, fact, [grounds.of_clause(law.treaty, one) for one in chosen], ids
        )
        return


def _topic(page: Page, words: tuple[str, ...], low: int, high: int, match: re.Match[str]) -> re.Match[str] | None:
    """The words after the article, in its own stretch of the sentence, that tell what it is about."""
    from treatywatch.findings.claims.lexicon import alternatives

    pattern = re.compile(rf"(?<![\w-])(?:{alternatives(words)})(?![\w-])")
    found = pattern.search(page.plain, match.end(), min(high, match.end() + 110))
    following = _ARTICLE.search(page.plain, match.end(), high)
    if found is not None and (following is None or found.start() < following.start()):
        return found
    return None


def _speaks_of(says: str, words: tuple[str, ...]) -> bool:
    return any(word.rstrip("*") in says.lower() for word in words)


# --- Who signed ------------------------------------------------------------------------------------------------------


def read_signers(page: Page, directory: Directory) -> Iterator[Judged]:
    """`signed by Ronald Reagan and Mikhail Gorbachev`: each must have held an office of a signing state on the day."""
    for low, high in page.sentences:
        for match in page.lexicon.words("signers").finditer(page.plain, low, high):
            law = page.treaty_at(low, high, match.start())
            persons = _persons(page, match.end(), high)
            if law is not None and persons and law.treaty.sides:
                yield from _signed(page, law, directory, match, persons)


def _persons(page: Page, start: int, high: int) -> list[Mention]:
    """The persons that "by" or "between" introduces after the verb, with their titles, one or two."""
    lead = re.search(rf"(?<![\w-]){page.lexicon.part('signers_lead')}\s", page.plain[start : min(high, start + 60)])
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


def _signed(
    page: Page, law: Law, directory: Directory, match: re.Match[str], persons: list[Mention]
) -> Iterator[Judged]:
    signing = [one for one in law.when((EventKind.SIGN,)) if one.aspect == "effective" and one.sure]
    verdicts = [_of_person(page, directory, signing, person) for person in persons]
    if not signing or None in verdicts:
        return
    wrong = [person for person, right in zip(persons, verdicts, strict=True) if right is False]
    act = signing[0]
    held = "".join(f" {_held(directory, person.id, person.text)}" for person in wrong)
    fact = acts.sentence(page, law, act) + held
    verdict = Verdict.CONTRADICTS if wrong else Verdict.CONSISTENT
    claim = f"{law.treaty.short}: signed by {' and '.join(person.text for person in persons)}"
    extra = tuple(_office_grounds(directory, wrong))
    yield page.judged(
        (match.start(), persons[-1].end), "signer", law, claim, verdict, fact, (*act.grounds, *extra), act.rests_on
    )


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
        return None
    surely = all(directory.terms.get(each) for each in candidates)
    return False if surely else None


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

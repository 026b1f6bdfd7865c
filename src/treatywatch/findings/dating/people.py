"""What the offices and states of a report say of its day: who held which office when, which state existed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from treatywatch.findings.dating.clues import FIRST, LAST, Clue, Option
from treatywatch.findings.dating.tellings import LEAD_SENTENCES
from treatywatch.language.cast_directory import SOVIET_END, Held
from treatywatch.language.cast_figures import Figure
from treatywatch.language.cast_people import People
from treatywatch.language.cast_titles import find_titles
from treatywatch.language.prose import Prose
from treatywatch.model.dating import Bound
from treatywatch.model.passage import Ground, Span

SPEAKS, ACTS, NAMED = 2.4, 1.9, 0.4
"""Weight of an office whose holder speaks in the report, is told with it of the present, or is only named in its history."""
DOES = 1.0
"""Weight of the office of somebody who is told without it, and does something ("Mr Bush wants")."""
SURE, UNTITLED = 0.9, 0.3
"""Weight of not being before the term of somebody told with an office or speaking, and of one who is only named and does something."""
BEFORE_OFFICE = 100
"""Days before a term in which its holder is "elect" or "incoming" (the longest wait of the shelf's heads of state)."""
AFTER_OFFICE = 30
"""Days after a term in which reports still give the title."""
_ELECT = re.compile(r"[- ]elect\b|\bincoming\b|\bdesignate\b", re.IGNORECASE)
YEAR_BEFORE, YEAR_BEHIND = 60, 50
"""Signs before and behind a name, up to a comma, within which a year places it in history."""
_SOVIET = re.compile(r"\bSoviets?\b|\bUSSR\b")
_OFFICE = r"\b(President|Prime Minister|Foreign Minister|Defence Minister|Defense Minister|Secretary of State|Chancellor|Chairman)"
_NAME = r"[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}"
_TITLE = re.compile(rf"(?:{_OFFICE}\s|{_OFFICE}s\s(?:{_NAME}\sand\s)?){_NAME}$")
"""An office right before a name; in the plural it is that of both who follow ("Presidents George Bush and Mikhail Gorbachev")."""
_THAT_SIGNED = (
    re.compile(r"\b(?:that|which)\s[^,;.]{0,60}$"),
    re.compile(r"[^,;.]{0,40}\b(?:signed|concluded|negotiated|agreed)\b"),
)
"""Around a name: the treaty is told by who made it, long ago perhaps."""
_DOES = re.compile(
    r"\s(?:is|has|will|says|wants|calls|insists|hopes|plans|refuses|means|faces|must|can|wins|keeps|told|urged|warned)\b"
)
"""After a name without an office: its bearer does something now."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bthen\b|\blate\b")


def clues_of_people(prose: Prose, speakers: frozenset[str]) -> Iterator[Clue]:
    """A clue for each person of the shelf who is told with an office; `speakers` are those who speak in the report."""
    scene = prose.cast.scene
    people = People(scene, find_titles(scene))
    for figure in people.figures:
        if figure.slug is None or _is_mixed(prose, figure, people.figures):
            continue
        if not _is_sure(prose, figure):
            yield from _of_namesakes(prose, figure)
            continue
        clue = _of_figure(prose, people, figure, figure.slug in speakers)
        if clue is not None:
            yield clue


def _of_namesakes(prose: Prose, figure: Figure) -> Iterator[Clue]:
    """A clue for a surname of several persons of the shelf: told with an office it is of those who held one of that name."""
    places = {start for start, _ in figure.places}
    slugs = {each for m in prose.mentions if m.kind == "person" and m.start in places for each in (m.id, *m.candidates)}
    directory = prose.cast.scene.directory
    terms = [term for slug in sorted(slugs) for term in directory.held_on(slug, None)]
    held = _titled(prose, figure, terms)
    if held and not all(_is_history(prose, place) for place in figure.places):
        options = tuple(one for term in held for one in _of_term(term, ACTS, False, UNTITLED))
        yield Clue(Span(*figure.places[0]), options)


def _is_sure(prose: Prose, figure: Figure) -> bool:
    """Whether the person is named in full somewhere, or by a surname that one person of the shelf has ("Kim" is many)."""
    places = {start for start, _ in figure.places}
    named = [m for m in prose.mentions if m.kind == "person" and m.start in places]
    return any(" " in m.text or len(m.candidates) < 2 for m in named)


def _is_mixed(prose: Prose, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the person is also told by a word alone that is part of another's name: "defence minister Kim" may be any of three."""
    alone = {prose.text[start:end] for start, end in figure.places if " " not in prose.text[start:end]}
    return any(alone & set(other.name.split()) for other in figures if other is not figure)


def _of_figure(prose: Prose, people: People, figure: Figure, speaks: bool) -> Clue | None:
    assert figure.slug is not None
    terms = people.scene.directory.held_on(figure.slug, None)
    held = [term for term in terms if any(people.fits(title, term) for title in figure.titles)]
    held = held or ([] if figure.titles else _titled(prose, figure, terms))
    former = [title for title in figure.titles if title.former]
    span = Span(*figure.places[0])
    if former and not any(not title.former for title in figure.titles):
        return _of_former(span, figure, [term for term in terms if term.tenure.until is not None])
    recent = any(not _is_history(prose, place) for place in figure.places)
    elect = any(
        _ELECT.search(prose.text[max(0, s - 20) : s]) or _ELECT.search(prose.text[e : e + 24]) for s, e in figure.places
    )
    told = held or (terms if not figure.titles and (speaks or recent) else [])
    acts = not held and recent and any(_DOES.match(prose.text, place[1]) for place in figure.places)
    weight = DOES if acts else NAMED if not recent or not held else SPEAKS if speaks or _opens(prose, figure) else ACTS
    sure = SURE if held or speaks else UNTITLED
    options = [_of_term(term, weight, elect, sure) for term in told]
    return Clue(span, tuple(one for pair in options for one in pair)) if options else None


def _titled(prose: Prose, figure: Figure, terms: Sequence[Held]) -> list[Held]:
    """The terms of the office whose name stands right before a name ("Presidents George Bush and Mikhail Gorbachev")."""
    words = {
        (match[1] or match[2]).lower()
        for start, end in figure.places
        if (match := _TITLE.search(prose.text[max(0, start - YEAR_BEFORE) : end])) is not None
    }
    return [term for term in terms if any(word in term.office.title.lower() for word in words)]


def _opens(prose: Prose, figure: Figure) -> bool:
    """Whether the person is told in the title or the first two sentences, and not of another time."""
    end = prose.sentences[min(LEAD_SENTENCES, len(prose.sentences)) - 1].end
    return any(place[1] <= end and not _is_history(prose, place) for place in figure.places)


def _is_history(prose: Prose, place: tuple[int, int]) -> bool:
    """Whether the words around the name tell of another time ("signed in 1987 between …", "Reagan signed it in 1987")."""
    index = prose.sentence_at(place[0])
    if index is None:
        return False
    sentence = prose.sentences[index]
    before = prose.text[max(sentence.start, place[0] - YEAR_BEFORE) : place[0]]
    after = prose.text[place[1] : min(sentence.end, place[1] + YEAR_BEHIND)].partition(",")[0]
    made = _THAT_SIGNED[0].search(before) and _THAT_SIGNED[1].match(after)
    return bool(made or _YEAR.search(before) or _YEAR.search(after))


def _of_term(term: Held, weight: float, elect: bool, sure: float) -> list[Option]:
    """Within the term, with this weight; not before it in any case, which is as `sure`."""
    since = term.tenure.since.earliest if term.tenure.since else FIRST
    until = term.tenure.until.latest if term.tenure.until else LAST
    ground = Ground(
        source=term.tenure.source,
        verified=term.tenure.verified,
        note=f"{term.tenure.name}: {term.office.title}, {term.tenure.since or '…'} to {term.tenure.until or 'today'}",
    )
    says = f"{term.tenure.name} is told as {term.office.title}"
    if elect:
        low, high = since - timedelta(days=BEFORE_OFFICE), since
        return [Option(low, high, SPEAKS, Bound.NEAR, f"{says} to come", (ground,))]
    late = until if until == LAST else until + timedelta(days=AFTER_OFFICE)
    options = [Option(since, LAST, sure, Bound.NOT_BEFORE, says, (ground,))]
    options.append(
        Option(since, late, sure + weight, Bound.NEAR if late != LAST else Bound.NOT_BEFORE, says, (ground,))
    )
    return options


def _of_former(span: Span, figure: Figure, terms: Sequence[Held]) -> Clue | None:
    ends = [term.tenure.until.earliest for term in terms if term.tenure.until]
    if not ends:
        return None
    says = f"{figure.name} is told as a former holder of office"
    ground = Ground(source=terms[0].tenure.source, verified=terms[0].tenure.verified, note=says)
    return Clue(span, (Option(min(ends), LAST, 0.9, Bound.NOT_BEFORE, says, (ground,)),))


def clues_of_states(prose: Prose) -> Iterator[Clue]:
    """The Soviet Union told of alone speaks for a day before its end; Russia told of for one about or after it."""
    named = [m for m in prose.mentions if m.kind in ("actor", "place")]
    soviet = next((m for m in named if _SOVIET.search(m.text)), None)
    russia = next((m for m in named if m.text.startswith("Russia")), None)
    states = prose.cast.scene.directory.states
    if soviet is not None and russia is None and "su" in states:
        ground = Ground(source=states["su"].source, verified=states["su"].verified, note="the Soviet Union")
        late = date(SOVIET_END.year + 1, 1, 31)
        says = "speaks of the Soviet Union, and not of Russia"
        yield Clue(Span(soviet.start, soviet.end), (Option(FIRST, late, 0.8, Bound.NOT_AFTER, says, (ground,)),))
    if russia is not None and "ru" in states:
        ground = Ground(source=states["ru"].source, verified=states["ru"].verified, note="Russia")
        low = date(SOVIET_END.year, 1, 1)
        says = "speaks of Russia as a state of its own"
        yield Clue(Span(russia.start, russia.end), (Option(low, LAST, 0.7, Bound.NOT_BEFORE, says, (ground,)),))

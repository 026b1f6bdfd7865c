"""What the offices and states of a report say of its day: who held which office when, which state existed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from treatywatch.findings.dating.clues import FIRST, LAST, Clue, Option
from treatywatch.language.cast_directory import SOVIET_END, Held
from treatywatch.language.cast_figures import Figure
from treatywatch.language.cast_people import People
from treatywatch.language.cast_titles import find_titles
from treatywatch.language.prose import Prose
from treatywatch.model.dating import Bound
from treatywatch.model.passage import Ground, Span

SPEAKS, ACTS, NAMED = 2.4, 1.5, 0.4
"""Weight of an office whose holder speaks in the report, is told with it of the present, or is only named in its history."""
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
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bthen\b|\blate\b")


def clues_of_people(prose: Prose, speakers: frozenset[str]) -> Iterator[Clue]:
    """A clue for each person of the shelf who is told with an office; `speakers` are those who speak in the report."""
    scene = prose.cast.scene
    people = People(scene, find_titles(scene))
    for figure in people.figures:
        if figure.slug is None or not _is_sure(prose, figure) or _is_mixed(prose, figure, people.figures):
            continue
        clue = _of_figure(prose, people, figure, figure.slug in speakers)
        if clue is not None:
            yield clue


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
    former = [title for title in figure.titles if title.former]
    span = Span(*figure.places[0])
    if former and not any(not title.former for title in figure.titles):
        return _of_former(span, figure, [term for term in terms if term.tenure.until is not None])
    recent = any(not _is_history(prose, place) for place in figure.places)
    elect = any(
        _ELECT.search(prose.text[max(0, s - 20) : s]) or _ELECT.search(prose.text[e : e + 24]) for s, e in figure.places
    )
    told = held or (terms if not figure.titles and (speaks or recent) else [])
    weight = NAMED if not recent or not held else SPEAKS if speaks else ACTS
    sure = SURE if held or speaks else UNTITLED
    options = [_of_term(term, weight, elect, sure) for term in told]
    return Clue(span, tuple(one for pair in options for one in pair)) if options else None


def _is_history(prose: Prose, place: tuple[int, int]) -> bool:
    """Whether the words around the name tell of another time ("signed in 1987 between …", "Reagan signed it in 1987")."""
    index = prose.sentence_at(place[0])
    if index is None:
        return False
    sentence = prose.sentences[index]
    before = prose.text[max(sentence.start, place[0] - YEAR_BEFORE) : place[0]]
    after = prose.text[place[1] : min(sentence.end, place[1] + YEAR_BEHIND)].partition(",")[0]
    return bool(_YEAR.search(before) or _YEAR.search(after))


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

"""Which known happening the lead of a report is like as a whole: the words, actors, systems and names that both tell.

A clause is matched by its verb (`matching`). Press words an act in ways that no list holds; the rare words of a line of history
("Oreshnik", "Dnipro", "inspectors", "silos") still come back in the lead. Words are weighed by how rarely the happenings have
them (Spärck Jones 1972, "A statistical interpretation of term specificity"). A likeness chooses among days, it proves none:
several happenings stay beside each other as options of one clue, and weekdays, offices and years decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from treatywatch.findings.dating.almanac import Happening
from treatywatch.findings.dating.clues import LAST, Clue, Option
from treatywatch.findings.dating.concepts import Concepts, stem
from treatywatch.findings.dating.expressions import Told, publication
from treatywatch.findings.dating.matching import IN_PARLIAMENT
from treatywatch.language.days_tense import PAST, tense_around
from treatywatch.language.prose import Prose
from treatywatch.model.dating import Bound
from treatywatch.model.passage import Span

LEAD = 4
"""A title and three sentences."""
DAMPING = 6.0
"""Rarity added to a happening's own: what is told in two words is found everywhere."""
ENOUGH, CERTAIN = 3.0, 9.0
"""Likeness from which a happening is an option, and from which it counts in full (77 reports of the tuned sets)."""
UNNAMED = 8.0
"""Likeness needed where the report names no treaty and all happenings are looked at."""
MOST = 6
"""Days kept as options."""
FULL = 2.4
"""Weight of a happening that the lead is surely like, `BY_DAY` more where a weekday or a "yesterday" of the lead fits it, and
`AGAINST` the share that is left where the lead tells such days and none fits."""
BY_DAY, AGAINST = 0.9, 0.5
PEG = ((3, 1.0), (10, 0.9), (31, 0.75), (120, 0.6), (400, 0.45))
"""How long after its happening a report is printed: (days, share of the weight), nested."""
BROAD = timedelta(days=20)
"""Length from which a day expression places what is not the news ("in April", "in 2018")."""
WITHOUT_ACT = 0.5
"""Share of the likeness that is left where the lead tells other things, but not the act."""
NEARLY = 0.4
"""Share of the best sentence's rarity with which another tells the happening too."""
_PAST_SHARE = 0.4
"""Share of the weight with which a report is only not before the happening."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A happening, how like it the lead is, and the sentences that share most with it."""

    happening: Happening
    score: float
    sentences: frozenset[int]


def clue_of_lead(
    prose: Prose,
    happenings: Sequence[Happening],
    expressions: Sequence[Told],
    concepts: Concepts,
    enough: float = ENOUGH,
) -> Clue | None:
    """One clue with the happenings that the lead is most like as options, or None where it is like none."""
    found = _likest(prose, happenings, concepts, enough)
    options = [option for one in found for option in _options(prose, one, expressions)]
    if not options:
        return None
    last = prose.sentences[min(LEAD, len(prose.sentences)) - 1]
    return Clue(Span(prose.sentences[0].start, last.end), tuple(options))


def likely_treaty(prose: Prose, happenings: Sequence[Happening], concepts: Concepts) -> str | None:
    """The treaty that a report which names none is about: that of the happening its lead is surely most like.

    It must be so without the actors too: a meeting of the great powers is of any treaty.
    """
    found = _likest(prose, happenings, concepts, UNNAMED)
    bare = _likest(prose, happenings, concepts, CERTAIN, by_actors=False)
    return found[0].happening.treaty if found and bare and found[0].happening == bare[0].happening else None


def _likest(
    prose: Prose, happenings: Sequence[Happening], concepts: Concepts, enough: float, by_actors: bool = True
) -> list[Likeness]:
    lead = [_marks_of_sentence(prose, index, concepts) for index in range(min(LEAD, len(prose.sentences)))]
    told = frozenset().union(*lead)
    spelt = _spelt(prose)
    marks = [(frozenset(mark for mark in _marks(one, spelt) if by_actors or mark[0] != "@"), one) for one in happenings]
    counts = Counter(mark for own, _ in marks for mark in own)
    rarity = {mark: log((len(marks) + 1) / count) for mark, count in counts.items()}
    best: dict[date, Likeness] = {}
    houses = _houses(prose, concepts)
    for own, happening in marks:
        shared = own & told
        if not happening.exact or not shared or _is_of_another_house(happening, houses):
            continue
        mass = sum(rarity[mark] for mark in shared)
        score = mass * mass / (sum(rarity[mark] for mark in own) + DAMPING)
        if happening.main and not happening.main & told:
            score *= WITHOUT_ACT
        if score >= enough and (happening.earliest not in best or best[happening.earliest].score < score):
            best[happening.earliest] = Likeness(happening, score, _tellers(lead, own, rarity))
    return sorted(best.values(), key=lambda one: -one.score)[:MOST]


def _houses(prose: Prose, concepts: Concepts) -> frozenset[str]:
    """The states whose parliaments the lead names."""
    end = prose.sentences[min(LEAD, len(prose.sentences)) - 1].end
    named = (m for m in prose.mentions if m.kind == "actor" and m.end <= end and concepts.is_parliament(m.text))
    return frozenset(prose.cast.scene.directory.state_of(m.id) for m in named)


def _is_of_another_house(happening: Happening, houses: frozenset[str]) -> bool:
    """Whether a vote is that of a parliament other than those that the lead names."""
    voted = bool(happening.main & IN_PARLIAMENT)
    return bool(houses) and voted and len(happening.actors) == 1 and not happening.actors & houses


def _tellers(lead: Sequence[frozenset[str]], own: frozenset[str], rarity: Mapping[str, float]) -> frozenset[int]:
    """The sentences that share most with a happening, or nearly so."""
    masses = [sum(rarity[mark] for mark in own & marks) for marks in lead]
    return frozenset(index for index, mass in enumerate(masses) if mass >= NEARLY * max(masses))


def _spelt(prose: Prose) -> dict[str, frozenset[str]]:
    """The stems of the words by which the report names each actor: an actor counts once, not by each word of its name."""
    found: dict[str, set[str]] = {}
    for mention in prose.mentions:
        if mention.kind in ("actor", "place"):
            found.setdefault(mention.id, set()).update(map(stem, mention.text.split()))
    return {id: frozenset(words) for id, words in found.items()}


def _marks(happening: Happening, spelt: Mapping[str, frozenset[str]]) -> frozenset[str]:
    named = frozenset().union(*(spelt.get(one, frozenset()) for one in happening.actors))
    return (
        (happening.features - named)
        | happening.persons
        | {one for one in happening.places if stem(one) not in named}
        | {f"@{one}" for one in happening.actors}
        | {f"%{one}" for one in happening.systems}
    )


def _marks_of_sentence(prose: Prose, index: int, concepts: Concepts) -> frozenset[str]:
    sentence = prose.sentences[index]
    text = prose.text[sentence.start : sentence.end]
    inside = [m for m in prose.mentions if sentence.start <= m.start < sentence.end]
    state_of = prose.cast.scene.directory.state_of
    actors = {f"@{one}" for m in inside if m.kind in ("actor", "place") for one in (m.id, state_of(m.id))}
    systems = {f"%{m.id}" for m in inside if m.kind == "system"}
    return concepts.features(text) | concepts.names(text) | actors | systems


def _options(prose: Prose, like: Likeness, expressions: Sequence[Told]) -> Iterator[Option]:
    happening = like.happening
    day = happening.earliest
    weight = FULL * min(1.0, like.score / CERTAIN) * happening.sure
    lead = prose.sentences[min(LEAD, len(prose.sentences)) - 1].end
    near = [one for one in expressions if one.start < lead and one.recent and not _is_ahead(prose, one)]
    says = f"the lead tells in like words what is known of {day.isoformat()}: {happening.says}"
    yield Option(day, LAST, weight * _PAST_SHARE, Bound.NOT_BEFORE, says, happening.grounds)
    if _is_background(prose, like, expressions):
        return
    fitting = [span for one in near for span in publication(one, day, day, False) or ()]
    for low, high in fitting:
        yield Option(max(low, day), high, weight + BY_DAY, Bound.NEAR, says, happening.grounds, day)
    if fitting:
        return
    for days, share in PEG:
        left = weight * share * (AGAINST if near else 1.0)
        yield Option(day, day + timedelta(days=days), left, Bound.NEAR, says, happening.grounds, day)


def _is_background(prose: Prose, like: Likeness, expressions: Sequence[Told]) -> bool:
    """Whether a sentence places the happening by its month or year, as it does with what is not its news.

    "Two years ago" fits any day and tells nothing here.
    """
    spans = [prose.sentences[index] for index in like.sentences]
    inside = [one for one in expressions if any(span.start <= one.start < span.end for span in spans)]
    day = like.happening.earliest
    return any(_is_broad(one) and publication(one, day, day, False) != [] for one in inside)


def _is_broad(told: Told) -> bool:
    low, high = told.bounds
    return told.unit == "named-month" or (low is not None and high is not None and high - low > BROAD)


def _is_ahead(prose: Prose, told: Told) -> bool:
    """Whether a day is told as to come; a bare "Monday morning" has the tense of its verb."""
    if told.ahead is not True:
        return False
    index = prose.sentence_at(told.start)
    if index is None or told.unit != "weekday":
        return True
    sentence = prose.sentences[index]
    return tense_around(prose.text, told.start, told.end, sentence.start, sentence.end) != PAST

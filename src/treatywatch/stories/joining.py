"""Stories that reports join one after the other: only what a new report touches is told again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from treatywatch.model.actor import Outlet
from treatywatch.model.report import Report, Story
from treatywatch.stories.clusters import Head, gather
from treatywatch.stories.grouping import id_after, tell
from treatywatch.stories.happening import SLACK_DAYS, Telling, same_happening
from treatywatch.stories.links import Links
from treatywatch.stories.proposals import LEAST_COMMON, SHORT_RUN, WIDEST
from treatywatch.stories.prose import Prose, read_prose, runs_of
from treatywatch.stories.words import distinct


class Stories:
    """The stories of the reports that have been added, as `group` tells them of all at once, but for rare words.

    `group` also compares reports that have only rare words in common; here they must have runs of words in common, or tell of one
    happening on the same days.
    """

    def __init__(self, outlets: Mapping[str, Outlet], reports: Iterable[Report] = ()) -> None:
        self._outlets = outlets
        self._reports: list[Report] = []
        self._proses: list[Prose] = []
        self._tellings: list[Telling] = []
        self._heads: list[Head] = []
        self._places: dict[str, int] = {}
        self._links = Links(self._proses.__getitem__, self._tellings.__getitem__)
        self._akin: defaultdict[int, set[int]] = defaultdict(set)
        self._runs: defaultdict[int, list[int]] = defaultdict(list)
        self._days: defaultdict[date, list[int]] = defaultdict(list)
        self._story_of: dict[int, Story] = {}
        for report in reports:
            self.add(report)

    def __iter__(self) -> Iterator[Story]:
        """Every story once, in the order of their first reports."""
        return iter({id(story): story for _, story in sorted(self._story_of.items())}.values())

    def find(self, id: str) -> Story | None:
        """The story of this id; of an id that was given to an earlier one, the story that holds its first report now."""
        return next((self._story_of[place] for name, place in self._places.items() if id_after(name) == id), None)

    def add(self, report: Report) -> Story:
        """Let a report join, and give the story that it is in now. A report that is known already changes nothing."""
        if report.id in self._places:
            return self._story_of[self._places[report.id]]
        place = self._enter(report)
        for other in self._near(place):
            self._links.verify([(other, place)])
            self._note_happening(other, place)
        self._tell_again(self._touched(place))
        return self._story_of[place]

    def _enter(self, report: Report) -> int:
        place = len(self._reports)
        prose = read_prose(report.text)
        self._reports.append(report)
        self._proses.append(prose)
        self._tellings.append(Telling.of(prose.told, report.published))
        self._heads.append(Head.of(report, len(prose.page)))
        self._places[report.id] = place
        return place

    def _near(self, place: int) -> list[int]:
        """The reports that are worth comparing with a new one, which takes its place in the index."""
        common: Counter[int] = Counter()
        for run in distinct(runs_of(self._proses[place].signs, SHORT_RUN)).tolist():
            bucket = self._runs[run]
            common.update(bucket)
            if len(bucket) < WIDEST:
                bucket.append(place)
        found = {other for other, count in common.items() if count >= LEAST_COMMON}
        day = self._tellings[place].day
        if day is not None:
            around = (day + timedelta(days=step) for step in range(-SLACK_DAYS, SLACK_DAYS + 1))
            same_days = [other for near in around for other in self._days.get(near, ())]
            found.update(other for other in same_days if same_happening(self._tellings[other], self._tellings[place]))
            self._days[day].append(place)
        return sorted(found)

    def _note_happening(self, a: int, b: int) -> None:
        if b not in self._links.kin_of(a) and same_happening(self._tellings[a], self._tellings[b]):
            self._akin[a].add(b)
            self._akin[b].add(a)

    def _touched(self, place: int) -> list[int]:
        """Every report that links lead to from a new one, through however many others."""
        touched, waiting = {place}, [place]
        while waiting:
            one = waiting.pop()
            new = (self._links.near(one) | self._akin.get(one, set())) - touched
            touched |= new
            waiting.extend(new)
        return sorted(touched)

    def _tell_again(self, places: list[int]) -> None:
        akin = {(a, b) for a in places for b in self._akin.get(a, ()) if a < b and b not in self._links.kin_of(a)}
        clusters = gather(self._heads, self._links, places)
        for story in tell(self._reports, clusters, akin, self._links, self._outlets):
            members = [self._places[member.report] for member in story.members]
            named = replace(story, id=id_after(self._reports[min(members)].id))
            self._story_of.update(dict.fromkeys(members, named))

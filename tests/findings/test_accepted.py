"""What an accepted event becomes as an act under a treaty."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.findings.accepted import accepted_acts
from treatywatch.findings.review import Judged
from treatywatch.model.entry import Told
from treatywatch.model.event import Assertion, Event
from treatywatch.model.judgement import Judgement, Review, Verb
from treatywatch.model.law import Act
from treatywatch.model.vocabulary import EventKind, Modality

PUBLISHED = UncertainDay.on(date(2009, 11, 17), "printed")


def _accepted(text: str, kind: EventKind, day: str, treaty: str = "start-1") -> Act:
    """The act that the acceptance of one event in a report of `PUBLISHED` makes."""
    told_on = UncertainDay.from_plain(PlainDay.parse(day), "told")
    event = Event(kind, ("us", "ru"), Modality.HAPPENED, treaty=treaty, day=told_on)
    assertion = Assertion("assertion:1", event, 0, len(text))
    judgement = Judgement(number=1, verb=Verb.ACCEPT, by="Ana", on=date(2009, 11, 18), because=None)
    judged = Judged((("report:1", assertion),), reviews={assertion.id: Review((judgement,), True, False)})
    told = {"report:1": Told("report:1", text, PUBLISHED, None, None)}
    return accepted_acts(judged, told)[treaty][0]


@pytest.mark.parametrize("day", ["2009-11-16", "2014-12-05"])
def test_accepted_extension_runs_until_the_day_that_its_sentence_tells(day: str) -> None:
    act = _accepted("The two on 16 November 2009 extended START I until 5 December 2014.", EventKind.EXTEND, day)
    assert str(act.until) == "2014-12-05"
    assert act.effective is not None
    assert act.effective.latest <= date(2009, 11, 17)


def test_accepted_extension_without_an_end_has_none() -> None:
    assert _accepted("The two extended START I on 16 November 2009.", EventKind.EXTEND, "2009-11-16").until is None


def test_accepted_snapback_starts_its_clock_as_a_notice() -> None:
    act = _accepted("France triggered the snapback on 16 November 2009.", EventKind.SNAPBACK, "2009-11-16", "jcpoa")
    assert str(act.notified) == str(act.received) == "2009-11-16"
    assert act.effective is None

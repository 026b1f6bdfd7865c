"""Reports and readings to enter."""

from __future__ import annotations

from datetime import date

import pytest

from treatywatch.dates import UncertainDay
from treatywatch.model.annotation import Annotation, DayMention, Mention
from treatywatch.model.event import Assertion, Event
from treatywatch.model.passage import Span
from treatywatch.model.report import Credit, Report
from treatywatch.model.statement import Condition, Cue, Speaker, Statement
from treatywatch.model.vocabulary import EventKind, Modality, Position, QuoteKind, Stance

DAY = UncertainDay.on(date(2019, 7, 5), "given")


@pytest.fixture
def report() -> Report:
    credit = Credit("afp", "foot", Span(40, 43))
    text = "The mission said it would not deploy.\n\nAFP\n"
    return Report("report:1", text, None, "gazette", "https://e.org/1", credit, "en", DAY, "a.txt")


@pytest.fixture
def annotation() -> Annotation:
    speaker = Speaker("The mission", "nato-rus-mission", None, "ru", 0, 11)
    condition = Condition(20, 30, "unless …", "unless")
    statement = Statement(
        id="statement:1",
        speaker=speaker,
        cue=Cue(12, 16, "said"),
        content=(Span(17, 25), Span(26, 36)),
        kind=QuoteKind.INDIRECT,
        stance=Stance.PLEDGE,
        evidence=Span(0, 37),
        negated=True,
        condition=condition,
        via=(speaker,),
        treaties=("inf",),
        said_on=DAY,
    )
    event = Event(
        EventKind.DEPLOY, ("ru",), Modality.CONDITIONAL, treaty="inf", day=DAY, condition=condition, parts=("a", "b")
    )
    return Annotation(
        statements=(statement,),
        events=(Assertion("assertion:1", event, 0, 37, Position.DENIES, "statement:1"),),
        dates=(DayMention(3, 9, "Friday", "DATE", "2019-07-05", date(2019, 7, 5), date(2019, 7, 5)),),
        mentions=(Mention(0, 3, "treaty", "inf", "INF", ("inf",)),),
        degraded=True,
    )

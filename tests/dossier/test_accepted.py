"""A reported act that a person accepted counts in a dossier as it does in every other answer."""

from __future__ import annotations

from datetime import UTC, date, datetime

import lxml.html

from treatywatch.dates import PlainDay
from treatywatch.dossier import gather, render
from treatywatch.dossier.material import Asked, Material
from treatywatch.model.law import Act
from treatywatch.model.vocabulary import EventKind, SourceKind
from treatywatch.shelf import open_shelf

NOTICE = Act(
    id="accepted-1",
    kind=EventKind.NOTIFY_WITHDRAWAL,
    actors=("lv",),
    says="lv: notify-withdrawal, as reported and accepted",
    source=("report:1, accepted by Ana on 2026-03-04 (review:1)",),
    source_kind=SourceKind.PRESS,
    verified=True,
    notified=PlainDay.parse("2026-03-02"),
    received=PlainDay.parse("2026-03-02"),
    public_on=PlainDay.parse("2026-03-03"),
)


def _material(accepted: bool) -> Material:
    asked = Asked("open-skies", date(2026, 4, 1), None, datetime(2026, 11, 22, tzinfo=UTC))
    return gather(open_shelf(), asked, None, None, {"open-skies": (NOTICE,)} if accepted else None)


def test_accepted_notice_makes_its_actor_withdraw_in_the_dossier_too() -> None:
    before, after = (_material(each).state.participant("lv") for each in (False, True))
    assert before is not None
    assert after is not None
    assert (before.standing.value, after.standing.value) == ("party", "withdrawing")
    assert any(one.actor == "lv" and one.due == date(2026, 9, 2) for one in _material(True).deadlines)


def test_accepted_act_is_shown_with_who_accepted_it() -> None:
    page = lxml.html.document_fromstring(render(_material(True))).text_content()
    assert "accepted by Ana" in page

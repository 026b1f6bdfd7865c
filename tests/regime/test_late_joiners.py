"""Who joins late is bound by the late joiner's rule, and the answer cites that rule's own article."""

from __future__ import annotations

import pytest

from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf

from .conftest import day

_RULES = [
    ("ccw", "5.2", "5.1", "2020-09-15"),
    ("ccw-p1", "CCW 5.4", "CCW 5.3", "2020-09-15"),
    ("ccw-p2", "CCW 5.4", "CCW 5.3", "2020-09-15"),
    ("ccw-p2-amended", "CCW 5.4", "CCW 8.1(b)", "2020-09-15"),
    ("ccw-p3", "CCW 5.4", "CCW 5.3", "2020-09-15"),
    ("ccw-p4", "CCW 5.4", "CCW 5.3", "2020-09-15"),
    ("ccw-p5", "CCW 5.4", "CCW 5.3", "2020-09-15"),
    ("ccw-art1", "CCW 5.2", "CCW 8.1(b)", "2020-09-15"),
    ("ottawa", "17.2", "17.1", "2020-09-01"),
    ("ccm", "17.2", "17.1", "2020-09-01"),
    ("cwc", "XXI.2", "XXI.1", "2020-04-14"),
    ("att", "22.2", "22.1", "2020-06-13"),
    ("npt", "IX.4", "IX.3", "2020-03-15"),
    ("bwc", "XIV.4", "XIV.3", "2020-03-15"),
    ("outer-space", "XIV.4", "XIV.3", "2020-03-15"),
    ("seabed", "X.4", "X.3", "2020-03-15"),
    ("ptbt", "III.4", "III.3", "2020-03-15"),
    ("enmod", "IX.4", "IX.3", "2020-03-15"),
    ("rome-statute", "126.2", "126.1", "2020-06-01"),
    ("paris-agreement", "21.3", "21.1", "2020-04-14"),
    ("open-skies", "XVII.6", "XVII.2", "2020-05-14"),
    ("unesco", "XV.3", "XV.3", "2020-03-15"),
]


@pytest.mark.parametrize(("treaty", "late", "entry", "effective"), _RULES, ids=[row[0] for row in _RULES])
def test_a_deposit_of_15_march_2020_cites_the_late_joiners_article_first(
    shelf: Shelf, treaty: str, late: str, entry: str, effective: str
) -> None:
    answer = reckon(load_treaty(shelf, treaty), EventKind.ACCEDE, day("2020-03-15"))
    assert (answer.article, answer.effective) == (late, day(effective))
    assert answer.grounds[0].article == late
    assert answer.grounds[0].source
    assert entry in [ground.article for ground in answer.grounds]


def test_under_the_tpnw_too_once_it_was_in_force(shelf: Shelf) -> None:
    answer = reckon(load_treaty(shelf, "tpnw"), EventKind.RATIFY, day("2022-03-15"))
    assert (answer.article, answer.effective, answer.grounds[0].article) == ("15.2", day("2022-06-13"), "15.2")


def test_without_such_a_rule_the_general_one_is_cited(shelf: Shelf) -> None:
    answer = reckon(load_treaty(shelf, "semipalatinsk"), EventKind.ACCEDE, day("2020-03-15"))
    assert (answer.article, answer.effective) == ("VCLT 24(3)", day("2020-03-15"))
    assert answer.grounds[0].article == "VCLT 24(3)"
    assert answer.grounds[0].verified is False


def test_who_joins_with_the_first_is_told_the_treatys_own_article(shelf: Shelf) -> None:
    answer = reckon(load_treaty(shelf, "cwc"), EventKind.RATIFY, day("1995-03-15"))
    assert (answer.article, answer.effective) == ("XXI.1", day("1997-04-29"))
    assert [ground.article for ground in answer.grounds] == ["XXI.1"]


def test_before_the_ctbt_is_in_force_nobody_has_a_day(shelf: Shelf) -> None:
    answer = reckon(load_treaty(shelf, "ctbt"), EventKind.RATIFY, day("2020-03-15"))
    assert (answer.article, answer.effective) == ("XIV.1", None)

"""Why: every id leads back to acts, articles and sources."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from treatywatch.errors import UnknownName
from treatywatch.model.law import Treaty
from treatywatch.model.regime import Reason
from treatywatch.regime import calendar, explain, treaty_of

from .conftest import day


def _nodes(reason: Reason) -> Iterator[Reason]:
    yield reason
    for each in reason.because:
        yield from _nodes(each)


def test_a_standing_leads_to_the_notice_and_its_article(inf: Treaty) -> None:
    ids = {node.id for node in _nodes(explain(inf, None, "standing:inf:us:2019-07-05:2019-03-01"))}
    assert {"act:inf:us-notice", "clause:inf:XV.2", "clause:vclt:60"} <= ids


def test_an_end_says_that_the_party_left_and_that_the_treaty_ended(inf: Treaty) -> None:
    told = " ".join(node.says for node in _nodes(explain(inf, None, "standing:inf:us:2019-08-02")))
    assert "has left" in told
    assert "the treaty has ended, for all its parties" in told
    other = " ".join(node.says for node in _nodes(explain(inf, None, "standing:inf:ru:2019-08-02")))
    assert "has left" not in other


def test_a_standing_that_was_prolonged_leads_to_the_extension_and_its_article(new_start: Treaty) -> None:
    prolonged = {"act:new-start:extension", "clause:new-start:XIV.2:extension"}
    for id in ("standing:new-start:us:2025-07-05", "standing:new-start:ru:2026-03-01", "status:new-start:2025-07-05"):
        assert prolonged <= {node.id for node in _nodes(explain(new_start, None, id))}, id
    for id in ("standing:new-start:us:2020-07-05", "standing:new-start:us:2021-07-05:2020-12-31"):
        assert not prolonged & {node.id for node in _nodes(explain(new_start, None, id))}, id


def test_every_deadline_explains_itself(inf: Treaty, new_start: Treaty) -> None:
    for treaty in (inf, new_start):
        for row in calendar(treaty, (), day("2019-07-05")):
            nodes = list(_nodes(explain(treaty, None, row.id)))
            assert any(node.id.startswith("clause:") for node in nodes)


def test_every_act_and_clause_explains_itself_with_a_source(inf: Treaty, new_start: Treaty) -> None:
    for treaty in (inf, new_start):
        for one in treaty.acts:
            assert explain(treaty, None, f"act:{treaty.id}:{one.id}").grounds[0].source
        for clause in treaty.clauses:
            assert explain(treaty, None, f"clause:{treaty.id}:{clause.article}").grounds[0].source


def test_a_state_outside_the_treaty_is_explained_too(inf: Treaty) -> None:
    assert "not bound" in explain(inf, None, "standing:inf:cn:2019-07-05").says


@pytest.mark.parametrize(
    "id", ["standing:inf", "act:inf:nothing", "clause:inf:C", "nonsense", "deadline:inf:x", "status:inf"]
)
def test_an_id_that_names_nothing_is_refused(inf: Treaty, id: str) -> None:
    with pytest.raises(UnknownName, match="why: found"):
        explain(inf, None, id)


def test_an_id_tells_its_treaty() -> None:
    assert treaty_of("standing:inf:us:2019-07-05") == "inf"
    assert treaty_of("statement:abc") is None

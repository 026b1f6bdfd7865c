"""Does a system fall under a clause? Claim by claim, with the bounds where the treaty draws them."""

from __future__ import annotations

import pytest

from treatywatch.model.law import Treaty
from treatywatch.model.regime import Fit
from treatywatch.model.system import Claim, System
from treatywatch.regime import classes_of
from treatywatch.shelf import Shelf


def _system(low: float | None, high: float | None, **fields: object) -> System:
    claim = Claim(attribute="range", by="somebody", source="made up", verified=True, low=low, high=high, unit="km")
    told = {"id": "x", "name": "X", "owner": "ru", "type": "cruise missile", "launch_mode": ("ground",)}
    return System(**{**told, "claims": (claim,), **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("km", "article"),
    [(499.9, None), (500, "II.6"), (1000, "II.6"), (1000.1, "II.5"), (5500, "II.5"), (5500.1, None)],
)
def test_a_range_falls_where_the_treaty_draws_its_bounds(inf: Treaty, km: float, article: str | None) -> None:
    (answer,) = classes_of(inf, _system(km, km))
    assert answer.classes == ((article,) if article else ())
    assert answer.fit is (Fit.INSIDE if article else Fit.OUTSIDE)


def test_the_9m729_is_banned_under_the_us_figure_and_not_under_russias(inf: Treaty, shelf: Shelf) -> None:
    answers = {answer.holder: answer for answer in classes_of(inf, shelf.systems["9m729"]) if answer.holder != "ru"}
    american = answers["us"]
    assert american.fit is Fit.INSIDE
    assert american.classes == ("II.5", "II.6")
    assert {"I", "IV.1", "V.1", "VI.1"} <= set(american.banned_by)
    russian = next(answer for answer in classes_of(inf, shelf.systems["9m729"]) if answer.figure == "480 km")
    assert (russian.fit, russian.classes, russian.banned_by) == (Fit.OUTSIDE, (), ())


def test_every_answer_names_whose_figure_it_rests_on(inf: Treaty, shelf: Shelf) -> None:
    for answer in classes_of(inf, shelf.systems["9m729"]):
        assert answer.by in answer.says
        assert answer.grounds[0].source


def test_a_figure_that_crosses_a_bound_is_inside_in_part(inf: Treaty) -> None:
    (answer,) = classes_of(inf, _system(300, 900))
    assert (answer.fit, answer.classes) == (Fit.IN_PART, ("II.6",))


def test_a_bound_that_the_claim_does_not_reach_does_not_count(inf: Treaty) -> None:
    claim = Claim(attribute="range", by="x", source="x", verified=True, high=500, unit="km", exclusive=("high",))
    (answer,) = classes_of(inf, _system(0, 0, claims=(claim,)))
    assert answer.fit is Fit.OUTSIDE


def test_an_open_figure_is_inside_in_part(inf: Treaty) -> None:
    (answer,) = classes_of(inf, _system(5000, None))
    assert (answer.fit, answer.classes) == (Fit.IN_PART, ("II.5",))


@pytest.mark.parametrize(
    "fields", [{"launch_mode": ("sea",)}, {"launch_mode": ("air", "sea")}, {"type": "interceptor"}]
)
def test_only_ground_launched_missiles_of_the_named_types_fall_under_it(inf: Treaty, fields: dict[str, object]) -> None:
    (answer,) = classes_of(inf, _system(2000, 2000, **fields))
    assert (answer.fit, answer.banned_by) == (Fit.OUTSIDE, ())


def test_a_figure_in_another_unit_is_left_open(inf: Treaty) -> None:
    claim = Claim(attribute="range", by="x", source="x", verified=True, low=300, high=300, unit="miles")
    (answer,) = classes_of(inf, _system(0, 0, claims=(claim,)))
    assert answer.fit is Fit.OPEN


def test_a_treaty_without_classes_of_range_has_no_answer(new_start: Treaty) -> None:
    assert classes_of(new_start, _system(2000, 2000)) == ()


def test_a_missile_of_a_state_that_is_not_bound_is_told_so(inf: Treaty, shelf: Shelf) -> None:
    (answer,) = classes_of(inf, shelf.systems["df-26"])
    assert "not bound" in answer.conditions[0]


def test_a_missile_of_several_launch_modes_falls_under_it_from_the_ground_only(inf: Treaty) -> None:
    (answer,) = classes_of(inf, _system(2000, 2000, launch_mode=("sea", "ground")))
    assert answer.conditions[0] == "only as far as it is launched from the ground"

"""Does a system fall under a clause? Claim by claim, with the bounds where the treaty draws them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.dates import PlainDay
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


# --- Properties ------------------------------------------------------------------------------------------------------


def _class_of(km: float) -> str | None:
    """II.6 and II.5 as a lawyer reads them: from 500 to 1,000, both included; above 1,000 to 5,500, which is included."""
    if 500 <= km <= 1000:
        return "II.6"
    return "II.5" if 1000 < km <= 5500 else None


@given(km=st.floats(min_value=1, max_value=20_000) | st.sampled_from([500.0, 1000.0, 5500.0, 5500.1, 1000.0001]))
def test_each_range_falls_in_one_class_or_none(inf: Treaty, km: float) -> None:
    (answer,) = classes_of(inf, _system(km, km))
    expected = _class_of(km)
    assert answer.classes == ((expected,) if expected else ())
    assert bool(answer.banned_by) is bool(expected)


@given(
    low=st.integers(min_value=1, max_value=9000),
    width=st.integers(min_value=0, max_value=9000),
    exclusive=st.sets(st.sampled_from(["low", "high"])),
)
def test_an_interval_meets_exactly_the_classes_of_its_points(
    inf: Treaty, low: int, width: int, exclusive: set[str]
) -> None:
    bounds = tuple(sorted(exclusive)) if width else ()
    claim = Claim(
        attribute="range",
        by="x",
        source="x",
        verified=True,
        low=low,
        high=low + width,
        unit="km",
        exclusive=bounds,
    )
    (answer,) = classes_of(inf, _system(0, 0, claims=(claim,)))
    halves = [low + half / 2 for half in range(2 * width + 1)]
    inside = halves[("low" in bounds) : len(halves) - ("high" in bounds)]
    found = {_class_of(point) for point in inside}
    assert set(answer.classes) == found - {None}
    fits = {True: Fit.OUTSIDE if found == {None} else Fit.IN_PART, False: Fit.INSIDE}
    assert answer.fit is fits[None in found]


@given(km=st.floats(min_value=1, max_value=20_000), mode=st.sampled_from(["sea", "air", "space"]))
def test_whatever_its_range_what_is_not_launched_from_the_ground_is_outside(inf: Treaty, km: float, mode: str) -> None:
    (answer,) = classes_of(inf, _system(km, km, launch_mode=(mode,)))
    assert (answer.fit, answer.because, answer.banned_by) == (Fit.OUTSIDE, f"launch: {mode}", ())
    assert "ground-launched" in answer.says


# --- What counts as range --------------------------------------------------------------------------------------------


def test_the_range_of_a_cruise_missile_is_until_its_fuel_is_spent(inf: Treaty, shelf: Shelf) -> None:
    for answer in classes_of(inf, shelf.systems["9m729"]):
        assert any("fuel" in one and "VII.4, unverified" in one for one in answer.conditions)
        (ground,) = (one for one in answer.grounds if one.article == "VII.4")
        assert ground.verified is False


def test_a_ballistic_missile_has_the_range_to_which_it_was_tested(inf: Treaty, shelf: Shelf) -> None:
    short, long = sorted(
        classes_of(inf, shelf.systems["rs-26"]), key=lambda one: len(one.figure + one.by), reverse=True
    )
    assert (long.figure, long.fit) == ("5,800 km", Fit.OUTSIDE)
    assert (short.figure, short.fit) == ("2,000 km", Fit.INSIDE)
    assert any("went farther: 5,800 km" in one for one in short.conditions)
    assert not any("farther" in one for one in long.conditions)


def test_a_figure_that_is_no_test_is_told_so_of_a_ballistic_missile(inf: Treaty) -> None:
    (answer,) = classes_of(inf, _system(2000, 2000, type="ballistic missile"))
    assert any("told as a claim, not as a test" in one for one in answer.conditions)


def test_what_a_clause_lists_by_name_is_of_its_class_whatever_is_claimed(inf: Treaty, shelf: Shelf) -> None:
    listed, american, soviet = classes_of(inf, shelf.systems["ss-23"])
    assert (listed.classes, listed.fit, listed.because) == (("III.2",), Fit.INSIDE, "listed")
    assert "V.1" in listed.banned_by
    assert (american.classes, soviet.fit) == (("II.6",), Fit.OUTSIDE)
    assert all(
        "III.2 lists the type by name, whatever range is claimed" in one.conditions for one in (american, soviet)
    )
    assert "III.2" in [ground.article for ground in soviet.grounds]


# --- Launchers, days, words ------------------------------------------------------------------------------------------


def test_the_mk_41_is_a_dispute_about_a_launcher_not_about_a_range(inf: Treaty, shelf: Shelf) -> None:
    answers = classes_of(inf, shelf.systems["mk-41"])
    assert {answer.holder for answer in answers} == {"ru", "us"}
    for answer in answers:
        assert (answer.fit, answer.because, answer.classes, answer.banned_by) == (Fit.OPEN, "launcher", (), ())
        assert "no figure of range decides" in answer.says
        assert {"II.3", "II.4"} <= {ground.article for ground in answer.grounds}


def test_the_range_told_of_a_launcher_is_that_of_the_missile_that_it_launches(inf: Treaty) -> None:
    (answer,) = classes_of(inf, _system(2000, 2000, type="launcher"))
    assert answer.classes == ("II.3", "II.4", "II.5")
    assert any("only if it is a launcher of missiles" in one for one in answer.conditions)
    (short,) = classes_of(inf, _system(300, 300, type="launcher"))
    assert (short.fit, short.classes) == (Fit.OUTSIDE, ())


def test_a_claim_of_a_day_after_the_treatys_end_says_so(inf: Treaty) -> None:
    def told(day: str) -> tuple[str, ...]:
        claim = Claim(
            attribute="range",
            by="x",
            source="x",
            verified=True,
            low=2000,
            high=2000,
            unit="km",
            day=PlainDay.parse(day),
        )
        return classes_of(inf, _system(0, 0, claims=(claim,)))[0].conditions

    assert not any("not in force" in one for one in told("2019-08-01"))
    assert any("2019-08-02) the treaty was terminated" in one for one in told("2019-08-02"))
    assert not any("not in force" in one for one in told("2019"))


def test_a_range_told_in_words_is_left_open(inf: Treaty) -> None:
    claim = Claim(attribute="range", by="x", source="x", verified=True, value="almost unlimited")
    (answer,) = classes_of(inf, _system(0, 0, claims=(claim,)))
    assert (answer.fit, answer.figure) == (Fit.OPEN, "almost unlimited")


@pytest.mark.parametrize(
    ("type", "fit"),
    [
        ("nuclear-powered cruise missile", Fit.INSIDE),
        ("ballistic missile interceptor", Fit.OUTSIDE),
        ("ballistic missile and space launcher", Fit.OUTSIDE),
        ("boost-glide weapon", Fit.OUTSIDE),
    ],
)
def test_a_type_is_told_by_its_last_words(inf: Treaty, type: str, fit: Fit) -> None:
    (answer,) = classes_of(inf, _system(2000, 2000, type=type))
    assert answer.fit is fit


def test_every_answer_is_attributed_and_grounded(inf: Treaty, shelf: Shelf) -> None:
    for system in shelf.systems.values():
        for answer in classes_of(inf, system):
            assert answer.by in answer.says or answer.because == "listed"
            assert any(ground.article for ground in answer.grounds)
            assert bool(answer.classes) or not answer.banned_by

"""Events: what sentences tell and what they do not, against our own labelled sentences."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from treatywatch import events
from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.language.cast_directory import Directory
from treatywatch.language.names import Gazetteer
from treatywatch.language.parse import Model, find_model
from treatywatch.language.prose import Prose, read_prose
from treatywatch.model.event import Assertion, Event
from treatywatch.model.passage import Span
from treatywatch.model.statement import Statement
from treatywatch.model.vocabulary import EventKind, Modality, Position, QuoteKind, Stance
from treatywatch.shelf import open_shelf

HERE = Path(__file__).parent
SETS: dict[str, dict[str, Any]] = {
    name: yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    for name in ("cases", "cases_second", "cases_third")
}
UNTOLD: list[dict[str, Any]] = [case for one in SETS.values() for case in one["untold"]]
FLOORS: dict[str, dict[str, float]] = json.loads((HERE.parent / "floors" / "events.json").read_text(encoding="utf-8"))
REAL = (Modality.HAPPENED, Modality.ONGOING)
Read = Callable[[str, str | None], list[Assertion]]

SHELF = open_shelf()
GAZETTEER, DIRECTORY, ACTIONS = Gazetteer(SHELF.names()), Directory.of(SHELF), events.load_actions(SHELF)
MODEL = find_model()
pytestmark = pytest.mark.needs_model


def _prose(text: str, published: str | None, model: Model | None = MODEL) -> Prose:
    day = UncertainDay.on(date.fromisoformat(published), "given") if published else None
    return read_prose(text, day, GAZETTEER, DIRECTORY, model)


def _read(text: str, published: str | None = "2019-07-05", statements: tuple[Statement, ...] = ()) -> list[Assertion]:
    return list(events.recognise(_prose(text, published), statements, ACTIONS))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _bounds(text: str) -> tuple[date, date]:
    if "-W" in text:
        monday = date.fromisocalendar(int(text[:4]), int(text[-2:]), 1)
        return monday, monday + timedelta(days=6)
    first, _, last = text.partition("/")
    return PlainDay.parse(first).earliest, PlainDay.parse(last or first).latest


def _matches(gold: dict[str, Any], event: Event) -> bool:
    """Kind, modality, actors (as a set), treaty and day, as the cases tell them."""
    if event.kind.value not in _listed(gold["kind"]) or event.modality.value not in _listed(gold["modality"]):
        return False
    if "actors_any" in gold and not set(gold["actors_any"]) & set(event.actors):
        return False
    if set(event.actors) != set(gold.get("actors", event.actors)) or event.treaty not in _listed(gold.get("treaty")):
        return False
    if not set(gold.get("targets", ())) <= set(event.targets) or gold.get("place", event.place) != event.place:
        return False
    if "condition" in gold and (event.condition is None or event.condition.relation != gold["condition"]):
        return False
    if "day" not in gold:
        return True
    return any(event.day is None if one is None else _overlap(event.day, *_bounds(one)) for one in _listed(gold["day"]))


def _overlap(day: UncertainDay | None, low: date, high: date) -> bool:
    return day is not None and (day.earliest or date.min) <= high and low <= (day.latest or date.max)


def _tally(cases: list[dict[str, Any]]) -> tuple[int, int, int]:
    """Of labelled sentences: events told as labelled, events told, events labelled; what is optional counts nowhere."""
    right = told = wanted = 0
    for case in cases:
        left = _read(case["text"], case["published"])
        told, wanted = told + len(left), wanted + sum(not gold.get("optional") for gold in case["events"])
        for gold in sorted(case["events"], key=lambda one: bool(one.get("optional"))):
            match = next((assertion for assertion in left if _matches(gold, assertion.event)), None)
            if match is not None:
                left.remove(match)
                right, told = (right, told - 1) if gold.get("optional") else (right + 1, told)
    return right, told, wanted


@pytest.mark.parametrize("name", SETS)
def test_own_sentences_keep_to_the_floors(name: str) -> None:
    right, told, wanted = _tally(SETS[name]["told"])
    assert right / told >= FLOORS[name]["precision"], right / told
    assert right / wanted >= FLOORS[name]["recall"], right / wanted


@pytest.mark.parametrize("case", UNTOLD, ids=lambda case: case["text"])
def test_what_is_announced_denied_wished_or_meant_otherwise_never_happened(case: dict[str, Any]) -> None:
    found = [assertion.event for assertion in _read(case["text"], case["published"])]
    assert not [event for event in found if event.kind.value in case["kinds"] and event.modality in REAL]


def test_a_denial_denies_its_event() -> None:
    (denied,) = _read("Russia denied that it had tested the 9M729 beyond 500 kilometres.")
    assert (denied.event.kind, denied.event.modality, denied.position) == (
        EventKind.TEST,
        Modality.DENIED,
        Position.DENIES,
    )


def test_a_condition_is_kept_with_its_words_and_offsets() -> None:
    text = "Washington will quit the INF Treaty on August 2 unless Russia destroys the missile."
    (leaving,) = _read(text)
    condition = leaving.event.condition
    assert condition is not None
    assert condition.relation == "unless"
    assert text[condition.start : condition.end] == condition.text == "unless Russia destroys the missile"


def test_two_sides_of_one_act_are_one_event() -> None:
    (suspension,) = _read(
        "Russia and the United States have suspended the INF Treaty, accusing each other of violating it."
    )
    assert set(suspension.event.actors) == {"ru", "us"}


def test_a_relation_to_another_event_dates_it() -> None:
    text = "NATO held talks with Russian officials on Friday, a week after alliance ministers agreed a package of measures."
    found = {assertion.event.kind: assertion.event for assertion in _read(text)}
    measures, talks = found[EventKind.AGREE_MEASURES], found[EventKind.TALKS]
    assert measures.day is not None
    assert (measures.day.earliest, measures.day.latest) == (date(2019, 6, 24), date(2019, 6, 30))
    assert talks.day is not None
    assert talks.day.best == date(2019, 7, 5)


def test_a_package_has_its_parts() -> None:
    (package,) = _read("NATO ministers agreed to strengthen air defences and increase patrols.")
    assert package.event.parts == ("strengthen air defences", "increase patrols")


def test_the_heading_of_what_the_body_tells_is_told_once() -> None:
    text = "Russia suspends missile treaty\n\nRussia suspended its participation in the INF Treaty on Wednesday.\n"
    (suspension,) = _read(text)
    assert suspension.event.day is not None


def test_one_happening_told_twice_is_one_event_with_what_each_telling_adds() -> None:
    text = "NATO and Russia held talks in Brussels.\n\nAfter Friday's talks between NATO and Russia nobody smiled.\n"
    (talks,) = _read(text)
    assert talks.event.place == "Brussels"
    assert talks.event.day is not None
    assert talks.event.day.best == date(2019, 7, 5)


def test_meetings_of_one_pair_on_two_days_are_two() -> None:
    text = "Vladimir Putin met Emmanuel Macron in May 2018. Vladimir Putin will meet Emmanuel Macron in August 2019.\n"
    assert len(_read(text)) == 2


def test_a_meeting_with_one_side_untold_stands_only_with_a_fuller_telling() -> None:
    assert not _read("They may speak of missiles when the Russian president meets his guest.")
    (talks,) = _read("Vladimir Putin will meet Emmanuel Macron on Monday. The meeting with Macron will be short.")
    assert set(talks.event.actors) == {"ru", "fr"}


def test_an_event_is_said_by_the_innermost_statement_around_it() -> None:
    text = "The minister said that Russia suspended the INF Treaty in March."
    outer = Statement("s1", None, None, (Span(0, len(text)),), QuoteKind.INDIRECT, Stance.REPORT, Span(0, len(text)))
    inner = Statement("s2", None, None, (Span(18, len(text)),), QuoteKind.INDIRECT, Stance.REPORT, Span(0, len(text)))
    (suspension,) = _read(text, statements=(outer, inner))
    assert suspension.said_by == "s2"


def _only_of(text: str, kind: EventKind, published: str = "2019-07-05") -> Event:
    (found,) = [assertion.event for assertion in _read(text, published) if assertion.event.kind is kind]
    return found


def test_what_only_counts_does_not_hide_what_an_act_is_done_to() -> None:
    assert _only_of("Russia destroyed most of its chemical weapons in 2017.", EventKind.DESTROY).actors == ("ru",)
    assert _only_of("Washington imposed a slew of sanctions on Moscow.", EventKind.SANCTION).targets == ("ru",)


def test_an_act_that_tells_nobody_is_of_the_state_told_just_before() -> None:
    text = "France named a day. The last missile will be dismantled in June. Rebels fired missiles at the port."
    assert _only_of(text, EventKind.DESTROY).actors == ("fr",)


def test_weapons_that_stand_somewhere_are_not_deployed_by_anybody() -> None:
    assert not _read("Germany is in NATO. Some 50 nuclear bombs are stationed in the country.")


def test_days_counted_from_the_day_told_before() -> None:
    text = (
        "Pyongyang expelled the inspectors on 31 December 2002, announced its exit from the NPT ten days later "
        "and carried out a nuclear test on 9 October 2006."
    )
    leaving, test = _only_of(text, EventKind.ANNOUNCE_WITHDRAWAL), _only_of(text, EventKind.TEST)
    assert leaving.day is not None
    assert test.day is not None
    assert (leaving.day.best, test.day.best) == (date(2003, 1, 10), date(2006, 10, 9))


def test_a_weekday_in_the_simple_present_lies_ahead() -> None:
    talks = _only_of("In Geneva, Russian and American experts begin consultations on Monday.", EventKind.TALKS)
    assert talks.day is not None
    assert (talks.modality, talks.day.best) == (Modality.PLANNED, date(2019, 7, 8))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The United States is no longer a party to the ABM Treaty.", EventKind.WITHDRAW),
        ("Russia ceased to be a party to the CFE treaty on Tuesday.", EventKind.WITHDRAW),
        ("Russia no longer observes the INF treaty.", EventKind.SUSPEND),
        ("Russia stopped abiding by the INF Treaty in March.", EventKind.SUSPEND),
        ("The New START treaty has been in force since Tuesday.", EventKind.ENTER_INTO_FORCE),
        ("The Biological Weapons Convention, in force since 1975, has no inspectors.", EventKind.ENTER_INTO_FORCE),
    ],
)
def test_what_is_so_since_tells_the_act(text: str, kind: EventKind) -> None:
    assert _only_of(text, kind).modality is Modality.HAPPENED


@pytest.mark.parametrize(
    "text",
    [
        "The New START treaty is still in force.",
        "Washington urged Russia not to leave the Open Skies treaty.",
        "START II will not be ratified until the Senate has approved the ABM Treaty protocols.",
    ],
)
def test_what_stays_so_or_is_wished_or_waited_for_tells_no_act(text: str) -> None:
    assert not [one for one in _read(text) if one.event.modality in REAL]


def test_a_round_of_sanctions_is_no_talks() -> None:
    (sanction,) = _read("A fourth round of UN sanctions was imposed on Iran on Wednesday.")
    assert sanction.event.kind is EventKind.SANCTION


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("US sanctions on Iran have crippled its economy.", Modality.ONGOING),
        ("The test sparked protests and United Nations sanctions.", Modality.HAPPENED),
        ("The bill would impose new US sanctions on Russia.", None),
        ("Senators called for US sanctions on Russia.", None),
        ("The return of UN sanctions on Iran is near.", None),
    ],
)
def test_sanctions_told_by_a_noun(text: str, modality: Modality | None) -> None:
    real = [one.event.modality for one in _read(text) if one.event.kind is EventKind.SANCTION]
    assert [one for one in real if one in REAL] == ([modality] if modality else [])


def test_an_agreement_struck_between_states_is_theirs() -> None:
    deal = _only_of(
        "The Iran nuclear deal, struck between Iran and six world powers in July 2015, is old.", EventKind.ADOPT
    )
    assert (deal.actors[0], deal.treaty) == ("ir", "jcpoa")


def test_whose_act_a_noun_tells_after_of() -> None:
    assert _only_of("The return of Russia to New START on Monday was a relief.", EventKind.RESUME).actors == ("ru",)


def test_an_unnamed_chamber_or_team_is_of_whom_was_told_before() -> None:
    text = "Lithuania left the Ottawa Convention. The upper house approved the bill on Monday."
    assert _only_of(text, EventKind.APPROVE).actors == ("lt",)
    text = "The IAEA named no day. Inspectors visited the Fordow plant on Monday."
    assert _only_of(text, EventKind.INSPECT).actors == ("iaea",)


def test_who_travels_to_meet_meets() -> None:
    assert _only_of("Sergei Lavrov flew to Geneva on Monday to meet Mike Pompeo.", EventKind.TALKS).modality in REAL


def test_a_test_spoken_of_again_is_the_one_told_with_its_day() -> None:
    text = "North Korea carried out a nuclear test on 9 October 2006. The nuclear test by North Korea angered China."
    assert _only_of(text, EventKind.TEST).day is not None


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        (
            "South Korea completed the deployment of the THAAD anti-missile system last Thursday.",
            EventKind.DEPLOY,
            "kr",
        ),
        ("NATO decided in December 1979 to deploy 572 missiles.", EventKind.DEPLOY, "nato"),
        ("Britain left the Ottawa Convention. Angola is expected to accede this summer.", EventKind.ACCEDE, "ao"),
        ("Israel has signed but not ratified. It knows the Chemical Weapons Convention.", EventKind.SIGN, "il"),
    ],
)
def test_what_an_act_is_done_to_may_be_told_by_words_that_name_nothing(text: str, kind: EventKind, actor: str) -> None:
    assert actor in _only_of(text, kind).actors


def test_two_that_were_told_before_meet() -> None:
    text = "Ronald Reagan and Mikhail Gorbachev spoke of missiles. The two had last met in Geneva in November 1985."
    assert {"us", "su"} in [
        set(one.event.actors) for one in _read(text, "1986-10-13") if one.event.kind is EventKind.TALKS
    ]


def test_without_a_model_no_event_is_guessed() -> None:
    prose = _prose("Russia suspended the INF Treaty in March.", "2019-07-05", None)
    assert events.recognise(prose, (), ACTIONS) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "Russia",
                "will",
                "not",
                "suspended",
                "the INF Treaty",
                "unless",
                "if",
                "on Friday",
                "a week after",
                "talks",
                "with",
                "NATO",
                "signed into law",
                "to",
                "of",
                "its",
                "withdrawal from",
                "announced",
                "that",
                "it",
                "would",
                "leave",
                ",",
                ".",
                "\n\n",
                "“",
                "both sides",
                "met",
                "agreed",
                "a package of",
                "missiles",
                "deploy",
            ]
        )
        | st.text(max_size=8),
        max_size=14,
    ).map(" ".join)
)
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_with_spans_inside_it(text: str) -> None:
    for assertion in _read(text):
        assert 0 <= assertion.start < assertion.end <= len(text)
        assert (assertion.event.modality is Modality.DENIED) == (assertion.position is Position.DENIES)


@pytest.mark.needs_data
def test_the_founding_reports_tell_what_they_tell(data: Path) -> None:
    found: list[Event] = []
    for path in sorted((data / "seeds").iterdir()):
        found += [assertion.event for assertion in _read(path.read_text(encoding="utf-8"))]
    for gold in yaml.safe_load((HERE / "founding.yml").read_text(encoding="utf-8")):
        assert any(_matches(gold, event) for event in found), gold

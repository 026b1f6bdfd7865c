"""The two founding reports, end to end: what they tell is seen through every command, as a user would see it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatywatch.cli.main import main

pytestmark = [pytest.mark.needs_data, pytest.mark.needs_model]

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def record(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("founding") / "record.db"
    assert (
        main(["read", str(data / "seeds"), "--published", "2019-07-05", "--record", str(path), "--format", "json"]) == 0
    )
    return path


@pytest.fixture
def ask(record: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def asked(*words: str) -> Any:
        capsys.readouterr()
        assert main([*words, "--record", str(record), "--format", "json"]) == 0
        return json.loads(capsys.readouterr().out)

    return asked


# --- 1. Two reports, one story, one line ---------------------------------------------------------------------------


def test_the_two_reports_are_one_story_on_one_line_of_afp(ask: Ask) -> None:
    (story,) = ask("stories")
    assert (story["origin"], story["lines"], len(story["reports"])) == ("afp", 1, 2)


def test_the_report_without_a_credit_inherits_it_and_says_so(ask: Ask) -> None:
    (story,) = ask("stories")
    relations = {report["relation"]: report for report in story["reports"]}
    assert "wire-copy" in relations
    inherited = next(report for report in story["reports"] if report["relation"] != "wire-copy")
    assert any("credits nobody itself" in reason for reason in inherited["because"])


def test_the_credit_under_the_picture_misleads_nobody(ask: Ask) -> None:
    assert '"ap"' not in json.dumps(ask("stories"))


def test_reading_the_same_files_again_changes_nothing(
    record: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = record.read_bytes()
    capsys.readouterr()
    assert (
        main(["read", str(data / "seeds"), "--published", "2019-07-05", "--record", str(record), "--format", "json"])
        == 0
    )
    answer = json.loads(capsys.readouterr().out)
    assert [report["status"] for report in answer["reports"]] == ["known", "known"]
    assert record.read_bytes() == before


# --- 2. Statements ---------------------------------------------------------------------------------------------------

EXPECTED: tuple[tuple[str, str, str | None, list[str], str | None, str], ...] = (
    # speaker, on behalf of, stance, targets, treaty or system, words of the content
    ("nato", "nato", "assess", [], None, "no sign that Russia is going backwards"),
    ("jens-stoltenberg", "nato", "assess", [], "inf", "Both sides failed to make significant progress"),
    ("jens-stoltenberg", "nato", "assess", [], "9m729", "going down, day by day"),
    ("jens-stoltenberg", "nato", "warn", [], "inf", "Cold War arms treaty"),
    ("ru", "ru", "accuse", ["us"], "inf", "violating the agreement"),
    ("us", "us", "accuse", ["ru"], "inf", "violating the agreement"),
    ("us", "us", "accuse", ["ru"], "inf", "breaches the accord"),
    ("jens-stoltenberg", "nato", "assess", [], "inf", "come back into compliance"),
    ("jens-stoltenberg", "nato", "accuse", ["ru"], "inf", "was the only reason the treaty was under threat"),
    ("jens-stoltenberg", "nato", "assess", [], None, "still time to save"),
    ("jens-stoltenberg", "nato", "report", [], "inf", "the speed with which Soviet forces"),
    ("jens-stoltenberg", "nato", "assess", [], None, "Back in 1987"),
    ("jens-stoltenberg", "nato", "assess", [], None, "It is possible to do it in a few weeks"),
    ("jens-stoltenberg", "nato", "refuse-comment", [], None, "further details of the measures"),
    ("jens-stoltenberg", "nato", "report", [], "inf", "still focused on trying to save the deal"),
    ("jens-stoltenberg", "nato", "assess", [], None, "would not be capable of shooting down"),
    ("rus-mission-nato", "ru", None, [], "inf", "attempts to shift the blame"),
    ("rus-mission-nato", "ru", "urge", [], None, "restraint"),
    ("rus-mission-nato", "ru", "warn", [], None, "real risks"),
    ("rus-mission-nato", "ru", "pledge", [], None, "not intended to deploy"),
    ("usa-whitehouse", "us", "announce", [], "inf", "it would ditch the agreement"),
    ("vladimir-putin", "ru", "threaten", [], "new-start", "ready to drop New START"),
    ("vladimir-putin", "ru", "accuse", ["us"], "new-start", "unwilling to negotiate an extension"),
    ("vladimir-putin", "ru", "announce", [], "new-start", "foreign ministers would begin talks"),
)


def _told(statement: dict[str, Any], words: str) -> bool:
    spoken = [statement["content"], *(passage["exact"] for passage in statement["evidence"])]
    return words in " ".join(spoken[:1])


@pytest.mark.parametrize(("speaker", "behalf", "stance", "targets", "about", "words"), EXPECTED)
def test_each_speech_act_has_its_speaker_stance_and_target(
    ask: Ask, speaker: str, behalf: str, stance: str | None, targets: list[str], about: str | None, words: str
) -> None:
    found = [
        one
        for one in ask("statements")
        if _told(one, words) and one["speaker"]["actor"] == speaker and one["speaker"]["on_behalf_of"] == behalf
    ]
    assert found, f"nobody of {speaker} says {words!r}"
    assert any(
        (stance is None or one["stance"] == stance)
        and one["targets"] == targets
        and (about is None or about in one["treaties"] + one["systems"])
        for one in found
    ), found


def test_no_statement_is_invented(ask: Ask) -> None:
    unexpected = [
        one["content"]
        for one in ask("statements")
        if not any(_told(one, words) and one["speaker"]["actor"] == speaker for speaker, *_, words in EXPECTED)
    ]
    assert not unexpected


def test_the_pledge_of_the_mission_carries_its_condition(ask: Ask) -> None:
    (pledge,) = [one for one in ask("statements") if one["stance"] == "pledge"]
    assert pledge["condition"]["relation"] == "unless"
    assert pledge["condition"]["text"].endswith("are deployed there")


def test_both_nato_and_the_united_states_speak_of_the_breach(ask: Ask) -> None:
    (breach,) = [one for one in ask("statements") if "breaches the accord" in one["content"]]
    assert [one["actor"] for one in breach["co_speakers"]] == ["nato"]


def test_each_statement_stands_on_exact_text(ask: Ask, data: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((data / "seeds").glob("*.txt"))]
    for one in ask("statements"):
        assert one["lines"] == 1
        for passage in one["evidence"]:
            assert any(text[passage["start"] : passage["end"]] == passage["exact"] for text in texts)


# --- 3. Events -------------------------------------------------------------------------------------------------------

EVENTS: tuple[tuple[str, set[str], str, str | None, str], ...] = (
    # kind, actors, treaty, day, modality
    ("talks", {"nato", "ru"}, "inf", "2019-07-05", "happened"),
    ("sign-law", {"ru"}, "inf", "2019-07-03", "happened"),
    ("suspend", {"ru"}, "inf", "2019-03", "happened"),
    ("suspend", {"ru", "us"}, "inf", None, "happened"),
    ("withdraw", {"us"}, "inf", "2019-08-02", "planned"),
    ("announce-withdrawal", {"us"}, "inf", None, "happened"),
    ("sign", {"us", "su"}, "inf", "1987", "happened"),
    ("agree-measures", {"nato"}, "inf", "2019-06-24/2019-06-30", "happened"),
    ("expire", {"us", "ru"}, "new-start", "2021", "planned"),
    ("talks", {"ru", "us"}, "new-start", None, "planned"),
)


@pytest.mark.parametrize(("kind", "actors", "treaty", "day", "modality"), EVENTS)
def test_each_happening_is_an_event(
    ask: Ask, kind: str, actors: set[str], treaty: str, day: str | None, modality: str
) -> None:
    found = [
        one
        for one in ask("events")
        if (one["kind"], one["treaty"], one["modality"]) == (kind, treaty, modality)
        and {actor for actor in one["actors"] if "-" not in actor} == actors
        and (one["day"]["edtf"] if one["day"] and one["day"]["how"] != "inferred" else None) == day
    ]
    assert len(found) == 1


def test_the_talks_are_in_brussels(ask: Ask) -> None:
    (talks,) = [one for one in ask("events") if one["kind"] == "talks" and one["treaty"] == "inf"]
    assert talks["place"] == "Brussels"


def test_the_withdrawal_has_its_condition_and_is_settled_by_the_notice(ask: Ask) -> None:
    (withdrawal,) = [one for one in ask("events") if one["kind"] == "withdraw" and one["treaty"] == "inf"]
    assert withdrawal["condition"]["text"].startswith("unless Russia destroys")
    assert withdrawal["settled"] is True


def test_the_package_of_the_ministers_has_its_parts(ask: Ask) -> None:
    (package,) = [one for one in ask("events") if one["kind"] == "agree-measures"]
    assert any("missile defences" in part for part in package["parts"])
    assert any("intelligence and surveillance" in part for part in package["parts"])


def test_the_summit_in_japan_is_an_event(ask: Ask) -> None:
    assert any(one["place"] == "Japan" and "ru" in one["actors"] for one in ask("events") if one["kind"] == "talks")


# --- 4. Status -------------------------------------------------------------------------------------------------------


def _row(answer: dict[str, Any], actor: str) -> dict[str, Any]:
    return next(row for row in answer["participants"] if row["actor"] == actor)


def test_on_5_july_the_united_states_is_withdrawing_and_the_clock_can_be_stopped(ask: Ask) -> None:
    answer = ask("status", "inf", "--on", "2019-07-05")
    assert answer["phase"] == "in-force"
    assert _row(answer, "us")["standing"] == "withdrawing"
    (clock,) = [one for one in answer["clocks"] if one["actor"] == "us"]
    assert clock["due"] == "2019-08-02"
    assert any("revoked" in stop for stop in clock["stops_if"])
    assert any("9M729" in stop for stop in clock["stops_if"])


def test_both_suspensions_are_claims_that_the_other_side_disputes(ask: Ask) -> None:
    answer = ask("status", "inf", "--on", "2019-07-05")
    for actor, other in (("us", "ru"), ("ru", "us")):
        row = _row(answer, actor)
        assert row["operation"] == "claimed-suspended"
        assert other in row["disputed_by"]


def test_the_treaty_is_over_on_2_august(ask: Ask) -> None:
    answer = ask("status", "inf", "--on", "2019-08-02")
    assert answer["phase"] == "terminated"
    assert {(_row(answer, actor)["standing"], _row(answer, actor)["operation"]) for actor in ("us", "ru")} == {
        ("former", "none")
    }


def test_known_on_31_january_there_is_no_notice_yet(ask: Ask) -> None:
    answer = ask("status", "inf", "--on", "2019-07-05", "--known", "2019-01-31")
    assert _row(answer, "us")["standing"] == "party"
    assert answer["clocks"] == []


def test_known_on_1_march_the_end_is_projected(ask: Ask) -> None:
    answer = ask("status", "inf", "--on", "2019-08-02", "--known", "2019-03-01")
    assert (answer["phase"], answer["projected"]) == ("terminated", True)


def test_china_is_no_participant(ask: Ask) -> None:
    answer = ask("status", "inf", "--on", "2019-07-05", "--actor", "China")
    assert [row["standing"] for row in answer["participants"]] == ["none"]


def test_new_start_runs_to_february_2021_as_seen_in_2019(ask: Ask) -> None:
    answer = ask("status", "new-start", "--on", "2019-07-05", "--known", "2019-07-05")
    assert [clock["due"] for clock in answer["clocks"]] == ["2021-02-05"]


def test_new_start_has_expired_in_march_2026_with_its_suspension_still_disputed(ask: Ask) -> None:
    answer = ask("status", "new-start", "--on", "2026-03-10")
    assert answer["phase"] == "expired"
    assert {reading["holder"] for reading in answer["readings"]} >= {"us", "ru"}
    assert "us" in _row(answer, "ru")["disputed_by"]


def test_why_leads_from_a_statement_and_a_standing_to_text_and_article(ask: Ask) -> None:
    statement = next(one for one in ask("statements") if one["stance"] == "pledge")
    assert "not intended to deploy" in json.dumps(ask("why", statement["id"]))
    standing = _row(ask("status", "inf", "--on", "2019-07-05"), "us")
    assert "XV.2" in json.dumps(ask("why", standing["id"]))


def test_the_dossier_of_each_treaty_is_written(record: Path, tmp_path: Path) -> None:
    for treaty, words in (("inf", "Stoltenberg"), ("new-start", "Putin")):
        page = tmp_path / f"{treaty}.html"
        assert main(["dossier", treaty, "-o", str(page), "--on", "2019-07-05", "--record", str(record)]) == 0
        assert words in page.read_text(encoding="utf-8")

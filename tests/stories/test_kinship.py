"""Copying is shared prose. What everybody prints (quotations, captions, posts, menus) is not copying."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.stories import Kinship, compare
from treatywatch.stories.prose import read_prose

QUOTE = "“We have told them again that the launchers must go and that no visit can replace their destruction under the treaty”"
CAPTION = "The minister and his guest look at a launcher during the parade in the capital on Sunday, May 9. (Jane Roe/Pool via AP)"
POST = "We had a truly great meeting in Geneva today that was covered badly by nearly all of the papers and nobody says why. Sad!"
MENU = "\n".join(
    ["Home", "World", "Politics", "Sign up for our newsletter", "Your weather is set to Geneva", "Most read"] * 4
)


def _kinship(a: str, b: str) -> Kinship:
    return compare(read_prose(a), read_prose(b))


def test_copy_is_kin(texts: Mapping[str, str]) -> None:
    found = _kinship(texts["wire"], MENU + "\n" + texts["wire"].replace("GENEVA, 12 March 2021 (Reuters) - ", ""))
    assert found.kin
    assert found.a.exact > 0.9


def test_rewording_is_kin_through_its_sentences(texts: Mapping[str, str]) -> None:
    found = _kinship(texts["wire"], texts["reworded"])
    assert found.kin
    assert found.exact < 0.15
    assert found.b.reworded > 0.9


def test_two_hands_on_one_press_conference_are_no_kin(texts: Mapping[str, str]) -> None:
    assert not _kinship(texts["wire"], texts["own"]).kin


@pytest.mark.parametrize(
    "shared",
    [f"{QUOTE}, the minister said.", CAPTION, f"{POST}\n— A. Poster (@poster) May 9, 2021", MENU],
    ids=["quotation", "caption", "post", "menu"],
)
def test_shared_matter_that_is_nobodys_prose_makes_no_kin(texts: Mapping[str, str], shared: str) -> None:
    found = _kinship(f"{texts['own']}\n{shared}\n", f"{texts['other']}\n{shared}\n")
    assert not found.kin
    assert not found.doubtful
    assert found.shared == 0


def test_one_paragraph_taken_over_is_partial_and_seen_from_both_sides(texts: Mapping[str, str]) -> None:
    borrowed = texts["wire"].split("\n\n")[2]
    found = _kinship(f"{texts['other']}\n\n{borrowed}", texts["wire"])
    assert found.a.exact > found.b.exact > 0
    assert found.turned.a.exact == found.b.exact


def test_text_without_prose_is_kin_of_nothing() -> None:
    assert not _kinship("Home\nWorld\n", "Home\nWorld\n").kin
    assert not _kinship("", "").kin


def _shares(found: Kinship) -> tuple[float, ...]:
    return found.a.exact, found.a.reworded, found.b.exact, found.b.reworded, found.whole


@given(
    st.lists(
        st.sampled_from(["The talks in Geneva ended on Friday without any result at all.", QUOTE, "Home", ""]),
        max_size=6,
    )
)
def test_kinship_is_symmetric_and_its_shares_lie_between_none_and_all(lines: list[str]) -> None:
    one, other = "\n\n".join(lines), "The talks in Geneva ended on Friday without any result at all, said one."
    found = _kinship(one, other)
    assert _shares(found.turned) == _shares(_kinship(other, one))
    assert all(0.0 <= value <= 1.0 for value in _shares(found))


@pytest.mark.needs_data
def test_labelled_pairs_are_told_apart(data: Path, tmp_path: Path) -> None:
    lines = (data / "data/helsinki/articles.jsonl").read_text("utf-8").splitlines()
    articles = {one["doc_id"]: one["text"] for one in map(json.loads, lines)}
    gold = data / "data/helsinki/pairs_dev.jsonl"
    pairs = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    said = [
        {
            "a": pair["a"],
            "b": pair["b"],
            "relation": "version" if _kinship(articles[pair["a"]], articles[pair["b"]]).kin else "unrelated",
        }
        for pair in pairs
    ]
    predicted = tmp_path / "said.jsonl"
    predicted.write_text("\n".join(map(json.dumps, said)), "utf-8")
    script = data / "score/pairs.py"
    run = subprocess.run(
        [sys.executable, str(script), str(gold), str(predicted)], capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout)["F1"] >= 95.0

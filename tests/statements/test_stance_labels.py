"""The stance of statements against the sentences of tests/labels/stance, labelled before the program read them. The floors may only rise.

`pytest -s tests/statements/test_stance_labels.py` prints the figures of both halves for each stance;
`python tests/statements/test_stance_labels.py` the errors of the half whose errors may be read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from treatywatch.language.prose import Source
from treatywatch.model.statement import Speaker, Statement
from treatywatch.model.vocabulary import Stance
from treatywatch.pipeline import annotate_many, open_reader
from treatywatch.shelf import Shelf, open_shelf

TESTS = Path(__file__).resolve().parent.parent
FILES = sorted((TESTS / "labels" / "stance").glob("*.yml"))
FLOORS = TESTS / "floors" / "stance.json"
HALVES = ("tune", "held")
KEYS = {"text", "by", "cue", "stance", "negated", "condition", "targets", "to"}


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled statement. `stances`: each is right, the first is the likeliest. `targets` None: not scored."""

    file: str
    text: str
    by: str
    cue: str
    stances: tuple[str, ...]
    negated: bool
    condition: dict[str, str] | None
    targets: frozenset[str] | None

    @property
    def half(self) -> str:
        """By the last digit of the id."""
        return HALVES[int(sha256(f"{self.text}\n{self.cue}".encode()).hexdigest()[9], 16) % 2]


@cache
def entries() -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple((path.stem, one) for path in FILES for one in yaml.safe_load(path.read_text("utf-8")))


@cache
def labels() -> tuple[Label, ...]:
    return tuple(_label(file, one) for file, one in entries())


def _label(file: str, one: dict[str, Any]) -> Label:
    told = one["stance"] if isinstance(one["stance"], list) else [one["stance"]]
    targets = frozenset(one["targets"]) if "targets" in one else None
    return Label(
        file, one["text"], one["by"], one["cue"], tuple(told), one.get("negated", False), one.get("condition"), targets
    )


# --- What the program reads -----------------------------------------------------------------------------------------


@cache
def readings() -> tuple[tuple[Label, Statement | None], ...]:
    """Each label with the statement whose cue touches the labelled one, if there is one."""
    texts = list(dict.fromkeys(one.text for one in labels()))
    found = dict(zip(texts, annotate_many([Source(text) for text in texts], open_reader(open_shelf())), strict=True))
    return tuple((one, _at_cue(one, found[one.text].statements)) for one in labels())


def _at_cue(label: Label, statements: Sequence[Statement]) -> Statement | None:
    start = label.text.index(label.cue)
    end = start + len(label.cue)
    touching = [one for one in statements if one.cue and one.cue.start < end and start < one.cue.end]
    return touching[0] if touching else None


def half(name: str) -> list[tuple[Label, Statement | None]]:
    return [(label, found) for label, found in readings() if label.half == name]


# --- Figures --------------------------------------------------------------------------------------------------------


def told(label: Label, found: Statement) -> str:
    """The stance read, if it is right; else the labelled one that was missed is the first."""
    return str(found.stance) if str(found.stance) in label.stances else label.stances[0]


def same_condition(label: Label, found: Statement) -> bool:
    if label.condition is None or found.condition is None:
        return label.condition is None and found.condition is None
    start = label.text.index(label.condition["text"])
    overlaps = found.condition.start < start + len(label.condition["text"]) and start < found.condition.end
    return overlaps and found.condition.relation == label.condition["relation"]


def same_speaker(label: Label, speaker: Speaker | None) -> bool:
    if speaker is None:
        return False
    name = label.by.replace("-", " ").casefold()
    return label.by in (speaker.actor, speaker.on_behalf_of) or name in speaker.name.casefold()


def share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 1.0


def figures(pairs: Sequence[tuple[Label, Statement | None]]) -> dict[str, float]:
    """Shares of one half: statements found; of those found, what agrees. `sure`: stance where one word alone is right."""
    found = [(label, one) for label, one in pairs if one is not None]
    conditional = [(label, one) for label, one in found if label.condition or one.condition]
    agree: Callable[[Label, Statement], bool] = lambda label, one: str(one.stance) in label.stances  # noqa: E731
    return {
        "found": len(found) / len(pairs),
        "stance": share([agree(*pair) for pair in found]),
        "sure": share([agree(label, one) for label, one in found if len(label.stances) == 1]),
        "bare": share([agree(label, one) for label, one in found if label.cue in ("said", "says")]),
        "negated": share([label.negated == one.negated for label, one in found]),
        "condition": share([same_condition(label, one) for label, one in conditional]),
        "targets": share([set(one.targets) == label.targets for label, one in found if label.targets is not None]),
        "speaker": share([same_speaker(label, one.speaker) for label, one in found]),
    }


def by_stance(pairs: Sequence[tuple[Label, Statement | None]]) -> Iterator[tuple[str, int, float, float]]:
    """Of each stance: how often it is labelled (as read, or as the first of a list), precision and recall."""
    found = [(told(label, one), str(one.stance)) for label, one in pairs if one is not None]
    wanted, read = Counter(want for want, _ in found), Counter(have for _, have in found)
    right = Counter(want for want, have in found if want == have)
    for stance in map(str, Stance):
        yield stance, wanted[stance], right[stance] / (read[stance] or 1), right[stance] / (wanted[stance] or 1)


def confusions(pairs: Sequence[tuple[Label, Statement | None]]) -> list[tuple[tuple[str, str], int]]:
    wrong = [(told(label, one), str(one.stance)) for label, one in pairs if one is not None]
    return Counter(pair for pair in wrong if pair[0] != pair[1]).most_common(12)


# --- Tests ----------------------------------------------------------------------------------------------------------


@pytest.mark.needs_model
@pytest.mark.parametrize("name", HALVES)
def test_stances_of_labelled_sentences_stay_above_their_floors(name: str) -> None:
    found = figures(half(name))
    print(f"\n{name}: {len(half(name))} statements", {key: round(value, 3) for key, value in found.items()})
    for stance, count, precision, recall in by_stance(half(name)):
        print(f"  {stance:15} {count:3}  P {precision:.2f}  R {recall:.2f}")
    print("  labelled, read:", "; ".join(f"{want}, {have} {n}" for (want, have), n in confusions(half(name))))
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))[name]
    assert set(floors) <= set(found)
    assert {key: found[key] for key, least in floors.items() if found[key] < least} == {}


WEAK = frozenset(["report", "assess", "announce"])


@pytest.mark.needs_model
def test_ordinary_news_under_a_neutral_cue_is_seldom_read_as_a_strong_act() -> None:
    """Sixty neutral sentences and forty strong ones, labelled before the program read them."""
    entries = yaml.safe_load((TESTS / "labels" / "stance" / "ordinary" / "news.yml").read_text("utf-8"))
    wanted = [_label("ordinary", one) for one in entries]
    found = annotate_many([Source(one.text) for one in wanted], open_reader(open_shelf()))
    pairs = [(label, _at_cue(label, reading.statements)) for label, reading in zip(wanted, found, strict=True)]
    neutral = [(label, one) for label, one in pairs if WEAK & set(label.stances[:1])][:60]
    strong = [pair for pair in pairs if pair not in neutral]
    quiet = share([str(one.stance) in WEAK | set(label.stances) for label, one in neutral if one])
    right = share([str(one.stance) in label.stances for label, one in strong if one])
    assert (len(neutral), len(strong)) == (60, 40)
    assert quiet >= 0.96
    assert right >= 0.95


@pytest.mark.needs_model
def test_ordinary_news_with_the_words_of_stronger_acts_is_read_as_what_it_is() -> None:
    """Sixty further sentences, labelled before the program read them; 49 were right and three read as strong acts at the first run."""
    entries = yaml.safe_load((TESTS / "labels" / "stance" / "ordinary" / "second.yml").read_text("utf-8"))
    wanted = [_label("second", one) for one in entries]
    found = annotate_many([Source(one.text) for one in wanted], open_reader(open_shelf()))
    pairs = [(label, _at_cue(label, reading.statements)) for label, reading in zip(wanted, found, strict=True)]
    assert len(pairs) == 60
    assert share([one is not None and str(one.stance) in WEAK | set(label.stances) for label, one in pairs]) >= 0.98
    assert share([one is not None and str(one.stance) in label.stances for label, one in pairs]) >= 0.92


def test_labels_keep_to_the_closed_vocabulary_and_to_their_texts() -> None:
    for file, one in entries():
        assert set(one) <= KEYS, one
        assert one["cue"] in one["text"], (file, one)
        assert one.get("condition", {"text": ""})["text"] in one["text"], one
    assert {word for label in labels() for word in label.stances} == {str(word) for word in Stance}


def test_every_stance_is_labelled_fifteen_times_and_bare_speech_a_hundred_and_fifty_times() -> None:
    counts = Counter(label.stances[0] for label in labels())
    assert len(labels()) >= 420
    assert min(counts.values()) >= 15, counts
    assert sum(label.cue in ("said", "says") for label in labels()) >= 150


def test_no_statement_is_labelled_twice() -> None:
    told = Counter((label.text, label.cue) for label in labels())
    assert [one for one, count in told.items() if count > 1] == []


def test_targets_are_ids_of_the_shelf() -> None:
    shelf: Shelf = open_shelf()
    targets = {one for label in labels() for one in label.targets or ()}
    assert {one for one in targets if one not in shelf.states and one not in shelf.organisations} == set()


def main() -> None:
    """Print the errors of the half that may be read."""
    for label, one in half("tune"):
        if one is None:
            print(f"- not found: {label.cue!r} {label.stances} | {label.text}")
            continue
        faults = [f"stance {label.stances} read {one.stance}"] if str(one.stance) not in label.stances else []
        faults += [f"negated {label.negated} read {one.negated}"] if label.negated != one.negated else []
        faults += [f"condition {label.condition} read {one.condition}"] if not same_condition(label, one) else []
        if label.targets is not None and set(one.targets) != label.targets:
            faults.append(f"targets {set(label.targets)} read {one.targets}")
        if faults:
            print("-", "; ".join(faults), "|", label.text.replace("\n", " "))
    for name in HALVES:
        print(name, {key: round(value, 3) for key, value in figures(half(name)).items()})


if __name__ == "__main__":
    main()

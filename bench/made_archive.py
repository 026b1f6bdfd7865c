"""An archive of any size, made from real texts, in which it is known who copied whom.

Every original takes the sentences of real reports and exchanges their longer words for others by a key of its own, so that two
originals share no run of words but read alike to a program. Its kin are made from it as desks make them: copied with slight edits,
cut at the end, partly rewritten, or taken over for some paragraphs of another text; then dressed in a site's menus and notices.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from string import ascii_lowercase

SETS = ("helsinki/articles.jsonl", "polnear/dev.jsonl", "timex/dev.jsonl", "meantime/dev.jsonl", "newswcl50/dev.jsonl")
MENUS = 40
"""Sites, each with its own menu and notice: furniture that thousands of reports share."""
FAMILY = 0.5
"""Share of the originals that have kin; their number falls off by halves, as in real archives."""
LEAST_NEW = 100_000
"""Reports that are written; more are made of them."""
KINDS = ("copy", "cut", "version", "partial")


@dataclass(frozen=True)
class Made:
    """A report that was made: its text, day, outlet, and the number of the family whose copy it shares."""

    id: str
    text: str
    day: date
    outlet: str
    family: int
    kind: str


class Maker:
    """Makes reports out of the sentences of real ones."""

    def __init__(self, data: Path, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._sentences, self._words = _real_sentences(data)
        chosen = self._random
        self._menus = [
            "\n".join(" ".join(chosen.choices(self._words, k=chosen.randint(1, 4))) for _ in range(8))
            for _ in range(MENUS)
        ]
        self._notices = [" ".join(chosen.choices(self._words, k=22)).capitalize() + "." for _ in range(MENUS)]

    def archive(self, size: int) -> Iterator[Made]:
        """`size` reports, or a family more; beyond the first LEAST_NEW the same again with their letters exchanged, so that no word is
        left of them (writing a million anew takes longer than finding their stories).
        """
        first = list(self._written(min(size, LEAST_NEW)))
        yield from first
        for number in range(1, -(-size // LEAST_NEW)):
            table = self._alphabet()
            for report in first[: size - number * LEAST_NEW]:
                text = report.text.translate(table)
                family = report.family + number * LEAST_NEW
                id = f"report:{family}-{report.id.partition('-')[2]}"
                yield replace(report, id=id, text=text, family=family, outlet=f"{report.outlet}-{number}")

    def _alphabet(self) -> dict[int, int]:
        letters = list(ascii_lowercase)
        self._random.shuffle(letters)
        lower = str.maketrans(ascii_lowercase, "".join(letters))
        return lower | str.maketrans(ascii_lowercase.upper(), "".join(letters).upper())

    def _written(self, size: int) -> Iterator[Made]:
        """Reports, families shuffled among each other over a window of some hundred."""
        waiting: list[Made] = []
        made = family = 0
        while made < size:
            for report in self._family(family):
                waiting.append(report)
                made += 1
            family += 1
            if len(waiting) > 600:
                self._random.shuffle(waiting)
                yield from waiting[:300]
                del waiting[:300]
        self._random.shuffle(waiting)
        yield from waiting

    def _family(self, number: int) -> Iterator[Made]:
        chosen = self._random
        day = date(2016, 1, 1) + timedelta(days=chosen.randrange(1200))
        original = self._original(chosen.randint(3, 9))
        yield self._dressed(f"{number}-0", original, day, number, "original")
        place = 0
        while chosen.random() < FAMILY and place < 30:
            place += 1
            kind = chosen.choice(KINDS)
            derived = getattr(self, f"_{kind}")(original)
            yield self._dressed(f"{number}-{place}", derived, day + timedelta(days=chosen.randrange(3)), number, kind)

    def _original(self, paragraphs: int) -> list[list[str]]:
        """Paragraphs of sentences in words of this original's own."""
        key = self._random.randrange(len(self._words))
        return [[self._own(key) for _ in range(self._random.randint(2, 4))] for _ in range(paragraphs)]

    def _own(self, key: int) -> str:
        words, count = self._words, len(self._words)
        pattern = self._random.choice(self._sentences)
        said = [part if isinstance(part, str) else words[(part + key) % count] for part in pattern]
        return " ".join(said).capitalize() + "."

    def _copy(self, original: list[list[str]]) -> list[list[str]]:
        """The same, one word in fifty exchanged."""
        return [[self._edited(sentence, 0.02) for sentence in paragraph] for paragraph in original]

    def _cut(self, original: list[list[str]]) -> list[list[str]]:
        return original[: max(2, len(original) * self._random.randint(40, 80) // 100)]

    def _version(self, original: list[list[str]]) -> list[list[str]]:
        """A third of the paragraphs new, the rest edited."""
        new = self._original(max(1, len(original) // 3))
        kept = [[self._edited(sentence, 0.04) for sentence in paragraph] for paragraph in original]
        return new + kept[: len(original) - len(new)]

    def _partial(self, original: list[list[str]]) -> list[list[str]]:
        """Two or three paragraphs taken over into a text of another hand, a third to a half of it."""
        taken = original[: self._random.randint(2, 3)]
        return self._original(len(taken) + self._random.randint(0, 2)) + taken

    def _edited(self, sentence: str, share: float) -> str:
        chosen = self._random
        words = [chosen.choice(self._words) if chosen.random() < share else word for word in sentence[:-1].split(" ")]
        return " ".join(words) + "."

    def _dressed(self, id: str, body: list[list[str]], day: date, family: int, kind: str) -> Made:
        site = self._random.randrange(MENUS)
        title = " ".join(self._random.choices(self._words, k=8)).capitalize()
        prose = "\n\n".join(" ".join(paragraph) for paragraph in body)
        text = f"{self._menus[site]}\n\n{title}\n\n{prose}\n\n{self._notices[site]}\n"
        return Made(f"report:{id}", text, day, f"site-{site}", family, kind)


def _real_sentences(data: Path) -> tuple[list[tuple[str | int, ...]], list[str]]:
    """Sentences of real reports as patterns (a number stands for a longer word, by its rank), and those longer words."""
    sentences: list[list[str]] = []
    for name in SETS:
        for line in (data / "data" / name).read_text("utf-8").splitlines():
            text = json.loads(line)["text"]
            found = re.split(r"(?<=[.!?])\s+", " ".join(text.split()))
            sentences.extend(re.findall(r"[A-Za-z]+", sentence) for sentence in found)
    kept = [sentence for sentence in sentences if 9 <= len(sentence) <= 40]
    words = sorted({word for sentence in kept for word in sentence if len(word) > 4})
    rank = {word: number for number, word in enumerate(words)}
    patterns = {tuple(rank.get(word, word) for word in sentence) for sentence in kept}
    return sorted(patterns, key=repr), words


def main() -> None:
    """Write an archive: `made_archive.py DATA SIZE FILE`, one report a line."""
    if len(sys.argv) != 4:
        print("made_archive: makes what stories_scale measures; nothing to measure by itself")
        return
    data, size, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    with out.open("w", encoding="utf-8") as stream:
        for report in Maker(data).archive(size):
            body = [report.id, report.text, report.day.isoformat(), report.outlet, report.family, report.kind]
            stream.write(json.dumps(body) + "\n")


if __name__ == "__main__":
    main()

"""The cast of one report: who is who on the report's day, and which treaty and weapon the words mean.

`Cast.speaker`, `.actors`, `.organs`, `.treaties` and `.systems` take offsets `[start, end)` of words in the report's text and
answer with ids of the shelf; nothing here raises on any text or offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from treatywatch.language.cast_actors import Actors
from treatywatch.language.cast_directory import Directory
from treatywatch.language.cast_pairs import together
from treatywatch.language.cast_people import People
from treatywatch.language.cast_pronouns import Antecedents
from treatywatch.language.cast_scene import Scene, SpanLike, Subject, trimmed
from treatywatch.language.cast_speakers import Speakers
from treatywatch.language.cast_titles import find_titles
from treatywatch.language.cast_treaties import TreatyTalk
from treatywatch.language.cast_weapons import Weapons
from treatywatch.model.annotation import Mention
from treatywatch.model.statement import Speaker


class Cast:
    """Who is who in one report.

    `mentions` come from `Gazetteer.find(text, on)`; `directory` from `Directory.of(shelf)`; `persons` are spans of persons that a
    model found; `quotations` the spans of quotations (first-person pronouns in them mean whoever speaks); `on` is the
    report's day, None where it is not known; `subjects` the common nouns that a model found as subjects.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[SpanLike],
        mentions: Sequence[Mention],
        directory: Directory,
        on: date | None = None,
        persons: Iterable[SpanLike] = (),
        quotations: Iterable[SpanLike] = (),
        subjects: Iterable[Subject] = (),
    ) -> None:
        self._persons = tuple(persons)
        self.scene = Scene(text, sentences, mentions, directory, on, quotations, subjects)

    @cached_property
    def _speakers(self) -> Speakers:
        titles = find_titles(self.scene)
        people = People(self.scene, titles, self._persons)
        return Speakers(self.scene, titles, people, Antecedents(self.scene, people, titles))

    @cached_property
    def _actors(self) -> Actors:
        return Actors(self.scene, self._speakers, self.scene.directory.lexicon.facts)

    @cached_property
    def _talk(self) -> TreatyTalk:
        return TreatyTalk(self.scene, self.scene.directory.lexicon.facts)

    @cached_property
    def _weapons(self) -> Weapons:
        return Weapons(self.scene)

    def speaker(self, start: int, end: int, sentence: int | None = None, said_by: Speaker | None = None) -> Speaker:
        """Who the words of a source mean: a name with title, a pronoun, a description, an unnamed voice.

        `said_by` is the speaker of the quotation that the words stand in, where the caller knows it ("we", "I").
        `start` and `end` of the answer are those of the words given.
        """
        low, high = trimmed(self.scene.text, start, end)
        found = self._speakers.resolve(low, high, said_by)
        return Speaker(found.name, found.actor, found.office, found.on_behalf_of, start, end)

    def speakers(self, start: int, end: int) -> tuple[Speaker, ...]:
        """The same, one for each of those whom "they" or "both" takes up together ("Macron and Merkel met. They said …")."""
        low, high = trimmed(self.scene.text, start, end)
        pair = together(self._speakers, low, high)
        if not pair:
            return (self.speaker(start, end),)
        return tuple(Speaker(one.name, one.actor, one.office, one.on_behalf_of, start, end) for one in pair)

    def actors(self, start: int, end: int, said_by: Speaker | None = None) -> tuple[str, ...]:
        """The states and international organisations that the words mean on the day, in the order of the text."""
        low, high = trimmed(self.scene.text, start, end)
        return self._actors.meant(low, high, said_by)

    def organs(self, start: int, end: int) -> tuple[str, ...]:
        """The state organs that the words name ("the Pentagon"), in the order of the text."""
        state_of = self.scene.directory.state_of
        named = [m.id for m in self.scene.within(start, end, "actor") if state_of(m.id) != m.id]
        return tuple(dict.fromkeys(named))

    def treaties(self, start: int, end: int) -> tuple[str, ...]:
        """The treaties that the words name or refer back to ("the accord", "the 1987 treaty"); none when unsure."""
        return self._talk.treaties(*trimmed(self.scene.text, start, end))

    def told_treaty(self, at: int) -> bool:
        """Whether a treaty has been named or described before the offset."""
        return any(mention.start < at for mention in self._talk.spoken_of)

    def treaties_told(self, start: int, end: int) -> list[Mention]:
        """The treaties named or described within the offsets, in the order of the text; none that only names a conference."""
        return [mention for mention in self._talk.of_acts if start <= mention.start < end]

    def systems(self, start: int, end: int) -> tuple[str, ...]:
        """The weapon systems that the words name or refer back to ("the missile"); none when unsure."""
        return self._weapons.meant(*trimmed(self.scene.text, start, end))

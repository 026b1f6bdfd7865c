"""For whom somebody speaks or acts: the state or the organisation behind a person, an office or a state's organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from treatywatch.findings.speaking import Speaking
from treatywatch.language.names import Gazetteer
from treatywatch.model.annotation import Mention
from treatywatch.model.entry import StatementEntry
from treatywatch.model.statement import Speaker
from treatywatch.model.vocabulary import Phase, StandingKind
from treatywatch.regime import classes_of, evaluate
from treatywatch.rulebook import load_treaty, treaties_with_classes
from treatywatch.shelf import Shelf
from treatywatch.shelf.naming import covers

_NOT_YET = frozenset({Phase.NEGOTIATING, Phase.SIGNED})
_ANY_DAY = date(2100, 1, 1)
"""The day on which participation is asked for where none is told: after all that the shelf knows of."""


class Sides:
    """The states and organisations of a shelf, and the names under which texts tell them."""

    def __init__(self, shelf: Shelf, gazetteer: Gazetteer | None = None) -> None:
        self._shelf, self._given = shelf, gazetteer
        self._read: dict[str, str | None] = {}

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return self._given or Gazetteer.of(self._shelf)

    def of(self, identity: str | None) -> str | None:
        """The state that an organ belongs to, or the state or organisation itself; None of a person, or of nobody."""
        if identity is None:
            return None
        if identity in self._shelf.states:
            return identity
        if identity not in self._shelf.organisations:
            return None
        return self._shelf.organisations[identity].state or identity

    def of_speaker(self, speaker: Speaker | None) -> str | None:
        """For whom a speaker speaks."""
        return self.of(speaker.on_behalf_of) or self.of(speaker.actor) if speaker else None

    def of_entry(self, entry: StatementEntry) -> tuple[str, ...]:
        """For whom the speakers of a statement speak, the first one's first; of one whom the shelf does not know, by the text."""
        statement = entry.statement
        told = [self.of_speaker(speaker) for speaker in (statement.speaker, *statement.co_speakers)]
        if not any(told) and statement.speaker is not None and statement.speaker.actor is None:
            told = [self._told_in_text(entry, statement.speaker)]
        return tuple(dict.fromkeys(side for side in told if side))

    def _told_in_text(self, entry: StatementEntry, speaker: Speaker) -> str | None:
        if entry.id not in self._read:
            self._read[entry.id] = self._speaking.side(entry, speaker)
        return self._read[entry.id]

    @cached_property
    def _speaking(self) -> Speaking:
        return Speaking(self._shelf, self)

    def named(self, identities: Iterable[str]) -> tuple[str, ...]:
        """The sides of some actors, each once."""
        return tuple(dict.fromkeys(side for side in map(self.of, identities) if side))

    def mentions(self, text: str, on: date | None = None) -> Iterator[tuple[Mention, str]]:
        """The sides that a text names, in its order, each with the mention: by their own names, or by who holds office in them.

        An office told with its holder (`Russian President Vladimir Putin`) is one mention.
        """
        held: tuple[Mention, str] | None = None
        for mention in self._gazetteer.find(text, on):
            side = self._side_of(mention, on)
            if side is None:
                continue
            if (
                held is not None
                and held[1] == side
                and mention.kind == "person"
                and text[held[0].end : mention.start].isspace()
            ):
                mention = replace(mention, start=held[0].start, text=text[held[0].start : mention.end])
                held = None
            if held is not None:
                yield held
            held = (mention, side)
        if held is not None:
            yield held

    def _side_of(self, mention: Mention, on: date | None) -> str | None:
        """The side that a name tells; of a person, the one in which he held office on the day, or ever did."""
        if mention.kind == "office" and mention.id in self._shelf.offices:
            return self.of(self._shelf.offices[mention.id].actor)
        if mention.kind == "person" and mention.id is not None:
            tenures = self._shelf.tenures(mention.id)
            then = [office for office, tenure in tenures if on is not None and covers(tenure, on)]
            served = {
                self.of(self._shelf.offices[office].actor) for office in then or [office for office, _ in tenures]
            }
            return served.pop() if len(served) == 1 else None
        return self.of(mention.id) if mention.kind == "actor" else None

    def things(self, text: str, on: date | None = None) -> dict[str, tuple[str, ...]]:
        """The systems and treaties that a text names: `system` and `treaty` → ids."""
        found: dict[str, list[str]] = {"system": [], "treaty": []}
        for mention in self._gazetteer.find(text, on):
            if mention.kind in found and mention.id is not None:
                found[mention.kind].append(mention.id)
        return {kind: tuple(dict.fromkeys(ids)) for kind, ids in found.items()}

    def owners(self, system: str, day: date | None = None) -> tuple[str, ...]:
        """Who owns a system, as the shelf tells; nobody where it does not know the system.

        On a day before an owner was a state, its predecessor; after an owner's end, only those that are left.
        """
        if system not in self._shelf.systems:
            return ()
        known = self._shelf.systems[system]
        return tuple(dict.fromkeys(self.then(owner, day) for owner in (known.owner, *known.co_owners)))

    def then(self, side: str, day: date | None) -> str:
        """A state on a day, or the state that it was before."""
        state = self._shelf.states.get(side)
        if state is None or day is None:
            return side
        if state.predecessor and state.since and day < state.since.earliest:
            return state.predecessor
        return state.continuator if state.continuator and state.until and state.until.latest < day else side

    def without_names(self, text: str) -> str:
        """The text with each name of a treaty or an organisation blotted out, so that no word in it tells an act ("Test Ban Treaty")."""
        for mention in self._gazetteer.find(text):
            if mention.kind == "treaty" or (mention.kind == "actor" and mention.id not in self._shelf.states):
                text = text[: mention.start] + "·" * (mention.end - mention.start) + text[mention.end :]
        return text

    def told_treaties(self, text: str) -> Iterator[str]:
        """The treaties that a text names, as often as it names them."""
        for mention in self._gazetteer.find(text):
            if mention.kind == "treaty" and mention.id is not None:
                yield mention.id

    def kind_of_organisation(self, side: str) -> str | None:
        """What kind of organisation a side is; None of a state."""
        return self._shelf.organisations[side].kind if side in self._shelf.organisations else None

    def takes_part(self, treaty: str, side: str, day: date | None, surely: bool = True) -> bool:
        """Whether a side has signed a treaty or is bound by it on a day; in the end where no day is told.

        What is contested counts too, unless `surely`.
        """
        if treaty not in self._shelf.treaty_ids():
            return False
        law = load_treaty(self._shelf, treaty)
        row = evaluate(law, law.acts, day or _ANY_DAY).participant(side)
        if row is None or row.standing in (StandingKind.NONE, StandingKind.FORMER):
            return False
        return row.standing is not StandingKind.CONTESTED or not surely

    def binding(self, treaty: str, day: date | None) -> str:
        """The treaty that a breach told on a day is of: of one that is only signed, the one that it succeeded, where there is one.

        Before a successor is in force, what is reproached to its parties was done under the older treaty of that name.
        """
        if treaty not in self._shelf.treaty_ids() or day is None:
            return treaty
        law = load_treaty(self._shelf, treaty)
        older = next((one.treaty for one in law.related if one.kind == "successor-of"), None)
        if (
            older is None or evaluate(law, law.acts, _ANY_DAY).phase in _NOT_YET
        ):  # what never came into force was kept all the same
            return treaty
        return older if evaluate(law, law.acts, day).phase in _NOT_YET else treaty

    def may_concern(self, treaty: str, side: str) -> bool:
        """Whether a side's deeds can be measured by a treaty: of two states' treaty, or of a political commitment, only those in it."""
        if self.kind_of_organisation(side) is not None or treaty not in self._shelf.treaty_ids():
            return True
        law = load_treaty(self._shelf, treaty)
        if law.structure == "bilateral":
            return law.side_of(side) is not None
        return law.form == "treaty" or evaluate(law, law.acts, _ANY_DAY).participant(side) is not None

    def other_party(self, treaty: str, side: str, day: date | None) -> str | None:
        """The other party of a bilateral treaty on a day; None of a multilateral one, or of a side that is no party."""
        if treaty not in self._shelf.treaty_ids():
            return None
        law, asked = load_treaty(self._shelf, treaty), day or _ANY_DAY
        own = law.side_of(side)
        others = (member for one in law.sides if own is not None and one != own for member in one.members)
        begun = (one for one in others if one.since is None or one.since.earliest <= asked)
        return next((one.actor for one in begun if one.until is None or one.until.earliest > asked), None)

    def kind_of(self, system: str) -> str:
        """What a system is, in plain words; nothing where the shelf does not know it."""
        return self._shelf.systems[system].type if system in self._shelf.systems else ""

    def classing_treaty(self, system: str, day: date | None = None) -> str | None:
        """The one treaty of the shelf whose classes measure a system by somebody's figure; None where none or several do, or where it
        was over by the day.
        """
        if system not in self._shelf.systems:
            return None
        known = self._shelf.systems[system]
        found = [id for id in treaties_with_classes(self._shelf) if classes_of(load_treaty(self._shelf, id), known)]
        over = (
            bool(found)
            and day is not None
            and not any(self.takes_part(found[0], one, day) for one in self.owners(system, day))
        )
        return found[0] if len(found) == 1 and not over else None

"""What the people of a report stand for: the office that each holds on the day, and the state or organisation spoken for."""

from __future__ import annotations

import re
from datetime import date

from treatywatch.language.cast_directory import Held
from treatywatch.language.cast_figures import Figure
from treatywatch.language.cast_scene import Scene
from treatywatch.language.cast_titles import STUDIED, Title
from treatywatch.model.annotation import Mention

_APPOSED = re.compile(
    r",\s(?:who (?:is|was|leads|led|heads|headed|chairs|chaired|runs|ran|commands|commanded|represents|"
    r"represented|serves|served|advises)\s|an?\s|the\s|head\s|deputy\s|director\s|chief\s|chair\w*\s|member\s|commander\s)[^,.;\n]{0,90}"
)
_HEADS = re.compile(r"-(?:president|prime-minister|premier|chancellor|general-secretary|head-of-state|supreme-leader)$")
_SCHOLAR = re.compile(
    r"\b(?:analyst|expert|researcher|scholar|fellow|professor|historian|scientist|journalist|editor|critic|campaigner|activist)\b"
)


_ABOUT = re.compile(r"\b(?:in|on|to|at|about|from|into|over|against)\s(?:the\s)?$")
_OF = re.compile(r"\sof\s(?:the\s)?")


def directory_state(scene: Scene, actor: str) -> bool:
    """Whether the actor is a state, not a body ("Daryl Kimball of the Arms Control Association")."""
    return actor in scene.directory.states


class Standing:
    """The figures of a report with the terms in office that they are told of in."""

    scene: Scene
    figures: list[Figure]
    window: date | None

    def find_window(self) -> date | None:
        """The report's day; where it is not known, a day on which most of the named people hold the offices told of them."""
        if self.scene.on is not None:
            return self.scene.on
        terms = [
            h for f in self.figures if f.slug for h in self.scene.directory.held_on(f.slug, None) if self._told(f, h)
        ]
        days = sorted({h.tenure.since.earliest for h in terms if h.tenure.since})
        best = max(days, key=lambda d: (sum(h.covers(d) for h in terms), d), default=None)
        return best

    def past(self, figure: Figure) -> bool:
        """Whether a person of the shelf holds no office on the report's day: told of rather than speaking."""
        return bool(figure.slug and self.window) and self.standing(figure)[0] is None

    def leads(self, person: str) -> bool:
        """Whether a person heads a state or government on the day: then a lone surname is never a stranger's."""
        on = self.scene.on
        return on is not None and any(_HEADS.search(h.office.id) for h in self.scene.directory.held_on(person, on))

    def _told(self, figure: Figure, held: Held) -> bool:
        return any(self.fits(title, held) for title in figure.titles)

    def fits(self, title: Title, held: Held) -> bool:
        """Whether a title told in the text is that of an office: the shelf's title, or the actor and the role."""
        if title.office is not None:
            return title.office == held.office.id
        if title.former:
            return False
        directory = self.scene.directory
        same = title.actor is None or title.actor == directory.state_of(held.office.actor)
        return same and directory.names_role(held.office, title.role)

    def _names_office(self, title: Title, held: Held) -> bool:
        """Whether a title names an office by itself, so that it tells it also after the term ("Soviet leader"; not "Trade Secretary")."""
        return self.fits(title, held) and (
            title.office is not None or title.role not in ("minister", "official", "chief")
        )

    def standing(self, figure: Figure) -> tuple[str | None, str | None]:
        """The office and the actor for which a figure speaks: as told beside the name, else as held on the day."""
        directory, former = self.scene.directory, any(t.former for t in figure.titles)
        if figure.slug:
            current = directory.held_on(figure.slug, self.window) if self.window else []
            told = [h for h in directory.held_on(figure.slug, None) if self._told(figure, h)]
            both = [h for h in current if h in told]
            # A title that tells the office after its term ("President Obama said in 2014"): whom he spoke for, no office.
            certain = [] if former else [h for h in told if any(self._names_office(t, h) for t in figure.titles)]
            chosen = (both or current or certain)[-1:]
            if chosen:
                held = bool(both or current) or self.scene.on is None
                return chosen[0].office.id if held else None, directory.state_of(chosen[0].office.actor)
            if self.window is None:
                return None, None if former else self._undated(figure.slug)
        for title in figure.titles:
            if title.actor and not title.former:
                return self._stranger_office(figure, title), title.actor
        return None, None if former else self._affiliation(figure)

    def _undated(self, person: str) -> str | None:
        """Whom a person spoke for where no day is known: of several the only one that the text names, else the last one served."""
        terms = sorted(self.scene.directory.held_on(person, None), key=lambda h: h.years)
        actors = list(dict.fromkeys(self.scene.directory.state_of(h.office.actor) for h in terms))
        named = {self.scene.state_of(m) for m in self.scene.mentions if m.kind == "actor"}
        told = [actor for actor in actors if actor in named]
        return told[0] if len(told) == 1 else actors[-1] if actors else None

    def _stranger_office(self, figure: Figure, title: Title) -> str | None:
        """The office told of somebody whom the shelf does not know as its holder: none where it knows another one on the day."""
        office = self.scene.directory.offices.get(title.office or "")
        if office is None or self.window is None:
            return title.office
        return None if self.scene.directory.holder(office, self.window) else title.office

    def _affiliation(self, figure: Figure) -> str | None:
        """Whom a person serves by the words after the name ("who chairs the Duma's committee", "a member of the Politburo")."""
        scene = self.scene
        for _, end in figure.places:
            state = _OF.match(scene.plain, end)
            home = scene.at(state.end()) if state else None
            if home is not None and home.kind in ("actor", "place") and directory_state(scene, home.id):
                return scene.directory.state_of(home.id)
            joint = _APPOSED.match(scene.plain, end)
            if joint and not _SCHOLAR.search(scene.plain, end, joint.end()):
                told = scene.within(end, joint.end(), "actor", "office")
                served = [scene.state_of(m) for m in told if not self._only_a_subject(m, joint.end())]
                return next((actor for actor in served if actor), None)
        return None

    def _only_a_subject(self, mention: Mention, end: int) -> bool:
        """Whether a name after a person's is where he works or what he studies ("director of the Russia programme", "who flew to
        Germany"), not whom he serves.
        """
        plain = self.scene.plain
        return bool(_ABOUT.search(plain[max(0, mention.start - 12) : mention.start])) or bool(
            STUDIED.match(plain, mention.end, end)
        )

    def serves(self, figure: Figure) -> str | None:
        """The state or organisation that a figure acts for where it is told of him: also after his term ("Reagan" signed for the US)."""
        actor = self.standing(figure)[1]
        if actor or not figure.slug:
            return actor
        actors = [
            self.scene.directory.state_of(h.office.actor) for h in self.scene.directory.held_on(figure.slug, None)
        ]
        return max(actors, key=actors.count, default=None)

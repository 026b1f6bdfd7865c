"""From material to the page. The templates hold no logic beyond choosing and repeating; what they call is here."""

from __future__ import annotations

import base64
import hashlib
import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from treatywatch import __version__
from treatywatch.dossier import numbers, sections, words
from treatywatch.dossier.material import Material
from treatywatch.model.law import Act
from treatywatch.model.passage import Ground, Passage
from treatywatch.model.regime import Reading, Standing
from treatywatch.model.system import Claim, System
from treatywatch.pictures.course import alike, clipped
from treatywatch.pictures.standing import Frame, around, draw
from treatywatch.shapes.days import moment
from treatywatch.shapes.shelf import claimed

SCRIPT = (
    'addEventListener("beforeprint",()=>{document.querySelectorAll("details").forEach(d=>{d.dataset.was=d.open?1:"";d.open=true})});'
    'addEventListener("afterprint",()=>{document.querySelectorAll("details").forEach(d=>{d.open=!!d.dataset.was})});'
    'addEventListener("hashchange",o);o();'
    "function o(){const t=location.hash&&document.getElementById(decodeURIComponent(location.hash.slice(1)));"
    'for(let e=t;e;e=e.parentElement)if(e.tagName=="DETAILS")e.open=true;if(t)t.scrollIntoView()}'
)
"""Opens what is folded, for print and for a link into it. Without it everything can still be read."""

_LANES = 8
"""Lanes in a picture at most; the table beneath always has all participants."""

_CAPTION = "Who went the same way shares a bar. The dashed line is the day asked about; dashed bars are projected."


_REPORT = re.compile(r"report:[0-9a-f]+")

_RECENT = timedelta(days=3 * 365)
"""What is older than this before the day asked is folded in the timeline."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart with its words."""

    title: str
    caption: str
    svg: Markup


def render(material: Material) -> str:
    """The dossier as one HTML page that refers to nothing outside itself, except by links that a reader may follow."""
    environment = Environment(
        loader=PackageLoader("treatywatch.dossier", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html.j2").render(material=material, page=Page(material))


class Page:
    """What the templates call to name, word and quote things."""

    version = __version__
    script = Markup(SCRIPT)
    script_hash = "sha256-" + base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    day = staticmethod(words.day)
    told = staticmethod(words.told)
    in_sentence = staticmethod(words.in_sentence)
    short_day = staticmethod(words.short_day)
    deed = staticmethod(words.deed)
    opening = staticmethod(words.opening)
    plural = staticmethod(words.plural)
    linked = staticmethod(words.linked)
    verdicts = staticmethod(numbers.verdicts)
    holdings = staticmethod(numbers.holdings)

    def __init__(self, material: Material) -> None:
        self.material = material
        self.lede = sections.lede(material)
        self.timeline = sections.timeline(material)
        since = material.asked.on - _RECENT
        self.earlier = tuple(moment for moment in self.timeline if moment.sort < since)
        self.recent = tuple(moment for moment in self.timeline if moment.sort >= since)
        self.voices = sections.voices(material)
        self.dues = sections.dues(material)
        self.moment = moment(material.asked.now)

    @cached_property
    def style(self) -> Markup:
        """The style sheet."""
        return Markup((files("treatywatch.dossier") / "templates" / "style.css").read_text(encoding="utf-8"))

    @cached_property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """The sections that the page has."""
        material = self.material
        listed = (
            ("clocks", "Clocks", True),
            ("standing", "Standing", True),
            ("disputed", "Readings", bool(material.state.readings)),
            ("timeline", "Timeline", True),
            ("said", "What was said", True),
            ("reports", "Reports", True),
            ("systems", "Systems", bool(material.systems)),
            ("numbers", "Numbers", bool(material.holdings or material.destroyed)),
            ("law", "The law", True),
        )
        return tuple((id, title) for id, title, there in listed if there)

    # --- Words ----------------------------------------------------------------------------------------------------

    @cached_property
    def rests(self) -> tuple[tuple[str, tuple[Ground, ...]], ...]:
        """What standings rest on; who rests on the same shares a row."""
        together: dict[tuple[Ground, ...], list[str]] = {}
        for row in self.material.state.participants:
            if row.grounds:
                together.setdefault(row.grounds, []).append(self.material.name(row.actor))
        return tuple((words.some(names), grounds) for grounds, names in together.items())

    def away(self, day: date) -> str:
        """How far a due day is from the day asked about."""
        return words.until_day((day - self.material.asked.on).days)

    def names(self, actors: Iterable[str]) -> str:
        """Actors by name, as a list in a sentence."""
        return words.listed(words.in_sentence(self.material.name(actor)) for actor in actors)

    def in_short(self, grounds: Iterable[Ground]) -> str:
        """The articles, acts and sources of some grounds in one line."""
        short = dict.fromkeys(self._short(ground) for ground in grounds)
        found = [text for text in short if text]
        return words.told("; ".join(found[:4]) + (" and more" if len(found) > 4 else ""))

    def _short(self, ground: Ground) -> str:
        if ground.article:
            return self._article(ground.article)
        if ground.act:
            return self._act_name(ground.act)
        return "a report" if ground.evidence else "its source"

    def _article(self, article: str) -> str:
        """An article as it is cited; the treaty's own by number alone."""
        return article if " " in article else f"Article {article}"

    def _act_name(self, act: str) -> str:
        found = self._acts.get(act.rpartition(":")[2])
        return f"{words.deed(found.kind.value)} of {words.day(found.own_day)}" if found else act

    @cached_property
    def _acts(self) -> Mapping[str, Act]:
        return {act.id: act for act in self.material.law.acts}

    def cited(self, names: Iterable[str]) -> tuple[str, ...]:
        """The sources that a clause or an act names."""
        return tuple(str(self.material.law.reference(name) or name) for name in names)

    def claimed(self, claim: Claim) -> str:
        """A claimed value: bounds with their unit, or the words."""
        return words.told(claimed(claim))

    def other_names(self, system: System) -> str:
        """A system's names in other nomenclatures."""
        return words.told(", ".join(dict.fromkeys(name for _, name in system.names if name != system.name)))

    # --- Links ----------------------------------------------------------------------------------------------------

    def anchor(self, identity: str) -> str:
        """The id of an element, from the id of a thing."""
        return re.sub(r"[^A-Za-z0-9-]+", "-", identity)

    def clause_anchor(self, article: str) -> str:
        """The id of a clause's element."""
        return self.anchor(f"clause-{article}")

    def article_link(self, article: str) -> Markup:
        """An article, linked to its clause where the page has it."""
        there = any(clause.article == article for clause in self.material.law.clauses)
        name = words.told(self._article(article))
        return (
            Markup('<a href="#{0}">{1}</a>').format(self.clause_anchor(article), name)
            if there
            else Markup("{0}").format(name)
        )

    def act_link(self, act: str) -> Markup:
        """An act, linked to its line of the timeline where the page has it."""
        key = act.rpartition(":")[2]
        name = words.told(self._act_name(act))
        anchors = {moment.id for moment in self.timeline}
        identity = f"act:{self.material.law.id}:{key}"
        return (
            Markup('<a href="#{0}">{1}</a>').format(self.anchor(identity), name)
            if identity in anchors
            else Markup("{0}").format(name)
        )

    # --- Reports --------------------------------------------------------------------------------------------------

    def quotation(self, passage: Passage) -> words.Quotation:
        """A sentence in its context."""
        return words.quotation(passage, self.material.reports)

    def report_name(self, identity: str) -> str:
        """A report's title, else its path."""
        report = self.material.reports.get(identity)
        return words.told((report.title or report.path.rpartition("/")[2]) if report else identity)

    def naming_reports(self, reason: str) -> str:
        """A reason in which reports are told by name, and not by id."""
        named = _REPORT.sub(
            lambda match: (
                f"“{self.report_name(match.group())}”" if match.group() in self.material.reports else match.group()
            ),
            reason,
        )
        return words.told(named)

    @cached_property
    def _doubted(self) -> frozenset[str]:
        """The reports whose day is doubted."""
        happened = {report for entry in self.material.events for report in entry.doubted}
        return frozenset(happened | {report for entry in self.material.statements for report in entry.doubted})

    def report_facts(self, identity: str) -> str:
        """Outlet, credit and day of a report, as the end of a line."""
        report = self.material.reports.get(identity)
        if report is None:
            return ""
        credit = report.credit
        facts = (
            f"published by {self.material.name(report.outlet)}" if report.outlet else "",
            f"credits {self.material.name(credit.outlet)} ({credit.how})" if credit else "",
            words.day(report.published) if report.published else "undated",
            "a day that its text speaks against" if identity in self._doubted else "",
        )
        return "; " + "; ".join(fact for fact in facts if fact)

    # --- Disputes and pictures ------------------------------------------------------------------------------------

    @cached_property
    def readings(self) -> tuple[tuple[str, tuple[Reading, ...]], ...]:
        """The readings by what they read: an act, or who is bound."""
        by_subject: dict[str, list[Reading]] = {}
        for reading in self.material.state.readings:
            by_subject.setdefault(self._subject(reading), []).append(reading)
        return tuple((subject, tuple(held)) for subject, held in by_subject.items())

    def _subject(self, reading: Reading) -> str:
        acts = [self._acts.get((ground.act or "").rpartition(":")[2]) for ground in reading.grounds]
        found = next((act for act in acts if act), None)
        return f"{words.day(found.own_day)}: {words.told(found.says)}" if found else "Who is bound"

    @cached_property
    def phases_differ(self) -> bool:
        """Whether holders differ on the phase itself, and not only on an act."""
        return any(reading.phase is not self.material.state.phase for reading in self.material.state.readings)

    @cached_property
    def standings(self) -> tuple[tuple[tuple[str, ...], Standing], ...]:
        """The standings of the day; participants of whom the same is true share a row."""
        together: dict[Standing, list[str]] = {}
        for row in self.material.state.participants:
            alike_but_name = replace(row, id="", actor="", grounds=(), steps=())
            together.setdefault(alike_but_name, []).append(self.material.name(row.actor))
        return tuple((tuple(names), row) for row, names in together.items())

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """Near the day asked, and the whole course."""
        stretches, on = self.material.stretches, self.material.asked.on
        if not stretches:
            return ()
        first = min(stretch.since for stretch in stretches)
        since, until = around(on, stretches)
        frames = [("Standing around the day", max(since, first), until), ("Standing from the beginning", first, until)]
        return tuple(self._picture(number, *frame) for number, frame in enumerate(frames))

    def _picture(self, number: int, title: str, since: date, until: date) -> Picture:
        """One picture; where there are more ways than lanes, those with the most changes are shown, then those of the most states."""
        groups = alike(clipped(self.material.stretches, since, until))
        shown = sorted(groups, key=lambda actors: (-len(groups[actors]), -len(actors)))[:_LANES]
        drawn = [stretch for actors, own in groups.items() if actors in shown for stretch in own]
        names = {actors[0]: words.some([self.material.name(each) for each in actors], 2) for actors in groups}
        left_out = sum(len(actors) for actors in groups if actors not in shown)
        caption = _CAPTION + (f" The table has {words.plural(left_out, 'more participant')}." if left_out else "")
        frame = Frame(since, until, self.material.asked.on, names)
        svg = Markup(draw(drawn, frame, title, self._in_words(), f"picture-{number}"))
        return Picture(title, f"{title}. {caption}", svg)

    def _in_words(self) -> str:
        rows = (
            f"{self.material.name(row.actor)} from {words.day(row.since)}: {row.standing.value}, operation {row.operation.value}"
            for row in self.material.stretches
        )
        return "; ".join(rows) + ". The table below tells the same."

    @property
    def command(self) -> str:
        """The command that makes this page again."""
        asked = self.material.asked
        parts = ["treatywatch", "dossier", asked.treaty, "--on", asked.on.isoformat()]
        parts += ["--known", asked.known.isoformat()] if asked.known else []
        parts += ["--record", self.material.record] if self.material.record else []
        return words.told(shlex.join([*parts, "-o", f"{asked.treaty}.html"]))

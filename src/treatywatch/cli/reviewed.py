"""Why, where a person judged: from an accepted act to the judgement, and from the judgement to the sentences."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from treatywatch.cli.desk import Desk
from treatywatch.errors import UnknownName
from treatywatch.findings.accepted import ACCEPTED
from treatywatch.findings.review import undone
from treatywatch.model.judgement import Anchor, Judgement
from treatywatch.model.passage import Ground, Passage, Span
from treatywatch.model.regime import Reason
from treatywatch.model.report import Report


class Reviewer:
    """Explains judgements, and puts them under the accepted acts of an explanation of the law."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def _judgements(self) -> dict[str, Judgement]:
        return {one.id: one for one in self._desk.record.judgements()}

    @cached_property
    def _undone(self) -> frozenset[int]:
        return undone(tuple(self._judgements.values()))

    def explain(self, identity: str) -> Reason:
        """The reason behind `review:N`: who decided what, when and why, about which sentences. Raises UnknownName."""
        judgement = self._judgements.get(identity)
        if judgement is None:
            raise UnknownName(f"{identity}: found no such judgement in {self._desk.record_path}; see: review history")
        kinds = ", ".join(dict.fromkeys(anchor.kind for anchor in judgement.anchors if anchor.kind))
        about = f"review:{judgement.undoes}" if judgement.undoes else kinds
        fields = "".join(f"; {name}: {text or 'none'}" for name, text in judgement.fields)
        because = f"; because: {judgement.because}" if judgement.because else ""
        gone = "; undone" if judgement.number in self._undone else ""
        says = f"{judgement.by}, {judgement.on.isoformat()}: {judgement.verb.value} {about}{fields}{because}{gone}"
        reports = dict.fromkeys(anchor.report for anchor in judgement.anchors)
        told = [self._report(report) for id in reports if (report := self._desk.record.report(id))]
        if judgement.undoes:
            told.append(self.explain(f"review:{judgement.undoes}"))
        return Reason(judgement.id, says, tuple(map(self._ground, judgement.anchors)), tuple(told))

    def under_acts(self, reason: Reason) -> Reason:
        """The explanation with the judgement under each act that was accepted."""
        because = tuple(map(self.under_acts, reason.because))
        kind, _, name = reason.id.partition(":")
        act = name.partition(":")[2]
        if kind == "act" and act.startswith(ACCEPTED):
            number = act.removeprefix(ACCEPTED).partition("-")[0]
            because = (*because, self.explain(f"review:{number}"))
        return replace(reason, because=because)

    def _ground(self, anchor: Anchor) -> Ground:
        """The passage as it stands in the kept text; a report that was only put in its place has none."""
        report = self._desk.record.report(anchor.report)
        if report is None or anchor.start == anchor.end:
            return Ground(note=f"of {anchor.report}")
        return Ground(evidence=Passage.cut(report.id, report.text, Span(anchor.start, anchor.end)))

    def _report(self, report: Report) -> Reason:
        day = f"{report.published.edtf} ({report.published.how})" if report.published else "on an unknown day"
        outlet = f"; outlet {report.outlet}" if report.outlet else ""
        return Reason(report.id, f"{report.title or report.path}{outlet}; published {day}", ())

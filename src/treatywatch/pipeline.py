"""The way of the data, as a table of contents.

We read reports, group them into stories, find statements, recognise events, keep a record, and evaluate the regime.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from treatywatch import __version__, events, reading, statements
from treatywatch.dates import PlainDay, UncertainDay
from treatywatch.errors import RefusedError
from treatywatch.findings.claims import Library, check_prose, load_claims
from treatywatch.findings.dating import Company, Dater, gather, is_dated
from treatywatch.findings.gathering import Findings, find
from treatywatch.language.cast_directory import Directory
from treatywatch.language.names import Gazetteer
from treatywatch.language.parse import Model, find_model
from treatywatch.language.prose import Prose, Source, read_many
from treatywatch.model.annotation import Annotation
from treatywatch.model.finding import Finding
from treatywatch.model.report import Refused, Report
from treatywatch.reading.tongue import check_language
from treatywatch.record import Record
from treatywatch.shelf import Shelf

__all__ = ["Findings", "Reader", "annotate", "annotate_many", "check_many", "find", "open_reader", "read_into"]


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a text needs: the shelf's names, the language model (None: degraded), the cues and the actions."""

    shelf: Shelf
    gazetteer: Gazetteer
    directory: Directory
    model: Model | None
    cues: statements.CueLexicon
    actions: events.ActionLexicon

    @property
    def version(self) -> str:
        """Readings of one version are alike; another version reads again."""
        return f"{__version__}+{self.shelf.version}{'' if self.model else '+degraded'}"


def open_reader(shelf: Shelf, model: Model | str | None = "find") -> Reader:
    """Make a reader from the shelf; `model` None reads without one."""
    found = find_model() if isinstance(model, str) else model
    names, directory = Gazetteer.of(shelf), Directory.of(shelf)
    return Reader(shelf, names, directory, found, statements.load_cues(shelf), events.load_actions(shelf))


def annotate(text: str, published: UncertainDay | None, reader: Reader) -> Annotation:
    """Read one text: names, days, statements, events. A text that cannot be read comes back refused, with the reason."""
    return next(annotate_many([Source(text, published)], reader))


def annotate_many(sources: Sequence[Source], reader: Reader) -> Iterator[Annotation]:
    """Read several texts, parsing in one batch the sentences that carry a cue or an action."""
    refusals = [_why_refused(one.text) for one in sources]
    accepted = [one for one, reason in zip(sources, refusals, strict=True) if reason is None]
    proses = iter(
        read_many(accepted, reader.gazetteer, reader.directory, reader.model, lambda prose: _gate(prose, reader))
    )
    for reason in refusals:
        yield Annotation(refused=reason) if reason else _understand(next(proses), reader)


def check_many(
    told: Sequence[tuple[str, Source]], reader: Reader, *, known: date | None = None, on: date | None = None
) -> Iterator[tuple[Finding, ...]]:
    """Put the claims of several texts, each with its report's id, beside the law; texts in a language that is not read give none."""
    library, lexicon = Library(reader.shelf, known), load_claims(reader.shelf)
    sources = [source for _, source in told]
    proses = read_many(sources, reader.gazetteer, reader.directory, reader.model, lambda prose: _gate(prose, reader))
    for (report, _), prose in zip(told, proses, strict=True):
        happened = events.recognise(prose, statements.find(prose, reader.cues), reader.actions)
        yield check_prose(report, prose, happened, library, lexicon, reader.directory, on)


def _gate(prose: Prose, reader: Reader) -> set[int]:
    return set(statements.gate(prose, reader.cues)) | set(events.gate(prose, reader.actions))


def _why_refused(text: str) -> str | None:
    try:
        check_language(text)
    except RefusedError as error:
        return error.reason
    return None


def _understand(prose: Prose, reader: Reader) -> Annotation:
    said = statements.find(prose, reader.cues)
    happened = events.recognise(prose, said, reader.actions)
    return Annotation(None, said, happened, prose.days, prose.mentions, prose.degraded)


def read_into(
    record: Record,
    paths: Iterable[str | Path],
    reader: Reader,
    published: PlainDay | None = None,
    *,
    today: date,
) -> Iterator[tuple[Report | Refused, str]]:
    """Read files into the record; yields each report, with its day as the record now has it, or refusal with `new`, `known` or
    `refused`.

    A report and its reading are kept in one transaction, so a read that is killed leaves the record whole, and the next run
    completes it. A report without a day is dated from what it tells; where the text of one speaks against the day that it carries, that
    is entered as a doubt.
    """
    dater, fresh = Dater(reader.shelf, reader.actions, lambda prose: _understand(prose, reader), today), False
    for found in reading.read(paths, published, outlets=reader.shelf.outlets, today=today):
        if isinstance(found, Refused):
            if _is_of_record(record, found.path):
                continue
            record.add_refusal(found)
            yield found, "refused"
            continue
        with record.transaction():
            known = record.add_report(found)
            wanted = found.id in record.needs_reading(reader.version)
            if wanted:
                _read(record, found, reader, dater)
        fresh = fresh or wanted
        yield replace(found, published=record.published(found.id)), known
    if fresh:
        _date_by_company(record, reader, dater)


def _date_by_company(record: Record, reader: Reader, dater: Dater) -> None:
    """Date the undated reports of a record anew, from what its dated ones tell; their days do not depend on each other."""
    reports = record.reports()
    dated = {one.id: one.published for one in reports if one.published is not None and is_dated(one.published)}
    if not dated or len(dated) == len(reports):
        return
    from treatywatch import stories  # loads numpy: only where there are reports to compare

    company = gather(
        reports, stories.group(reports, reader.shelf.outlets), record.assertions(), dated, dater.almanac.concepts
    )
    for report in reports:
        if report.id not in dated:
            with record.transaction():
                _read(record, report, reader, dater, company)


def _read(
    record: Record,
    report: Report,
    reader: Reader,
    dater: Dater,
    company: Company | None = None,
) -> None:
    """Read a report of the record, and date it first where it carries no day; in `company`, only if that tells of its day."""
    day = record.published(report.id)
    if is_dated(day):
        prose = _prose(Source(report.text, day), reader)
        annotation = _understand(prose, reader)
        doubted = (
            None if record.is_confirmed(report.id) else dater.doubt(replace(report, published=day), prose, annotation)
        )
        record.add_doubt(report.id, doubted, reader.version)
    else:
        prose = _prose(Source(report.text), reader)
        further = company.clues(report.id) if company else ()
        named = {mention.id for mention in prose.mentions if mention.kind == "treaty"}
        happenings = company.happenings(report.id, named) if company else ()
        if company is not None and not further and not happenings:
            return
        annotation, inferred = dater.read(report, prose, further, happenings)
        if inferred is not None:
            record.infer_published(report.id, inferred)
    record.add_reading(report.id, _stamp(report, annotation), reader.version)


def _prose(source: Source, reader: Reader) -> Prose:
    told = read_many([source], reader.gazetteer, reader.directory, reader.model, lambda prose: _gate(prose, reader))
    return next(iter(told))


def _is_of_record(record: Record, path: str) -> bool:
    """Whether a file of a folder that is read is the record itself, which lies in the working folder by default."""
    own = str(record.path.resolve())
    return str(Path(path).resolve()) in (own, f"{own}-wal", f"{own}-shm")


def _stamp(report: Report, annotation: Annotation) -> Annotation:
    """Make the ids of a reading those of this report, so that two reports of one text keep their own."""

    def own(local: str) -> str:
        kind = local.partition(":")[0]
        return f"{kind}:{hashlib.sha256(f'{report.id} {local}'.encode()).hexdigest()[:16]}"

    said = tuple(replace(one, id=own(one.id), within=one.within and own(one.within)) for one in annotation.statements)
    happened = tuple(
        replace(one, id=own(one.id), said_by=one.said_by and own(one.said_by)) for one in annotation.events
    )
    return replace(annotation, statements=said, events=happened)

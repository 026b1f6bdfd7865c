"""The picture of standings over time: a lane for each participant, thick for standing, thin for operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Any

from treatywatch.model.vocabulary import Operation
from treatywatch.pictures.course import Stretch

COLOURS: Mapping[str, tuple[str, str]] = {
    "party": ("#3a7d6c", "#ffffff"),
    "participant": ("#3a7d6d", "#ffffff"),
    "withdrawing": ("#e3ac55", "#2b2a27"),
    "provisional": ("#a9c46c", "#2b2a27"),
    "contracting": ("#4f719a", "#ffffff"),
    "signatory": ("#a9bbd0", "#2b2a27"),
    "contested": ("#7d5a86", "#ffffff"),
    "former": ("#cfc9be", "#2b2a27"),
    "none": ("#e4e0d7", "#2b2a27"),
    "full": ("#a6d2c5", "#2b2a27"),
    "claimed-suspended": ("#b5463a", "#ffffff"),
    "suspended": ("#b5463b", "#ffffff"),
    "partly-suspended": ("#e2a08c", "#2b2a27"),
}
"""The bar's colour and its word's for each word; each pair has a contrast of 4.5 or more (WCAG AA), on a light and on a dark page."""

INK, FAINT, GRID = "#2b2a28", "#6f6a61", "#e6e2d8"
"""Colours of the axes and of the day's rule, used nowhere else: a style sheet replaces them by attribute (`[fill="#2b2a28"]`)."""
WIDTH = 600
LETTER = 6.2
"""Pixels that a letter of a bar's word needs, at its size (measured on the longest word, claimed-suspended)."""
SPARE = 28
"""Pixels added at the left: browsers set names wider than the renderer that measured them (up to a tenth was seen)."""
_SECOND = " · operation"
"""Marks a participant's second lane; the picture shows only what follows."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture shows: the days at its edges, the day asked about, and the names of the lanes."""

    since: date
    until: date
    on: date
    names: Mapping[str, str]


def draw(stretches: Sequence[Stretch], frame: Frame, title: str, description: str, identity: str) -> str:
    """The picture as one `<svg>` element without any outer reference; `identity` keeps its ids apart from other pictures'."""
    import vl_convert

    chart = _chart(_rows(stretches, frame), frame)
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    return _accessible(svg, title, description, identity)


def _rows(stretches: Sequence[Stretch], frame: Frame) -> list[dict[str, Any]]:
    """One row for each bar: a lane, a word, and the days between which it holds."""
    rows: list[dict[str, Any]] = []
    plain = (Operation.FULL, Operation.NONE)
    twice = {stretch.actor for stretch in stretches if stretch.operation not in plain}
    for stretch in stretches:
        since, until = max(stretch.since, frame.since), min(stretch.until or frame.until, frame.until)
        if since >= until:
            continue
        for lane, word in _lanes(stretch, frame.names[stretch.actor], stretch.actor in twice):
            row = {"lane": lane, "word": word, "since": since, "until": until, "projected": stretch.projected}
            last = next((earlier for earlier in reversed(rows) if earlier["lane"] == lane), None)
            if last and last["until"] == since and (last["word"], last["projected"]) == (word, stretch.projected):
                last["until"] = until
            else:
                rows.append(row)
    return [_labelled(row, frame) for row in rows]


def _lanes(stretch: Stretch, name: str, second: bool) -> list[tuple[str, str]]:
    """A participant's lanes; the second is left out where it would only say that obligations hold, or that there are none."""
    told = [(name, stretch.standing.value), (f"{name}{_SECOND}", stretch.operation.value)]
    return told if second and stretch.operation is not Operation.NONE else told[:1]


def _labelled(row: dict[str, Any], frame: Frame) -> dict[str, Any]:
    """The row with its word where there is room for it, and its days as text."""
    since, until = row["since"], row["until"]
    room = WIDTH * ((until - since) / (frame.until - frame.since))
    label = row["word"] if room >= len(row["word"]) * LETTER + 8 else ""
    middle = since + (until - since) / 2
    return {
        **row,
        "label": label,
        "ink": COLOURS[row["word"]][1],
        "since": since.isoformat(),
        "until": until.isoformat(),
        "middle": middle.isoformat(),
    }


def _days_axis(alt: Any, frame: Frame) -> Any:
    years = (frame.until - frame.since).days / 365
    count = {"interval": "year", "step": max(1, round(years / 8))} if years > 5 else {"interval": "month", "step": 3}
    return alt.Axis(
        domain=False,
        ticks=False,
        grid=True,
        gridColor=GRID,
        format="%Y" if years > 5 else "%b %Y",
        tickCount=count,
        labelFlush=True,
    )


def _chart(rows: list[dict[str, Any]], frame: Frame) -> Any:
    import altair as alt

    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    words = list(dict.fromkeys(row["word"] for row in rows))
    data = alt.InlineData(values=rows)
    axis = alt.Axis(
        domain=False,
        ticks=False,
        labelLimit=240,
        labelPadding=10,
        labelExpr=f"split(datum.label, '{_SECOND}').length > 1 ? 'operation' : datum.label",
        labelColor={"condition": {"test": f"split(datum.label, '{_SECOND}').length > 1", "value": FAINT}, "value": INK},
    )
    lane = alt.Y("lane:N", sort=lanes, title=None, axis=axis)
    scale = alt.Scale(domain=[frame.since.isoformat(), frame.until.isoformat()])
    span = alt.X("since:T", title=None, scale=scale, axis=_days_axis(alt, frame))
    colour = alt.Color("word:N", legend=None, scale=alt.Scale(domain=words, range=[COLOURS[word][0] for word in words]))
    bars = (
        alt.Chart(data)
        .mark_bar(height={"band": 0.72}, cornerRadius=1)
        .encode(
            x=span,
            x2="until:T",
            y=lane,
            color=colour,
            stroke=alt.condition("datum.projected", alt.value(FAINT), alt.value("transparent")),
            strokeDash=alt.value([3, 2]),
        )
    )
    labels = (
        alt.Chart(data)
        .mark_text(fontSize=12, font="sans-serif")
        .encode(
            x=alt.X("middle:T", scale=scale), y=lane, text="label:N", color=alt.Color("ink:N", legend=None, scale=None)
        )
    )
    day = alt.InlineData(values=[{"on": frame.on.isoformat()}])
    rule = alt.Chart(day).mark_rule(color=INK, strokeDash=[3, 3], strokeWidth=1.5).encode(x=alt.X("on:T", scale=scale))
    return (
        alt.layer(bars, rule, labels)
        .resolve_scale(color="independent")
        .properties(
            width=WIDTH,
            height=alt.Step(27),
            background="transparent",
            padding={"left": 8, "right": 24, "top": 6, "bottom": 6},
        )
        .configure_view(stroke=None)
        .configure_axis(labelFont="sans-serif", labelFontSize=13, labelColor=INK)
    )


def _accessible(svg: str, title: str, description: str, identity: str) -> str:
    """The same picture with a title and a description that screen readers tell, scalable, its inner ids its own."""
    inner = svg[svg.index(">", svg.index("<svg")) + 1 :]
    inner = inner.replace('id="', f'id="{identity}-').replace("url(#", f"url(#{identity}-")
    width, height = (float(part) for part in svg[svg.index('viewBox="') :].split('"')[1].split()[2:])
    box = f"{-SPARE} 0 {width + SPARE:g} {height:g}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" aria-labelledby="{identity}-title {identity}-desc">'
        f'<title id="{identity}-title">{escape(title)}</title><desc id="{identity}-desc">{escape(description)}</desc>'
    )
    return head + inner


def around(on: date, stretches: Sequence[Stretch]) -> tuple[date, date]:
    """The edges of a picture that shows the changes near a day: two years before it, to a year after or the last change."""
    changes = [stretch.since for stretch in stretches if on < stretch.since <= on + timedelta(days=366)]
    return on - timedelta(days=730), max([on + timedelta(days=90), *(day + timedelta(days=60) for day in changes)])

"""Cases across the regimes, answered from the treaties' texts before the program was asked: month ends, leap days, stops and exits."""

from __future__ import annotations

import pytest

from treatywatch.model.vocabulary import EventKind
from treatywatch.regime import evaluate, reckon
from treatywatch.rulebook import load_treaty
from treatywatch.shelf import Shelf

from .conftest import day

_ACTS: list[tuple[str, str, str, str | None, str | None]] = [
    ("ottawa", "accede", "2024-02-29", None, "2024-08-01"),
    ("ottawa", "accede", "2023-12-31", None, "2024-06-01"),
    ("ccm", "ratify", "2015-01-31", None, "2015-07-01"),
    ("cwc", "accede", "2024-02-28", None, "2024-03-29"),
    ("att", "ratify", "2019-12-01", None, "2020-02-29"),
    ("att", "accede", "2020-07-06", "cn", "2020-10-04"),
    ("tpnw", "ratify", "2023-11-30", None, "2024-02-28"),
    ("rome-statute", "accede", "2015-01-02", "ps", "2015-04-01"),
    ("rome-statute", "notify-withdrawal", "2016-10-27", "bi", "2017-10-27"),
    ("rome-statute", "notify-withdrawal", "2018-03-17", "ph", "2019-03-17"),
    ("paris-agreement", "notify-withdrawal", "2019-11-04", "us", "2020-11-04"),
    ("paris-agreement", "accede", "2021-01-20", "us", "2021-02-19"),
    ("paris-agreement", "notify-withdrawal", "2025-01-27", "us", "2026-01-27"),
    ("paris-agreement", "notify-withdrawal", "2018-11-04", "us", None),
    ("open-skies", "notify-withdrawal", "2020-05-22", "us", "2020-11-22"),
    ("open-skies", "notify-withdrawal", "2021-06-18", "ru", "2021-12-18"),
    ("abm", "notify-withdrawal", "2001-12-13", "us", "2002-06-13"),
    ("unesco", "notify-withdrawal", "2017-10-12", "us", "2018-12-31"),
    ("unesco", "notify-withdrawal", "2025-07-22", "us", "2026-12-31"),
    ("ccm", "notify-withdrawal", "2024-09-06", "lt", "2025-03-06"),
    ("ottawa", "notify-withdrawal", "2025-06-27", "lv", "2025-12-27"),
    ("ottawa", "notify-withdrawal", "2025-06-27", "lt", "2025-12-27"),
    ("ottawa", "notify-withdrawal", "2025-06-27", "ee", "2025-12-27"),
    ("ottawa", "notify-withdrawal", "2025-07-10", "fi", "2026-01-10"),
    ("ottawa", "notify-withdrawal", "2025-08-20", "pl", "2026-02-20"),
    ("inf", "notify-withdrawal", "2018-08-31", "us", None),
    ("new-start", "notify-withdrawal", "2025-06-30", "us", "2025-09-30"),
    ("new-start", "notify-withdrawal", "2022-11-30", "us", None),
    ("npt", "notify-withdrawal", "2023-11-30", "ir", None),
    ("npt", "notify-withdrawal", "2024-06-14", "ir", "2024-09-14"),
    ("cwc", "notify-withdrawal", "2024-01-01", "sy", "2024-03-31"),
    ("bwc", "notify-withdrawal", "2022-03-11", "ru", "2022-06-11"),
    ("ptbt", "notify-withdrawal", "2022-03-11", "ru", "2022-06-11"),
    ("outer-space", "notify-withdrawal", "2024-02-29", "us", None),
    ("outer-space", "notify-withdrawal", "1968-01-01", "us", None),
    ("seabed", "notify-withdrawal", "2022-03-11", "ru", "2022-06-11"),
    ("tpnw", "notify-withdrawal", "2024-02-29", "at", None),
    ("ccw", "notify-withdrawal", "2024-05-01", "fr", "2025-05-01"),
    ("att", "notify-withdrawal", "2019-07-18", "gb", "2019-10-16"),
    ("start-1", "notify-withdrawal", "2000-01-15", "us", "2000-07-15"),
    ("sort", "notify-withdrawal", "2005-01-15", "us", "2005-04-15"),
    ("cfe", "notify-withdrawal", "2023-06-09", "ru", "2023-11-07"),
    ("inf", "revoke-notice", "2019-08-01", "us", "2019-08-01"),
    ("inf", "revoke-notice", "2019-08-02", "us", None),
    ("abm", "revoke-notice", "2002-06-12", "us", "2002-06-12"),
    ("ccm", "revoke-notice", "2025-03-06", "lt", None),
    ("rome-statute", "revoke-notice", "2017-10-26", "bi", "2017-10-26"),
    ("new-start", "extend", "2021-02-05", None, None),
    ("new-start", "extend", "2025-09-22", None, None),
    ("sort", "enter-into-force", "2003-06-01", None, "2003-06-01"),
    ("salt-2", "suspend", "1986-05-27", "us", None),
    ("tlatelolco", "notify-withdrawal", "2020-08-31", "mx", None),
    ("semipalatinsk", "notify-withdrawal", "2020-03-01", "kz", "2021-03-01"),
    ("enmod", "notify-withdrawal", "2024-02-29", "us", None),
    ("unesco", "notify-withdrawal", "1983-12-28", "us", "1984-12-31"),
    ("new-start", "extend", "2021-02-04", None, None),
]
"""Treaty, act, day, actor, and the day of effect: None where the rule gives none, or two."""

_STANDINGS: list[tuple[str, str, str | None, str, str | None, str | None]] = [
    ("cfe", "2007-12-12", None, "ru", "party", "claimed-suspended"),
    ("cfe", "2015-03-11", None, "ru", "party", None),
    ("cfe", "2023-11-06", None, "ru", "withdrawing", None),
    ("cfe", "2023-11-07", None, "ru", "former", None),
    ("cfe", "2024-05-29", None, "by", "party", None),
    ("jcpoa", "2018-05-09", None, "us", "former", None),
    ("inf", "2019-08-02", None, "ru", "former", "none"),
    ("inf", "2019-07-05", "2019-02-01", "us", "party", None),
    ("rome-statute", "2017-10-27", None, "bi", "former", None),
    ("rome-statute", "2019-03-16", None, "ph", "withdrawing", None),
    ("paris-agreement", "2021-02-19", None, "us", "party", None),
    ("paris-agreement", "2026-01-27", None, "us", "former", None),
    ("open-skies", "2020-11-21", None, "us", "withdrawing", None),
    ("open-skies", "2020-11-22", None, "us", "former", None),
    ("ctbt", "2023-12-01", None, "ru", "signatory", None),
    ("start-2", "2002-06-14", None, "ru", "signatory", None),
    ("ottawa", "2025-12-27", None, "ee", "former", None),
    ("ottawa", "2026-01-09", None, "fi", "withdrawing", None),
    ("ottawa", "2026-02-20", None, "pl", "former", None),
    ("ccm", "2025-03-06", None, "lt", "former", None),
    ("att", "2019-08-01", None, "us", "signatory", None),
    ("npt", "2003-03-01", None, "kp", "contested", None),
    ("npt", "1993-06-12", None, "kp", "party", None),
    ("unesco", "2018-12-30", None, "us", "withdrawing", None),
    ("unesco", "2023-07-10", None, "us", "party", None),
    ("jcpoa", "2026-01-01", None, "ir", "contested", None),
]
"""Treaty, day, what is known by, actor, standing, operation (None: not asked)."""


@pytest.mark.parametrize(("treaty", "kind", "on", "actor", "effective"), _ACTS)
def test_the_rule_gives_the_day_that_the_text_gives(
    shelf: Shelf, treaty: str, kind: str, on: str, actor: str | None, effective: str | None
) -> None:
    answer = reckon(load_treaty(shelf, treaty), EventKind(kind), day(on), actor)
    assert answer.effective == (day(effective) if effective else None)
    if effective is None:
        assert len(answer.candidates) > 1 or answer.conditions


@pytest.mark.parametrize(("treaty", "on", "known", "actor", "standing", "operation"), _STANDINGS)
def test_the_standing_follows_from_the_acts(
    shelf: Shelf, treaty: str, on: str, known: str | None, actor: str, standing: str | None, operation: str | None
) -> None:
    law = load_treaty(shelf, treaty)
    row = evaluate(law, law.acts, day(on), day(known) if known else None).participant(actor)
    assert row is not None
    assert standing in (None, row.standing.value)
    assert operation in (None, row.operation.value)

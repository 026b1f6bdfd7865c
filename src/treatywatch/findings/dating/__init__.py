"""Dating: the day of a report that carries none, as an interval with a best day and the reasons for it."""

from treatywatch.findings.dating.almanac import Almanac
from treatywatch.findings.dating.company import Company, gather
from treatywatch.findings.dating.dater import Dater, is_dated
from treatywatch.findings.dating.doubting import doubt
from treatywatch.findings.dating.inferring import infer_day
from treatywatch.model.dating import Doubt

__all__ = ["Almanac", "Company", "Dater", "Doubt", "doubt", "gather", "infer_day", "is_dated"]

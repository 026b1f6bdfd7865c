"""The rulebook: treaty files in, treaties out, cross-checked."""

from treatywatch.rulebook.holdings import load_destroyed, load_holdings, treaties_with_classes
from treatywatch.rulebook.loading import faults, load_all, load_cases, load_chronology, load_treaty

__all__ = [
    "faults",
    "load_all",
    "load_cases",
    "load_chronology",
    "load_destroyed",
    "load_holdings",
    "load_treaty",
    "treaties_with_classes",
]

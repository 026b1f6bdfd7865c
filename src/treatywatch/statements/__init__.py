"""Statements: who is reported to have said what."""

from treatywatch.statements.find import find, gate
from treatywatch.statements.lexicon import CueLexicon, load_cues

__all__ = ["CueLexicon", "find", "gate", "load_cues"]

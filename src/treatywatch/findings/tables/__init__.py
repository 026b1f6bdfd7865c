"""Linting other people's tables: treaties, acts and participants, each beside itself, the treaty's rule and the register.

A table is read row by row; every rule is one function with a name and a ground; one slip is told once.
"""

from treatywatch.findings.tables import of_cells, of_order, of_registers, of_treaties
from treatywatch.findings.tables.columns import FIELDS, Kind
from treatywatch.findings.tables.linting import Asked, lint_table
from treatywatch.findings.tables.rules import CELLS, OF_FILES, PARTICIPANTS, TREATIES, Rule

__all__ = ["CELLS", "FIELDS", "OF_FILES", "PARTICIPANTS", "TREATIES", "Asked", "Kind", "Rule", "lint_table"]

_ = (of_cells, of_order, of_registers, of_treaties)  # importing them fills the lists of rules, in this order

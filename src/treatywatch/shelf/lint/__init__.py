"""Lint: faults in the data files that strict loading alone does not see, each with file and line."""

from treatywatch.shelf.lint.running import lint, lint_shelf

__all__ = ["lint", "lint_shelf"]

"""Treatywatch: a sourced, computable record of arms-control treaties."""

__version__ = "0.1.0"

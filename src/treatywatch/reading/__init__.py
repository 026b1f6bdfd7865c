"""Reading: files, saved pages and PDF in; reports, or refusals with their reason, out."""

from treatywatch.reading.desk import read

__all__ = ["read"]

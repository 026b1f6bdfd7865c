"""The shelf: finds the data files (checkout or wheel), reads them strictly, and knows every name on them."""

from treatywatch.shelf.catalog import Shelf, open_shelf
from treatywatch.shelf.names import AmbiguousText, Name

__all__ = ["AmbiguousText", "Name", "Shelf", "open_shelf"]

"""The shelf: finds the data files (checkout or wheel), reads them strictly, and knows every name on them."""

from treatywatch.shelf.catalog import Shelf
from treatywatch.shelf.names import AmbiguousText, Name
from treatywatch.shelf.opening import examples, open_shelf

__all__ = ["AmbiguousText", "Name", "Shelf", "examples", "open_shelf"]

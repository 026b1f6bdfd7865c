"""The shelf: finds the data files (checkout or wheel), reads them strictly, and knows every name on them."""

from typing import TYPE_CHECKING, Any

from treatywatch.shelf.catalog import Shelf
from treatywatch.shelf.opening import examples, open_shelf

if TYPE_CHECKING:
    from treatywatch.shelf.names import AmbiguousText, Name

__all__ = ["AmbiguousText", "Name", "Shelf", "examples", "open_shelf"]


def __getattr__(name: str) -> Any:
    """Names are loaded where they are wanted: most commands are asked by id."""
    if name in ("AmbiguousText", "Name"):
        from treatywatch.shelf import names

        return getattr(names, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

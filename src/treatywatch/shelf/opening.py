"""Opening a shelf: the wheel's bundle as it is, a checkout's bundle if it still fits the files, else a new one."""

from __future__ import annotations

from pathlib import Path

from treatywatch.shelf import bundle, files
from treatywatch.shelf.bundle import Bundle
from treatywatch.shelf.catalog import Shelf

_PACKAGE = Path(__file__).resolve().parents[1]


def open_shelf(overlay: Path | None = None) -> Shelf:
    """The shelf of this installation or checkout, with the files of `overlay` laid over it. Raises UsageError for a wrong overlay."""
    home = files.home()
    root = files.overlay_root(overlay) if overlay is not None else None
    return Shelf(home, _installed(home) or _of_checkout(home), root)


def examples() -> Path:
    """The folder of the shipped example reports."""
    return files.home() / "examples"


def _installed(home: Path) -> Bundle | None:
    """The bundle that came with the wheel."""
    return bundle.read(home / bundle.NAME) if home == files.INSTALLED else None


def _of_checkout(home: Path) -> Bundle:
    """The bundle kept in the checkout; compiled anew, and kept, where a data file or the code that compiles has changed."""
    kept, code = bundle.read(home / bundle.CACHE), _code()
    if kept is not None and kept.is_of(files.stamps(home), code):
        return kept
    from treatywatch.shelf.compiling import compile_shelf  # needs YAML, which is slow to load

    made = compile_shelf(home, code, kept if kept is not None and kept.head["code"] == code else None)
    bundle.write(made, home / bundle.CACHE)
    return made


def _code() -> str:
    """What tells that the code behind the bundle has changed: sizes and ages of the modules that make it."""
    modules = sorted([*(_PACKAGE / "shelf").glob("*.py"), *(_PACKAGE / "model").glob("*.py"), _PACKAGE / "dates.py"])
    stats = ((module.name, module.stat()) for module in modules)
    return " ".join(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in stats)

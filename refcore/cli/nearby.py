"""The file that was meant where one of that name is missing."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import Final

from refcore.text.nearest import nearest

__all__ = ["meant_file"]

_MOST: Final = 2000  # at most so many names of a folder are compared


def meant_file(path: str) -> str:
    """Return the question whether a file with a similar name was meant, else "".

    That is one with the same suffix, or else one that differs in its suffix alone.

    >>> meant_file("no-such-folder/refs.bib")
    ''
    """
    wanted = Path(path)
    try:
        with os.scandir(wanted.parent) as entries:
            names = [Path(entry.name) for entry in islice(entries, _MOST) if entry.is_file()]
    except (OSError, ValueError):
        return ""
    alike = nearest(wanted.stem, [name.stem for name in names if name.suffix == wanted.suffix])
    meant = [f"{stem}{wanted.suffix}" for stem in alike]
    meant += [str(name) for name in names if name.stem == wanted.stem][: not meant]
    found = [str(wanted.parent / name) for name in meant]
    return f". Did you mean {' or '.join(found)}?" if found else ""

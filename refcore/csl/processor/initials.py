"""Given names as initials.

Source: CSL 1.0.2, "Name" (``initialize``, ``initialize-with``,
``initialize-with-hyphen``).
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["initials"]

_HYPHENS = "-\u2010\u2011"


def initials(
    given: str, initialize_with: str, *, initialize: bool = True, hyphen: bool = True
) -> str:
    """Give the initials of given names, or only set those that are there.

    With `initialize` false full names stay, and initials get what
    `initialize_with` says. Names in small letters (``de``, ``van``) stay as
    they are, and so do names in scripts without case.

    >>> initials("Jean-Luc K", ". "), initials("Jean-Luc K", ".", hyphen=False), initials("JP", "")
    ('J.-L. K.', 'J.L.K.', 'JP')
    >>> initials("Jean-Luc K", ". ", initialize=False), initials("M.E", ".", initialize=False)
    ('Jean-Luc K.', 'M.E.')
    >>> initials("Jean de", ".")
    'J. de'
    """
    pieces = _pieces(given.strip())
    written = ""
    for joint, name in pieces:
        written = _joined(written, joint, name, initialize_with, initialize, hyphen)
    return (
        " ".join(written.split())
        if initialize_with.strip() != initialize_with
        else (written.strip())
    )


def _pieces(given: str) -> list[tuple[str, str]]:
    """Split at spaces, periods and hyphens: pairs of what stands before, and a name."""
    found: list[tuple[str, str]] = []
    for word in re.split(r"\s+", given):
        for place, part in enumerate(re.split(f"[{_HYPHENS}]", word)):
            for rank, name in enumerate(p for p in re.split(r"(?<=\.)", part) if p):
                joint = "-" if place and not rank else ("." if rank else " ")
                found.append((joint, name))
    return found


def _joined(written: str, joint: str, name: str, sign: str, initialize: bool, hyphen: bool) -> str:
    bare = name.rstrip(".")
    if not bare:
        return written
    if not _is_initial(name) and (not initialize or not _can_shorten(bare)):
        if not written:
            return bare if initialize and name != bare else name
        gap = "-" if joint == "-" else " "
        return f"{written.rstrip()}{gap}{name}"
    if joint == "-":
        written = f"{written.rstrip()}-" if hyphen else written
    elif written and not initialize and not written.endswith(sign):
        written = f"{written.rstrip()} "
    elif written and re.search(r"[a-z]$", written) and written.rstrip()[-2:-1].islower():
        written = f"{written} "
    return f"{written}{_shortened(bare)}{sign}"


def _is_initial(name: str) -> bool:
    bare = name.rstrip(".")
    return len(bare) == 1 and bare.isupper()


def _can_shorten(name: str) -> bool:
    first = unicodedata.normalize("NFC", name)[0]
    return first.isupper()


def _shortened(name: str) -> str:
    name = unicodedata.normalize("NFC", name)
    return name if name.isupper() and len(name) < 3 else name[0]

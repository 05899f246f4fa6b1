"""New citation keys put into a .bib file, also where entries name each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from refcore.bibtex.bibfile import BibFile
from refcore.errors import UnknownKey
from refcore.text.patterns import regex

__all__ = ["rename_keys"]

# Fields that contain keys of other entries. Source: the BibLaTeX manual, section 2.2.3.
_LINKS: Final = ("crossref", "xref", "xdata", "related", "entryset")
# Source: JabRef's documentation, "Groups", on how they were stored before version 3.8.
_GROUPS: Final = regex(r"@comment\s*\{\s*jabref-meta:\s*group", re.IGNORECASE)
_GROUP: Final = regex(r"ExplicitGroup:[^;]*+(?:(?<=\\);[^;]*+)*+")


def rename_keys(file: BibFile, keys: Mapping[str, str]) -> None:
    """Rename entries of a file, by old and new key, and every mention in other entries.

    Mentions are found in any case, as BibTeX finds them, and the groups of
    JabRef that list keys follow. Nothing else of the file changes. Raises
    `UnknownKey` for a key that the file does not contain, `InvalidReference` for
    an invalid new key, and `DuplicateKey` if it is taken by an
    entry that keeps its own.

    >>> file = BibFile.parse("@book{x, title = {A}}\\n@inbook{y, crossref = {X}}\\n")
    >>> rename_keys(file, {"x": "lee2020"})
    >>> print(file.to_text(), end="")
    @book{lee2020, title = {A}}
    @inbook{y, crossref = {lee2020}}
    """
    changes = {old: new for old, new in keys.items() if old != new}
    if not changes:
        return
    missing = next((old for old in changes if old not in file.entries), None)
    if missing is not None:
        raise UnknownKey(f"{file.path or 'the file'} has no entry {missing!r}")
    entries = {old: file.entries[old] for old in changes}
    folded = {key.lower(): key for key in reversed(list(file.entries))}
    held = frozenset(file.entries)

    def new_key(mention: str) -> str:
        key = mention if mention in held else folded.get(mention.lower(), mention)
        return changes.get(key, mention)

    for entry in file:
        for field in _LINKS:
            if field in entry and (value := _renamed(entry[field], new_key)):
                entry[field] = value
    spare = _spare_keys(file, len(entries))
    for place, entry in enumerate(entries.values()):
        entry.key = spare[place]  # so that two entries can change places
    for old, entry in entries.items():
        entry.key = changes[old]
    _rename_in_groups(file, changes)


def _rename_in_groups(file: BibFile, changes: Mapping[str, str]) -> None:
    """Rename the keys in the groups of JabRef before 3.8; later versions list no keys."""
    for comment in file.comments:
        if _GROUPS.search(comment):
            renamed = _GROUP.sub(lambda group: _renamed_group(group[0], changes), comment)
            if renamed != comment:
                file.change_comment(comment, renamed)


def _renamed_group(group: str, changes: Mapping[str, str]) -> str:
    """Return a group, ``ExplicitGroup:Name\\;0\\;key\\;key\\;;``, with the new keys in it."""
    name, context, *keys = group.split("\\;")
    # JabRef breaks long lines anywhere, within a key too.
    plain = ["".join(key.splitlines()) for key in keys]
    new = [changes.get(key, old) for key, old in zip(plain, keys, strict=True)]
    return "\\;".join([name, context, *new])


def _spare_keys(file: BibFile, count: int) -> list[str]:
    longest = max((len(key) for key in file.entries), default=0)
    return [f"{'-' * longest}-{number}" for number in range(count)]


def _renamed(value: str, new_key: Callable[[str], str]) -> str:
    """Return a list of keys with the new ones in it, or nothing where none changes."""
    keys = [key.strip() for key in value.split(",")]
    renamed = [new_key(key) for key in keys]
    return "" if renamed == keys else ", ".join(renamed)

"""Reads variables that users of Zotero and citeproc-js write into an item's note.

Any line of a note may have the form ``event-date: 2004-10-01``, whatever is
between such lines, and ``{:event-date: 2004-10-01}`` may be anywhere. Lines
with other names are text. A note does not overwrite the item's own values, except
the type.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from refcore.formats.csljson.variables import canonical_type, canonical_variable
from refcore.model.reference import NAME_ROLES
from refcore.text.patterns import regex

__all__ = ["with_note_variables"]

_LINE = regex(r"\s*([A-Za-z][-_A-Za-z ]{1,30}):\s*(\S.*)")
_BRACED = regex(r"\{:([-_a-zA-Z]{2,30}):\s*([^{}]*)\}")


def with_note_variables(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item with the variables of its note, and the note without them, on one line.

    >>> item = with_note_variables({"note": "Read.\\nevent-date: 2004\\neditor: Roe || Al"})
    >>> item["note"], item["event-date"], item["editor"]
    ('Read.', '2004', [{'family': 'Roe', 'given': 'Al'}])
    >>> with_note_variables({"note": "Held in: a box"})
    {'note': 'Held in: a box'}
    """
    note = item.get("note")
    if not isinstance(note, str) or (":" not in note and "\n" not in note):
        return item
    found: dict[str, Any] = {}
    rest: list[str] = []
    for line in note.split("\n"):
        match = _LINE.fullmatch(line)
        if not (match and _taken(match[1].strip(), match[2].strip(), found)):
            rest.append(line)
    left = _BRACED.sub(
        lambda match: "" if _taken(match[1], match[2].strip(), found) else match[0],
        "\n".join(rest),
    )
    left = " ".join(left.split())
    kept = {name: value for name, value in item.items() if value not in (None, "", [], {})}
    return {**found, **kept, **_kind(found), "note": left}


def _kind(found: Mapping[str, Any]) -> dict[str, str]:
    return {"type": found["type"]} if "type" in found else {}


def _taken(name: str, value: str, found: dict[str, Any]) -> bool:
    """Store a variable of a note; tell whether the name is a variable's."""
    variable = canonical_variable(name.replace(" ", "-"))
    if variable is None or variable in ("id", "note", "custom"):
        return False
    if variable == "type":
        kind = canonical_type(value)
        if kind is not None:
            found["type"] = kind
        return kind is not None
    if variable in NAME_ROLES:
        found.setdefault(variable, []).append(_name(value))
    else:
        found.setdefault(variable, value)
    return True


def _name(value: str) -> dict[str, str]:
    """Return a name in the notation of a note: family and given name between bars.

    >>> _name("Fei || Bo"), _name("OECD")
    ({'family': 'Fei', 'given': 'Bo'}, {'literal': 'OECD'})
    """
    family, bars, given = value.partition("||")
    if not bars:
        return {"literal": value}
    return {"family": family.strip(), "given": given.strip()}

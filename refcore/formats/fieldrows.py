"""A row of a table of fields: where the value of a field goes, and how it is read."""

from __future__ import annotations

import attrs

__all__ = ["FieldRow"]


@attrs.frozen
class FieldRow:
    """A field of a format, with an example.

    `variable` is the CSL variable, role or part of a reference that gets the value, and
    `kind` names the way in which the reader reads it. An entry whose field is `written`
    has the variable `value`.
    """

    field: str
    variable: str
    kind: str
    written: str
    value: str

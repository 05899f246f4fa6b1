"""What programs write where there is no value: "n/a", "null"."""

from __future__ import annotations

from typing import Final

__all__ = ["is_no_value"]

# Wiley: volume n/a; ACM: issue null; scripts: nan, None, undefined; PsycINFO: not specified.
_NO_VALUES: Final = frozenset(
    {"(null)", "n/a", "n/a-n/a", "n/a–n/a", "nan", "none", "not specified", "null", "undefined"}
)


def is_no_value(text: str) -> bool:
    """Return whether a program wrote a text because it had no value.

    >>> is_no_value("n/a"), is_no_value("NULL"), is_no_value("12")
    (True, True, False)
    """
    return text[:1] in "(NnUu" and text.lower() in _NO_VALUES

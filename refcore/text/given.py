"""What is said of an argument of a wrong type."""

from __future__ import annotations

import os

__all__ = ["require_path", "require_text", "wrong_type"]


def wrong_type(call: str, expected: str, given: object) -> TypeError:
    """Return the error for an argument of a wrong type, which says what the call takes.

    >>> wrong_type("verify", "a path or a Library", 1.5)
    TypeError('verify takes a path or a Library, not float: 1.5')
    """
    return TypeError(f"{call} takes {expected}, not {type(given).__name__}: {repr(given)[:60]}")


def require_text(call: str, given: object) -> None:
    """Raise `TypeError` for what is not a text.

    >>> require_text("read_name", ["Bo Fei"])
    Traceback (most recent call last):
    TypeError: read_name takes a text, not list: ['Bo Fei']
    """
    if not isinstance(given, str):
        raise wrong_type(call, "a text", given)


def require_path(call: str, given: object) -> None:
    """Raise `TypeError` for what is neither a text nor a path object.

    >>> require_path("load", 3)
    Traceback (most recent call last):
    TypeError: load takes the path of a file, not int: 3
    """
    if not isinstance(given, str | os.PathLike):
        raise wrong_type(call, "the path of a file", given)

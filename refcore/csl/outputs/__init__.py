"""The outputs of citations and bibliographies: one module each, found by its name.

A module here defines `OUTPUT`, an `Output` that has the module's name.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil

from refcore.csl.output import Output
from refcore.errors import UnknownFormat

__all__ = ["output_named", "output_names"]


@functools.cache
def output_names() -> tuple[str, ...]:
    """Return the names of all outputs.

    >>> "html" in output_names()
    True
    """
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def output_named(name: str) -> Output:
    """Return the output of a name; raises `UnknownFormat`, which lists all names.

    >>> output_named("html").inlines(("a < b",))
    'a &lt; b'
    """
    if name.casefold() not in output_names():
        known = ", ".join(output_names())
        raise UnknownFormat(f"no output {name!r}; supported: {known}")
    output: Output = importlib.import_module(f"{__name__}.{name.casefold()}").OUTPUT
    return output

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

# Found by its name, but not offered: only the public test suite uses this form.
_UNLISTED = frozenset({"suite"})


@functools.cache
def output_names() -> tuple[str, ...]:
    """Return the names of the outputs that are offered.

    Returns:
        The names that `format` takes, in the order of the alphabet.

    >>> "html" in output_names(), "suite" in output_names()
    (True, False)
    """
    return tuple(sorted(_modules() - _UNLISTED))


def output_named(name: str) -> Output:
    """Return the output of a name; raises `UnknownFormat`, which lists the names that are offered.

    >>> output_named("html").inlines(("a < b",))
    'a &lt; b'
    """
    if name.casefold() not in _modules():
        known = ", ".join(output_names())
        raise UnknownFormat(f"no output {name!r}; supported: {known}")
    output: Output = importlib.import_module(f"{__name__}.{name.casefold()}").OUTPUT
    return output


@functools.cache
def _modules() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(__path__))

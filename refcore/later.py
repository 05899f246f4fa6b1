"""Names of a package's page that are imported on first use, so that importing it stays quick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["names_of"]


def names_of(page: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a page, whose names are in modules that load on first use.

    Args:
        page: The name of the page, its `__name__`.
        homes: The module of each name, within the page.

    Returns:
        What finds a name, and keeps it on the page.

    >>> find = names_of("refcore.model", {"Claim": "claims"})
    >>> find("Claim").__module__
    'refcore.model.claims'
    >>> find("Other")
    Traceback (most recent call last):
    AttributeError: module 'refcore.model' has no attribute 'Other'
    """

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {page!r} has no attribute {name!r}")
        value = getattr(import_module(f"{page}.{homes[name]}"), name)
        setattr(import_module(page), name, value)
        return value

    return find

"""`Identifier`: the value by which services find a work."""

from __future__ import annotations

from typing import ClassVar

__all__ = ["Identifier"]


class Identifier:
    """An identifier of a work: a value of one scheme, such as arXiv's or the DOI's.

    The text of an identifier (`str`) is its plain form, without label or address.
    """

    __slots__ = ()
    scheme: ClassVar[str] = ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    @property
    def version(self) -> int | None:
        """The version in the identifier, or None."""
        return None

    @property
    def bare(self) -> str:
        """The plain form, without a version."""
        return str(self)

    @property
    def unversioned(self) -> Identifier:
        """The same work without a version."""
        return self

    @property
    def tagged(self) -> str:
        """The identifier after its scheme, as in lock files, such as ``doi:10.1000/182``."""
        return f"{self.scheme}:{self}"

    @property
    def url(self) -> str:
        """The address of the work's page for people."""
        raise NotImplementedError

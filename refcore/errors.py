"""Everything that refcore raises.

    RefcoreError
    ├── InvalidIdentifier   (also ValueError)   an arXiv id, DOI or ORCID that cannot exist
    ├── InvalidAddress      (also ValueError)   an address that arXiv cannot be asked at
    ├── InvalidDate         (also ValueError)   a date outside the calendar or the notation
    ├── InvalidName         (also ValueError)   a name or author list without content
    ├── InvalidReference    (also ValueError)   a reference with an impossible part
    ├── InvalidTemplate     (also ValueError)   a template for citation keys that is malformed
    ├── DuplicateKey        (also KeyError)     two references under one citation key
    ├── UnknownKey          (also KeyError)     a citation key that the library does not hold
    ├── UnknownFormat       (also ValueError)   a file suffix or format name not supported
    ├── UnknownOption       (also TypeError)    an option that a format or output does not have
    ├── UnknownSource       (also ValueError)   a name that no source of records has
    ├── ConfigError         (also ValueError)   a file of settings with a key or value of no meaning
    ├── UnreadableInput     (also ValueError)   a file that is not what its format says
    ├── InvalidPath         (also OSError)      a path that can name no file
    ├── FileChanged         (also OSError)      another program changed a file after it was read
    ├── FileInUse           (also OSError)      another process is writing a file
    ├── LockError           (also ValueError)   a lock file that cannot be trusted
    ├── MissingExtra        (also ImportError)  packages of an extra that are not installed
    ├── SnapshotError       (also ValueError)   an index of the metadata snapshot that is no use
    ├── StyleError          (also ValueError)   a citation style that cannot be found or used
    └── ArxivError                              arXiv could not be asked, or did not answer
        ├── ArxivUnavailable (also ConnectionError)  a fault of the network or the service
        ├── ArxivBadAnswer   (also ValueError)       an answer that is not a feed of arXiv
        └── ArxivNotFound    (also LookupError)      arXiv has no such paper

What goes wrong inside a file that can still be read is no error: it is a
`refcore.Diagnostic` on the library that was read.
"""

from __future__ import annotations

__all__ = [
    "ArxivBadAnswer",
    "ArxivError",
    "ArxivNotFound",
    "ArxivUnavailable",
    "BadAnswer",
    "ConfigError",
    "DuplicateKey",
    "FileChanged",
    "FileInUse",
    "InvalidAddress",
    "InvalidDate",
    "InvalidIdentifier",
    "InvalidName",
    "InvalidPath",
    "InvalidReference",
    "InvalidTemplate",
    "LockError",
    "MissingExtra",
    "RefcoreError",
    "SnapshotError",
    "StyleError",
    "UnknownFormat",
    "UnknownKey",
    "UnknownOption",
    "UnknownSource",
    "UnreadableInput",
]


class RefcoreError(Exception):
    """The root of all errors that refcore raises on purpose."""


class InvalidIdentifier(RefcoreError, ValueError):
    """An identifier that is malformed or cannot exist; the message says why."""


class InvalidAddress(RefcoreError, ValueError):
    """An address of the query API that is no http or https address."""


class InvalidDate(RefcoreError, ValueError):
    """A date that no calendar has, or a notation that is not understood."""


class InvalidName(RefcoreError, ValueError):
    """A person, group or author list that holds no name, or an impossible count."""


class InvalidReference(RefcoreError, ValueError):
    """A reference with a key, type, role or variable that cannot be."""


class InvalidTemplate(RefcoreError, ValueError):
    """A template for citation keys that cannot be read; the message says where and why."""


class _KeyErrorWithText(RefcoreError, KeyError):
    # KeyError prints the repr of its argument; a message is printed as it is.
    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class DuplicateKey(_KeyErrorWithText):
    """A second reference under a citation key that is taken."""


class UnknownKey(_KeyErrorWithText):
    """A citation key, arXiv id or DOI that the library does not hold."""


class ConfigError(RefcoreError, ValueError):
    """A file of settings with a key or a value that means nothing."""


class UnknownFormat(RefcoreError, ValueError):
    """A format name or file suffix that refcore does not read or write."""


class UnknownOption(RefcoreError, TypeError):
    """An option that the chosen format or output does not have."""


class UnknownSource(RefcoreError, ValueError):
    """A name that no source of records has."""


class MissingExtra(RefcoreError, ImportError):
    """A part of refcore needs packages that are not installed; the message says which extra."""


class UnreadableInput(RefcoreError, ValueError):
    """A whole input that is not what its format says it is."""


class InvalidPath(RefcoreError, OSError):
    """A path that cannot name a file: too long, a loop of links, or with a zero character."""

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


class FileChanged(RefcoreError, OSError):
    """Another program changed a file after it was read; writing it would lose that change."""


class FileInUse(RefcoreError, OSError):
    """Another process is writing a file and does not end."""


class LockError(RefcoreError, ValueError):
    """A lock file that is malformed or contradicts itself."""


class SnapshotError(RefcoreError, ValueError):
    """An index of arXiv's metadata snapshot that is damaged, of another format, or in use."""


class StyleError(RefcoreError, ValueError):
    """A citation style that is unknown, malformed or unsafe."""


class BadAnswer(RefcoreError, ValueError):
    """The answer of a service is not what the service sends; nothing is known about the work."""


class ArxivError(RefcoreError):
    """arXiv could not be asked, or answered with something unusable."""


class ArxivUnavailable(ArxivError, ConnectionError):
    """The network or the service failed; nothing is known about the paper."""


class ArxivBadAnswer(ArxivError, BadAnswer):
    """The answer is not a feed of arXiv; nothing is known about the paper."""


class ArxivNotFound(ArxivError, LookupError):
    """arXiv was asked and has no paper of that id."""

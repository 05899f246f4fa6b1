"""Everything that refcore raises.

    RefcoreError
    ├── InvalidIdentifier   (also ValueError)   an identifier that is malformed or cannot exist
    ├── InvalidAddress      (also ValueError)   a service address that is not a web address
    ├── InvalidDate         (also ValueError)   a date that does not exist or cannot be read
    ├── InvalidName         (also ValueError)   a name or author list that names nobody
    ├── InvalidReference    (also ValueError)   a reference with an invalid part
    ├── InvalidTemplate     (also ValueError)   a key template that cannot be read
    ├── DuplicateKey        (also KeyError)     two references with the same citation key
    ├── UnknownKey          (also KeyError)     a key or identifier that is not in the library
    ├── UnknownFormat       (also ValueError)   a format name or file suffix that is not supported
    ├── UnknownOption       (also TypeError)    an option that the format or output does not have
    ├── UnknownSource       (also ValueError)   a name of no known source of records
    ├── ConfigError         (also ValueError)   a settings file with an unknown key or wrong value
    ├── UnreadableInput     (also ValueError)   an input that does not have its format
    ├── InvalidPath         (also OSError)      a path that cannot name a file
    ├── FileTooLarge        (also OSError)      a file that is too large, or a pipe without an end
    ├── FileChanged         (also OSError)      another program changed a file after it was read
    ├── FileInUse           (also OSError)      another process is writing a file
    ├── LockError           (also ValueError)   a lock file that is malformed or contradicts itself
    ├── MissingExtra        (also ImportError)  a package that is not installed
    ├── SnapshotError       (also ValueError)   a local index that cannot be used
    ├── StyleError          (also ValueError)   a citation style that cannot be found or used
    ├── BadAnswer           (also ValueError)   an unusable answer of a service
    └── ArxivError                              arXiv could not be asked, or its answer is unusable
        ├── ArxivUnavailable (also ConnectionError)  a fault of the network or of a service
        ├── ArxivBadAnswer   (also ValueError)       an answer that is not an arXiv feed
        └── ArxivNotFound    (also LookupError)      arXiv has no paper with that id

A fault inside a file that can still be read raises nothing: it is a `refcore.Diagnostic` on the
library.
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
    "FileTooLarge",
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
    """The base class of all errors that refcore raises on purpose."""


class InvalidIdentifier(RefcoreError, ValueError):
    """An identifier is malformed or cannot exist; the message says why."""


class InvalidAddress(RefcoreError, ValueError):
    """The address of a service is not an http or https address."""


class InvalidDate(RefcoreError, ValueError):
    """A date does not exist, or cannot be read."""


class InvalidName(RefcoreError, ValueError):
    """A person, group or author list contains no name, or an impossible count."""


class InvalidReference(RefcoreError, ValueError):
    """A reference has an invalid key, type, role or variable."""


class InvalidTemplate(RefcoreError, ValueError):
    """A template for citation keys cannot be read; the message says where and why."""


class _KeyErrorWithText(RefcoreError, KeyError):
    # KeyError prints the repr of its argument; a message is printed as it is.
    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class DuplicateKey(_KeyErrorWithText):
    """Two references have the same citation key."""


class UnknownKey(_KeyErrorWithText):
    """The library has no reference with this citation key, arXiv id or DOI."""


class ConfigError(RefcoreError, ValueError):
    """A settings file has an unknown key or a wrong value."""


class UnknownFormat(RefcoreError, ValueError):
    """refcore does not read or write the format of this name or file suffix."""


class UnknownOption(RefcoreError, TypeError):
    """The chosen format or output does not have this option."""


class UnknownSource(RefcoreError, ValueError):
    """No source of records has this name."""


class MissingExtra(RefcoreError, ImportError):
    """A part of refcore needs packages that are not installed; the message says which extra."""


class UnreadableInput(RefcoreError, ValueError):
    """The input as a whole does not have the expected format."""


class InvalidPath(RefcoreError, OSError):
    """A path cannot name a file: it is too long, a loop of links, or contains a null character."""

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


class FileTooLarge(RefcoreError, OSError):
    """A file, pipe or device has more bytes than refcore reads, or does not end."""

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


class FileChanged(RefcoreError, OSError):
    """Another program changed a file after it was read; writing it would lose that change."""


class FileInUse(RefcoreError, OSError):
    """Another process is writing a file and does not end."""


class LockError(RefcoreError, ValueError):
    """A lock file is malformed or contradicts itself."""


class SnapshotError(RefcoreError, ValueError):
    """A local index is damaged, has another format, or is in use."""


class StyleError(RefcoreError, ValueError):
    """A citation style is unknown, malformed or unsafe."""


class BadAnswer(RefcoreError, ValueError):
    """A service sent an unusable answer; nothing is known about the work."""


class ArxivError(RefcoreError):
    """arXiv could not be asked, or sent an unusable answer."""


class ArxivUnavailable(ArxivError, ConnectionError):
    """The network or the service failed; nothing is known about the paper."""


class ArxivBadAnswer(ArxivError, BadAnswer):
    """The answer is not an arXiv feed; nothing is known about the paper."""


class ArxivNotFound(ArxivError, LookupError):
    """arXiv answered that it has no paper with that id."""

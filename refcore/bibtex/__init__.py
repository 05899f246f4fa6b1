"""BibTeX and BibLaTeX files: reading into references, and writing."""

from typing import TYPE_CHECKING

from refcore.bibtex.names import read_bibtex_names
from refcore.bibtex.read import read, read_file
from refcore.later import names_of

if TYPE_CHECKING:
    from refcore.bibtex.writing import write

__all__ = ["read", "read_bibtex_names", "read_file", "write"]

# The name of an earlier version, which goes with the next minor version.
parse_names = read_bibtex_names

__getattr__ = names_of(__name__, {"write": "writing"})

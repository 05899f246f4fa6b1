"""BibTeX and BibLaTeX files: reading into references, and writing."""

from refcore.bibtex.names import parse_names
from refcore.bibtex.names import parse_names as read_bibtex_names
from refcore.bibtex.read import read, read_file
from refcore.bibtex.write import write

__all__ = ["parse_names", "read", "read_bibtex_names", "read_file", "write"]

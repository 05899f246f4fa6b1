"""LaTeX documents: what they cite, and the bibliographies that they name."""

from refcore.formats.latex.project import read, read_project_file

__all__ = ["read", "read_project_file"]

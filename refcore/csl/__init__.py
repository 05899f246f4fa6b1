"""Citations and bibliographies in any CSL style.

bibliography(references, style="apa", format="text", locale=None) -> Bibliography
cite(library, keys, style="apa", format="text", locale=None) -> str
style_names() -> tuple of names
"""

from refcore.csl.bibliography import Bibliography, BibliographyEntry, bibliography, cite
from refcore.csl.styles import Style, find_style, style_names

__all__ = [
    "Bibliography",
    "BibliographyEntry",
    "Style",
    "bibliography",
    "cite",
    "find_style",
    "style_names",
]

"""Citations and bibliographies in any CSL style.

bibliography(references, style="apa", format="text", locale=None) -> Bibliography
cite(library, keys, style="apa", format="text", locale=None) -> str
Style.load(name or path)          Processor(style, items).cite([...]), .bibliography(),
                                  .document([...]) -> Document
style_names() -> tuple of names
"""

from refcore.csl.bibliography import Bibliography, BibliographyEntry, bibliography, cite
from refcore.csl.document import Document, Processor
from refcore.csl.styles import Style, find_style, style_names

__all__ = [
    "Bibliography",
    "BibliographyEntry",
    "Document",
    "Processor",
    "Style",
    "bibliography",
    "cite",
    "find_style",
    "style_names",
]

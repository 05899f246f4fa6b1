"""Citations and bibliographies in any CSL style.

bibliography(references, style="apa", format="text", locale=None) -> Bibliography
cite(library, keys, style="apa", format="text", locale=None) -> str
Style.load(name or path)          Processor(style, items).cite([...]), .bibliography(),
                                  .document([...]) -> Document
style_names() -> tuple of names
"""

from refcore.csl.bibliography import Bibliography, BibliographyEntry
from refcore.csl.document import Document, Processor
from refcore.csl.outputs import output_names
from refcore.csl.processor.cites import Citation, Cite, CiteMode
from refcore.csl.references import bibliography, cite
from refcore.csl.styles import Style, find_style, style_names

__all__ = [
    "Bibliography",
    "BibliographyEntry",
    "Citation",
    "Cite",
    "CiteMode",
    "Document",
    "Processor",
    "Style",
    "bibliography",
    "cite",
    "find_style",
    "output_names",
    "style_names",
]

"""Citations and bibliographies in any CSL style.

bibliography(references, style="apa", format="text", locale=None) -> Bibliography
bibliography_page(bibliography, title="") -> str    a whole HTML page
cite(library, keys, style="apa", format="text", locale=None) -> str
Style.load(name or path)          Processor(style, items).cite([...]), .bibliography(),
                                  .document([...]) -> Document
Cite("key", locator="3", mode="composite")    read_locator("pp. 3-5, see also") -> Locator
Abbreviations.of({long: short}), .read(path), iso4=True    names of journals
style_names(), output_names() -> tuple of names
"""

from refcore.csl.abbreviations import Abbreviations
from refcore.csl.bibliography import Bibliography, BibliographyEntry
from refcore.csl.document import Document, Processor
from refcore.csl.locators import Locator, cite_of_text, read_locator
from refcore.csl.outputs import output_names
from refcore.csl.processor.cites import Citation, Cite, CiteMode
from refcore.csl.references import bibliography, cite
from refcore.csl.standalone import bibliography_page
from refcore.csl.styles import Style, find_style, style_names

__all__ = [
    "Abbreviations",
    "Bibliography",
    "BibliographyEntry",
    "Citation",
    "Cite",
    "CiteMode",
    "Document",
    "Locator",
    "Processor",
    "Style",
    "bibliography",
    "bibliography_page",
    "cite",
    "cite_of_text",
    "find_style",
    "output_names",
    "read_locator",
    "style_names",
]

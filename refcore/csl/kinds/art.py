"""Works of art."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import Fitting
from refcore.text.patterns import regex

__all__ = ["ART", "in_museum", "work_of_art"]

ART: Final = regex(
    r"(?:oil )?(?:painting|sculpture|drawing|etching|engraving|woodcut|watercolou?r|print"
    r"|photograph|installation|tapestry|fresco|mosaic|lithograph|collage|screen ?print|bronze"
    r"|marble|terracotta|mixed media)"
    # "oil on canvas", "egg tempera and gold leaf on panel", "gelatin silver print"
    r"|(?:[^\W\d_][\w-]* |, |& ){1,6}on (?:[^\W\d_][\w-]* ){0,2}(?:canvas|panel|paper|board|wood"
    r"|linen|copper|silk|plaster|aluminum|cardboard|vellum|parchment|hardboard|masonite|glass)"
    r"|(?:gelatin silver|albumen|chromogenic|platinum|salted paper|inkjet) print"
    r"|(?:cast |patinated )?(?:bronze|marble|plaster|limestone)(?: sculpture)?",
    re.IGNORECASE,
)
_MUSEUM: Final = regex(
    r"\A(?!.*\b(?:Press|Zoology|Natural|Sciences?|Anthropology|Archaeology|History)\b)"
    r".*\b(?:Museum|Mus[eé]e|Museo|Galler(?:y|ia)|Galerie|Pinakothek|Kunsthalle"
    r"|Rijksmuseum|Uffizi|Louvre|Prado|Hermitage|Tate|Art Institute|Institute of Arts?"
    r"|Kunstmuseum|Kunstsammlung(?:en)?|Museu)\b"
)


def in_museum(one: Fitting) -> None:
    """Set a ``@misc`` in a museum as a work of art (MLA 9, app. 2; CMOS 17, section 14.235)."""
    item = one.item
    is_bare = item["type"] in ("document", "webpage") and one.reference.lowered
    if not is_bare or "author" not in item or {"DOI", "number", "container-title"} & set(item):
        return
    note, publisher = item.get("note", "").strip("[]. "), item.get("publisher", "")
    if "genre" not in item and ART.fullmatch(publisher) and _MUSEUM.search(note):
        item |= {"genre": publisher, "publisher": note}
        del item["note"]
    elif "genre" not in item and ART.fullmatch(note) and _MUSEUM.search(publisher):
        item["genre"] = note
        del item["note"]
    is_art = ART.fullmatch(item["genre"]) if "genre" in item else "URL" not in item
    if is_art and _MUSEUM.search(item.get("publisher", "")):
        item["type"] = "graphic"


def work_of_art(one: Fitting) -> None:
    """Set the museum of a work of art as its archive, not as a publisher."""
    item, guide = one.item, one.guide
    is_known = guide.name.startswith(("apa", "modern-language-association", "chicago", "turabian"))
    if item["type"] != "graphic" or not is_known:
        return
    if (
        "archive" in item
        and (place := item.get("archive_location", "")).replace(", ", "").isalpha()
    ):
        item.setdefault("archive-place", place)  # Zotero has one field for a town and a shelf mark
        del item["archive_location"]
    if "archive" in item:
        return
    if "publisher" in item and "publisher-place" in item:
        item["archive"] = item.pop("publisher")
        item["archive-place"] = item.pop("publisher-place")
    elif _MUSEUM.search(item.get("publisher", "")):
        item["archive"] = item.pop("publisher")

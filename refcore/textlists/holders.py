"""Archives in front of what they hold: "Bundesarchiv: “Of Words”" names no author."""

from __future__ import annotations

from typing import Final

import attrs

from refcore.text.patterns import regex
from refcore.textlists.segment import Reading

__all__ = ["without_holder"]

# The words that archives have in their names, with an example each.
_ARCHIVES: Final = {
    r"(?:National|State|Royal|City|County|University) Archives?": "National Archives of Australia",
    r"(?:Public|National) Records? Office": "Public Record Office",
    r"Archives (?:nationales|départementales|municipales)": "Archives nationales",
    r"(?:Bundes|Staats|Stadt|Landes|Hauptstaats|Haus-, Hof- und Staats)archiv": "Bundesarchiv",
    r"Arch[ií]vo (?:General|Histórico|Nacional|Nazionale|Storico)": "Archivo General de Indias",
    r"Arquivo (?:Nacional|Histórico|Público|Distrital)": "Arquivo Nacional",
    r"Archivio (?:di Stato|[Ss]torico|[Cc]entrale)": "Archivio di Stato di Firenze",
    r"(?:Nationaal|Stads|Rijks)archief": "Rijksarchief",
    r"(?:Riks|Lands|Stats)arkivet": "Riksarkivet",
    r"Archiwum (?:Państwowe|Akt Nowych|Główne)": "Archiwum Akt Nowych",
}
_HOLDER: Final = regex(
    r"(?:[A-Z][\w.]{0,14} ){0,2}"
    rf"(?:{'|'.join(_ARCHIVES)})\b[^:“”\"«»\d]{{0,60}}: ?[“\"«„]"
)


def without_holder(text: str, reading: Reading | None) -> Reading | None:
    """Return a reading without names if those are of the archive that holds the work.

    >>> from refcore.textlists.namelists import NameList
    >>> names = NameList(None, ("Bundesarchiv",), 0, 1)
    >>> text = "Bundesarchiv: “Of Words”, 1912."
    >>> without_holder(text, Reading(0.0, names, None, (15, 23), 23, ())).names
    >>> without_holder("Bundesarchiv. Of Words", None)
    """
    if reading is None or reading.names is None:
        return reading
    return attrs.evolve(reading, names=None) if _HOLDER.match(text) else reading

"""The fields of a Hayagriva entry against CSL's variables.

Source: the Hayagriva YAML file format's documentation.
"""

from __future__ import annotations

from typing import Final

from refcore.formats.fieldrows import FieldRow as Row

__all__ = ["FIELDS", "ROWS", "SERIALS"]

ROWS: Final[tuple[Row, ...]] = (
    Row("title", "title", "title", "Names by {IUPAC}", "Names by IUPAC"),
    Row("author", "author", "names", "[\"Doe, Jane\"]", "Jane Doe"),
    Row("editor", "editor", "names", "[\"Doe, Jane\"]", "Jane Doe"),
    Row("affiliated", "translator", "affiliated",
        "[{role: translator, names: [\"Doe, Jane\"]}]", "Jane Doe"),
    Row("date", "issued", "date", "~1650", "1650~"),
    Row("url", "URL", "url", "https://example.org", "https://example.org"),
    Row("doi", "DOI", "serial", "10.1000/x", "10.1000/x"),
    Row("isbn", "ISBN", "serial", "978-3-16-148410-0", "978-3-16-148410-0"),
    Row("issn", "ISSN", "serial", "1940-6029", "1940-6029"),
    Row("pmid", "PMID", "serial", "31452104", "31452104"),
    Row("pmcid", "PMCID", "serial", "PMC6701234", "PMC6701234"),
    Row("serial-number", "arXiv", "serials", "{arxiv: 2506.13585}", "2506.13585"),
    Row("publisher", "publisher", "publisher", "{name: Acme, location: Rome}", "Acme"),
    Row("location", "publisher-place", "formatted", "Rome", "Rome"),
    Row("organization", "publisher", "formatted", r"R\$D {IUPAC}", "R$D IUPAC"),
    Row("issue", "issue", "text", "4", "4"),
    Row("chapter", "chapter-number", "text", "3", "3"),
    Row("volume", "volume", "text", "12", "12"),
    Row("volume-total", "number-of-volumes", "text", "3", "3"),
    Row("edition", "edition", "text", "2nd", "2nd"),
    Row("page-range", "page", "text", "12-19", "12-19"),
    Row("page-total", "number-of-pages", "text", "320", "320"),
    Row("runtime", "dimensions", "text", "\"01:42:21,802\"", "01:42:21,802"),
    Row("language", "language", "text", "de-CH", "de-CH"),
    Row("archive", "archive", "formatted", "National Library", "National Library"),
    Row("archive-location", "archive-place", "formatted", "Bern", "Bern"),
    Row("call-number", "call-number", "formatted", "Q 12.3", "Q 12.3"),
    Row("note", "note", "formatted", "With a map", "With a map"),
    Row("abstract", "abstract", "formatted", "We count.", "We count."),
    Row("annote", "annote", "formatted", "Read twice.", "Read twice."),
    Row("genre", "genre", "formatted", "Doctoral thesis", "Doctoral thesis"),
)  # fmt: skip

# Fields of one text that are written as they are: the variable, and whether it is formattable.
# The place of a publisher is written with the publisher.
FIELDS: Final = {
    row.field: (row.variable, row.kind == "formatted")
    for row in ROWS
    if row.kind in ("text", "formatted") and row.field != "location"
}
SERIALS: Final = {
    row.field: row.variable for row in ROWS if row.kind == "serial" and row.field != "doi"
}

"""A bibliography as a whole HTML page, set as its style wants it."""

from __future__ import annotations

from typing import Final

from refcore.csl.bibliography import Bibliography
from refcore.errors import UnknownFormat
from refcore.text.given import wrong_type
from refcore.text.hypertext import Html, element, joined, page

__all__ = ["bibliography_page"]

# Half an inch is the hanging indent of APA 7 (section 9.43), MLA 9 and Chicago 18.
_STYLE: Final = """
:root { color-scheme: light dark; --csl-hanging: .5in; --ink: #202225; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e2e2de; --paper: #17191c; } }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.5rem; background: var(--paper);
  color: var(--ink); font: 1.05rem/1.5 "Times New Roman", "Liberation Serif", Tinos, serif; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
a { color: inherit; text-underline-offset: .15em; text-decoration-thickness: .06em; }
.csl-entry { overflow-wrap: anywhere; }
sub, sup { line-height: 0; }
.spaced .csl-entry + .csl-entry { margin-top: .4em; }
.csl-left-margin { flex: none; font-variant-numeric: tabular-nums; }
.margin { --out: calc(-1 * var(--csl-label, 3ch) - .5em); }
@media (min-width: 54rem) { .margin .csl-entry { margin-left: var(--out); } }
@media (max-width: 30rem) {
  :root { --csl-hanging: 1.5em; }
  body { padding: 1.5rem 1rem; }
}
@media print {
  :root { --ink: #000; --paper: #fff; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 12pt; }
  .margin { padding-left: calc(-1 * var(--out)); }
  .margin .csl-entry { margin-left: var(--out); }
  .csl-entry { break-inside: avoid; }
}
"""
# The entries carry their layout in style attributes; nothing else may load or run.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


def bibliography_page(found: Bibliography, title: str = "") -> str:
    """Return a bibliography that was printed as HTML as a whole page.

    Entries have the style's layout: numbers have a column of their own, in the margin if the style
    says so, and a hanging indent is half an inch wide.

    Args:
        found: A bibliography in the output ``html``.
        title: The heading. Default: the word for references in the bibliography's language.

    Returns:
        A complete HTML document.

    Raises:
        UnknownFormat: The bibliography has another output than ``html``.

    >>> from refcore.csl.references import bibliography
    >>> from refcore.model import Reference
    >>> made = bibliography(Reference("k", title="On Moss"), "ieee", "html", "de-DE")
    >>> "<h1>Referenzen</h1>" in bibliography_page(made)
    True
    """
    if not isinstance(found, Bibliography):
        raise wrong_type("bibliography_page", "what bibliography returned", found)
    if found.format != "html":
        raise UnknownFormat(f"a page needs a bibliography printed as html, not as {found.format}")
    heading = title or found.heading
    classes = {
        "margin": found.layout.second_field_align == "margin",
        "spaced": found.layout.entry_spacing > 0,
    }
    body = element(
        "main",
        element("h1", heading),
        joined("\n", Html(found.text), "\n"),
        class_=" ".join(name for name, applies in classes.items() if applies) or None,
    )
    head = [
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        element("meta", name="color-scheme", content="light dark"),
    ]
    return page(body, title=heading, language=found.language, style=_STYLE, head=head)

"""HTML of values in a notebook, which follows the notebook's theme.

Text has the notebook's own colour, and nothing is said by colour alone. Lines and marks use
JupyterLab's variables where they are, else a tint of the text's colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from refcore.text.hypertext import Content, Html, element

__all__ = ["MOST_ROWS", "in_notebook", "table"]

# Beyond this a notebook becomes slow, and nobody reads it there.
MOST_ROWS: Final = 100

_STYLE: Final = """
.refcore{--rc-line:var(--jp-border-color2,color-mix(in srgb,currentColor 22%,transparent));
--rc-bad:var(--jp-error-color1,#c0392b);--rc-unsure:var(--jp-warn-color1,#b7791f);
overflow-wrap:anywhere;line-height:1.5}
.refcore table{border-collapse:collapse;border:0;margin:.5em 0;font-size:inherit}
.refcore th,.refcore td{text-align:left;vertical-align:top;padding:.25em .9em .25em 0;
border:0;border-bottom:1px solid var(--rc-line);white-space:normal;max-width:32em;background:none}
.refcore tr,.refcore tbody tr:nth-child(even),.refcore tr:hover{background:none}
.refcore th,.refcore caption{font-weight:600;text-align:left}
.refcore a{color:var(--jp-content-link-color,inherit);text-decoration:underline}
.refcore p{margin:.4em 0}.refcore .badge{font-weight:600;white-space:nowrap}
.refcore h4{font-size:inherit;margin:.9em 0 .2em}
.refcore mark{color:inherit;background:color-mix(in srgb,var(--rc-unsure) 25%,transparent);
border-bottom:2px solid var(--rc-unsure)}
.refcore .rc-bad mark{background:color-mix(in srgb,var(--rc-bad) 25%,transparent);
border-bottom-color:var(--rc-bad)}
.refcore .notice{border-left:3px solid var(--rc-bad);padding-left:.6em;font-weight:600}
""".replace("\n", "")


def in_notebook(kind: str, *content: Content) -> str:
    """Return content as a value's HTML; `kind` names it for style sheets of one's own.

    >>> in_notebook("library", "a < b").endswith("a &lt; b</div>")
    True
    """
    return element("div", element("style", Html(_STYLE)), *content, class_=f"refcore {kind}")


def table(heads: Sequence[str], rows: Iterable[Sequence[Content]], count: int) -> Html:
    """Return a table of at most `MOST_ROWS` rows; `count` is the number of all."""
    shown = [row for _, row in zip(range(MOST_ROWS), rows, strict=False)]
    body = [element("tr", *(element("td", cell) for cell in row)) for row in shown]
    if count > len(shown):
        body.append(
            element("tr", element("td", f"… {count - len(shown)} more", colspan=len(heads)))
        )
    head = element("tr", *(element("th", text, scope="col") for text in heads))
    return element("table", element("thead", head), element("tbody", *body))

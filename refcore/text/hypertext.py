"""HTML from text that may be hostile: every text is escaped, no markup is taken over."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from refcore.text.patterns import regex
from refcore.text.visible import visible

__all__ = ["Content", "Html", "address", "element", "escaped", "joined", "page", "titled"]


class Html(str):
    """A text that is HTML already, so that nothing in it is escaped again."""

    __slots__ = ()


Content: TypeAlias = str | None
Value: TypeAlias = str | int | bool | None

# Source: HTML Living Standard, "Void elements".
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
# No HTML may hold these code points. Source: HTML Living Standard, "Preprocessing the input
# stream"; Unicode 15, section 23.7.
_LAST_OF_PLANES: Final = "".join(
    chr(n * 0x10000 + last) for n in range(17) for last in (-2, -1) if n
)
_NONCHARACTER: Final = regex(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}\U0010fffe\U0010ffff]")
_SMALL_TAG: Final = regex(r"&lt;(/?)(?:(i|b|sup|sub)|span(?: [a-z]+=&quot;[^&<>]*&quot;)?)&gt;")


def escaped(text: str) -> Html:
    r"""Return a text as HTML; what steers a terminal or the direction of text is shown.

    >>> escaped('<b> & "c" \u202e')
    '&lt;b&gt; &amp; &quot;c&quot; [U+202E]'
    """
    if isinstance(text, Html):
        return text
    seen = visible(text).replace("\r\n", "\n")
    return Html(html.escape(_NONCHARACTER.sub("\ufffd", seen)))


def joined(*content: Content) -> Html:
    """Return pieces of content one after the other; None is left out."""
    return Html("".join([escaped(one) for one in content if one is not None]))


def element(tag: str, *content: Content, **attributes: Value) -> Html:
    """Return an element.

    `content` is text, which is escaped, or `Html`; None is left out. An attribute that is None
    or False is left out, True has no value. An underscore in a name is a hyphen, one after it
    is left out.

    >>> element("p", "a < b", element("br"), class_="x", data_n=3, hidden=True, id=None)
    '<p class="x" data-n="3" hidden>a &lt; b<br></p>'
    """
    inner = "".join([escaped(one) for one in content if one is not None])
    given = "".join([_attribute(name, value) for name, value in attributes.items()])
    return Html(f"<{tag}{given}>" if tag in _VOID else f"<{tag}{given}>{inner}</{tag}>")


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escaped(str(value))}"'


def address(url: str, *content: Content) -> Html:
    """Return a link; an address that is not one of the web is text alone.

    >>> address("https://example.org/a", "A"), address("javascript:alert(1)", "B")
    ('<a href="https://example.org/a">A</a>', 'B')
    """
    shown = content or (url,)
    return element("a", *shown, href=url) if _is_of_the_web(url) else joined(*shown)


def _is_of_the_web(url: str) -> bool:
    """Return whether a link may lead to an address: only http and https, and no odd signs.

    >>> _is_of_the_web("https://a.org/x"), _is_of_the_web("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    has_host = parts.scheme in ("http", "https") and bool(parts.netloc)
    return has_host and not re.search(r"[\s\x00-\x1f<>\"\\^`{|}]", url)


def titled(title: str) -> Html:
    """Return a title in CSL's small markup as HTML; tags that do not pair are shown as text.

    >>> titled("H<sub>2</sub>O <u>"), titled("<i>E. coli"), titled('<span class="nocase">in</span>')
    ('H<sub>2</sub>O &lt;u&gt;', '&lt;i&gt;E. coli', 'in')
    """
    text = escaped(title)
    open_tags: list[str] = []
    pieces: list[str] = []
    last = 0
    for match in _SMALL_TAG.finditer(text):
        name = match[2] or "span"
        pieces += [text[last : match.start()]]
        last = match.end()
        if not match[1]:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return text
        pieces.append("" if name == "span" else f"<{match[1]}{name}>")
    return text if open_tags else Html("".join([*pieces, text[last:]]))


def page(
    body: Html, *, title: str, language: str = "en", style: str = "", head: Sequence[Html] = ()
) -> str:
    """Return a whole document; `style` is a style sheet, `head` what else its head has.

    >>> print(page(element("p", "a"), title="<T>"), end="")
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>&lt;T&gt;</title>
    </head>
    <body>
    <p>a</p>
    </body>
    </html>
    """
    parts = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        *head,
        *([element("style", Html(style))] if style else ()),
    ]
    opening = f'<!DOCTYPE html>\n<html lang="{escaped(language)}">\n<head>'
    closing = "</head>\n<body>"
    return "\n".join([opening, *parts, closing, body, "</body>", "</html>", ""])

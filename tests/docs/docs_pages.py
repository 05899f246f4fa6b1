"""The documents: their pages, links and headings."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
# The sites in examples/ are no pages of this one.
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if DOCS / "examples" not in path.parents]
NAMES = [str(path.relative_to(DOCS)) for path in PAGES]
_MARKDOWN = MarkdownIt("commonmark").enable("table")


def tokens(path: Path) -> list[Token]:
    """Return the tokens of a page, those of running text in place."""
    found = []
    for token in _MARKDOWN.parse(path.read_text(encoding="utf-8")):
        found.append(token)
        found.extend(token.children or ())
    return found


def targets(path: Path) -> list[str]:
    """Return the targets of all links and pictures of a page."""
    found = [token.attrGet("href") or token.attrGet("src") for token in tokens(path)]
    return [str(target) for target in found if target]


def anchors(path: Path) -> set[str]:
    """Return the anchors of a page's headings, as repositories and the site make them."""
    seen: Counter[str] = Counter()
    found = set()
    page = _MARKDOWN.parse(path.read_text(encoding="utf-8"))
    for opening, text in itertools.pairwise(page):
        if opening.type == "heading_open":
            words = "".join(part.content for part in text.children or ())
            slug = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")
            found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
            seen[slug] += 1
    return found

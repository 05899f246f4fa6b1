"""What is printed after a title or in its place: additions, reviewed works, front matter."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.fitting import Fitting
from refcore.csl.kinds.shared import APA_AND_HUMANITIES, HUMANITIES, PARTS_OF_DAY, parts_of_day
from refcore.latex import decode
from refcore.text.patterns import regex
from refcore.text.titlecase import is_foreign, sentence_case

__all__ = ["addition", "front_matter", "review"]

_REVIEW: Final = regex(
    r"\[?((?:book |film |essay )?reviews? (?:essay )?of .{3,300}?|rev\. of .{3,300}?)[\]. ]*",
    re.IGNORECASE,
)
_BY_AUTHOR: Final = regex(r"</i> by (?=[A-Z])")  # after the title of what is reviewed
_OWN_TITLE: Final = regex(r"\breview(?:s|ed)?\b", re.IGNORECASE)
_ROLE: Final = regex(r", (?:(?:Exec\. )?(?:Dir|Wri|Prod)s?(?:\. & )?)+\Z")
_FRONT: Final = regex(
    r"(?:introduction|foreword|preface|afterword|prologue|epilogue"
    r"|(?:editor|translator)['’]s (?:introduction|note|preface))",
    re.IGNORECASE,
)
# Works whose titles APA sets in italics, and prints other parts of beside the title.
_IN_ITALICS: Final = frozenset({"book", "broadcast", "motion_picture", "report", "song"})


def addition(one: Fitting) -> None:
    """Print BibLaTeX's ``titleaddon``: in APA as the kind of a work (9.21), else in the title.

    Other guides print it after the title, as BibLaTeX does: "On Moss. With a Reply".
    """
    item, reference = one.item, one.reference
    addition = decode(reference.extra.get("titleaddon", ""))
    if addition and "genre" not in item and one.guide.name.startswith("apa"):
        if item["type"] in _IN_ITALICS and item.get("language", "en")[:2].lower() != "en":
            # "(Vol. 2)" and "[Film]" follow a translation (APA 7, sections 9.38 and 10.12).
            item["title"] += f" <i>[{addition}]</i>"
        else:
            item["genre"] = addition
    elif addition and not _reviews(item, addition) and item["type"] != "webpage":
        addition = sentence_case(addition)
        addition = addition[:1].upper() + addition[1:]
        # Beside a title in another language it is the translation (CMOS 17, section 14.99).
        is_foreign_title = item.get("language", "en")[:2].lower() != "en"
        is_translation = is_foreign_title and not is_foreign(addition)
        _add_to(item, "title", f"[{addition}]" if is_translation else addition)
    _add_to(item, "container-title", decode(reference.extra.get("booktitleaddon", "")))


def _reviews(item: dict[str, Any], words: str) -> bool:
    """Return whether words say what an article reviews; `review` has printed them."""
    return item["type"].startswith(("article-", "review")) and bool(_REVIEW.fullmatch(words))


def _add_to(item: dict[str, Any], name: str, addition: str) -> None:
    """Print words after a title, each as its own sentence unless they are in brackets."""
    title = item.get(name, "")
    if not title or not addition or addition in title:
        return
    joint = " " if addition[0] in "([" or title[-1] in ".?!" else ". "
    item[name] = title + joint + addition


def review(one: Fitting) -> None:
    """Print what a review is about after its title (APA 7, section 10.7; MLA 9, 5.106)."""
    item, reference = one.item, one.reference
    kind = item["type"]
    if (
        reference.lowered
        and kind == "webpage"
        and _REVIEW.fullmatch(item.get("container-title", ""))
    ):
        item["genre"] = item.pop("container-title")  # ``titleaddon`` is often the name of the site
    if not kind.startswith(("article-", "review")):
        return
    addition = decode(reference.extra.get("titleaddon", ""))
    texts: tuple[str, ...] = (addition, item.get("note", ""), reference.title)
    if not reference.lowered:
        texts = ("", "", reference.title) if reference.title.startswith("Review of ") else ()
    if "rev" not in "".join(texts).lower():
        return
    found = next(filter(None, map(_REVIEW.fullmatch, texts)), None)
    if found is None:
        _titled_review(item, reference.title)
        return
    if found.string == item.get("note"):
        del item["note"]
    elif found.string == reference.title:
        # Without a title of its own, and without quotes (CMOS 17, section 14.202).
        if not one.guide.name.startswith(APA_AND_HUMANITIES):
            return
        del item["title"]
    # The period of ", Dir." stays (APA 7, section 10.7).
    words = _BY_AUTHOR.sub("</i>, by ", found[1])
    item.setdefault("genre", f"{words}." if _ROLE.search(words) else words)
    if kind == "review":
        item["type"] = (
            "article-magazine" if len(parts_of_day(item)) == PARTS_OF_DAY else "article-journal"
        )


def _titled_review(item: dict[str, Any], title: str) -> None:
    """Set a review whose own title says so as an article: "A Review of Elm's Moss".

    Styles print the title of a review as that of the reviewed work.
    """
    if item["type"] == "review" and _OWN_TITLE.search(title):
        item["type"] = "article-journal"


def front_matter(one: Fitting) -> None:
    """Print the kind of an introduction in place of a title (CMOS 17, 14.110; MLA 9, 5.27)."""
    item = one.item
    is_part = item["type"] == "chapter" and "container-title" in item and "genre" not in item
    if (
        is_part
        and one.guide.name.startswith(HUMANITIES)
        and _FRONT.fullmatch(item.get("title", ""))
    ):
        item["genre"] = item.pop("title")

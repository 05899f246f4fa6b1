"""People of a work beside its authors: roles that BibLaTeX has and CSL lacks, and shared ones."""

from __future__ import annotations

from typing import Final

from refcore.csl.fitting import Fitting
from refcore.csl.kinds.shared import people_in
from refcore.formats.csljson.names import name_to_csl
from refcore.model.people import Name

__all__ = ["INTRODUCED", "beside", "editor_and_translator", "editors_of_journal", "led"]

# BibLaTeX's fields for people who add to a work (manual, section 2.2.2), and what they add.
INTRODUCED: Final = {
    "introduction": "an introduction by",
    "foreword": "a foreword by",
    "afterword": "an afterword by",
    "commentator": "a commentary by",
    "annotator": "annotations by",
}
# The guides that name them; the others name only authors, editors and translators.
_NAMING: Final = ("chicago", "turabian", "modern-language-association")
_TWO: Final = 2


def beside(one: Fitting) -> None:
    """Print who introduces a book, as a contributor (CMOS 17, section 14.105; MLA 9, 5.43).

    biblatex-apa has a field for the second author of "A. Elm (with B. Fei)" (APA 7, section 9.8).
    """
    item, extra = one.item, one.reference.extra
    found = [name_to_csl(name) for name in people_in(extra.get("with", ""))]
    if item["type"] == "book" and one.guide.name.startswith(_NAMING):
        for field, words in INTRODUCED.items():
            if names := list(people_in(extra.get(field, ""))):
                found.append({"literal": f"{words} {_listed(names)}"})
    if found:
        item["contributor"] = [*item.get("contributor", []), *found]


def _listed(names: list[Name]) -> str:
    """Return names as running text.

    >>> _listed(list(people_in("Fei, Bo and Elm, Al")))
    'Bo Fei and Al Elm'
    """
    texts = [name.name for name in names]
    if len(texts) > _TWO:
        return f"{', '.join(texts[:-1])}, and {texts[-1]}"
    return " and ".join(texts)


def led(one: Fitting) -> None:
    """Print the compiler of a book as its editor in a style that has no compilers.

    So do other people in place of the author: without them, nobody would be named.
    """
    item, reference = one.item, one.reference
    if item["type"] != "book" or {"author", "editor", "translator"} & set(item):
        return
    for role, names in reference.names.items():
        if role not in one.guide.roles and names:
            item["editor"] = [name_to_csl(name) for name in names]
            item.pop(role, None)
            return


def editor_and_translator(one: Fitting) -> None:
    """Print the people who both edited and translated a work only once."""
    item, guide = one.item, one.guide
    is_part = item["type"] == "chapter" and guide.prints_editor_translators
    if is_part and item.get("editor", "") == item.get("translator"):
        item["editor-translator"] = item.pop("editor")
        del item["translator"]


def editors_of_journal(one: Fitting) -> None:
    """Leave out the editor of a journal, named by eLife's export beside the authors."""
    item = one.item
    if one.reference.lowered and item["type"] == "article-journal" and "author" in item:
        item.pop("editor", None)

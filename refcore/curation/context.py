"""The context of a template: the values that it takes from a reference."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import attrs

from refcore.bibtex.mapping import ROWS, WRITE_TYPES
from refcore.curation.people import Dialect, Names, names_for
from refcore.curation.words import (
    FUNCTION_WORDS,
    SKIP_WORDS,
    first_capital,
    skip_words,
    words_of,
)
from refcore.latex import to_plain
from refcore.model.dates import Date
from refcore.model.reference import Reference
from refcore.text.ascii import Umlauts, to_ascii
from refcore.text.months import MONTHS
from refcore.text.patterns import regex
from refcore.text.translations import translation

__all__ = ["Context", "is_field"]

_YEAR: Final = regex(r"\d{4}")
_DATE_MARK: Final = regex(r"%(-?[Yymd])")
_PUNCTUATION: Final = translation(dict.fromkeys(":;!?"))
_TYPES: Final = {
    "inbook": "InBook",
    "incollection": "InCollection",
    "inproceedings": "InProceedings",
    "inreference": "InReference",
    "techreport": "TechReport",
    "phdthesis": "PhdThesis",
    "mastersthesis": "MastersThesis",
}
_OWN_FIELDS: Final = frozenset(
    "author editor translator title date year month day doi eprint url citationkey entrytype "
    "issue archiveprefix eprinttype primaryclass eprintclass crossref type keywords".split()
)
# Zotero's names of fields, as in Better BibTeX, that differ from BibLaTeX's.
_ZOTERO: Final = {
    "publicationtitle": "journaltitle",
    "proceedingstitle": "booktitle",
    "place": "location",
    "reporttype": "type",
    "thesistype": "type",
    "numpages": "pagetotal",
    "tags": "keywords",
    "university": "institution",
    "abstractnote": "abstract",
}


@lru_cache(maxsize=1)
def _variables() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for row in ROWS:
        for name in (row.biblatex, row.bibtex):
            found.setdefault(name, {})[row.variable] = None
    return {name: tuple(variables) for name, variables in found.items()}


def is_field(name: str) -> bool:
    """Return whether a name, in any case, is a field of BibTeX, BibLaTeX or Zotero.

    >>> is_field("journal"), is_field("PublicationTitle"), is_field("jurnal")
    (True, True, False)
    """
    low = name.lower()
    return low in _OWN_FIELDS or low in _ZOTERO or low in _variables()


@attrs.frozen
class Context:
    """A reference, and by which language's rules its parts are taken."""

    reference: Reference
    dialect: Dialect
    umlauts: Umlauts

    def ascii(self, text: str) -> str:
        """Return text in ASCII."""
        return to_ascii(text, self.umlauts)

    def names(self, creator: str = "*", with_initials: bool = False) -> Names:
        """Return the names of a role, ``*`` for authors or else editors."""
        return names_for(
            self.reference, creator, self.dialect, self.umlauts, with_initials=with_initials
        )

    def title_words(self) -> list[str]:
        """Return all words of the title."""
        return words_of(self.reference.title, dashes=self.dialect == "formula")

    def significant(self) -> list[str]:
        """Return the words of the title but for those that the language skips."""
        skipped = FUNCTION_WORDS if self.dialect == "pattern" else SKIP_WORDS
        return skip_words(self.title_words(), skipped)

    def title(self) -> str:
        """Return the title in capitals as JabRef, or Better BibTeX, writes it into a key."""
        if self.dialect == "formula":
            return " ".join(map(first_capital, self.significant()))
        words = self.title_words()
        return " ".join(
            word.lower() if place and word.lower() in FUNCTION_WORDS else first_capital(word)
            for place, word in enumerate(words)
        )

    def short_title(self, count: int, capitals: int = 0) -> str:
        """Return the first significant words, the first `capitals` of them with a capital."""
        words = self.significant()[:count] if count > 0 else []
        return " ".join(
            first_capital(word) if place < capitals else word for place, word in enumerate(words)
        )

    def year(self) -> str:
        """Return the year of issue, also from a date that is only text."""
        return self._year(self.reference.issued)

    def original_year(self) -> str:
        """Return the year of the original."""
        return self._year(self.reference.dates.get("original-date"))

    def _year(self, date: Date | None) -> str:
        if date is None:
            return ""
        if date.year is not None:
            return str(date.year)
        match = _YEAR.search(date.literal)
        return match[0] if match else ""

    def month(self) -> str:
        """Return the month: its name in patterns, two digits in formulas."""
        month = self.reference.issued.month if self.reference.issued else None
        if month is None:
            return ""
        return MONTHS[month - 1] if self.dialect == "pattern" else f"{month:02}"

    def date(self, form: str = "", variable: str = "issued") -> str:
        """Return a date by a form of ``%Y %y %m %d %-m %-d``, or as exactly as it is known."""
        issued = variable == "issued"
        date = self.reference.issued if issued else self.reference.dates.get(variable)
        if date is None:
            return ""
        if not form:
            return date.start.iso if date.start else self._year(date)
        year = self._year(date)
        values = {"Y": year, "y": year[-2:], "-m": date.month, "-d": date.day}
        values["m"] = f"{date.month:02}" if date.month else ""
        values["d"] = f"{date.day:02}" if date.day else ""
        return _DATE_MARK.sub(lambda mark: str(values.get(mark[1]) or ""), form).strip("-/. ")

    def page(self, *, last: bool) -> str:
        """Return the first or the last page."""
        pages = self.reference.fields.get("page", "")
        if self.dialect == "formula":
            pieces = [piece for piece in re.split(r"[-–—,\s]+", pages) if piece]
            return (pieces[-1] if last else pieces[0]) if pieces else ""
        numbers = [int(digits[:18]) for digits in re.findall(r"[0-9]+", pages)]
        return str((max if last else min)(numbers)) if numbers else ""

    def page_prefix(self) -> str:
        """Return the text before the number of the first page."""
        match = re.match(r"[^\d\s]+", self.reference.fields.get("page", ""))
        return match[0] if match else ""

    def keywords(self) -> list[str]:
        """Return the keywords, separated by commas or semicolons."""
        return [
            word.strip() for word in re.split("[,;]", self._raw_field("keywords")) if word.strip()
        ]

    def keyword(self, number: int) -> str:
        """Return one keyword by its number, from 1; empty if there are fewer."""
        keywords = self.keywords()
        return keywords[number - 1] if 1 <= number <= len(keywords) else ""

    def journal(self) -> str:
        """Return the short title of the journal, or its title."""
        fields = self.reference.fields
        return fields.get("container-title-short", "") or fields.get("container-title", "")

    def entry_type(self) -> str:
        """Return the BibTeX entry type, as ``InProceedings``."""
        name = self.reference.extra.get("entrytype", "")
        if not name:
            name = WRITE_TYPES.get(self.reference.type, ("misc", "misc"))[0]
        return _TYPES.get(name, name.capitalize())

    def field(self, name: str) -> str:
        """Return a field by its name in BibTeX, BibLaTeX or Zotero, as plain text.

        Punctuation that would part a key is left out.
        """
        return self._raw_field(name).translate(_PUNCTUATION)

    def _raw_field(self, name: str) -> str:
        low = name.lower()
        low = _ZOTERO.get(low, low)
        own = self._own(low)
        if own is not None:
            return own
        reference = self.reference
        for variable in (*_variables().get(low, ()), low):
            if value := reference.fields.get(variable, ""):
                return to_plain(value)
        for key, value in reference.extra.items():
            if key.lower() == low:
                return to_plain(value)
        return ""

    def _own(self, name: str) -> str | None:
        """Return a field that the model keeps in an attribute of its own, or None."""
        reference = self.reference
        if name in ("author", "editor", "translator"):
            return " and ".join(person.name for person in reference.names_of(name))
        plain = {
            "title": to_plain(reference.title),
            "year": self.year(),
            "date": self.date(),
            "month": self.month(),
            "day": str((reference.issued and reference.issued.day) or ""),
            "doi": str(reference.doi or ""),
            "url": reference.url,
            "citationkey": reference.key,
            "entrytype": self.entry_type(),
        }
        if name == "eprint":
            return str(reference.arxiv) if reference.arxiv else None
        return plain.get(name)

    def camel(self, count: int = 0) -> str:
        """Return the words of the title, or the first of them, each with a capital."""
        words = self.title_words()
        return " ".join(map(first_capital, words[:count] if count else words))

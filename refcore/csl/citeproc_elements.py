"""A style tree of citeproc-py whose elements take what its own stop at.

The classes stand in one parser's lookup only, so that nothing global changes.
"""

from __future__ import annotations

import io
import re
from typing import Any

from citeproc import CitationStylesStyle, model
from citeproc.source import VariableError
from citeproc.string import MixedString, String
from lxml import etree

from refcore.csl.styles import NAMESPACE

__all__ = ["MarkedText", "StyleTree"]


class MarkedText(String):  # type: ignore[misc]
    """A string that may begin with marks of runs, which have no capital."""

    def capitalize_first(self) -> Any:
        """Give the text with its first character behind the marks in upper case."""
        text = str(self)
        at = next((n for n, char in enumerate(text) if not "\ufdd0" <= char <= "\ufdef"), None)
        if at is None:
            return self
        return type(self)(text[:at] + text[at].upper() + text[at + 1 :])


class _Cased:
    """Changes case also of plain strings and of nothing at all."""

    def case(self, text: Any, language: str | None = None) -> Any:
        if text is None or text == "":
            return text
        if isinstance(text, MixedString):
            text = MixedString(_with_case(part) for part in text)
        return super().case(_with_case(text), language)  # type: ignore[misc]


def _with_case(text: Any) -> Any:
    return MarkedText(text) if type(text) is str else text


class _Macros:
    """Finds macros in a table, where citeproc-py searches the tree each time."""

    def get_macro(self, name: str) -> Any:
        return self.get_root().macros[name]  # type: ignore[attr-defined]


class _Text(_Cased, _Macros, model.Text):  # type: ignore[misc]
    def calls_variable(self) -> bool:
        name = self.get("macro")
        if name is None:
            return bool(super().calls_variable())
        known: dict[str, bool] = self.get_root().macros_with_variables
        if name not in known:
            known[name] = bool(super().calls_variable())
        return known[name]


class _Key(_Macros, model.Key):  # type: ignore[misc]
    pass


class _Label(_Cased, model.Label):  # type: ignore[misc]
    pass


class _Number(_Cased, model.Number):  # type: ignore[misc]
    def format_number(self, number: str) -> str:
        # Roman numerals end at 3999, and would fill the memory beyond.
        if self.get("form") == "roman" and not re.fullmatch("0*[1-3]?[0-9]{1,3}", number):
            return number
        return str(super().format_number(number))


class _NamePart(_Cased, model.Name_Part):  # type: ignore[misc]
    def format_part(self, given: Any, family: Any) -> tuple[str | None, str | None]:
        # The parts are joined as plain strings.
        parts = super().format_part(given, family)
        given, family = (None if part is None else str(part) for part in parts)
        return given, family


class _DatePart(_Cased, model.Date_Part):  # type: ignore[misc]
    def process(self, date: Any, context: Any = None) -> Any:
        numeric = self.get("form", "").startswith("numeric")
        if self.get("name") == "month" and numeric and "month" not in date:
            raise VariableError  # a season has no number
        return super().process(date, context)


_OWN = {
    "text": _Text,
    "key": _Key,
    "label": _Label,
    "number": _Number,
    "name-part": _NamePart,
    "date-part": _DatePart,
}


class StyleTree(CitationStylesStyle):  # type: ignore[misc]
    """A style and its locales, for one rendering."""

    def __init__(self, xml: bytes, locale: str) -> None:
        lookup = etree.ElementNamespaceClassLookup()
        classes = lookup.get_namespace(NAMESPACE)
        classes[None] = model.CitationStylesElement
        for known in model.CitationStylesElement.__subclasses__():
            classes[known.__name__.replace("_", "-").lower()] = known
        classes.update(_OWN)
        self.parser = etree.XMLParser(
            remove_comments=True, encoding="UTF-8", no_network=True, resolve_entities=False
        )
        self.parser.set_element_class_lookup(lookup)
        self.xml = etree.parse(io.BytesIO(xml), self.parser)
        root: Any = self.xml.getroot()
        self.root = root
        root.macros = {}
        for macro in root.findall(f"{{{NAMESPACE}}}macro"):
            root.macros.setdefault(macro.get("name"), macro)
        root.macros_with_variables = {}
        root.set_locale_list(locale, validate=False)

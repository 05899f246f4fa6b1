"""Collects what is odd in one item while it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import InvalidName
from refcore.model.people import Name
from refcore.text.bounds import too_long

__all__ = ["Findings"]


@attrs.define
class Findings:
    """The diagnostics of one item, each with its key and place filled in."""

    key: str | None = None
    location: Location = Location()
    found: list[Diagnostic] = attrs.field(factory=list)
    lost_names: int = 0

    def error(self, message: str, field: str | None = None) -> None:
        """Note something that was lost or changed."""
        self._add(message, field, Severity.ERROR)

    def warning(self, message: str, field: str | None = None) -> None:
        """Note something that was read, but may not be what was meant."""
        self._add(message, field, Severity.WARNING)

    def note(self, message: str, field: str | None = None) -> None:
        """Note something that is merely unusual."""
        self._add(message, field, Severity.NOTE)

    def names(self, texts: Iterable[str], field: str) -> None:
        """Note the names that are too long to be one, which `names_from` leaves out."""
        for text in texts:
            if fault := too_long("a name", text):
                self.error(f"{fault}; left out", field)

    def listed(self, text: str, field: str, expected: str = "an entry each") -> list[str]:
        """Return the names in a text that should be one, and note a text that is a whole list.

        >>> Findings().listed("Fei, Bo and Wu, Al", "author")
        ['Fei, Bo', 'Wu, Al']
        """
        between = ";" if ";" in text else " and "
        if between not in text:
            return [text]
        names = [name.strip() for name in text.split(between) if name.strip()]
        if len(names) < 2 or (between == " and " and not all("," in name for name in names)):
            return [text]
        self.warning(f"{len(names)} names in one text; expected {expected}", field)
        return names

    def named(self, read: Callable[[], Name | None], field: str) -> Name | None:
        """Return what reading a name gives, None where it is none."""
        try:
            return read()
        except InvalidName as error:
            self.error(f"{error}; left out", field)
            self.lost_names += 1
            return None

    def people(
        self, read: Callable[[Any], Name | None], listed: Iterable[Any], field: str
    ) -> tuple[list[Name], bool]:
        """Return the names of a list, and whether one is left out because it is too long."""
        names: list[Name] = []
        is_cut = False
        for entry in listed:
            try:
                name = read(entry)
            except InvalidName as error:
                self.error(f"{error}; left out", field)
                is_cut = True
                continue
            if name is not None:
                names.append(name)
        return names, is_cut

    def title(self, text: str) -> str:
        """Return a title, or "" where the text is too long to be one."""
        if fault := too_long("a title", text):
            self.error(f"{fault}; left out", "title")
            return ""
        return text

    def _add(self, message: str, field: str | None, severity: Severity) -> None:
        self.found.append(Diagnostic(message, self.location, self.key, field, severity))

"""CSL-JSON name lists to `Authors` and back.

Source: CSL 1.0.2 input data schema (csl-data.json), "name-variable". What
that schema has no place for (ORCID, affiliations, "and others") is kept under
``custom`` by `refcore.formats.csljson.items`; the names read here also take the
``ORCID`` and ``affiliation`` of Crossref's JSON.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from refcore.errors import InvalidIdentifier, InvalidName
from refcore.formats.findings import Findings
from refcore.model.identifiers import Orcid
from refcore.model.people import Authors, Group, Name, Person
from refcore.names import read_name
from refcore.names.elisions import elision
from refcore.text.entities import without_entities

__all__ = ["name_to_csl", "names_from_csl", "says_others"]

_PARTS = {
    "family": "family",
    "given": "given",
    "non-dropping-particle": "non_dropping_particle",
    "dropping-particle": "dropping_particle",
    "suffix": "suffix",
}


def name_to_csl(name: Name) -> dict[str, str]:
    """Return a name as a CSL-JSON object.

    >>> name_to_csl(Person("Peter", "With", non_dropping_particle="de"))
    {'family': 'With', 'given': 'Peter', 'non-dropping-particle': 'de'}
    >>> name_to_csl(Group("MiniMax"))
    {'literal': 'MiniMax'}
    """
    if isinstance(name, Group):
        return {"literal": name.name}
    parts = {label: getattr(name, attribute) for label, attribute in _PARTS.items()}
    return {label: value for label, value in parts.items() if value}


def names_from_csl(
    value: Any, role: str, findings: Findings, others: bool | int | None = None
) -> Authors:
    """Read a CSL-JSON name list.

    A last name ``others`` or ``et al.`` is "and others", unless `others` is given.

    >>> names_from_csl([{"family": "Li", "given": "Bo"}, {"literal": "others"}], "author",
    ...     Findings())
    Authors([Person('Bo', 'Li')], others=True)
    """
    if isinstance(value, dict | str):
        findings.warning("expected a list of names, found a single name", role)
        value = [value]
    if not isinstance(value, list):
        findings.error(f"expected a list of names, found {value!r:.40}; left out", role)
        return Authors()
    kept, is_cut = findings.people(partial(_name, role=role, findings=findings), value, role)
    if others is not None:
        return Authors(kept, others=others)
    cut = bool(kept) and says_others(kept[-1])
    return Authors(kept[:-1] if cut else kept, others=cut or is_cut)


def says_others(name: Name) -> bool:
    """Return whether a name is only "others" or "et al."."""
    return elision(name.name) is not False


def _name(value: Any, role: str, findings: Findings) -> Name | None:
    if isinstance(value, str) and value.strip():
        findings.warning(f"expected a name object, found the text {value!r:.60}", role)
        try:
            return read_name(value)
        except InvalidName:
            return Group(value)
    if not isinstance(value, dict):
        findings.error(f"expected a name object, found {value!r:.40}; left out", role)
        return None
    affiliations = _affiliations(value.get("affiliation"))
    parts: dict[str, Any] = {
        name: _part(value, label, role, findings) if label in value else ""
        for label, name in _PARTS.items()
    }
    if parts["family"] or parts["given"]:
        orcid = _orcid(value.get("ORCID"), role, findings)
        return Person(**parts, orcid=orcid, affiliations=affiliations)
    literal = " ".join(
        part
        for part in (
            _part(value, "literal", role, findings) or _part(value, "name", role, findings),
            parts["dropping_particle"],
            parts["non_dropping_particle"],
            parts["suffix"],
        )
        if part
    )
    if literal:
        return Group(literal, affiliations=affiliations)
    findings.error(f"an empty name, {value!r:.60}; left out", role)
    return None


def _part(value: dict[str, Any], label: str, role: str, findings: Findings) -> str:
    part = value.get(label)
    if part is None:
        return ""
    if isinstance(part, str):
        return without_entities(part).strip()
    findings.warning(f"{label}: expected a text, found {part!r:.40}", role)
    return str(part) if isinstance(part, int) and not isinstance(part, bool) else ""


def _orcid(value: Any, role: str, findings: Findings) -> Orcid | None:
    if not isinstance(value, str) or not value:
        return None
    try:
        return Orcid.parse(value.replace("http://", "https://"))
    except InvalidIdentifier as error:
        findings.warning(str(error), role)
        return None


def _affiliations(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    found = [entry.get("name") if isinstance(entry, dict) else entry for entry in value]
    return tuple(entry for entry in found if isinstance(entry, str) and entry)

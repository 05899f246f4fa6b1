"""Each row of a table of fields reads its example."""

import pytest

from refcore import Reference
from refcore.formats import cff, hayagriva, nbib
from refcore.formats.cff.types import ROWS as CFF_ROWS
from refcore.formats.fieldrows import FieldRow
from refcore.formats.hayagriva.fields import ROWS as HAYAGRIVA_ROWS
from refcore.formats.nbib.fields import ROWS as NBIB_ROWS


def _stated(reference: Reference, variable: str) -> str:
    """Return what a reference has as a variable, a role or a part of a name."""
    first = next((names[0] for names in reference.names.values() if len(names)), None)
    parts: dict[str, object] = {
        "title": reference.title,
        "author": reference.authors,
        "issued": reference.issued,
        "DOI": reference.doi,
        "arXiv": reference.arxiv,
        "URL": reference.url,
        "orcid": getattr(first, "orcid", None),
        "affiliation": "; ".join(first.affiliations) if first else "",
    }
    found = parts.get(variable) or (reference.names.get(variable) or reference.dates.get(variable))
    return str(found or reference.fields.get(variable, ""))


@pytest.mark.parametrize("row", NBIB_ROWS, ids=lambda row: row.field)
def test_nbib(row: FieldRow) -> None:
    # An affiliation and an ORCID belong to the name before them.
    (reference,) = nbib.read(f"OWN - NLM\nFIR - Chen, Aili\n{row.field:4}- {row.written}\n")
    assert row.value in _stated(reference, row.variable)


@pytest.mark.parametrize("row", CFF_ROWS, ids=lambda row: row.field)
def test_cff(row: FieldRow) -> None:
    text = f"cff-version: 1.2.0\nmessage: Cite me\n{row.field}: {row.written}\n"
    (reference,) = cff.read(text)
    assert _stated(reference, row.variable) == row.value


@pytest.mark.parametrize("row", HAYAGRIVA_ROWS, ids=lambda row: row.field)
def test_hayagriva(row: FieldRow) -> None:
    (reference,) = hayagriva.read(f"a:\n  type: report\n  {row.field}: {row.written}\n")
    assert _stated(reference, row.variable) == row.value

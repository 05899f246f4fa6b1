"""Lists that people write by hand, in the customs of many fields and countries."""

from pathlib import Path

import pytest

from refcore.model import Group, Reference
from refcore.textlists import read

HERE = Path(__file__).parent


def lists() -> dict[str, tuple[str, list[str]]]:
    found = {}
    text = (HERE / "byhand.txt").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        name, _, rest = part.partition("\n")
        references, _, wanted = rest.partition("\n--\n")
        found[name] = references, wanted.strip().split("\n")
    return found


LISTS = lists()


def shown(reference: Reference) -> str:
    people = reference.authors or reference.editors
    names = [one.name if isinstance(one, Group) else one.family or one.given for one in people]
    return f"{' | '.join(names)} ; {reference.title} ; {reference.year or ''}".strip()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_by_hand_is_read(name: str) -> None:
    text, wanted = LISTS[name]
    found = [shown(one) for one in read(text)]
    assert len(found) == len(wanted)
    for one, row in zip(found, wanted, strict=True):
        if not row.startswith("?"):
            assert one == row.strip()

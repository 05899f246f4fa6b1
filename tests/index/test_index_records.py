"""Records that are filled without checks, as an index does, beside records that are checked."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from refcore.model.dates import Date
from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import ArxivId, Doi
from refcore.records.record import Notice, Record, RecordAuthor, Relation

ID = Doi("10.1000/182")
# A value of each attribute that is not its default.
VALUES: dict[str, Any] = {
    "id": ID,
    "source": "dblp",
    "title": " On  Moss ",
    "authors": (RecordAuthor("Bo Li"),),
    "type": "book",
    "titles": ("Moss",),
    "roles": FrozenDict(editor=(RecordAuthor("Fei Wu"),)),
    "dates": FrozenDict(issued=Date.of(2020)),
    "fields": FrozenDict(volume="3"),
    "ids": (Doi("10.1000/183"),),
    "notices": (Notice("retracted"),),
    "relations": (Relation("preprint", ArxivId("2506.13585")),),
    "details": FrozenDict(topic="moss"),
    "via": "index of dblp",
    "retrieved": "2020-01-02",
    "about": ("On Ferns",),
}
NEEDED = ("id", "source", "title", "type")


@pytest.mark.parametrize("left_out", ["", *(name for name in VALUES if name not in NEEDED)])
def test_a_record_filled_without_checks_is_the_same(left_out: str) -> None:
    values = {name: value for name, value in VALUES.items() if name != left_out}
    identifier, source, title = (values[name] for name in NEEDED[:3])
    others = {name: value for name, value in values.items() if name not in NEEDED[:3]}
    made = Record.prepared(identifier, source, title, **others)
    checked = Record(**values)
    assert type(made) is Record
    assert (made, hash(made), repr(made)) == (checked, hash(checked), repr(checked))
    assert pickle.loads(pickle.dumps(made)) == attrs.evolve(made) == checked  # noqa: S301 - ours
    assert {field.name for field in attrs.fields(Record)} == {*VALUES, "is_partial"}


@pytest.mark.parametrize("made", [Record.prepared(ID, "a", "b", type="c"), RecordAuthor.named("a")])
def test_what_is_filled_without_checks_cannot_be_changed(made: Any) -> None:
    for field in attrs.fields(type(made)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, field.name, "moss")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(made, field.name)
    assert type(made) in (Record, RecordAuthor)
    assert RecordAuthor.named("a") == RecordAuthor("a")

"""Lines that are exactly a field of a RIS record are taken without a pattern, and as with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.errors import UnreadableInput
from refcore.formats import loads, ris

LINES = [
    *("TY  - JOUR", "TY  - ", "ER  - ", "ER  -", "AU  - Fei, Bo", "AU  - ", "  AU  - Lee, Ann"),
    *("KW  - moss", "N1  - a  b ", "more text", "PY  - 2020/05/16/", "DA  - 2020/05//", "TI - A"),
    *("TI  - A\u2028B", "XX  - y", "T2  - Moss", "", " ", "VL  -  3", "au  - x", "UR  - a\r"),
]


@given(st.lists(st.sampled_from(LINES), max_size=16), st.sampled_from(["\n", "\r\n", "\r"]))
def test_fields_are_taken_as_the_patterns_read_them(lines: list[str], end: str) -> None:
    text = end.join(["TY  - BOOK", *lines, "ER  - ", *lines])
    quick = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ris, "_OF_FIELDS", frozenset())
        assert read(text) == quick


def read(text: str) -> tuple[object, ...]:
    try:
        library = loads(text, "ris")
    except UnreadableInput as refused:
        return (str(refused),)
    return list(library), [one.location for one in library], library.diagnostics

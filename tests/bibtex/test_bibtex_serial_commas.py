"""Lists of authors with commas, as styles print them, in the author field."""

from __future__ import annotations

import pytest

from refcore.formats import loads


@pytest.mark.parametrize(
    ("written", "names", "others"),
    [
        ("Jia Shen, Jin Xiao, and Jo Han", ["Jia Shen", "Jin Xiao", "Jo Han"], False),
        ("Jia Shen, Jin Xiao, Al Go, Bo Fei, and Jo Han",
         ["Jia Shen", "Jin Xiao", "Al Go", "Bo Fei", "Jo Han"], False),
        ("A. Lindt, B. Oss, and C. Vane", ["A. Lindt", "B. Oss", "C. Vane"], False),
        ("A. Lindt, B. Oss and C. Vane", ["A. Lindt", "B. Oss", "C. Vane"], False),
        ("Naseri, M., Zamani, H., and Lindt, A.", ["M. Naseri", "H. Zamani", "A. Lindt"], False),
        ("Naseri M., Zamani H.", ["M. Naseri", "H. Zamani"], False),
        ("Naseri MB, Zamani H", ["M. B. Naseri", "H. Zamani"], False),
        ("Shen, Jiaming, Jinfeng Xiao, and Jo Han", ["Jiaming Shen", "Jinfeng Xiao", "Jo Han"],
         False),
        ("Lindt, Ada M., Berit Oss, Carl van der Vane, and Dora Quill",
         ["Ada M. Lindt", "Berit Oss", "Carl van der Vane", "Dora Quill"], False),
        ("Lindt, A., Berit Oss and Carl Vane", ["A. Lindt", "Berit Oss", "Carl Vane"], False),
        ("Lindt, Ada, Berit Oss, et al.", ["Ada Lindt", "Berit Oss"], True),
        # One name each.
        ("Fei, Jr., Bo and Carl Vane", ["Bo Fei Jr.", "Carl Vane"], False),
        ("Fei, III, Bo Lee and Carl Vane", ["Bo Lee Fei III", "Carl Vane"], False),
        ("Lindt, Ada, and Oss, Berit", ["Ada Lindt", "Berit Oss"], False),
        ("Ada Lindt, and Berit Oss", ["Ada Lindt", "Berit Oss"], False),
        ("Naseri, M. H.", ["M. H. Naseri"], False),
    ],
)  # fmt: skip
def test_names_are_told_apart(written: str, names: list[str], others: bool) -> None:
    reference = next(iter(loads(f"@misc{{k, author = {{{written}}}}}", "bibtex")))
    assert [name.name for name in reference.authors.names] == names
    assert bool(reference.authors.others) is others

"""Values over several lines: an edit keeps the lines of the words that stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore import BibFile
from refcore.bibtex.line_breaks import in_lines_of

WORDS = st.lists(st.sampled_from(["and", "Lee,", "Ann", "{Wu}", "Bo"]), min_size=1, max_size=12)
GAPS = st.sampled_from([" ", "\n  ", "\n\n\t", "  "])


@given(st.lists(st.tuples(st.sampled_from(["and", "Lee,", "Ann"]), GAPS)), WORDS, GAPS, GAPS)
def test_the_new_words_are_written_whatever_the_lines_were(old, words, head, tail):
    new = " ".join(words)
    text = f"{head}{''.join(word + gap for word, gap in old)}{tail}"
    found = in_lines_of(text, new, 9)
    assert found is None or found.split() == words


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("Li, A. and\n  Wu, B. and\n  Xu, C.", "Li, A. and Wo, B. and Xu, C.", "Wu|Wo"),
        ("\n  Li, A. and\n  Wu, B.\n", "Li, A. and Wo, B.", "Wu|Wo"),
        ("Li, A. and Wu, B.\n  and Xu, C.", "Li, A. and Wu, B. and others", "Xu, C.|others"),
        ("Li, A. and\n  Wu, B.", "Li, A. and Xu, C. and Wu, B.", "Wu, B.|Xu, C. and\n  Wu, B."),
        ("Li, A. and\n  Wu, B. and\n  Xu, C.", "Li, A. and Xu, C.", "Wu, B. and\n  |"),
        ("A moss\n\tof Wales", "A fern of Wales", "moss|fern"),
        ("A. Li\n  and B. Wu\n  and C. Xu", "A. Li and C. Xu", "\n  and B. Wu|"),
        ("A. Li\n  and B. Wu", "A. Li and B. Wu and C. Xu", "B. Wu|B. Wu\n  and C. Xu"),
        ("A. Li\n  and B. Wu", "A. Li and C. Xu and B. Wu", "\n|\n  and C. Xu\n"),
        ("A. Li,\r\n  B. Wu", "A. Li and B. Wu", ",| and"),
    ],
)
def test_what_stays_keeps_its_lines(old: str, new: str, written: str) -> None:
    for opening, closing in ("{}", '""'):
        before, behind = f"@misc{{k,\n  author = {opening}", f"{closing},\n  year = 2001\n}}\n"
        file = BibFile.parse(f"{before}{old}{behind}")
        file.entries["k"]["author"] = new
        assert file.to_text() == before + old.replace(*written.split("|")) + behind
        assert file.entries["k"]["author"] == new


def test_a_value_that_does_not_fit_breaks_anew():
    names = [f"Author{n}, Ann" for n in range(12)]
    file = BibFile.parse("@misc{k,\n  author = {Lee, Bo and\n    Wu, Cai}\n}\n")
    file.entries["k"]["author"] = " and ".join(names)
    written = file.to_text()
    assert max(map(len, written.splitlines())) <= 79
    assert file.entries["k"]["author"] == " and ".join(names)

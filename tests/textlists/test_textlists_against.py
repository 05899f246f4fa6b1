"""A record is compared with the text itself."""

import pytest

from refcore.model import Authors, Date, Person, Reference
from refcore.textlists import compare_text

RECORD = Reference(
    "k",
    "article-journal",
    "Slow Tides in Shallow Basins: A Survey",
    Authors([Person("Lena", "Brandt"), Person("Kofi A.", "Osei"), Person("Mara", "de Ruiz")]),
    issued=Date.of(2014),
)
TAIL = "Slow tides in shallow basins: A survey. Journal of Water, 12(3), 201–219."


@pytest.mark.parametrize(
    "text",
    [
        f"Brandt, L., Osei, K. A., & de Ruiz, M. (2014). {TAIL}",
        "Brandt L, Osei KA, de Ruiz M. Slow tides in shallow basins: a survey. Water 2014;12:3.",
        "Lena Brandt, Kofi Osei, and Mara de Ruiz, “Slow Tides in Shallow Basins: A Survey,” 2014.",
        "BRANDT, Lena; OSEI, Kofi A.; DE RUIZ, Mara. Slow tides in shallow basins: a survey. 2014.",
        f"Brandt, L. et al. (2014) {TAIL}",
        "L. Brandt, K.A. Osei, M. de Ruiz, Journal of Water 12 (2014) 201–219.",
    ],
)
def test_sound_texts_have_no_findings(text: str) -> None:
    assert compare_text(RECORD, text).kinds == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Brandt, L., & de Ruiz, M. (2014). {TAIL}", "missing"),
        (f"Osei, K. A., Brandt, L., & de Ruiz, M. (2014). {TAIL}", "swapped"),
        (f"Brandt, L., Holm, P., & de Ruiz, M. (2014). {TAIL}", "other-person"),
        (f"Brandt, L., Osei, K. A., & de Ruiz, M. (2016). {TAIL}", "year"),
        (
            f"Brandt, L., Osei, K. A., & de Ruiz, M. (2014). {TAIL.replace('shallow', 'frozen')}",
            "title",
        ),
    ],
)
def test_an_error_is_named(text: str, kind: str) -> None:
    assert compare_text(RECORD, text).kinds == (kind,)


def test_what_is_not_printed_is_not_compared() -> None:
    found = compare_text(RECORD, "L. Brandt, K. Osei and M. de Ruiz, J. Water 12, 201.")
    assert "year" in found.not_compared
    assert found.authors is not None
    assert not found.authors.is_wrong

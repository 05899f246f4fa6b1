"""Footnotes and citations of reStructuredText."""

import pytest

from refcore import loads
from refcore.text.restructured import with_items, without_markup


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (".. [1] Fei, B. Moss.", "[1] Fei, B. Moss."),
        ("  .. [#fei] Fei, B. Moss.", "  [1] Fei, B. Moss."),
        (".. [#] Fei, B. *Moss*\\ , 3.", "[1] Fei, B. *Moss*, 3."),
        (".. [Fei2020] Fei, B.\n   Moss.", "[1] Fei, B.\n   Moss."),
        (".. [A1] \\G. Fei, \\John Lee.", "[1] G. Fei, John Lee."),
        (".. [A1] On `\\mathcal{O}`, :doi:`10.1/a`", "[1] On `\\mathcal{O}`, doi:10.1/a"),
        ("..[1] Fei, B. Moss.", "[1] Fei, B. Moss."),
        (".. [1] :doi:`Of Moss <10.1/a>`", "[1] :doi:`Of Moss <10.1/a>`"),
        (".. note:: [1] x", ".. note:: [1] x"),
        ("a .. [1] x", "a .. [1] x"),
    ],
)
def test_a_footnote_is_an_item(text, items):
    assert with_items(text) == items


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Fei. `Moss <https://a.org>`_. Cell.", "Fei. Moss. Cell. https://a.org"),
        (":DOI:`10.1/a`", "DOI:10.1/a"),
        (":doi:`A. Fei, Moss. <10.1/a>`", "A. Fei, Moss. doi:10.1/a"),
        ("`Moss. <https://a.org>`_In Cell", "Moss. In Cell https://a.org"),
        ("`moss`: Of Words", "moss: Of Words"),
        ("Universit`a di Pisa, Jos`e", "Universit`a di Pisa, Jos`e"),
    ],
)
def test_a_line_without_markup(text, line):
    assert without_markup(text) == line


def test_a_note_reads_the_names_behind_labels():
    text = (
        "## References\n\n"
        ".. [#Goodge2022Lunar] Goodge, A., Hooi, B., Ng, S.K. and Ng, W.S., 2022, June. Lunar: "
        "Unifying local outlier detection methods via graph neural networks. In Proceedings of "
        "the AAAI Conference on Artificial Intelligence.\n\n"
        ".. [#Gopalan2019PIDForest] Gopalan, P., Sharan, V. and Wieder, U., 2019. PIDForest: "
        "Anomaly Detection via Partial Identification. In Advances in Neural Information "
        "Processing Systems, pp. 15783-15793.\n"
    )
    references = list(loads(text, "markdown"))
    assert [str(one.authors) for one in references] == [
        "A. Goodge, B. Hooi, S.K. Ng, W.S. Ng",
        "P. Gopalan, V. Sharan, U. Wieder",
    ]
    assert references[0].title.startswith("Lunar: Unifying")

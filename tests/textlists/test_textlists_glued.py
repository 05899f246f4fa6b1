"""Titles that no space parts from their venues, and other parts of references without a sign."""

from __future__ import annotations

import pytest

from refcore.textlists import read, read_reference
from refcore.textlists.glued import with_gaps

_GLUED = (
    ("Fei B., Chen A., 2019, On reading words in mossThe Lancet 12:3, 4–5.",
     "On reading words in moss"),
    ("Chen A., 2020, Reading of SignsPhysical Review D 141:11, 234–258.", "Reading of Signs"),
    ("Wit J., 2021, Notes on MeaningOpen Methods. https://example.org/a.", "Notes on Meaning"),
    ("Berg A., 2018, Trees of Form2016 IEEE International Conference on Big Data, IEEE, 3.",
     "Trees of Form"),
    ("Moss C., 2017, Sound of Words8th International Conference on Sounds, 12–18.",
     "Sound of Words"),
    ("Fern D., 2016, Shapes of LettersProceedings of the 36th Conference on Letters, PMLR, 5–9.",
     "Shapes of Letters"),
    ("Stone E., 2015, GraphNets for LettersInterspeech 2016, ISCA, 165–169.",
     "GraphNets for Letters"),
    ("Reed F., 2014, Letters for FairnessThe Twelfth International Conference on Letters, 5–9.",
     "Letters for Fairness"),
)  # fmt: skip


def test_a_list_whose_titles_are_glued_to_venues() -> None:
    library = read("\n\n".join(text for text, _ in _GLUED))
    assert [one.title for one in library] == [title for _, title in _GLUED]


@pytest.mark.parametrize(
    "text",
    [
        "Fei B. 2019. PyTorch: Of Words and Moss. The Lancet 12:3, 4–5.",
        "Chen A. 2019. Of Words and Moss. NeuroImage 12:3, 4–5.",
        "Wit J. 2019. GraphGAN for Words. Nature 12:3, 4–5.",
        "Berg A. 2019. Of Words and Moss. bioRxiv 2019.12.3, https://doi.org/10.1101/2019.12.3.",
        "Moss C. 2019. Of Words. In: The 24th International Conference on Letters. ACM, 4–5.",
    ],
)
def test_capitals_within_words_part_nothing(text: str) -> None:
    assert with_gaps([text] * 4) == [text] * 4


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Fei B (2011). On single auctions.Language, 59(6): 343–375.", "On single auctions"),
        ("Fei, Bo (2012): Repairing Knowledge(arXiv:1205.5430). https://arxiv.org/abs/1205.5430",
         "Repairing Knowledge"),
        ("Fei, Bo ; Chen, Aili ; Wit, Jan ; et al.: Of Words. In: Handbook of Moss : Pier, 2016",
         "Of Words"),
        ("FEI, B.: Query Answering in Words, Ed. Pier, Oslo, 2018.", "Query Answering in Words"),
        ("FEI, B.: ¨Query Answering in Words¨, Cell, 45(2): 205–234, 2024.",
         "Query Answering in Words"),
        ("Feldman Vitaly, Robustness of Words, thèse de doctorat, Delft University, 2009.",
         "Robustness of Words"),
        ("Leal D de C, Krüger M. Words and the Use of Moss. Cell, 2019; 12: 1-10.",
         "Words and the Use of Moss"),
        ("Fei B. Design of a Filter of Words. Trends in Dynamics. Edited by Bailey J, Moffat A. "
         "Oslo, Pier, 2018, pp. 9–39.", "Design of a Filter of Words"),
        ("Rong, Yu; Xu, Ting (2011). Words: Foundations, Advances and Applications. arXiv.",
         "Words: Foundations, Advances and Applications"),
        ("Fei, Bo (2018): Words for Hindi, Marathi, Bengali and Oriya, 2018, accessed 16.12.2024, "
         "https://www.example.org/a.html.", "Words for Hindi, Marathi, Bengali and Oriya"),
    ],
)  # fmt: skip
def test_titles_beside_unusual_signs(text: str, title: str) -> None:
    assert read_reference(text).title == title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Leal D de C, Krüger M. Words and the Use of Moss. Cell, 2019; 12: 1-10.", 2),
        ("Ahmed, Soikat Hasan ; Uddin, S. M. Nadim ; Jung, Yong Ju: Of Words. In: Cell 12", 3),
        ("Chen, Fangdong et al. (2022): Of Words and Moss, in: Cell, 2022, 3–9.", 1),
        ("National Archives of Australia: “Of Words,” 2012.", 0),
        ("Bundesarchiv Berlin: „Von Wörtern“, 1912.", 0),
        ("World Health Organization: “Of Words,” 2012.", 1),
    ],
)
def test_names_beside_unusual_signs(text: str, names: int) -> None:
    assert len(read_reference(text).authors) == names

"""The arXiv id and the DOI of one work, side by side in a note."""

import pytest

from refcore.markdown import read

DOI = "10.1103/PhysRevB.99.104410"


@pytest.mark.parametrize(
    "note",
    [
        f"- Ada Berg, Bo Fei. *On the Form of Lamps*. doi:{DOI}, arXiv:1810.05538",
        f"- Ada Berg, Bo Fei. *On the Form of Lamps*. arXiv:1810.05538. https://doi.org/{DOI}",
        f"- Ada Berg and Bo Fei: _On the Form of Lamps_, [**Phys. Rev. B 99 (2019)**][2], open\n"
        f"  access via [arXiv:1810.05538][1]\n\n[1]: https://arxiv.org/abs/1810.05538\n"
        f"[2]: https://doi.org/{DOI}\n",
        f"- Ada Berg, Bo Fei. **On the Form of Lamps.** [[doi](https://doi.org/{DOI})] "
        "[[arXiv](https://arxiv.org/abs/1810.05538)]",
        f"- Title: On the Form of Lamps\n- Authors: Ada Berg, Bo Fei\n- DOI: {DOI}\n"
        "- arXiv: 1810.05538\n",
    ],
)
def test_both_ids_are_of_one_work(note: str) -> None:
    (paper,) = [reference for reference in read(note) if reference.title]
    assert (str(paper.arxiv), str(paper.doi)) == ("1810.05538", DOI)
    assert paper.title == "On the Form of Lamps"
    assert [name.name for name in paper.authors] == ["Ada Berg", "Bo Fei"]


@pytest.mark.parametrize(
    "note",
    [
        f"- Ada Berg, *On It*, arXiv:1810.05538. See also doi:{DOI}",
        f'- "On Lamps", arXiv:1810.05538, and "On Mirrors", doi:{DOI}',
        f"- arXiv:1810.05538, arXiv:1910.05538, doi:{DOI}",
        f"- arXiv:1810.05538\n- doi:{DOI}\n",
    ],
)
def test_ids_of_two_works_stay_apart(note: str) -> None:
    assert all(reference.arxiv is None or reference.doi is None for reference in read(note))

"""Doubtful titles and names are left out, or are no claim, and the note is said to be unread."""

import pytest

from refcore.markdown import read

_ID = "2506.13585"
_TITLE = "*On the Form of Things in Motion*"
_OTHER = "*Of Moss and Fern in Winter*"


def _one(note):
    (reference,) = read(note)
    return reference


@pytest.mark.parametrize(
    ("note", "unread"),
    [
        (f"- {_TITLE} (arXiv:{_ID}): it lists Jo Hoffmann, Bo Fei and Al Go.", "Jo Hoffmann"),
        (f"|Paper|Who|\n|-|-|\n|[On Moss](https://arxiv.org/abs/{_ID})|Berg, Georgios et al.|",
         "Berg, Georgios"),
        (f'- Kingma, Welling. "On the Form of Things." 2013. arXiv:{_ID}', "Kingma, Welling"),
        (f"- Kingma, Ba. {_TITLE} ICLR 2015. [{_ID}]", "Kingma, Ba"),
    ],
)  # fmt: skip
def test_doubtful_names_are_left_out_and_said(note, unread):
    library = read(note)
    (reference,) = library
    assert not reference.authors
    assert any(unread in finding.message for finding in library.diagnostics)


@pytest.mark.parametrize(
    ("note", "names"),
    [
        (f'- Kingma, Georgios. "On the Form of Things." 2013. arXiv:{_ID}', "Georgios Kingma"),
        (f"- Berg, G. A. {_TITLE} 2015. arXiv:{_ID}", "G. A. Berg"),
        (f"- Hutter & Martin. {_TITLE} 2015. arXiv:{_ID}", "Hutter, Martin"),
        (f"- Silver, Fenn, Vega. {_TITLE} ICLR 2015. arXiv:{_ID}", "Silver, Fenn, Vega"),
        (f"- {_TITLE} (arXiv:{_ID}): by Jo Hoffmann and Al Go.", "Jo Hoffmann, Al Go"),
    ],
)  # fmt: skip
def test_names_without_a_doubt_stay(note, names):
    assert str(_one(note).authors) == names


@pytest.mark.parametrize(
    "note",
    [
        # A dash and a line in lower case go on with the title.
        f"- Kohn N, Fox PT (2014).\n  Network of emotion in motion — an ALE study\n"
        f"  and MACM analysis. *NeuroImage* 87:345–355.\n  arXiv:{_ID}",
        # The second half of a title that a program joins.
        f'    _R("a", "Berg, A. & Fei, B. (2018). On the Form of Things "\n'
        f'       "for the reduction of mass.", "arXiv:{_ID}")',
    ],
)
def test_half_of_a_title_is_no_claim(note):
    library = read(note)
    assert all(x.key in library.labels for x in library if x.title)


@pytest.mark.parametrize(
    "place", ["Cell 184, 3573–3587.e29", "Phys. Rev. B 12(3), 100–109", "Sci Rep 9:52–60"]
)
def test_journal_and_place_are_no_title(place):
    assert _one(f"- **Foo** — Hao *et al.* {place} (2021). arXiv:{_ID}").title in ("", "Foo")


@pytest.mark.parametrize("mark", ["**", ""])
@pytest.mark.parametrize("lead", ["- ", "10. "])
def test_names_of_an_item_without_an_id_are_of_no_other_item(mark, lead):
    note = (
        f'{lead}{mark}Berg, A., et al. (2019). "On Moss, Fern and All." Foo Blog.{mark}\n'
        f'{lead}{mark}OpenAI. (2020). "The Form of Things." arXiv preprint arXiv:{_ID}.{mark}\n'
        f'{lead}{mark}Go, D., et al. (2018). "The End of Things." arXiv:1810.04805.{mark}\n'
    )
    assert [str(x.authors) for x in read(note) if x.arxiv] == ["OpenAI", "D. Go et al."]


def test_entry_behind_one_without_an_id_has_its_own_names():
    note = (
        f"- Berg, A., Go, D., Far, S. {_OTHER}. JOSS 2017.\n"
        f"- Quill, L., Fenn, J. {_TITLE}. arXiv:{_ID}\n"
    )
    assert [str(x.authors) for x in read(note) if x.arxiv] == ["L. Quill, J. Fenn"]


def test_field_that_cites_is_of_the_entry():
    note = (
        "### Reference 7\n\n"
        '- Cited as: Berg, A., Fei, B., Lund, C., Moe, D. "On the Form of Things." 2022.\n'
        f"- Found: arXiv:{_ID}\n\n### Reference 8\n\n"
        '- Cited as: Go, D., Far, S., Ek, T., et al. "Of Moss and Fern." 2023.\n'
        "- Found: arXiv:2306.00978\n"
    )
    assert [str(x.authors) for x in read(note)] == [
        "A. Berg, B. Fei, C. Lund, D. Moe",
        "D. Go, S. Far, T. Ek et al.",
    ]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Foo Team (Ada Berg, Bo Fei, + 105 more)", "Foo Team, Ada Berg, Bo Fei and 105 more"),
        ("Foo Team (led by Ada Berg, Bo Fei)", "Foo Team, Ada Berg, Bo Fei"),
        ("Foo Team (Moonshot AI)", "Foo Team"),
    ],
)
def test_team_with_its_people_in_brackets(said, names):
    note = f"- **Title:** On the Form of Things\n- **Authors:** {said}\n- arXiv:{_ID}"
    assert str(_one(note).authors) == names


@pytest.mark.parametrize("dash", ["*", "-"])
def test_parts_of_references_that_are_joined(dash):
    note = (
        f"{dash} [1]A. Berg, B. Fei, et al.On the Form of GPT-4.arXiv preprint arXiv:{_ID}, 2023."
    )
    reference = _one(note)
    assert (reference.title, str(reference.authors)) == (
        "On the Form of GPT-4",
        "A. Berg, B. Fei et al.",
    )


def test_year_before_a_title_in_marks_is_no_part_of_it():
    note = (
        f"**On it**：Sun et al. 2020 {_TITLE} ([arxiv:{_ID}]) 和后续 Foo "
        "(Go et al. 2024, [arxiv:2407.04620])"
    )
    assert read(note).by_arxiv(_ID).title == "On the Form of Things in Motion"

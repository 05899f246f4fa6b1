"""Lists of references in a note whose entries give neither an id nor a link."""

import pytest

from refcore.formats import loads

ENTRY = "Fei, B., & Chen, A. (2019). Of moss and words. The Lancet, 12(3), 45-67."


def read(text: str) -> list[tuple[str, str, int | None, str]]:
    return [
        (one.title, str(one.authors), one.year, one.fields.get("container-title", ""))
        for one in loads(text, "markdown")
    ]


@pytest.mark.parametrize(
    "heading",
    ["## References", "# 参考文献", "### 9. Sources & Literature (IEEE)", "**Bibliography:**",
     "## 参考文献 References", "References:", "## Literaturverzeichnis", "## Key references"],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["1. ", "- ", "[1] ", ""])
def test_an_entry_under_a_heading_of_references_is_read(heading: str, mark: str) -> None:
    found = read(f"Some words.\n\n{heading}\n\n{mark}{ENTRY}\n")
    assert found == [("Of moss and words", "B. Fei, A. Chen", 2019, "The Lancet")]


@pytest.mark.parametrize(
    ("entry", "title", "venue"),
    [
        ("B. Fei and A. Chen, “Of moss and words,” in Proc. NAACL-HLT, 2019, pp. 4–6.",
         "Of moss and words", "Proc. NAACL-HLT"),
        ('Fei, B., Chen, A. (2019). "Of moss and words"', "Of moss and words", ""),
        ("Fei, B., & Chen, A. (2019). Of moss and words. In *Proceedings of the moss conference* "
         "(pp. 770-778).", "Of moss and words", "Proceedings of the moss conference"),
        ('B. Fei and A. Chen, "Of moss and words." *J. Mach. Learn. Res.*, 2019.',
         "Of moss and words", "J. Mach. Learn. Res"),
        ("Fei, B., & Chen, A. (2019). *Of moss and words* (2nd ed.). Moss Press.",
         "Of moss and words", ""),
    ],
)  # fmt: skip
def test_forms_of_entries(entry: str, title: str, venue: str) -> None:
    assert read(f"## References\n\n1. {entry}\n") == [(title, "B. Fei, A. Chen", 2019, venue)]


def test_numbered_entries_of_one_paragraph_are_apart() -> None:
    text = (
        "## References\n\n[1] B. Fei, 'Of moss and words,' in Proc. NeurIPS, vol. 33, 2020.\n"
        "[2] A. Chen, 'Of stones and rivers,' arXiv:2501.12948, 2025.\n"
    )
    titles = {one.title: one.arxiv_from_any for one in loads(text, "markdown")}
    assert titles.keys() == {"Of moss and words", "Of stones and rivers"}
    assert titles["Of moss and words"] is None


@pytest.mark.parametrize(
    "text",
    [
        f"## News\n\n- {ENTRY}\n",
        "## References\n\n- Bo Fei joined the lab in 2019.\n",
        "## References\n\n- Keep the logs of 2019 in a safe place\n",
        "## Notes\n\n- Fei, B. came in 2019. He wrote on moss.\n",
    ],
)
def test_what_is_no_reference_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "entry",
    [
        "1. Fei, B.: **12.** Moss (2019): **Vol. 3.** Fern.",
        "1. **On the words of moss** Fei, B., **and of fern** (2019). Vol. 3.",
    ],
)
def test_an_entry_that_is_not_understood_is_named(entry: str) -> None:
    library = loads(f"## References\n\n{entry}\n", "markdown")
    assert not list(library)
    assert "may be a reference, and is not understood" in str(library.diagnostics[0])


def test_a_note_has_a_limit_that_is_named() -> None:
    entries = "".join(
        f"- Fei, B. (2019). Of moss and words {n}. Cell, 3, 5-9.\n" for n in range(502)
    )
    library = loads(f"## References\n\n{entries}", "markdown")
    assert len(list(library)) == 500
    assert str(library.diagnostics[0]).startswith("line 503: at most 500 references without id")


def test_the_text_is_kept_for_the_comparison() -> None:
    library = loads(f"## References\n\n1. {ENTRY}\n", "markdown")
    assert [*library.texts.values()] == [ENTRY]


def test_a_work_with_an_id_elsewhere_is_read_once() -> None:
    text = f"[Of moss and words](https://arxiv.org/abs/1901.00001)\n\n## References\n\n1. {ENTRY}\n"
    assert [str(one.arxiv) for one in loads(text, "markdown")] == ["1901.00001"]


def test_stars_of_org_mode_are_headings() -> None:
    text = (
        "* Read\n** [[https://arxiv.org/abs/1812.13402][On the Form of Things]]\n"
        "   Bo Fei, Aili Chen (2018)\n"
        "** [[https://arxiv.org/abs/2107.18471][On the Form of Water]]\n"
        "   Ida Moss, Eva Lund (2021)\n"
    )
    found = [(one.title, str(one.authors)) for one in loads(text, "markdown")]
    assert found == [
        ("On the Form of Things", "Bo Fei, Aili Chen"),
        ("On the Form of Water", "Ida Moss, Eva Lund"),
    ]


def test_many_entries_whose_title_is_told_by_their_id_are_no_list_that_is_too_long() -> None:
    entries = [
        f'- Bo Fei, "On the Form of Lamp {n}", 2020, arXiv:2001.{n:05}' for n in range(1, 511)
    ]
    told = ["## References", "", *entries, ""]
    assert not loads("\n".join(told), "markdown").diagnostics
    words = "- Fei, B., & Chen, A. (2019). Of words. The Lancet, 12, 3-9."
    library = loads("\n".join([*told, words]), "markdown")
    assert not library.diagnostics
    assert [reference.title for reference in library][-1] == "Of words"

"""References in comments of code, in documentation and in lines "# …"."""

import pytest

from refcore.markdown import read

ENTRY = "Ada Berg, Bo Fei. On the Form of Lamps. arXiv:2506.13585, 2025."


@pytest.mark.parametrize(
    "code",
    [
        f"# {ENTRY}\nimport lamps\n",
        f"x = 1\n\n// {ENTRY}\n",
        f"% {ENTRY}",
        f'"""{ENTRY}"""\n\ndef light():\n    pass\n',
        f'def light():\n    """Light it.\n\n    {ENTRY}\n    """\n',
        f"/* {ENTRY} */\nint x;\n",
        f"-- {ENTRY}",
        ENTRY,
    ],
)
def test_a_comment_of_code_cites(code: str) -> None:
    (paper,) = read(f"Text.\n\n```\n{code}\n```\n")
    assert paper.title == "On the Form of Lamps"
    assert [name.name for name in paper.authors] == ["Ada Berg", "Bo Fei"]


@pytest.mark.parametrize(
    "code",
    [
        'paper = "https://arxiv.org/abs/2506.13585"',
        "curl https://arxiv.org/abs/2506.13585",
        "python main.py --paper arXiv:2506.13585 --out x",
        "arXiv:2506.13585",
        '{"url": "https://arxiv.org/abs/2506.13585"}',
        "git clone lamps && open https://arxiv.org/abs/2506.13585",
    ],
)
def test_a_program_cites_nothing(code: str) -> None:
    assert len(read(f"Text.\n\n```\n{code}\n```\n")) == 0


def test_lines_of_comments_in_the_note_are_text() -> None:
    (paper,) = read("# Ada Berg, Bo Fei. On the Form of Lamps.\n# arXiv:2506.13585, 2025.\n")
    assert paper.title == "On the Form of Lamps"
    assert [name.name for name in paper.authors] == ["Ada Berg", "Bo Fei"]


def test_the_line_of_a_comment_is_kept() -> None:
    (paper,) = read(f"Text.\n\n```python\nimport x\n\n# {ENTRY}\n```\n")
    assert paper.location is not None
    assert paper.location.line == 6


def test_an_id_at_the_end_of_an_item_is_no_number_of_an_item() -> None:
    items = "- On the Form of Things.\n  Berg et al. arXiv: 0909.2282.\n- On Dust. arXiv:1312.6114"
    code = f'"""\n{items}\n"""'
    assert [str(r.arxiv) for r in read(f"```python\n{code}\n```")] == ["0909.2282", "1312.6114"]

"""The helper for other people's test suites."""

from pathlib import Path

import pytest

from refcore.arxiv import Arxiv, Lock, RecordAuthor
from refcore.model import ArxivId
from refcore.sources.arxiv.record import arxiv_record
from refcore.testing import assert_verified

RECORD = arxiv_record(
    ArxivId("2506.13585", 1), "MiniMax-M1", [RecordAuthor(n) for n in ("Bo Fei", "Bo Yang")]
)
ARXIV = Arxiv(lock=Lock([RECORD]))
BOOK = "@book{book, title={A Book}, author={Ann Other}, year={2001}}\n"


def entry(names: str, eprint: str = "2506.13585") -> str:
    return f"@misc{{m1, author={{{names}}}, eprint={{{eprint}}}}}\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "refs.bib"
    path.write_text(text, encoding="utf-8")
    return path


def test_sound_references_pass(tmp_path: Path) -> None:
    assert_verified(write(tmp_path, entry("Fei, Bo and Yang, Bo") + BOOK), arxiv=ARXIV)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (entry("Fei, Bo and Yang, Bob"), "Bob Yang"),
        (entry("Fei, Bo and Yang, Bo", "2506.00001"), "offline"),
        (entry("Fei, Bo and Yang, Bo", "2513.00001"), "month 13"),
    ],
)
def test_the_rest_fails_with_its_report(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(AssertionError, match=words):
        assert_verified(write(tmp_path, text), arxiv=ARXIV)


def test_what_may_stay_unchecked_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, entry("Fei, Bo", "2506.00001"))
    assert_verified(path, arxiv=ARXIV, unchecked=True)
    with pytest.raises(AssertionError, match="no identifier"):
        assert_verified(write(tmp_path, BOOK), arxiv=ARXIV, without_id=False)

"""The helper for other people's test suites."""

from pathlib import Path

import pytest

from refcore.arxiv import Arxiv, Lock, RecordAuthor
from refcore.model import ArxivId
from refcore.sources.arxiv.record import arxiv_record
from refcore.testing import assert_verified

ROOT = Path(__file__).resolve().parent.parent
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
        ("@article{a, author={Ann Other}, title={T}, doi={10.1000/182}}", "a: unchecked"),
        ("% nothing yet\n", "refs.bib: the file has no references; expected at least one"),
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


@pytest.mark.parametrize("name", ["nowhere.bib", "refs.bibb", "folder.bib"])
def test_a_file_that_cannot_be_read_fails_with_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.bib").mkdir()
    with pytest.raises(AssertionError, match=name):
        assert_verified(tmp_path / name, arxiv=ARXIV)


def test_pytest_shows_the_call_and_the_report_and_nothing_of_refcore(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFCORE_OFFLINE", "1")
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(pytester.path / "cache"))
    lock = ROOT / "references" / "arxiv.lock.json"
    (pytester.path / "refcore.lock.json").write_bytes(lock.read_bytes())
    (pytester.path / "refs.bib").write_text(entry("Nobody, Ann"), encoding="utf-8")
    (pytester.path / "empty.bib").write_text("", encoding="utf-8")
    pytester.makepyfile(
        """
        import pytest
        from refcore.testing import assert_verified

        @pytest.mark.parametrize("name", ["refs.bib", "empty.bib"])
        def test_references(name):
            assert_verified(name)
        """
    )
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:xdist")
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(
        [
            ">       assert_verified(name)",
            "E       AssertionError: refs.bib: 1 not verified",
            "E       refs.bib:1:1: m1: contradicted: *",
            "E       AssertionError: empty.bib: the file has no references; *",
        ]
    )
    result.stdout.no_fnmatch_line("*refcore?testing.py*")
    result.stdout.no_fnmatch_line("*raise AssertionError*")

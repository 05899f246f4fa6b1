"""Reports at the width of a terminal."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from refcore.cli.commands import cli
from refcore.compare import compare_authors
from refcore.model import ArxivId, Authors, Person, Reference
from refcore.records.record import Record, RecordAuthor
from refcore.verification.layout import LEAST, MOST, columns, wrapped
from refcore.verification.report import Report
from refcore.verification.spans import Span, Tone
from refcore.verification.text import lines
from refcore.verification.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
WORDS = st.text(st.sampled_from("ab .:ü费\u0301"), min_size=1, max_size=120)


def text_of(found: list[list[Span]]) -> list[str]:
    return ["".join(span.text for span in line) for line in found]


@given(st.lists(st.tuples(WORDS, st.sampled_from(list(Tone))), max_size=4), st.integers(1, 300))
def test_no_line_is_wider_and_no_word_is_lost(parts: list, width: int) -> None:
    line = [Span(text, tone) for text, tone in parts]
    found = wrapped([line], width)
    most = max(LEAST, min(MOST, width))
    assert all(columns(text) <= most for text in text_of(found))
    whole = "".join(text for text, _ in parts)
    assert re.sub(r"\s", "", "".join(text_of(found))) == re.sub(r"\s", "", whole)


@given(st.lists(WORDS, min_size=1, max_size=3), st.integers(40, 200))
def test_tones_stay_with_their_words(texts: list[str], width: int) -> None:
    line = [Span(text, tone) for text, tone in zip(texts, Tone, strict=False)]
    found = [span for one in wrapped([line], width) for span in one]
    for before in line:
        kept = "".join(span.text for span in found if span.tone is before.tone)
        assert re.sub(r"\s", "", before.text) in re.sub(r"\s", "", kept)


def test_a_line_that_goes_on_is_further_in() -> None:
    (first, *more) = text_of(wrapped([[Span("  " + "word " * 30)]], 40))
    assert first.startswith("  word")
    assert more
    assert all(line.startswith("      word") for line in more)


def test_names_that_are_read_side_by_side_stay_so() -> None:
    name = "Maximiliana " * 8
    rows = [("      listed  ", name), ("      arXiv   ", name), ("              ", " " * 90 + "^")]
    found = text_of(
        wrapped([[Span(label), Span(text, is_aligned=True)] for label, text in rows], 60)
    )
    assert all(len(line) <= 60 for line in found)
    assert found[0][14:] == found[1][14:]
    at = next(number for number, line in enumerate(found) if "^" in line)
    assert found[at - 1].startswith("      arXiv   ")
    assert (len(found[at]) - 1 - 14) == 90 % 46


def people(*names: str) -> Authors:
    return Authors([Person(*name.split(" ")) for name in names])


GIVEN = "Anna Boris Clara Dmitri Elena Fedor Greta Hugo Irma Jonas".split()
FAMILY = "Kowalski Lindqvist Moreau Novak Okafor Petrov Quist Ribeiro Santoro Tanaka".split()
NAMES = [
    f"{given} {family}" for given, family in zip(GIVEN * 2, FAMILY + FAMILY[::-1], strict=True)
]


def report_on(claimed: Authors) -> Report:
    actual = [RecordAuthor(name) for name in NAMES]
    record = Record(
        id=ArxivId("2506.00001", 1), source="arxiv", title="One Thing", authors=tuple(actual)
    )
    return Report(
        Reference("a", "article", authors=claimed),
        Verdict.CONTRADICTED,
        "the authors do not match arXiv",
        compare_authors(claimed, record.author_list),
        record,
        "lock",
    )


def test_a_long_lists_trouble_is_a_few_lines() -> None:
    wrong = report_on(people(*(f"{name}x" for name in NAMES)))
    few, full = text_of(lines(wrong, most=6)), text_of(lines(wrong))
    assert sum(line.startswith("  misspelled") for line in few) == 6
    assert sum(line.startswith("  misspelled") for line in full) == 20
    assert "  and 14 more differences: 14 misspelled (--full shows all)" in few
    almost = report_on(people(*(f"{name}x" for name in NAMES[:7]), *NAMES[7:]))
    assert text_of(lines(almost, most=6)) == text_of(lines(almost))


def test_a_count_that_follows_from_a_missing_name_is_not_a_second_fault() -> None:
    listed = people(*NAMES[:3], *NAMES[4:10])
    told = "\n".join(text_of(lines(report_on(Authors(listed, others=11)))))
    assert "missing: Dmitri Novak, after " in told
    assert "the count of names left out includes what is missing" in told
    assert "count wrong" not in told
    told = "\n".join(text_of(lines(report_on(Authors(listed, others=15)))))
    assert "count wrong" in told


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFCORE_CACHE_DIR", str(tmp_path / "cache"))
    lock = str(ROOT / "references" / "arxiv.lock.json")
    return lambda *more: CliRunner().invoke(cli, ["verify", "--offline", "--lock", lock, *more])


@pytest.mark.parametrize("width", [40, 57, 80, 200])
def test_the_users_note_fits_every_terminal(run, width: int) -> None:
    note = str(ROOT / "references" / "minimax.md")
    printed = run(note, "--width", str(width)).stdout
    assert max(map(columns, printed.splitlines())) <= width
    plain = run(note).stdout
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", plain)
    assert run(note, "--width", "39").exit_code == 2


@pytest.mark.parametrize(
    ("authors", "exit_code", "said"),
    [
        (
            "**Authors:** aa bb ?? 77 zz",
            3,
            "incomplete: the paper is on arXiv; the list",
        ),
        (
            "**Authors:** a group of people from three labs",
            3,
            "the list of authors is not understood",
        ),
        ("**Authors:** Quill, Mara, Fenn, Tobias, Vale, Ingrid", 3, "incomplete"),
        ("**Authors:** various", 0, "confirmed"),
        ("**Year:** 2025", 0, "no authors are listed to compare"),
    ],
)
def test_a_list_that_was_not_read_is_not_confirmed(
    run, authors: str, exit_code: int, said: str
) -> None:
    Path("n.md").write_text(f"{authors}\n**Link:** https://arxiv.org/abs/2506.13585\n")
    result = run("n.md", "--width", "200")
    assert said in result.stdout
    assert result.exit_code == exit_code


def test_references_are_sorted_by_line_or_by_what_is_worst(run) -> None:
    Path("a.bib").write_text(
        "@online{page, title={A}, url={https://example.org}}\n"
        "@misc{open, author={Ann Lind}, eprint={2506.00001}}\n"
        "@misc{bad, title={MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning"
        " Attention}, author={Bo Fej and others}, eprint={2506.13585}}\n"
    )

    def keys(*flags: str) -> list[str]:
        heads = [line for line in run("a.bib", *flags).stdout.splitlines() if "a.bib:" in line]
        return [line.split(": ")[1] for line in heads]

    assert keys() == ["page", "open", "bad"]
    assert keys("--worst-first") == ["bad", "open", "page"]


def test_claims_of_a_note_are_few_lines_too(run) -> None:
    note = (ROOT / "references" / "minimax.md").read_text(encoding="utf-8")
    Path("a.md").write_text(note, encoding="utf-8")
    reports = json.loads(run("a.md", "--format", "json").stdout)["reports"]
    assert len(reports[0]["claims"]) == 5  # all are shown, so the note is read as before
    assert "--full" not in run("a.md").stdout


def test_much_that_is_odd_in_a_file_is_a_few_lines_too(run) -> None:
    Path("a.bib").write_text(
        "".join(f"@misc{{k{n}, title={{T}}, month={{nought}}}}\n" for n in range(50))
        + "@misc{k0, title={U}}\n"
    )
    few, full = run("a.bib").stderr.splitlines(), run("a.bib", "--full").stderr.splitlines()
    assert len(full) > 40
    assert len(few) == 21
    assert few[-1] == f"{len(full) - 20} more such lines of a.bib (--full shows all)"
    assert set(few[:-1]) <= set(full)
    narrow = run("a.bib", "--width", "40", "--full").stderr.splitlines()
    assert max(map(columns, narrow)) <= 40

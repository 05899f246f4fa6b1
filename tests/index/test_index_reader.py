"""Reading an index: by id, by title, from many processes, and an index that cannot be used."""

from __future__ import annotations

import gc
import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from made_dumps import line, write

from refcore.arxiv import Arxiv, Lock, LookupStatus, Origin, RecordAuthor
from refcore.errors import SnapshotError
from refcore.index import Index, build
from refcore.index.packed import columns_of
from refcore.model import ArxivId, Authors, Doi, Person, Reference
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.report import Verdict
from refcore.verification.verify import verify

PAPERS = {
    "1706.03762": "Attention Is All You Need",
    "1512.03385": "Deep Residual Learning for Image Recognition",
    "2506.13585": "MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention",
    "2506.00003": 'On $\\alpha$-decay of H\\"older {\\it spaces}',
    "2506.00004": "Erratum",
    "2506.00005": "ERRATUM.",
    "2506.00006": "Learning to learn",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [line(name, title=title) for name, title in PAPERS.items()]
    lines += [line(f"2507.{n:05}", title=f"Learning to learn {n}") for n in range(1, 99)]
    return build(write(tmp_path_factory.mktemp("index") / "s.json", *lines)).path


def test_by_id_and_version(index: Path) -> None:
    with Index(index) as snapshot:
        ids = [ArxivId("2506.13585", version) for version in (None, 1, 2, 3)]
        found = snapshot.get_all([*ids, ArxivId("2506.99999"), *ids])
        assert list(found) == [ids[0], ids[2]]
        assert found[ids[0]] == found[ids[2]]
        assert found[ids[0]].id == ids[2]
        assert snapshot.get(ids[1]) is None
        assert (len(snapshot), snapshot.newest) == (105, "2025-07-02")


def test_more_ids_than_one_query_takes(index: Path) -> None:
    with Index(index) as snapshot:
        ids = [ArxivId(f"2507.{number:05}") for number in range(1, 2001)]
        assert list(snapshot.get_all(reversed(ids))) == list(reversed(ids[:98]))


@pytest.mark.parametrize(
    ("asked", "ids", "exact"),
    [
        ("attention is all you need.", ["1706.03762"], True),
        ("{Attention} Is All You <i>Need</i>", ["1706.03762"], True),
        ("Erratum", ["2506.00004", "2506.00005"], True),
        ("On $\\alpha$-decay of Hölder <i>spaces</i>", ["2506.00003"], True),
        ("Deep residual learning of image recognition", ["1512.03385"], False),
        ("Scaling test-time compute efficiently, lightning attention", ["2506.13585"], False),
        ("MiniMax-M1", ["2506.13585"], False),
        ("Quantum gravity in three dimensions", [], False),
        ("", [], False),
        ('\ud800 \0 " OR word:*', [], False),
    ],
)
def test_by_title(index: Path, asked: str, ids: list[str], exact: bool) -> None:
    with Index(index) as snapshot:
        found = snapshot.find(asked)
    assert [match.record.id.bare for match in found] == ids
    assert all(match.is_exact is exact for match in found)
    assert all(match.is_variant or 0.6 <= match.likeness <= 1 for match in found)


@pytest.mark.parametrize(
    "asked",
    [
        "Attention Is Not All You Need",
        "Attention Was All You Need",
        "Deep Residual Learning for Video Recognition",
        "Shallow Residual Learning for Image Recognition",
        "Deep Residual Training for Image Recognition",
        "MiniMax-M1: Scaling Training-Time Compute Efficiently with Lightning Attention",
    ],
)
def test_a_title_with_another_word_finds_its_neighbour(index: Path, asked: str) -> None:
    with Index(index) as snapshot:
        assert snapshot.find(asked)[0].comparison.kind == "different"


def test_a_part_that_very_many_titles_have_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["refcore.index.parts"], "MOST_ALIKE", 5)
    lines = [line(f"2507.{n:05}", title=f"Learning deep lamps {n} {n + 1}") for n in range(1, 99)]
    with Index(build(write(tmp_path / "s.json", *lines)).path) as snapshot:
        found = snapshot.find("Learning deep lamps 7 8 again")
        assert "Learning deep lamps 7 8" in {match.record.title for match in found}
        assert len(found) < 5


def test_it_is_asked_after_the_lock_and_before_the_network(index: Path) -> None:
    locked, held, unknown = (ArxivId(i) for i in ("1706.03762", "1512.03385", "2506.99999"))
    lock = Lock([arxiv_record(locked.with_version(7), "Locked", [RecordAuthor("Bo Fei")])])
    arxiv = Arxiv(lock, snapshot=Index(index))
    found = arxiv.lookup([locked, held, unknown])
    assert [found[i].origin for i in (locked, held, unknown)] == [
        Origin.LOCK,
        Origin.SNAPSHOT,
        None,
    ]
    assert found[unknown].status is LookupStatus.UNAVAILABLE
    assert "nor the snapshot has it" in found[unknown].reason
    plan = arxiv.plan([locked, held, unknown])
    assert (plan.in_lock, plan.in_snapshot, plan.to_ask) == ((locked,), (held,), (unknown,))
    refreshed = Arxiv(lock, refresh=True, snapshot=Index(index))
    assert refreshed.lookup([held])[held].record is None


def test_references_are_verified_without_a_network(index: Path) -> None:
    people = [Person("Aili", "Chen"), Person("Bo", "Fei")]
    right, wrong = (
        Reference(key, "article", PAPERS["1706.03762"], Authors(names), arxiv=ArxivId("1706.03762"))
        for key, names in (("right", people), ("wrong", people[::-1]))
    )
    reports = verify([right, wrong], arxiv=Arxiv(snapshot=Index(index)))
    assert [report.verdict for report in reports] == [Verdict.CONFIRMED, Verdict.CONTRADICTED]
    assert {report.origin for report in reports} == {"snapshot"}


def test_threads_and_processes_share_it(index: Path) -> None:
    snapshot = Index(index)
    ids = [ArxivId(name) for name in PAPERS]
    with ThreadPoolExecutor(4) as pool:
        assert all(len(f) == len(ids) for f in pool.map(snapshot.get_all, [ids] * 40))
    copy = pickle.loads(pickle.dumps(snapshot))  # noqa: S301
    assert copy.get_all(ids) == snapshot.get_all(ids)
    code = "import pickle, sys; snapshot = pickle.load(sys.stdin.buffer); print(len(snapshot))"
    root = str(Path(__file__).parents[2])
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(snapshot),
        capture_output=True,
        env={"PYTHONPATH": root},
        check=True,
    )
    assert run.stdout.strip() == b"105"
    snapshot.close()
    assert snapshot.get(ids[0]) is not None
    snapshot.close()
    copy.close()


def test_a_folder_that_cannot_be_written_is_enough(index: Path) -> None:
    before = sorted(path.name for path in index.parent.iterdir())
    with Index(index) as snapshot:
        snapshot.find("attention")
        assert sorted(path.name for path in index.parent.iterdir()) == before


def _other_format(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()


def _other_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE record (a)")
    db.close()


def _unfinished(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 0")
    db.close()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (Path.unlink, "no such index"),
        (
            lambda path: path.write_bytes(b"@misc{a, title = {no database}}" * 9),
            "this is not an index",
        ),
        (lambda path: path.write_bytes(b""), "this is not an index"),
        (lambda path: path.write_bytes(path.read_bytes()[:20_000]), "this is not an index"),
        (
            lambda path: path.write_bytes(path.read_bytes() + bytes(8192)),
            "the index is not complete",
        ),
        (_other_database, "this is not an index"),
        (_other_format, "of format 99, expected format 6"),
        (_unfinished, "was not finished"),
    ],
)
def test_a_file_of_no_use_says_what_to_do(
    index: Path, tmp_path: Path, spoil: Callable[[Path], object], words: str
) -> None:
    path = tmp_path / "copy of index#1.sqlite"
    path.write_bytes(index.read_bytes())
    spoil(path)
    with pytest.raises(SnapshotError, match=f"{words}.*refcore snapshot build FILE"):
        Index(path)


def test_an_index_of_the_format_before_is_read(index: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(index.read_bytes())
    db = sqlite3.connect(path, isolation_level=None)
    rows = db.execute("SELECT id, version, title, stated, title_key, name_key FROM work").fetchall()
    db.executescript(
        "DROP TABLE work; PRAGMA user_version = 5; CREATE TABLE work (id INTEGER PRIMARY KEY, "
        "source, key, version, title, authors, type, venue, stream, year, doi, rest, "
        "title_key, name_key, doi_key); CREATE INDEX work_by_name ON work (name_key)"
    )
    for number, version, title, stated, *keys in rows:
        values = (number, *columns_of(version, title, stated), *keys, None)
        db.execute(f"INSERT INTO work VALUES ({', '.join('?' * 15)})", values)  # noqa: S608
    db.execute("VACUUM")
    db.close()
    with Index(path) as old, Index(index) as new:
        for name, title in PAPERS.items():
            assert old.get(ArxivId(name)) == new.get(ArxivId(name)) is not None
            assert old.find(title) == new.find(title)
        assert old.get(Doi("10.1000/none")) is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE about SET value = 'many' WHERE name = 'works'",
        "UPDATE about SET value = -1 WHERE name = 'works'",
        "UPDATE about SET value = 1e300 WHERE name = 'works'",
        "UPDATE about SET value = x'80' WHERE name = 'newest'",
        "DROP TABLE about",
        "DROP TABLE about; CREATE VIEW about AS WITH RECURSIVE n(x) AS "
        "(SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS name, x AS value FROM n",
    ],
)
def test_a_crafted_head_is_not_an_index(index: Path, tmp_path: Path, change: str) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(index.read_bytes())
    db = sqlite3.connect(path)
    db.executescript(change)
    db.close()
    with pytest.raises(SnapshotError, match="build it again"):
        Index(path)


@pytest.mark.parametrize(
    "change",
    [
        "title = x'80'",
        "stated = x'80'",
        "stated = CAST(x'80' AS TEXT)",
        "stated = 5",
        "stated = 'arxiv'",
        "stated = stated || char(31)",
        "stated = replace(stated, char(31) || '2025', char(31) || 'x')",
        "version = 'x'",
    ],
)
def test_a_row_with_values_of_other_types_is_damage(tmp_path: Path, change: str) -> None:
    path = build(write(tmp_path / "s.json", line())).path
    with sqlite3.connect(path) as db:
        db.execute(f"UPDATE work SET {change}")  # noqa: S608
    db.close()
    with Index(path) as snapshot, pytest.raises(SnapshotError, match="damaged"):
        snapshot.get(ArxivId("2506.13585"))


def test_bytes_in_the_schema_that_are_no_text_are_damage(index: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    held = index.read_bytes()
    for place in (held.index(b"PRIMARY KEY") + 11, held.index(b"CREATE TABLE") + 8):
        path.write_bytes(held[:place] + b"\xf8" + held[place + 1 :])
        with pytest.raises(SnapshotError, match=r"damaged.*build it again"):
            Index(path)


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path) -> None:
    source = write(tmp_path / "s.json", *(line(f"2506.{n:05}") for n in range(1, 2000)))
    path = build(source).path
    content = bytearray(path.read_bytes())
    content[16384:-8192] = b"\xee" * len(content[16384:-8192])
    path.write_bytes(content)
    with (
        pytest.raises(SnapshotError, match=r"damaged .*build it again"),
        Index(path) as snapshot,
    ):
        snapshot.get_all(ArxivId(f"2506.{n:05}") for n in range(1, 2000))


@pytest.mark.parametrize(
    "change",
    [
        "'{\"published\": 20251399}'",
        "'[1]'",
        "'{'",
        '\'{"categories": "", "published": [1]}\'',
    ],
)
def test_a_row_that_cannot_be_is_damage(tmp_path: Path, change: str) -> None:
    path = build(write(tmp_path / "s.json", line())).path
    with sqlite3.connect(path) as db:
        place = "instr(stated, '{') - 1"
        db.execute(f"UPDATE work SET stated = substr(stated, 1, {place}) || {change}")  # noqa: S608
    db.close()
    with Index(path) as snapshot, pytest.raises(SnapshotError, match="damaged"):
        snapshot.get(ArxivId("2506.13585"))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE part SET signatures = x'80'",
        "UPDATE part SET signatures = 'x'",
        "UPDATE work SET title = x'80', title_key = 1",
    ],
)
def test_damage_met_while_titles_are_sought_is_told(tmp_path: Path, change: str) -> None:
    title = "Lanterns of the long northern night"
    path = build(write(tmp_path / "s.json", line(title=title))).path
    with sqlite3.connect(path) as db:
        db.execute(change)
    db.close()
    with Index(path) as snapshot, pytest.raises(SnapshotError, match="damaged"):
        snapshot.find_works(title.replace("long", "short"))


def test_an_index_that_nobody_closes_is_closed_with_the_last_who_knows_of_it(index: Path) -> None:
    opened = Index(index)
    db = opened._connection()
    assert opened.get(ArxivId("2506.13585")) is not None
    del opened
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        db.execute("SELECT 1")

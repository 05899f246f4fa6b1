"""Lock first, then cache, then network; what is not known is not reported."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
import pytest

from refcore.arxiv import (
    Arxiv,
    Cache,
    Lock,
    Lookup,
    LookupStatus,
    Origin,
    RecordAuthor,
    write_lock,
)
from refcore.errors import ArxivNotFound, ArxivUnavailable, InvalidIdentifier, LockError
from refcore.model import ArxivId, Reference
from refcore.records.record import Record
from refcore.records.values import record_to_values
from refcore.sources.arxiv.record import arxiv_record


def record(number: int, version: int = 1, **more: object) -> Record:
    arxiv_id = ArxivId(f"2506.{number:05}", version)
    return arxiv_record(arxiv_id, f"Paper {number}", (RecordAuthor("Bo Fei"),), **more)


class Answers:
    """A client that knows some papers and counts what it was asked."""

    def __init__(self, *records: Record, status: LookupStatus = LookupStatus.NOT_FOUND):
        self.records = records
        self.status = status
        self.asked: list[ArxivId] = []

    def requests_for(self, ids: Iterable[ArxivId]) -> int:
        return len(set(ids))

    def ask(
        self, ids: Iterable[ArxivId], known: Iterable[ArxivId] = ()
    ) -> Iterator[tuple[Lookup, ...]]:
        for asked in ids:
            self.asked.append(asked)
            held = [r for r in self.records if asked in (r.id, r.id.unversioned)]
            if held:
                yield (Lookup.found(asked, held[-1], Origin.NETWORK),)
            else:
                yield (Lookup(asked, None, self.status, "because"),)


def test_the_lock_comes_before_the_cache_and_the_network(tmp_path: Path) -> None:
    locked, cached, asked = (record(number) for number in (1, 2, 3))
    cache = Cache(tmp_path)
    cache.put_all([(cached.id.unversioned, cached), (locked.id, locked.evolve(title="Old"))])
    client = Answers(asked)
    arxiv = Arxiv(Lock([locked]), cache, client)
    ids = [r.id.unversioned for r in (asked, cached, locked)]
    plan = arxiv.plan(ids)
    assert (plan.in_lock, plan.in_cache, plan.to_ask) == ((ids[2],), (ids[1],), (ids[0],))
    assert plan.requests == 1
    assert client.asked == []
    outcomes = arxiv.lookup([*ids, *ids])
    assert [(i, outcomes[i].origin) for i in outcomes] == list(
        zip(ids, [Origin.NETWORK, Origin.CACHE, Origin.LOCK], strict=True)
    )
    assert outcomes[ids[2]].record == locked
    assert client.asked == [ids[0]]
    assert arxiv.lookup([ids[0]])[ids[0]].origin is Origin.CACHE


def test_another_version_than_the_lock_holds_is_asked() -> None:
    client = Answers(record(1, 2))
    arxiv = Arxiv(Lock([record(1, 1)]), client=client)
    assert arxiv.fetch("2506.00001v2").version == 2
    assert arxiv.fetch("2506.00001").version == 1
    assert client.asked == [ArxivId("2506.00001", 2)]


def test_records_are_kept_as_they_arrive(tmp_path: Path) -> None:
    class Breaking(Answers):
        def ask(
            self, ids: Iterable[ArxivId], known: Iterable[ArxivId] = ()
        ) -> Iterator[tuple[Lookup, ...]]:
            yield from list(super().ask(ids))[:1]
            raise KeyboardInterrupt

    ids = [record(number).id.unversioned for number in (1, 2)]
    with pytest.raises(KeyboardInterrupt):
        Arxiv(cache=tmp_path, client=Breaking(record(1), record(2))).lookup(ids)
    plan = Arxiv(cache=tmp_path, client=Answers()).plan(ids)
    assert (plan.in_cache, plan.to_ask) == ((ids[0],), (ids[1],))


def test_refresh_asks_for_everything(tmp_path: Path) -> None:
    client = Answers(record(1, 2))
    arxiv = Arxiv(Lock([record(1)]), tmp_path, client, refresh=True)
    assert arxiv.fetch("2506.00001").version == 2


def test_refresh_takes_nothing_old(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_all([(ArxivId("2506.00001"), record(1))])
    down = Answers(status=LookupStatus.UNAVAILABLE)
    outcomes = Arxiv(Lock([record(1)]), cache, down, refresh=True).lookup([record(1).id])
    assert outcomes[record(1).id].record is None


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    arxiv = Arxiv(Lock([record(1)]), client=Answers(record(2)))
    ids = [ArxivId(f"2506.0000{number}") for number in (1, 2, 3)]
    arxiv.lookup(ids, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("client", "error", "words"),
    [
        (None, ArxivUnavailable, "2506.00009: offline"),
        (Answers(), ArxivNotFound, "2506.00009: because"),
        (Answers(status=LookupStatus.INVALID), InvalidIdentifier, "because"),
        (Answers(status=LookupStatus.UNAVAILABLE), ArxivUnavailable, "because"),
    ],
)
def test_fetch_says_why_not(client: Answers | None, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Arxiv(client=client).fetch("2506.00009")


def test_fetch_refuses_what_is_not_an_id() -> None:
    with pytest.raises(InvalidIdentifier, match="month 13"):
        Arxiv().fetch("2513.00001")


@pytest.mark.parametrize(
    ("named", "reference"),
    [
        ("https://www.example.org/M2/", Reference("a", url="http://example.org/m2#top")),
        ("MiniMax  M2", Reference("a", title="minimax <i>M2</i>")),
    ],
)
def test_the_lock_knows_a_paper_about_it(named: str, reference: Reference) -> None:
    paper = record(1, about=(named,))
    arxiv = Arxiv(Lock([paper, record(2, about=("other",))]))
    assert arxiv.about(reference) == [paper]
    assert arxiv.about(Reference("a")) == []


def test_of_a_paper_about_it_the_latest_version_is_named() -> None:
    papers = [record(1, version, about=("M2",)) for version in (1, 2)]
    assert Arxiv(Lock(papers)).about(Reference("a", title="M2")) == [papers[1]]


def test_a_version_beyond_all_bounds_is_only_unknown(tmp_path: Path) -> None:
    huge = ArxivId("2506.00001", 10**30)
    Cache(tmp_path).put_all([(record(1).id, record(1)), (huge, record(1, 10**30))])
    found = Arxiv(cache=tmp_path).lookup([huge, record(1).id])
    assert found[huge].status is LookupStatus.UNAVAILABLE
    assert found[record(1).id].record == record(1)


def test_a_lock_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(LockError, match=r"none\.json: cannot be read"):
        Arxiv(lock=tmp_path / "none.json")


def test_the_lock_beside_the_files_is_found(tmp_path: Path) -> None:
    for number, folder in enumerate(("one", "two", "references"), 1):
        write_lock(tmp_path / folder / "arxiv.lock.json", Lock([record(number)]))
    environ = {"REFCORE_OFFLINE": "1", "REFCORE_CACHE_DIR": str(tmp_path / "cache")}
    near = [tmp_path / "one" / "a.bib", tmp_path / "two" / "b.bib", tmp_path / "one" / "c.bib"]
    arxiv = Arxiv.default(near=near, environ=environ, cwd=tmp_path)
    assert [held.title for held in arxiv.lock] == ["Paper 1", "Paper 2"]
    elsewhere = Arxiv.default(near=[tmp_path / "x" / "a.bib"], environ=environ, cwd=tmp_path)
    assert [held.title for held in elsewhere.lock] == ["Paper 3"]
    assert elsewhere.is_offline
    assert not (tmp_path / "cache").exists()


def test_the_base_url_comes_from_the_environment(tmp_path: Path) -> None:
    environ = {
        "REFCORE_ARXIV_URL": "http://127.0.0.1:9/api",
        "REFCORE_CACHE_DIR": str(tmp_path),
    }
    client = Arxiv.default(environ=environ, cwd=tmp_path).online[0].client
    assert client is not None
    assert client.base_url == "http://127.0.0.1:9/api"
    client.close()
    with pytest.raises(ValueError, match="not a base URL"):
        Arxiv.default(environ={**environ, "REFCORE_ARXIV_URL": "x"}, cwd=tmp_path)


def test_the_cache_tells_the_latest_from_a_version(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    first, third = record(1, 1), record(1, 3)
    cache.put_all([(first.id, first)])
    assert cache.get_all([first.id, first.id.unversioned]) == {first.id: first}
    cache.put_all([(third.id.unversioned, third)])
    assert cache.get_all([first.id.unversioned]) == {first.id.unversioned: third}
    assert cache.get_all([third.id, first.id]) == {third.id: third, first.id: first}


def test_an_id_without_a_paper_is_remembered_for_an_hour(tmp_path: Path) -> None:
    now = 1_700_000_000.0
    asked = ArxivId("2506.00001")
    cache = Cache(tmp_path, now=lambda: now)
    client = Answers()
    first = Arxiv(cache=cache, client=client).lookup([asked])[asked]
    again = Arxiv(cache=cache, client=client).lookup([asked])[asked]
    assert (first.status, first.origin) == (LookupStatus.NOT_FOUND, None)
    assert again == attrs.evolve(first, origin=Origin.CACHE)
    assert Arxiv(cache=cache, client=client).plan([asked]).in_cache == (asked,)
    assert client.asked == [asked]
    now += 3601
    Arxiv(cache=cache, client=client).lookup([asked])
    assert client.asked == [asked, asked]
    fresh = Arxiv(cache=cache, client=Answers(record(1, 2)), refresh=True)
    assert fresh.lookup([asked])[asked].record == record(1, 2)
    assert Arxiv(cache=cache).lookup([asked])[asked].record == record(1, 2)


def test_what_was_kept_while_the_clock_was_ahead_is_asked_anew(tmp_path: Path) -> None:
    now = 4_000_000_000.0
    asked, absent = ArxivId("2506.00001"), ArxivId("2506.00002")
    cache = Cache(tmp_path, now=lambda: now)
    cache.put_all([(asked, record(1, 1))])
    cache.put_search("moss", [])
    cache.put_none([Lookup(absent, None, LookupStatus.NOT_FOUND, "no such paper", None, "arxiv")])
    assert cache.get_all([asked])
    assert cache.none_of([absent])
    assert cache.search("moss") == []
    now = 1_700_000_000.0
    assert not cache.get_all([asked])
    assert not cache.none_of([absent])
    assert not cache.with_title(record(1, 1).title)
    assert cache.search("moss") is None
    assert cache.get_all([asked], stale=True) == {asked: record(1, 1)}
    cache.put_all([(asked, record(1, 2))])
    assert cache.get_all([asked]) == {asked: record(1, 2)}


def test_what_was_the_latest_long_ago_is_asked_anew(tmp_path: Path) -> None:
    now = 1_700_000_000.0
    asked = ArxivId("2506.00001")
    cache = Cache(tmp_path, now=lambda: now)
    cache.put_all([(asked, record(1, 1))])
    now += 29 * 86_400
    assert Arxiv(cache=cache, client=Answers(record(1, 2))).fetch(asked).version == 1
    now += 2 * 86_400
    down = Answers(status=LookupStatus.UNAVAILABLE)
    for client in (None, down):
        stale = Arxiv(cache=cache, client=client).lookup([asked])[asked]
        assert (stale.record, stale.origin) == (record(1, 1), Origin.CACHE)
        assert "a month ago or more" in stale.reason
    assert down.asked == [asked]
    assert Arxiv(cache=cache, client=Answers()).lookup([asked])[asked].record is None
    now += 3601
    assert Arxiv(cache=cache, client=Answers(record(1, 2))).fetch(asked).version == 2
    assert cache.get_all([record(1, 1).id]) == {record(1, 1).id: record(1, 1)}


@pytest.mark.parametrize(
    "content",
    [
        '{"id": 1}',
        "[]",
        "null",
        "9" * 5000,
        "[" * 100_000,
        b"\x80",
        5,
        "",
        json.dumps(record_to_values(record(7))),  # of another paper
        json.dumps(record_to_values(record(1, 9))),  # of another version
        json.dumps({**record_to_values(record(1, 1)), "title": "half a pair: \ud800"}),
    ],
)
def test_a_spoilt_row_is_not_believed_and_costs_no_other(tmp_path: Path, content: object) -> None:
    cache = Cache(tmp_path)
    asked = record(1).id.unversioned
    cache.put_all([(asked, record(1)), (record(2).id, record(2))])
    with sqlite3.connect(cache.path) as db:
        db.execute(
            "UPDATE record SET content = ? WHERE work = ?",
            (content, record(1).work.tagged.casefold()),
        )
        db.execute("INSERT INTO title VALUES (?, ?)", ("paper", 5))
        db.execute("INSERT INTO title VALUES (?, ?)", ("paper", "no id"))
        db.execute("INSERT INTO search VALUES ('q', '9999', 'no id')")
    db.close()
    assert cache.get_all([asked, record(1).id, record(2).id]) == {record(2).id: record(2)}
    assert cache.with_title("Paper") == []
    assert cache.search("q") is None
    cache.put_all([(asked, record(1))])
    assert cache.get_all([asked]) == {asked: record(1)}


def test_a_broken_cache_is_set_aside(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_all([(record(1).id, record(1))])
    cache.path.write_bytes(b"no database at all" * 100)
    assert cache.get_all([record(1).id]) == {}
    cache.put_all([(record(2).id, record(2))])
    assert cache.get_all([record(2).id]) == {record(2).id: record(2)}
    assert cache.path.with_suffix(".broken").exists()


def test_a_cache_that_cannot_be_written_is_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "folder")
    cache.put_all([(record(1).id, record(1))])
    assert cache.get_all([record(1).id]) == {}


@pytest.mark.slow
def test_processes_share_a_cache(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from refcore.arxiv import Cache\n"
        "from refcore.model import ArxivId\n"
        "from refcore.sources.arxiv.record import arxiv_record\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for number in range(1, 26):\n"
        "    r = arxiv_record(ArxivId(f'{sys.argv[2]}.{number:05}', 1), 'T', ())\n"
        "    cache.put_all([(r.id, r)])\n"
    )
    root = Path(__file__).parents[2]
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), f"250{part}"],
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        for part in (1, 2)
    ]
    assert [run.wait(60) for run in runs] == [0, 0]
    ids = [ArxivId(f"250{part}.{number:05}", 1) for part in (1, 2) for number in range(1, 26)]
    assert len(Cache(tmp_path).get_all(ids)) == 50


def test_importing_the_package_loads_no_heavy_module() -> None:
    code = (
        "import sys\n"
        "before = set(sys.modules)  # what measures coverage loads sqlite3 itself\n"
        "import refcore.arxiv\n"
        "heavy = {'httpx', 'lxml', 'sqlite3', 'platformdirs', 'filelock'} & set(sys.modules)\n"
        "heavy -= before\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    root = Path(__file__).parents[2]
    environ = {**os.environ, "PYTHONPATH": str(root)}
    run = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")

"""The tools, called by the client of the protocol's own SDK."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from refcore.mcp.server import server_of
from refcore.records.lock import read_lock
from refcore.sources.registry import default_sources

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "references" / "arxiv.lock.json"
ENTRY = """@misc{m, title = {MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning
Attention}, author = {{MiniMax} and Chen, Aili and Li, Aonian and Gong, Bangwei and
Fey, Bo and others}, eprint = {2506.13585},
archiveprefix = {arXiv}, year = {2025}}"""


def asked(work: Callable[[Client], Awaitable[Any]]) -> Any:
    """Return what a client gets from a server that has the lock file alone."""

    async def main() -> Any:
        sources = default_sources(lock=read_lock(LOCK), environ={"REFCORE_OFFLINE": "1"})
        async with Client(server_of(sources)) as client:
            return await work(client)

    return anyio.run(main)


def called(tool: str, **arguments: Any) -> Any:
    """Return the typed result of one call."""
    result = asked(lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    return result.structured_content


def test_five_tools_say_what_they_take_and_return() -> None:
    listed = asked(lambda client: client.list_tools()).tools
    assert {tool.name for tool in listed} == {
        "verify_references", "verify_authors", "fetch", "search", "format_bibliography",
    }  # fmt: skip
    assert all(tool.description and tool.output_schema for tool in listed)
    assert all(tool.annotations.read_only_hint for tool in listed)


def test_a_reference_comes_back_with_its_verdict_and_the_evidence() -> None:
    found = called("verify_references", text=ENTRY, format="bibtex")["references"][0]
    assert found["verdict"] == "contradicted"
    assert found["is_contradicted"]
    assert not found["is_confirmed"]
    assert found["record"]["source"] == "arxiv"
    assert len(found["record"]["authors"]) > 100
    assert "Li, Aonian" in found["corrected"]
    assert any(one["claimed"] == "Bo Fey" for one in found["differences"])


def test_what_no_source_had_is_not_confirmed() -> None:
    text = "@misc{x, title = {A}, author = {Li, An}, eprint = {2401.00001}}"
    found = called("verify_references", text=text, format="bibtex", lookup=False)
    assert found["counts"] == {"unchecked": 1}
    assert not found["references"][0]["is_confirmed"]


def test_progress_is_told_before_the_result() -> None:
    told: list[float] = []

    async def work(client: Client) -> Any:
        async def show(progress: float, total: float | None, message: str | None) -> None:
            told.append(progress)

        arguments = {"text": ENTRY, "format": "bibtex"}
        return await client.call_tool("verify_references", arguments, progress_callback=show)

    assert not asked(work).is_error
    assert told
    assert told == sorted(told)


def test_a_list_of_authors_is_compared() -> None:
    found = called("verify_authors", identifier="arXiv:2506.13585", names="Aili Chen, Li Aonian")
    assert found["verdict"] == "contradicted"
    assert not found["is_confirmed"]


def test_identifiers_are_fetched_each_with_its_outcome() -> None:
    found = called("fetch", identifiers=["2506.13585", "2401.00001", "no id"])["result"]
    assert [one["status"] for one in found] == ["found", "unavailable", "invalid"]
    assert found[0]["entry"].startswith("@")
    assert "no id" in found[2]["reason"]


def test_works_are_found_by_title() -> None:
    title = "MiniMax-M1: Scaling Test-Time Compute Efficiently with Lightning Attention"
    found = called("search", title=title)
    assert [work["id"] for work in found["works"]][:1] == ["arXiv:2506.13585"]


def test_a_bibliography_is_printed() -> None:
    found = called("format_bibliography", text=ENTRY, style="ieee")
    assert found["text"].startswith("[1]")
    assert found["keys"] == ["m"]


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("format_bibliography", {"text": ENTRY, "style": "/etc/passwd"}, "no style"),
        ("format_bibliography", {"text": ENTRY, "style": "aap"}, "apa"),
        ("verify_authors", {"identifier": "no id", "names": "An Li"}, "no id"),
        ("verify_references", {"text": "x" * 1_000_001}, "1000000"),
        ("fetch", {"identifiers": []}, "identifiers"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(tool: str, arguments: dict[str, Any], said: str) -> None:
    result = asked(lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    assert said in str(result.content)


DEEP = "[" * 400_000  # Python 3.14 reads 50,000
MANY = "".join(f"@misc{{key{n}, title = {{On the Moss of Lot {n}}}}}\n" for n in range(2_001))


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("verify_references", {"text": MANY, "format": "bibtex"}, "at most 2,000"),
        ("format_bibliography", {"text": "TY  - JOUR\nER  - \n" * 9_000, "format": "ris"}, "2,000"),
        ("verify_references", {"text": DEEP, "format": "csl-json"}, "nested too deeply"),
        (
            "verify_references",
            {"text": f"a: {DEEP}", "format": "hayagriva"},
            "nest",
        ),
        ("verify_references", {"text": "\ud800"}, "unicode"),
        ("verify_references", {"text": {"a": [None]}}, "valid string"),
        ("verify_references", {"text": ENTRY, "format": "latex"}, "bibtex"),
        ("verify_references", {"text": ENTRY, "lookup": "perhaps"}, "boolean"),
        ("verify_authors", {"identifier": "x" * 9_999_999, "names": "Bo Fei"}, "2000 characters"),
        ("verify_authors", {"identifier": "2506.13585\0", "names": "Bo Fei"}, "no identifier"),
        ("verify_authors", {"identifier": "2506.13585", "names": ","}, "no names"),
        ("verify_authors", {"identifier": "2506.13585", "names": "," * 400_000}, "120,000"),
        ("fetch", {"identifiers": ["x" * 9_999]}, "2000 characters"),
        ("fetch", {"identifiers": ["2401.00001"] * 1_001}, "1000 items"),
        ("fetch", {"identifiers": ["10.1000/\ud800"]}, "unicode"),
        ("search", {"title": "Moss", "author": "\ud800"}, "unicode"),
        ("fetch", {"identifiers": [None]}, "valid string"),
        ("fetch", {"identifiers": "2506.13585"}, "valid list"),
        ("search", {"title": "x" * 2_001}, "2000 characters"),
        ("search", {"title": "Moss", "author": "x" * 501}, "500 characters"),
        ("format_bibliography", {"text": ENTRY, "style": "x" * 501}, "500 characters"),
        ("format_bibliography", {"text": ENTRY, "style": "apa\0"}, "no style"),
        ("format_bibliography", {"text": ENTRY, "style": "http://localhost/x"}, "no style"),
        ("no_tool", {}, "no_tool"),
    ],
)
def test_a_hostile_call_is_refused_in_a_few_words(
    tool: str, arguments: dict[str, Any], said: str
) -> None:
    result = asked(lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    assert said.replace("no identifier", "is not an identifier") in str(result.content)
    assert len(str(result.content)) < 1_000


def test_a_hostile_identifier_spoils_no_other() -> None:
    odd = ["2506.13585", "10.1000/\0", "arXiv:2506.13585v" + "9" * 999]
    found = called("fetch", identifiers=[*odd, "../../etc/passwd", "isbn:" + "9" * 999, "pmid:0"])
    status = [one["status"] for one in found["result"]]
    assert status[0] == "found"
    assert set(status[1:]) <= {"invalid", "unavailable"}


LINES = [
    b"",
    b"no JSON",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"jsonrpc": "2.0", "id": 1}',
    b'{"jsonrpc": "1.0", "id": 1, "method": "tools/list"}',
    b'{"jsonrpc": "2.0", "id": {}, "method": "tools/list"}',
    b'{"jsonrpc": "2.0", "id": 1, "method": 5}',
    b'{"jsonrpc": "2.0", "id": 1, "method": "no/method"}',
    b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": []}',
    b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": null}}',
    b'[{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}]',
    b'{"jsonrpc": "2.0", "id": 1, "method": "' + b"x" * 1_000_000 + b'"}',
    b'{"jsonrpc": "2.0", "id": 1e999, "method": "tools/list"}',
]


@pytest.mark.slow
def test_lines_that_are_no_calls_do_not_end_the_server(tmp_path: Path) -> None:
    start = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    }
    ask = {"name": "fetch", "arguments": {"identifiers": ["2506.13585"]}}
    calls = [
        {"jsonrpc": "2.0", "id": 900, "method": "initialize", "params": start},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 901, "method": "tools/call", "params": ask},
    ]
    first, *others = [json.dumps(call).encode() for call in calls]
    command = [sys.executable, "-m", "refcore", "mcp", "--offline", "--lock", str(LOCK)]
    server = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(b"\n".join([first, *LINES, *others, b""]))
    server.stdin.flush()
    answers = (json.loads(line) for line in server.stdout)
    found = next(one for one in answers if one.get("id") == 901)
    assert found["result"]["structuredContent"]["result"][0]["status"] == "found"
    _, said = server.communicate(timeout=60)
    assert server.returncode == 0
    assert b"Traceback" not in said


@pytest.mark.slow
def test_the_command_speaks_on_the_standard_streams(tmp_path: Path) -> None:
    async def main() -> Any:
        command = ["-m", "refcore", "mcp", "--offline", "--lock", str(LOCK)]
        server = StdioServerParameters(
            command=sys.executable, args=command, cwd=tmp_path, env=dict(os.environ)
        )
        async with Client(stdio_client(server)) as client:
            return await client.call_tool("fetch", {"identifiers": ["2506.13585"]})

    result = anyio.run(main)
    assert result.structured_content["result"][0]["status"] == "found"

"""The server: five tools, each a call of what scripts call, with typed results.

A tool takes text and identifiers, never a path, so that a prompt cannot make it read a file.
The sources are those of the command line, and keep its pace and its cache.
Source: modelcontextprotocol.io, the specification of tools.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal

from anyio import create_memory_object_stream, create_task_group, to_thread
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

import refcore
from refcore.csl.references import bibliography
from refcore.errors import InvalidIdentifier, RefcoreError
from refcore.formats import loads
from refcore.mcp.answers import (
    AuthorsChecked,
    Bibliography,
    Checked,
    Fetched,
    Found,
    authors_of,
    checked_of,
    fetched_of,
    work_of,
)
from refcore.model.identifiers import Identifier, read_identifier
from refcore.model.library import Library
from refcore.records.sources import Sources
from refcore.text.nearest import did_you_mean
from refcore.verification.averify import averify
from refcore.verification.verify import verify_authors

__all__ = ["server_of"]

_LONGEST = 1_000_000  # characters of a text
_MOST_IDS = 1_000
_MOST_REFERENCES = 2_000
_ADVICE = (
    "Check every reference before you show it. Call verify_references on the text that you wrote, "
    "and cite only what is confirmed; take names, titles and years from the record or from "
    "`corrected`, never from memory. `not-covered`, `unchecked` and `incomplete` mean that "
    "the reference was not checked, or only in part: say so, and do not call it verified."
)
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=True)

Format = Literal[
    "bibtex", "biblatex", "csl-json", "ris", "hayagriva", "cff", "nbib", "markdown", "text"
]
Written = Literal["bibtex", "biblatex", "csl-json", "ris", "hayagriva", "cff"]
Text = Annotated[str, Field(max_length=_LONGEST, description="The references as text, no path")]
# An answer repeats what it refuses, so none of these is long. Half a surrogate pair is refused.
Id = Annotated[str, Field(max_length=2_000)]
Words = Annotated[str, Field(max_length=500)]


def server_of(sources: Sources) -> MCPServer:
    """Return a server whose tools ask these sources.

    >>> from refcore.sources.registry import default_sources
    >>> server_of(default_sources(environ={"REFCORE_OFFLINE": "1"}, cwd=None)).name
    'refcore'
    """
    server = MCPServer("refcore", version=refcore.__version__, instructions=_ADVICE)
    tools = _Tools(sources)
    for tool in (
        tools.verify_references,
        tools.verify_authors,
        tools.fetch,
        tools.search,
        tools.format_bibliography,
    ):
        server.tool(annotations=_READS, structured_output=True)(_with_reasons(tool))
    return server


def _with_reasons(tool: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """Return the tool with errors that the model can read and act on."""

    @functools.wraps(tool)
    async def called(*given: Any, **named: Any) -> Any:
        try:
            return await tool(*given, **named)
        except RefcoreError as fault:
            raise ToolError(str(fault)) from fault

    return called


class _Tools:
    """The tools with the sources that they ask."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    async def verify_references(
        self,
        text: Text,
        ctx: Context,
        format: Annotated[  # noqa: A002
            Format, Field(description="markdown for prose and lists with links, text for a list")
        ] = "markdown",
        lookup: Annotated[
            bool, Field(description="Look for references without an identifier by their title")
        ] = True,
    ) -> Checked:
        """Check references against what arXiv, Crossref and other sources state, name by name."""
        library = await _library(text, format)
        async with _told(ctx) as progress:
            reports = await averify(library, arxiv=self._sources, lookup=lookup, progress=progress)
        return Checked(
            references=[checked_of(report) for report in reports],
            counts=dict(Counter(str(report.verdict) for report in reports)),
            problems=[str(found) for found in library.diagnostics],
        )

    async def verify_authors(
        self,
        identifier: Annotated[Id, Field(description="An arXiv id, a DOI, a PMID or an ISBN")],
        names: Annotated[str, Field(max_length=_LONGEST, description="The list, as it is written")],
    ) -> AuthorsChecked:
        """Compare a list of authors with the record of one work, name by name."""
        report = await to_thread.run_sync(
            lambda: verify_authors(names, identifier, arxiv=self._sources)
        )
        return authors_of(report)

    async def fetch(
        self,
        identifiers: Annotated[list[Id], Field(min_length=1, max_length=_MOST_IDS)],
        format: Written = "bibtex",  # noqa: A002
    ) -> list[Fetched]:
        """Return the records of arXiv ids, DOIs, PMIDs and ISBNs, ready to be cited."""
        wanted, unread = _read(identifiers)
        found = await to_thread.run_sync(lambda: self._sources.lookup(wanted.values()))
        return [
            fetched_of(found[wanted[text]], format)
            if text in wanted
            else Fetched(id=text, status="invalid", reason=unread[text])
            for text in identifiers
        ]

    async def search(
        self,
        title: Annotated[str, Field(min_length=1, max_length=2_000)],
        author: Annotated[Words, Field(description="Family name of the first author")] = "",
    ) -> Found:
        """Find works by their title; the identifier of what fits can then be fetched."""
        found = await to_thread.run_sync(lambda: self._sources.search(title, author))
        return Found(
            works=[work_of(record) for record in found.records],
            status=str(found.status),
            reason=found.reason,
        )

    async def format_bibliography(
        self,
        text: Text,
        format: Format = "bibtex",  # noqa: A002
        style: Annotated[Words, Field(description="A CSL style, such as apa or ieee")] = "apa",
        output: Literal["text", "html", "markdown", "latex", "typst", "rst"] = "text",
    ) -> Bibliography:
        """Print references as a bibliography in a citation style."""
        if style not in refcore.style_names():  # a path would make the server read a file
            raise ToolError(
                f"no style {style!r}. {did_you_mean(style, refcore.style_names())}".strip()
            )
        library = await _library(text, format)
        printed = await to_thread.run_sync(
            lambda: str(bibliography(library, style=style, format=output))
        )
        return Bibliography(text=printed, keys=[reference.key for reference in library])


async def _library(text: str, name: str) -> Library:
    """Return the references of a text; raise an error if they are more than one call takes."""
    library = await to_thread.run_sync(lambda: loads(text, name))
    if len(library) > _MOST_REFERENCES:
        raise ToolError(
            f"the text has {len(library):,} references, and one call takes at most "
            f"{_MOST_REFERENCES:,}: call again with a part of it"
        )
    return library


@asynccontextmanager
async def _told(ctx: Context) -> AsyncIterator[Callable[[int, int], None]]:
    """Yield a function that takes the progress of a run and reports it to the client in order."""
    sender, receiver = create_memory_object_stream[tuple[int, int]](math.inf)

    async def tell() -> None:
        async with receiver:
            async for done, total in receiver:
                await ctx.report_progress(done, total, f"{done} of {total} references")

    async with create_task_group() as tasks:
        tasks.start_soon(tell)
        with sender:
            yield lambda done, total: sender.send_nowait((done, total))


def _read(texts: list[str]) -> tuple[dict[str, Identifier], dict[str, str]]:
    """Return the identifiers by their text, and for every other text why it is no identifier."""
    wanted, unread = {}, {}
    for text in texts:
        try:
            wanted[text] = read_identifier(text)
        except InvalidIdentifier as fault:
            unread[text] = str(fault)
    return wanted, unread

"""``refcore mcp``: refcore as tools for language models."""

from __future__ import annotations

import click

from refcore.cli.options import SourceOptions, log_option, source_options

__all__ = ["mcp"]

_HOST = "127.0.0.1"


@click.command()
@click.option(
    "--http",
    "port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Serve at http://127.0.0.1:PORT/mcp instead of the standard streams.",
)
@source_options
@log_option
def mcp(port: int | None, origins: SourceOptions) -> None:
    """Serve tools for language models: verify, fetch, search, format.

    The server speaks the Model Context Protocol on the standard streams, or over HTTP to this
    machine only. Tools take text and identifiers, never the path of a file.

    \b
    Examples:
      refcore mcp
      refcore mcp --http 8321 --mailto you@example.org
      refcore mcp --offline --lock references/refcore.lock.json
    """
    try:
        from refcore.mcp.server import server_of
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in ("mcp", "pydantic", "anyio"):
            raise
        raise click.ClickException(
            "the tools for language models need the extra: pip install 'refcore[mcp]'"
        ) from fault
    server = server_of(origins.sources())
    if port is None:
        server.run("stdio")
    else:
        server.run("streamable-http", host=_HOST, port=port)

"""Hooks of MkDocs: pages cite as in pandoc, [@key], and end with their references, verified.

A reference that is contradicted is a warning, which ends a build with ``mkdocs build --strict``.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import refcore

LOGGER = logging.getLogger("mkdocs.hooks.refcore")


def on_config(config: Mapping[str, Any]) -> None:
    """Warn of each reference that its record contradicts."""
    library = library_of(config)
    for finding in library.diagnostics:
        LOGGER.warning("%s", finding)
    for report in refcore.verify(library):
        if report.is_contradicted:
            LOGGER.warning("%s", report)


def on_page_markdown(markdown: str, *, page: Any, config: Mapping[str, Any], files: Any) -> str:  # noqa: ARG001
    """Print the citations of a page, and after it the references that it cites."""
    style = config["extra"].get("citation_style", "apa")
    path = page.file.src_uri
    printed = refcore.render(markdown, library_of(config), style=style, path=path)
    for finding in printed.diagnostics:
        LOGGER.warning("%s", finding)
    return str(printed)


def library_of(config: Mapping[str, Any]) -> refcore.Library:
    """Return the references of the file that mkdocs.yml names."""
    folder = Path(config["config_file_path"]).parent
    return refcore.load(folder / config["extra"]["bibliography"])

"""A Sphinx extension: citations and a bibliography from a file of references, verified.

    :cite:`key`  :cite:`one, other`     a citation
    .. bibliography::                   all references of the file

A reference that is contradicted is a warning, which ends a build with ``sphinx-build -W``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

import refcore

LOGGER = logging.getLogger(__name__)
FORMATS = ("html", "latex")


@cache
def references_of(path: Path) -> refcore.Library:
    """Return the references of a file, which is read once."""
    return refcore.load(path)


def library_of(config: Config, folder: str | Path) -> refcore.Library:
    """Return the references that the site's settings name."""
    return references_of((Path(folder) / config.refcore_bibliography).resolve())


def printed(text_in: Callable[[str], str]) -> list[nodes.Node]:
    """Return a text in each format; each builder takes its own."""
    return [nodes.raw("", text_in(name), format=name) for name in FORMATS]


class Cite(SphinxRole):
    """A citation of one key, or of several with commas between them."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the printed citation, or what Sphinx prints of one that cannot be made."""
        library = library_of(self.config, self.env.srcdir)
        keys = [key.strip() for key in self.text.split(",")]
        style = self.config.refcore_style
        try:
            return printed(lambda name: refcore.cite(library, keys, style, name)), []
        except refcore.RefcoreError as error:
            return self.unknown(self.inliner, str(error))

    def unknown(
        self, inliner: Inliner, said: str
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return what Sphinx prints of a citation that cannot be made, with a warning."""
        message = inliner.reporter.warning(said, line=self.lineno)
        return [inliner.problematic(self.rawtext, self.rawtext, message)], [message]


class Bibliography(SphinxDirective):
    """All references in the style of the site."""

    def run(self) -> list[nodes.Node]:
        """Return the printed references."""
        library = library_of(self.config, self.env.srcdir)
        style = self.config.refcore_style
        return printed(lambda name: refcore.bibliography(library, style, name))


def verify(app: Sphinx) -> None:
    """Warn of each reference that its record contradicts."""
    try:
        library = library_of(app.config, app.srcdir)
        for finding in library.diagnostics:
            LOGGER.warning("%s", finding)
        for report in refcore.verify(library):
            if report.is_contradicted:
                LOGGER.warning("%s", report)
    except (refcore.RefcoreError, OSError) as error:
        raise ExtensionError(str(error)) from error


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the role, the directive and the settings to Sphinx."""
    app.add_config_value("refcore_bibliography", "refs.bib", "env")
    app.add_config_value("refcore_style", "apa", "env")
    app.add_role("cite", Cite())
    app.add_directive("bibliography", Bibliography)
    app.connect("builder-inited", verify)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

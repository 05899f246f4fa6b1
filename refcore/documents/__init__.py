"""Markdown documents: their citations printed, their bibliographies in place."""

from refcore.documents.document import Source, read_document
from refcore.documents.render import Rendered, Wanted, render, render_source

__all__ = ["Rendered", "Source", "Wanted", "read_document", "render", "render_source"]

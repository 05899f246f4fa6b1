"""Markdown documents: their citations printed, their bibliographies in place."""

from refcore.documents.document import Source, read_document
from refcore.documents.render import Rendered, render, render_source

__all__ = ["Rendered", "Source", "read_document", "render", "render_source"]

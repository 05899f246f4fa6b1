"""Markdown notes: their references, the author lists, and the claims about those."""

from refcore.markdown.note import read

__all__ = ["read"]

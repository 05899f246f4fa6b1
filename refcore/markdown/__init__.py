"""Markdown notes: the references in them, their author lists, and what is said of those."""

from refcore.markdown.note import read

__all__ = ["read"]

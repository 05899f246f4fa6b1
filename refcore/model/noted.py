"""`Noted`: what a note writes about one work, for what its reader did not understand."""

from __future__ import annotations

import attrs

__all__ = ["Noted"]


@attrs.frozen
class Noted:
    """The words of a note about one work, beside the reference that was read from them.

    `text` is the whole entry, without the addresses of its links; it is empty where the
    words are about several works. `unread` are words of it that may list the authors and
    were not understood. `is_labelled` says that a label or a column marks the list that
    was read, so that its words are names. `is_loose` says that the list may be of other people
    than the authors, as the words around it do not say that these wrote the work. `near` has the
    lines beside the entry that may belong to it. `front` has the values of the note's front
    matter, one a line, which may be about any work of the note.
    """

    text: str = ""
    unread: str = ""
    is_labelled: bool = False
    is_loose: bool = False
    near: str = ""
    front: str = ""

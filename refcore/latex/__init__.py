"""LaTeX text to Unicode with CSL's small markup, and back."""

from refcore.latex.decode import decode
from refcore.latex.encode import encode
from refcore.latex.markup import from_plain, to_plain

__all__ = ["decode", "encode", "from_plain", "to_plain"]

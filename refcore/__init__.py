"""Checks references, keeps .bib files, and formats citations.

refcore compares references with the records of arXiv, Crossref and other sources, the authors name
by name; it reads and writes BibTeX and other formats, and formats citations in any CSL style.

Names are loaded on first use, so that `import refcore` is quick. `__init__.pyi` lists them, for
type checkers and for this module.
"""

__version__ = "0.1.0"


def _homes() -> dict[str, str]:
    """Return the module of each public name, read from the lines of `__init__.pyi`."""
    stub = __spec__.loader.get_data(__file__.removesuffix("c") + "i").decode("utf-8")  # type: ignore[union-attr]
    lines = (line.split() for line in stub.splitlines() if line.startswith("from refcore."))
    # from MODULE import NAME as NAME; an underscore marks what the stub alone needs.
    return {line[5]: line[1] for line in lines if not line[5].startswith("_")}


_HOMES = _homes()
# The name that replaces each deprecated one; they go with the next minor version.
_RENAMED = {
    "parse_authors": "read_author_list",
    "parse_name": "read_name",
    "parse_names": "read_bibtex_names",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name in _RENAMED:
        import warnings

        new = _RENAMED[name]
        warnings.warn(f"refcore.{name} is now refcore.{new}", DeprecationWarning, stacklevel=2)
        return __getattr__(new)
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'refcore' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

"""The engines that a plan runs on, each of a few lines: `engine_named` opens one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any, Final

from refcore.corpus.plan import Engine
from refcore.errors import MissingExtra

__all__ = ["ENGINES", "engine_named"]

# The name of an engine, and the packages that it needs.
ENGINES: Final = {
    "local": ("duckdb",),
    "dask": ("dask", "pandas"),
    "ray": ("ray",),
    "spark": ("pyspark",),
}


def engine_named(name: str, processes: int = 0) -> AbstractContextManager[Engine[Any]]:
    """Open an engine; `processes` is how many further ones the local engine starts.

    Dask, Ray and Spark use the client or session of the running program, or start one on this
    machine. Raises `ValueError` for a name that is not an engine's, and `MissingExtra` where its
    packages are not installed.
    """
    if name not in ENGINES:
        raise ValueError(f"there is no engine {name!r}, expected one of {', '.join(ENGINES)}")
    try:
        for package in ENGINES[name]:
            import_module(package)
    except ModuleNotFoundError as fault:
        extra = "corpus" if name == "local" else f"corpus,{name}"
        raise MissingExtra(
            f"the engine {name!r} needs {fault.name}: pip install 'refcore[{extra}]'"
        ) from fault
    module = import_module(f"refcore.corpus.engines.{name}")
    opened: AbstractContextManager[Engine[Any]] = module.open_engine(processes)
    return opened

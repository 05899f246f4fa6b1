"""A folder of records: where its files are, and what every process knows of the whole."""

from __future__ import annotations

import functools
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from refcore.corpus.arrays import numbers_of
from refcore.errors import UnreadableInput
from refcore.index.coverage import Coverage
from refcore.index.row import Notice
from refcore.index.works import Proceedings

__all__ = [
    "ABOUT",
    "ARTICLES",
    "NOTICES",
    "POSTINGS",
    "PROCEEDINGS",
    "RECORDS",
    "SUMMARY",
    "Summary",
    "check_folder",
    "summary_of",
]

RECORDS: Final = "records"
POSTINGS: Final = "postings"
SUMMARY: Final = "summary"
ABOUT: Final = "about.json"
PROCEEDINGS: Final = "proceedings.json"
NOTICES: Final = "notices.json"
ARTICLES: Final = "articles.arrow"
_FORM: Final = 1


@attrs.frozen(eq=False)
class Summary:
    """What is known of all records together.

    `newest` is the last day of arXiv's snapshot, `coverage` says which proceedings are whole,
    `prefixes` are the registrants of DOIs, `notices` what became of works, by DOI.
    `preprints` are the places of arXiv's papers with an article, `articles` those of the articles.
    """

    newest: str
    proceedings: Mapping[int, Sequence[Proceedings]]
    coverage: Coverage
    prefixes: frozenset[str]
    notices: Mapping[str, Sequence[Notice]]
    preprints: npt.NDArray[np.int64]
    articles: npt.NDArray[np.int64]

    def articles_of(self, places: Iterable[int]) -> list[int]:
        """Return the places of the articles that the works of some places became."""
        asked = np.fromiter(places, np.int64)
        if not len(self.preprints) or not len(asked):
            return []
        at = np.minimum(np.searchsorted(self.preprints, asked), len(self.preprints) - 1)
        found: list[int] = self.articles[at[self.preprints[at] == asked]].tolist()
        return found


def check_folder(folder: str | os.PathLike[str]) -> Path:
    """Return the path of a folder of records; raises `UnreadableInput` for anything else."""
    path = Path(folder)
    if not (path / SUMMARY / ABOUT).is_file():
        raise UnreadableInput(
            f"{path} has no records; make it with 'refcore corpus records DUMP... -o {path}'"
        )
    return path


def summary_of(folder: str | os.PathLike[str]) -> Summary:
    """Return the summary of a folder of records; a process reads it once.

    Raises `UnreadableInput` where it is missing or damaged.
    """
    path = check_folder(folder)
    return _summary(str(path), (path / SUMMARY / ABOUT).stat().st_mtime_ns)


@functools.lru_cache(maxsize=4)
def _summary(folder: str, _: int) -> Summary:
    place = Path(folder) / SUMMARY
    try:
        about = _read(place / ABOUT)
        if about["form"] != _FORM:
            raise ValueError(f"its form is {about['form']!r}, expected {_FORM}")
        notices: dict[str, list[Notice]] = defaultdict(list)
        for values in _read(place / NOTICES):
            notice = Notice(*values)
            notices[notice.doi].append(notice)
            if notice.pmid and notice.doi != (name := f"pmid:{notice.pmid}"):
                notices[name].append(notice._replace(doi=name))
        years: dict[int, list[Proceedings]] = defaultdict(list)
        for values in _read(place / PROCEEDINGS):
            years[values[2]].append(Proceedings(*values))
        with pa.memory_map(str(place / ARTICLES)) as file:
            pairs = pa.ipc.open_file(file).read_all()
        preprints, articles = (numbers_of(pairs.column(at)) for at in (0, 1))
        return Summary(
            about["newest"],
            years,
            Coverage(years),
            frozenset(about["prefixes"]),
            notices,
            preprints,
            articles,
        )
    except (OSError, ValueError, TypeError, KeyError, LookupError, pa.ArrowException) as fault:
        raise UnreadableInput(
            f"{folder}: its summary is damaged ({fault}): make it again"
        ) from fault


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))

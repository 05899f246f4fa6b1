"""A pattern that starts again at each place of a text takes quadratic time, in a single call.

What happens within a pattern is no step of Python, so it is measured by the processor's clock.
A text of eight times the length takes eight times as long, in quadratic time sixty-four times.
"""

import contextlib
import time
from collections.abc import Callable

import pytest

from refcore import bibliography, compare_titles, dumps, loads, read_author_list, read_identifier
from refcore.compare.venues import compare_venues
from refcore.csl.processor.textcase import cased
from refcore.errors import RefcoreError
from refcore.markdown import read
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.names.surnames import CITED, SURNAMES, joined_surnames, opening_surnames
from refcore.text.titlecase import is_title_case, sentence_case, with_kept_capitals
from refcore.textlists.reader import read as read_text_list

SHORT, LONG = 500, 4_000
# A machine that is busy, and what takes no time at all.
MORE, NOTHING = 3, 0.004
TRIES = 5
UNITS = (
    "-",
    "a-",
    "Aa-",
    "O'Aa-",
    " ",
    "\n",
    "a.",
    "10.",
    "a",
    "Ab ",
    "Ab, ",
    "$a",
    "<i>",
    "a/",
    "a+",
    "%20",
    ".",
    ", ",
    ",1",
    "'",
    "~",
    "! ",
    "(A ",
    "\\A. ",
)


def titled(text: str) -> Library:
    return Library([Reference("a", "book", f"{text}b")])


USES: dict[str, Callable[[str], object]] = {
    "a title in title case": lambda text: cased([text], "title"),
    "a title in sentence case": lambda text: cased([f"{text}."], "sentence"),
    "capitals that are kept": with_kept_capitals,
    "an English title that is lowered": sentence_case,
    "the case of a title": is_title_case,
    "the end of an identifier": lambda text: read_identifier(f"10.1000/a{text}b"),
    "the beginning of an identifier": lambda text: read_identifier(
        f"{text.lstrip('0123456789')}10.1000/a"
    ),
    "family names in prose": SURNAMES.search,
    "family names that are cited": CITED.search,
    "family names with and": joined_surnames,
    "family names at a beginning": lambda text: opening_surnames(text, 0),
    "a title for BibTeX": lambda text: dumps(titled(text), "bibtex"),
    "an entry of a note": lambda text: read(f"- {text}b, 2020. arXiv:2506.13585"),
    "a pasted list of authors": lambda text: read_author_list(f"a{text}b"),
    "authors in BibTeX": lambda text: loads(f"@misc{{a, author = {{{text}}}}}", "bibtex"),
    "a name with a number": lambda text: loads(f"@misc{{a, author = {{7{text}, Bo}}}}", "bibtex"),
    "two titles": lambda text: compare_titles(f"Moss and fern {text}", "Moss and fern"),
    "two venues": lambda text: compare_venues(text, f"Nature {text}"),
    "a reference in plain text": lambda text: read_text_list(f"[1] {text}b. 2020.\n[2] Fei, 2021."),
    "a title in a style": lambda text: bibliography(titled(text), style="apa"),
}


def took(use: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    with contextlib.suppress(RefcoreError):
        use(text)
    return time.process_time() - began


@pytest.mark.parametrize("use", USES)
def test_patterns_pass_a_text_once(use: str) -> None:
    took(USES[use], "Ab")  # what is loaded on first use
    for number, unit in enumerate(UNITS):
        for tried in range(TRIES):
            # Texts of their own, so that no cache answers.
            short, long = (
                took(USES[use], f"{number}{tried}{unit * (length // len(unit))}")
                for length in (SHORT, LONG)
            )
            if long <= 8 * MORE * short + NOTHING:
                break
        else:
            pytest.fail(f"{unit!r} repeated: {short:.4f} s, and {long:.4f} s for eight times")

"""How the time of every reader, writer, comparison, edit and output grows with its input.

    python benchmarks/growth.py [WORD ...] [--least 1.3] [--most 2.0] [--seconds 0.2]

Each subject gets each pattern in growing lengths until one run takes long enough to be measured. It
prints the cases whose exponent is above --least (1.0 is linear, 2.0 quadratic), and those that take
more than --most seconds of processor time for 1,000,000 characters. The time is measured there, or
reckoned from the last length and the exponent. A WORD chooses subjects and patterns by a part of
their names. `steps` counts the calls of Python and of C instead, `instructions` those of Python,
which no clock disturbs; the tests use them.
"""

from __future__ import annotations

import argparse
import math
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from refcore import (
    Authors,
    BibFile,
    Library,
    Reference,
    Sources,
    bibliography,
    cite,
    compare_authors,
    compare_names,
    compare_titles,
    dumps,
    find_duplicates,
    loads,
    losses,
    make_keys,
    merge,
    read_author_list,
    read_bibtex_names,
    read_identifier,
    read_name,
    render,
    report_page,
    verify,
)
from refcore.bibtex.tidy import tidied
from refcore.cli.outputs import OUTPUTS
from refcore.cli.results import FileResult, RunResult
from refcore.cli.view import View
from refcore.csl.stylefile import parse_style
from refcore.errors import RefcoreError
from refcore.formats.registry import readable, writable
from refcore.latex import decode, encode
from refcore.model.identifiers import identifiers_in
from refcore.records.lock import Lock, parse_lock
from refcore.text.bounds import MOST_CHARACTERS
from refcore.text.remarks import marks_in
from refcore.textlists.reader import read as read_text_list
from refcore.verification.checked import Checked

Run = Callable[[int], Callable[[], object]]
LONGEST = 1_024_000

# A text is HEAD, UNIT as often as there is room, and TAIL.
PATTERNS: dict[str, tuple[str, str, str]] = {
    name: (head, unit, tail)
    for name, head, unit, tail in (
        ("letters", "", "a", ""),
        ("words", "", "word ", ""),
        ("capitals", "", "Word ", ""),
        ("spaces", "a", " ", "b"),
        ("tabs", "a", "\t", "b"),
        ("lines", "a", "\n", "b"),
        ("returns", "a", "\r", "b"),
        ("line separators", "a", "\u2028", "b"),
        ("opening braces", "", "{", ""),
        ("closing braces", "", "}", ""),
        ("nested braces", "", "{a", "}"),
        ("pairs of braces", "", "{}", ""),
        ("opening brackets", "", "[", ""),
        ("links", "", "[a](", ""),
        ("closing parentheses", "http://a.org/", ")", ""),
        ("opening parentheses", "http://a.org/", "(", ""),
        ("less than", "", "<", ""),
        ("open tags", "", "<span ", ""),
        ("italics", "", "<i>", ""),
        ("closing tags", "", "</i>", ""),
        ("ampersands", "", "&", ""),
        ("entities", "", "&amp;", ""),
        ("backslashes", "", "\\", ""),
        ("accents", "", "\\'", ""),
        ("accented", "", "\\'{e}", ""),
        ("commands", "", "\\textit{", ""),
        ("unknown commands", "", "\\foo ", ""),
        ("dollars", "", "$", ""),
        ("dollars and lines", "", "$\n", ""),
        ("math", "", "$x$ ", ""),
        ("display math", "", "\\(", ""),
        ("apostrophes", "", "'", ""),
        ("apostrophes and lines", "", "a'\n", ""),
        ("quotes", "", '"', ""),
        ("backticks", "", "`", ""),
        ("stars", "", "*", ""),
        ("strong", "", "**a ", ""),
        ("underscores", "", "_", ""),
        ("hashes", "", "#", ""),
        ("bars", "", "|", ""),
        ("table rows", "", "| a | b |\n", ""),
        ("list items", "", "- a\n", ""),
        ("quoted lines", "", "> a\n", ""),
        ("hyphens", "", "-", ""),
        ("hyphened words", "", "a-", "b"),
        ("hyphened names", "", "Aa-", "Bb"),
        ("names with apostrophes", "", "O'Aa-", "Bb"),
        ("tildes and letters", "", "a~", "b"),
        ("colons", "", "a: ", ""),
        ("commas", "", "a, ", ""),
        ("semicolons", "", "a; ", ""),
        ("names", "", "Fei, Bo and ", "Li, An"),
        ("names given first", "", "Bo Fei, ", "An Li"),
        ("names and pairs of names", "", "Bo Fei, Al Li and ", "An Li"),
        ("and", "", " and ", ""),
        ("et al.", "", "et al. ", ""),
        ("particles", "", "de la ", "Cruz"),
        ("initials", "", "A. ", "B"),
        ("digits", "", "1", ""),
        ("years", "", "2020 ", ""),
        ("arXiv ids", "", "2401.00001 ", ""),
        ("DOIs", "", "10.1000/x ", ""),
        ("addresses", "", "https://a.org/b ", ""),
        ("percent signs", "", "%", ""),
        ("tildes", "", "~", ""),
        ("combining marks", "a", "\u0301", ""),
        ("ideographs", "", "文", ""),
        ("emoji", "", "😀", ""),
        ("entries", "", "@misc{a, title = {T}}\n", ""),
        ("entry starts", "", "@misc{a,", ""),
        ("fields", "@misc{a, ", "x = {y}, ", "}"),
        ("strings", "@misc{a, title = ", "{a} # ", "{b}}"),
        ("tags", "TY  - BOOK\n", "AU  - a\n", "ER  - \n"),
        ("yaml keys", "", "a: b\n", ""),
        ("yaml anchors", "a: &a [1]\nb: [", "*a, ", "]"),
        ("json arrays", "", "[", ""),
        ("json objects", "", '{"a":', ""),
        ("letters and commas", "", "a,", ""),
        ("initials with points", "", "A. B. C. ", ""),
        ("empty links", "", "[](", ""),
        ("pictures", "", "![a](b) ", ""),
        ("links to notes", "", "[^1] ", ""),
        ("notes", "", "[^a]: b\n", ""),
        ("comments", "", "<!--", ""),
        ("comments that end", "", "<!-- a -->", ""),
        ("CDATA", "", "<![CDATA[", ""),
        ("ends of CDATA", "", "]]>", ""),
        ("two backslashes", "", "\\\\", ""),
        ("backslashes and lines", "", "a\\\n", ""),
        ("percent lines", "", "% a\n", ""),
        ("CR LF", "", "a\r\n", ""),
        ("LF CR", "", "a\n\r", ""),
        ("blank lines", "", "a\n\n", ""),
        ("spaces at the end", "", "a  \n", ""),
        ("no-break spaces", "a", "\u00a0", "b"),
        ("thin spaces", "", "a\u2009", ""),
        ("letters with marks", "", "e\u0301\u0323", ""),
        ("right to left", "", "\u202ea", ""),
        ("Arabic", "", "\u0645\u062d ", ""),
        ("joiners", "", "\U0001f468\u200d", ""),
        ("zero width spaces", "a", "\u200b", "b"),
        ("Hangul", "", "\uae40\uc601 ", ""),
        ("ideographic lists", "", "\u738b\u660e\u3001", ""),
        ("fullwidth colons", "", "a\uff1a", ""),
        ("dashes", "", "a\u2014", ""),
        ("ranges of pages", "", "1--9, ", ""),
        ("slashes", "", "a/", ""),
        ("points", "", ".", ""),
        ("letters and points", "", "a.", ""),
        ("question marks", "", "a? ", ""),
        ("superscript numbers", "", "Bo Fei\u00b9, ", "Al Li"),
        ("numbers of notes", "", "Bo Fei1,2, ", "Al Li"),
        ("authors in brackets", "", "(Fei, 2020; ", ""),
        ("numbered", "", "[1] ", ""),
        ("numbered lines", "", "1. A. Li. A title. 2020.\n", ""),
        ("addresses in brackets", "", "(https://a.org/b) ", ""),
        ("DOI addresses", "", "https://doi.org/10.1/x ", ""),
        ("DOI with parentheses", "10.1000/x", "(1)", ""),
        ("tables of HTML", "", "<table><tr><td>a</td>", ""),
        ("rows of HTML", "", "<tr><td>a</td></tr>", ""),
        ("details", "", "<details><summary>a</summary>", ""),
        ("line breaks of HTML", "", "a<br>", ""),
        ("superscripts", "", "a<sup>1</sup>", ""),
        ("code spans", "", "`a` ", ""),
        ("fences", "", "```\n", ""),
        ("fenced entries", "", "```bibtex\n@misc{a, title={T}}\n```\n", ""),
        ("headings", "", "# a\n", ""),
        ("underlines", "", "a\n===\n", ""),
        ("nested lists", "", "  - a\n    - b\n", ""),
        ("nested quotes", "", "> > a\n", ""),
        ("emphasis that opens", "", "*a **b ", ""),
        ("column rows", "", "|---", "|"),
        ("yaml lists", "a: [", "[", ""),
        ("yaml maps", "a: ", "{a: ", ""),
        ("yaml texts", "a: |\n", "  b\n", ""),
        ("yaml documents", "", "---\n", ""),
        ("yaml tags", "", "a: !!str b\n", ""),
        ("tags without values", "", "AU  - \n", ""),
        ("records of RIS", "", "TY  - JOUR\nER  - \n", ""),
        ("labels of NBIB", "PMID- 1\n", "AU  - A\n", ""),
        ("long lines of NBIB", "PMID- 1\nTI  - a\n", "      b\n", ""),
        ("authors without names", "@misc{a, author = {", " and {}", "}}"),
        ("empty authors", "", "and , and ", ""),
        ("equal keys", "", "@misc{a,}\n", ""),
        ("chains", "", "@misc{a, crossref = {a}}\n", ""),
        ("xdata", "@misc{a, xdata = {", "a,", "}}"),
        ("months", "@misc{a, month = ", "jan # ", "jan}"),
        ("preambles", "", '@preamble{"a"}\n', ""),
        ("macros", "", "@string{a = {b}}\n", ""),
        ("entry comments", "", "@comment{a}\n", ""),
        ("accents without braces", "", "\\'e\\\"o", ""),
        ("nested accents", "", "\\'{", ""),
        ("upright braces", "", "{A}", ""),
        ("subscripts", "", "$a_{1}$", ""),
        ("fractions", "", "\\frac{", ""),
        ("environments", "", "\\begin{a}", ""),
        ("cites", "", "\\cite{a}", ""),
        ("entries of a list", "", "\\bibitem{a} A. Li, B, 2020.\n", ""),
        ("cites in Markdown", "", "[@a; @b] ", ""),
        ("name parts", "", "family=Li, ", ""),
        ("braces in quotes", '@misc{a, title = "', "{", '"}'),
    )
}


def text(name: str, length: int) -> str:
    """Return the text of a pattern in about that length."""
    head, unit, tail = PATTERNS[name]
    return head + unit * max(1, length // len(unit)) + tail


def _of_text(use: Callable[[str], object]) -> Callable[[str], Run]:
    def subject(pattern: str) -> Run:
        def of_length(length: int) -> Callable[[], object]:
            given = text(pattern, length)
            return lambda: use(given)

        return of_length

    return subject


def _titled(given: str) -> Library:
    """Return references whose titles have a text between them, each as long as it may be."""
    whole = " ".join(given.split()) or "x"
    starts = range(0, len(whole), MOST_CHARACTERS)
    titles = (whole[start : start + MOST_CHARACTERS] for start in starts)
    return Library(
        Reference(f"a{number or ''}", "book", title) for number, title in enumerate(titles)
    )


def _style(given: str) -> bytes:
    """Return a style that prints a text before each entry."""
    shown = given.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    layout = f'<layout><text value="{shown}"/></layout>'
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>'
        f"<title>t</title></info><citation>{layout}</citation></style>"
    ).encode("utf-8", "replace")


def _checked(given: str) -> Checked:
    """Return what a run without a network says of a title."""
    return Checked(given[:99], list(verify(_titled(given), arxiv=Sources(Lock([])))))


def _reported(given: str, name: str) -> str:
    output, checked = OUTPUTS[name], _checked(given)
    values = output.file(checked, View())
    return str(output.whole(RunResult([FileResult(checked.path, values)])))


SUBJECTS: dict[str, Callable[[str], Run]] = {
    **{
        f"read {name}": _of_text(lambda given, name=name: loads(given, name)) for name in readable()
    },
    **{
        f"write {name}": _of_text(lambda given, name=name: dumps(_titled(given), name))
        for name in writable()
    },
    **{
        f"print {name}": _of_text(
            lambda given, name=name: bibliography(_titled(given), style="ieee", format=name)
        )
        for name in ("text", "html", "markdown", "latex", "rst", "typst")
    },
    "read a title in BibTeX": _of_text(
        lambda given: loads(f"@misc{{a, title = {{{given}}}, year = 2020}}", "bibtex")
    ),
    "read authors in BibTeX": _of_text(
        lambda given: loads(f"@misc{{a, author = {{{given}}}, year = 2020}}", "bibtex")
    ),
    "LaTeX to text": _of_text(decode),
    "text to LaTeX": _of_text(encode),
    "read a name": _of_text(read_name),
    "read a list of authors": _of_text(lambda given: read_author_list(given.split(","))),
    "read names of BibTeX": _of_text(read_bibtex_names),
    "compare a name": _of_text(lambda given: compare_authors([given], ["Bo Fei"])),
    "compare titles": _of_text(lambda given: compare_titles(given, f"x {given}")),
    "read an identifier": _of_text(read_identifier),
    "find duplicates": _of_text(lambda given: find_duplicates([*_titled(given)] * 2)),
    "make keys": _of_text(lambda given: make_keys(_titled(given))),
    "make keys by a template": _of_text(lambda given: make_keys(_titled("A"), template=given)),
    "merge": _of_text(lambda given: merge([*_titled(given)] * 2)),
    "what a format loses": _of_text(lambda given: losses(_titled(given), "ris")),
    "compare two names": _of_text(lambda given: compare_names(given, f"x {given}")),
    "read a pasted list": _of_text(read_author_list),
    "read a list of references": _of_text(read_text_list),
    "read identifiers in a text": _of_text(identifiers_in),
    "read a lock": _of_text(parse_lock),
    "read marks": _of_text(marks_in),
    "read a style": _of_text(lambda given: parse_style(given.encode("utf-8", "replace"), "a")),
    "read a text in a style": _of_text(lambda given: parse_style(_style(given), "a")),
    "lay out a text": _of_text(lambda given: tidied(BibFile.parse(given))),
    "render a document": _of_text(lambda given: render(given, _titled("A title"))),
    "render a page": _of_text(lambda given: render(given, _titled("A title"), format="html")),
    "cite a title": _of_text(lambda given: cite(_titled(given), ["a"], style="apa")),
    "print a page of reports": _of_text(lambda given: report_page(_checked(given).reports)),
    **{
        f"report {name}": _of_text(lambda given, name=name: _reported(given, name))
        for name in OUTPUTS
    },
    "compare a list": _of_text(
        lambda given: compare_authors(given.split(",") or ["x"], given.split(",")[1:] or ["Bo Fei"])
    ),
}


def _file(count: int) -> Library:
    entries = (f"@misc{{k{n}, title={{T{n}}}, author={{Lee, Bo}}}}\n" for n in range(count))
    return loads("".join(entries), "bibtex")


def _entry(count: int) -> BibFile:
    return BibFile.parse("@misc{a,\n" + "".join(f"  f{n} = {{x}},\n" for n in range(count)) + "}\n")


def _one(count: int) -> Library:
    names = " and ".join(f"Lee{number}, Bo" for number in range(count))
    return loads(f"@misc{{a, author={{{names}}}}}", "bibtex")


def _set_all(file: BibFile) -> None:
    entry = file.entries["a"]
    for name in list(entry):
        entry[name] = "y"
    _ = entry.source


def _delete_all(file: BibFile) -> None:
    entry = file.entries["a"]
    for name in list(entry):
        del entry[name]
    _ = entry.source


def _add_all(count: int) -> None:
    entry = _entry(1).entries["a"]
    for number in range(count):
        entry[f"g{number}"] = "y"
    _ = entry.source


def _change_every_field(library: Library) -> None:
    reference = library["a"]
    library.replace(reference.evolve(extra=dict.fromkeys(reference.extra, "y")))
    dumps(library, "bibtex")


def _change_every_entry(library: Library) -> None:
    for reference in library:
        library.replace(reference.evolve(title="Changed"))
    dumps(library, "bibtex")


def _rename_every_entry(library: Library) -> None:
    for reference in library:
        library.remove(reference.key)
        library.add(reference.evolve(key=f"new{reference.key}"))
    dumps(library, "bibtex")


def _remove_every_entry(library: Library) -> None:
    for key in library.keys()[1:]:
        library.remove(key)
    dumps(library, "bibtex")


def _append_entries(count: int) -> None:
    library = _file(1)
    for number in range(count):
        library.add(Reference(f"x{number}", title="T"))
    dumps(library, "bibtex")


def _change_authors(library: Library) -> None:
    reference = library["a"]
    library.replace(reference.evolve(authors=Authors(reference.authors.names[1:])))
    dumps(library, "bibtex")


def _show_changes(library: Library) -> None:
    from refcore.bibtex.draft import Draft

    draft = Draft.of(library)
    assert draft is not None
    for reference in library:
        draft.change(reference.evolve(title="Changed"))


def _of_count(make: Callable[[int], Any], edit: Callable[[Any], object]) -> Run:
    def of_count(count: int) -> Callable[[], object]:
        given = make(count)  # how long it takes to read is measured by itself
        return lambda: edit(given)

    return of_count


EDITS: dict[str, Run] = {
    "set every field of an entry": _of_count(_entry, _set_all),
    "add fields to an entry": _of_count(int, _add_all),
    "delete every field of an entry": _of_count(_entry, _delete_all),
    "read every field of a reference": _of_count(
        lambda count: _entry(count).to_text(), lambda text: loads(text, "bibtex")
    ),
    "change every field of a reference": _of_count(
        lambda count: loads(_entry(count).to_text(), "bibtex"), _change_every_field
    ),
    "read every entry of a file": _of_count(
        lambda count: dumps(_file(count), "bibtex"), lambda text: loads(text, "bibtex")
    ),
    "change every entry of a file": _of_count(_file, _change_every_entry),
    "rename every entry of a file": _of_count(_file, _rename_every_entry),
    "remove every entry of a file": _of_count(_file, _remove_every_entry),
    "append entries to a file": _of_count(int, _append_entries),
    "change a long list of authors": _of_count(_one, _change_authors),
    "lay out an entry": _of_count(_entry, tidied),
    "lay out a file": _of_count(lambda count: BibFile.parse(dumps(_file(count), "bibtex")), tidied),
    "show the change of every entry": _of_count(_file, _show_changes),
}


# How many characters an entry of a file has, and a field or a name.
OF_ENTRY, OF_FIELD = 45, 20


def cases(words: list[str]) -> Iterator[tuple[str, Run]]:
    """Yield the name of each case, and what makes a run of a length."""
    for name, edit in EDITS.items():
        if all(word in name for word in words):
            size = OF_ENTRY if "file" in name or "every entry" in name else OF_FIELD
            yield name, lambda length, edit=edit, size=size: edit(length // size)
    for subject, of_pattern in SUBJECTS.items():
        for pattern in PATTERNS:
            name = f"{subject}: {pattern}"
            if all(word in name for word in words):
                yield name, of_pattern(pattern)


def ended(run: Callable[[], object]) -> None:
    """Run; an input that is refused ends the run, too."""
    try:
        run()
    except RefcoreError:
        return


def steps(run: Callable[[], object]) -> int:
    """Return how many functions of Python and C a run calls."""
    count = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        ended(run)
    finally:
        sys.setprofile(before)
    return count


def instructions(run: Callable[[], object]) -> int:
    """Return how many instructions of Python a run takes: loops in a function count too."""
    count = 0

    def traced(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        ended(run)
    finally:
        sys.settrace(before)
    return count


class TooLongError(Exception):
    """A run that takes longer than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` in what takes longer; only where the system has timers."""

    def stop(*_: object) -> None:
        raise TooLongError

    # Processor time, which other programs do not take.
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def seconds(run: Callable[[], object]) -> float:
    """Return the processor time of a run."""
    start = time.process_time()
    ended(run)
    return time.process_time() - start


def exponent(make: Run, enough: float, first: int = LONGEST >> 10) -> tuple[float, int, float]:
    """Return the exponent over the last two doublings, the last length and its time.

    Each length is run once: a second time would find what caches hold. What is quick at
    a million characters is not measured further, and counts as 0.
    """
    length, times = first, []
    ended(make(10))
    while True:
        times.append(seconds(make(length)))
        if times[-1] >= enough and len(times) > 2:
            least = 1e-6  # a clock may show no time at all
            return math.log2(max(times[-1], least) / max(times[-3], least)) / 2, length, times[-1]
        if length >= LONGEST:
            return 0.0, length, times[-1]
        length *= 2


def at_the_longest(found: float, length: int, took: float) -> float:
    """Return how long a run takes at the longest length, by its exponent from here on."""
    return took * (LONGEST / length) ** max(found, 1.0)


def main() -> None:
    """Print the cases that grow faster than the least exponent, or take too long."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="*")
    parser.add_argument("--least", type=float, default=1.3)
    parser.add_argument("--most", type=float, default=2.0)
    parser.add_argument("--seconds", type=float, default=0.2)
    given = parser.parse_args()
    count = over = 0
    for name, make in cases(given.words):
        count += 1
        try:
            with at_most(30):
                found, length, took = exponent(make, given.seconds)
                if found > given.least:
                    # Other programs can show an exponent that is not there; other lengths, for
                    # the caches.
                    again = exponent(make, given.seconds, (LONGEST >> 10) + 7)
                    found, length, took = min((found, length, took), again)
        except TooLongError:
            over += 1
            print(f"  >30 s                           {name}", flush=True)
            continue
        whole = at_the_longest(found, length, took)
        if found <= given.least and whole > given.most:
            # What has a limit, or takes its time at the beginning, is measured.
            try:
                with at_most(30):
                    length, whole = LONGEST, seconds(make(LONGEST))
            except TooLongError:
                pass
        if found > given.least or whole > given.most:
            over += 1
            print(f"  {found:.1f}  {took:6.2f} s  {length:>9,}  {whole:7.1f} s  {name}", flush=True)
    print(
        f"{count} cases, {over} of them above an exponent of {given.least} or "
        f"{given.most} s at {LONGEST:,}"
    )


if __name__ == "__main__":
    main()

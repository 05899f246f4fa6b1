"""What is promised of every reader, as functions that raise where a promise is broken.

Each row of `READERS` takes bytes that anybody could have made. An error of `RefcoreError`
is an answer; any other exception, a changed file or a lost reference is a fault.
`fuzz.py` draws the bytes; the tests read again what it once found.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import click

import refcore
from refcore.bibtex import read_file
from refcore.bibtex.bibfile import BibFile
from refcore.cli.commands import cli
from refcore.cli.configuration import read_config
from refcore.csl.stylefile import parse_style
from refcore.diagnostics import Severity
from refcore.errors import RefcoreError
from refcore.formats import load_bytes
from refcore.formats.registry import writable
from refcore.index.builder import build
from refcore.index.reader import Index
from refcore.latex import decode, encode
from refcore.model.identifiers import read_identifier
from refcore.model.library import Library
from refcore.net.unpack import unpacked
from refcore.records.cache import Cache
from refcore.records.lock import dump_lock, parse_lock
from refcore.records.record import Record
from refcore.sources.arxiv.atom import parse_feed
from refcore.sources.crossref.reader import read_works
from refcore.sources.crossref.unixsd import read_unixsd
from refcore.sources.datacite.reader import read_dois
from refcore.sources.doiorg.reader import read_agencies, read_csl
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openalex.reader import read_openalex
from refcore.sources.openlibrary.reader import read_books
from refcore.sources.pubmed.reader import read_articles, read_pmids
from refcore.sources.registry import default_sources
from refcore.textlists.pdffile import read_pdf
from refcore.textlists.reader import read as read_list
from refcore.textlists.wordfile import read_docx
from refcore.verification.accepted import Baseline

__all__ = ["READERS", "Reader"]

LARGEST = 1 << 20


@attrs.frozen
class Reader:
    """One reader: what it does with bytes, what they look like, and words that mean something."""

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...] = ()


class Broken(AssertionError):
    """A promise that was not kept."""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _bibtex(data: bytes) -> None:
    """An unchanged file is written back as it was; every field can be asked for."""
    held = BibFile.parse(data)
    if held.to_bytes() != data:
        raise Broken("an unchanged file is written back changed")
    for entry in held.entries.values():
        for name in entry.fields:
            _ = entry[name]
    _everywhere(read_file(held), data)


def _everywhere(library: Library, data: bytes) -> None:
    """Write a library in a format that the bytes choose: it is read as so many references."""
    name = writable()[zlib.crc32(data) % len(writable())]
    try:
        text = refcore.dumps(library, name)
    except RefcoreError:
        return
    again = refcore.loads(text, name)
    if len(again) != len(library) and not _says_why(again):
        raise Broken(f"{len(library)} references are {len(again)} after {name}: {text!r}")


def _says_why(library: Library) -> bool:
    return any(said.severity is not Severity.NOTE for said in library.diagnostics)


def _format(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        _everywhere(load_bytes(data, name), data)

    return read


def _latex(data: bytes) -> None:
    """What is decoded is text; what is encoded is read as the same text."""
    for text in (decode(_text(data)), _text(data)):
        encode(text)


def _names(data: bytes) -> None:
    """A list of names agrees with itself, in each way to read it."""
    text = _text(data)
    for names in (refcore.read_bibtex_names(text), refcore.read_author_list(text)):
        result = refcore.compare_authors(names, names)
        if result.is_wrong:
            raise Broken(f"a list contradicts itself: {names!r}")
    refcore.read_name(text)


def _titles(data: bytes) -> None:
    """A title is its own; so is its identifier."""
    text = _text(data)
    first, _, second = text.partition("\n")
    refcore.compare_titles(first, second)
    try:
        found = read_identifier(first)
    except RefcoreError:
        return
    if read_identifier(found.tagged) != found:
        raise Broken(f"{found!r} is not read back")


def _style(data: bytes) -> None:
    """A style is refused or prints an entry."""
    parse_style(data, "drawn")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn.csl"
        path.write_bytes(data)
        for kind in ("text", "html", "latex"):
            refcore.bibliography(_ONE, style=str(path), format=kind)
        refcore.cite(_ONE, ["a"], style=str(path))


def _document(data: bytes) -> None:
    for kind in ("markdown", "html"):
        refcore.render(_text(data), _ONE, format=kind)


def _lock(data: bytes) -> None:
    """A lock that is read is written and read as the same."""
    lock = parse_lock(_text(data))
    again = parse_lock(dump_lock(lock))
    if list(again) != list(lock):
        raise Broken("a lock that is written reads otherwise")


def _answers(*readers: Callable[[bytes], object]) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        for reader in readers:
            try:
                answer = reader(data)
            except RefcoreError:
                continue
            for record in getattr(answer, "records", ()):
                _record(record)

    return read


def _record(record: Record) -> None:
    _ = record.says
    dump_lock(parse_lock(dump_lock(refcore.Lock([record]))))


def _feed(data: bytes) -> None:
    feed = parse_feed(data)
    for record in feed.records:
        _record(record)


def _packed(data: bytes) -> None:
    for kind in (data, b"\x1f\x8b\x08\x00" + data):
        with contextlib.suppress(ValueError):  # what the client makes an error of the service
            b"".join(unpacked([kind], LARGEST))


def _cache(data: bytes) -> None:
    """A cache file of any bytes is used or set aside; a row of any content is not a fault."""
    asked = read_identifier("arXiv:2506.13585")
    with tempfile.TemporaryDirectory() as name:
        cache = Cache(Path(name))
        cache.path.write_bytes(data)
        cache.get_all([asked])
        cache.search("words")
        cache.none_of([asked])
        cache.with_title("Title")
    with tempfile.TemporaryDirectory() as name:
        cache = Cache(Path(name))
        cache.put_search("words", [])
        with sqlite3.connect(cache.path) as db:
            row = (asked.tagged.lower(), 1, "arxiv", "9999-01-01", _text(data))
            db.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)", row)
            latest = (asked.tagged.lower(), "arxiv", 1, "9999-01-01")
            db.execute("INSERT OR REPLACE INTO latest VALUES (?, ?, ?, ?)", latest)
        db.close()
        cache.get_all([asked], stale=True)


def _dump(data: bytes) -> None:
    """A dump of any bytes makes an index or an error; the index answers."""
    with tempfile.TemporaryDirectory() as name:
        for ending in (".jsonl", ".xml", ".csv"):
            dump = Path(name) / f"dump{ending}"
            dump.write_bytes(data)
            try:
                built = build(dump, Path(name) / f"index{ending}")
            except RefcoreError:
                continue
            with Index(built.path) as index:
                index.find_works("Attention Is All You Need")
                index.get_all([read_identifier("2506.13585"), read_identifier("10.1000/xyz")])


def _index(data: bytes) -> None:
    """An index with bytes of its own in the middle is read, or an error says that it is damaged."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "dump.jsonl"
        source.write_bytes(_DUMPED)
        path = build(source, Path(name) / "index").path
        held = path.read_bytes()
        place = (int.from_bytes(data[:2], "little") * 37) % len(held)
        path.write_bytes(held[:place] + data[2:] + held[place + len(data[2:]) :])
        try:
            with Index(path) as index:
                index.find_works("A Title of Some Words")
                index.get_all([read_identifier("10.1000/xyz")])
        except RefcoreError:
            return


def _text_list(data: bytes) -> None:
    _everywhere(read_list(_text(data)), data)


def _pdf(data: bytes) -> None:
    _everywhere(read_pdf(data, "drawn.pdf"), data)


def _page_of_text(data: bytes) -> None:
    """The text of a page that a sound PDF file has, whatever it says."""
    _pdf(_with_content(data))


def _with_content(shown: bytes) -> bytes:
    content = b"BT /F 9 Tf %s ET" % shown
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
    return _PDF.replace(b"%CONTENT", stream)


def _docx(data: bytes) -> None:
    """The bytes as a Word file, and as the document inside one that is sound otherwise."""
    with contextlib.suppress(RefcoreError):
        _everywhere(read_docx(data, "drawn.docx"), data)
    _everywhere(read_docx(_with_document(data), "drawn.docx"), data)


@functools.cache
def _sound_docx() -> bytes:
    from docx import Document

    document, held = Document(), io.BytesIO()
    document.add_heading("References")
    for line in _LIST.decode().splitlines()[1:]:
        document.add_paragraph(line)
    document.save(held)
    return held.getvalue()


def _with_document(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_sound_docx())) as sound, zipfile.ZipFile(held, "w") as made:
        for name in sound.namelist():
            made.writestr(name, content if name == "word/document.xml" else sound.read(name))
    return held.getvalue()


def _mcp(data: bytes) -> None:
    """A call of a tool is answered in JSON, or refused in words."""
    import anyio
    from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError

    try:
        tool, arguments = json.loads(_text(data))
    except (ValueError, TypeError, RecursionError):
        return
    if not isinstance(arguments, dict):
        return
    try:
        answer = anyio.run(_server().call_tool, str(tool), arguments, _silent())
    except UnexpectedToolError as fault:
        raise Broken(f"{tool}: {fault.__cause__!r}") from fault
    except ToolError:
        return
    answer.model_dump_json()


def _silent() -> Any:
    """Return the context of a call whose client is told nothing on the way."""
    from mcp.server.mcpserver import Context

    class Silent(Context):  # type: ignore[type-arg]
        async def report_progress(self, *_: object) -> None:
            pass

    return Silent(mcp_server=_server())


@functools.cache
def _server() -> Any:
    from refcore.mcp.server import server_of

    return server_of(default_sources(environ={"REFCORE_OFFLINE": "1"}, cwd=None))


def _corpus(data: bytes) -> None:
    """Lines of a corpus are rows or said; what a table has packed is read as it was packed."""
    from refcore.corpus.packed import pack, unpack
    from refcore.corpus.references import _of_lines

    _of_lines(Path("drawn.jsonl"), 1, _text(data).splitlines())
    if not data.startswith(b'{"key'):
        return
    reference = unpack(_text(data))
    if unpack(pack(reference)) != reference:
        raise Broken(f"{reference!r} is packed and unpacked otherwise")


def _table(data: bytes) -> None:
    """A sound table with bytes of its own in the middle is read, or an error says why not."""
    import pyarrow.parquet as pq

    from refcore.corpus.references import references_table
    from refcore.corpus.schemas import REFERENCES
    from refcore.corpus.sound import check_table, damage_in

    held = io.BytesIO()
    pq.write_table(references_table(_ONE), held)
    sound = held.getvalue()
    place = (int.from_bytes(data[:2], "little") * 37) % len(sound)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "drawn.parquet"
        path.write_bytes(sound[:place] + data[2:] + sound[place + len(data[2:]) :])
        check_table(path, REFERENCES, ["reference", "title"], "references")
        with damage_in(path):
            pq.read_table(path, columns=["reference", "title"])


def _settings(data: bytes) -> None:
    """Settings are taken or refused for each command; so is a list of what is accepted."""
    if data.startswith(b"{"):
        Baseline.parse(data, "drawn.json")
        return
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "refcore.toml"
        path.write_bytes(data)
        config = read_config(path)
        context = click.Context(cli)
        names = cli.list_commands(context)
        config.check(names)
        for name in names:
            command = cli.get_command(context, name)
            assert command is not None
            config.defaults(command)


_ONE = Library(
    [
        refcore.Reference(
            "a",
            title="A Title of Some Words",
            authors=refcore.read_bibtex_names("Li, An and de la Cruz, Bo"),
        )
    ]
)
_DUMPED = (
    b"""{"id": "2506.13585", "title": "A Title of Some Words", "authors": "An Li, Bo Fei",
"doi": "10.1000/xyz", "categories": "cs.CL", "update_date": "2025-07-02",
"versions": [{"version": "v1", "created": "Mon, 16 Jun 2025 08:08:08 GMT"}],
"authors_parsed": [["Li", "An", ""], ["Fei", "Bo", ""]]}""".replace(b"\n", b" ")
    + b"\n"
)
_ENTRY = b"""@string{jan1 = "January"}
@article{li2020a, author = {Li, An and {\\'E}lan, Bo and others}, title = {On {DNA} $x^2$},
  journal = j # " of X", year = 2020, month = jan # "~7--12", doi = {10.1000/xyz}, pages = "1--9"}
@comment{jabref-meta: x} % Encoding: UTF-8
@xdata{x, publisher = {P}} @book(b, xdata = {x}, crossref = {li2020a}, edition = {2nd})
"""
_NOTE = """---
title: Notes
---
# Papers
- **MiniMax-M1** by *Chen, A.* and Bo Fei et al. ([arXiv](https://arxiv.org/abs/2506.13585v2))
1. A. Li, B. Fei, "A Title: of Words", *NeurIPS*, 2021. doi:10.1000/xyz

| Title | Authors | Year |
|---|---|---|
| [A Title](https://doi.org/10.1000/x) | Li, An; Fei, Bo | 2020 |

Authors: An Li, Bo Fei, and 27 additional authors
<details><summary>x</summary>\u4f5c\u8005\uff1a\u738b\u5c0f\u660e</details>
```bibtex
@misc{a, title={T}}
```
""".encode()
_FEED = b"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<entry><id>http://arxiv.org/abs/2506.13585v1</id><title>A Title</title>
<published>2025-06-16T08:08:08Z</published><updated>2025-06-16T08:08:08Z</updated>
<author><name>An Li</name><arxiv:affiliation>MIT</arxiv:affiliation></author>
<arxiv:doi>10.1000/xyz</arxiv:doi><arxiv:primary_category term="cs.CL"/></entry></feed>"""
_STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
<macro name="m"><names variable="author"><name and="text" initialize-with=". "/>
<et-al/><substitute><text variable="title"/></substitute></names></macro>
<citation et-al-min="3" et-al-use-first="1"><layout delimiter="; "><group delimiter=" ">
<text macro="m"/><choose><if type="book"><number variable="edition" form="ordinal"/></if>
<else><date variable="issued"><date-part name="year"/></date></else></choose></group></layout>
</citation><bibliography hanging-indent="true"><sort><key macro="m"/></sort><layout suffix=".">
<text macro="m"/><text variable="title" text-case="title" quotes="true"/>
<label variable="page"/></layout></bibliography></style>"""
_WORK = b"""{"status": "ok", "message": {"DOI": "10.1000/xyz", "type": "journal-article",
"title": ["A Title"], "subtitle": ["S"], "author": [{"given": "An", "family": "Li",
"sequence": "first"}, {"name": "A Group"}], "issued": {"date-parts": [[2020, 1, 2]]},
"container-title": ["J"], "page": "1-9", "update-to": [{"type": "retraction", "DOI": "10.1/x",
"updated": {"date-parts": [[2021]]}}], "relation": {"is-preprint-of": [{"id": "10.1/y",
"id-type": "doi"}]}, "ISBN": ["9780306406157"], "volume": 7}}"""
_DATACITE = b"""{"data": [{"id": "10.5281/zenodo.1", "attributes": {"doi": "10.5281/zenodo.1",
"titles": [{"title": "T"}], "creators": [{"name": "Li, An", "nameType": "Personal",
"affiliation": ["X"]}], "publicationYear": 2020, "types": {"resourceTypeGeneral": "Dataset"},
"dates": [{"date": "2020-01-02", "dateType": "Issued"}], "relatedIdentifiers": [
{"relationType": "IsVersionOf", "relatedIdentifier": "10.1/z",
"relatedIdentifierType": "DOI"}]}}]}"""
_PUBMED = b"""<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>123</PMID><Article>
<Journal><Title>J</Title><JournalIssue><Volume>1</Volume><PubDate><Year>2020</Year>
<Month>Jan</Month></PubDate></JournalIssue></Journal><ArticleTitle>A <i>T</i></ArticleTitle>
<AuthorList CompleteYN="Y"><Author><LastName>Li</LastName><ForeName>An</ForeName></Author>
<Author><CollectiveName>G</CollectiveName></Author></AuthorList></Article>
<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID>9</PMID>
</CommentsCorrections></CommentsCorrectionsList></MedlineCitation><PubmedData><ArticleIdList>
<ArticleId IdType="doi">10.1000/xyz</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
</PubmedArticleSet>"""
_STATED = b"""{"id": "arXiv:2506.13585v1", "source": "arxiv", "type": "article",
"title": "A Title", "authors": [{"name": "An Li", "affiliations": ["X"]}, {"name": "G",
"group": true}], "dates": {"issued": "2025-06-16"}, "fields": {"volume": "7"},
"relations": [{"kind": "article", "id": "doi:10.1000/xyz"}], "titles": ["A"],
"notices": [{"kind": "retracted", "date": "2025-07-01", "id": "doi:10.1000/x"}],
"details": {"comment": "c"}, "via": "API", "retrieved": "2025-07-01", "about": ["x"]}"""
_LOCK = b'{"format": 2, "records": [%s]}' % _STATED
_CSL_JSON = b"""[{"id": "a", "type": "article-journal", "title": "A <i>T</i>", "author": [
{"family": "Li", "given": "An", "non-dropping-particle": "de"}, {"literal": "G"}],
"issued": {"date-parts": [[2020, 1], [2021]], "circa": true}, "DOI": "10.1000/xyz",
"note": "PMID: 1\\noriginal-date: 1999", "custom": {"k": [1, null]}, "page": 3}]"""
_RIS = b"""TY  - JOUR\r\nAU  - Li, An\r\nA2  - Fei, Bo\r\nTI  - A Title\r\nPY  - 2020/01/02/
DA  - 2020/01\r\nJO  - J\r\nSP  - 1\r\nEP  - 9\r\nM3  - 10.1000/xyz\r\nER  - \r\n"""
_HAYAGRIVA = b"""a:
  type: article
  title: { value: "A *T*", verbatim: true }
  author: ["Li, An", {given-name: Bo, name: Fei, prefix: de}]
  date: 2020-01
  page-range: 1-9
  serial-number: {doi: 10.1000/xyz}
  parent: &p {type: periodical, title: J, volume: 3}
b: {type: book, parent: *p}
"""
_CFF = b"""cff-version: 1.2.0
title: "A Title"
message: cite
authors:
  - {family-names: Li, given-names: An, orcid: "https://orcid.org/0000-0002-1825-0097"}
  - name: G
date-released: 2020-01-02
references:
  - type: conference-paper
    title: T
    authors: [{name: G}]
    conference: {name: C, city: X}
"""
_NBIB = b"""PMID- 123\nTI  - A Title\n      goes on\nFAU - Li, An\nAU  - Li A\nCN  - G
DP  - 2020 Jan 2\nTA  - J\nAID - 10.1000/xyz [doi]\nRIN - X\n\n"""
_LIST = b"""References
[1] A. Li and B. Fei, \"A title of words,\" J. of X, vol. 3, pp. 1-9, 2020. doi:10.1000/xyz
[2] C. de la Cruz et al. Another title. In Proc. NeurIPS, 2021. arXiv:2506.13585
Li, A., & Fei, B. (2020). A title: Of words. Journal, 3(2), 1-9. https://doi.org/10.1000/xyz
"""
_TEX = b"""\\documentclass{article}\\begin{document}\\cite[p.~3]{a,b} \\nocite{*}
\\begin{thebibliography}{9}\\bibitem[Li(2020)]{a} A. Li, {\\em A Title}, 2020.
\\bibitem{b} B. Fei. \\newblock A title. \\end{thebibliography}\\end{document}"""
_BBL = b"""\\refsection{0}\\datalist[entry]{nty/global//global/global}\\entry{a}{article}{}
\\name{author}{1}{}{{{hash=x}{family={Li},given={An}}}}\\field{title}{A Title}\\field{year}{2020}
\\endentry\\enddatalist\\endrefsection"""
_PAPER = b"""---
nocite: "@b"
lang: en
---
Text [@a, p. 3; see also -@b] and @a [ch. 2] `[@a]` $[@a]$ [^1].

[^1]: See @{a b}.

::: {#refs}
:::
"""
_RST = b"""References
==========

.. [1] Li, A. and B. Fei, *A Title of Words*, J. of X **3**, 1 (2020). :doi:`10.1000/xyz`
.. [Fei21] Bo Fei. "Another title", :arxiv:`2506.13585`.

* An Li, Bo Fei: `A Title <https://doi.org/10.1000/xyz>`_, :cite:p:`a`
"""
_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F
<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj%CONTENT
endobj
trailer<</Root 1 0 R>>
"""
_SHOWN = b"""1 0 0 1 50 700 Tm (References) Tj 0 -20 Td
([1] A. Li and B. Fei, A title of words, J. of X 3, 1-9, 2020. doi:10.1000/xyz) Tj 0 -12 Td
([2] C. de la Cruz. Another title. In Proc. NeurIPS, 2021. arXiv:2506.13585) Tj"""
_BODY = b"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>References</w:t></w:r></w:p>
<w:p><w:r><w:t>Li, A. (2020). A title of words. </w:t></w:r><w:r><w:rPr><w:i/></w:rPr>
<w:t>Journal of X, 3</w:t></w:r><w:r><w:t>, 1-9.</w:t></w:r></w:p></w:body></w:document>"""
_CALL = b"""["verify_references", {"text": "@misc{a, title={T}, author={Li, An}}",
"format": "bibtex", "lookup": true}]"""
_CALLS = (
    b'["verify_authors", {"identifier": "2506.13585", "names": "An Li, Bo Fei"}]',
    b'["fetch", {"identifiers": ["10.1000/xyz", "x"], "format": "ris"}]',
    b'["search", {"title": "A Title", "author": "Li"}]',
    b'["format_bibliography", {"text": "@misc{a, title={T}}", "style": "ieee", "output": "html"}]',
)
_PACKED = b"""{"key":"a","type":"article-journal","title":"T","authors":[["An","Li"],
{"name":"G","affiliations":[]}],"issued":"2020-01","names":{"editor":{"authors":[["Bo","Fei"]]}},
"doi":"10.1000/xyz","fields":{"volume":"7"},"location":["a.bib",1,1]}"""
_TOML = b"""lock = "a.lock.json"
offline = true
sources = ["arxiv", "crossref"]
[verify]
strict = true
format = "json"
[tidy]
sort = true
"""
_BASELINE = b"""{"format": 1, "accepted": [{"file": "a.bib", "key": "a", "finding": "x",
"reason": "y"}]}"""
_JSON_WORDS = ("null", "true", "[]", "{}", '""', "1e999", "-1", "[[]]", "[null]", '{"a":', "NaN")

READERS: dict[str, Reader] = {
    row.name: row
    for row in (
        Reader(
            "bibtex",
            _bibtex,
            (_ENTRY,),
            ("@", "{", "}", '"', "#", "@string{", "crossref", "xdata", " and ", "\\'", "$"),
        ),
        Reader(
            "latex",
            _latex,
            (b"{\\'E}lan \\textit{a} $\\alpha_{2}$ \\ce{H2O} \\SI{3}{m} --- ~ \\v{c}",),
            ("\\", "{", "}", "$", "\\(", "\\)", "^", "_", "\\frac", "\\ifmmode", "\\fi", "~"),
        ),
        Reader(
            "names",
            _names,
            (
                b"Li, An and de la Cruz, Bo, Jr. and others",
                b"An Li, Bo Fei (MIT), et al.",
                b"Rinaldi ME; \xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e | Dr. C. D'Arc",
            ),
            (" and ", ", ", "; ", "et al.", "Jr.", "van der ", "{", "}", "-", "'", ". ", "others"),
        ),
        Reader(
            "titles",
            _titles,
            (b"A Title: of $x^2$ Words\nA title of x<sup>2</sup>", b"10.1000/xyz(1)\n", b"PMC1"),
            (
                "arXiv:",
                "doi:",
                "https://doi.org/",
                "PMID ",
                "ISBN ",
                "<i>",
                "</i>",
                ": ",
                "I",
                "II",
            ),
        ),
        Reader(
            "markdown",
            _format("markdown"),
            (_NOTE,),
            ("**", "[", "](", "|", "<", "</", "- ", "# ", "Authors:", "et al.", "arXiv", "`", "$"),
        ),
        Reader(
            "document",
            _document,
            (_PAPER,),
            ("[@", "@a", "]", "[^", "^[", "::: {", ":::", "---", "`", "$", "@{", "p. ", ";"),
        ),
        Reader(
            "text list", _text_list, (_LIST,), ("[1] ", "(2020). ", "In ", "doi:", "et al.", "\n")
        ),
        Reader("csl-json", _format("csl-json"), (_CSL_JSON,), (*_JSON_WORDS, "date-parts", "raw")),
        Reader("ris", _format("ris"), (_RIS,), ("TY  - ", "ER  - ", "AU  - ", "PY  - ", "N2  - ")),
        Reader(
            "nbib", _format("nbib"), (_NBIB,), ("PMID- ", "FAU - ", "AID - ", "      ", "DP  - ")
        ),
        Reader(
            "hayagriva",
            _format("hayagriva"),
            (_HAYAGRIVA,),
            ("parent:", "- ", "&p", "*p", "!!", "{", "}", "[", "]", ": ", "|\n", "<<:", "date:"),
        ),
        Reader("cff", _format("cff"), (_CFF,), ("references:", "authors:", "- ", ": ", "&p", "*p")),
        Reader(
            "latex document",
            _format("latex"),
            (_TEX, _BBL),
            ("\\bibitem", "\\cite", "\\newblock", "{", "}", "[", "]", "%", "\\entry", "\\field"),
        ),
        Reader(
            "style",
            _style,
            (_STYLE,),
            ("<group>", "</group>", "<text ", "variable=", "macro=", "<choose>", "<if ", "/>", '"'),
        ),
        Reader("feed", _feed, (_FEED,), ("<entry>", "</entry>", "<id>", "<author>", "<name>", "&")),
        Reader(
            "answers in JSON",
            _answers(
                read_works,
                read_dois,
                read_agencies,
                read_csl,
                read_literature,
                read_openalex,
                read_books,
            ),
            (_WORK, _DATACITE, b'[{"DOI": "10.1000/xyz", "RA": "Crossref"}]'),
            (*_JSON_WORDS, "message", "items", "data", "hits", "results", "date-parts", "author"),
        ),
        Reader(
            "answers in XML",
            _answers(read_articles, read_pmids, read_unixsd),
            (_PUBMED,),
            ("<PMID>", "<Author>", "<Year>", "</", "<query>", "<doi_record>", "&#", "<!DOCTYPE"),
        ),
        Reader("packed answers", _packed, (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03KL\x01\x00",)),
        Reader(
            "lock", _lock, (_LOCK,), (*_JSON_WORDS, "records", "arXiv:", "doi:", "format", "about")
        ),
        Reader("cache", _cache, (_STATED, b"SQLite format 3\x00"), _JSON_WORDS),
        Reader(
            "dump",
            _dump,
            (
                _DUMPED,
                b"<dblp><article key='a'><author>An Li</author><title>T.</title></article></dblp>",
            ),
            (*_JSON_WORDS, "<article ", "</article>", "<author>", "DOI", "versions"),
        ),
        Reader(
            "reStructuredText",
            _format("markdown"),
            (_RST,),
            (".. [", "]", ":doi:`", "`_", "``", "*", "**", "|", "\\ ", "===", "::", ".. _"),
        ),
        Reader("settings", _settings, (_TOML, _BASELINE), ("[verify]", " = ", "[[", "true", '"')),
        *(
            row
            for needed, row in (
                ("mcp", Reader("calls in JSON", _mcp, (_CALL, *_CALLS), _JSON_WORDS)),
                ("pyarrow", Reader("corpus in JSON", _corpus, (_PACKED, _CSL_JSON), _JSON_WORDS)),
                ("pyarrow", Reader("table", _table, (b"\x00\x00PAR1", b"\x02\x00"))),
                ("pypdfium2", Reader("pdf", _pdf, (_with_content(_SHOWN),))),
                (
                    "pypdfium2",
                    Reader("page", _page_of_text, (_SHOWN,), (" Tj", " Td", " Tm", "(", ")", "Tf")),
                ),
                (
                    "docx",
                    Reader("docx", _docx, (_BODY,), ("<w:p>", "<w:t>", "</w:", "w:val=", "&#")),
                ),
            )
            if find_spec(needed)
        ),
        Reader("index", _index, (b"\x00\x00aaaa", b"\x90\x01\xff\xff\xff\xff")),
    )
}

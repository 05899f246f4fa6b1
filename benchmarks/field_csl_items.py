"""Items for the field cases on citations that do not state their own: one recipe a case.

What a case describes in words is built here; the expectation stays in its file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from refcore import Authors, Person, Reference, bibliography, cite, loads
from refcore.csl import Cite, Processor, Style

Found = str | list[str]

_NS = 'xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"'
_INFO = "<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>"


def name(family: str, given: str = "") -> dict[str, str]:
    return {"family": family, "given": given} if given else {"family": family}


def book(key: str, *authors: dict[str, str], year: int = 2001, **more: Any) -> dict[str, Any]:
    held = {"author": list(authors)} if authors else {}
    issued = {"date-parts": [[year]]}
    return {"id": key, "type": "book", "title": "T", "issued": issued, **held, **more}


def style(layout: str, options: str = "", root: str = "") -> Style:
    text = f"<style {_NS}{root}>{_INFO}<citation{options}><layout>{layout}</layout></citation>"
    return Style.from_xml(f"{text}</style>")


def each(processor: Processor, keys: str | list[str]) -> list[str]:
    return [processor.cite_one(key) for key in keys]


def named_in(case: dict[str, Any], *names: dict[str, str]) -> list[str]:
    """Cite a name for each, in the style that the case holds."""
    items = [book(str(at), one) for at, one in enumerate(names)]
    processor = Processor(Style.from_xml(case["input"]), items)
    return each(processor, [item["id"] for item in items])


def two_names(case: dict[str, Any]) -> list[str]:
    ana = name("Reyes", "Ana")
    items = [book("a", ana, {"literal": "Oslo Group"}), book("b", ana, name("Oslo", "Gro"))]
    return each(Processor(Style.from_xml(case["input"]), items), "ab")


def substitute(case: dict[str, Any]) -> list[str]:
    kim = name("Kim", "Al")
    items = [
        book("a", kim, name("Lo", "Bo"), title="One"),
        book("b", kim, name("Mo", "Cy"), title="Two"),
    ]
    text = str(Processor(Style.from_xml(case["input"]), items).bibliography())
    return [line.strip() for line in text.splitlines()]


def numbers(case: dict[str, Any]) -> list[str]:
    items = [book(str(number)) for number in range(1, 12)]
    processor = Processor(Style.from_xml(case["input"]), items)
    groups = ("11 9 8 10", "3 5 1 2", "5 4 3 2 1")
    return [processor.cite_one(list(group.split())) for group in groups]


def title_of(case: dict[str, Any]) -> str:
    item = book("a", name("Ash", "Al"), title=case["input"], publisher="P")
    if case["id"].startswith("case-nonen"):
        item["language"] = "de"
    if case["id"] == "quote-emphasis":
        item |= {"type": "article-journal", "container-title": "J"}
        del item["publisher"]
    return str(Processor("chicago-author-date", [item]).bibliography())


def suffixes(case: dict[str, Any]) -> list[str]:
    keys = ("a", "b", "c", "d")
    items = [
        book(key, name(family), year=2003, title=key)
        for key, family in zip(keys, ("Ah", "Ah", "Bo", "Bo"), strict=True)
    ]
    return each(Processor(Style.from_xml(case["input"]), items), list(keys))


def prose(chosen: str, *authors: str, year: int = 2003, locator: str = "") -> list[str]:
    item = book("a", *(name(author) for author in authors), year=year, title="A paper")
    processor = Processor(chosen, [item])
    modes = ("author-only", "suppress-author")
    return [
        processor.cite_one(Cite("a", locator=locator if mode != "author-only" else "", mode=mode))
        for mode in modes
    ]


def page_and_locator() -> str:
    parts = "".join(
        f'<group delimiter=" "><label variable="{variable}" form="short"/>'
        f'<text variable="{variable}"/></group>'
        for variable in ("page", "locator")
    )
    processor = Processor(
        style(f'<group delimiter=", ">{parts}</group>'), [book("a", page="20-33")]
    )
    return processor.cite_one(Cite("a", locator="21"))


def ranges(*asked: tuple[str, str]) -> list[str]:
    out = []
    for pages, kind in asked:
        chosen = style('<text variable="page"/>', "", f' page-range-format="{kind}"')
        out.append(Processor(chosen, [book("a", page=pages)]).cite_one("a"))
    return out


def entry(bibtex: str, chosen: str = "apa", output: str = "text", **options: Any) -> str:
    return str(bibliography(loads(bibtex, "bibtex"), chosen, output, **options))


def hebrew() -> str:
    names = '<names variable="author"><name form="short" and="text"/></names>'
    item = book("a", name("לוי"), name("כהן"))
    return Processor(style(names), [item], "he-IL").cite_one("a")


def collapsed() -> str:
    items = [
        book("a", name("Kimura"), year=2003),
        book("b", name("Kimura"), year=2007),
        book("c", name("Osei"), year=1998),
    ]
    cites = [Cite("a", locator="12"), Cite("b", locator="340"), Cite("c")]
    return Processor("chicago-author-date-17th-edition", items).cite_one(cites)


def marlows(chosen: str, *given: str) -> list[str]:
    items = [book(str(at), name("Marlow", one), year=2001 + at) for at, one in enumerate(given)]
    return each(Processor(chosen, items), [item["id"] for item in items])


def locators(*asked: dict[str, str]) -> list[str]:
    item = book("a", name("Al"), name("Bo"), name("Cy"), year=2003)
    processor = Processor("apa", [item])
    return [processor.cite_one({"id": "a", **one}) for one in asked]


def own_labels(case: dict[str, Any]) -> list[str]:
    """Return what is expected, where the cites have it."""
    chapter, folio = locators({"locator": "ch. 4"}, {"locator": "vol. 2, fol. 3"})
    right = any(text in chapter for text in ("chap. 4", "Chapter 4")) and "p." not in chapter
    return [case["expected"][0] if right else chapter, folio[folio.find("vol.") : -1]]


def sici() -> str:
    doi = "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"
    text = entry(_DOI % doi, "apa", "html")
    whole = 'href="https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID'
    quoted = whole.replace("&lt;", "%3C")
    return "href holds the whole DOI" if whole in text or quoted in text else text


def in_text_order() -> str:
    library = loads(
        "@book{a, author={Zed, Z.}, title={T}, year=2001} "
        "@book{b, author={Ash, A. and Elm, E.}, title={U}, year=2002}",
        "bibtex",
    )
    return cite(library, ["a", "b"])


def ieee(*cites: str | Cite) -> str:
    items = [book(key) for key in "abc"]
    return Processor("ieee", items).cite_one(list(cites))


def filed(chosen: str, first: str, second: str) -> list[str]:
    text = f"@book{{a, author={{{second}}}, title={{T}}, publisher={{P}}, year=2000}} "
    text += f"@book{{b, author={{{first}}}, title={{T}}, publisher={{P}}, year=2000}}"
    return entry(text, chosen).splitlines()


_JOURNAL = "@article{a, author={Ash, A.}, title={Moss}, journal={J}, year=2018, %s}"
_DOI = _JOURNAL % "doi={%s}"
_BOOK = "@%s{a, author={Ash, A.}, title={Moss}, publisher={P}, year=2018, %s}"
_CHINESE = (
    "@article{a, author={李, 世民 and 秦, 叔宝}, title={沙漠种植玉米}, journal={沙漠期刊}, "
    "year=2021, volume=7, number=14, pages={11--17}, langid={chinese}}"
)
_GBT = "china-national-standard-gb-t-7714-2015-numeric"
_MANY = " and ".join(f"N{chr(97 + at)}, A." for at in range(20)) + " and others"


def apa(**more: Any) -> str:
    return str(Processor("apa", [book("a", name("Ash", "A."), **more)]).bibliography())


def no_others() -> str:
    text = entry(_JOURNAL.replace("Ash, A.", _MANY) % "volume=1")
    return text if "others" in text else "no 'others' behind the ellipsis"


def no_tag() -> str:
    item = book("a", name("Ash"), title='On <span class="nodecor">peat</span>')
    text = str(Processor("chicago-author-date", [item]).bibliography())
    return text if "<" in text or "span" in text else "no tag in the text"


def unlinked() -> str:
    text = entry(_DOI % "10.1000/x_1", "apa", "html", links=False)
    return "option" if "<a " not in text else text


# Whole entries for cases that show a field or two.
_PEAT = (
    "@article{a, author={Ash, A.}, %s, journal={Journal of Peat}, volume=1, pages={2--3}, "
    "year=2001}"
)
_PLAY = "@article{a, author={Ash, Al}, %s, journal={J}, year=2001}"
_STATE = "@article{a, author={Ash, A.}, title={Moss}, journal={J}, %s}"
_BY = "@book{a, title={%s}, publisher={%s}, year=%s, %%s}"
ENTRIES: dict[str, tuple[str, str]] = {
    "initials-spaced-hyphen": ("@article{a, %s, title={T}, journal={J}, year=2000}", "ieee"),
    "braced-della-porta": (_BY % ("Social Movements", "Pub", 1995), "chicago-author-date"),
    "braced-van": (_BY % ("Free Will", "Pub", 1975), "chicago-author-date"),
    "van-gulik-chicago": (_BY % ("T", "P", 2001), "chicago-author-date"),
    "bib-titlecase-apa": ("@book{a, author={Ash, A.}, %s, publisher={P}, year=2001}", "apa"),
    "bib-titlecase-ieee": (_PEAT, "ieee"),
    "bib-titlecase-vancouver": (_PEAT, "nlm-citation-sequence"),
    "quote-in-title-bib": (_PLAY, "chicago-author-date"),
    "quote-in-title-tex": (_PLAY, "chicago-author-date"),
    "pubstate-inpress": (_STATE, "apa"),
    "pubstate-submitted": (_STATE, "apa"),
    "pubstate-prepublished": (_STATE, "apa"),
    "year-{in press}": (_STATE, "apa"),
    "year-{In press}": (_STATE, "apa"),
    "url-underscore": (
        "@article{a, author={Ash, A.}, title={Moss}, journal={J}, volume=2, pages={1--3}, "
        "year=2018, %s}",
        "apa",
    ),
    "report-number-digits": (
        "@techreport{a, author={{National Sleep Institute}}, title={A Smoking-Free Ward}, "
        "institution={National Sleep Institute}, year=2018, %s}",
        "apa",
    ),
    "eid-nature": ("@article{a, author={Ash, A.}, title={Moss}, year=2018, %s}", "nature"),
    "others-editor": (
        "@incollection{a, author={Ash, A.}, title={Moss}, booktitle={Trees}, year=2018, %s}",
        "apa",
    ),
}


def whole_entry(case: dict[str, Any]) -> str:
    template, chosen = ENTRIES[case["id"]]
    field = case["input"].partition(" ")[2] if case["input"].startswith("@") else case["input"]
    return entry(template % field, chosen)


def two_particles() -> list[str]:
    text = "@book{%s, author={%s}, title={%s}, publisher={P}, year=2018}"
    both = text % ("a", "v.d. Laan, Piet", "A") + text % ("b", "v. Halem, Ute", "B")
    return entry(both, "chicago-author-date").splitlines()


def counted_others() -> str:
    authors = Authors([Person("A.", "Ash")], others=27)
    return str(bibliography(Reference("a", "book", "Moss", authors)))


DOI = "10.1000/x_1"
BY_ID: dict[str, Callable[[dict[str, Any]], Found]] = {
    **dict.fromkeys(ENTRIES, whole_entry),
    "particle-vd": lambda _: two_particles(),
    "others-ris": lambda _: counted_others(),
    "name-literal-last-always": two_names,
    "initials-unspaced": lambda case: named_in(
        case, name("Barn", "S.J.B."), name("Jam", "M.R.C.E.L."), name("Mac", "J.G.")
    ),
    "cyrillic-initials": lambda case: named_in(case, name("Орлова", "Вера Ивановна")),
    "arabic-sort-separator": lambda _: str(
        Processor("apa", [book("a", name("تاج الدين", "الياقوت"))]).bibliography()
    ),
    "substitute-etal-differs": substitute,
    "gbt-names": lambda _: entry(_CHINESE, _GBT),
    "sort-citation-number": numbers,
    **{
        f"case-{kind}": title_of
        for kind in ("emdash", "slash", "initials", "after-tag", "stop-end", "nonen")
    },
    "quote-emphasis": title_of,
    "suffix-restarts": suffixes,
    "prose-etal": lambda _: prose("apa", "Al", "Bo", "Cy", "Di"),
    "composite-locator": lambda _: prose("apa-6th-edition", "Han", year=2006, locator="57"),
    "prose-no-author": lambda _: prose("apa", year=2025),
    "prose-numeric-author": lambda _: prose("ieee", "Al", "Bo", "Cy", "Di"),
    "locator-and-page-label": lambda _: page_and_locator(),
    "issue-number-large": lambda _: entry(
        _JOURNAL % "number={4857}", "journal-of-common-market-studies"
    ),
    "edition-leading-zero": lambda _: apa(edition="02"),
    "pages-chicago-15": lambda _: ranges(
        ("1496-1504", "chicago-15"),
        ("1496-1504", "chicago-16"),
        ("11564-11615", "chicago-15"),
        ("11564-11615", "chicago-16"),
    ),
    "pages-chicago-big": lambda _: ranges(
        ("11564-11615", "chicago-15"), ("12991-13001", "chicago-15"), ("10003-10004", "chicago-15")
    ),
    "date-literal-underscore": lambda _: apa(issued={"literal": "1996_2004"}),
    "commentary": lambda _: entry(_BOOK % ("commentary", "")),
    "unknown-type": lambda _: entry(_BOOK.replace(" publisher={P},", "") % ("lalala", "")),
    "others-21": lambda _: no_others(),
    "particle-vd-json": lambda _: str(
        Processor(
            "chicago-author-date",
            [book("a", name("v.d. Laan", "Piet"), year=2018, title="A", publisher="P")],
        ).bibliography()
    ),
    "and-hebrew-locale": lambda _: hebrew(),
    "after-collapse-locator": lambda _: collapsed(),
    "initials-vs-full-disamb": lambda _: marlows("apa", "Ruth", "R."),
    "initials-period-disamb": lambda _: marlows("apa", "R S", "R.S."),
    "initials-chicago-disamb": lambda _: marlows("chicago-author-date", "R. S.", "R.S."),
    "accents-disamb": lambda _: marlows("apa", "José", "Jose\u0301"),
    "note-unknown-variable": lambda _: apa(
        type="article-journal",
        note="tex.entrytype: x\ncontainer-title: Bogs\nfoo-bar: y\nvolume: 3",
    ),
    "nodecor": lambda _: no_tag(),
    "locator-own-label": own_labels,
    "locator-spaces": lambda case: locators(case["input"])[0],
    "link-doi-ieee": lambda _: entry(_DOI % DOI, "ieee", "html"),
    "link-doi-ama": lambda _: entry(_DOI % DOI, "american-medical-association", "html"),
    "link-sici": lambda _: sici(),
    "link-off": lambda _: unlinked(),
    "guide-apa-intext-order": lambda _: in_text_order(),
    "guide-ieee-locator": lambda _: ieee(Cite("a", locator="3")),
    "guide-ieee-three": lambda _: ieee("a", "b", "c"),
    "sort-nothing-something-mla": lambda _: filed(
        "modern-language-association", "Singh, Yuv", "{Singh Ali}, Nat"
    ),
    "sort-nothing-something-apa": lambda _: filed("apa", "Kim, Zoe", "{Kim Bae}, Al"),
}

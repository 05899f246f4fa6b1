"""What files have around names: keys, tags and elements, and whole fields beside the names."""

from __future__ import annotations

from typing import Final

from refcore.names.noise.row import GAP, noise_row

__all__ = ["RECORDS"]

RECORDS: Final = (
    noise_row(
        "places of work in XML",
        r"<((?:[a-z]{1,20}:)?aff[a-z]{0,20})(?:\s[^<>]{0,200})?>[^<>]{0,400}</\1>",
        "",
        "<name>Bo Fei</name><arxiv:affiliation>MIT</arxiv:affiliation>",
        "Bo Fei",
    ),
    noise_row(
        "the names of elements with a prefix",
        r"</?[a-z]{1,20}:[a-z][\w.-]{0,40}(?:\s[^<>]{0,200})?>",
        "\n",
        "<dc:creator>Bo Fei</dc:creator>",
        "\nBo Fei\n",
    ),
    noise_row(
        "notes of Pandoc",
        r"\^\[[^\[\]\n]{0,300}\]",
        GAP,
        "Bo Fei^[MIT, b@example.org]",
        f"Bo Fei{GAP}",
    ),
    noise_row(
        "subfields of MARC",
        r"(?m)^\d{3} [\d_#\\ ]{0,3} ?[|$‡]a ?|,? ?[|$‡][b-z] [^|$‡\n]{1,80}",
        "",
        "100 1_ |a Fei, Bo, |e author.",
        "Fei, Bo",
    ),
    noise_row(
        "names in two elements of XML, family names first",
        r"<(family|last|surname)[\w-]{0,9}>([^<>]{1,80})</\1[\w-]{0,9}>\s{0,9}"
        r"<(given|first|forename)[\w-]{0,9}>([^<>]{1,80})</\3[\w-]{0,9}>",
        r"\2, \4\n",
        "<surname>Fei</surname><given-names>Bo</given-names>",
        "Fei, Bo\n",
    ),
    noise_row(
        "other lines of a record of RIS or EndNote",
        r"(?m)^(?:(?:T[Y1I]|PY|Y[12]|ER|JO|JF|T2|ID|DO|UR|VL|IS|SP|EP|AB|KW|SN|PB) {2}-"
        r"[^\n]{0,2000}|%(?!A)[A-Z0-9@+][ \t][^\n]{0,2000})$",
        "",
        "%A Fei, Bo\n%T On Moss",
        "Fei, Bo\n",
    ),
    noise_row(
        "addresses in a PubMed file",
        r"(?m)^(?:AD|AUID|IRAD|LA|PT|DEP|TA|JT|PL|PMID|OWN|STAT|LR|DP|LID|SB|JID|PST) {0,2}- "
        r"[^\n]{0,2000}(?:\n {6}[^\n]{0,2000}){0,40}",
        "",
        "FAU - Fei, Bo\nAD  - MIT, Boston.",
        "Fei, Bo\n",
    ),
    noise_row(
        "the field before each name",
        r"(?m)^[ \t]{0,9}(?:author|creator|contributor)s?(?: ?\d{1,3})?\t{1,3}(?=\S)",
        "",
        "Author\tFei, Bo\nAuthor\tGo, Al",
        "Fei, Bo\nGo, Al",
    ),
    noise_row(
        "the field of a .bib file",
        r"\A\s*authors?\s{0,20}=\s{0,20}[{\"]((?:[^{}\"]|\{[^{}]{0,200}\}){1,50000})[}\"],?\s*\Z",
        r"\1",
        "author = {Fei, Bo and Go, Al},",
        "Fei, Bo and Go, Al",
    ),
    noise_row(
        "tags of EndNote",
        r"(?m)^%A[ \t]{1,3}",
        "",
        "%A Fei, Bo",
        "Fei, Bo",
    ),
    noise_row(
        "names in two lines of YAML",
        r"(?m)^[ \t]{0,9}(?:-[ \t]{1,3})?(?:family|last)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})\n"
        r"[ \t]{0,9}(?:given|first)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})",
        r"\1, \2",
        "- family-names: Fei\n  given-names: Bo",
        "Fei, Bo",
    ),
    noise_row(
        "names in two lines of YAML, given names first",
        r"(?m)^[ \t]{0,9}(?:-[ \t]{1,3})?(?:given|first)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})\n"
        r"[ \t]{0,9}(?:family|last)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})",
        r"\2, \1",
        "- given-names: Bo\n  family-names: Fei",
        "Fei, Bo",
    ),
    noise_row(
        "names in two elements of XML",
        r"<(given|first|forename)[\w-]{0,9}>([^<>]{1,80})</\1[\w-]{0,9}>\s{0,9}"
        r"<(family|last|surname)[\w-]{0,9}>([^<>]{1,80})</\3[\w-]{0,9}>",
        r"\4, \2",
        "<given>Bo</given><family>Fei</family>",
        "Fei, Bo",
    ),
    noise_row(
        "tags of a page's head",
        r"<meta\s[^<>]{0,60}\b(?:citation_authors?|dc(?:terms)?\.creator|author)[\"'][^<>]{0,20}content=[\"']([^\"'<>]{1,90})[\"'][^<>]{0,9}>",
        r"\1\n",
        '<meta name="citation_author" content="Fei, Bo">',
        "Fei, Bo\n",
    ),
    noise_row(
        "both forms of a name in a PubMed file",
        r"(?m)^FAU ?- ([^\n]*)(?:\n+AU {1,2}- [^\n]*)?",
        r"\1",
        "FAU - Fei, Bo\nAU  - Fei B",
        "Fei, Bo",
    ),
    noise_row(
        "tags of RIS",
        r"(?m)^A[U1-4] {1,2}- ",
        "",
        "AU  - Fei, Bo",
        "Fei, Bo",
    ),
    noise_row(
        "keys of YAML",
        r"(?m)^[ \t]{0,9}-[ \t]{1,3}(?:full[-_ ]?)?name:[ \t]{1,3}",
        "- ",
        "- name: Bo Fei",
        "- Bo Fei",
    ),
)

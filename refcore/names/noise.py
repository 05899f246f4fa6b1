"""Removes what pasted author lists have beside the names, by a table of patterns.

Each row says what it is, which pattern finds it, what takes its place, and an
example: a text before and after. The rows apply in order. `GAP` keeps the place
of a footnote mark, which may be all that separates two names.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final, NamedTuple

from refcore.text.letters import EAST_ASIAN, widened
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex

__all__ = ["CREDIT", "GAP", "NOISE", "POSITION", "SIGNS", "Noise", "without_noise"]

GAP: Final = "\x1f"

# Three blanks or more separate the columns of a table.
_BLANKS: Final = regex(r"[^\S\n]{3,}")
_EMPTY_LINES: Final = regex(r"\n\s*\n")
# Signs of footnotes and affiliations.
SIGNS: Final = "*∗⁎†‡§¶‖#¤✉☆★⋆⋇◇◊♠♣♥♦♤♡♢♧♮♭♯☯☼△▽▲▼◆□■○●◦⋄⊕⊗✝✠❖‹›"
_MARK: Final = rf"[˒{SIGNS}¹²³⁰⁴-⁾ª-ªᵃ-ᵿ]"
_NUMBER: Final = r"\d{1,2}(?!\d)"
_RAISED: Final = "ᵃ-ᵿ\u1d9b-\u1dbfʰⁱⁿ"
_BETWEEN: Final = rf"(?:{_MARK}|{_NUMBER}|(?<=[,\d¹²³⁰⁴-⁹{SIGNS}])[a-e](?![\w.]))"


class Noise(NamedTuple):
    """A pattern of what is not a name, with an example before and after."""

    what: str
    pattern: re.Pattern[str]
    instead: str
    before: str
    after: str


# What a page sets below or above the names, each on a line of its own.
_PAGE_WORDS: Final = (
    r"(?:view pdf|html \(experimental\)|tex source|other formats|download pdf|full text|open access"
    r"|cite this|share|metrics|get access|check for updates|published:[^\n]*"
    r"|last modified:[^\n]*)(?=[ \t]*(?:\n|\Z))"
)
_DEEDS: Final = (
    r"(?:(?:corresponding |contributing |lead |senior |first |last )?(?:co-?)?(?:authors?|editors?"
    r"|translators?|illustrators?|contributors?|narrators?|presenters?|speakers?)|creators?|ed|trans"
    r"|thesis advisor)"
)
_RANKS: Final = (
    r"(?:principal|co|lead|senior|junior|associate|assistant|adjunct|visiting|postdoctoral|postdoc"
    r"|doctoral|graduate|ph\.?d\.?|msc|master['’]?s|undergraduate|research|corresponding|full|emeritus"
    r"|distinguished|chief|staff|applied|software|data)"
)
_POSITIONS: Final = (
    r"(?:investigator|student|researcher|professor|scientist|engineer|fellow|candidate|assistant"
    r"|associate|lecturer|supervisor|advisor|director|intern|manager|developer|postdoc|officer"
    r"|architect|analyst|reader|member|coordinator|[a-z]{2,20}(?:ologist|ician|metrist|grapher))"
)
POSITION: Final = regex(rf"(?:{_RANKS}[ \t-]){{0,3}}{_POSITIONS}", re.IGNORECASE)


def _row(what: str, pattern: str, instead: str, before: str, after: str) -> Noise:
    return Noise(what, regex(widened(pattern), re.IGNORECASE), instead, before, after)


CREDIT: Final = (
    r"(?:conceptuali[sz]ation|data curation|formal analysis|funding acquisition|investigation"
    r"|methodology|project administration|resources|software|supervision|validation"
    r"|visuali[sz]ation|writing(?: ?[-–—] ?(?:original draft|review (?:&|and) editing))?)"
)

_HAN: Final = rf"[{EAST_ASIAN}]"
NOISE: Final = (
    _row(
        "titles in brackets",
        r"[ \t]?\((?:dr|mrs?|ms|miss|prof|engr?|ret(?:d|ired)?|hon|mag|ing)\.?\)(?=[ \t]?\w)",
        "",
        "Chief (Dr.) Bo Fei",
        "Chief Bo Fei",
    ),
    _row(
        "buttons behind a name",
        r"(?<=[^\W\d_])[ \t]+(?:email logo|view all authors and affiliations)\b",
        "",
        "Bo Fei EMAIL logo and Al Go View all authors and affiliations",
        "Bo Fei and Al Go",
    ),
    _row(
        "the date on the last line",
        rf"\n[ \t]*(?:\d{{1,2}}\.? )?(?:{MONTH_START})[a-z]*\.?,?(?: \d{{1,2}},)?"
        r" (?:19|20)\d\d\.?\s*\Z",
        "",
        "Bo Fei, Al Go\nMay, 2021",
        "Bo Fei, Al Go",
    ),
    _row(
        "letters of affiliations that are raised",
        rf"(?<=[^\W\d_{_RAISED}])[ ]?[{_RAISED}](?:[ ,]{{0,2}}[{_RAISED}]){{0,9}}(?![^\W\d_])",
        "¹",
        "Bo Feiᵃ ᵇ, Al Go ᶜ 1",
        f"Bo Fei{GAP}, Al Go{GAP}{GAP}",
    ),
    _row(
        "places of work in XML",
        r"<((?:[a-z]{1,20}:)?aff[a-z]{0,20})(?:\s[^<>]{0,200})?>[^<>]{0,400}</\1>",
        "",
        "<name>Bo Fei</name><arxiv:affiliation>MIT</arxiv:affiliation>",
        "Bo Fei",
    ),
    _row(
        "the names of elements with a prefix",
        r"</?[a-z]{1,20}:[a-z][\w.-]{0,40}(?:\s[^<>]{0,200})?>",
        "\n",
        "<dc:creator>Bo Fei</dc:creator>",
        "\nBo Fei\n",
    ),
    _row(
        "a name in Chinese letters before the same in Latin ones",
        rf"(?:\A|(?<=[,;\n、，]))[ \t]*{_HAN}(?:{_HAN}|[ ·](?={_HAN})){{1,9}}[ \t]+"
        r"(?=(?-i:[A-Z][A-Za-z'’-]+),?[ \t](?-i:[A-Z]))",
        "",
        "王小明 WANG Xiaoming, Bo Fei",
        "WANG Xiaoming, Bo Fei",
    ),
    _row(
        "a name in Chinese letters after the same in Latin ones",
        rf"(?<![\w\\])((?-i:[A-Z])[\w'’-]{{1,30}})[ \t]+{_HAN}(?:{_HAN}|[ ·](?={_HAN})){{1,9}}"
        r"(?=[ \t]*(?:[,;\n、，]|\Z))",
        r"\1",
        "Bo Fei 费博, 李娜 and 王芳",
        "Bo Fei, 李娜 and 王芳",
    ),
    _row(
        "the number of a talk",
        r"\A\s*(?-i:[A-Z]{1,3})[-.]?\d{1,4}(?:[.-]\d{1,3})?[.:]?[ \t]{1,3}"
        r"(?=(?-i:[A-ZÀ-Þ][a-zß-ÿ.]))",
        "",
        "P12 Bo Fei, Al Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "a button for more, with the last name once more",
        r",?[ \t]*(?:\.\.\.|…)[ \t]?(?:see|show|view) (?:more|all)(?:\n[^\n]{0,60})?\s*\Z",
        ", et al.",
        "Fei B, Go A, ...See more\nHu M",
        "Fei B, Go A, et al.",
    ),
    _row(
        "notes of Pandoc",
        r"\^\[[^\[\]\n]{0,300}\]",
        GAP,
        "Bo Fei^[MIT, b@example.org]",
        f"Bo Fei{GAP}",
    ),
    _row(
        "who answers letters, between commas",
        r",[ \t]{0,3}corresponding author(?=[ \t]{0,3}[,;])",
        "",
        "Bo Fei, Corresponding Author, Al Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "who answers letters, after a name",
        r"[ \t]is (?:a|the) corresponding author\b",
        "",
        "Bo Fei, Al Go is a corresponding author",
        "Bo Fei, Al Go",
    ),
    _row(
        "numbers of affiliations between a comma and the next name",
        r"(?<=[^\W\d_]),\d{1,2}(?:,\d{1,2}){0,5}(?=(?:and )?(?-i:[A-ZÀ-Þ][a-zß-ÿ.]))",
        ", ",
        "Bo Fei,1Al Go,2and Mo Hu",
        "Bo Fei, Al Go, and Mo Hu",
    ),
    _row(
        "members of a society of engineers",
        r",[ \t]{0,3}(?-i:(?:[A-Z]\.){0,2}(?:M|F)\.ASCE|P\.E\.|S\.E\.)(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei, M.ASCE; Al Go, P.E.",
        "Bo Fei; Al Go",
    ),
    _row(
        "who answers letters, glued to a name",
        r"(?<=(?-i:[a-zß-ÿ]))corresponding author\b",
        "",
        "Bo Fei, Mo Farcorresponding author 1",
        f"Bo Fei, Mo Far{GAP}",
    ),
    _row(
        "the head of a mail that is answered",
        r"\AOn [^\n<]{5,60}\d\d(?: ?[ap]m)?,? (?=(?-i:[A-ZÀ-Þ]))|[ \t]wrote:\s*\Z",
        "",
        "On Mon, 2 Jan 2023 at 9:12 AM Bo Fei <b@example.org> wrote:",
        "Bo Fei ",
    ),
    _row(
        "with whom the work is done, on the next line",
        r"\n[ \t]{0,9}(?:joint(?:ly)? work |in collaboration |together )?with[ \t]+"
        r"(?=(?-i:[A-ZÀ-Þ]))",
        "\n",
        "Bo Fei\nJoint work with Al Go",
        "Bo Fei\nAl Go",
    ),
    _row(
        "names in the Fediverse",
        r"[ \t]{0,3}@[\w.-]{1,40}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}",
        "",
        "Bo Fei @bo@example.org",
        "Bo Fei",
    ),
    _row(
        "family names first in quotation marks before an address",
        r"\"([^\",\n]{1,60}), ([^\",\n]{1,60})\"(?=[ \t]?<)",
        r"\2 \1",
        'Bo Fei <b@example.org>, "Go, Al" <a@example.org>',
        "Bo Fei , Al Go ",
    ),
    _row(
        "the reference after et al.",
        r"\b(et al\.?),? (?=(?-i:[A-Z]))[^\n]{3,300}(?<!\d)(?:19|20)\d\d[^\n]{0,60}\Z",
        r"\1",
        "Bo Fei et al. J Moss. 2023.",
        "Bo Fei et al.",
    ),
    _row(
        "subfields of MARC",
        r"(?m)^\d{3} [\d_#\\ ]{0,3} ?[|$‡]a ?|,? ?[|$‡][b-z] [^|$‡\n]{1,80}",
        "",
        "100 1_ |a Fei, Bo, |e author.",
        "Fei, Bo",
    ),
    _row(
        "points between raised numbers",
        r"(?<=[¹²³⁰⁴-⁹])[ ]?[·•][ ]?(?=[¹²³⁰⁴-⁹])",
        ",",
        "Bo Fei¹·², Al Go²",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    _row(
        "words of pages at the end of a name",
        r"[ \t]{1,3}(?:author has email address|save all to author list"
        r"|(?:see all|d[ée]tails)(?=[ \t]*(?:\n|\Z)))",
        "",
        "Bo Fei author has email address",
        "Bo Fei",
    ),
    _row(
        "the title of a Chinese reference",
        r"(?<=[\u3400-\u9fff])[.．][ \t]?[^\n]{2,200}\[[A-Z](?:/[A-Z]{2})?\][^\n]{0,200}\Z",
        "",
        "王小明，李华. 苔藓[J]. 植物学报, 2021.",
        "王小明，李华",
    ),
    _row(
        "Russian degrees",
        r"[ \t][–—-][ \t][дк]\.[^\n]{0,80}",
        "",
        "Иван Петров – к.т.н., доцент",
        "Иван Петров",
    ),
    _row(
        "names in single quotation marks",
        r"(?:\A|(?<=[,;\n])|(?<=[,;] ))'([^'\n]{3,60})'(?=[ \t]?(?:<|[,;\n]|\Z))",
        r"\1",
        "'Bo Fei', 'Al Go'",
        "Bo Fei, Al Go",
    ),
    _row(
        "letters of marks",
        r"(?<=[†‡*¶\d])[a-z]\)",
        "",
        "Bo Fei†a), Al Go††b)",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    _row(
        "members, at the end",
        r",[ \t](?:non-?)?members?[ \t.]*\Z",
        "",
        "Bo Fei and Al Go, Members",
        "Bo Fei and Al Go",
    ),
    _row(
        "roles before a colon in Chinese letters",
        rf"(?:(?<=\n)|\A)[ \t]*{_HAN}{{1,7}}[者人員员師师授長长任자원][ ]?[:：][ \t]*(?={_HAN})",
        "",
        "代表者：李华\n分担者：王明",
        "李华\n王明",
    ),
    _row(
        "emoji as words",
        r"[ \t]*:[a-z][a-z_+-]{1,20}:(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei :wave:, Al Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "who is who in Chinese",
        r"(?:第一|通讯|通信|共同第一|责任)作者[ \t]?[：:][ \t]?",
        "",
        "第一作者：王小明；通讯作者：李华",
        "王小明；李华",
    ),
    _row(
        "lists of mails",
        r"[ \t]via [^<>;,\n]{2,40}(?=[ \t]?<)",
        "",
        "Bo Fei via MossList <list@example.org>",
        "Bo Fei",
    ),
    _row(
        "a button with how many there are",
        r"[ \t]{1,9}show all[ \t]?\((\d{1,5})\)",
        r", \1 authors in total",
        "Bo Fei, Al Go  Show All(12)",
        "Bo Fei, Al Go, 12 authors in total",
    ),
    _row(
        "the title and the year after a colon",
        r"\A([^\n:]{3,2000}(?:,|\band\b)[^\n:]{3,90}?):[ \t][^\n]{5,300}(?:19|20)\d\d[^\n]{0,60}\Z",
        r"\1",
        "Bo Fei, Al Go: Moss and Lamps. MossConf 2021: 1-9",
        "Bo Fei, Al Go",
    ),
    _row(
        "the group for which people sign, after a comma",
        r",?[ \t](?:for|on behalf of)(?: the)? (?=(?-i:[A-Z])[^\n,;]{2,60}\b(?:group|investigators"
        r"|consortium|collaboration|collaborators|network|team|committee)\b)",
        ", ",
        "Bo Fei, Al Go, for the LampX Investigators",
        "Bo Fei, Al Go, LampX Investigators",
    ),
    _row(
        "words of pages after each name",
        r"[ \t]{1,3}author profile\b|,?[ \t]{0,3}send mail to [^;\n]{2,60}"
        r"|[ \t]{0,3}\(dated:[^()\n]{3,40}\)|[ \t]{0,3}[·•|][ \t]{0,3}published\b[^\n]{0,300}\Z",
        "",
        "Bo Fei Author Profile, Al Go Author Profile",
        "Bo Fei, Al Go",
    ),
    _row(
        "Roman numbers of affiliations",
        r"(?<=(?-i:[a-zß-ÿ]))(?-i:I{1,3}|IV|VI{0,3})(?:,(?-i:I{1,3}|IV|VI{0,3})){0,4}"
        r"(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        GAP,
        "Bo FeiI; Al GoII",
        f"Bo Fei{GAP}; Al Go{GAP}",
    ),
    _row(
        "numbers of affiliations between names",
        r"(?<=[^\W\d_][^\W\d_])(?: |,[ ]?#?[ ])\d{1,2}(?: ?, ?\d{1,2}){0,5} (?=(?:and )?"
        r"(?-i:[A-ZÀ-Þ])[^\W\d_]+ [^\W\d_])",
        f"{GAP} ",
        "Bo Fei 1, 2 Al Go 3",
        f"Bo Fei{GAP} Al Go{GAP}",
    ),
    _row(
        "a button without a space before it",
        r"(?<=[^\W\d_])(?=(?-i:Authors? Info|View all)\b)",
        " ",
        "Bo Fei, Al GoAuthors Info & Claims",
        "Bo Fei, Al Go",
    ),
    _row(
        "stars after Chinese names",
        r"(?<=[\u3400-\u9fff])\*{1,4}\d{0,2}(?!\d)",
        GAP,
        "王小明** 李华*",
        f"王小明{GAP} 李华{GAP}",
    ),
    _row(
        "numbers of affiliations after a semicolon",
        r";\d{1,2}(?:,\d{1,2}){0,5}[ \t]{1,3}(?=(?-i:[^\W\d_a-z]))",
        "; ",
        "Bo Fei, MD;1 Al Go, PhD;2 Mo Hu",
        "Bo Fei, MD; Al Go, PhD; Mo Hu",
    ),
    _row(
        "the title on the line below a colon",
        r"\A([^\n:]{3,2000}(?:,|\band\b)[^\n:]{3,90}?)(?::[ \t]{0,9}\n|[ \t]:[ \t])[^\n]{5,400}\Z",
        r"\1",
        "Bo Fei, Al Go:\nMoss and Lamps. MossConf 2021: 1-9",
        "Bo Fei, Al Go",
    ),
    _row(
        "contributions before a colon",
        rf"(?:\A|(?<=[;\n]))[ \t]{{0,9}}{CREDIT}(?:(?:, ?| and ){CREDIT}){{0,14}}:[ \t]{{0,9}}",
        " ",
        "Software: Bo Fei; Validation: Al Go",
        " Bo Fei; Al Go",
    ),
    _row(
        "the name of a picture before a name",
        r"([^\W\d_][^\n,;]{3,60}?)[ \t]*profile (?:image|picture|photo)[ \t]*(?=\1)",
        "",
        "Bo Fei profile imageBo Fei",
        "Bo Fei",
    ),
    _row(
        "ids of OpenReview",
        r"~([^\W\d_](?:[^\W\d_]|[.'’-]){0,30})_([^\W\d_][\w.'’-]{0,30}?)(?:_([^\W\d_][^\W_.'’]{0,30}?))?\d{1,3}\b",
        r"\1 \2 \3",
        "~Bo_Fei1, ~Al_M_Go12",
        "Bo Fei , Al M Go",
    ),
    _row(
        "underlines in place of spaces",
        r"(?<=[^\W\d_])_(?=(?-i:[A-ZÀ-Þ]))",
        " ",
        "Bo_Fei, Al_Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "the mark of a corresponding author, as PMC has it",
        r"(?<=(?-i:[a-zß-ÿ]))(?-i:corresponding author)(?=\d|[ \t]*(?:[,;\n]|and\b|\Z))",
        GAP,
        "Bo Feicorresponding author4, Al Go",
        f"Bo Fei{GAP}4, Al Go",
    ),
    _row(
        "degrees of two parts",
        r",?[ \t]{1,3}(?-i:M\.? ?B\.?|B\.? ?M\.?),?[ \t]{0,3}"
        r"(?-i:B\.? ?S\.?|Ch\.? ?B\.?|B\.? ?Ch(?:ir)?\.?)"
        r"(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        "",
        "Bo Fei, M.B., B.S., Al Go MB BCh",
        "Bo Fei, Al Go",
    ),
    _row(
        "degrees in capitals after a name",
        r"(?<=(?-i:[a-zß-ÿ]))(?:[ \t]{1,3}(?-i:MBBS|MB ?ChB|MBBCh|BMBS|MRCPC?H?|FRC[PS]C?"
        r"|FRACP|FRCA|FRCR|FRCOG|MRCOG|MRCGP|FFICM|FRANZCP|FACC|FAHA|FESC|PharmD|MPH|DPhil|MSPH|MHS|DNP|BSN|MSN|RN|FAAN|PsyD|DPT|DVM|DDS|DMD)"
        r"){1,4}(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        "",
        "Bo Fei MBBS FRCA, Al Go MRCP",
        "Bo Fei, Al Go",
    ),
    _row(
        "the icon of an ORCID, as PLOS has it",
        r"(?<=(?-i:[a-zß-ÿ]))(?-i:ID)(?=[\d,;*†‡☯¤]|[ \t]*(?:\n|\Z))",
        "",
        "Bo FeiID1*, Al GoID",
        f"Bo Fei{GAP}, Al Go",
    ),
    _row(
        "the icon of an ORCID",
        r"[ \t]{0,3}(?:(?<!!)\[ORCID\](?!\()|\borcid[ ]?(?:logo|icon)\b)",
        "",
        "Bo Fei ORCID logo *a, Al Go 1 [ORCID]",
        f"Bo Fei {GAP}, Al Go{GAP}",
    ),
    _row(
        "places in a list of authors of IEEE",
        r"(?m)^[ \t]{0,3}\d{1,2}(?:st|nd|rd|th)[ \t](?=(?-i:[A-ZÀ-Þ]))",
        "",
        "1st Bo Fei\n2nd Al Go",
        "Bo Fei\nAl Go",
    ),
    _row(
        "letters of affiliations after brackets",
        r"(?<=\))[ \t]{1,2}(?-i:[a-h])(?:, ?(?-i:[a-h]))*(?=[ \t]*(?:[,;&\n]|and\b|\Z))",
        GAP,
        "Bo Fei (PhD) a, Al Go (MD) b",
        f"Bo Fei (PhD){GAP}, Al Go (MD){GAP}",
    ),
    _row(
        "names in two elements of XML, family names first",
        r"<(family|last|surname)[\w-]{0,9}>([^<>]{1,80})</\1[\w-]{0,9}>\s{0,9}"
        r"<(given|first|forename)[\w-]{0,9}>([^<>]{1,80})</\3[\w-]{0,9}>",
        r"\2, \4\n",
        "<surname>Fei</surname><given-names>Bo</given-names>",
        "Fei, Bo\n",
    ),
    _row(
        "the reference after names as PubMed writes them",
        r"(?<=(?-i:[ -][A-Z]|[A-Z]{2}))\.[ \t](?=(?-i:[A-Z]))(?=[^\n]{9,497}\Z)"
        r"[^\n]{3,400}(?<!\d)(?:19|20)\d\d"
        r"[^\n;]{0,12};[^\n]{1,80}\Z",
        "",
        "Fei BA, Go A-B. Moss. J Moss. 2021;1:e12.",
        "Fei BA, Go A-B",
    ),
    _row(
        "the reference after a group",
        r"\b(investigators|consortium|collaboration|group|committee)\.[ \t](?=(?-i:[A-Z]))"
        r"[^\n]{3,400}(?<!\d)(?:19|20)\d\d[^\n]{0,60}\Z",
        r"\1",
        "Fei BA; LampX Investigators. Moss. Lancet. 2021.",
        "Fei BA; LampX Investigators",
    ),
    _row(
        "other lines of a record of RIS or EndNote",
        r"(?m)^(?:(?:T[Y1I]|PY|Y[12]|ER|JO|JF|T2|ID|DO|UR|VL|IS|SP|EP|AB|KW|SN|PB) {2}-"
        r"[^\n]{0,2000}|%(?!A)[A-Z0-9@+][ \t][^\n]{0,2000})$",
        "",
        "%A Fei, Bo\n%T On Moss",
        "Fei, Bo\n",
    ),
    _row(
        "addresses in a PubMed file",
        r"(?m)^(?:AD|AUID|IRAD|LA|PT|DEP|TA|JT|PL|PMID|OWN|STAT|LR|DP|LID|SB|JID|PST) {0,2}- "
        r"[^\n]{0,2000}(?:\n {6}[^\n]{0,2000}){0,40}",
        "",
        "FAU - Fei, Bo\nAD  - MIT, Boston.",
        "Fei, Bo\n",
    ),
    _row(
        "a picture with the name once more",
        r"(?m)^([^\n]{3,60})\n[ \t]{0,3}profile[ \t]?(?:image|picture|photo)[ \t]?\1$",
        r"\1",
        "Bo Fei\nProfile ImageBo Fei",
        "Bo Fei",
    ),
    _row(
        "“with” before the others",
        r",[ \t]{1,3}with[ \t]{1,3}(?=(?-i:[A-ZÀ-Þ])[\w.'’-]{0,30}[ \t](?-i:[A-ZÀ-Þ]))",
        ", ",
        "Bo Fei, with Al Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "the field before each name",
        r"(?m)^[ \t]{0,9}(?:author|creator|contributor)s?(?: ?\d{1,3})?\t{1,3}(?=\S)",
        "",
        "Author\tFei, Bo\nAuthor\tGo, Al",
        "Fei, Bo\nGo, Al",
    ),
    _row(
        "heads of mails",
        r"(?m)^[ \t]{0,9}(?:to|cc|bcc|from):[ \t]{1,9}(?=[^\n]{1,300}@)",
        "",
        "To: Bo Fei <bo@example.org>",
        "Bo Fei ",
    ),
    _row(
        "contributions after a colon",
        rf"(?::[*_]{{0,3}}|[*_]{{1,3}}:)[ \t]*{CREDIT}"
        rf"(?:(?:,|;|[ ]and)[ \t]*{CREDIT}){{0,14}}[.;,]?",
        "\n",
        "Bo Fei: Software, Validation. **Al Go:** Supervision.",
        "Bo Fei\n Al Go\n",
    ),
    _row(
        "how many are between the last name and those before",
        r",[ \t]{0,9}(\d{1,4}) others[ \t]{1,9}(?=(?-i:[A-Z]))(?!info\b)",
        r", \1 others, ",
        "Bo Fei, 3 others Al Go",
        "Bo Fei, 3 others, Al Go",
    ),
    _row(
        "words around how many more there are",
        r"[;,]?[ \t]{0,9}\bshow,?[ \t](\d{1,4} others)\b|\b(\d{1,4} others)[ \t]info\b[^\n]{0,90}",
        r"; \1\2",
        "Bo Fei; Al Go; show 3 others",
        "Bo Fei; Al Go; 3 others",
    ),
    _row(
        "how many more a button shows",
        r"(?<=\w)\s{0,9}[,;]?\s{0,9}\+[ \t]?(\d{1,4})[ \t]{0,9}authors?"
        r"(?:[ \t]{1,9}info\b[^\n]*|[ \t]*\Z)",
        r", \1 others",
        "Bo Fei, Al Go + 3 Authors Info & Claims",
        "Bo Fei, Al Go, 3 others",
    ),
    _row(
        "family names in brackets before initials",
        r"(?:\A|(?<=[,;\n] )|(?<=[,;\n]))\(([^\W\d_][\w'’-]{1,30})\)"
        r"(?=[ \t](?-i:[A-Z]{1,3})[ \t]*(?:[,;\n]|\Z))",
        r"\1",
        "(Fei) BA, (Go) A",
        "Fei BA, Go A",
    ),
    _row(
        "numbers of affiliations after initials",
        r"(?<=[^\W\d_]\.)\d{1,2}(?:, ?\d{1,2}){0,5}\*?(?=[ \t]*(?:[,;\n]|\Z))",
        GAP,
        "Fei B.1, Go A.2,3",
        f"Fei B.{GAP}, Go A.{GAP}",
    ),
    _row(
        "the line of Google Scholar",
        r"(?<=[\w…])[ \t]{1,9}[-–][ \t](?:[^\n]{2,200},[ \t])?(?:19|20)\d\d"
        r"(?:[ \t][-–][ \t][^\n]{2,90})?\s*\Z",
        "",
        "B Fei, A Go… - Journal of Moss, 2019 - moss.org",
        "B Fei, A Go…",
    ),
    _row(
        "words of pages",
        rf"(?:\A|(?<=\n)|(?<=[•·|]))[ \t]*{_PAGE_WORDS}",
        "\n",
        "Bo Fei, Al Go\nView PDF",
        "Bo Fei, Al Go\n\n",
    ),
    _row(
        "words of pages before each name",
        r"(?:profile[ \t]*)?(?:\b|(?<=profile))(?:view orcid profile|open in viewer)[ \t]*(?=\w)"
        r"|\bauthor links open overlay panel[ \t]*",
        "",
        "View ORCID Profile Bo Fei, View ORCID ProfileAl Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "signs that have a line of their own",
        r"(?m)^[ \t]*(?:&|and|with|,|;|•|·|\||-)[ \t]*$",
        "",
        "Bo Fei\n&\nAl Go",
        "Bo Fei\n\nAl Go",
    ),
    _row(
        "the short form before the full one",
        r"(?<![^\W\d_])[^\W\d_][\w'’ -]{0,40}, (?-i:[A-Z](?:[. -]{0,2}[A-Z]){0,3}\.?)"
        r" \(([^\W\d_][\w'’ -]{0,40}, [^\W\d_][^()\n]{1,40})\)",
        r"\1",
        "Fei, B (Fei, Bo); Go, A (Go, Al)",
        "Fei, Bo; Go, Al",
    ),
    _row(
        "years of life and roles in catalogues",
        rf",[ \t]*(?:b\.[ \t]?|born )?(?:1[5-9]|20)\d\d-(?:\d{{4}})?\.?(?:,?[ \t]*{_DEEDS})?\.?"
        rf"|,[ \t]*{_DEEDS}\.(?=[ \t]*(?:\n|\Z))|[ \t]*[(\[]{_DEEDS}[)\]]",
        "",
        "Fei, Bo, 1970- author.\nGo, Al (Author)",
        "Fei, Bo\nGo, Al",
    ),
    _row(
        "places of people after their names",
        rf",[ \t]*(?:{_RANKS}[ \t-]){{0,3}}{_POSITIONS}"
        r"(?=[ \t]*(?:\n|\Z|;|,[^\n,;]{2,60}(?:\n|\Z)))",
        "",
        "Bo Fei, PhD student\nAl Go, Associate Professor",
        "Bo Fei\nAl Go",
    ),
    _row(
        "places of people between the names",
        rf",[ \t]*(?-i:(?:[a-z]+[ -]){{0,3}}{_POSITIONS}"
        r"(?: (?:of|in|for)(?: [a-z]+){1,3})?)(?:[ \t]?\d{1,2}(?:[ ,]\d{1,2}){0,4})?"
        r"(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        "",
        "Bo Fei, professor1, Al Go, senior lecturer2",
        "Bo Fei, Al Go",
    ),
    _row(
        "how many of them are listed",
        r"(?<![ \t,])[ \t,]*+(?:…|\.\.\.)?[ \t]*[(\[](?:showing )?(?:the )?(?:first )?"
        r"\d{1,4} of (\d{1,4})(?: authors| names)?(?: shown| listed)?[)\]]",
        r", \1 authors in total",
        "Bo Fei, Al Go … (first 2 of 25 authors)",
        "Bo Fei, Al Go, 25 authors in total",
    ),
    _row(
        "words for “and”",
        r",?[ \t]+(?:together with|along with|as well as|jointly with|in collaboration with"
        r"|with (?:contributions?|help|assistance|input) (?:from|of|by)"
        r"|sowie|ainsi que|así como)"
        r"[ \t]+(?=\w)",
        " and ",
        "Bo Fei together with Al Go",
        "Bo Fei and Al Go",
    ),
    _row(
        "“and” without a space",
        r"(?<=[\s\d*†])and(?=(?-i:[A-Z][a-zß-ÿ]))",
        "and ",
        "Bo Fei* andAl Go",
        f"Bo Fei{GAP} and Al Go",
    ),
    _row(
        "ties of TeX",
        r"(?<=[\w.])~(?=[^\W\d_])",
        " ",
        "B.~Fei and A.~Go",
        "B. Fei and A. Go",
    ),
    _row(
        "initials before a name in capitals without a space",
        r"(?<![A-Za-z][A-Za-z]\.)(?<=(?-i:[A-Z])\.)(?=(?-i:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)(?![.\w]))",
        " ",
        "B.FEI, A.B.GO",
        "B. FEI, A.B. GO",
    ),
    _row(
        "letters of affiliations after initials",
        r"(?<=[^\W\d_]\.)(?-i:[a-h])(?:, ?(?-i:[a-h])(?![\w.]))*(?=[ \t]*(?:[,;\n·•|]|\Z))",
        GAP,
        "Fei, B.a, Go, A.b",
        f"Fei, B.{GAP}, Go, A.{GAP}",
    ),
    _row(
        "the field of a .bib file",
        r"\A\s*authors?\s{0,20}=\s{0,20}[{\"]((?:[^{}\"]|\{[^{}]{0,200}\}){1,50000})[}\"],?\s*\Z",
        r"\1",
        "author = {Fei, Bo and Go, Al},",
        "Fei, Bo and Go, Al",
    ),
    _row(
        "tags of EndNote",
        r"(?m)^%A[ \t]{1,3}",
        "",
        "%A Fei, Bo",
        "Fei, Bo",
    ),
    _row(
        "names in two lines of YAML",
        r"(?m)^[ \t]{0,9}(?:-[ \t]{1,3})?(?:family|last)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})\n"
        r"[ \t]{0,9}(?:given|first)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})",
        r"\1, \2",
        "- family-names: Fei\n  given-names: Bo",
        "Fei, Bo",
    ),
    _row(
        "names in two lines of YAML, given names first",
        r"(?m)^[ \t]{0,9}(?:-[ \t]{1,3})?(?:given|first)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})\n"
        r"[ \t]{0,9}(?:family|last)(?:[-_ ]?names?)?:[ \t]{1,3}([^\n]{1,80})",
        r"\2, \1",
        "- given-names: Bo\n  family-names: Fei",
        "Fei, Bo",
    ),
    _row(
        "names in two elements of XML",
        r"<(given|first|forename)[\w-]{0,9}>([^<>]{1,80})</\1[\w-]{0,9}>\s{0,9}"
        r"<(family|last|surname)[\w-]{0,9}>([^<>]{1,80})</\3[\w-]{0,9}>",
        r"\4, \2",
        "<given>Bo</given><family>Fei</family>",
        "Fei, Bo",
    ),
    _row(
        "one element after another of its kind",
        r"</(?!su[pb]>)([a-z]{1,20})>\s{0,9}(?=<\1[\s>])",
        "\n",
        "<span>Bo Fei</span><span>Al Go</span>",
        "Bo Fei\nAl Go",
    ),
    _row(
        "a key of the work",
        r"\A[ \t]{0,3}\[[^\W\d_][\w:+-]{1,20}\d\d[a-z]?\][ \t]{1,3}",
        "",
        "[Fei20] Bo Fei, Al Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "the title in quotes after the names",
        r"(?<=[^\W\d_])[.,]?[ \t]{1,3}[\"“](?:(?:[^\"“”\s,;]{1,30}[ \t]){3,40}[^\"“”\n]{1,90}"
        r"|(?:[^\"“”\s,;]{1,30}[ \t]){1,3}[^\"“”\n]{1,90}(?:[,.](?=[\"”])|(?=[\"”],)))[\"”]"
        r"[^\n]{0,300}\Z",
        "",
        'Bo Fei and Al Go, "On the Form of It"',
        "Bo Fei and Al Go",
    ),
    _row(
        "what is before a label of authors",
        r"\A[^\n]{0,300}\n(?:[^\n]{0,300}\n){0,9}(?=authors?[ \t]{0,3}:)",
        "",
        "Published on 3 May\nAuthors: Bo Fei",
        "Authors: Bo Fei",
    ),
    _row(
        "a sentence that leads to the names",
        r"\A[^\n,;:]{0,80}\b(?:(?:on|of|the|for|with|in|to)\b[^\n,;:]{1,80}|written|authored|presented|published|proposed|article|book|paper"
        r"|preprint|report|study|thesis|work) by[ \t]{1,3}(?=\w)",
        "",
        "This paper was written by Bo Fei",
        "Bo Fei",
    ),
    _row(
        "lines about the work",
        r"\n[ \t]*(?:first published|published online|pages? \d|received \d|accepted \d|volume \d"
        r"|doi:|keywords?:)[^\n]*",
        "",
        "Bo Fei, Al Go\nFirst published: 3 May 2021",
        "Bo Fei, Al Go",
    ),
    _row(
        "the reference after the names",
        r"\A([^\n]{3,2000}?)"
        r"(?:[ \t]{1,3}\((?:\d{1,2} [a-z]{3,9} |[a-z]{3,9}(?: \d{1,2})?,? )?"
        r"(?:19|20)\d\d[a-z]?\)(?:[.:,]|(?=[ \t](?-i:[A-Z0-9])))"
        r"|(?<=[^\W\d_][^\W\d_])\.[ \t]{1,3}(?:19|20)\d\d[a-z]?[.:,])[ \t][^\n]{3,600}\Z",
        r"\1",
        "Bo Fei and Al Go. 2023. On It. In Proceedings.",
        "Bo Fei and Al Go",
    ),
    _row(
        "places of work in braces",
        r"(?<=[^\W\d_])(?<!\band) \{[^{}\n\\]{2,80}\}(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei {MIT}, Al Go {Google}",
        "Bo Fei, Al Go",
    ),
    _row(
        "what a mark means, in brackets",
        r"[ \t]*[(\[][*∗†‡§¹\d]{0,3}[ \t]?(?:denotes?|indicates?|means|=|equal|these authors"
        r"|both authors|co-first|joint first)[^()\[\]\n]{0,90}[)\]](?=[ \t.]*(?:\n|\Z))",
        "",
        "Bo Fei*, Al Go* (* denotes equal contribution)",
        f"Bo Fei{GAP}, Al Go",
    ),
    _row(
        "environments and lists of LaTeX",
        r"\\(?:begin|end)\{[\w*]{1,20}\}(?:\[[^\]]{0,20}\])?|\\item(?:\[[^\]]{0,20}\])?(?=\s)",
        "\n",
        r"\item Bo Fei",
        "\n Bo Fei",
    ),
    _row(
        "the names of IEEE in LaTeX",
        r"\\IEEEauthorblockN\{([^{}]{1,900})\}",
        r"\1",
        r"\IEEEauthorblockN{Bo Fei, Al Go}",
        "Bo Fei, Al Go",
    ),
    _row(
        "dots that lead to a number",
        r"[ \t]?\.{4,99}[ \t]?(?:\d{1,4}|(?=[,;\n]|\Z))",
        "",
        "Bo Fei ........ 3",
        "Bo Fei",
    ),
    _row(
        "who answers letters, after the list",
        r"[.;]?[ \t]{1,3}[*†✉]?[ \t]?(?:\*?corresponding author|equal contribution|these authors)"
        r"[^\n]{0,200}\Z",
        "",
        "Bo Fei, Al Go. *Corresponding author: b@example.org",
        "Bo Fei, Al Go",
    ),
    _row(
        "contributions",
        r",?[ \t]{0,3}\broles[ \t]{1,3}(?:(?:conceptualization|data curation|formal analysis"
        r"|funding acquisition|investigation|methodology|project administration|resources|software"
        r"|supervision|validation|visualization|writing – (?:original draft|review & editing))"
        r"(?:,[ \t]{0,3})?){1,14}",
        ", ",
        "Bo Fei, Roles Investigation, Software Al Go",
        "Bo Fei,  Al Go",
    ),
    _row(
        "places in the list",
        r"(?:\A|(?<=[\n;]))[ \t]{0,3}(?:\d{1,3}(?:st|nd|rd|th)|second|third|last)[ -]author:"
        r"[ \t]{0,3}",
        "",
        "1st author: Bo Fei",
        "Bo Fei",
    ),
    _row(
        "the first author before the others",
        r"\A[ \t]*(?:first|presenting|lead|main)[ -]author:([^\n;]{3,80})[;\n][ \t]*co-?authors?:",
        r"\1;",
        "First author: Bo Fei; co-authors: Al Go",
        " Bo Fei; Al Go",
    ),
    _row(
        "handles",
        r"(?<=\w)[ \t](?:@[\w-]{2,30}\b(?!\.\w)|[(\[]@[\w-]{2,30}[)\]])",
        "",
        "Bo Fei @bofei, Al Go @algo",
        "Bo Fei, Al Go",
    ),
    _row(
        "brackets of Chinese",
        r"（[^（）\n]{0,60}）",
        GAP,
        "王小明（清华大学）",
        f"王小明{GAP}",
    ),
    _row(
        "commas of Arabic and Ethiopic",
        r"[ \t]{0,3}[،؛፣፤][ \t]{0,3}",
        ", ",
        "أحمد علي، محمد حسن",
        "أحمد علي, محمد حسن",
    ),
    _row(
        "marks of Nature",
        r"(?<=\w)[ \t](?-i:na)\d{1,2}\b",
        GAP,
        "Bo Fei na1, Al Go",
        f"Bo Fei{GAP}, Al Go",
    ),
    _row(
        "buttons of pages",
        r"(?:[ \t]{1,3}|[,;][ \t]{0,3})"
        r"(?:(?:all|show|view|see|hide|fewer)[ \t](?:(?:all|more|fewer)[ \t])?authors"
        r"(?:[ \t]+\d[^\n]{0,200})?"
        r"|authors? info(?:[ \t]*(?:&|and)[ \t]*(?:claims|affiliations))?"
        r"|authors?[ \t]*(?:&|and)[ \t]*(?:affiliations|article information)|author notes"
        r"|affiliations(?:[ \t]expand)?"
        r"|(?:show|view|hide|see)[ \t](?:all[ \t]|more[ \t])?affiliations|show more)\s*\Z"
        r"|^[ \t]*affiliations expand[ \t]*$",
        "",
        "Bo Fei; Al Go All Authors",
        "Bo Fei; Al Go",
    ),
    _row(
        "members of societies",
        r",\s{1,3}(?:(?:graduate|student|senior|life|associate|affiliate|honorary|distinguished)"
        r"\s{1,3}){0,2}(?:member|fellow),\s{1,3}(?:ieee|acm|aaai|siam|osa|iet)\b",
        "",
        "Bo Fei, Senior Member, IEEE, Al Go",
        "Bo Fei, Al Go",
    ),
    _row(
        "the group for which people sign",
        r"[ \t]?\((?:for|on behalf of)[ \t]{1,3}(?:the[ \t]{1,3})?([^()\n]{3,80})\)",
        r", \1",
        "Bo Fei (for the Lamp Collaboration)",
        "Bo Fei, Lamp Collaboration",
    ),
    _row(
        "German degrees",
        r"\b(?:dr|mag)\.[ \t]?(?:(?:rer|phil|med|jur|sc|techn|theol|ing)\b\.?[ \t-]?"
        r"(?:(?:nat|pol|oec|habil|dent|vet|hum)\.[ \t]?){0,2})|\bdipl\.-?[a-z]{2,8}\.(?=[ \t])",
        "",
        "Dr. rer. nat. Bo Fei",
        "Bo Fei",
    ),
    _row(
        "tags of a page's head",
        r"<meta\s[^<>]{0,60}\b(?:citation_authors?|dc(?:terms)?\.creator|author)[\"'][^<>]{0,20}content=[\"']([^\"'<>]{1,90})[\"'][^<>]{0,9}>",
        r"\1\n",
        '<meta name="citation_author" content="Fei, Bo">',
        "Fei, Bo\n",
    ),
    _row(
        "both forms of a name in a PubMed file",
        r"(?m)^FAU ?- ([^\n]*)(?:\n+AU {1,2}- [^\n]*)?",
        r"\1",
        "FAU - Fei, Bo\nAU  - Fei B",
        "Fei, Bo",
    ),
    _row(
        "tags of RIS",
        r"(?m)^A[U1-4] {1,2}- ",
        "",
        "AU  - Fei, Bo",
        "Fei, Bo",
    ),
    _row(
        "keys of YAML",
        r"(?m)^[ \t]{0,9}-[ \t]{1,3}(?:full[-_ ]?)?name:[ \t]{1,3}",
        "- ",
        "- name: Bo Fei",
        "- Bo Fei",
    ),
    _row(
        "pictures",
        r"[\U0001f000-\U0001faff][\U0001f000-\U0001faff\ufe0f\u200d\u2640\u2642\u2695\u2696]* ?",
        "",
        "👩‍🔬 Ada Fei",
        "Ada Fei",
    ),
    _row(
        "line breaks of HTML",
        r"<(?:br|/p|/li|/tr|/div)\s*/?>",
        "\n",
        "Bo Fei<br/>Al Go",
        "Bo Fei\nAl Go",
    ),
    _row(
        "cells of HTML",
        r"</t[dh]>",
        "\t",
        "Bo Fei</td>Al",
        "Bo Fei\tAl",
    ),
    _row(
        "raised text of HTML",
        r"<su[pb]>[^<]{0,40}</su[pb]>",
        GAP,
        "Bo Fei<sup>1,2</sup>",
        f"Bo Fei{GAP}",
    ),
    _row(
        "e-mail addresses",
        r"(?:\be-?mail:? ?)?[<({\[]? ?(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}"
        r"(?:\.[\w-]{1,63}){1,5} ?[>)}\]]?",
        "",
        "Bo Fei <b.fei@example.org>",
        "Bo Fei ",
    ),
    _row(
        "e-mail addresses of several",
        r"[{(\[] ?[\w.+-]{1,64}(?: ?[,;|/] ?[\w.+-]{1,64}){0,20} ?[})\]] ?@[\w.-]{1,99}",
        "",
        "Bo Fei {bo,al}@example.org",
        "Bo Fei ",
    ),
    _row(
        "tags of HTML",
        r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?>",
        "",
        "<b>Bo Fei</b>",
        "Bo Fei",
    ),
    _row(
        "links of wikis",
        r"\[\[(?:[^\[\]|\n]{1,90}\|)?([^\[\]|\n]{1,90})\]\]",
        r"\1",
        "[[people/fei|Bo Fei]]",
        "Bo Fei",
    ),
    _row(
        "links of Markdown with the name in quotation marks",
        r"!?\[\s{0,3}([^\[\]\n]{2,90}?)(?:\s[^\[\]\n]{0,120})?\]\([^\"\n]{1,300}\"\1\"\)",
        r"\1",
        '[ Bo Fei MIT, USA](javascript:void(0); "Bo Fei")',
        "Bo Fei",
    ),
    _row(
        "links of Markdown",
        r"!?\[([^\[\]]{1,90})\]\([^()\s]{1,300}\)",
        r"\1",
        "[Bo Fei](https://example.org)",
        "Bo Fei",
    ),
    _row(
        "ORCIDs",
        r"[(\[]? ?(?:orcid(?: ?id)? ?:? ?)?(?:(?:https?://)?orcid\.org/)?\d{4}-\d{4}-\d{4"
        r"}-\d{3}[\dx](?!\d{3})\d{0,2}(?: ?[)\]])?|(?<=[\d*])orcid(?: icon| logo)?\b"
        r"|\(?(?:\bview )?(?:\b|(?<=\d))orcid\b(?: profile\b| icon\b| logo\b)?\)?",
        "",
        "Bo Fei (0000-0001-2345-6789)",
        "Bo Fei ",
    ),
    _row(
        "web addresses",
        r"[(<\[]?https?://[^\s)>\],]{1,300}[)>\]]?",
        "",
        "Bo Fei https://example.org",
        "Bo Fei ",
    ),
    _row(
        "raised text of LaTeX",
        r"\$ ?\^ ?(?:\{[^{}$]{0,40}\}|[^{}$\s]) ?\$|\\textsuperscript\{[^{}]{0,40}\}"
        r"|\^\{[^{}]{0,40}\}|[ \t]?\^\([\d,*†‡ ]{1,12}\)|(?<!\[)\^[\d*†‡§](?:,[\d*†‡§]){0,9}"
        r"|(?<=\w)\^[a-h](?:,[a-h]){0,9}(?![\w^])",
        GAP,
        r"Bo Fei$^{1,2}$",
        f"Bo Fei{GAP}",
    ),
    _row(
        "notes of LaTeX",
        r"\\(?:thanks|footnotemark|footnote|inst|orcid\w{0,6})"
        r"(?:\[[^\]]{0,20}\])?(?:\{[^{}]{0,200}\})?",
        GAP,
        r"Bo Fei\thanks{Equal.}",
        f"Bo Fei{GAP}",
    ),
    _row(
        "places of work in LaTeX",
        r"\\(?:affiliation|affil|institution|institute|address|email)(?:\[[^\]]{0,40}\])?"
        r"\{(?:[^{}]|\{[^{}]{0,300}\}){0,20}\}",
        "\n",
        r"Bo Fei\affil{MIT}",
        "Bo Fei\n",
    ),
    _row(
        "the author command of LaTeX",
        r"\\author[ \t]?(?:\[[^\]]{0,40}\])?\{((?:[^{}]|\{[^{}]{0,90}\}){1,5000})\}",
        r"\n\1\n",
        r"\author{Bo Fei}",
        "\nBo Fei\n",
    ),
    _row(
        "separators of LaTeX",
        r"\\(?:and|AND|And|qquad|quad)\b|\\\\",
        "\n",
        r"Bo Fei \and Al Go",
        "Bo Fei \n Al Go",
    ),
    _row(
        "notes of Markdown",
        r"\[\^[^\]\s]{1,20}\]|\\\*",
        GAP,
        "Bo Fei[^1]",
        f"Bo Fei{GAP}",
    ),
    _row(
        "bold type",
        r"\*\*|__|(?<![\w*])\*(?=[^\W\d_])|(?<=[^\W\d_])\*(?=[^\W\d_]|\s{0,3}\Z)"
        r"(?!\s*[,;])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)",
        "",
        "**Bo Fei**, _Al Go_",
        "Bo Fei, Al Go",
    ),
    _row(
        "letters of affiliations",
        rf"(?<=[^\W\d_][^\W\d_] )(?-i:[a-h])"
        rf"(?:(?:, ?| )(?:(?-i:[a-h])|\d|{_MARK})(?![^\s,;]))*"
        rf"(?= ?{_MARK}* ?(?:[,;&\n·•∙|]|and\b|\Z))",
        GAP,
        "Bo Fei a, Al Go a,b",
        f"Bo Fei {GAP}, Al Go {GAP}",
    ),
    _row(
        "marks after commas",
        rf"(?<=[^\W\d_])[ ]?,(?:\d{{1,2}}{_MARK}?|{_MARK})(?:,[ ]?(?:\d{{1,2}}|{_MARK})){{0,9}}"
        r"(?=[ \t]+\w)",
        f"{GAP},",
        "Bo Fei,1 Al Go,2, 3, ∗ and Mo Hu",
        f"Bo Fei{GAP}, Al Go{GAP}, and Mo Hu",
    ),
    _row(
        "what is said of the work after the list",
        r"(?:[.;][ \t]{1,3}(?:first )?(?:submitted|received|accepted|published|posted)\b"
        r"|[ \t]{1,3}(?:submitted|received|accepted|published|posted)(?: on(?:line)?)?[ \t]?:)"
        r"[^\n]{0,120}\Z|:\s*\Z"
        r"|(?<=[^\W\d_]\w)[ \t]-[ \t](?:arxiv|corr|biorxiv|proceedings|in)\b[^\n]{0,200}\Z",
        "",
        "Bo Fei, Al Go. Submitted 3 May 2023",
        "Bo Fei, Al Go",
    ),
    _row(
        "years at the end",
        r"(?:,|(?<![\s.-][^\W\d_])\.)?[ \t]{0,3}\(?(?:19|20)\d\d[a-z]?\)?\.?\s{0,9}\Z",
        "",
        "Bo Fei, Al Go. 2024.",
        "Bo Fei, Al Go",
    ),
    _row(
        "quotation marks",
        r"(?:\A|(?<=[,;\n]))[ \t]{0,3}[\"“”]|[\"“”](?=[ \t]{0,3}(?:[,;\n]|\Z|and\b))",
        "",
        '"Bo Fei", "Al Go"',
        "Bo Fei,Al Go",
    ),
    _row(
        "marks in brackets",
        rf"[ \t]?[(\[] ?(?:{_BETWEEN}|[a-z](?= ?[,)\]]))(?: ?[,;]? ?(?:{_BETWEEN}|[a-z]"
        rf"(?= ?[,)\]]))){{0,9}} ?[)\]]",
        GAP,
        "Bo Fei (1,2), Al Go [a]",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    _row(
        "numbers of affiliations with blanks between them",
        r"(?<=[^\W\d_.])[ \t]{1,9}\d{1,2}(?:[ \t]{1,9}\d{1,2}){0,4}"
        rf"(?:[ \t]?{_MARK}){{0,3}}"
        r"(?=[ \t]{0,9}(?:[,;&\n·•∙|]|and\b|\Z))",
        GAP,
        "Bo Fei  1   3, Al Go  2",
        f"Bo Fei{GAP}, Al Go{GAP}",
    ),
    _row(
        "footnote marks",
        rf"(?:(?<=[^\W\d_])|(?<=[^\W\d_]\.))[ \t]?(?:{_MARK}|(?<![\s.等]){_NUMBER}|"
        rf"(?<=[^\W\d_][ \t]){_NUMBER}(?=(?:[ \t]{_NUMBER}){{0,6}}[ \t]?"
        r"(?:[,;&，、；\n]|and\b|\Z)))"
        rf"(?: ?[,;]? ?{_BETWEEN}){{0,12}}",
        GAP,
        "Bo Fei¹, Al Go2,3 and Mo Hu*†",
        f"Bo Fei{GAP}, Al Go{GAP} and Mo Hu{GAP}",
    ),
    _row(
        "emphasis of marks",
        rf"(?<!\w)_+(?={GAP})|(?<={GAP})_+(?!\w)",
        "",
        f"Bo Fei _{GAP}_ Al Go",
        f"Bo Fei {GAP} Al Go",
    ),
)


def without_noise(text: str) -> str:
    """Return a pasted list with its noise taken out; line breaks and tabs stay.

    >>> without_noise("**Aili Chen**¹ (aili@example.org), Bo Fei[^2]").replace(GAP, "")
    'Aili Chen , Bo Fei'
    """
    if "&" in text:
        text = html.unescape(text)
    text = _BLANKS.sub("\t", unicodedata.normalize("NFC", text))
    text = _EMPTY_LINES.sub("\n\n", text)
    for row in NOISE:
        text = row.pattern.sub(row.instead, text)
    return text

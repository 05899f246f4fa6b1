"""What is said of a person beside the name: degrees, places, deeds, and who answers letters."""

from __future__ import annotations

import re
from typing import Final

from refcore.names.customs import DEGREE_WITHOUT_COMMA
from refcore.names.makers import MAKERS_IN_LIST
from refcore.names.noise.row import GAP, HAN, noise_row
from refcore.text.patterns import regex

__all__ = ["CREDIT", "PEOPLE", "POSITION"]

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
# Who made a book, behind the last name or before the first one.
_MAKERS: Final = (
    rf"(?:(?:guest |volume |series |general |managing |issue )?(?:co-?)?(?:{MAKERS_IN_LIST}))"
)
POSITION: Final = regex(rf"(?:{_RANKS}[ \t-]){{0,3}}{_POSITIONS}", re.IGNORECASE)
CREDIT: Final = (
    r"(?:conceptuali[sz]ation|data curation|formal analysis|funding acquisition|investigation"
    r"|methodology|project administration|resources|software|supervision|validation"
    r"|visuali[sz]ation"
    r"|writing(?: ?[-–—] ?(?:original draft(?: preparation)?|review (?:&|and) editing))?)"
    r"(?: \((?:lead|equal|supporting)\))?"
)

PEOPLE: Final = (
    noise_row(
        "the makers of a book, behind the names",
        rf"(?<=[\w.)])[,;][ \t]*{_MAKERS}(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei, Al Go, eds.",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the makers of a book, before the names",
        rf"\A[ \t]*{_MAKERS}:?[ \t]+(?!(?:von|by)\b)(?=[^\W\d_])",
        "",
        "Guest editors: Bo Fei, Al Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "titles in brackets",
        r"[ \t]?\((?:dr|mrs?|ms|miss|prof|engr?|ret(?:d|ired)?|hon|mag|ing)\.?\)(?=[ \t]?\w)",
        "",
        "Chief (Dr.) Bo Fei",
        "Chief Bo Fei",
    ),
    noise_row(
        "a dot between places of work in Chinese letters and names",
        rf"(?<=[)）])[ \t]?[・·][ \t]?(?={HAN})",
        "、",
        "山田太郎（東京大学）・鈴木花子",
        "山田太郎\x1f、鈴木花子",
    ),
    noise_row(
        "a name in Chinese letters before the same in Latin ones",
        rf"(?:\A|(?<=[,;\n、，]))[ \t]*{HAN}(?:{HAN}|[ ·](?={HAN})){{1,9}}[ \t]+"
        r"(?=(?-i:[A-Z][A-Za-z'’-]+),?[ \t](?-i:[A-Z]))",
        "",
        "王小明 WANG Xiaoming, Bo Fei",
        "WANG Xiaoming, Bo Fei",
    ),
    noise_row(
        "a name in Chinese letters after the same in Latin ones",
        rf"(?<![\w\\])((?-i:[A-Z])[\w'’-]{{1,30}})[ \t]+{HAN}(?:{HAN}|[ ·](?={HAN})){{1,9}}"
        r"(?=[ \t]*(?:[,;\n、，]|\Z))",
        r"\1",
        "Bo Fei 费博, 李娜 and 王芳",
        "Bo Fei, 李娜 and 王芳",
    ),
    noise_row(
        "who answers letters, between commas",
        r",[ \t]{0,3}corresponding author(?=[ \t]{0,3}[,;])",
        "",
        "Bo Fei, Corresponding Author, Al Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "who answers letters, after a name",
        r"[ \t]is (?:a|the) corresponding author\b",
        "",
        "Bo Fei, Al Go is a corresponding author",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "members of a society of engineers",
        r",[ \t]{0,3}(?-i:(?:[A-Z]\.){0,2}(?:M|F)\.ASCE|P\.E\.|S\.E\.)(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei, M.ASCE; Al Go, P.E.",
        "Bo Fei; Al Go",
    ),
    noise_row(
        "who answers letters, glued to a name",
        r"(?<=(?-i:[a-zß-ÿ]))corresponding author\b",
        "",
        "Bo Fei, Mo Farcorresponding author 1",
        f"Bo Fei, Mo Far{GAP}",
    ),
    noise_row(
        "Russian degrees",
        r"[ \t][–—-][ \t][дк]\.[^\n]{0,80}",
        "",
        "Иван Петров – к.т.н., доцент",
        "Иван Петров",
    ),
    noise_row(
        "members, at the end",
        r",[ \t](?:non-?)?members?[ \t.]*\Z",
        "",
        "Bo Fei and Al Go, Members",
        "Bo Fei and Al Go",
    ),
    noise_row(
        "roles before a colon in Chinese letters",
        rf"(?:(?<=\n)|\A)[ \t]*{HAN}{{1,7}}[者人員员師师授長长任자원][ ]?[:：][ \t]*(?={HAN})",
        "",
        "代表者：李华\n分担者：王明",
        "李华\n王明",
    ),
    noise_row(
        "who is who in Chinese",
        r"(?:第一|通讯|通信|共同第一|责任)作者[ \t]?[：:][ \t]?",
        "",
        "第一作者：王小明；通讯作者：李华",
        "王小明；李华",
    ),
    noise_row(
        "contributions before a colon",
        rf"(?:\A|(?<=[;\n]))[ \t]{{0,9}}{CREDIT}(?:(?:, ?| and ){CREDIT}){{0,14}}:[ \t]{{0,9}}",
        " ",
        "Software: Bo Fei; Validation: Al Go",
        " Bo Fei; Al Go",
    ),
    noise_row(
        "the mark of a corresponding author, as PMC has it",
        r"(?<=(?-i:[a-zß-ÿ]))(?-i:corresponding author)(?=\d|[ \t]*(?:[,;\n]|and\b|\Z))",
        GAP,
        "Bo Feicorresponding author4, Al Go",
        f"Bo Fei{GAP}4, Al Go",
    ),
    noise_row(
        "degrees of two parts",
        r",?[ \t]{1,3}(?-i:M\.? ?B\.?|B\.? ?M\.?),?[ \t]{0,3}"
        r"(?-i:B\.? ?S\.?|Ch\.? ?B\.?|B\.? ?Ch(?:ir)?\.?)"
        r"(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        "",
        "Bo Fei, M.B., B.S., Al Go MB BCh",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "degrees in capitals after a name",
        rf"(?<=(?-i:[a-zß-ÿ]))(?:[ \t]{{1,3}}(?-i:{DEGREE_WITHOUT_COMMA})){{1,4}}"
        r"(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        "",
        "Bo Fei MBBS FRCA, Al Go MRCP",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "places in a list of authors of IEEE",
        r"(?m)^[ \t]{0,3}\d{1,2}(?:st|nd|rd|th)[ \t](?=(?-i:[A-ZÀ-Þ]))",
        "",
        "1st Bo Fei\n2nd Al Go",
        "Bo Fei\nAl Go",
    ),
    noise_row(
        "contributions after a colon",
        rf"(?::[*_]{{0,3}}|[*_]{{1,3}}:)[ \t]*{CREDIT}"
        rf"(?:(?:,|;|[ ]and)[ \t]*{CREDIT}){{0,14}}[.;,]?",
        "\n",
        "Bo Fei: Software, Validation. **Al Go:** Supervision.",
        "Bo Fei\n Al Go\n",
    ),
    noise_row(
        "years of life and roles in catalogues",
        rf",[ \t]*(?:b\.[ \t]?|born )?(?:1[5-9]|20)\d\d-(?:\d{{4}})?\.?(?:,?[ \t]*{_DEEDS})?\.?"
        rf"|,[ \t]*{_DEEDS}\.(?=[ \t]*(?:\n|\Z))|[ \t]*[(\[]{_DEEDS}[)\]]",
        "",
        "Fei, Bo, 1970- author.\nGo, Al (Author)",
        "Fei, Bo\nGo, Al",
    ),
    noise_row(
        "places of people after their names",
        rf",[ \t]*(?:{_RANKS}[ \t-]){{0,3}}{_POSITIONS}"
        r"(?=[ \t]*(?:\n|\Z|;|,[^\n,;]{2,60}(?:\n|\Z)))",
        "",
        "Bo Fei, PhD student\nAl Go, Associate Professor",
        "Bo Fei\nAl Go",
    ),
    noise_row(
        "places of people between the names",
        rf",[ \t]*(?-i:(?:[a-z]+[ -]){{0,3}}{_POSITIONS}"
        r"(?: (?:of|in|for)(?: [a-z]+){1,3})?)(?:[ \t]?\d{1,2}(?:[ ,]\d{1,2}){0,4})?"
        r"(?=[ \t]*(?:[,;\n]|and\b|\Z))",
        "",
        "Bo Fei, professor1, Al Go, senior lecturer2",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "posts of people, and of what",
        rf",[ \t]*(?:(?:{_RANKS}[ \t-]){{0,3}}(?:{_POSITIONS}|chair|head|dean) (?:of|in|for)"
        r"(?: the)?(?: [^\W\d_]{2,20}){1,4}|(?:ph\.?d|doctoral|msc|master['’]?s)[ -]"
        r"(?:candidate|student|researcher))(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei, Professor of Marine Biology, Al Go, Head of Department",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "what a mark means, in brackets",
        r"[ \t]*[(\[][*∗†‡§¹\d]{0,3}[ \t]?(?:denotes?|indicates?|means|=|equal|these authors"
        r"|both authors|co-first|joint first)[^()\[\]\n]{0,90}[)\]](?=[ \t.]*(?:\n|\Z))",
        "",
        "Bo Fei*, Al Go* (* denotes equal contribution)",
        f"Bo Fei{GAP}, Al Go",
    ),
    noise_row(
        "who answers letters, after the list",
        r"[.;|]?[ \t]{1,3}[*†✉]?[ \t]?(?:\*?corresponding author|\*corresponding:"
        r"|equal contribution|these authors)[^\n]{0,200}\Z",
        "",
        "Bo Fei, Al Go. *Corresponding author: b@example.org",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "places in the list",
        r"(?:\A|(?<=[\n;]))[ \t]{0,3}(?:\d{1,3}(?:st|nd|rd|th)|second|third|last)[ -]author:"
        r"[ \t]{0,3}",
        "",
        "1st author: Bo Fei",
        "Bo Fei",
    ),
    noise_row(
        "the first author before the others",
        r"\A[ \t]*(?:first|presenting|lead|main|corresponding)[ -]author:"
        r"([^\n;]{3,80}?)(?:[;\n]|(?<=(?-i:[a-zß-ÿ]{2}))\.[ \t])[ \t]*co-?authors?:",
        r"\1;",
        "First author: Bo Fei; co-authors: Al Go",
        " Bo Fei; Al Go",
    ),
    noise_row(
        "members of societies",
        r",\s{1,3}\(?(?:(?:graduate|student|senior|life|associate|affiliate|honorary|distinguished)"
        r"\s{1,3}){0,2}(?:member|fellow),\s{1,3}(?:ieee|acm|aaai|siam|osa|iet)\b\)?",
        "",
        "Bo Fei, Senior Member, IEEE, Al Go",
        "Bo Fei, Al Go",
    ),
    noise_row(
        "the posts of Polish professors",
        r",[ \t]{0,3}(?-i:prof)\.[ \t]?(?-i:[A-ZĄĆĘŁŃÓŚŹŻ]{2,5})\b(?=[ \t]*(?:[,;\n]|\Z))",
        "",
        "Bo Fei, prof. PŁ, Mo Hu",
        "Bo Fei, Mo Hu",
    ),
    noise_row(
        "German degrees",
        r"\b(?:dr|mag)\.[ \t]?(?:(?:rer|phil|med|jur|sc|techn|theol|ing)\b\.?[ \t-]?"
        r"(?:(?:nat|pol|oec|habil|dent|vet|hum)\.[ \t]?){0,2})|\bdipl\.-?[a-z]{2,8}\.(?=[ \t])",
        "",
        "Dr. rer. nat. Bo Fei",
        "Bo Fei",
    ),
)

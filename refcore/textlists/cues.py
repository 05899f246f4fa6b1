"""The evidence for and against a reading of a reference string, as a table of cues.

A reading says where names, date and title are. Each cue is a pattern for one zone of the
string, with the weight that it adds to a reading and a text in which it is found. Weights are
logarithms of odds, roughly: 1 is a hint, 3 is strong, 5 decides alone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import attrs

from refcore.names.makers import MADE_BY
from refcore.text.editions import EDITION_MARK, EDITION_NOUN
from refcore.text.numberwords import ORDINALS
from refcore.text.pending import PENDING
from refcore.textlists.partwords import OF_ISSUE, OF_PAGES, OF_PART, OF_THESIS, OF_VOLUME

__all__ = ["AFTER", "CUES", "INSIDE", "OF_YEAR", "Cue", "Zone"]


class Zone(StrEnum):
    """The part of a string in which a cue is sought."""

    INSIDE = "in the title"
    UNTITLED = "after names and date, without a title"
    AFTER = "after the title, with the signs there"


@attrs.frozen
class Cue:
    """A pattern, what finding it adds to a reading, and an example."""

    weight: float
    pattern: str
    example: str
    each: bool = False  # counts every time it is found
    # Parts of words in lower case, one of which is in every text in which the pattern is found.
    needs: tuple[str, ...] = ()


_SMALL: Final = "of|the|and|for|in|on|with|a|an|to|by|from|at|via|as|is|are|or|its|their"
_MEETING: Final = (
    r"(?:Proceedings|Proc\b|Conference|Conf\b|Symposium|Workshop|Advances in|Transactions|Trans\b"
    r"|Journal\b|Annual Meeting|Congress|Lecture Notes|Findings of)"
)
_KIND: Final = (
    rf"(?:\[?(?:{OF_THESIS}"
    r"|technical report|tech\. ?rep|report|preprint|conference paper|working paper"
    r"|unpublished))"
)
_PLACE: Final = (
    r"(?:Berlin|Heidelberg|London|New York|Cambridge|Oxford|Amsterdam|Paris|Boston"
    r"|Basel|Zürich|Zurich"
    r"|Hoboken|San Francisco|Boca Raton|Chicago|Princeton|Tokyo|Singapore|Dordrecht"
    r"|München|Munich|Wien"
    r"|Vienna|Leipzig|Stuttgart|Madrid|Barcelona|Milano|Roma|Rome|Stanford|Toronto|Philadelphia|Leiden)"
)
_ACCESS: Final = (
    r"(?:https?:|www\.|doi\b|arxiv\b|available|retrieved|accessed|isbn\b|\[internet"
    r"|\[online|online(?:[:.]| unter| verfügbar| available| at| access)"
    r"|url\b|<http|from:? https?:|cited \d|consult|stand\b|dispon[ií]|verfügbar|abgerufen|abrufbar"
    r"|viewed\b|visited|last (?:accessed|visited)|located at|acc?ess?o em|zugriff|zugegriffen"
    r"|\[?en l[íi]"
    r"|\[?electron|\[www|\[?электрон|url:|режим доступа|дата обращения|hämtad|hentet|geraadpleegd"
    r"|dostęp|dostupné|repéré|récupéré|unter:? https?:|prieiga|\[interakt|erişim|luettu|pmid\b)"
)
_HOUSE: Final = (
    r"(?:Press|Springer(?:-Verlag)?|Wiley(?: & Sons)?|Elsevier|Routledge|Verlag|Kaufmann|Birkhäuser"
    r"|Publish(?:ers|ing)|Blackwell|Macmillan|Kluwer|O[’']Reilly|McGraw-Hill|Prentice[ -]Hall"
    r"|Sage|SAGE"
    r"|Addison[ -]Wesley|de Gruyter|De Gruyter|Brill|Norton|Penguin|Sons|Pearson|Academic)"
)
# Words for a publisher, in front of its name or behind it.
_HOUSE_WORD: Final = (
    r"(?:Nxb|NXB|Wydawnictw\w+|Wyd\.|Editorial|Ediciones|Edicions|Éditions?|Editora|Edições|Edizioni"
    r"|Nakladatelství|Vydavate[lľ]\w+|Издательство|Изд-во|Изд\.|Видавництво|Вид-во|Εκδόσεις|Penerbit"
    r"|Yayın(?:ları|evi|cılık)|Yay\.|Kiadó|Forlag(?:et)?|Förlag(?:et)?|Kustannus\w*|Izdavač\w*|Založba"
    r"|Editura|Leidykla|Librairie|Imprenta|Uitgeverij|Presses)"
)
# What a statement of responsibility begins with: a name, or who edited or translated.
_STATED: Final = r"(?:(?:[A-Z]\.[- ]?){1,3} ?[A-Z]|(?:под|ред|сост|пер|за|ed|eds|tr|přel|prel)\b)"
_IMPRINT: Final = r"[A-Z][\w'’-]+(?: [\w'’-]+){0,3} ?: (?:[A-Z]\. ?){0,3}[A-Z][^,.;:()\d]{1,60}"
# A year after such a word is part of a title: "Words for 2019".
_NO_DATE: Final = "".join(
    rf"(?<!\b{word} )" for word in "in of for since from until im von en de nel für".split()
)
# "The Family in England, 1500–1800": what a title is about, and no pages.
_SPAN: Final = r"1[4-9]\d\d ?[–-] ?[12][04-9]\d\d"
_HAN: Final = r"[\u3041-\u9fff\uac00-\ud7a3]"
_HAN_HOUSE: Final = r"[\u3400-\u9fff]{2,12}(?:書店|书店|出版社?|書房|出版会|新社|館)"
_UNIVERSITY: Final = (
    r"(?:(?:[A-Z][\w.-]+ (?:of )?){1,4}(?:University|Universität|Universit[éày]|College|Institute)"
    r"|(?:The )?Universi\w+ (?:of|de|degli|di|zu) [A-Z]\w+|ETH Z|Universität [A-Z]\w+)"
)
_MARK: Final = r"\[(?:[JCMDRSPNGAKZ]|DB|CP|EB)(?:/(?:OL|CD|MT|DK))?\]"
_NUMBER: Final = rf"(?:(?:{OF_PART}) ?\d|\(?\d)"
_REVISED: Final = (
    r"(?:a|e|et|i|и|und|u\.|y|überarbeitete|erweiterte|völlig|vollständig|neu|neubearbeitete"
    r"|bearbeitete|aktualisierte|verbesserte|revised|enlarged|expanded|revue|augmentée|corrigée)"
)
# For whom an edition is: "3rd English edition", "2nd International ed.".
_WHOSE: Final = (
    r"(?:English|American|British|European|International|German|French|Indian|Student|Global"
    r"|Paperback|Kindle|deutsche|englische|американское|русское)"
)
_EDITION: Final = (
    r"(?:\d{1,2}"
    # "3., přeprac. vyd.", "2., überarb. u. erw. Aufl."
    rf"(?:{EDITION_MARK}|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)?(?:,? (?:[^\W\d_]{{2,12}}\.|{_REVISED}|{_WHOSE})){{0,4}} ?"
    rf"(?:{EDITION_NOUN}\b|edt?n|éd|udg\.|utg\.)"
    r"|(?:ed|wyd|vyd|изд|вид)\.? \d{1,2}[.,]"
    rf"|(?:{'|'.join(ORDINALS)}"
    r"|rev\.?|revised|new) ed|(?:zweite|dritte|vierte|fünfte) Aufl)"
)
# Parts of words, one of which is in every edition.
_EDITIONS: Final = tuple(
    "ed éd uflage aufl ausg uitg druk utg ppl udg oplag wyd изд vyd kiad bask painos laitos"
    " 版 판".split()
)
# The gazettes in which laws are published, and the day of a law.
_GAZETTE: Final = (
    r"(?:Dz\. ?U\.|M\. ?P\. |BGBl|RGBl|AB[l]\b|OJ [LC]\b|O\. ?J\. [LC]\b|JORF|J\.?O\.? n"
    r"|B\.?O\.?E\.? |(?:Diári[oa]|Diari[oa]|Boletín) Ofi[c]ial|Gazzetta [Uu]fficiale|G\. ?U\. "
    r"|Staatsblad|Stb\. |Moniteur|Resmî|Resmi Gazete|Sb\. |Собрание зак|Official Journal"
    r"|Federal Register|Fed\. Reg\.)"
)
_OF_DAY: Final = r"(?:de|vom|of|du|del|dated|z dnia|ze dn[eě]|от|av den) \d{1,2}\b"
# Publishers with short names, and those that are a site.
_SHORT_HOUSE: Final = (
    r"(?:(?:IEEE|ACM)(?: Press| Computer Society)?|AAAI Press|USENIX(?: Association)?|ISCA|SIAM"
    r"|PMLR|IOS Press|Omnipress|Curran Associates|Computer Vision Foundation|ACL|INEGI|OECD|WHO"
    r"|[A-Z][A-Za-z-]+\.(?:org|net)|ijcai\.org)"
)
# An exhibition's catalogue, or one of a sale, behind its title.
_SHOWN: Final = (
    r"(?:catalogo della mostra|cat(?:alogo)?\. (?:della )?mostra|exh(?:ibition|\.) cat(?:alogue|\.)"
    r"|cat(?:alogue|\.) (?:d[’']exp|de l[’']exp|exp\.)|catálogo de (?:la )?expo|(?:cat|kat)\. exp\."
    r"|ausst(?:ellungs|\.)-?(?:(?:katalog|kat\.))|katalog (?:wystawy|výstavy|der Ausst)"
    r"|kat\. (?:wyst|výst)|tentoonstellingscat|utställningskat|sergi kataloğu)"
)
# What kind of work it is, its number or its version, in brackets: "[Data set]", "(TR-19-01)".
_DESCRIBED: Final = (
    r"(?:\[[A-Z][a-z]+(?: [\w-]+){0,3}\]"
    r"|\((?:[^()]* )?(?:Version|Versión|Release|No|Nr|Núm|Vol|Bd|T)\b\.? ?[A-Z]?\d[^()]{0,30}\)"
    r"|\([A-Z]{2,6}[- ]?\d[\w./-]{0,12}\))"
)
# How many volumes a work has.
_VOLUMES: Final = (
    r"(?:\d{1,2}|[Tt]wo|[Tt]hree|[Zz]wei|[Dd]rei|[Dd]eux|[Tt]rois|[Dd]os|[Dd]ue) "
    r"(?:vols?|volumes?|voll|Bde|Bände|tomes|tomos|t|delen|delar|bind|sv|kötet|т|τ)\b"
)
_PAGES: Final = rf"(?!{_SPAN})(?:pp?\. ?|pages \(?)?[A-Z]?\d+(?::\d+)? ?[–-] ?[A-Z]?\d+"
# A colon behind the year, or a span of years, is of the title.
OF_YEAR: Final = Cue(
    -2.2,
    rf"(?<![\d\w–-]){_NO_DATE}(?:19|20)\d\d(?!\d|: [^\W\d]| ?[–-] ?\d)",
    "Words 2019",
)
INSIDE: Final = (
    Cue(
        -4.6,
        r"(?<!\bv)(?<!\bvs)(?<!\bSt)(?<!\b[A-Z])\. (?!Jahrhundert|Jh\b)[A-Z“\"\[]",
        "Of Words. The Lancet",
        each=True,
    ),
    Cue(-7.0, rf"(?i)[.,;:]? [\[(]?(?<!\w)(?:{MADE_BY})", "Lied, hg. von Bo Fei"),
    Cue(-7.0, r", éd\. (?:crit\. |par )?[A-Z]", "Lied, éd. Bo Fei"),
    # What is left of the names, or of the imprint, is no title.
    Cue(-5.0, r"^(?:[A-Z]\.-?){1,3}[:;,] ", "M.: Of Words"),
    Cue(-4.0, rf"^{_SHORT_HOUSE},? (?:19|20)\d\d$", "AAAI Press, 2017"),
    # "v 19. století": an ordinal.
    Cue(-2.8, r"(?<!\bvs)(?<! \d)(?<! \d\d)\. [a-z0-9]", "Of words. in", each=True),
    Cue(-3.2, r"\. ?\. ", "Of words. . In", each=True),
    Cue(-4.6, r"[.?!”] [–—-] (?=[A-Z“(])", "Of Words. – The Lancet"),
    Cue(-5.0, r"[.?!] [–—-]$", "Of Words. –"),
    Cue(-4.0, r"\) pp? ?\d+(?!\w)", "Words (Springer) p 12"),
    Cue(-3.5, r"\([^()]*(?:Press|Springer|Wiley|Elsevier|IEEE|ACM|Birkhäuser)\)$", "Words (ACM)"),
    Cue(-1.2, r", (?![a-z]{3})", "Words, Signs", each=True),
    Cue(-0.8, r", (?=[a-z]{3})", "Words, signs", each=True),
    Cue(-1.1, r"; ", "Of words; The Lancet", each=True),
    Cue(-1.2, r"[?!][”\"’']? [A-Z]", "Why words? The Lancet", each=True),
    Cue(-3.6, r"[.,;?!”] [Ii]n:? [A-Z]", "Of Words. In Handbook"),
    Cue(-6.0, r"(?i)[.,;?!”(] ?arxiv\b", "Words. arXiv"),
    Cue(-4.0, r"\d, \d+\W*$", "The Lancet 12, 34"),
    Cue(-4.0, r"^[A-Z]\S{0,6}, \d", "ApJ, 156L, 7B"),
    Cue(-4.0, r"[?!.,] [A-Z][\w&]* \d+: ?\w?\d+$", "Words? ApJ 12:34"),
    Cue(-3.5, r"[?!] [A-Z][a-z]{2,8}$", "Words? Commun"),
    # The journals of astronomy have short names.
    Cue(-1.5, r"^(?=\S*[A-Z&]\S*[A-Z])[A-Z][A-Za-z&]{1,6}$", "ApJ"),
    Cue(-3.0, r"(?:\. By|, by) (?:[A-Z]\.[ A-Z]|[A-Z][a-z]+ [A-Z])", "Words. By Ezra Pound"),
    # A quote that closes and was forgotten in front.
    Cue(-4.0, r"^[^“”\"]+[,.][”\"] [A-Z]", "Words,” Data Notes"),
    Cue(-4.6, r"[.!?] (?:М|СПб|Л|К|Киев|Минск)\. ?: [А-Я]", "Реки. М.: Наука"),
    Cue(-6.0, r"^[\u3400-\u9fff]{2,4}[,.] (?=[\u3400-\u9fff])", "张强. 沙波"),
    Cue(
        -4.6,
        rf"{_HAN}\. (?={_HAN})",
        "沙波. 学报",
        each=True,
    ),
    Cue(
        -5.0,
        r"^(?:(?:[A-Z]\.[- ]?){1,3}(?:[a-z]+ ){0,2}[A-Z][\w'’-]+(?:,? (?:and|&|et|und) |, |$))+$",
        "B. Fei and A. Chen",
    ),
    # "Schuldrecht II" has a numeral.
    Cue(-4.0, r"^[A-Z][\w'’-]+,? (?![IVX]{1,4}$)(?:[A-Z]\.?[- ]?){1,3}$", "Fei, B."),
    Cue(
        -3.0,
        r"^(?:\w*[A-Z]\S* )?(?:Springer|Wiley|Elsevier|Routledge|Press)\b.{0,12}$",
        "MIT Press",
    ),
    Cue(-3.5, r"[.,] \(?(?:1[5-9]|20)\d\d\)?[.,;] ", "Words. 2016. Data"),
    Cue(-4.0, rf"[.,] {_VOLUMES}\.?$", "Words, 2 vols"),
    Cue(-3.0, r", [IVX]{1,4}$", "Words, II"),
    # After "with R." the stop may be one of an initial.
    Cue(-5.0, r"R\. R package version", "Words with R. R package version 1.2"),
    Cue(-4.0, r"(?i), vol(?:ume|\.) \d+$", "Words, volume 28"),
    Cue(-2.5, r" \d{1,3}[–-]\d{1,3}$", "Words 225–75"),
    Cue(-5.0, r" §§? ?\d[\d.]*$", "Words § 4.1"),
    Cue(-4.0, r"(?:^|[?!.,] )[Pp]ages? \(?\d", "Words? Pages 7"),
    Cue(-4.0, rf"[.,:;] (?:[\w&]+ ){{0,3}}{_HOUSE}$", "Words, Springer"),
    Cue(-4.1, rf" {_HOUSE}$", "Words MIT Press"),
    Cue(
        -3.2,
        rf"[^.,:;] {_UNIVERSITY}\W*$",
        "Words Stanford University",
        needs=("universi", "college", "institute", "eth z"),
    ),
    Cue(-3.3, r"\. \((?!\d)", "Words. (Stanford University)"),
    Cue(-6.0, rf" {_MARK}", "Words [C]"),
    Cue(-4.0, r"\d[:,;] ?(?:pp?\. ?)?\d+ ?[–-] ?\d+$", "Words, Cell 9:12–18"),
    Cue(-4.0, r", (?:Second|Third|Fourth|Fifth|Sixth|Revised)$", "Words, Second"),
    Cue(-5.4, rf"[.–-] {_PAGES}$", "Words.- 12–18"),
    Cue(-4.3, r"(?i)^(?:online|available|retrieved|accessed|url)\b.{0,12}$", "Online unter"),
    Cue(-4.1, r"^[‘“\"].*(?:[’”\"],|[.,][’”\"]) [A-Z]", "‘Words’, Data Notes"),
    # "Vol. 4: Signs" is the title of a volume.
    Cue(-3.0, r", [Vv]ol\.? ?(?:\d+|[IVX]{1,5}(?!\w))(?!\d| ?: [A-Z])", "Words, Cell, Vol. 4"),
    Cue(-5.0, r"[^.?!,] [Ii]n$", "Words In"),
    Cue(-6.0, r"^[Ii]n:?$", "In"),
    Cue(-4.0, r"[”\"’»],? [Ii]n [“\"«A-Z]", "Words,” in “Words"),
    Cue(-3.0, r"^[A-Z][\w'’-]+ (?:[A-Z]\.[ -]?)+[A-Z][\w'’-]+$", "Winston H. Hsu"),
    Cue(-4.0, r"^(?:[A-Z][\w'’-]+ (?:[A-Z]\.-?)+[,:] )", "Meng H.: Words"),
    Cue(-4.0, r" (?:conference paper|preprint)$", "Words conference paper"),
    Cue(-3.2, r"(?:19|20)\d\d[.,;]? ?(?:URL)?$", "Words 2019. URL"),
    Cue(-2.0, r"^[^\w«“„\"‘(\[¿¡']", "– Words"),
    Cue(-3.5, rf"(?i)[.,:;] [\[(]?{_SHOWN}", "Words, catalogo della mostra"),
    Cue(-3.5, r": (?:дисс?\.|автореф|rozprawa|diss\.)", "Реки: дис. канд."),
    Cue(-3.0, rf"[,.] {_GAZETTE}", "Gesetz, BGBl. I"),
    Cue(-3.6, rf"[ ,.] ?{_SHORT_HOUSE}$", "Words, IEEE"),
    Cue(-4.2, rf" {_DESCRIBED}$", "Words [Data set]"),
    Cue(-4.2, rf"(?i) [(\[]{PENDING}[)\]]$", "Words (to appear)"),
    Cue(-4.7, rf"(?i)\s{_EDITION}\W*$", "Words 2nd ed", needs=_EDITIONS),
    Cue(
        -4.0,
        r"(?i)[.,] \[?(?:no publisher|s\. ?[ln]\.|n\.p\.)",
        "Words. No publisher",
        needs=("no publisher", "s.", "n.p."),
    ),
    Cue(-4.0, r"(?i)[.,;] (?:viewed|accessed|retrieved|consulté|available) ", "Words, viewed 5"),
    Cue(-3.5, rf"(?i) {_PLACE}(?:, [A-Z]{{2}})?$", "Words Boca Raton"),
    Cue(
        -4.0,
        r"(?i)\b(?:prieiga|consultable|disponible|disponível)$",
        "Consultable",
        needs=("prieiga", "consultable", "dispon"),
    ),
    Cue(-3.0, r"[.,] \d{1,4}$", "Words. 4"),
    Cue(
        -3.1,
        r"[.,] (?:University of [A-Z]|[A-Z]\w+ University|ETH|Universit)",
        "Words, Kyoto University",
    ),
    Cue(
        -3.0,
        r"\b(?:Cambridge|Oxford|MIT|CRC|Princeton|Harvard|Academic"
        r"|University) (?:University )?Press",
        "MIT Press",
    ),
    Cue(
        -3.0,
        r"^(?:[A-Z0-9]\S* ){{0,6}}?(?:Proceedings|Proc\.|Conference|Conf\.|Symposium) (?:of|on)\b",
        "23rd Conference on",
    ),
    Cue(-4.0, rf"(?i)[.,;(] ?{_EDITION}", "Words, 2nd ed", needs=_EDITIONS),
    Cue(-4.1, rf"(?i)[.,;(\[] ?{_KIND}", "Words (PhD thesis)"),
    Cue(-3.5, rf"[.,;:] {_PAGES}$", "Words, 12–18"),
    Cue(
        -3.2,
        r"(?i)\b(?:ph\.? ?d|doctoral|master'?s) (?:thesis|dissertation)|technical report",
        "a PhD thesis",
        needs=("thesis", "dissertation", "technical report"),
    ),
    Cue(-3.0, r"[.,\]] \(?(?:1[5-9]|20)\d\d[a-z]?\)?\W*$", "Words. 2019"),
    Cue(
        -3.0,
        r"(?i)\[(?:internet|online|en ligne|en l[íi]nea|electronic|электрон|www)",
        "Words [Internet]",
    ),
    Cue(
        -3.0,
        r"(?i)[,.] (?:(?:no|pp|pg|p|nr)\.? ?\d|(?:vol|bd)\.? ?\d+(?!\d| ?: [a-z]))",
        "Words, vol. 3",
    ),
    Cue(-2.6, rf"[.,;?!] (?:[A-Z0-9]\S* ){{0,5}}{_MEETING}", "Words, 23rd Annual Conference"),
    Cue(-3.0, rf"\b(?:Proceedings of|{_MEETING} on|Journal of|Transactions on)", "Proceedings of"),
    Cue(-3.2, rf"\s(?:{_SMALL})\W*$", "The words of the"),
    # Packages have small letters: "leipzig: Glosses".
    Cue(-3.0, r"^(?![\w-]{2,20}: )(?![\w-]{2,20} [–—] )[a-zà-ÿ][a-zà-ÿ ]", "of words"),
    Cue(-4.1, r"^[Ii]n ?:? [A-Z0-9]", "In Handbook of Words"),
    Cue(-5.0, r"^(?:[Ii]n ?:|Em|Dans|En|In:|I:|W:|V:) [A-Z0-9]", "Em Handbook"),
    Cue(-5.0, r"^[/;,&–]", "/ Fei, Bo"),
    Cue(-4.0, r"(?i)\so\. ?[jo]\b", "Words o. J"),
    Cue(-3.4, r"(?i)^(?:ph\.? ?d|doctoral|master'?s) (?:thesis|dissertation)", "PhD thesis"),
    Cue(-2.1, r", [«„“\"]", "Words, «Language"),
    Cue(
        -5.0,
        r"^(?:[A-Z][\w'’-]+,? (?![IVX]{1,4}$)[A-Z]{1,3}(?:, | and | & |$))+$",
        "Fei B, Chen AC",
    ),
    Cue(-3.0, r"^(?:and|&|et|und|y|et al|eds?)\b", "and words"),
    Cue(-2.8, r"(?<!\w)[A-Z]\.(?:[A-Z]\.)* [A-Z][a-z]", "Words, B. Fei", each=True),
    Cue(-4.0, r"(?i)[.,;] (?:pp|pg|p|s|с)$", "Words, pp"),
    Cue(-4.0, r"[.?!] [Ii]n$", "Words. In"),
    Cue(-2.0, r"\s\((?:1[5-9]|20)\d\d\)$", "Words (2017)"),
    Cue(-3.0, r", [A-Z][^,]* \d{1,4}$", "Words, The Lancet 11"),
    Cue(-3.0, r"\bet (?:al|alii)\b", "Fei et al"),
    Cue(-4.5, r", , ", "Words, , accessed"),
    Cue(-2.0, r", (?:1[5-9]|20)\d\d ", "Words, 2018 University"),
    Cue(-5.0, r" // |\[in\b", "Words // The Lancet"),
    Cue(-3.0, r"\d ?\[\d+\]", "Language 91 [6]"),
    Cue(-4.0, rf" / {_STATED}", "Words / B. Fei"),
    Cue(-4.0, r", in [«“\"]", "Words, in «Studi"),
    Cue(-4.0, r"\s[Ii]n: ", "Words In: The Lancet"),
    Cue(-4.0, rf"[,.] {_HAN_HOUSE}$", "沙波の分析, 岩波書店"),
    Cue(-5.0, r".[「『]", "Fei 「Words」"),
    Cue(-3.0, rf"[.,;:] {_PLACE}(?:, [A-Z]{{2}})?\W*$", "Words, Berlin"),
    Cue(-2.1, r"(?<!\w)[A-Z][a-z]+, [A-Z]\.", "Fei, B. Words"),
    OF_YEAR,
    Cue(-0.5, rf"\s{_NO_DATE}\(?(?:1[5-9]|20)\d\d[a-z]?\)?\W*$", "Words 2019"),
    Cue(-4.0, r"^[A-Z0-9][A-Z0-9’'.,:;& -]*[A-Z]{2} \d{1,3}$", "WORDS AND LAWS 85"),
    Cue(-3.0, r"^\W*\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:;)]", "(2019) Words"),
    Cue(-4.2, r"\b(?:https?://|doi:|arXiv:|(?i:isbn):? ?\d)", "Words arXiv:2401.00001"),
    Cue(
        -3.1,
        rf"\d ?\(\d+\)|(?<!\d)(?!{_SPAN})\d+ ?[–-] ?\d+[,.;]|[,:] ?(?!{_SPAN})\d+[–-]\d+",
        "Words 12 (3)",
    ),
    Cue(-2.0, r"\((?:[^()]*[,:] )(?:1[5-9]|20)\d\d\)\W*$", "Words (Oxford, 2009)"),
    Cue(
        -2.8,
        r"(?i)\b(?:edited by|eds?\.|editors?\b|hrsg)",
        "Handbook, edited by",
        needs=("ed.", "eds.", "editor", "edited", "hrsg"),
    ),
    Cue(-2.5, r"^\W*(?:https?|www|doi|isbn)", "https://example.org"),
    Cue(-2.5, r"^\W*\d+\W*$", "12"),
    Cue(-6.0, r"^(?:1[5-9]|20)\d\d[a-z]$", "1946a"),
    Cue(-2.1, r"(?:Press|Springer|Wiley|Elsevier|Routledge|Verlag)\W*$", "Words. Springer"),
)
_JOURNAL: Final = (
    rf"(?!{_PLACE} (?:1[5-9]|20)\d\d)(?!(?i:{OF_PART})\.? ?\d)"
    rf"(?![^\d(]{{1,80}}, (?i:{OF_VOLUME}) ?\d{{1,2}} ?: [A-Z])"
    r"(?!(?:Springer|Wiley|Elsevier|Routledge|Morgan|Birkh|CRC|MIT"
    r"|(?:\w+ ){1,2}(?:University )?Press))(?![^\d(]{1,80}\b(?:pages?|pp?\.) ?\(?\d)"
    r"[A-Z][^,;:()\[\]?!“”\d]{1,80}+[.,:;]? ?"
    rf"(?:(?i:{OF_VOLUME}|{OF_ISSUE}) ?)?"
    rf"[(\[]?(?<![\w-])(?!{_SPAN})(?!(?:1[5-9]|20)\d\d[a-z]?(?!, ?\d+(?! ?[ps]\b)|;))"
    r"\d{1,4}(?![\d.]*\d{3})(?!\w| \[| : [A-Z])"
)
_PUBLISHER: Final = (
    r"(?:[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2}(?:, [A-Z]{2})? ?[.,:;] ?)?"
    r"(?:[A-Z]\S* (?:of |für |and |& )?){0,4}"
    r"(?:Press|Springer|Wiley|Elsevier|University|Universit\w+|Verlag|Publish\w+|Editor\w*|Routledge"
    r"|Morgan Kaufmann|ETH|Birkhäuser|Institut\w*|College|Foundation|Books)\b"
)
AFTER: Final = (
    Cue(3.2, r"^[^\w\s]+\s[\"“(]?(?:In|in|IN|En|Dans) ?[:, ] ?[A-Z0-9“\"‘(*\[]", ". In Handbook"),
    Cue(
        4.9,
        r"^\s[\"“(]?(?:In: |in: |[Ii]n (?:Proceedings|Proc|Advances|\d{4} |IEEE|ACM"
        r"|International))",
        " in Proceedings",
    ),
    Cue(4.2, rf"^\s{_PAGES}\W*$", " 12–18."),
    Cue(
        3.1, r"^[.,] [Pp]p?\. ?\d+ ?[–-] ?\d+[.,]?,? (?:[Ii]n:? )?[A-Z]", ", pp. 12–18. In Handbook"
    ),
    Cue(3.1, r"^[.?!]? [Ii]n\. [A-Z0-9]", ". In. Handbook"),
    Cue(5.0, r"^ // ", " // The Lancet"),
    Cue(4.0, r"^」,? ?『", "」『Data Notes』"),
    Cue(
        3.0,
        rf"^, (?i:{OF_VOLUME}) ?\d{{1,2}}: (?!\d+ ?[–-] ?\d+\W*$)[^,]{{3,60}}, [A-Z]",
        ", Bd. 3: 1849–1914, Oslo",
    ),
    Cue(3.8, rf"(?i)^[.,;:]? [\[(]?(?:{MADE_BY})", ", hg. von Bo Fei"),
    # The page of a note, and in brackets the edition: "Words 85 (2d ed. 1999)".
    Cue(
        4.5,
        r"^,? (?:at )?\d{1,3}(?:[,–-] ?\d{1,3}){0,2}n?"
        r" \((?:[^()]{2,40}, )?[^()]{2,24}ed\.,? (?:1[5-9]|20)\d\d\)",
        " 85 (2d ed. 1999)",
    ),
    # A whole journal, with the year between the volume and the pages.
    Cue(
        2.0,
        rf"^[.,;:] [A-Z][^\d,;:()“”.]{{1,60}}\.? \d{{1,4}}(?: ?[(/] ?\d+\)?)?,? "
        rf"\((?:1[5-9]|20)\d\d\)[,:;]? (?i:(?:{OF_PAGES}) ?)?\d",
        ", AcP 184 (1984), S. 201",
    ),
    Cue(3.0, r"^ \d{1,3}(?:[,–-] ?\d{1,3}){0,2} \((?:1[5-9]|20)\d\d\)\.?$", " 85 (1999)."),
    Cue(
        3.5,
        r"^, [A-Z][^,;:()\d]{2,60} \((?:1[5-9]|20)\d\d\),? \d{1,4}[ ,:(–-]",
        ", Data Notes (2011) 27(5) 67",
    ),
    Cue(
        3.5,
        r"^, [A-Z][^,;:()\d]{2,60} \d{1,4}, [A-Z]?\d+(?: ?[–-] ?\d+)? \((?:1[5-9]|20)\d\d\)",
        ", Data Notes 27, 67-71 (2011)",
    ),
    Cue(3.0, rf"^[.,] (?i:{OF_PAGES}) ?\d{{1,4}}(?: ?[–-] ?\d+)?\W*$", ". p 560."),
    Cue(
        4.5,
        r"^(?: \[(?:1[89]|20)\d\d\]| \((?:1[89]|20)\d\d\),?)(?: \d{1,3})? [A-Z][\w.&() ]{0,24} \d",
        " [1932] AC 562",
    ),
    Cue(3.0, r"^, in [«“\"]", ", in «Studi"),
    Cue(2.5, r"^[,.]?[”»]?[,.]? (?:dans|nel|nell[’'])\b ?:? ?[A-Z«“]", ", dans HOLT Maren (dir.)"),
    Cue(3.0, rf"^[,.] {_HAN_HOUSE}", ", 岩波書店"),
    Cue(3.5, r"^[.?!”]+ [–—-] [A-Z“(]", ". – The Lancet"),
    # A journal in short forms: ". Electron. Trans. Numer. Anal."
    Cue(2.5, r"^[.,] [A-Z][a-z]{1,8}\. (?:[A-Z][a-z]{0,8}\. )+", ". Phys. Rev. Lett. 12"),
    # Who wrote what is edited or introduced: ". By Ezra Pound", ", by F. A. Hayek".
    Cue(3.0, r"^(?:\. By|, by) (?:[A-Z]\. ?){0,3}[A-Z][\w'’-]+", ". By Ezra Pound. New York"),
    # The series and the place of a book whose year is in front: " (Past Masters; Oxford)."
    Cue(
        4.0,
        r"^ \((?:[^();:]{2,60}; )?[A-Z][a-z][^():;\d]{1,50}(?:: [^();]{2,60})?\)"
        r"(?:\W*$|; [a-zA-Z])",
        " (Leiden: Brill).",
    ),
    Cue(2.5, r"^[.,]? (?:editors?|eds?\.?|hrsg\.?) [A-Z]", " editors B. Fei"),
    Cue(2.5, r"^, [A-Z][\w-]+ (?:1[5-9]|20)\d\d\.?$", ", Bologna 2020."),
    Cue(
        4.0,
        r"^, [A-Z][\w'’&-]+(?: [\w'’&-]+){0,3}, [A-Z][\w-]+ (?:1[5-9]|20)\d\d\.?$",
        ", Laterza, Bari 1990.",
    ),
    Cue(
        4.5,
        r"^,? \d{1,4} (?:[A-Z&][\w.&'’]* ){0,5}[A-Z&][\w.&'’]* ?"
        r"\d{1,5}(?:[,–-] ?\d{1,5}){0,2} \((?:1[6-9]|20)\d\d\)",
        ", 34 Yale L.J. 123 (1999)",
    ),
    Cue(1.5, r"^[^\w\s]+ [^\w\s]+$", ". ."),
    Cue(
        4.0,
        r"^; [A-Z][^;:]{1,60}: [A-Z][^;:\d]{1,40}, (?:1[5-9]|20)\d\d",
        "; Pier Press: Oslo, 2015",
    ),
    Cue(
        3.0,
        r"^[.,]? \([A-Z][^()]{1,60}\) (?:pp? ?\d|\((?:1[5-9]|20)\d\d)",
        " (Springer) p 12 (2019)",
    ),
    Cue(4.0, r"^, (?:Second|Third|Fourth|Fifth|Sixth|Revised)\. [A-Z]", ", Second. Berlin"),
    Cue(0.7, rf"^[^\w\s]+\s{_PAGES}[.,;)]", ".- 12–18, Springer"),
    Cue(2.7, rf"^[^\w\s]+\s\d{{1,2}}\. {_PUBLISHER}", ". 4. Birkhäuser"),
    Cue(5.0, r"(?i)^ ?\[(?:in|at|w):?\]", " [at:] Data Notes"),
    Cue(3.0, rf"^[.,] {_VOLUMES}", ", 2 vols."),
    Cue(2.5, r"^, [IVX]{1,4}, (?=[A-Z\d])", ", II, Milano"),
    Cue(3.5, rf"(?i)^[.,:;]? [\[(]?{_SHOWN}", ", catalogo della mostra"),
    Cue(3.0, rf"^[.,]? {_GAZETTE}", ", Dz.U. 1997 nr 78"),
    # "Lei nº 9.394, de 20 de dezembro de 1996": the date of a law.
    Cue(-3.0, rf"^,? {_OF_DAY}", ", de 20 de dezembro"),
    Cue(3.0, r"^: (?:дисс?\.|автореф|rozprawa|diss\.)", ": дис. канд."),
    Cue(3.0, rf"^[.,] (?:[A-Z][\w'’-]+ ){{0,2}}{_HOUSE_WORD}(?!\w)", ", Nxb Pier, Oslo"),
    # A series and its number: ", Graduate Texts in Words, No. 52, Pier".
    Cue(
        3.0,
        rf"^, [A-Z][^,.;\d]{{6,60}}, (?i:{OF_VOLUME}|{OF_ISSUE}) ?\d{{1,4}}, (?=[A-Z][^\d]{{3}})",
        ", Graduate Texts in Words, No. 52, Pier",
    ),
    Cue(2.6, rf"^, {_SHORT_HOUSE}(?: /|, |[.,]?$)", ", JMLR.org."),
    Cue(4.5, rf"^\s{_SHORT_HOUSE}(?: /|, (?:1[5-9]|20)\d\d|[.,]?$)", " IEEE, 2016."),
    Cue(
        1.5,
        r"^, [A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+){1,3}[.,] \((?:1[5-9]|20)\d\d\)",
        ", Data Notes. (2011)",
    ),
    Cue(3.5, rf"^[.,]? {_DESCRIBED}", " [Data set]. https:"),
    Cue(3.5, rf"(?i)^[.,]? [(\[]{PENDING}[)\]]", " (to appear). In Handbook"),
    Cue(
        3.0,
        rf"(?i)^, (?:1[5-9]|20)\d\d[.,;]? [<(\[]?(?:{_ACCESS}|version\b|software\b|release\b)",
        ", 2019. URL: https:",
    ),
    Cue(
        3.5,
        r"^, [A-Z][\w'’-]+(?: [\w'’-]+){0,2}, [A-Z][\w'’&. -]{1,50}(?:, [A-Z]{2})?,"
        r" (?:1[5-9]|20)\d\d(?:[.,;]|$)",
        ", Genève, Gonthier, 1963, 170 p.",
    ),
    Cue(5.6, rf"^\s{_MARK}", " [C]// Proceedings"),
    Cue(
        3.7,
        r"^\s(?:[Vv]ol\. ?)?\d{1,4}(?: ?\(\d+\))?[,:;] ?(?:pp?\. ?)?\d+ ?[–-] ?\d+",
        " 61, 138–146",
    ),
    Cue(5.4, rf"^\s{_PLACE}(?:, [A-Z]{{2}})? ?: ", " Boca Raton: CRC Press"),
    Cue(2.9, rf"^\s{_UNIVERSITY}[.,)]*(?: ?\d{{4}})?\W*$", " Kyoto University."),
    Cue(3.1, r"(?i)^[^\w\s]*\s\[(?:www|homepage|electronic|web)", " [WWW"),
    Cue(
        3.5,
        r"(?i)^[^\w\s]+\s(?-i:[A-Z])[^.\[]{2,75}[.,]? \[(?:internet|online|en ligne|en l[íi]nea)",
        ". The Lancet [Internet]",
    ),
    Cue(
        1.0,
        r"^\s(?:1[5-9]|20)\d\d ?[;,:] ?\d{1,4}(?: ?\(\d+\))?[:,;]",
        " 2019; 12: 34–56",
    ),
    Cue(2.2, r"(?i)^[^\w\s]*\s\[?(?:no publisher|s\. ?[ln]\.|n\.p\.)", ". No publisher"),
    Cue(1.0, rf"^[^\w\s]*\s\({_UNIVERSITY}", ". (Stanford University)"),
    Cue(
        -4.2,
        rf"^[”’][:,] ?(?!{PENDING}|presented|talk|lecture|poster|unpublished|private)"
        r"[^“‘\d]{0,20}(?<!In)(?<!in) [a-z]",
        "”: what words do",
    ),
    Cue(2.0, rf"^[”’\"»]?, {PENDING}\b", "’, to be published in Cell"),
    Cue(2.8, r"^[^\w\s]+\s(?:Em|Dans|In ?:|I:|W:|V:|U:|Içinde) [A-Z0-9]", ". Em Handbook"),
    Cue(5.0, r"^\s\[in:?\]", " [in:] Handbook"),
    Cue(4.0, r"^[.,] [A-Z][^.]{5,80}\. Edited by", ", Handbook of Words. Edited by"),
    Cue(4.0, r"^[”\"»]?, (?:Ed\. [A-Z]|ser\. [A-Z])", ", Ed. Pier, Oslo"),
    Cue(4.0, r"^, éd\. (?:crit\. |par )?[A-Z]", ", éd. Bo Fei"),
    Cue(3.5, rf"(?i)^; (?:{OF_VOLUME}) ?\d", "; vol. 1."),
    Cue(4.0, r"^[.,] (?:bio|med|chem)Rxiv\b", ". medRxiv 2020.03.24"),
    # "in" alone in front of the whole: a meeting, the editors of a book; and in a title.
    Cue(
        4.0,
        rf"^ in (?:(?:[A-Z\d’'][^\s,.;:]*|of|on|and|for|the):? ){{0,8}}?{_MEETING}",
        " in British Moss Conference 2018",
    ),
    Cue(
        4.0,
        r"^ in (?:[A-Z]\.[ -]?){1,3}[A-Z][^()]{1,120}\((?:[Ee]ds?|[Hh]rsg|[Dd]irs?)\b",
        " in B. Fei, A. Chen (eds.), Handbook",
    ),
    Cue(-3.0, r"^ in (?!press\b|prep|print\b|review\b|stampa\b|corso\b|Vorb)[a-z]", " in networks"),
    # The last of a row: "for Hindi, Marathi, Bengali and Oriya", "Foundations, Advances and Uses".
    Cue(
        -4.0,
        rf"^, (?!{_PLACE})[A-Z][\w'’-]+, (?!{_PLACE})[A-Z][\w'’-]+,? and [A-Z][\w'’-]+[.,]",
        ", Marathi, Bengali and Oriya,",
    ),
    Cue(-1.2, r"^, [A-Z][\w'’-]+ and [A-Z][\w'’-]+[.?”]", ", Advances and Applications."),
    Cue(
        -3.0,
        rf"(?i)^, [\w'’-]+ and [\w'’-]+, (?:19|20)\d\d, {_ACCESS}",
        ", Bengali and Oriya, 2018, accessed",
    ),
    Cue(4.1, rf"^ / {_STATED}", " / B. Fei"),
    Cue(3.0, rf"^[.,] {_IMPRINT},? (?:1[5-9]|20)\d\d\W*$", ", Oslo: Pier, 2012."),
    Cue(2.6, rf"^[.?!] {_IMPRINT}\W*$", ". Oslo: Pier."),
    Cue(1.9, rf"^[^\w\s]+\s(?:\d{{1,2}}\. )?{_PLACE}(?:, [A-Z]{{2}})? ?[:,;] ", ". Berlin: "),
    Cue(1.6, r"^\s[\"“(]?In [A-Z0-9]", " In Handbook"),
    Cue(1.2, rf"^[^\w\s]+\s[“\"(]?(?:\S+ ){{0,2}}{_MEETING}", ". Proceedings of"),
    Cue(
        1.7,
        rf"^[^\w\s]*\s[“\"(]?(?:[^\s,.;:]+ ){{0,9}}?{_MEETING}",
        ". 5th International Conference",
    ),
    # "Global report 2021": not without a sign.
    Cue(2.2, rf"(?i)^(?!\sreport\b)[^\w\s]*\s[(\[]?{_KIND}", ". PhD thesis"),
    Cue(5.6, rf"(?i)^[^\w\s]*\s[(\[]?{_EDITION}", ", 2nd ed."),
    Cue(1.8, rf"(?i)^[^\w\s]*\s[(\[<]?{_ACCESS}", ". Available at"),
    Cue(
        3.0,
        r"^\s(?:Available|Retrieved|Accessed|Verfügbar|Disponible|Disponível)\b",
        " Available at",
    ),
    Cue(1.0, r"^\s[A-Z]\w+ University[.,)]*\W*$", " Kyoto University."),
    Cue(2.3, rf"^[^\w\s:]+\s{_JOURNAL}", ". The Lancet, 12"),
    Cue(2.0, rf"^\s{_JOURNAL}", " The Lancet 12"),
    Cue(4.1, r"^: [A-Z][^:,]{2,80}, [Vv](?:ol)?\b", ": The Lancet, Vol. 3"),
    Cue(
        4.5,
        r"^: [A-Z][^:,]{1,80},? (?!(?:19|20)\d\d, )\d{1,4}(?: ?\(\d+\))?[,:] ?"
        r"(?:pp?\. ?)?\w?\d+(?::\d+)? ?[–-] ?\d",
        ": Cell, 76, 232–249",
    ),
    # A journal is missing between the title and its volume.
    Cue(-1.5, r"^, \d{1,4} ?(?:\(\d{1,3}\)[:,]|,) ?\d+ ?[–-] ?\d", ", 124(1): 177–208"),
    Cue(4.0, rf"^: {_PUBLISHER}[^:]{{0,24}}$", ": Stanford University."),
    Cue(3.0, r"^[^\w\s]*\s[«„“\"][A-Z][^»“”\"]+[»“”\"],? \d", ", «Language» 12"),
    Cue(3.0, r"(?i)^[,.]?\so\. ?[jo]\.", " o. J."),
    Cue(2.1, rf"^[^\w\s:]*\s\(?{_PUBLISHER}", ", Oxford: Oxford University Press"),
    Cue(
        5.2,
        r"^\s(?:(?:Cambridge|Oxford|MIT|CRC|Princeton|Harvard|Academic"
        r"|\w+ University) (?:University )?Press"
        r"|Springer|Wiley|Elsevier|Routledge|Birkhäuser|Morgan Kaufmann)\b",
        " MIT Press",
    ),
    Cue(1.5, r"(?i)^\s(?:https?://|doi:|arXiv:|isbn:? ?\d)", " https://example.org"),
    Cue(1.0, r"^\s\([A-Z]\w+(?:, [A-Z][\w ]+)?\)\W*$", " (Berlin)"),
    Cue(4.0, r"^[.,]? (?:[Tt]rans(?:l|lated by)?|[Tt]r)\b\.? [A-Z]", ", trans. Bo Fei"),
    # "Words: Form, Sound, and Meaning." has three parts of one title.
    Cue(
        -2.5,
        r"^, [A-Z][^,.:;()\d]{2,40}, and [A-Z][^,.:;()\d]{2,60}(?:[.?”]|: )",
        ", Sound, and Meaning.",
    ),
    Cue(
        3.0,
        r"^[.?!] (?:[A-Z][\w'’-]+ [A-Z]{1,3}, ){1,9}eds?\. [A-Z]",
        "? Fei BA, Chen A, eds. Handbook",
    ),
    Cue(2.0, r"^[?!] [A-Z][A-Za-z &]{1,60} \d{1,4}(?: ?\(\d+\))?: ?\d", "? Data Notes 12:34"),
    # "“Brush it Off”: How Women Work" is one title.
    Cue(-6.0, r"^[”’\"»]: (?!In\b)[A-Z]", "”: How Words Work"),
    Cue(
        2.5,
        rf"(?i)^[^\w\s:]+\s(?-i:[A-Z])[^,;:()\[\]?!“”\d.]{{2,40}}"
        rf"(?:[.,]?,? \d{{4}})?[.,]? [<(\[]?{_ACCESS}",
        ". Data Notes. https:",
    ),
    Cue(0.9, r"^[^\w\s]*\s\(?arXiv\b", ", arXiv"),
    Cue(2.5, r"^ arXiv, (?:19|20)\d\d\b", " arXiv, 2019"),
    Cue(0.9, r"^[^\w\s]*\s?$", "."),
    Cue(0.8, rf"^[^\w\s]*\s\(?(?!{_SPAN})[12]\d\d\d\)?\W", ". 2014."),
    Cue(1.0, r"^[^\w\s]*\s?\((?:[A-Z][^()]*[,: ] ?)?(?:1[5-9]|20)\d\d\)", " (Elsevier, 2009)"),
    Cue(3.7, r"^\s\(?[12]\d\d\d\)?(?:\W*$|,? (?:at |URL|<|https?))", " 2019."),
    Cue(
        3.9,
        r"(?i)^\s(?:ph\.? ?d thesis|conference paper|technical report|doctoral"
        r"|\[internet|\[online)",
        " PhD thesis",
    ),
    Cue(1.2, r"^[?!]", "? The Lancet"),
    Cue(0.7, r"^[”»\"’]*\. [A-Z“\"\[<]", ". The Lancet"),
    Cue(-0.3, r"^[”»\"]?[,:;] [a-zà-ÿ](?!n[: ])(?!p\.? ?\d)", ", words"),
    Cue(
        -1.0,
        r"^, (?!vol|pages|edit|issue|thesis|dissert|access|avail|retriev|number|tome|band|numer"
        r"|nummer|viewed|consul|dans|from)[a-zà-ÿ]{4,} [a-z]",
        ", words of",
    ),
    Cue(-6.0, r"^\. (?:Jahrhundert|Jh\b|století|stol\.|wieku)", ". Jahrhunderts"),
    Cue(-1.5, r"^\. (?!вып|изд|под|пер|дис|автореф)[а-яё]{3}", ". пособие"),
    Cue(-0.2, r"^\. [a-zà-ÿ](?!n[: ])(?!rXiv)(?!oi)", ". words"),
    Cue(-1.8, r"^ ?: (?![Ii]n )", ": A Study"),
    Cue(-4.0, r"^: [IVX]{1,4}\. (?=[A-Z])", ": II. Signs"),
    Cue(-0.5, r"^\s", " and words"),
    Cue(-0.1, rf"(?i)^[.,;:]* (?!{_PAGES})(?!{_EDITION}){_NUMBER}\W?(?![12]\d\d\d)", ", 12"),
    Cue(-1.7, rf"^[.,;:]* {_PAGES}\W*$", ", 12–18"),
    Cue(-0.3, r"^, ", ", The Lancet"),
    Cue(-2.6, r"^[^\w\s]*\s\(?(?:and|&|or|et) ", ", and words"),
    Cue(-1.5, r"^-", "-based"),
    Cue(
        3.0,
        r"^[.,] (?:The )?(?:[A-Z][\w-]* ){0,3}Foundation(?: for [^.,]{3,40})?, [A-Z]",
        ". R Foundation, Wien",
    ),
    Cue(3.0, r"^ R package version", " R package version 1.2"),
    Cue(2.5, r"(?i)^, vol(?:ume|\.) \d{1,4}\.", ", volume 28."),
    # A book, as the law of the United States cites it.
    Cue(
        3.5,
        r"^ \d{1,4}[–-]\d{1,4} \((?:[^()]{1,20} ed\. )?(?:1[89]|20)\d\d\)\.?$",
        " 225–75 (1986).",
    ),
    Cue(3.5, r"^,? §§? ?\d[\d.]* \(", " § 4.1 (2014)"),
    Cue(1.1, r"^[^\w\s]*\s[\[(](?:\w|[^\W\d])", " [Online]"),
)
# What comes directly after names and date where a style prints no title.
UNTITLED: Final = (
    Cue(-4.0, rf"^(?=.{{0,40}}{_HAN}{{2}})[^.]{{4,80}}\. (?={_HAN})", "沙波的谱. 学报"),
    Cue(3.5, rf"^{_JOURNAL}", "The Lancet 12"),
    Cue(3.0, r"^(?:[A-Z][a-z]{1,8}\.,? )(?:[A-Z][a-z]{0,8}\. )+", "Phys. Rev. Lett. 12"),
    Cue(
        2.0,
        r"^(?:[A-Z][a-z]{1,8}\.,? )(?:[A-Z][a-z]{0,8}\.,? ){1,6}(?:[A-Z] )?(?:1[89]|20)\d\d, \d",
        "Angew. Chem., Int. Ed. 2002, 41",
    ),
    Cue(-3.0, r"^\W*\d{1,4}\W*$", "120."),
    Cue(
        -3.0,
        rf"^(?!.{{0,60}}{_MEETING})[^,;()\d]{{60}}",
        "The meaning of words in long titles of papers that have no end",
    ),
    Cue(
        2.5,
        rf"^[“\"(]?(?:in:? )?(?:[A-Z0-9]\S* ){{0,6}}?{_MEETING}",
        "5th International Conference",
    ),
    Cue(3.0, rf"(?i)^\W*(?:in:? [“\"«]?[A-Z]|{_KIND}|{_ACCESS})", "in Handbook of Words"),
    Cue(4.0, r"^\W*(?:[Ii]n ?:|Em|Dans|En) [A-Z]", "In : Handbook of Words"),
    Cue(6.0, r"^// ", "// The Lancet"),
    Cue(6.0, r"^\W*$", ", ."),
    Cue(1.5, r"^\W*(?:\d(?!\d\d\d: [A-Z])|vol|pp?\.)", "12 (2019)"),
    Cue(-2.0, r"^[^.]{30,200}\. (?:[A-Z]|In )", "A title of some length that ends. In"),
)
CUES: Final = {Zone.INSIDE: INSIDE, Zone.AFTER: AFTER, Zone.UNTITLED: UNTITLED}

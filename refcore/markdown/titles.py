"""The title of a work near the place where a note mentions it, and keys made from titles."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import attrs

from refcore.markdown.addresses import address_title
from refcore.markdown.blocks import CELL, Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.rules import Rule
from refcore.markdown.venues import VOLUME, is_venue_or_date
from refcore.model.keys import key_for
from refcore.model.people import Authors
from refcore.names.running import read_names, surely_names
from refcore.names.surnames import SURNAMES
from refcore.text.idforms import ARXIV_ID, ARXIV_NUMBER, DOI_START
from refcore.text.keys import slug
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex

__all__ = [
    "COUNTED_WORD",
    "GENERIC",
    "NO_TITLE",
    "RULES",
    "TITLE_HEADER",
    "TITLE_LABEL",
    "TITLE_WORDS",
    "Title",
    "bare_title",
    "clean",
    "is_beside_title",
    "is_called",
    "is_capitalised",
    "is_cut_off",
    "is_generic",
    "is_titled_behind",
    "is_venue",
    "labelled_title",
    "new_key",
    "title_near",
    "words_of",
]

_QUOTED = regex(
    r'"([^"\n]{3,400}(?:\n[^"\n]{1,300})?)"|“([^”]{3,400})”|«([^»]{3,400})»|《([^》]{3,400})》'
)
_EMPHASISED = regex(
    rf"(?<![\w*])(\*{{1,3}})(?=[^\s*])([^*]{{2,400}}?)(?<=[^\s*])\1(?![\w*]|{VOLUME})"
    rf"|(?<![\w_])(_{{1,3}})(?=[^\s_])([^_]{{2,400}}?)(?<=[^\s_])\3(?![\w_]|{VOLUME})"
)
_BEFORE_BY = regex(
    r"""\s*([^\W_][^.?!\n\x1f]{2,200}?)
    (?:[\s,(–—-]+(?:(?:which|that)\s+)?(?:(?:is|was|are|were|has\ been|been)\s+)?
      (?:(?:first|originally|jointly|mainly)\s+)?
      (?:authored|described|developed|introduced|made|presented|proposed|published|released|written))?
    [\s,]+by\s""",
    re.VERBOSE,
)
# "Just read On It by Ada Berg": words for what the writer does with the work.
_READER = regex(
    r"\A(?:(?i:(?:(?:i|we)(?:['’]?ve|['’]?m|['’]?re)?|just|also|today|finally|recently|please|read(?:ing)?"
    r"|saw|seen|finished|found|liked?|loved?|discuss(?:ed|ing)?|recommend(?:ed)?|presenting|cover(?:ed|ing)?"
    r"|check(?:ing)?\s+out|see|look(?:ing)?\s+at|the|new|great|nice|paper)[:,]?)\s+){1,8}(?=[^\W_a-z])"
)
# One of these is in each label of a title.
TITLE_WORDS = ("title", "paper", "report", "article", "work")
TITLE_LABEL = regex(
    r"^[^\S\n]*[*_]*(title|(?:paper|report|article|work)(?:\s+title)?)[*_]*\s*:[*_]*"
    r"\s*([^\n\x1f]{2,400})",
    re.IGNORECASE | re.MULTILINE,
)
# "Title: On It | Authors: Ada Berg": another field follows in the same line.
_NEXT_LABEL = regex(r"\s+[|·•]\s+(?=[*_]{0,3}[^\W\d_][\w ()/]{1,20}[*_]{0,3}:)")
_IDS = regex(rf"[\s(\[]*(?:\barxiv\b[\s:.]|https?:|\bdoi\b|\b{DOI_START}|\b{ARXIV_NUMBER})", re.I)
_MONTH = rf"(?:{MONTH_START})[a-z]{{0,6}}\.?"
# Words that number an entry: "Slide 12", "Talk 3".
COUNTED_WORD = (
    r"(?:chapter|citation|day|item|lecture|lec|module|no|nr|number|page|paper|part|question"
    r"|rank|reading|ref|reference|session|slide|source|step|study|talk|topic|unit|week|wk)\b[.]?\s?#?[0-9]{1,3}[a-z]?"
)
# What is beside a title, and is no title itself.
_NO_TITLE = regex(
    rf"{COUNTED_WORD}|(?:doi:?\s?)?{DOI_START}\S+|(?:arxiv:\s?)?{ARXIV_ID}|new(?:s|\sto\s(?:me|us))",
    re.IGNORECASE,
)
_PARTS_OF_LINE = regex(r"\s+[|·•]\s+")
_LONGEST_LINE = 300
# Text that a note adds before and after a title: "January 2025 – X", "1. X (2017)", "Talk 2: X".
_BEFORE_TITLE = regex(
    rf"(?:[0-9]{{1,2}}:[0-9]{{2}}\s+(?:(?-i:[a-z]+(?:\s[a-z]+)?):\s+)?)?"
    rf"(?:{COUNTED_WORD}(?:\s\([^()]{{1,20}}\))?\s?:\s+(?=\S)|(?:论文|論文|文献|논문)\s?[0-9]{{1,3}}\s?[:：]\s{{0,3}}(?=\S))?(?:\(?[0-9]{{1,3}}(?:[.)/]\s+|[、．]\s*|,\s+(?=[^\W\d_])))?(?:{_MONTH}\s+(?:[0-9]{{1,2}},?\s+)?(?:19|20)[0-9]{{2}}"
    r"(?:\s+[–—-]\s+|:\s+)|(?:19|20)[0-9]{2}(?:\s+[–—-]\s+|[-_](?=(?-i:[^\W\d_a-z][a-z]))))?",
    re.IGNORECASE,
)
_IN_BRACKETS = regex(r"\s*[(\[【（]([^()\[\]【】（）]{2,40})[)\]】）]\Z")
_ID = regex(rf"arxiv:?\s?{ARXIV_ID}", re.IGNORECASE)
# "On It (notes)", "On It (v2 rewrite)": what the writer adds.
_OWN_ASIDE = regex(
    r"(?:(?:my|paper|reading)\s)?(?:annotated|done|draft|notes?|read|review|rewrite|skimmed|summary"
    r"|todo|to-read|unread|wip)|v[0-9]{1,2}(?:\s(?:draft|notes?|rewrite|update))?",
    re.IGNORECASE,
)
# "[2506.13585] On It", as browsers and mails call a page of arXiv.
_BEFORE_ID = regex(rf"\[?{ARXIV_ID}\]?[\s:|–—-]+(?=\S)")
# "Berg2024 :: On It", "berg2024it: On It": the key of an entry.
_CITE_KEY = regex(r"[^\W\d_]{2,20}(?:19|20)[0-9]{2}[a-z]{0,12}\s?(?:::|:|—|–|-)\s+(?=[^\W_])")
# "2018_CVPR_On It", as files are named.
_FILE_NAME = regex(
    r"\A(?:(?:19|20)[0-9]{2}_[A-Za-z&]{2,12}|[A-Za-z&]{2,12}_?(?:19|20)[0-9]{2})_(?=[^\W_])"
)
# "On It #paper #read"
_TAGS = regex(r"(?<!\bon)(?<!\bof)(?<!\bthe)(?<!\band)(?:\s#[a-z][\w/-]*)+\Z")
_OPENING_BRACKETS = regex(r"[(\[【（]([^()\[\]【】（）]{2,40})[)\]】）](?!-)[\s:：]*(?=\S)")
# "[R] On It", as forums tag their posts.
_TAG = regex(r"\[([A-Z])\]\s*(?=\S)")
# "[J]", "[EB/OL]" after a title: the kind of work by the Chinese standard GB/T 7714.
_KIND = regex(r"\s*\[(?:[A-Z]|EB|DB|CP|PP)(?:/OL)?\]\.?\Z")
# "On It (2024)", "On the Form of It, 2024", "On It, in" or "On It //" before a venue.
_AFTER_TITLE = regex(
    r"\s*\((?:19|20)[0-9]{2}\)\s*\Z|(?<=\w),\s(?:19|20)[0-9]{2}[a-z]?\Z|,\s+(?:in|at|arXiv|CoRR)\Z|\s+//[^\n]*\Z"
    # "On It,” 2015": the quotation mark before it went with other marks.
    r"|[,.]?[”\"],?\s\(?(?:19|20)[0-9]{2}\)?\.?\Z"
    # "On It, Journal of Things, Volume 12, Issue 9"
    r"|,\s[^\W\d_][^,\n]{2,80},\s[Vv]ol(?:ume|\.)?\s?[0-9][^\n]*\Z"
)
# Words for what a link leads to; they do not name a work.
GENERIC = frozenset(
    "abs abstract arxiv article arxivlabs author authors badge bibtex blog citation cite code "
    "doc date docs document doi download external full github gitlab hf here html http https "
    "hugging face huggingface id identifier important introduction journal link links list model "
    "note notes official online page paper papers pdf pmlr post preprint project publication "
    "published read references related repo repository report section see source summary technical "
    "tech license stars text the this title url version webpage website work works year tl;dr tldr "
    "browse click open pages view visit publish conference star "
    "demo ssrn dataset datasets weights checkpoint contributors background overview method "
    "methods metadata info information details 原文 论文 論文 논문 链接 下载 全文 代码 "
    "项目 主页 中文 "
    "alphaxiv ar5iv openreview dblp semantic scholar zenodo supplementary supp supplement "
    "appendix poster slides video videos youtube talk website homepage tex latex e-print "
    "bibliographic bibliographical bibliography "
    "approach approaches experiment experiments result results evaluation discussion conclusion "
    "conclusions setup installation usage requirements acknowledgement acknowledgements skill "
    "acknowledgments acknowledgment limitations roadmap changelog faq contributing quickstart "
    "presentation thread twitter colab notebook leaderboard collection "
    "基本信息 论文信息 论文基本信息 文献信息 源信息 元信息 信息 元数据 概要 概述 简介 "
    "摘要 基本情報 書誌情報 論文情報 논문정보 기본정보".split()
)
# Between names and a title, and a title that is set off.
_AFTER_NAMES = regex(r"\s*+[.,:;—–-]?\s*+(?:\((?:19|20)[0-9]{2}\)[.,:]?\s*+)?")
_SET_OFF = regex(r"\"([^\"\n]{3,400})\"|“([^”]{3,400})”|(\*{1,3}|_{1,3})([^*_\n]{3,400})\3")
# "On It (Berg et al., 2024) (arXiv)"
_CITED_AFTER = regex(
    r"\s*[(\[](?:[^()\[\]]{0,60}\bet al\b[^()\[\]]{0,20}|(?i:arxiv|pdf|link|paper|doi|code))"
    r"[)\]]\s*\Z"
)
# "NeurIPS 2023, pdf | code": what labels say of links.
_VALUES = regex(r"\s*[,;|/]\s+")
# "TODO [[paper]] On It", as outliners set tasks.
_TASK = regex(
    r"(?:논문|论文|論文|[Pp]aper|[Aa]rticle)\s[\"“«](?=[^\"“”«»]+\Z)"
    r"|(?:(?:TODO|DOING|DONE|LATER|NOW|WAITING|WIP|UNREAD|NEW|UPDATED?)\b[:!\s]\s*)?"
    r"(?:paper|article|preprint|arxiv)\s(?=[^\W_a-z])"
    r"|(?:[Pp]aper|[Aa]rticle)\s(?:[Rr]eview|[Nn]otes?|[Ss]ummary|[Rr]eading)\s?[:：–—-]\s*(?=\S)"
    r"|(?:TODO|DOING|DONE|LATER|NOW|WAITING|WIP|UNREAD)\b[:!\s]\s*(?=[^\W_])"
    r"|(?:论文|文献|論文|논문)?\s?(?:笔记|阅读|精读|解读|紹介|要約|리뷰|정리|읽기|요약)\s?[:：]\s*(?=\S)"
)
# "Reference: On It", "Based on: On It", "Inspired by the paper On It"
_SAID_BEFORE = regex(
    r"(?:(?:has|have|did)\s)?(?:you|you\sall|anyone|anybody|everyone)\s(?:all\s|already\s)?(?:seen|see|read)\s"
    r"(?=(?-i:[^\W_a-z]))|"
    r"(?:(?:loosely|heavily|partly|mainly)\s)?(?:based\s(?:up)?on|inspired\sby|adapted\sfrom"
    r"|(?:as\s)?(?:described|introduced|proposed)\sin)\s"
    r"(?:the\s(?:\w+\s)?(?:paper|article|preprint|work)\b[\s:,]*)?(?=(?-i:[^\W_a-z])\S*(?:\s\S+){2})|"
    r"(?:adapted from|article|based on|citation|cite|from|ref|reference|source"
    r"|(?:[\w-]{1,12}\s){0,2}(?:paper|논문|论文|論文))\s?:\s+(?=(?-i:[^\W_a-z])|\W)",
    re.IGNORECASE,
)
# "On It 论文笔记", "On It – Paper Summary": the kind of the note.
_OWN_WORDS = regex(
    r"(?:\s*[–—:：|-])?\s+(?:论文|文献|阅读|读书|学习|paper|reading)?\s?(?:复现报告|复现|笔记|解读|精读|阅读|总结|要約|まとめ"
    r"|리뷰|정리|요약)\Z|\s(?:[–—|]|-)\s(?:(?:paper|reading|study|my|literature)\s)?(?:notes?|summary|review|walkthrough"
    r"|explained|reading|discussion|implementation|reproduction|paper review|tl;?dr)\Z",
    re.IGNORECASE,
)
# "Official PyTorch implementation of On It": how the page relates to the paper.
_LEAD_IN = regex(
    r"(?:this\s(?:is|repo(?:sitory)?\s(?:is|contains))\s(?:the|an?)\s)?"
    r"(?:(?:un)?official(?:ly)?\s|\w+(?:\s\d)?\s(?=impl|re-?impl)|source\s)?"
    r"(?:(?:re-?)?implementation|repo(?:sitory)?|code(?:base)?|project\spage|website)"
    r"\s(?:of|for)\s(?:the\s)?(?:(?:\w+\s?['’]?\d{2,4}\s)?(?:paper|article|preprint|work)\b[\s:,]*)?"
    r"(?=(?-i:[^\W_a-z])|[\"“*_])",
    re.IGNORECASE,
)
# One of these is in what `_AFTER_TITLE` takes away.
_BEHIND = frozenset('(,/"”')
_CLOSING = (")", "]", "】", "）")
_DIGIT = regex(r"[0-9]")
_MOST_OF_LABEL = 4  # words of a link that says what it leads to
_SPACE = 500
_SHORT = 200
# Remains of marks around a text: "- On It", "On It (".
_CUT_OFF = regex(r"\A[–—•·-]\s+|\s*[(\[（【]\Z|\s[–—-]\Z")
_ODD_START = "–—•·-"
_EMPHASIS = regex(r"\*+|(?<!\w)_+|_+(?!\w)|`")
FORMULA = regex(r"(\$(?=\S)[^$\n]{1,200}(?<=\S)\$(?!\d))")
_WORD = regex(r"[^\W_]+")
# The headers of columns of titles.
TITLE_HEADER = regex(r"title|paper|name|model|work|publication")


def clean(text: str) -> str:
    """Return a text without marks of emphasis, outer quotes and end stops.

    >>> clean('*"MiniMax-M1: Scaling."*')
    'MiniMax-M1: Scaling'
    """
    return _cleaned(text) if len(text) > _SHORT else _cleaned_before(text)


def _cleaned(text: str) -> str:
    text = _without_emphasis(text.replace(CELL, " "))
    text = " ".join(text.split())
    if text.endswith(("]", "].")):
        text = _KIND.sub("", text)
    if text[:1] == "‘" and text.rstrip(".,")[-1:] == "’":
        text = text.rstrip(".,")[1:-1]
    if text[-1:] in _ODD_START:
        text = _CUT_OFF.sub("", text)
    bare = text.strip(' "“”«»《》,;:|')
    # A quotation inside a title keeps both its marks.
    text = bare if bare.count('"') % 2 == 0 else text.strip(" ,;:|")
    text = text[:-1] if text.endswith(".") and not text.endswith("..") else text
    return _CUT_OFF.sub("", text) if text[:1] in _ODD_START or text[-1:] in "([（【" else text


def _without_emphasis(text: str) -> str:
    """Return a text without marks of emphasis; those in formulas stay.

    >>> _without_emphasis("**On** *It*")
    'On It'
    """
    if text.count("$") < 2:
        return _EMPHASIS.sub("", text)
    parts = FORMULA.split(text)
    return "".join(x if n % 2 else _EMPHASIS.sub("", x) for n, x in enumerate(parts))


# The rules ask for the same short pieces again and again.
_cleaned_before = functools.lru_cache(maxsize=4096)(_cleaned)


def bare_title(text: str) -> str:
    """Return a title without a number or a date before it, or a year after it.

    >>> bare_title("January 2025 – MiniMax-01"), bare_title("1. Attention Is All You Need (2017)")
    ('MiniMax-01', 'Attention Is All You Need')
    """
    quoted = _QUOTED_BEFORE.fullmatch(text.strip(" *_")) or _QUOTED_BEFORE.fullmatch(clean(text))
    text = _without_number(clean(quoted[1] if quoted else text))
    opens = _OPENING_BRACKETS.match(text) or _TAG.match(text)
    if opens and (is_venue_or_date(opens[1]) or is_generic(opens[1]) or not opens[1].isascii()):
        text = text[opens.end() :]
    text = text[lead.end() :] if (lead := _LEAD_IN.match(text)) else text
    text = text[key.end() :] if (key := _CITE_KEY.match(text)) else text
    text = text[task.end() :] if (task := _TASK.match(text)) else text
    text = text[said.end() :] if (said := _SAID_BEFORE.match(text)) else text
    if not text.isascii() or " - " in text or "|" in text:
        text = text[: own.start()] if (own := _OWN_WORDS.search(text)) else text
    before = _BEFORE_TITLE.match(text)
    text = text[before.end() :] if before else text
    text = text if _BEHIND.isdisjoint(text) else _AFTER_TITLE.sub("", text)
    after = _IN_BRACKETS.search(text) if text.endswith(_CLOSING) else None
    aside = after is not None and bool(
        is_venue_or_date(after[1]) or _OWN_ASIDE.fullmatch(after[1]) or _ID.fullmatch(after[1])
    )
    return text[: after.start()] if after and aside else text


def _without_number(text: str) -> str:
    """Return a title without the id, the tags and the parts of a file's name around it.

    >>> _without_number("[2506.13585] On It"), _without_number("On It #paper #read")
    ('On It', 'On It')
    """
    if _DIGIT.search(text):
        text = _BEFORE_ID.sub("", text)
    if "#" in text:
        text = _TAGS.sub("", text)
    return _FILE_NAME.sub("", text) if "_" in text else text


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded, split at everything that is not a letter or digit.

    >>> words_of("On the Form")
    ['on', 'the', 'form']
    """
    return _WORD.findall(text.casefold())


def is_generic(text: str) -> bool:
    """Return whether a text only names the kind of thing that a link leads to.

    >>> is_generic("paper"), is_generic("On the Form of It")
    (True, False)
    """
    words = (match[0] for match in _WORD.finditer(text.casefold()))
    return all(word in GENERIC or word.isdecimal() or len(word) < 2 for word in words)


@attrs.frozen
class Title:
    """A title that a work may have: how likely it is, and whether the note claims it as one.

    An uncertain title is a label: what the note calls the work. A weight of 0 means no title.
    """

    weight: float = 0.0
    sure: bool = False
    text: str = ""
    rule: str = ""


NO_TITLE = Title()
_VENUE = regex(
    r"(?:in\s+)?(?:the\s+)?(?:proceedings|proc\b|advances\s+in|journal|transactions|annals|lecture"
    r"\s+notes|arxiv|corr\b|neurips|nips|icml|iclr|acl\b|emnlp|naacl|cvpr|iccv|eccv|aaai|ijcai"
    r"|(?:[\w-]+\s+){0,3}(?:conference|symposium|workshop|journal|transactions|letters|reviews?)"
    r"\s+(?:on|of)\b|nature(?:\s+(?:machine|methods|communications|physics|medicine)\b|\Z)|science\Z"
    r"|(?:[\w&-]+\s+){1,2}(?:bulletin|communications|letters|quarterly|reports|review)\Z"
    r"|(?:bioinformatics|bmc\s\w+|econometrica|elife|genome\s(?:biology|research)|plos\s\w+|pnas)\Z)",
    re.IGNORECASE,
)
# "PLoS ONE 9(1): e85777", "Nature 500, 123–130 (2013)"
_VOLUMED = regex(
    r"[^\W\d_][\w.&'’ -]{1,60}?\s[0-9]{1,4}\s?(?:\([0-9–-]{1,7}\))?[:,]\s?e?[0-9]{1,7}"
    r"(?:[–-]\s?e?[0-9]{1,7})?(?:[,\s]{0,2}\(?(?:19|20)[0-9]{2}\)?)?"
)
_CITES = regex(r"\bet\sal\b|[^\W\d_],?\s\(?(?:19|20)[0-9]{2}[a-z]?\)?\Z")
# '"On the Form of It", Nature Lamps': the title in bold with its journal
_IN_QUOTES = regex(
    r"[\s)\],:]{0,4}(?:in|titled|entitled|called)\s+"
    r"(?:(?:the|their)\s+(?:paper|article|work|preprint)\s+)?[\"“«]"
)
_QUOTED_BEFORE = regex(
    r"[\"“]([^\"“”]{3,300})(?:[\"”],|,[\"”])\s(?:[^\W\d_a-z][^\"“”]{2,80}|(?:19|20)[0-9]{2}\.?)"
)
_IN_VENUE = regex(r"(?:^|[.,;]|[.,;?!]?[\"”*_])\s+In:?\s+[*_\"“]*\Z|[\"”*_],\s+in\s+[*_]*\Z")
_CALLED = regex(
    r"\b(?:paper|preprint|article|link|page|post|blog|repo|repository|pdf|code|model|models)\Z"
    r"|\A(?:this|that|these|our|their|its|my|your|it|they|see)\b|\A\w+['’]s\b"
    r"|\A(?-i:[Ww]ho(?:se)?\s(?:wrote|authored|published|proposed|is|are)\b)"
    r"|\Ain conversation with\b"
    r"|\A(?:to|how\sto)\scite\b|\bplease\s(?:cite|refer)\b|\bthe\sfollowing\Z",
    re.IGNORECASE,
)
_LEADS_ON = regex(
    r"\s(?:an?|and|as|at|by|cf\.?|e\.g\.|for|from|in|is|like|of|on|or|per|see|than|the|to|under|using"
    r"|via|with)[\s,:]*\Z"
)
_HAPPENED = regex(r"\b(?:is|was|are|were|been)\s+(?:\w+ly\s+)?\w+\Z")
_JOINING = frozenset(
    "and et al by in on of at with others other authors additional more also named the arxiv "
    "preprint doi id see from as".split()
)


def _weight(text: str, base: float, names: int | None = None) -> float:
    """Return how likely a text is a title, from 0; `names` is how many people it names."""
    words = clean(text).split()
    if not words or is_generic(text) or re.search(r"\bet al\b|https?:", text):
        return 0.0
    first = words[0][0]
    if first.islower() and not re.search(r"[A-Z]", words[0]):
        return 0.0
    if text.rstrip("*_ ").endswith(":"):
        return 0.0
    if count := _names_in(text) if names is None else names:
        return 0.0 if count > 2 else base / 3
    return base if len(words) > 2 else base / 2


def _names_in(text: str) -> int:
    """Return how many people a text names, if it has nothing but their names.

    >>> _names_in("Ada Berg, Bo Fei"), _names_in("On the Form of It")
    (2, 0)
    """
    text = clean(text)
    names = read_names(text)
    if names is None or not surely_names(names) or text[names.end :].strip(" .;:,*_)"):
        return 0
    return len(names.names) + bool(names.others)


@attrs.frozen
class _Place:
    """A mention of a work in its block, and where the mentions of other works leave off."""

    mention: Mention
    inline: Inline
    block: Block
    before: int
    after: int

    @property
    def left(self) -> str:
        return self.inline.text[max(self.before, self.mention.start - _SPACE) : self.mention.start]

    @property
    def right(self) -> str:
        return self.inline.text[self.mention.end : min(self.after, self.mention.end + _SPACE)]

    @property
    def in_row(self) -> bool:
        return self.block.kind == "row"


def title_near(
    mention: Mention, inline: Inline, block: Block, before: int, after: int, least: float = 0.0
) -> Title:
    """Return the best title for one mention, by the rules of a weight of `least` and more.

    `before` and `after` are where the neighbouring mentions of other works
    end and begin, so that no title is taken from them. Of titles of the same
    weight the first rule's is taken.
    """
    place = _Place(mention, inline, block, before, after)
    best = NO_TITLE
    for rule in RULES:
        if rule.weight < least or (rule in _WEAK and best.weight > 1):
            continue
        for found in rule.read(place, rule.pattern, rule.weight):
            if found.weight > best.weight and not is_beside_title(found.text):
                best = attrs.evolve(found, rule=rule.name)
    return attrs.evolve(best, text=clean(best.text))


def is_beside_title(text: str) -> bool:
    """Return whether a text is what entries have beside a title: an id, a count, names and a year.

    >>> [is_beside_title(x) for x in ("10.1000/182", "2506.13585v2", "Session 3")]
    [True, True, True]
    >>> is_beside_title("Ada Berg & Bo Fei | Nature | 2014"), is_beside_title("On It | Part 2")
    (True, False)
    """
    bare = text.strip(" *_`.:")
    if _NO_TITLE.fullmatch(bare):
        return True
    parts = _PARTS_OF_LINE.split(bare) if len(bare) < _LONGEST_LINE else []
    return len(parts) > 1 and is_venue_or_date(parts[-1]) and read_names(parts[0]) is not None


def _in_row(found: Title) -> Title:
    """Return a title of a table's cell: only quotes (of weight 4) mark one, emphasis does not."""
    return found if found.weight >= 4 else attrs.evolve(found, sure=False)


def is_called(text: str, least: int = 3) -> bool:
    """Return whether a text is too short for a title, or says what kind of thing is meant.

    >>> is_called("the paper"), is_called("On the Form of Things")
    (True, False)
    """
    text = _IN_BRACKETS.sub("", clean(text))
    return len(text.split()) < least or bool(_CALLED.search(text))


def _is_whole_title(text: str) -> bool:
    """Return whether the words of a link are a title, though some of them are words for links.

    >>> _is_whole_title("On the Form of Things"), _is_whole_title("the code here")
    (True, False)
    """
    words = words_of(text)
    said = sum(word in GENERIC for word in words)
    return len(words) > _MOST_OF_LABEL and said * 2 < len(words) and is_capitalised(text)


def _of_link(place: _Place, pattern: re.Pattern[str], weight: float) -> Iterator[Title]:
    """Return the words of a link as a label, or as a title if they are quoted or in italics."""
    mention, outer = place.mention, place.inline.text
    text = mention.text.strip()
    if not text or _is_volumed(text):
        return
    generic = bool(pattern.search(text)) and not _is_whole_title(text)
    around = outer[max(0, mention.start - 1) : mention.start] + text[:1]
    wider = outer[max(0, mention.start - 2) : mention.start] + text[:2]
    quoted = any(mark in around for mark in '"“«')
    italic = any(mark in around for mark in "*_") and "**" not in wider and "__" not in wider
    sure = (quoted or italic) and not is_called(text)
    yield Title(_weight(text, weight if sure or not generic else 1.2), sure, text)


def _before(place: _Place, pattern: re.Pattern[str], weight: float) -> Iterator[Title]:
    """Yield the quoted or emphasised texts before a mention, the nearest first.

    A citation before "in" and quotes, "[Berg et al. (2024)](…) in "On It"", has its title there.
    """
    if _is_titled_behind(place.mention.text, place.right):
        return
    found = list(_marked(place.left, pattern, weight, after=False))
    yield from reversed([_in_row(title) if place.in_row else title for title in found])


def _is_titled_behind(said: str, behind: str) -> bool:
    """Whether a link says who wrote a work, and its title follows: 'Berg et al. in "On It"'.

    >>> _is_titled_behind("Berg et al.", ' in "On It"'), _is_titled_behind("pdf", ' in "On It"')
    (True, False)
    """
    title = _IN_QUOTES.match(behind)
    return title is not None and bool(_CITES.search(said)) and not is_venue(behind[title.end() :])


def is_titled_behind(text: str, mention: Mention) -> bool:
    """Return whether a mention in a text says who wrote a work, and its title follows in quotes."""
    return _is_titled_behind(mention.text, text[mention.end : mention.end + _SPACE])


def _after(place: _Place, pattern: re.Pattern[str], weight: float) -> Iterator[Title]:
    """Yield the quoted or emphasised texts after a mention."""
    for found in _marked(place.right, pattern, weight, after=True):
        yield attrs.evolve(found, sure=found.sure and not place.in_row)


def _marked(text: str, pattern: re.Pattern[str], weight: float, *, after: bool) -> Iterator[Title]:
    """Return the text that a pattern marks; `after` says that the mention comes first."""
    for match in pattern.finditer(text):
        mark = next((part for part in match.groups() if part and not part.strip("*_")), "")
        inner = next(part for part in reversed(match.groups()) if part)
        if _VENUE.match(inner) or _IN_VENUE.search(text[max(0, match.start() - 9) : match.start()]):
            continue
        if inner.rstrip("*_ ").endswith(":"):
            continue
        between = text[: match.start()] if after else text[match.end() :]
        inner = bare_title(inner)
        names = _names_in(inner)
        sure = not (is_called(inner) or names) and _is_near(between)
        # The mention is inside another quotation then.
        sure = sure and between.count('"') % 2 == 0
        bold = len(mark) > 1
        if bold and not _bold_title(inner, text[match.end() : match.end() + 9]):
            sure = False
        if not (after and bold and not sure):
            yield Title(_weight(inner, weight, names), sure, inner)


def _bold_title(inner: str, following: str) -> bool:
    """Return whether bold type marks a title rather than a phrase, a question or a name.

    >>> _bold_title("On the Form of Things", " by Bo Fei"), _bold_title("Why?", " It is.")
    (True, False)
    """
    return not (re.match(r"\s*:", following) or inner.endswith("?") or not is_capitalised(inner))


def is_venue(text: str) -> bool:
    """Return whether a text begins as the name of a journal or of proceedings does.

    >>> is_venue("NeurIPS 2024"), is_venue("On the Form of Things")
    (True, False)
    >>> is_venue("PLoS ONE 9(1): e85777")
    True
    """
    return bool(_VENUE.match(text) or _is_volumed(text))


def _is_volumed(text: str) -> bool:
    return bool(_DIGIT.search(text) and _VOLUMED.fullmatch(text.strip(" .")))


def is_cut_off(text: str) -> bool:
    """Return whether a text ends in a word after which more must follow: "the model from".

    >>> is_cut_off("The graph-based model from"), is_cut_off("What to Begin From")
    (True, False)
    """
    return bool(_LEADS_ON.search(text))


def is_capitalised(text: str) -> bool:
    """Return whether most of the longer words of a text begin with a capital, as in a title.

    >>> is_capitalised("On the Form of Things"), is_capitalised("what the paper says")
    (True, False)
    """
    words = [match[0] for match in re.finditer(r"[^\W\d_][\w'’]{3,}", text)]
    return sum(word[0].isupper() for word in words) * 10 >= len(words) * 6


def _is_near(between: str) -> bool:
    """Return whether only names, or little else, separate a title from the id.

    >>> _is_near(", by Bo Fei and Mo Far, "), _is_near("word " * 9)
    (True, False)
    """
    words = re.findall(r"\b[a-z]{2,}\b", between)
    return sum(1 for word in words if word not in _JOINING) <= 8


@functools.lru_cache(maxsize=32)  # each mention in a block asks for the same text
def labelled_title(text: str) -> tuple[str, bool]:
    """Return the title in "Title: …" or "Paper: …", and whether it may be only a name for the work.

    >>> labelled_title("**Paper:** arXiv:2506.13585"), labelled_title("Paper: Foo (arXiv:2506.1)")
    (('', True), ('Foo', True))
    """
    first = True
    for match in TITLE_LABEL.finditer(text):
        said = _IDS.split(_NEXT_LABEL.split(match[2], maxsplit=1)[0], maxsplit=1)[0]
        title = clean(_of_entry(said))
        parts = _VALUES.split(title)
        if SURNAMES.fullmatch(title) or all(is_venue_or_date(x) or is_generic(x) for x in parts):
            title = ""
        if "/" in title and " " not in title:  # the path of a page
            title = ""
        if title and (first or match[1].casefold() == "title"):
            return title, match[1].casefold() != "title" and is_called(title)
        first = False
    return "", not first


def _of_entry(text: str) -> str:
    """Return the title where a label is before a whole entry: "Paper: Ada Berg et al., *On It*".

    >>> _of_entry("Ada Berg and Bo Fei. On the Form of Things. 2024.")
    'On the Form of Things. 2024.'
    """
    names = read_names(text)
    if names is not None and surely_names(names):
        rest = _AFTER_NAMES.match(text, names.end)
        if rest and (set_off := _SET_OFF.match(text, rest.end())):
            text = next(part for part in reversed(set_off.groups()) if part)
        elif rest and rest[0].strip() in (".", ":") and len(text[rest.end() :].split()) > 2:
            text = text[rest.end() :]
    while after := _CITED_AFTER.search(text):
        text = text[: after.start()]
    venue = _IN_BRACKETS.search(text.rstrip())
    text = text[: venue.start()] if venue and is_venue_or_date(venue[1]) else text
    return _without_names(text)


def _without_names(text: str) -> str:
    """Return a title without the names in brackets after it: "On It (Ada Berg, Bo Fei)".

    >>> _without_names("On It (Ada Berg, Bo Fei)")
    'On It '
    """
    start = text.rfind("(")
    after = text[start + 1 :].rstrip(" .*_").removesuffix(")") if start > 0 else ""
    return (
        text[:start] if after and ("," in after or " " in after) and _names_in(after) > 1 else text
    )


def _from_label(place: _Place, _pattern: re.Pattern[str], weight: float) -> Iterator[Title]:
    title, called = labelled_title(place.inline.text)
    if title:
        yield Title(_weight(title, weight), not called, title)


def _from_cells(place: _Place, pattern: re.Pattern[str], weight: float) -> Iterator[Title]:
    columns = place.block.columns
    cells = place.inline.text.split(CELL) if columns else ()
    for column, cell in zip(columns, cells, strict=False):
        if pattern.search(column):
            # Names may be on the lines below the title.
            cell = cell.strip().partition("\n")[0]
            while after := _CITED_AFTER.search(cell):
                cell = cell[: after.start()]
            said = "title" in column
            sure = said and not is_called(cell)
            # A column of titles contains titles in any case.
            known = clean(cell) and not (said and is_generic(cell))
            yield Title(weight if sure and known else _weight(cell, weight), sure, cell)


def _before_by(place: _Place, pattern: re.Pattern[str], weight: float) -> Iterator[Title]:
    _, line_break, line = place.left.rpartition("\n")
    for text in (line if line_break else "", "" if place.before else place.left):
        match = pattern.match(text)
        said = _READER.sub("", match[1]) if match else ""
        if said and not (is_called(said, 1) or _HAPPENED.search(said)):
            yield Title(_weight(said, weight), text=said)


_WORK = "https://arxiv.org/abs/2506.13585"
_AFTER_EMPHASIS = Rule(
    "emphasis after the work",
    "words in italics or bold after an id or a link",
    _EMPHASISED,
    "arXiv:2506.13585, *On the Form of Things*, 2025",
    "On the Form of Things",
    _after,
    weight=2.7,
)
_AFTER_QUOTES = Rule(
    "quotes after the work",
    "words in quotation marks after an id or a link",
    _QUOTED,
    'arXiv:2506.13585: "On the Form of Things", 2025',
    "On the Form of Things",
    _after,
    weight=3.6,
)
RULES = (
    Rule(
        "column",
        "a cell under a header such as “Title” or “Paper”",
        TITLE_HEADER,
        f"| Title | Link |\n|-|-|\n| On the Form of Things | {_WORK} |",
        "On the Form of Things",
        _from_cells,
        weight=4.5,
    ),
    Rule(
        "label of a title",
        "what follows “Title:” or “Paper:”",
        TITLE_LABEL,
        "Title: On the Form of Things (arXiv:2506.13585)",
        "On the Form of Things",
        _from_label,
        weight=4.5,
    ),
    Rule(
        "text of a link",
        "the words that lead to the work; a claim only if they are quoted or in italics",
        regex(rf"\b(?:{'|'.join(sorted(GENERIC))})\b", re.IGNORECASE),
        f"*[On the Form of Things]({_WORK})*",
        "On the Form of Things",
        _of_link,
        weight=3.5,
    ),
    Rule(
        "emphasis",
        "words in italics or bold before an id or a link",
        _EMPHASISED,
        "*On the Form of Things* (arXiv:2506.13585)",
        "On the Form of Things",
        _before,
        weight=3.0,
    ),
    Rule(
        "quotes",
        "words in quotation marks before an id or a link",
        _QUOTED,
        '"On the Form of Things" (arXiv:2506.13585)',
        "On the Form of Things",
        _before,
        weight=4.0,
    ),
    _AFTER_EMPHASIS,
    _AFTER_QUOTES,
    Rule(
        "words before “by”",
        "the words before “by” and names; no claim, as they may be only a name for the work",
        _BEFORE_BY,
        "Foo in its Form by Ada Berg and Bo Fei (arXiv:2506.13585)",
        "Foo in its Form (a label)",
        _before_by,
        weight=1.8,
    ),
)
# Text after a work is used only if nothing else is found.
_WEAK = (_AFTER_EMPHASIS, _AFTER_QUOTES)


def new_key(title: str, authors: Authors, mention: Mention, taken: dict[str, int]) -> str:
    """Return a new citation key in ASCII.

    A work whose authors and year are in the note gets refcore's usual key;
    another one gets words of its title before a
    colon, else its id or host. `taken` contains the keys in use; the new one
    is added to it.
    """
    year = mention.arxiv.year if mention.arxiv is not None else None
    if authors.names and year is not None:
        base = key_for(authors, year, title)
    else:
        base = slug(re.split(r":\s|\s[—–-]\s", title)[0])
    if len(base) < 3:
        base = slug(title)
    if len(base) < 3:
        base = _fallback(mention)
    key = base
    # The last number is kept with the key, so that many similar titles stay fast.
    while key in taken:
        taken[base] += 1
        key = f"{base}-{taken[base]}"
    taken[key] = 1
    return key


def _fallback(mention: Mention) -> str:
    if mention.arxiv is not None:
        return f"arxiv-{mention.arxiv.bare.replace('/', '-')}"
    if mention.doi is not None:
        return slug(f"doi {mention.doi.name}") or "doi"
    if mention.fault:
        return slug(f"arxiv {mention.written}") or "arxiv"
    name = address_title(mention.url)
    try:
        host = urlsplit(mention.url).netloc.rpartition("@")[2].removeprefix("www.")
    except ValueError:
        host = ""
    return slug(name) or slug(host.partition(":")[0]) or "webpage"

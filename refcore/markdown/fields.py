"""Fields of a note under one set of labels: front matter, "key:: value", labels of other languages.

The rules know English labels ("Authors:", "Title:", "Link:", "Date:"). Other
labels are replaced by those before any rule runs.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from refcore.markdown.othermarkup import with_plain_markup
from refcore.markdown.signs import without_pictures
from refcore.names.filed import read_filed
from refcore.names.labels import AUTHORS
from refcore.names.shape import is_name
from refcore.text.idforms import ARXIV_NUMBER, DOI_PREFIX
from refcore.text.letters import widened
from refcore.text.patterns import regex
from refcore.textlists.reader import read_pieces
from refcore.textlists.split import clean_piece

__all__ = [
    "LABEL_WORDS",
    "REWRITES",
    "Field",
    "Rewrite",
    "cited_in_front",
    "entry_of_front",
    "front_matter_fields",
    "front_values",
    "is_of_publication",
    "items_of_fields",
    "label_of_heading",
    "one_author",
    "one_list",
    "with_one_list",
    "with_plain_labels",
]

# The English label for each label ("_" is a space); the longest match counts.
LABELS = {
    "Authors": AUTHORS,
    "Title": (
        "论文标题 论文题目 论文名称 论文名 原文标题 原文题目 "
        "文章标题 文章题目 英文标题 原标题 标题 題名 論文名 タイトル 题目 題目 篇名 "
        "제목 논문제목 논문명 título titulo titel titre titolo título_del_artículo "
        "titre_de_l'article titolo_dell'articolo название заголовок назва наслов заглавие "
        "başlık tytuł název názov tittel titteli nimeke otsikko cím τίτλος العنوان כותרת "
        "عنوان judul शीर्षक tiêu_đề tên_bài_báo ชื่อเรื่อง naslov titlu títol izenburua "
        "pavadinimas nosaukums pealkiri"
    ),
    "Link": (
        "论文链接 论文地址 原文链接 原文地址 链接 連結 网址 地址 来源 原文 pdf链接 pdf地址 "
        "项目链接 リンク 論文リンク 링크 링크주소 논문_링크 enlace vínculo lien ссылка "
        "посилання спасылка collegamento bağlantı odkaz odkazy łącze länk lenke linkki "
        "σύνδεσμος الرابط קישור پیوند tautan liên_kết đường_dẫn ลิงก์ poveznica povezava "
        "hivatkozás enllaç źródło fonte fuente quelle zdroj källa kilde lähde forrás kaynak "
        "nguồn sumber источник джерело"
    ),
    "Date": (
        "发表时间 发布时间 发表日期 发布日期 提交日期 提交时间 出版日期 发表年份 日期 时间 "
        "時間 年份 年度 日付 発表年 発行年 날짜 연도 발행연도 fecha datum дата data année "
        "erschienen erscheinungsjahr veröffentlicht publié année_de_publication publicado "
        "pubblicato anno_di_pubblicazione fecha_de_publicación año_de_publicación publicação "
        "jahr anno ano año год рік год_издания yıl rok år vuosi év dátum tahun năm ปี an any "
        "godina leto metai gads aasta"
    ),
    "Paper": ("论文 論文 논문 bài_báo artículo artykuł článek cikk artikkel статья стаття makale"),
    "Venue": (
        "发表 会议 期刊 发表于 发表会议 会议/期刊 发表期刊 掲載 掲載誌 会議 학회 학술지 "
        "게재지 tạp_chí hội_nghị revue revista rivista zeitschrift журнал czasopismo časopis "
        "dergi tidskrift"
    ),
    "Affiliation": (
        "通讯单位 作者单位 单位 机构 所属 组织 소속 organización organisation institution "
        "einrichtung istituzione учреждение kurum cơ_quan"
    ),
    "Summary": (
        "一句话总结 一句话要点 关键词 摘要 总结 核心贡献 分类 标签 备注 概要 要約 한줄요약 "
        "요약 초록 resumen résumé zusammenfassung riassunto resumo аннотация özet "
        "streszczenie tóm_tắt ringkasan"
    ),
}
LABEL_WORDS = {
    word.replace("_", " "): name for name, words in LABELS.items() for word in words.split()
}


def _folded(text: str) -> str:
    """Return a text in small letters, without the dots that tell the i's of Turkish apart.

    Patterns that ignore case ignore these too.

    >>> _folded("BAĞLANTI") == _folded("bağlantı"), _folded("İÇERİK") == _folded("içerik")
    (True, True)
    """
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


_NAMES = {_folded(word): name for word, name in LABEL_WORDS.items() if len(word) > 1}
_FOLDED = tuple(sorted(_NAMES))
_FOREIGN = regex(
    r"(?P<before>(?:^|(?<=[|·；;，。,.)(—–])\s{0,3})[ \t>]{0,6}"
    r"(?:</?[a-z]{1,8}>\s?){0,3}[^\w\s*_<>()\[\]]{0,3}\s?[*_]{0,3})"
    rf"(?P<label>{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})"
    r"(?P<between>[*_]{0,3}(?:</[a-z]{1,8}>)?)"
    r"(?:\s{0,3}[:：](?P<after>[*_]{0,3})\s{0,3}|(?<=[\u4e00-\u9fff*_>])\s{1,3}(?:\|\s)?(?=\S))",
    re.IGNORECASE | re.MULTILINE,
)
# What is after a label, and the last letters of the labels: quick tests.
_AFTER_LABEL = regex(r"[:：]|[*_>\u4e00-\u9fff](?=\s)")
_AFTER_WORDS = regex(r"[*_]{0,3}(?:</[a-z]{1,8}>)?\s{0,3}\Z", re.IGNORECASE)
_LONGEST_LABEL = max(map(len, _FOLDED))
_LONGEST_AFTER = 17  # "***</abcdefgh>   "
_LAST_LETTERS = frozenset(label[-2:] for label in _FOLDED)
# Keys of front matter and of "key:: value", with the label that each is read as.
_KEYS = {
    "author": "Author",
    "by": "Authors",
    "authors": "Authors",
    "firstauthor": "Author",
    "paper_authors": "Authors",
    "authorlist": "Authors",
    "author_list": "Authors",
    "author-list": "Authors",
    "authors_list": "Authors",
    "authors_full": "Authors",
    "title": "Title",
    "paper_title": "Title",
    "paper": "Link",
    "arxiv": "arXiv",
    "arxiv_id": "arXiv",
    "arxiv-id": "arXiv",
    "arxivid": "arXiv",
    "arxiv id": "arXiv",
    "eprint": "arXiv",
    "paper_id": "arXiv",
    "arxiv_url": "Link",
    "paper_url": "Link",
    "doi": "DOI",
    "url": "Link",
    "link": "Link",
    "pdf": "Link",
    "source": "Link",
    "source_url": "Link",
    "pdf_url": "Link",
    "date": "Date",
    "year": "Year",
    "published": "Date",
}
_DOUBLE = regex(
    rf"^(?P<before>[ \t>]{{0,6}}[*_]{{0,3}})(?P<key>{'|'.join(map(re.escape, _KEYS))})"
    r"(?P<after>[*_]{0,3})::(?=\s)",
    re.IGNORECASE | re.MULTILINE,
)
# ":AUTHOR: Ada Berg", a property of Org mode.
_PROPERTY = regex(
    rf"^[ \t]{{0,6}}:(?P<key>{'|'.join(map(re.escape, _KEYS))}):(?=[ \t]+\S)",
    re.IGNORECASE | re.MULTILINE,
)
# "1. Berg A. On the Form of It / A. Berg, B. Fei // arXiv": by the Russian standard GOST, the
# first author is before the title, and all are after it.
_INITIAL = r"[^\W\d_a-zа-я]\.(?:[ -]?[^\W\d_a-zа-я]\.){0,2}"
_GOST = regex(
    rf"^(?P<lead>[ \t>]{{0,6}}(?:[-*+]\s|[0-9]{{1,3}}[.)]\s)?)"
    rf"[^\W\d_a-zа-я][\w’'-]{{1,30}},?\s{_INITIAL}\s"
    rf"(?P<title>[^/\n]{{8,300}}?)\s/\s(?P<names>{_INITIAL}\s[^/\n]{{2,900}}?)(?P<rest>\s//\s)",
    re.MULTILINE,
)
# "**Ruth** — Today at 1:15 PM", "*Ines* [10:03]": who wrote the message below, and when.
_SPEAKER = regex(
    r"^(?:[*_]{2}[\w.'’-]{2,30}[*_]{2}\s(?=—)"
    r"|[*_]{0,2}[^\W\d_a-z][\w.'’-]{1,20}(?:\s[^\W\d_a-z][\w.'’-]{0,20}){0,2}[*_]{0,2}\s{1,3})"
    r"(?:—\s)?[\[(]?(?:(?i:today|yesterday)(?:\sat)?\s)?"
    r"[0-9]{1,2}:[0-9]{2,3}(?::[0-9]{2})?(?:\s?[apAP][mM])?[\])]?[ \t]*$",
    re.MULTILINE,
)
# "If you use it, please cite: Ada Berg. On It."
_CITE = regex(r"^[^\n:*_\[\]]{0,160}\bplease\s+cite(?:\s\w+){0,3}:\s+(?=[^\W\d_a-z])", re.MULTILINE)
_SET_HYPHEN = regex(
    r"(?<=[\w.])[\u2010\u2011](?=\w)|(?<=\b[^\W\d_a-z]\.)[\u2013\u2212](?=[^\W\d_a-z]\.)"
)
# „On It“ in German, and a row pasted from a sheet.
_LOW_QUOTES = regex(r"„([^„“”\n]{2,400})[“”]")
_TABS = regex(r"(?<=[^\s|])\t+(?=[^\s|])")
_TIME = regex(r"[0-9]:[0-9]{2}")
# "by" at the start of a line in other languages, with the "and" of each, which confirms it.
_BY = {"von": "und", "par": "et", "por": "y|e", "di": "e", "door": "en", "av": "och|og"}
_FOREIGN_BY = regex(
    rf"^(?P<before>[ \t>]{{0,6}}(?:[*_–—-]{{1,3}}\s?)?)(?i:{'|'.join(_BY)})"
    r"(?=\s+[^\W\d_a-z][^\W\d_.'’-]*\.?\s(?P<rest>[^\n]{2,2000}))",
    re.MULTILINE,
)
# "*On It*, de Ada Berg": the same after a title that is set.
_FOREIGN_AFTER = regex(
    rf"(?<=[*_\"”»)\]])(?P<before>,?\s+)(?:de|{'|'.join(_BY)})\s+(?=[^\W\d_a-z][\w.'’-]*\s[^\W\d_a-z])"
)
_FOREIGN_WORD = regex(rf"\s(?:de|{'|'.join(_BY)})\s")
# "Author: A", "Author: B": one field for each name, as reference managers write them.
_ONE_AUTHOR = regex(
    r"^(?P<lead>[ \t>]{0,6}[*_]{0,3}(?:First\s?)?Author[*_]{0,3}:{1,2}[*_]{0,3}[ \t]+)"
    r"(?P<name>\S[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_FULL_WIDTH = regex(r"^([ \t]{0,3}[*_]{0,3}[A-Za-z() ]{2,20}[*_]{0,3})：([*_]{0,3})", re.MULTILINE)
_ENTRY = regex(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s{0,3}:(?:\s+(?P<value>.*))?\Z")
# "cites:" over "- arXiv:2506.13585"
_LIST_KEY = regex(r"[A-Za-z][\w-]{0,30}:[ \t]*")
_LIST_ITEM = regex(r"[ \t]*-[ \t]+(\S[^\n]*)\Z")
_PAPER = regex(
    rf"arxiv\.org/|{DOI_PREFIX}/|\b{ARXIV_NUMBER}\b|alphaxiv|huggingface\.co/papers",
    re.IGNORECASE,
)
# "T. QiとY. Huang": names in Latin letters joined by a word of another script.
_JOINED_LATIN = regex(
    widened(
        r"(?<=[a-zß-ÿ])\s?(?:と|和|与|及|以及|および|및)\s?"
        r"(?=[A-Z][A-Za-zß-ÿ.'’-]*\s(?:[A-Z][A-Za-zß-ÿ.'’-]*\s){0,2}[A-Z][a-zß-ÿ'’-]+(?:[\s,，、。.;:：「“(（]|\Z))"
    )
)
# "Q: Who wrote *On It*?" over "A: Bo Fei", as cards ask.
_ASKED = regex(
    r"^(?P<before>[ \t>*_-]{0,6})(?:Q(?:uestion)?|Front)\s?[0-9]{0,3}\s?[:.][*_]{0,3}\s+",
    re.MULTILINE,
)
_ANSWER = regex(
    r"(?:^|(?<=\s))(?P<before>[ \t>*_-]{0,6})(?:A(?:nswer)?|Back)\s?[0-9]{0,3}\s?:[*_]{0,3}"
    r"\s+(?=\S)",
    re.MULTILINE,
)
_MAY_ANSWER = regex(r"(?:A|Answer|Back)\s?[0-9]{0,3}\s?:")
_QUESTION = regex(rf"(?:{_ASKED.pattern})[^\n]{{0,400}}", re.MULTILINE)
_ASKS_WHO = regex(r"\b(?:who|whom|whose|authors?|wrote)\b", re.IGNORECASE)
# "Ada Berg1,2∗" on a line of its own, as text from a PDF has the authors.
_NAME_LINE = regex(r"\n[^\W\d_][^\n,;:]{3,60}[0-9∗*†‡§¶][0-9,∗*†‡§¶]{0,9}\n")
_LINE_MARKS = regex(r"\s?[0-9∗*†‡§¶][0-9,∗*†‡§¶\s]{0,12}\Z")
_LEAST_LINES = 3
# "Bo Fei,On It": a comma without a space, as text from a PDF has.
_GLUED = regex(widened(r"(?<=[a-zß-ÿ]),(?=[A-Z])|(?<=\bal\.),(?=[A-Z])"))
_MAY_BE_GLUED = regex(widened(r",[A-Z]"))
# Headings that name a field; what is below them is its text.
_HEADINGS = {
    "title": "Title",
    "paper title": "Title",
    "author": "Authors",
    "authors": "Authors",
    "author(s)": "Authors",
    "author list": "Authors",
    "paper authors": "Authors",
    "author/institution": "Authors",
    "authors/institution": "Authors",
    "authors and affiliations": "Authors",
    "authors & affiliations": "Authors",
    "link": "Link",
    "links": "Link",
    "paper link": "Link",
    "paper url": "Link",
    "arxiv link": "Link",
    "url": "Link",
    "arxiv": "Link",
    "doi": "DOI",
    "論文リンク": "Link",
    "论文链接": "Link",
    "논문 링크": "Link",
}
# "Link to the paper", "Title of the paper": what a form adds to these words.
_WORDS_ASIDE = frozenset(
    "a an article full list names of paper publication the to work your".split()
)
_HEADING_WORD = regex(r"[^\s()]+")
# An address of a paper under any key: "additional_links: [{url: https://arxiv.org/abs/…}]".
_PAPER_URL = regex(r"https?://(?:[a-z]+\.)?(?:arxiv\.org|alphaxiv\.org|doi\.org)/[^\s\"'\]},]+")
# "- id: a" and the lines below it that are indented further.
_ITEM_OF_FIELDS = regex(
    r"^(?P<indent>[ \t]{0,8})- [\w-]{1,20}:[^\n]*(?:\n(?P=indent)  [^\n]*){1,30}", re.MULTILINE
)
# "berg2020:" and the lines below it that are indented further.
_GROUP_OF_FIELDS = regex(
    r"^(?P<indent>[ \t]{0,8})[\w.+-]{1,40}:[ \t]*\n"
    r"(?P<rows>(?P<inner>(?P=indent)[ \t]{1,8})[\w-]{1,20}:[ \t]+\S[^\n]*"
    r"(?:\n(?P=inner)[^\n]*){1,30})",
    re.MULTILINE,
)
# Keys that say where a work is published; the page is about that work then.
_OF_PUBLICATION = frozenset(
    "booktitle citation conference journal paperurl publication publication_types venue".split()
)
# Whose page it is, in templates of pages: "admin", "me".
_OWNER = frozenset(("admin", "me"))
_ELEMENT = regex(r"</?[a-z]{1,8}>", re.IGNORECASE)
_WORD = regex(r"[^\W_]+")
# Keys of front matter whose values may have the form of names.
_ASIDE = regex(
    r"abstract|categor|collection|conference|cover|date|desc|draft|excerpt|image|journal|keyword|lang|layout"
    r"|license|permalink|place|publi|slug|source|status|subject|summary|tag|teaser|toc|topic|type|url|venue",
    re.IGNORECASE,
)
_FOLDS = (">", "|", ">-", "|-")
_KEYED = regex(r"\s+[\w-]+:\s")
# Longer front matter is not read.
_LONGEST = 20_000


@attrs.frozen
class Field:
    """A field of front matter: a label, its text and its line."""

    label: str
    text: str
    line: int


def with_plain_labels(text: str) -> str:
    """Return a text whose labels are those that the rules know.

    >>> with_plain_labels("**作者**：Bo Fei"), with_plain_labels("authors:: [[Bo Fei]]")
    ('**Authors**: Bo Fei', 'Authors: [[Bo Fei]]')
    """
    for rewrite in REWRITES:
        if rewrite.may_be_in(text):
            text = rewrite.read(text)
    return text


def with_listed_lines(text: str) -> str:
    """Return a text in which lines of one name with marks each are one list.

    >>> with_listed_lines("On It\\nAda Berg1,2∗\\nBo Fei1\\nMo Far2\\n1Fudan University")
    'On It\\nAuthors: Ada Berg, Bo Fei, Mo Far\\n1Fudan University\\n\\n'
    """
    lines = text.split("\n")
    names = [_LINE_MARKS.sub("", line).strip() for line in lines]
    marked = [bool(name) and name != line.strip() for name, line in zip(names, lines, strict=True)]
    first = next((n for n, held in enumerate(marked) if held and is_name(names[n])), len(lines))
    last = first
    while last < len(lines) and marked[last] and is_name(names[last]):
        last += 1
    if last - first < _LEAST_LINES:
        return text
    listed = f"Authors: {', '.join(names[first:last])}"
    # Line breaks at the end keep the number of lines.
    return "\n".join([*lines[:first], listed, *lines[last:]]) + "\n" * (last - first - 1)


def _without_cards(text: str) -> str:
    """Return the question and the answer of a card without their labels.

    >>> _without_cards("Q: Who wrote *On It*?\\nA: Bo Fei")
    'Who wrote *On It*?\\nAuthors: Bo Fei'
    """
    asked = _QUESTION.search(text)
    label = "Authors: " if asked and _ASKS_WHO.search(asked[0]) else ""
    return _ANSWER.sub(lambda match: f"{match['before']}{label}", _ASKED.sub(r"\g<before>", text))


def _may_have_label(text: str) -> bool:
    """Return quickly whether a text may have a label in another language: most have none.

    >>> _may_have_label("作者：王伟"), _may_have_label("Moss grows.")
    (True, False)
    """
    for found in _AFTER_LABEL.finditer(text):
        end = found.start() + (found[0] not in ":：")
        words = text[max(0, end - _LONGEST_LABEL - _LONGEST_AFTER) : end]
        if not words[-1:].isalnum():
            words = words[: _AFTER_WORDS.search(words).start()]  # type: ignore[union-attr]
        folded = _folded(words)
        if folded[-2:] in _LAST_LETTERS and folded.endswith(_FOLDED):
            return True
    return False


def label_of_heading(text: str) -> str:
    """Return the label that a heading names, or nothing.

    >>> label_of_heading("**Author(s):**"), label_of_heading("Method")
    ('Authors', '')
    """
    folded = " ".join(text.strip(" \t\n*_#:：.").casefold().split())
    words = set(_HEADING_WORD.findall(folded)) - _WORDS_ASIDE
    if folded not in _HEADINGS and len(words) < len(folded.split()):
        folded = " ".join(words)
    return _HEADINGS.get(folded) or (
        _NAMES.get(_folded(folded), "") if not folded.isascii() else ""
    )


def _by(match: re.Match[str]) -> str:
    """Return "by" for its word in another language, if names in that language follow."""
    word = match[0].split()[-1].casefold()
    joined = re.search(rf"\s(?:{_BY[word]})\s[^\W\d_a-z]", match["rest"])
    return f"{match['before']}by" if joined else match[0]


def one_author(text: str) -> tuple[str, str]:
    """Return the label and the name of a text "Author: Bo Fei", and else nothing.

    >>> one_author("**Author:** Bo Fei"), one_author("Authors: Bo Fei, Mo Far")
    (('**Author:** ', 'Bo Fei'), ('', ''))
    """
    if "uthor" not in text:
        return "", ""
    match = _ONE_AUTHOR.fullmatch(text.strip())
    return (match["lead"], match["name"].strip()) if match else ("", "")


def with_one_list(text: str) -> str:
    """Return a text in which lines of one author each, one under the other, are one list.

    >>> with_one_list("Title: On It\\nAuthor: Fei, Bo\\nAuthor: Far, Mo\\nYear: 2024")
    'Title: On It\\nAuthors: Fei, Bo; Far, Mo\\nYear: 2024\\n'
    """
    lines = text.split("\n")
    runs = [list(run) for run in _runs(lines)]
    found = [one_list(run) for run in runs]
    # Line breaks at the end keep the number of lines.
    return "\n".join(found) + "\n" * (len(lines) - len(found))


def _runs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the lines; consecutive lines of one author each are yielded together."""
    run: list[str] = []
    for line in lines:
        if run and not (one_author(line)[1] and one_author(run[0])[1]):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def one_list(fields: Sequence[str]) -> str:
    """Join fields that name one author each into one field; keep any other field.

    >>> one_list(["**Author:** Fei, Bo", "**Author:** Far, Mo"])
    '**Authors:** Fei, Bo; Far, Mo'
    """
    if len(fields) < 2:
        return "".join(fields)
    label = re.sub(r"(?i)(?:first\s?)?author", "Authors", one_author(fields[0])[0], count=1)
    return label + "; ".join(one_author(field)[1] for field in fields)


def _single(match: re.Match[str]) -> str:
    return f"{match['before']}{_KEYS[match['key'].casefold()]}{match['after']}:"


def _english(match: re.Match[str]) -> str:
    label = _NAMES[_folded(match["label"])]
    return f"{match['before']}{label}{match['between']}:{match['after'] or ''} "


def front_matter_fields(text: str) -> list[Field]:
    """Return the fields of front matter that names a paper; of other notes none.

    Front matter without an id is about the note itself: its title and author
    are not a paper's. Lists come in brackets or one item a line; values may be
    quoted. Source: the subset of YAML 1.2 that notes use.

    Where the outermost level names no paper, the items of its lists are read: "sources:".

    >>> [field.text for field in front_matter_fields("title: 'On It'\\narxiv: 2506.13585\\n")]
    ['On It', '2506.13585']
    """
    text = _PARTS_OF_NAME.sub(_whole_name, text[:_LONGEST])
    return _with_cited(text, _fields_of(text)) or [
        held for item, line in items_of_fields(text) for held in _of_item(item, line)
    ]


def cited_in_front(text: str) -> tuple[str, list[Field]]:
    """Return front matter without its lists of several papers, and the items of these.

    Such a list is what a note cites: "sources:", "cites:".

    >>> rest, cited = cited_in_front("title: It\\ncites:\\n- arXiv:2506.13585\\n- arXiv:2506.13586")
    >>> rest.split("\\n"), [(field.text, field.line) for field in cited]
    (['title: It', '', '', ''], [('arXiv:2506.13585', 3), ('arXiv:2506.13586', 4)])
    """
    rows, found = text.split("\n"), list[Field]()
    for start, row in enumerate(text.split("\n"), 1):
        if not _LIST_KEY.fullmatch(row):
            continue
        items = [*itertools.takewhile(bool, map(_LIST_ITEM.match, rows[start:]))]
        cited = [
            Field("", _unquoted(item[1]), start + number)
            for number, item in enumerate(items, 1)
            if item and _PAPER.search(item[1])
        ]
        if len({one.text for one in cited}) > 1:
            found += cited
            rows[start - 1 : start + len(items)] = [""] * (len(items) + 1)
    return "\n".join(rows), found


def is_of_publication(text: str) -> bool:
    """Return whether front matter says where a work with its title is published.

    >>> is_of_publication("title: On It\\nvenue: Nature"), is_of_publication("title: On It")
    (True, False)
    """
    keys = {key.casefold() for key, _, _ in _entries(text[:_LONGEST])}
    return "title" in keys and not keys.isdisjoint(_OF_PUBLICATION)


def entry_of_front(text: str) -> tuple[str, int]:
    """Return the BibTeX entry in front matter and its line, or "".

    >>> entry_of_front("title: On It\\nbibtex: |\\n  @misc{x, title = {On It}}")
    ('@misc{x, title = {On It}}', 2)
    """
    for key, values, line in _entries(text[:_LONGEST]):
        if key.casefold() in ("bibtex", "bib") and values[0].startswith("@"):
            return values[0], line
    return "", 0


def front_values(text: str) -> list[str]:
    """Return the values of front matter, without what is of no work or person.

    >>> front_values("title: On It\\nspeaker: Bo Fei\\nlayout: post")
    ['On It', 'Bo Fei']
    """
    entries = _entries(text[:_LONGEST])
    rows = (", ".join(filter(None, x)) for key, x, _ in entries if not _ASIDE.match(key))
    return [row for row in rows if row]


def _with_cited(text: str, fields: list[Field]) -> list[Field]:
    """Return the fields with the names in "citation: …", where no field has the authors."""
    labels = {field.label for field in fields}
    title = next((field.text for field in fields if field.label == "Title"), "")
    if not title or not labels.isdisjoint(("Author", "Authors")):
        return fields
    for key, values, line in _entries(text):
        if key.casefold() not in ("citation", "reference"):
            continue
        plain = html.unescape(_ELEMENT.sub("", values[0]))
        (reference,) = read_pieces([clean_piece(plain, line)]) or (None,)
        if reference is not None and _words(reference.title) == _words(title):
            names = "; ".join(name.name for name in reference.authors)
            others = "; et al." if reference.authors.others else ""
            return [*fields, Field("Authors", names + others, line)] if names else fields
    return fields


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _whole_name(match: re.Match[str]) -> str:
    """Return the item of a list for a person whose names are two fields, and as many lines."""
    parts = {match["one"]: match["first"], match["other"]: match["second"]}
    family = next(
        (held for key, held in parts.items() if key in ("family", "last", "lastname")), ""
    )
    given = next(
        (held for key, held in parts.items() if key in ("given", "first", "firstname")), ""
    )
    if not (family and given):
        return match[0]
    return f"{match['item']}{_unquoted(given)} {_unquoted(family)}\n{match['indent']}#"


def items_of_fields(text: str) -> Iterator[tuple[str, int]]:
    """Return the items of lists that have several fields, and the lines before each."""
    for match in _ITEM_OF_FIELDS.finditer(text):
        depth = len(match["indent"]) + 2
        rows = [row[depth:] for row in match[0].split("\n")]
        yield "\n".join(rows), text.count("\n", 0, match.start())
    for match in _GROUP_OF_FIELDS.finditer(text):
        rows = [row[len(match["inner"]) :] for row in match["rows"].split("\n")]
        yield "\n".join(rows), text.count("\n", 0, match.start("rows"))


def _of_item(text: str, line: int) -> list[Field]:
    found = _fields_of(text)
    titled = any(field.label == "Title" for field in found)
    return [attrs.evolve(x, line=x.line + line) for x in found] if titled else []


def _fields_of(text: str) -> list[Field]:
    r"""Return the fields of the outermost level of YAML that names a paper, or nothing.

    >>> [field.label for field in _fields_of("title: On It\nauthor: Bo Fei\narxiv: 2506.13585")]
    ['Title', 'Author', 'arXiv']
    """
    found: list[Field] = []
    for key, values, line in _entries(text):
        label = _KEYS.get(key.casefold()) or _label_of_word(key)
        value = _joined(values, label in ("Author", "Authors"))
        if key.casefold() == "paper" and " " in value and not _PAPER.search(value):
            label = "Title"  # 'paper: "On the Form of Things"'
        if label is None and (url := _PAPER_URL.search(value)):
            label, value = "Link", url[0]
        if label == "Authors" and any(name.casefold() in _OWNER for name in values):
            label = "People"  # one name of the list is not said
        if label and value:
            found.append(Field(label, value, line))
    papers = [f for f in found if f.label in ("arXiv", "DOI", "Link") and _PAPER.search(f.text)]
    if not papers:
        return []
    kept = {"Title", "Author", "Authors", "People", "Date", "Year"}
    return [field for field in found if field.label in kept or field in papers]


def _label_of_word(key: str) -> str | None:
    """Return the label that a key in another language is, if it is one of those of a paper.

    >>> _label_of_word("autores"), _label_of_word("resumen")
    ('Authors', None)
    """
    label = LABEL_WORDS.get(key.casefold().replace("_", " "))
    return label if label in ("Authors", "Title", "Link", "Date") else None


def _entries(text: str) -> Iterator[tuple[str, list[str], int]]:
    """Return the keys of the outermost level, with their values and lines (from 1)."""
    key, values, line = "", [""], 0
    folded = False  # ">": what follows is text, whatever it looks like
    for number, row in enumerate(text.split("\n"), 1):
        match = _ENTRY.match(row)
        if match:
            if key:
                yield key, values, line
            key, values, line = match["key"], _of_value(match["value"] or ""), number
            folded = (match["value"] or "").strip() in _FOLDS
        elif item := re.match(r"\s*-\s+(?:name\s*:\s*)?(.*)", row):
            values.append(_unquoted(item[1]))
        elif row.startswith((" ", "\t")) and row.strip() and (folded or not _KEYED.match(row)):
            values[-1] = f"{values[-1]} {row.strip()}".strip()
    if key:
        yield key, values, line


def _of_value(value: str) -> list[str]:
    value = value.strip()
    if value in _FOLDS:
        return [""]
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^,\"'][^,]*", value[1:-1])
        return [_unquoted(part) for part in parts]
    return [_unquoted(value)]


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'").strip()
    return re.sub(r"\s+#\s.*\Z", "", value)


def _joined(values: list[str], are_names: bool) -> str:
    parts = [value for value in values if value]
    if are_names and len(values) == 2 and parts == values[1:] and _ONE_FILED.fullmatch(parts[0]):
        # The one item of a list is one person: "- Berg, Ada B."
        person = read_filed(parts[0])
        return person.name if person is not None else parts[0]
    mark = "; " if are_names and any("," in part for part in parts) and len(parts) > 1 else ", "
    return mark.join(parts) if are_names else " ".join(parts)


# "van den Berg, Ada B.", but neither "Berg A., Fei B." nor "A. Berg, B. Fei"
_ONE_FILED: Final = regex(
    r"(?:[a-z]+\s){0,2}[^\W\d_a-z][\w'’-]+,\s[^\W\d_a-z][\w'’-]*\.?"
    r"(?:\s[^\W\d_][\w'’-]*\.?)*(?<!\w\w\s[^\W\d_]\.)"
)
# "- family: Berg" and "given: Ada" in the next line
_PARTS_OF_NAME: Final = regex(
    r"^(?P<item>\s*- )(?P<one>family|last(?:name)?|given|first(?:name)?): *(?P<first>\S.*)\n"
    r"(?P<indent>\s+)(?P<other>family|last(?:name)?|given|first(?:name)?): *(?P<second>\S.*)$",
    re.MULTILINE,
)


class Rewrite(NamedTuple):
    """A form of other tools or languages, rewritten as what the rules know, with an example.

    `may_be_in` is a quick test that most texts fail.
    """

    what: str
    may_be_in: Callable[[str], object]
    read: Callable[[str], str]
    before: str
    after: str


def _has(*parts: str) -> Callable[[str], bool]:
    return lambda text: any(part in text for part in parts)


def _sub(pattern: re.Pattern[str], instead: str) -> Callable[[str], str]:
    return lambda text: pattern.sub(instead, text)


# In this order: a later form may be inside an earlier one.
REWRITES: Final = (
    Rewrite(
        "pictures",
        lambda text: not text.isascii(),
        without_pictures,
        "👥 Ada Berg, Bo Fei",
        "Authors: Ada Berg, Bo Fei",
    ),
    Rewrite(
        "fields of Obsidian and Logseq",
        _has("::"),
        lambda text: _DOUBLE.sub(_single, text),
        "authors:: [[Bo Fei]]",
        "Authors: [[Bo Fei]]",
    ),
    Rewrite(
        "entries by the Russian standard GOST",
        lambda text: " // " in text and " / " in text,
        _sub(_GOST, r'\g<lead>\g<names>. "\g<title>".\g<rest>'),
        "1. Berg A. On the Form of It / A. Berg, B. Fei // arXiv",
        '1. A. Berg, B. Fei. "On the Form of It". // arXiv',
    ),
    Rewrite(
        "the request to cite",
        _has("cite"),
        _sub(_CITE, ""),
        "If you use it, please cite: Ada Berg. On It.",
        "Ada Berg. On It.",
    ),
    Rewrite(
        '"and" in another script between names in Latin letters',
        lambda text: not text.isascii(),
        _sub(_JOINED_LATIN, " and "),
        "T. Qiと Y. Huang",
        "T. Qi and Y. Huang",
    ),
    Rewrite(
        "marks of LaTeX, AsciiDoc, Wikipedia, Roam, DokuWiki, Jira, forums and Stata",
        _has("\\", "{", "["),
        with_plain_markup,
        r"\emph{On It}",
        "*On It*",
    ),
    Rewrite(
        "lines of one name with marks each, as text from a PDF has them",
        _NAME_LINE.search,
        with_listed_lines,
        "On It\nAda Berg1,2∗\nBo Fei2\nMo Far1\n",
        "On It\nAuthors: Ada Berg, Bo Fei, Mo Far\n\n\n",
    ),
    Rewrite(
        "question cards",
        lambda text: _MAY_ANSWER.search(text) and _ANSWER.search(text),
        _without_cards,
        "Q: Who wrote *On It*?\nA: Bo Fei",
        "Who wrote *On It*?\nAuthors: Bo Fei",
    ),
    Rewrite(
        "commas without a space, as text from a PDF has them",
        _MAY_BE_GLUED.search,
        _sub(_GLUED, ", "),
        "Bo Fei,On It",
        "Bo Fei, On It",
    ),
    Rewrite(
        "hyphens of typesetters, and dashes between initials",
        lambda text: not text.isascii(),
        _sub(_SET_HYPHEN, "-"),
        "J.\u2011P. Fei",
        "J.-P. Fei",
    ),
    Rewrite("low quotation marks", _has("„"), _sub(_LOW_QUOTES, r"“\1”"), "„On It“", "“On It”"),
    Rewrite("rows of a sheet", _has("\t"), _sub(_TABS, " | "), "On It\tBo Fei", "On It | Bo Fei"),
    Rewrite(
        "who wrote a message, and when",
        _TIME.search,
        _sub(_SPEAKER, ""),
        "**Ruth** — Today at 1:15 PM\nOn It",
        "\nOn It",
    ),
    Rewrite(
        "properties of Org mode",
        lambda text: text.startswith(":") or "\n:" in text,
        lambda text: _PROPERTY.sub(lambda match: f"{_KEYS[match['key'].casefold()]}:", text),
        ":AUTHOR: Ada Berg",
        "Author: Ada Berg",
    ),
    Rewrite(
        "a field for each author",
        lambda text: text.count("uthor") > 1,
        with_one_list,
        "Author: Ada Berg\nAuthor: Bo Fei",
        "Authors: Ada Berg; Bo Fei\n",
    ),
    Rewrite(
        '"by" in another language at the start of a line',
        lambda text: _FOREIGN_BY.match(text) or ("\n" in text and _FOREIGN_BY.search(text)),
        lambda text: _FOREIGN_BY.sub(_by, text),
        "von Ada Berg und Bo Fei",
        "by Ada Berg und Bo Fei",
    ),
    Rewrite(
        '"by" in another language after a title',
        _FOREIGN_WORD.search,
        _sub(_FOREIGN_AFTER, r"\g<before>by "),
        "*On It*, de Ada Berg",
        "*On It*, by Ada Berg",
    ),
    Rewrite(
        "colons of full width",
        _has("："),
        _sub(_FULL_WIDTH, r"\1:\2 "),
        "**Authors**：Bo Fei",
        "**Authors**: Bo Fei",
    ),
    Rewrite(
        "labels in other languages",
        _may_have_label,
        lambda text: _FOREIGN.sub(_english, text),
        "**作者**：Bo Fei",
        "**Authors**: Bo Fei",
    ),
)

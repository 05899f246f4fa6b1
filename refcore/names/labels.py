"""Labels before the names of a list: "Authors:", "By", "Autoren:", "作者："."""

from __future__ import annotations

import re
from typing import Final

from refcore.names.vowels import with_letters
from refcore.text.patterns import regex

__all__ = ["AUTHORS", "LABEL"]

# "Authors" in other languages ("_" is a space).
AUTHORS: Final = (
    "作者列表 论文作者 原文作者 文章作者 全部作者 作者 著者 著者名 執筆者 저자 저자명 "
    "글쓴이 지은이 "
    "autores autoren verfasser "
    "auteurs autori autoři авторы автори аўтары автор autor:innen autor*innen autor/innen "
    "autorinnen_und_autoren autor(inn)en autoras auteur·ices auteur·rices "
    "auteurs/autrices auteurs_et_autrices autores/as autores(as) autoría autor(en) "
    "auteur(s) autor(es) autor(a) autore(i) autore auteur yazarlar yazar autorzy "
    "författare författarna forfattere forfatter kirjoittajat kirjoittaja tekijät szerzők "
    "szerző συγγραφείς συγγραφέας المؤلفون المؤلف מחברים מחבר نویسندگان نویسنده penulis "
    "pengarang लेखक लेखकों tác_giả các_tác_giả ผู้แต่ง ผู้เขียน autorius autoriai autors "
    "autorid autor autors_i_autores egileak kirjutajad аутори autory höfundar höfundur "
    "avtorji avtor autorët müəlliflər müəllif авторлар авторлары зохиогчид ავტორები "
    "ავტორი հեղինակներ waandishi mwandishi skrywers outeurs may-akda awduron údair "
    "aŭtoroj nhóm_tác_giả المؤلفين نویسنده‌ها verfasserinnen verfasser:innen autoritë "
    "schrijvers"
)
_WORDS: Final = {word.replace("_", " ") for word in (*AUTHORS.split(), "本文作者", "全体作者")}
_ABROAD: Final = "|".join(
    re.escape(word)
    for word in sorted(_WORDS | set(map(with_letters, _WORDS)), key=len, reverse=True)
)
LABEL: Final = regex(
    r"\s*[:#+*_>]{0,6}[ \t]{0,3}[*_]{0,3}"
    r"(?:(?:full |complete |the |lead |main |principal |joint |contributing )?(?:list of )?"
    r"(?:co-?)?author(?:s|\(s\)|s?['’]s?)?"
    r"(?: list| order| (?:full )?names?)?(?:\s?\(\d{1,4}\))?|contributors|creators?|writers"
    r"|(?:also )?present|attendees|in attendance|participants|(?:keynote |invited )?speakers"
    r"|panel(?:l)?ists|(?:co-?)?organi[sz]ers|presenters|investigators|researchers|staff"
    r"|(?:(?:programme?|organi[sz]ing|steering) )?committee(?: members)?|(?:team )?members"
    r"|(?:the )?team|작성자"
    rf"|[【\[]?(?:{_ABROAD})[】\]]?)"
    r"[*_]{0,3}\s{0,30}(?:[:：\n\t】]|(?<=[】\]]))[*_]{0,3}\s*"
    r"|\s*(?:the )?authors? (?:are|is|will be|include):?\s+"
    r"|\s*(?:(?:written|edited|authored|compiled|translated|presented|submitted|posted|uploaded) )?"
    r"by:?\s+"
    r"|\s*(?:a cura di|(?:herausgegeben|geschrieben|verfasst|hrsg\.) von|sous la direction de"
    r"|(?:coordinado|organizado|escrito|écrit) por|écrit par|scritto da|geschreven door):?\s+",
    re.IGNORECASE,
)

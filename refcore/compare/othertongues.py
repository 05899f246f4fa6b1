"""Given names that people have in another language: Pál Erdős signs as Paul, and Jirjis as George.

Only languages in which scholars did so are here: Pablo and Paul are two people's names today. Names
that differ in one letter, such as Jacob and Jakob, are not here: the difference is a slip.
"""

from __future__ import annotations

from typing import Final

__all__ = ["TRANSLATED"]

# The name in the language of the readers, then the names of those who signed so.
_TRANSLATED: Final = """
abraham avraham avram avrum
adalbert bela
albert albrecht
alexander sandor aleksandros
andrew andras andreas andrzej
anthony antal antonios
barnabas barna
basil vasileios vasilios
benjamin binyamin
bernard bernat
charles karl carl karoly karel
christopher christoforos krzysztof
constantine konstantinos kostas costas
cornelius kornel
demetrius dimitrios dimitris
edmund odon
edward ede
elias ilya eliyahu ilyas
elijah eliyahu
elizabeth erzsebet
emanuel immanuel
eugene jeno evgeny evgenii
ezekiel yehezkel yechezkel
francis ferenc franz
frederick friedrich frigyes fryderyk
frederic friedrich frigyes fryderyk
george gyorgy jerzy georgios jirjis jiri
georges gyorgy jerzy georg georgios jirjis
gregory grigorios gergely grzegorz hryhorii
helen ilona eleni
henry heinrich hendrik
isaac yitzhak itzhak yitzchak itzhaq icchak
isaiah yeshayahu
jacob yaakov yaacov yakov yakiv iakov iakovos
jakob jacobus
james jakob jacobus
jerome hieronymus
john johann johannes janos ioannis giannis yannis yochanan yohanan
jonathan yonatan
joseph jozsef yosef iosif
joshua yehoshua
julius gyula
ladislaus laszlo
ladislas laszlo
lawrence lorenz lorinc lavrentios
leo lev
leopold lipot
louis ludwig lajos ludwik
ludovic lajos
lucas loukas
luke lukas loukas
margaret margit margarethe malgorzata
mark markos
mary miriam
matthew matyas mattheus
maurice moric moritz
michael mikhail mihaly mihail
moses moshe
nicholas nikolaos miklos nikolai nikola
nicolas nikolaos miklos nikolai
paul pal pavel pawel pavlos
peter petros piotr pyotr
philip filippos fulop
raphael rafail refael
rebecca rivka
rudolph rudolf rezso
salomon shlomo
simeon shimon
simon shimon semyon semen
sigmund zsigmond
solomon shlomo
stephen istvan stefanos stepan
steven istvan
susan zsuzsanna
thaddeus tadeusz
theodore fyodor feodor fedor tivadar theodoros
theresa teresia terez
thomas tamas tomasz
victor gyozo
vincent wincenty
vladimir waldemar
wenceslas vaclav
wenceslaus vaclav
william wilhelm vilmos willem
zachary zacharias
wolfgang farkas
zvi tzvi tsvi zwi
"""


def _pairs() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for first, *others in map(str.split, filter(None, _TRANSLATED.split("\n"))):
        found.update((first, other) for other in others if other != first)
    return frozenset(found | {(two, one) for one, two in found})


TRANSLATED: Final = _pairs()

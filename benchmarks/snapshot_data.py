"""A made-up snapshot of arXiv's metadata: seeded, in the form and size of the real one.

Every paper is a function of the seed and its place, so that references to it
can be made later without the file.
"""

from __future__ import annotations

import functools
import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

_FAMILIES = """
Wang Li Zhang Chen Liu Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Kim Lee Park
Choi Jung Kang Cho Yoon Jang Lim Sato Suzuki Takahashi Tanaka Watanabe Itō Yamamoto Nakamura
Müller Schmidt Schröder Weiß Groß Jäger König Fröhlich Smith Johnson O'Brien MacDonald García
Rodríguez Núñez Martínez Ibáñez Fernández-Vega Silva Gonçalves Araújo Østergaard Sørensen Åberg
Lindström Kowalski Wiśniewski Łukaszewicz Wójcik Dvořák Novák Šimůnek Horváth Kovács Szabó
Ionescu Popescu Ștefănescu Nguyễn Trần Phạm Đặng Yılmaz Öztürk Çelik Şahin Ivanov Petrov
Kuznetsov Шевченко Иванов Papadopoulos Παπαδόπουλος Rossi De-Luca D'Angelo Dubois Lefèvre
Singh Kumar Sharma Gupta Iyer Banerjee Mukherjee Hassan El-Sayed Al-Khalili Cohen Levi Okafor
Adeyemi Haddad Rezaei Hosseini 王 李 김 佐藤
""".split()
_PARTICLES = ["van", "van der", "de", "von", "de la", "dos"]
_GIVENS = """
Wei Yu Jing Xin Hao Yan-Ling Xiaoming Ming Jun Ji-Hoon Min-Jae Soo-Young Haruki Yuki Kenji
Jürgen Björn Søren Åsa Élodie François José María Ana João Łukasz Zoë Jiří Petr Zsófia Ștefan
Minh Thị Ayşe Çağla Dmitri Sergey Анна Γιώργος Giulia Marco Priya Rahul Arjun Fatima Ahmed
Yosef Chinwe Oluwaseun John Mary Peter Robert Elizabeth David Sarah William Anne-Marie Jean
""".split()
_GROUPS = """
ATLAS Collaboration|CMS Collaboration|LIGO Scientific Collaboration|Planck Collaboration
|DES Collaboration|Pierre Auger Collaboration|Qwen Team|MiniMax|DeepSeek-AI
""".replace("\n", "").split("|")
_CATEGORIES = "cs.LG cs.CL cs.CV hep-ph hep-ex astro-ph.GA math.AG quant-ph cond-mat.str-el".split()
_ARCHIVES = "astro-ph cond-mat gr-qc hep-ex hep-lat hep-ph hep-th math nucl-th quant-ph".split()
_MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SYLLABLES = "ta re mi so la ver con pro di stra tion al gen ne ral mo del or der quan tum".split()


class Paper(NamedTuple):
    """A made-up paper: what its line in the snapshot and references to it need."""

    id: str
    version: int
    year: int
    month: int
    title: str
    people: list[tuple[str, str]]  # given, family
    group: str
    abstract: str
    category: str


@functools.cache
def _words() -> tuple[list[str], list[float], str]:
    """Return a vocabulary, how often its words come (Zipf), and a long text made of it."""
    rng = random.Random(1)
    words = list({"".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(60_000)})
    words.sort()
    rng.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))
    return words, weights, " ".join(rng.choices(words, cum_weights=weights, k=300_000))


@functools.cache
def _new_months() -> list[int]:
    months = [year * 100 + month for year in range(7, 26) for month in range(1, 13)]
    return [month for month in months if 704 <= month <= 2506]


def _id(place: int, count: int) -> tuple[str, int, int]:
    """Return the id of a place in the snapshot, its year and month: new ids, then old ones."""
    old = count // 10 if count > 1000 else 0
    if place < count - old:
        months = _new_months()
        each = -(-(count - old) // len(months))
        month, number = months[place // each], place % each + 1
        digits = 5 if month >= 1501 else 4
        return f"{month:04}.{number:0{digits}}", 2000 + month // 100, month % 100
    archive, rest = divmod(place - (count - old), -(-old // len(_ARCHIVES)))
    at, number = divmod(rest, 900)
    year, month = 1992 + at // 12, at % 12 + 1
    return f"{_ARCHIVES[archive]}/{year % 100:02}{month:02}{number + 1:03}", year, month


def _size(rng: random.Random) -> int:
    kind = rng.random()
    if kind < 0.00005:
        return rng.randint(2000, 3200)
    if kind < 0.003:
        return rng.randint(60, 400)
    return 1 + min(60, int(rng.expovariate(1 / 3.8)))


def _person(rng: random.Random) -> tuple[str, str]:
    draw = rng.random()
    given, family = rng.choice(_GIVENS), rng.choice(_FAMILIES)
    if draw < 0.25:
        given = f"{given[0]}."
    elif draw < 0.4:
        given = f"{given} {rng.choice('ABCDEFGHJKLMNPRSTW')}."
    if draw > 0.97:
        family = f"{rng.choice(_PARTICLES)} {family}"
    elif draw > 0.94:
        family = f"{family}-{rng.choice(_FAMILIES)}"
    return given, family


def paper(seed: int, place: int, count: int) -> Paper:
    """Return the paper at a place of the snapshot of that seed and size."""
    rng = random.Random(seed * 1_000_003 + place)
    words, weights, text = _words()
    title = " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(5, 13))).capitalize()
    if rng.random() < 0.08:
        title = f'$\\alpha$-{title} of Schr\\"odinger {{\\it type}}'
    start = rng.randrange(len(text) - 3000)
    identifier, year, month = _id(place, count)
    return Paper(
        identifier,
        1 if rng.random() < 0.6 else rng.randint(2, 5),
        year,
        month,
        title,
        [_person(rng) for _ in range(_size(rng))],
        rng.choice(_GROUPS) if rng.random() < 0.005 else "",
        text[start : start + rng.randint(500, 1500)],
        rng.choice(_CATEGORIES),
    )


def line(made: Paper) -> str:
    """Return the paper's line of the snapshot."""
    names = [f"{given} {family}" for given, family in made.people]
    head = f"{made.group}: " if made.group else ""
    parsed = [[family, given, ""] for given, family in made.people]
    mark = [[":", "", ""]] if made.group in ("MiniMax", "DeepSeek-AI") else []
    created = f"Mon, 2 {_MONTH_NAMES[made.month - 1]} {made.year} 19:18:42 GMT"
    values: dict[str, Any] = {
        "id": made.id,
        "submitter": names[0],
        "authors": head + ", ".join(names),
        "title": made.title[:60] + made.title[60:].replace(" ", "\n  ", 1),
        "comments": "12 pages, 5 figures, submitted to a journal",
        "journal-ref": f"Phys.Rev.D76:013009,{made.year}" if made.month % 3 == 0 else None,
        "doi": f"10.1103/PhysRevD.{made.month}.{made.id[-4:]}" if made.month % 2 else None,
        "report-no": None,
        "categories": f"{made.category} stat.ML",
        "license": "http://arxiv.org/licenses/nonexclusive-distrib/1.0/",
        "abstract": f"  {made.abstract}\n",
        "versions": [
            {"version": f"v{number}", "created": created} for number in range(1, made.version + 1)
        ],
        "update_date": f"{made.year}-{made.month:02}-24",
        "authors_parsed": [*([[made.group, "", ""]] if made.group else []), *mark, *parsed],
    }
    return json.dumps(values)


def lines(seed: int, count: int) -> Iterator[str]:
    """Return the lines of a snapshot; one in a hundred thousand is spoilt."""
    for place in range(count):
        made = line(paper(seed, place, count))
        yield made if place % 100_000 != 99_999 else made[: len(made) // 2]


def write(path: Path, seed: int, count: int) -> None:
    """Write a snapshot of so many lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{made}\n" for made in lines(seed, count))

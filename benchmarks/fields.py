"""Render records as people cite them beside the form in which Crossref has them.

    python benchmarks/fields.py RECORDS.jsonl.xz [--each N] [--show N]

RECORDS is a bibliography in the shared form, one JSON object a line, as ``refcore snapshot
build`` takes it. Every Nth paper of a conference of `VENUES` is cited in each of the ways in
which people write the conference, its pages, year and volume; none of these may be called
wrong. Then one value of each is falsified, which has to be named. It prints the false alarms
and what was named, by kind.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from refcore.bibtex.read import read
from refcore.errors import RefcoreError
from refcore.model.dates import Date
from refcore.model.identifiers import Doi
from refcore.records.lookup import Lookup, Origin
from refcore.records.record import Record, RecordAuthor
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.outcome import Verdict
from refcore.verification.report import Report

TODAY = 2026


class Venue(NamedTuple):
    """How Crossref names a conference, and how people do; `{y}` is the year, `{n}` its number."""

    crossref: str
    people: tuple[str, ...]
    series: str = ""
    type: str = "paper-conference"
    publisher: str = "ACM"


def _venue(crossref: str, people: str, **more: str) -> Venue:
    return Venue(crossref, tuple(name.strip() for name in people.split("|")), **more)


# Keys as in dblp. Source of Crossref's forms: its records of these proceedings.
VENUES = {
    "cvpr": _venue(
        "{y} IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",
        "CVPR | CVPR {y} | Proc. CVPR | CVPR'{yy} | In CVPR | Proceedings of the IEEE "
        "Conference on Computer Vision and Pattern Recognition | IEEE/CVF Conf. Comput. Vis. "
        "Pattern Recog. | IEEE Conf. on Computer Vision and Pattern Recognition (CVPR), {y} | "
        "Computer Vision and Pattern Recognition (CVPR), {y} IEEE Conference on | IEEE "
        "Computer Society Conference on Computer Vision and Pattern Recognition | Comput. Vis. "
        "Pattern Recognit. | Proceedings of the IEEE/CVF conference on computer vision and "
        "pattern recognition | Conference on Computer Vision and Pattern Recognition",
        publisher="IEEE",
    ),
    "iccv": _venue(
        "{y} IEEE/CVF International Conference on Computer Vision (ICCV)",
        "ICCV | ICCV {y} | Proc. IEEE Int. Conf. Comput. Vis. | Int. Conf. Comput. Vis. | "
        "Proceedings of the IEEE international conference on computer vision | International "
        "Conference on Computer Vision | Computer Vision (ICCV), {y} IEEE International "
        "Conference on | ICCV '{yy}",
        publisher="IEEE",
    ),
    "icassp": _venue(
        "ICASSP {y} - {y} IEEE International Conference on Acoustics, Speech and Signal "
        "Processing (ICASSP)",
        "ICASSP | Proc. ICASSP | IEEE ICASSP | IEEE Int. Conf. Acoust., Speech, Signal "
        "Process. (ICASSP) | International Conference on Acoustics, Speech, and Signal "
        "Processing | IEEE Int. Conf. Acoust. Speech Signal Process. | Acoustics, Speech and "
        "Signal Processing (ICASSP), {y} IEEE International Conference on | ICASSP {y}",
        publisher="IEEE",
    ),
    "nips": _venue(
        "Advances in Neural Information Processing Systems {n}",
        "NeurIPS | NIPS | Advances in Neural Information Processing Systems | Adv. Neural Inf. "
        "Process. Syst. | Neural Information Processing Systems | Proc. NeurIPS | NeurIPS {y} "
        "| Conference on Neural Information Processing Systems (NeurIPS) | Advances in NIPS | "
        "Thirty-sixth Conference on Neural Information Processing Systems",
        publisher="Neural Information Processing Systems Foundation, Inc. (NeurIPS)",
    ),
    "aaai": _venue(
        "Proceedings of the AAAI Conference on Artificial Intelligence",
        "AAAI | AAAI {y} | Proc. AAAI | AAAI-{yy} | Proc. AAAI Conf. Artif. Intell. | "
        "Thirty-Second AAAI Conference on Artificial Intelligence | AAAI Conference on "
        "Artificial Intelligence (AAAI) | Association for the Advancement of Artificial "
        "Intelligence | National Conference on Artificial Intelligence",
        type="article-journal",
        publisher="Association for the Advancement of Artificial Intelligence (AAAI)",
    ),
    "ijcai": _venue(
        "Proceedings of the Twenty-Ninth International Joint Conference on Artificial Intelligence",
        "IJCAI | IJCAI {y} | IJCAI-{yy} | Proc. Int. Joint Conf. Artif. Intell. | "
        "International Joint Conference on Artificial Intelligence | Int. Joint Conf. on AI "
        "(IJCAI) | Proceedings of IJCAI",
        publisher="International Joint Conferences on Artificial Intelligence Organization",
    ),
    "interspeech": _venue(
        "Interspeech {y}",
        "INTERSPEECH | Proc. Interspeech | Proc. Interspeech {y} | Interspeech {y}, 21st "
        "Annual Conference of the International Speech Communication Association | Proc. Annu. "
        "Conf. Int. Speech Commun. Assoc. | Annual Conference of the International Speech "
        "Communication Association | Proc. INTERSPEECH {y}",
        publisher="ISCA",
    ),
    "chi": _venue(
        "Proceedings of the {y} CHI Conference on Human Factors in Computing Systems",
        "CHI | CHI '{yy} | Proc. CHI | CHI {y} | ACM CHI | CHI Conference on Human Factors in "
        "Computing Systems | Proc. SIGCHI Conf. Human Factors Comput. Syst. | ACM Conference "
        "on Human Factors in Computing Systems | Proceedings of the SIGCHI Conference on Human "
        "Factors in Computing Systems | Human Factors in Computing Systems (CHI)",
    ),
    "kdd": _venue(
        "Proceedings of the 26th ACM SIGKDD International Conference on Knowledge Discovery "
        "&amp; Data Mining",
        "KDD | KDD '{yy} | SIGKDD | ACM SIGKDD | Proc. KDD | KDD {y} | Knowledge Discovery and "
        "Data Mining | ACM SIGKDD Int. Conf. Knowl. Discov. Data Min. | ACM SIGKDD Conference "
        "on Knowledge Discovery and Data Mining (KDD) | International Conference on Knowledge "
        "Discovery and Data Mining",
    ),
    "www": _venue(
        "Proceedings of The Web Conference {y}",
        "WWW | The Web Conference | WWW '{yy} | TheWebConf | Proc. WWW | International World "
        "Wide Web Conference | The World Wide Web Conference | Proceedings of the ACM Web "
        "Conference {y} | International Conference on World Wide Web | Proc. Int. Conf. World "
        "Wide Web",
    ),
    "sigir": _venue(
        "Proceedings of the 43rd International ACM SIGIR Conference on Research and "
        "Development in Information Retrieval",
        "SIGIR | SIGIR '{yy} | Proc. SIGIR | ACM SIGIR | SIGIR {y} | ACM SIGIR Conference | "
        "Int. ACM SIGIR Conf. Res. Dev. Inf. Retr. | International ACM SIGIR Conference on "
        "Research & Development in Information Retrieval",
    ),
    "cikm": _venue(
        "Proceedings of the 29th ACM International Conference on Information &amp; Knowledge "
        "Management",
        "CIKM | CIKM '{yy} | Proc. CIKM | Conference on Information and Knowledge Management | "
        "ACM Int. Conf. Inf. Knowl. Manag. | ACM CIKM",
    ),
    "mm": _venue(
        "Proceedings of the 28th ACM International Conference on Multimedia",
        "ACM MM | MM '{yy} | ACM Multimedia | Proc. ACM Int. Conf. Multimedia | ACM "
        "International Conference on Multimedia | International Conference on Multimedia (MM) "
        "| MM",
    ),
    "bmvc": _venue(
        "Procedings of the British Machine Vision Conference {y}",
        "BMVC | BMVC {y} | British Machine Vision Conference | Brit. Mach. Vis. Conf. | Proc. BMVC",
        publisher="British Machine Vision Association",
    ),
    "bigdataconf": _venue(
        "{y} IEEE International Conference on Big Data (Big Data)",
        "IEEE Big Data | BigData | Big Data | IEEE International Conference on Big Data | IEEE "
        "Int. Conf. Big Data | IEEE BigData {y}",
        publisher="IEEE",
    ),
    "sigmod": _venue(
        "Proceedings of the {y} ACM SIGMOD International Conference on Management of Data",
        "SIGMOD | SIGMOD '{yy} | SIGMOD Conference | ACM SIGMOD | International Conference on "
        "Management of Data | Proc. ACM SIGMOD Int. Conf. Manag. Data",
    ),
    "wsdm": _venue(
        "Proceedings of the 13th International Conference on Web Search and Data Mining",
        "WSDM | WSDM '{yy} | ACM International Conference on Web Search and Data Mining | "
        "Proc. ACM Int. Conf. Web Search Data Mining | Web Search and Data Mining",
    ),
    "stoc": _venue(
        "Proceedings of the 52nd Annual ACM SIGACT Symposium on Theory of Computing",
        "STOC | STOC '{yy} | ACM Symposium on Theory of Computing | Symposium on the Theory of "
        "Computing (STOC) | Proc. Annu. ACM Symp. Theory Comput. | ACM STOC",
    ),
    "soda": _venue(
        "Proceedings of the Fourteenth Annual ACM-SIAM Symposium on Discrete Algorithms",
        "SODA | SODA {y} | ACM-SIAM Symposium on Discrete Algorithms | Symposium on Discrete "
        "Algorithms (SODA) | Proc. Annu. ACM-SIAM Symp. Discrete Algorithms",
        publisher="Society for Industrial and Applied Mathematics",
    ),
    "recsys": _venue(
        "Fourteenth ACM Conference on Recommender Systems",
        "RecSys | RecSys '{yy} | ACM RecSys | ACM Conference on Recommender Systems | Proc. "
        "ACM Conf. Recommender Syst. | Conference on Recommender Systems (RecSys)",
    ),
    "sdm": _venue(
        "Proceedings of the {y} SIAM International Conference on Data Mining",
        "SDM | SDM {y} | SIAM International Conference on Data Mining | "
        "SIAM Int. Conf. Data Mining",
        publisher="Society for Industrial and Applied Mathematics",
    ),
}
PUBLISHERS = {"ACM": ("ACM", "Association for Computing Machinery"), "IEEE": ("IEEE", "IEEE Press")}


def papers(path: Path, each: int) -> Iterator[tuple[Venue, dict[str, Any]]]:
    """Yield every Nth paper with its venue."""
    opened = lzma.open if path.suffix == ".xz" else open
    at = 0
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            work = json.loads(line)
            venue = VENUES.get(work["key"].split("/")[1]) if "/" in work["key"] else None
            is_main = "orkshop" not in work.get("booktitle", "")
            if venue and is_main and work["type"] == "inproceedings" and work.get("author"):
                at += 1
                if at % each == 0:
                    yield venue, work


def filled(name: str, work: dict[str, Any]) -> str:
    """Return a venue's name with the year and the number of the conference."""
    year = int(work["year"])
    return name.format(y=year, yy=f"{year % 100:02}", n=year - 1987)


def record_of(venue: Venue, work: dict[str, Any]) -> Record:
    """Return the record of a paper in Crossref's form."""
    name = filled(venue.crossref, work).replace("&amp;", "&")
    fields = {
        "container-title": name,
        "collection-title": venue.series,
        "page": work.get("pages", "").replace("–", "-"),
        "volume": work.get("volume", ""),
        "issue": work.get("number", ""),
        "publisher": venue.publisher,
    }
    return Record(
        id=Doi.parse(f"10.1000/{work['key'].replace(':', '/')}"),
        source="crossref",
        title=work["title"],
        authors=[RecordAuthor(name) for name in work["author"]],
        type=venue.type,
        fields=fields,
        dates={"issued": Date.of(int(work["year"]))},
    )


def citations(venue: Venue, work: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield harmless ways to cite a paper, each with its kind."""
    first, _, last = work.get("pages", "").replace("–", "-").partition("-")
    # A name that a program cut after so many letters.
    cut = work["booktitle"][:90]
    for name in (*venue.people, work["booktitle"], cut):
        yield "venue", {"booktitle": filled(name, work)}
    if last:
        yield "pages", {"pages": first}
        yield "pages", {"pages": f"{first}--{last}"}
        yield "pages", {"pages": f"pp. {first}–{last}"}
        if len(first) == len(last) > 2 and first[0] == last[0]:
            yield "pages", {"pages": f"{first}--{last[1:]}"}
    for name in PUBLISHERS.get(venue.publisher, (venue.publisher,)):
        yield "publisher", {"publisher": name}


def falsified(venue: Venue, work: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield citations with one wrong value."""
    first, _, last = work.get("pages", "").replace("–", "-").partition("-")
    others = [one for one in VENUES.values() if one is not venue]
    other = others[len(work["title"]) % len(others)]
    yield "venue", {"booktitle": filled(other.people[0], work)}
    yield "year", {"year": str(int(work["year"]) - 3)}
    if first.isdigit() and last.isdigit():
        yield "pages", {"pages": f"{int(first) + 40}--{int(last) + 40}"}
    if work.get("volume", "").isdigit():
        yield "volume", {"volume": str(int(work["volume"]) + 2)}


def judged(venue: Venue, work: dict[str, Any], changes: dict[str, str]) -> Report:
    """Check a citation of a paper against its record."""
    record = record_of(venue, work)
    fields = {
        "title": work["title"],
        "author": " and ".join(work["author"]),
        "booktitle": filled(venue.people[0], work),
        "year": work["year"],
        "doi": str(record.id),
        **changes,
    }
    text = ",\n".join(
        f"{name} = {{{value.replace('&', chr(92) + '&')}}}" for name, value in fields.items()
    )
    (reference,) = read(f"@inproceedings{{cited,\n{text}}}\n")
    return check(Case(reference, Lookup.found(record.id, record, Origin.NETWORK), today=TODAY))


def main() -> None:
    """Print what was called wrong without a reason, and what of the falsified was named."""
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    options.add_argument("records", type=Path)
    options.add_argument("--each", type=int, default=200, help="take every Nth paper")
    options.add_argument("--show", type=int, default=20, help="false alarms to print")
    chosen = options.parse_args()
    seen: Counter[str] = Counter()
    false: Counter[str] = Counter()
    named: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for venue, work in papers(chosen.records, chosen.each):
        try:
            for kind, changes in citations(venue, work):
                report = judged(venue, work, changes)
                seen[f"harmless {kind}"] += 1
                found = [str(one.kind) for one in report.findings if str(one.kind) != "title"]
                if found or not report.is_confirmed:
                    false[f"harmless {kind}"] += 1
                    shown[
                        f"{changes} {venue.crossref}: {report.verdict} {report.reason} {found}"
                    ] += 1
            for kind, changes in falsified(venue, work):
                report = judged(venue, work, changes)
                seen[f"false {kind}"] += 1
                named[f"false {kind}"] += kind in {str(one.kind) for one in report.findings}
                wrong = report.verdict in (Verdict.SUSPECT, Verdict.CONTRADICTED)
                named[f"false {kind}, suspect or contradicted"] += wrong
        except RefcoreError as fault:
            seen["not read"] += 1
            shown[str(fault)] += 1
    for line, count in shown.most_common(chosen.show):
        print(f"{count} {line}")
    for kind, count in sorted(seen.items()):
        if kind.startswith("harmless"):
            print(f"{kind}: {false[kind]} false alarms of {count}")
        else:
            also = named[f"{kind}, suspect or contradicted"]
            print(f"{kind}: {named[kind]} named of {count}, {also} suspect or contradicted")


if __name__ == "__main__":
    main()

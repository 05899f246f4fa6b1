"""Entries whose only link is the page of a paper: they cite it, though no id is in them.

"Ada Berg, *On It* (ICLR 2024), [paper](https://openreview.net/forum?id=x)". Elsewhere a link
to a web page says nothing of a paper; here the entry around it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from refcore.markdown.links import Mention
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.titles import is_generic, words_of
from refcore.text.patterns import regex

__all__ = ["is_paper_page", "with_pages"]

# Where publishers and archives have one paper: host and path, example.
_PLACES: Final = (
    (r"openreview\.net/(?:forum|pdf|attachment)\?id=", "openreview.net/forum?id=a1B2c3"),
    (r"proceedings\.mlr\.press/v\d+/\w", "proceedings.mlr.press/v97/tan19a.html"),
    (
        r"(?:papers\.nips|proceedings\.(?:neurips|iclr|mlsys))\.(?:cc|org)/paper",
        "papers.nips.cc/paper/4824-imagenet-classification",
    ),
    (r"openaccess\.thecvf\.com/\S+\.html", "openaccess.thecvf.com/content/CVPR2024/html/a.html"),
    (r"ecva\.net/papers/\S+\.php", "www.ecva.net/papers/eccv_2022/papers_ECCV/html/1.php"),
    (r"aclanthology\.org/[A-Z0-9]", "aclanthology.org/P17-1167"),
    (r"aclweb\.org/anthology/[A-Z0-9]", "www.aclweb.org/anthology/P17-1167"),
    (r"ijcai\.org/(?:proceedings|papers)/\d", "www.ijcai.org/proceedings/2020/640"),
    (
        r"(?:ojs\.)?aaai\.org/\S*(?:article|paper)/view/",
        "ojs.aaai.org/index.php/AAAI/article/view/1",
    ),
    (r"jmlr\.org/papers/v", "jmlr.org/papers/v12/pedregosa11a.html"),
    (r"mlanthology\.org/\w+/\d", "mlanthology.org/tmlr/2024/liang2024/"),
    (r"ieeexplore\.ieee\.org/(?:abstract/)?document/", "ieeexplore.ieee.org/document/8336933"),
    (r"sciencedirect\.com/\S*/pii/", "www.sciencedirect.com/science/article/pii/S0022404999000158"),
    (r"mdpi\.com/\d{4}-\d{3}[\dX]/", "www.mdpi.com/2079-9292/10/3/298"),
    (r"jstor\.org/stable/", "www.jstor.org/stable/2346178"),
    (r"jstage\.jst\.go\.jp/article/", "www.jstage.jst.go.jp/article/jcss/31/1/31_2023.073/"),
    (r"(?:pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/PMC", "pmc.ncbi.nlm.nih.gov/articles/PMC1"),
    (r"pubmed\.ncbi\.nlm\.nih\.gov/\d", "pubmed.ncbi.nlm.nih.gov/9336224/"),
    (r"usenix\.org/\S+/presentation/", "www.usenix.org/conference/osdi20/presentation/li"),
    (r"eprint\.iacr\.org/\d{4}/\d", "eprint.iacr.org/2020/1"),
    (r"hal\.(?:archives-ouvertes\.fr|science)/\w+-\d", "hal.science/hal-01234567"),
    (r"(?:papers\.)?ssrn\.com/\S*abstract", "papers.ssrn.com/sol3/papers.cfm?abstract_id=1"),
    (r"semanticscholar\.org/paper/", "www.semanticscholar.org/paper/On-It/1"),
    (r"isca-(?:speech|archive)\.org/\S+\.html", "www.isca-archive.org/interspeech_2020/a.html"),
    (r"projecteuclid\.org/\S+/", "projecteuclid.org/euclid.aos/1176344136"),
    (r"nber\.org/papers/\w", "www.nber.org/papers/w1"),
)
_PLACE: Final = regex(rf"https?://(?:www\.)?(?:{'|'.join(place for place, _ in _PLACES)})")
# "https://a.org/on_it.pdf"
_FILE: Final = regex(r"https?://[^?#\s]+\.(?:pdf|ps(?:\.gz)?)(?:[?#]\S*)?")
_LEAST_WORDS: Final = 3  # of a link that is a title, beside another to a paper


def is_paper_page(url: str) -> bool:
    """Return whether an address leads to one paper, at a publisher or as a file.

    >>> is_paper_page("https://openreview.net/forum?id=a1B2c3")
    True
    >>> is_paper_page("https://openreview.net/group?id=ICLR.cc"), is_paper_page("https://a.org/b")
    (False, False)
    """
    return bool(_PLACE.match(url) or _FILE.fullmatch(url))


def with_pages(reading: Reading) -> Reading:
    """Return a note in which links to pages of papers count as papers, in entries without an id.

    >>> from refcore.markdown.note import inside
    >>> text = "- Ada Berg, *On It* (2024), [paper](https://openreview.net/forum?id=a1B2c3)."
    >>> reading, _, _ = inside(text, None)
    >>> [mention.is_paper for mention in reading.mentions]
    [True]
    """
    pages = set(_pages(reading))
    if not pages:
        return reading
    mentions = tuple(
        attrs.evolve(one, page=True) if (one.block, one.start) in pages else one
        for one in reading.mentions
    )
    return Reading(reading.blocks, reading.inlines, mentions)


def _pages(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the places of the links that are the only ones to a paper in their entries."""
    cited: dict[tuple[int, ...], Identity] = {}
    for number, held in reading.by_block.items():
        block = reading.blocks[number]
        if block.kind not in ("paragraph", "row") or any(one.is_paper for one in held):
            continue
        entry = _entry(reading, number)
        if reading.papers_by_scope.get(entry) if block.items else _is_of_one(reading, number):
            continue
        for mention in held:
            if not (mention.url and is_paper_page(mention.url)):
                continue
            first = cited.setdefault(entry if block.items else (-number,), mention.identity)
            if first == mention.identity or _is_titled(mention):
                yield number, mention.start


def _entry(reading: Reading, number: int) -> tuple[int, ...]:
    """Return the item of a block; of one that is a link and no more, the item around that."""
    block = reading.blocks[number]
    outer = len(block.items) > 1 and is_generic(reading.inlines[number].text)
    return block.path[:-1] if outer else block.path


def _is_of_one(reading: Reading, number: int) -> bool:
    """Return whether a paragraph is in a note of one paper with an id, which it may be about."""
    return reading.blocks[number].kind == "paragraph" and reading.has_one_paper


def _is_titled(mention: Mention) -> bool:
    """Return whether the words of a link may be a title, and are no "PDF" or "journal page"."""
    return not is_generic(mention.text) and len(words_of(mention.text)) >= _LEAST_WORDS

"""Braces of titles that protect no capital, as reference managers write them.

Zotero's BibTeX has braces about each word with a capital, Mendeley's and NASA ADS's about the
whole title. Styles with sentence case lower the words in such braces.
"""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex
from refcore.text.titlecase import is_foreign, is_title_case

__all__ = ["without_braces"]

_BRACED: Final = regex(r"<span class=\"nocase\">([A-Z][a-z'’-]*)</span>(?!\w)")
_BRACED_START: Final = regex(
    r"(?<=[:.?!—] )<span class=\"nocase\">(An?|The|How|What|Why|When|Is|Are|On|In|From|Towards?)"
    r"</span>"
)
_BRACED_WHOLE: Final = regex(r"<span class=\"nocase\">((?:[^\s<>]+ ){2,30}[^\s<>]+)</span>")
# Words within a title that are not names: one of the first group, or two of the others, tell.
_NO_NAME: Final = regex(
    r"(?:And|Of|For|To|From|With|Without|Between|Using|Toward|Towards|Through|During|Is|Are|Was|Do"
    r"|Does|Can|Its|Their|Our|Your|My|How|What|Why|When|Some|Not|But|That|This|More|Against|Among"
    r"|About|Into|Under|Over|We|You|They|Should|Could|Would|Than|Have|Has|Be|Been)"
)
_HARDLY_A_NAME: Final = regex(
    r"New|(?:Health|Effect|Stud[iy]e?|Model|Theor[iy]e?|Science|Method|System|World|Life|Role|Impact"
    r"|Work|School|Brain|Memor[iy]e?|Change|Language|Network|Child|Children|Women|Men|People|Data"
    r"|Approache?|Group|Power|Design|Culture|Mind|Survey|Review|Practice|Problem|Process(?:es)?)s?"
    r"|[A-Z][a-z]+(?:[ts]ions?|[ao]m[yi]e?s?|graphy|metry|istry|icine|cultures?|ment|ments|ness"
    r"|ity|ities|ance|ence|ical|ology|ive|ous|ful|less|ysis|ship|sts|wards?|ing|ies|ism|isms|ial"
    r"|al|ary|ics?|ic)"
)
# Words of titles that are no names by themselves, by what they say.
_COMMON: Final = frozenset(
    # of people and their lives
    "adult adults age aging art artist artists author authors babies baby bodies body boy boys "
    "care career child childhood children citizens class community couples crime daughter "
    "daughters death doctors family families father fathers friend friends gender girl girls "
    "grief happiness happy health home homes house human humans husband infants kids leader "
    "leaders learners life lives living love man marriage men mind minds mother mothers parent "
    "parents patient patients people person pleasure poor race rich self sex skills sleep sleeping "
    "society son sons soul students teacher teachers teen teens voice voices wife woman women "
    "worker workers writer writers young youth "
    # of study and of what is made
    "analysis answer answers approach approaches argument art aspects atlas basis book books brief "
    "case cases century chapter choice code companion concept concepts context control course "
    "data decade design diary draft essay essays evidence fact facts fiction field fields film "
    "films forms foundations framework game games guide handbook history idea ideas image images "
    "index introduction issue issues knowledge language languages law laws learning lecture "
    "lectures lesson lessons letters library limits list literature logic manual map maps meaning "
    "means media memoir memory method methods model modeling modelling models music myth myths "
    "nature note notes novel novels novelist number numbers object objects order origin origins "
    "overview painting pattern patterns play plays poem poems poetry practice primer principles "
    "problem problems process program programs project proof question questions reader reading "
    "reason report reports research result results review role rule rules scale school schools "
    "science sciences secret secrets sense short sign signs skill song songs source sources space "
    "speech statistics stories story structure structures studies study style subject survey "
    "symbol symbols system systems tale tales task tasks technique techniques test testing tests "
    "text texts theories theory things thinking thought thoughts tool tools topic topics training "
    "treatment trial trials trends truth understanding use user users view views vision war ways "
    "word words work works world writing writings "
    # of nature and of society
    "air animal animals bank behavior behaviour bird birds brain business cancer cell cells "
    "change changes cities city climate coast color colour cost costs countries country culture "
    "cultures day days deep disease diseases drug drugs earth economy effect effects energy "
    "engine engines evening fire fish flood flow flower flowers food forest forests future garden "
    "gardens gene genes gold government green ground growth heart heat hill hills ice impact "
    "impacts income industry island islands job jobs justice labor labour lake lakes land "
    "landscape light market markets matter meal metal money moon morning mountain mountains "
    "network networks night ocean oceans oil pain past peace place places plant plants politics "
    "population poverty power price prices public rain region regions revolution risk risks river "
    "rivers road roads rock rocks room sea seas season seasons shadow shadows sky snow soil soils "
    "sound space speed spring stars state states stone stones storm storms street streets summer "
    "sun surface taste tax technology threat time times town towns trade transport tree trees "
    "value values violence virus wall walls waste water waters wave waves wealth weather wild "
    "wind winds winter wood woods year years "
    # of kind and of degree
    "ancient bad beautiful best better big brave bright broken clean close cold common complete "
    "dark dead digital dirty early empty fast final first free full global golden good great "
    "hidden high hot invisible large last late little local long lost low many modern natural new "
    "old open perfect personal possible private quiet rare real secret silent simple slow small "
    "social soft special strange strong sudden third true uncertain virtual visible white wide "
    "wise wrong".split()
)
_STARTS: Final = regex(r"(?:\A|[:.?!—]\s)\W*\Z")
_BARE: Final = regex(r"(?<=[^.:?!—] )[A-Z][a-z]{3,}\b")  # "View", without braces
_MANY: Final = 3  # words all together, where no other word has a capital
_FEW: Final = 2  # words that show that braces tell nothing


def without_braces(title: str, language: str) -> str:
    """Return a title without braces that only repeat its title case, as Zotero writes it.

    Braces about each word with a capital protect nothing where some of these words are not names.
    Braces about a whole title in sentence case, as Mendeley and NASA ADS write them, keep styles
    with title case from nothing. The title has CSL's small markup in place of braces.

    >>> without_braces('Soil and <span class="nocase">Water</span>', "")
    'Soil and Water'
    >>> without_braces('Soil in <span class="nocase">Norway</span>', "")
    'Soil in <span class="nocase">Norway</span>'
    """
    if "nocase" not in title:
        return title
    whole = _BRACED_WHOLE.fullmatch(title)
    if whole is not None and not is_title_case(whole[1], language) and not is_foreign(whole[1]):
        return whole[1]
    # A capital at the beginning of a part says nothing of an article.
    title = _BRACED_START.sub(r"\1", title)
    found = [one[1] for one in _BRACED.finditer(title) if not _STARTS.search(title[: one.start()])]
    if not _tells_nothing(found, is_all=not _BARE.search(title)):
        return title
    plain_title = _BRACED.sub(r"\1", title)
    return plain_title if is_title_case(plain_title, language) else title


def _tells_nothing(words: list[str], *, is_all: bool) -> bool:
    """Return whether words with braces about each show that the braces protect no names.

    With `is_all`, no other word of the title has a capital.
    """
    common = sum(word.lower() in _COMMON for word in words)
    likely = sum(bool(_HARDLY_A_NAME.fullmatch(word)) or word.lower() in _COMMON for word in words)
    return (
        any(map(_NO_NAME.fullmatch, words))
        or likely >= _FEW
        or (is_all and (len(words) >= _MANY or 0 < len(words) == common))
    )

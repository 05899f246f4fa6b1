"""Countries, which end an address and are no name of an author."""

from __future__ import annotations

from typing import Final

__all__ = ["ends_in_country", "is_country"]

# Left out: those that are given or family names, such as Jordan, Chad, Georgia, Israel and Cuba.
_COUNTRIES: Final = frozenset(
    "algeria|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|"
    "belgique|bolivia|bosnia and herzegovina|brasil|brazil|bulgaria|cameroon|canada|china|"
    "colombia|costa rica|croatia|cyprus|czech republic|czechia|denmark|deutschland|ecuador|egypt|"
    "england|españa|estonia|ethiopia|finland|germany|ghana|greece|hong kong|hungary|iceland|"
    "india|indonesia|iran|iraq|italia|italy|ivory coast|japan|kazakhstan|kenya|korea|kuwait|"
    "latvia|lebanon|lithuania|luxembourg|macau|malaysia|malta|mexico|méxico|moldova|mongolia|"
    "morocco|nepal|new zealand|nigeria|north macedonia|northern ireland|norway|österreich|oman|"
    "p. r. china|p.r. china|pr china|pakistan|panama|peru|philippines|poland|polska|portugal|"
    "qatar|romania|russia|russian federation|saudi arabia|schweiz|scotland|senegal|serbia|"
    "singapore|slovakia|slovenia|south africa|south korea|republic of korea|spain|sri lanka|"
    "suisse|sudan|sweden|switzerland|syria|taiwan|tanzania|thailand|the netherlands|netherlands|"
    "tunisia|turkey|türkiye|uae|uganda|uk|u.k|ukraine|united arab emirates|united kingdom|"
    "united states|united states of america|uruguay|us|usa|u.s.a|uzbekistan|venezuela|vietnam|"
    "viet nam|wales|zimbabwe|россия|украина|中国|日本|대한민국".split("|")
)


def is_country(text: str) -> bool:
    """Tell whether a text is the name of a country, as addresses write it.

    >>> is_country("Italy"), is_country("P.R. China."), is_country("Jordan")
    (True, True, False)
    """
    return text.strip(" .;\x1f").casefold() in _COUNTRIES


def ends_in_country(line: str) -> bool:
    """Tell whether the last part of a line, between commas, is a country.

    >>> ends_in_country("RIKEN, Wako, Japan"), ends_in_country("Bo Fei, Al Go")
    (True, False)
    """
    _, comma, last = line.rpartition(",")
    return bool(comma) and is_country(last)

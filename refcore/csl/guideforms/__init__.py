"""Forms that one guide alone has, put into variables that its style prints: one module a guide.

A style prints what its variables hold. If its guide prints a part for which the style has no
variable, a rule here puts the part into another variable, and names the section of the guide.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from refcore.csl.fitting import Fitting, Rule
from refcore.csl.guideforms import acm, apa, chicago, ieee, mla, nature, nlm
from refcore.csl.guides import Guide

__all__ = ["RULES"]


def _named(*starts: str) -> Callable[[Guide], bool]:
    return lambda guide: guide.name.startswith(starts)


# Which guides have the rules of a module.
_GUIDES: Final[tuple[tuple[Callable[[Guide], bool], tuple[Rule, ...]], ...]] = (
    (_named("apa"), apa.RULES),
    (_named("chicago", "turabian"), chicago.RULES),
    (_named("ieee"), ieee.RULES),
    (_named("modern-language-association"), mla.RULES),
    (lambda guide: guide.labels_report_numbers, nlm.RULES),
    (lambda guide: guide.name == "nature", nature.RULES),
    (lambda guide: guide.is_acm, acm.RULES),
    (_named("acm-sig"), acm.OLDER_RULES),
)


def _of_guides(one: Fitting) -> None:
    """Apply the rules of the guide that an item is fitted to."""
    for has_rules, rules in _GUIDES:
        if has_rules(one.guide):
            for rule in rules:
                rule(one)


RULES: Final[tuple[Rule, ...]] = (_of_guides,)

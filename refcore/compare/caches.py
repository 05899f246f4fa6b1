"""The bounded caches of the comparison, so that benchmarks can start from empty ones."""

from __future__ import annotations

from refcore.compare import fold, groups, keys, listing, parsed, persons, venues
from refcore.compare.titles import comparing

__all__ = ["clear_caches"]


def clear_caches() -> None:
    """Empty every cache, as in a fresh process."""
    fold.readings.cache_clear()
    parsed.tokens_of.cache_clear()
    parsed.letters_of.cache_clear()
    parsed.parse_clean.cache_clear()
    parsed.from_person.cache_clear()
    keys.family_keys.cache_clear()
    keys.narrow_keys.cache_clear()
    groups.core.cache_clear()
    groups.letters_of_name.cache_clear()
    listing.pieces_of.cache_clear()
    persons.variant_of.cache_clear()
    comparing.compare_short.cache_clear()
    venues.compare_short.cache_clear()
    venues.best_short.cache_clear()

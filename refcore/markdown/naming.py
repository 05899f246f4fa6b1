"""What reads as a name, and numbers in words: see `refcore.names`."""

from refcore.names.numbers import NUMBER, spelled_number
from refcore.names.shape import is_initials, is_name, is_name_word

__all__ = ["NUMBER", "is_initials", "is_name", "is_name_word", "spelled_number"]

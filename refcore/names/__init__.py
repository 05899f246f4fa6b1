"""Personal and group names outside any file format."""

from refcore.names.groups import looks_like_group
from refcore.names.plain import parse_authors, parse_list, parse_name
from refcore.names.plain import parse_authors as read_author_list
from refcore.names.plain import parse_name as read_name

__all__ = [
    "looks_like_group",
    "parse_authors",
    "parse_list",
    "parse_name",
    "read_author_list",
    "read_name",
]

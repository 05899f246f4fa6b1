"""Personal and group names outside any file format."""

from refcore.names.plain import looks_like_group, parse_authors, parse_list, parse_name

__all__ = ["looks_like_group", "parse_authors", "parse_list", "parse_name"]

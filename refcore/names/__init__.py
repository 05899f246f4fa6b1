"""Personal and group names outside any file format."""

from refcore.names.groups import looks_like_group
from refcore.names.plain import parse_list, read_author_list, read_name

__all__ = ["looks_like_group", "parse_list", "read_author_list", "read_name"]

# Names of earlier versions, which go with the next minor version.
parse_authors = read_author_list
parse_name = read_name

"""Names in filing order: see `refcore.names.filed`."""

from refcore.names.filed import filed_forms, names_from, read_filed

__all__ = ["filed_forms", "names_from", "read_filed"]

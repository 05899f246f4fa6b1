"""The sources of records, one folder each, and `registry`, one line a source."""

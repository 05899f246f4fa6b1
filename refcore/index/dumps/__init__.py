"""One reader for each dump: a piece of it to rows of the index."""

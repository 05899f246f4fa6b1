"""What sources state about works: records, their lookup, the lock file, the cache, `Sources`."""

"""HTTP requests for any source: transport, unpacking, pace and retries."""

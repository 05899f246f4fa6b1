"""One request until it is answered: transport, unpacking, pace, retries. It knows no source."""

"""How hypothesis looks for cases: the same ones in each run, others with a profile of its own."""

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, database=None)
settings.register_profile("search", print_blob=True)
settings.load_profile("fixed")

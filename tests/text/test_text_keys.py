from hypothesis import given
from hypothesis import strategies as st

from refcore.text.braces import balanced
from refcore.text.keys import apart, free_key

keys = st.lists(st.text("ab -2", min_size=1, max_size=4), max_size=12)


def written(key: str) -> str:
    return key.replace(" ", "_")


@given(keys)
def test_keys_are_different_and_those_that_fit_stay(given_keys: list[str]) -> None:
    found = apart(given_keys, written)
    assert len(set(found)) == len(given_keys)
    for key in set(given_keys):
        if written(key) == key:
            assert found[given_keys.index(key)] == key


@given(keys)
def test_keys_that_are_apart_stay_as_they_are(given_keys: list[str]) -> None:
    once = apart(given_keys, written)
    assert apart(once, written) == once


def test_many_equal_keys_take_few_looks() -> None:
    class Counted(set[str]):
        looks = 0

        def __contains__(self, key: object) -> bool:
            self.looks += 1
            return super().__contains__(key)

    taken = Counted({"a"} | {f"a-{number}" for number in range(2, 5000)})
    assert free_key("a", taken) == "a-5000"
    assert taken.looks < 40


def test_balance_is_bibtex_s() -> None:
    assert balanced("")
    assert balanced("{{}}")
    assert balanced("\\{}")
    assert not balanced("}{")
    assert not balanced("{")

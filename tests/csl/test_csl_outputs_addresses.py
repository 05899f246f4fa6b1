"""No output, and no program that reads it, makes a link of an address that runs code."""

import re

import pytest

from refcore import Library, Reference, bibliography

ADDRESSES = ["javascript:alert(1)", "JavaScript:x", "vbscript:x", "data:text/html,x", "file:///x"]


@pytest.mark.parametrize("output", ["text", "html", "markdown", "latex", "rst", "typst"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_runs_code_is_not_a_link(output: str, address: str) -> None:
    reference = Reference("a", "webpage", f"See {address} there", url=address)
    printed = str(bibliography(Library([reference]), style="apa", format=output))
    scheme = re.escape(address.partition(":")[0])
    assert not re.search(rf"(?:href=\"|\]\(<?|<|\\href\{{|link\(\"){scheme}:", printed)
    if output == "rst":  # its readers turn addresses in the text into links
        assert f"{address.partition(':')[0]}:" not in printed

"""The parameters of an operation."""

import pytest
from lxml import etree

from oran_harness.peers.o1_provider.datastore import Refusal
from oran_harness.peers.o1_provider.parameters import Parameters

SPACE = "urn:ietf:params:xml:ns:netconf:base:1.0"


def parameters(inside: str) -> Parameters:
    operation = etree.fromstring(f'<o xmlns="{SPACE}">{inside}</o>')
    return Parameters(operation, ("a", "b", "target"), ("{urn:x}c",))


def refusal(inside: str, *, then: str = "") -> str:
    def read() -> None:
        found = parameters(inside)
        if then:
            getattr(found, then)("target" if then == "datastore" else "a")

    with pytest.raises(Refusal) as raised:
        read()
    (error,) = raised.value.errors
    return f"{error.tag} {error.told('bad-element')}"


def test_values() -> None:
    """Texts are without white space around them."""
    found = parameters('<a> 5 </a><c xmlns="urn:x">y</c>')
    assert (found.text("a"), found.text("b", "none"), found.text("c", space="urn:x")) == ("5", "none", "y")
    assert (found.number("a", 1), found.number("b", 7), found.flag("a"), found.flag("b")) == (5, 7, True, False)


def test_refusals() -> None:
    """Each has its tag and names the element."""
    assert refusal("<d/>") == "unknown-element d"
    assert refusal('<d xmlns="urn:x"/>') == "unknown-element d"
    assert refusal('<a xmlns="urn:y"/>') == "unknown-namespace a"
    assert refusal("<a/><a/>") == "bad-element a"
    assert refusal("", then="need") == "missing-element a"
    assert refusal("<target/>", then="datastore") == "missing-element running"
    assert refusal("<target><x/></target>", then="datastore") == "bad-element x"
    assert refusal("<target><running/><startup/></target>", then="datastore") == "bad-element startup"


@pytest.mark.parametrize("text", ["", "a", "-1", "0", "4294967296", "1.5", "٣", "9" * 5000])
def test_numbers(text: str) -> None:
    """A number is one, and in range."""
    with pytest.raises(Refusal, match="it is a number from 1 to"):
        parameters(f"<a>{text}</a>").number("a", 1)

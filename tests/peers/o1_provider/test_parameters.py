"""Parameters of operations, and the error for each way to get them wrong (RFC 6241 appendix A)."""

from collections.abc import Callable

import pytest
from lxml import etree

from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from oran_harness.peers.o1_provider.parameters import Parameters

KNOWN = ("number", "word", "target")


def given(inside: str, also: tuple[str, ...] = ()) -> Parameters:
    return Parameters(etree.fromstring(f'<ask xmlns="urn:a">{inside}</ask>'), KNOWN, also)


def refused(ask: Callable[[], object]) -> str:
    """The error-tag of a refusal."""
    with pytest.raises(Refusal) as raised:
        ask()
    (error,) = raised.value.errors
    return error.tag


@pytest.mark.parametrize(
    ("inside", "tag"),
    [
        ("<other/>", "unknown-element"),
        ("<word/><word/>", "bad-element"),
        ('<word xmlns="urn:b"/>', "unknown-namespace"),
        ('<more xmlns="urn:c"/>', "unknown-element"),
    ],
)
def test_unknown(inside: str, tag: str) -> None:
    """What is unknown or repeated is refused, and what is of another module is not."""
    assert refused(lambda: given(inside, ("{urn:c}number",))) == tag
    both = given('<number>1</number><number xmlns="urn:c">2</number><!-- no parameter -->', ("{urn:c}number",))
    assert (both.text("number"), both.text("number", space="urn:c")) == ("1", "2")


@pytest.mark.parametrize(
    "text", ["", "-1", "1.0", "\u0663", "0", "11", "1e1", "0" * 19 + "1" + "0" * 5, "0" * 19 + "1" + "0" * 5000]
)
def test_no_number(text: str) -> None:
    """Octets of a peer never do more than be refused, however long they are."""
    assert refused(lambda: given(f"<number>{text}</number>").number("number", 5, most=10)) == "invalid-value"


def test_number() -> None:
    """A number may have leading zeros and space around it (RFC 7950 9.2.1), and both limits belong to the range."""
    numbers = [
        given(f"<number>{text}</number>").number("number", 5, most=10) for text in ("1", " 10\n", "0" * 30 + "7")
    ]
    assert numbers == [1, 10, 7]
    assert given("").number("number", 5) == 5


@pytest.mark.parametrize(
    ("inside", "tag"),
    [
        ("", "missing-element"),
        ("<target/>", "missing-element"),
        ("<target><running/><candidate/></target>", "bad-element"),
        ("<target><other/></target>", "bad-element"),
        ('<target><running xmlns="urn:b"/></target>', "bad-element"),
        ("<target><config/></target>", "bad-element"),
        ("<target><url>file:///x</url></target>", "operation-not-supported"),
    ],
)
def test_datastore(inside: str, tag: str) -> None:
    """A parameter names one datastore that there is (RFC 6241 7)."""
    assert refused(lambda: given(inside).datastore("target")) == tag
    assert given("<target><startup/></target>").datastore("target") == "startup"

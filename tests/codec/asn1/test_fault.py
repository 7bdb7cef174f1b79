"""How problems travel."""

import pytest

from oran_harness.codec.asn1.fault import Fault, Misfit, join_path
from oran_harness.model.complaint import Complaint, ComplaintKind


@pytest.mark.parametrize(
    ("names", "prefix", "path"),
    [
        ([], "", ""),
        (["a", "b"], "", "a.b"),
        (["a", "[3]", "b"], "top", "top.a[3].b"),
        (["[0]", "[1]"], "", "[0][1]"),
        (["", "a", ""], "x", "x.a"),
    ],
)
def test_paths(names: list[str], prefix: str, path: str) -> None:
    """Members are joined by dots, elements stand directly behind their list, nameless parts do not show."""
    assert join_path(names, prefix) == path


def test_a_fault_becomes_a_complaint() -> None:
    """The names were collected from the inside out; the bit becomes octet and bit."""
    fault = Fault(ComplaintKind.MALFORMED, 83, "wrong", "this", "that")
    fault.names += ["c", "[1]", "a"]
    assert fault.complaint("top") == Complaint(ComplaintKind.MALFORMED, "top.a[1].c", 10, 3, "wrong", "this", "that")


def test_a_misfit_has_a_message() -> None:
    """And names, once it travels."""
    assert (Misfit("wrong").message, Misfit("wrong").names) == ("wrong", [])

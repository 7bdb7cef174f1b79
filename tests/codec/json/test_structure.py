"""The walk over a schema's nodes that reading and writing share."""

import pytest

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.json.structure import alternative, content, members
from oran_harness.protocols.e2ap.codec import codec as e2ap_codec
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec

EVERY = codec(EVERYTHING)


def test_members_include_additions_and_groups() -> None:
    """All components of a SEQUENCE are named: the root's, single additions, and those inside addition groups."""
    names = [name for name, _, _ in members(EVERY.node("Everything"))]
    assert names == [
        *("flag", "numbers", "strings", "name", "lists", "tree", "choice", "end"),
        *("later", "first", "second", "third", "nothing", "last"),
    ]


def test_alternatives_may_be_unknown() -> None:
    """An unknown addition of an extensible CHOICE is an open type; any other unknown name is a misfit."""
    assert alternative(EVERY.node("Alternatives"), "number").type_name == "INTEGER"
    assert alternative(EVERY.node("Alternatives"), "unknown-7").type_name == "open type"
    with pytest.raises(Misfit):
        alternative(EVERY.node("Chain"), "unknown-7")


def test_content_of_a_list_of_ies() -> None:
    """The element of a list of IEs has one content."""
    node = e2ap_codec("2.03").schema.node("RICaction-Admitted-List")
    assert content(node.element).type_name in ("open type", "RICaction-Admitted-Item")

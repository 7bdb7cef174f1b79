"""Capabilities."""

import pytest

from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1, Capabilities, capability, common_version

CELLS = "urn:cells?module=cells&revision=2026-01-02&features=a,b&deviations="


def test_parameters() -> None:
    """A capability of a module tells name, revision and lists."""
    cells = capability(CELLS)
    assert (cells.base, cells.module, cells.revision) == ("urn:cells", "cells", "2026-01-02")
    assert cells.names("features") == ("a", "b")
    assert cells.names("deviations") == cells.names("no-such") == ()
    assert capability("urn:x?a=%20b&c").parameters == {"a": " b", "c": ""}
    assert capability("urn:x").module is None


def test_list() -> None:
    """A list of capabilities is asked by URIs without parameters."""
    listed = Capabilities((BASE_1_1, CELLS, "urn:cells"))
    assert "urn:cells" in listed
    assert "urn:other" not in listed
    assert listed.by_base["urn:cells"].uri == CELLS
    assert [each.module for each in listed.modules] == ["cells"]
    assert listed.versions == {BASE_1_1}


@pytest.mark.parametrize(
    ("one", "other", "version"),
    [
        ([BASE_1_0, BASE_1_1], [BASE_1_1, BASE_1_0], BASE_1_1),
        ([BASE_1_0, BASE_1_1], [BASE_1_0], BASE_1_0),
        ([BASE_1_1 + "?x=y"], [BASE_1_1], BASE_1_1),
        ([BASE_1_1], [BASE_1_0], None),
        ([], [BASE_1_0], None),
        (["urn:ietf:params:netconf:base:9.9"], ["urn:ietf:params:netconf:base:9.9"], None),
    ],
)
def test_common_version(one: list[str], other: list[str], version: str | None) -> None:
    """The newest version that both name is spoken; parameters do not count (RFC 6241 8.1)."""
    assert common_version(one, other) == version

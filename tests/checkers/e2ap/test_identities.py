"""Rules about the PLMN identities that the ends give."""

import pytest

from oran_harness.model import Role
from tests.checkers.scene import (
    NODE,
    RIC,
    Case,
    Scene,
    case,
    check_broken,
    check_kept,
    node_id,
    setup_request,
    setup_response,
)

TEXT = b"747"
ROMAN = bytes.fromhex("22f210")
GERMAN = bytes.fromhex("62f220")


def clean(scene: Scene) -> None:
    """One node and its RIC, of one PLMN as in any lab: that proves nothing."""
    scene.set_up()


def two_nodes(scene: Scene, first: bytes, second: bytes, *, own: bytes | None = None) -> Scene:
    """Two nodes with these PLMNs; the RIC gives each its own back, or always the same."""
    scene.up().node(setup_request(identity=node_id(1, first))).ric(setup_response(plmn=own or first))
    scene.another().up().node(setup_request(identity=node_id(2, second))).ric(setup_response(plmn=own or second))
    return scene


CASES = (
    case(
        "E2AP-PLMN-DIGITS",
        NODE,
        # 208/95 with the nibbles of each octet exchanged.
        lambda s: s.up().node(setup_request(identity=node_id(plmn=bytes.fromhex("208f59")))).ric(setup_response()),
        clean,
    ),
    case(
        "E2AP-PLMN-TEXT",
        NODE,
        lambda s: s.up().node(setup_request(identity=node_id(plmn=TEXT))).ric(setup_response()),
        clean,
    ),
    case(
        "E2AP-RIC-PLMN-COPIED",
        RIC,
        lambda s: two_nodes(s, ROMAN, GERMAN),
        lambda s: two_nodes(s, ROMAN, GERMAN, own=ROMAN),
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_a_ric_that_copies_text_is_not_told_off_twice() -> None:
    """Where the RIC only repeats the node's text, the text is the node's mistake and the copy the RIC's."""
    scene = Scene().up().node(setup_request(identity=node_id(plmn=TEXT))).ric(setup_response(plmn=TEXT))
    assert scene.fired() == {("E2AP-PLMN-TEXT", "e2-node"), ("E2AP-RIC-PLMN-COPIED", "near-rt-ric")}


def test_in_a_run_all_nodes_are_ours() -> None:
    """Where ends are called by their roles, one PLMN of all nodes proves nothing, and two that are copied do."""
    copied = {("E2AP-RIC-PLMN-COPIED", "near-rt-ric")}
    for second, fired in ((ROMAN, set[tuple[str, str | None]]()), (GERMAN, copied)):
        scene = Scene()
        scene.ends = {role: role.value for role in Role.ends_of("e2")}
        scene.up().node(setup_request(identity=node_id(1, ROMAN))).ric(setup_response(plmn=ROMAN))
        scene.another(NODE.value).up().node(setup_request(identity=node_id(2, second))).ric(setup_response(plmn=second))
        assert scene.fired() == fired


def test_a_ric_that_agrees_with_all_its_nodes() -> None:
    """One PLMN of the RIC and of all its nodes is what one operator has, too: told once, and nobody is blamed."""
    assert two_nodes(Scene(), ROMAN, ROMAN).fired() == {("E2AP-RIC-PLMN-COPIED", None)}

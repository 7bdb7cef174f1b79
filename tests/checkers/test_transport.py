"""Rules about SCTP's part: payload protocol identifier and streams."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    NODE,
    PLAIN,
    Case,
    Scene,
    action,
    case,
    check_broken,
    check_kept,
    indication,
)


def clean(scene: Scene) -> None:
    """A Setup and indications, each on its own stream."""
    scene.set_up().subscribed().node(indication(), indication())


def with_ppid(scene: Scene, ppid: int | None) -> Scene:
    """A node that sends with another PPID."""
    scene.set_up().ric(m.ResetRequest(7, CAUSE))
    scene.ppid = ppid
    return scene.node(m.ResetResponse(7))


CASES = (
    case("E2-PPID", NODE, lambda s: with_ppid(s, 0), clean),
    case(
        "E2-STREAMS-SHARED",
        None,
        lambda s: s.set_up().subscribed().node(indication(), stream=0),
        clean,
    ),
    case(
        "E2-SUBSCRIPTION-STREAM",
        NODE,
        lambda s: s.set_up().subscribed().node(indication()).node(indication(), stream=2),
        # The RIC binds the subscription to another stream.
        lambda s: (
            s.set_up()
            .subscribed(action(1), action(2))
            .node(indication(1), indication(2))
            .ric(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN), stream=2)
            .node(indication(), m.RICsubscriptionDeleteResponse(FIRST_ID, PLAIN), stream=2)
        ),
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


@pytest.mark.parametrize(("ppid", "word"), [(0, "PPID 0"), (71, "E2-UP"), (70 << 24, "host byte order")])
def test_the_finding_says_what_the_ppid_is(ppid: int, word: str) -> None:
    """Whoever reads the finding learns what went wrong, and where."""
    (found,) = with_ppid(Scene(), ppid).findings()
    assert word in found.message
    assert found.blamed_end == "192.0.2.2:38000"


def test_an_unknown_ppid_is_not_judged() -> None:
    """Where the record does not tell the PPID, nobody is accused of it."""
    assert with_ppid(Scene(), None).fired() == set()

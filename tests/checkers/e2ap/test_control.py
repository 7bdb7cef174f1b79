"""Rules about RIC Control and its call processes."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    NODE,
    PLAIN,
    RIC,
    Case,
    Scene,
    case,
    check_broken,
    check_kept,
    indication,
    insert_action,
)

CONTROL_ID = e.RICrequestID(11, 1)


def control(process: bytes | None = None, ack: str | None = "ack") -> m.RICcontrolRequest:
    """A control of function 1."""
    return m.RICcontrolRequest(CONTROL_ID, PLAIN, process, b"header", b"message", ack)  # type: ignore[arg-type]


def done(process: bytes | None = None) -> m.RICcontrolAcknowledge:
    """Its acknowledge."""
    return m.RICcontrolAcknowledge(CONTROL_ID, PLAIN, process)


def failed(process: bytes | None = None) -> m.RICcontrolFailure:
    """Its failure."""
    return m.RICcontrolFailure(CONTROL_ID, PLAIN, process, CAUSE)


def inserted(scene: Scene) -> Scene:
    """A node has asked what to do about a call process."""
    return scene.set_up().subscribed(insert_action()).node(indication(kind="insert", call_process=b"process"))


def clean(scene: Scene) -> None:
    """An INSERT and the control that answers it."""
    inserted(scene).ric(control(b"process")).node(done(b"process"))


CASES = (
    case(
        "E2AP-CONTROL-ACK-UNWANTED",
        NODE,
        lambda s: s.set_up().ric(control(ack="noAck")).node(done()),
        lambda s: s.set_up().ric(control(ack="noAck")).node(failed()),
    ),
    case("E2AP-CALL-PROCESS-UNKNOWN", RIC, lambda s: inserted(s).ric(control(b"other")).node(failed(b"other")), clean),
    case(
        "E2AP-UNKNOWN-CALL-PROCESS-SERVED",
        NODE,
        lambda s: inserted(s).ric(control(b"other")).node(done(b"other")),
        clean,
        "E2AP-CALL-PROCESS-UNKNOWN",
    ),
    case(
        "E2AP-EXPIRED-CALL-PROCESS-SERVED",
        NODE,
        lambda s: inserted(s).wait(5).ric(control(b"process")).node(done(b"process")),
        lambda s: inserted(s).wait(5).ric(control(b"process")).node(failed(b"process")),
    ),
    case("E2AP-CALL-PROCESS-DIFFERS", NODE, lambda s: inserted(s).ric(control(b"process")).node(done(b"other")), clean),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_an_absent_ack_request_asks_for_one() -> None:
    """Without RIC Control Ack Request an acknowledge is due, and right."""
    assert Scene().set_up().ric(control(ack=None)).node(done()).fired() == set()

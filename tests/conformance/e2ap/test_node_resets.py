"""What the cases about Reset, Removal and Error Indication find in an E2 node, and let pass."""

from collections.abc import Sequence

import pytest

from oran_harness.peers.actor import Command, Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    ignores,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_node import assert_found
from tests.conformance.e2ap.performing_ric import Fault

RESET = of(m.ResetRequest)
REMOVAL = of(m.E2RemovalRequest)
ERROR = of(m.ErrorIndication)


def keeps_reporting() -> Misbehaviour:
    """It answers a Reset, and forgets to carry it out."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.ResetRequest):
            return None
        return (ric.say(heard.association, m.ResetResponse(message.transaction_id)),)

    return Misbehaviour(hears)


def sets_up_again() -> Misbehaviour:
    """After a Reset it does E2 Setup once more."""
    sent: list[Message] = []

    def says(ric: MisbehavingRic, message: Message) -> Message:
        sent.extend([message] if isinstance(message, m.E2setupRequest) else [])
        return message

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if isinstance(message, m.ResetRequest):
            answer = ric.say(heard.association, m.ResetResponse(message.transaction_id))
            return (answer, ric.say(heard.association, sent[0]))
        return (ric.say(heard.association, sent[0]),) if isinstance(message, m.ResetResponse) else None

    return Misbehaviour(hears, says)


def echoes(error: m.ErrorIndication, edition: str) -> m.ErrorIndication:
    return m.ErrorIndication(cause=cause("protocol/unspecified", edition))


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-RESET-{number}", ignores(RESET)) for number in (201, 203, 204, 205, 206)),
    ("E2AP-RESET-201", puts(m.ResetResponse, transaction_id=0)),
    ("E2AP-RESET-202", mute(m.ResetRequest)),
    ("E2AP-RESET-202", sets_up_again()),
    ("E2AP-RESET-203", sets_up_again()),
    ("E2AP-RESET-204", keeps_reporting()),
    ("E2AP-RESET-205", keeps_reporting()),
    ("E2AP-RESET-206", ignores(RESET, nth=2)),
    ("E2AP-REMOVAL-201", ignores(REMOVAL)),
    ("E2AP-REMOVAL-201", puts(m.E2RemovalResponse, transaction_id=0)),
    ("E2AP-REMOVAL-202", mute(m.E2RemovalRequest)),
    ("E2AP-REMOVAL-202", ignores(of(m.E2RemovalResponse))),
    ("E2AP-REMOVAL-203", ignores(REMOVAL)),
    ("E2AP-ERRIND-202", replies(ERROR, echoes)),
    ("E2AP-ERRIND-201", mute(m.ErrorIndication)),
    ("E2AP-ERRIND-201", puts(m.ErrorIndication, cause=("misc", "unspecified"))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the E2 node is blamed."""
    assert_found(case, misbehaviour)

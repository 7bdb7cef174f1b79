"""RIC Control with an E2 node under test (E2AP 8.2.4)."""

from oran_harness.conformance.choices import controlling, missing_function
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, about, quiet, says, serving
from oran_harness.conformance.expectations import answers, ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICcontrolRequest,
)
from oran_harness.steps import Peer, check, inconclusive, unsupported

NEEDS = ("procedure:RICcontrol", "service-model:RC")
_CLAUSE = "O-RAN.WG3.E2AP 8.2.4"
_TAGS = ("RICcontrol", "positive")
_NEGATIVE = ("RICcontrol", "negative")
_NONSENSE = b"\xff" * 24


@case(
    id="E2AP-CTRL-201",
    title="A control that asks for it is acknowledged",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 6.2.2.5.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-6.2.2.5.1"),
)
async def acknowledges(ric: Peer) -> None:
    """An action that the node declares, with RICcontrolAckRequest ack."""
    await _acknowledged(ric, controlling(ric).request(ric.new_request_id()))


@case(
    id="E2AP-CTRL-202",
    title="A control that wants no acknowledgement gets none",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def is_silent_when_told(ric: Peer) -> None:
    """A failure would still be told; where the same control works with ack, this one has to be silent."""
    control = controlling(ric)
    await _acknowledged(ric, control.request(ric.new_request_id()))
    request = control.request(ric.new_request_id(), "noAck")
    await ric.send(request)
    await ric.silence(
        RICcontrolAcknowledge,
        where=answers(request),
        lasting=quiet(ric),
        requirement="RIC CONTROL REQUEST with RICcontrolAckRequest noAck is not acknowledged (E2AP 8.2.4.2)",
    )


@case(
    id="E2AP-CTRL-203",
    title="A control that does not say is acknowledged",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def acknowledges_by_default(ric: Peer) -> None:
    """RICcontrolAckRequest is absent, which means ack."""
    await _acknowledged(ric, controlling(ric).request(ric.new_request_id(), None))


@case(
    id="E2AP-CTRL-204",
    title="A control of a RAN function that the E2 node does not offer is refused",
    clause=f"{_CLAUSE}.3",
    level=Level.MUST,
    under_test=NODE,
    needs=("procedure:RICcontrol",),
    tags=_NEGATIVE,
)
async def refuses_an_unknown_function(ric: Peer) -> None:
    """By RIC CONTROL FAILURE; a node without the procedure by an Error Indication."""
    request = RICcontrolRequest(ric.new_request_id(), missing_function(ric), None, b"\x00", b"\x00", "ack")
    await _refused(ric, request, "A RIC CONTROL REQUEST for an unknown RAN function is refused (E2AP 8.2.4.3)")


@case(
    id="E2AP-CTRL-205",
    title="A control that cannot be read is refused, with a cause",
    clause=f"{_CLAUSE}.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
)
async def refuses_an_unreadable_message(ric: Peer) -> None:
    """Its message is 24 octets of nonsense."""
    control = controlling(ric)
    request = RICcontrolRequest(ric.new_request_id(), control.function_id, None, control.header, _NONSENSE, "ack")
    failure = await _refused(ric, request, "A RIC CONTROL REQUEST that cannot be read is refused (E2AP 8.2.4.3)")
    check(
        failure.cause is not None or isinstance(failure, ErrorIndication),
        "RIC CONTROL FAILURE says why (E2AP 9.1.1.10)",
        expected="a Cause",
        actual="no Cause",
    )
    await serving(ric)


@case(
    id="E2AP-CTRL-206",
    title="A control that fails is refused even if it wants no acknowledgement",
    clause=f"{_CLAUSE}.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
)
async def refuses_without_ack(ric: Peer) -> None:
    """RICcontrolAckRequest noAck keeps back the acknowledgement, not the failure."""
    control = controlling(ric)
    request = RICcontrolRequest(ric.new_request_id(), control.function_id, None, control.header, _NONSENSE, "noAck")
    await _refused(ric, request, "RICcontrolAckRequest noAck does not keep back RIC CONTROL FAILURE (E2AP 8.2.4.3)")


async def _acknowledged(ric: Peer, request: RICcontrolRequest) -> None:
    requirement = "A RIC CONTROL REQUEST that the E2 node carries out is acknowledged (E2AP 8.2.4.2)"
    answer = await ask_echoed(ric, request, RICcontrolAcknowledge, RICcontrolFailure, requirement=requirement)
    if isinstance(answer, RICcontrolFailure):
        if not ric.claims.covers(NEEDS):
            raise unsupported(f"the E2 node does not claim RIC Control, and refuses: {says(answer)}")
        # The cause is for the node to choose, and the UE is a guess of ours.
        raise inconclusive(f"{says(answer)}: the control is of UE 1, which the node may not have or not control")


async def _refused(ric: Peer, request: RICcontrolRequest, requirement: str) -> RICcontrolFailure | ErrorIndication:
    await ric.send(request, injected=True)
    return await ric.expect(RICcontrolFailure, ErrorIndication, where=about(request), requirement=requirement)

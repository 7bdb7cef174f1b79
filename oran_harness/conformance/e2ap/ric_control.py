"""RIC Control by a near-RT RIC under test (E2AP 8.2.4)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import grant, granted, refuse
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import ErrorIndication, RICcontrolRequest
from oran_harness.steps import Peer, check, inconclusive

_CLAUSE = "O-RAN.WG3.E2AP 8.2.4.2"
_NEEDS = ("stimulus:control", "procedure:RICcontrol")
_TAGS = ("RICcontrol", "positive")
_WATCHED = 6.0


@case(
    id="E2AP-CTRL-101",
    title="A control with Ack is for a RAN function of the node, and its acknowledgement is taken",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.2.5.1",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "e2ts-5.2.2.5.1"),
)
async def controls(node: Peer) -> None:
    """Header and message are there; no Call Process ID, as nothing was inserted."""
    association = node.here
    request = await asked_to_control(node)
    offered = sorted(node.functions)
    check(
        request.ran_function_id in offered,
        "The near-RT RIC controls a RAN function that the node offered",
        expected=f"one of the RAN functions {offered}",
        actual=f"RAN function {request.ran_function_id}",
    )
    check(
        request.ric_control_ack_request in (None, "ack"),
        "A control that shall be acknowledged says Ack, or nothing, which means the same",
        expected="ack, or absent",
        actual=str(request.ric_control_ack_request),
    )
    await grant(node, request)
    await unmoved(node, association, "RIC CONTROL ACKNOWLEDGE")


@case(
    id="E2AP-CTRL-102",
    title="A control with NoAck does not wait for an acknowledgement",
    clause="O-RAN.WG3.E2AP 8.2.4.2, 8.2.4.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_TAGS, "slow"),
)
async def does_not_wait(node: Peer) -> None:
    """The node is silent, as it has to be; TRICcontrol does not run, so nothing can expire."""
    request = await asked_to_control(node, ack="noAck")
    if request.ric_control_ack_request != "noAck":
        raise inconclusive(f"asked for a control with NoAck the near-RT RIC sends {request.ric_control_ack_request}")
    await node.silence(
        ErrorIndication,
        lasting=_WATCHED,
        where=lambda each: each.ric_request_id == request.ric_request_id,
        requirement="A control with NoAck starts no timer, so the near-RT RIC does not report one to have expired",
    )


@case(
    id="E2AP-CTRL-103",
    title="The near-RT RIC takes the failure of a control",
    clause="O-RAN.WG3.E2AP 8.2.4.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_a_failure(node: Peer) -> None:
    """RIC CONTROL FAILURE ends the procedure: no Error Indication about it."""
    association = node.here
    request = await asked_to_control(node)
    await refuse(node, request, "control-failed-to-execute")
    await unmoved(node, association, "RIC CONTROL FAILURE")


@case(
    id="E2AP-CTRL-104",
    title="The near-RT RIC takes the failure of a control with NoAck",
    clause="O-RAN.WG3.E2AP 8.2.4.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def takes_a_failure_despite_no_ack(node: Peer) -> None:
    """NoAck forbids the acknowledgement; a failure comes all the same."""
    association = node.here
    request = await asked_to_control(node, ack="noAck")
    await refuse(node, request, "control-failed-to-execute")
    await unmoved(node, association, "RIC CONTROL FAILURE for a control with NoAck")


@case(
    id="E2AP-CTRL-105",
    title="Two controls under way at once have different RIC Request IDs",
    clause="O-RAN.WG3.E2AP 8.2.4.2, 9.2.7",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def numbers_its_controls(node: Peer) -> None:
    """Without different ids no answer could be told from the other; one control at a time is fine, too."""
    first = await asked_to_control(node)
    await node.stimulate("control", ack="ack")
    second = await node.hear(RICcontrolRequest, within=1)
    if second is not None:
        check(
            second.ric_request_id != first.ric_request_id,
            "Controls under way at once have RIC Request IDs of their own",
            expected=f"another id than {first.ric_request_id}",
            actual=f"{second.ric_request_id} again",
        )
        await grant(node, second)
    await grant(node, first)


@case(
    id="E2AP-CTRL-106",
    title="An acknowledgement whose RIC Control Outcome cannot be read does no harm",
    clause="O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=("RICcontrol", "negative"),
)
async def outlives_rubbish(node: Peer) -> None:
    """The outcome is an octet string to E2AP, and the service model's to read."""
    bystander = node.here
    request = await asked_to_control(node)
    acknowledgement = replace(granted(node, request), ric_control_outcome=b"\xff" * 33)
    await node.send(acknowledgement, injected=True)
    await unharmed(node, bystander, "an acknowledgement whose outcome cannot be read")


async def asked_to_control(node: Peer, ack: str = "ack") -> RICcontrolRequest:
    """Have the RIC send a control; gives its request, which waits for an answer."""
    await node.stimulate("control", ack=ack)
    return await node.expect(
        RICcontrolRequest, requirement="Asked to control the node, the near-RT RIC sends RIC CONTROL REQUEST"
    )

"""RIC Assistance, its Indication and its Halt, with an E2 node under test (E2AP 8.2.11 to 8.2.13, since 7.00)."""

from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, serving, unharmed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    RICassistanceFailure,
    RICassistanceHalt,
    RICassistanceIndication,
    RICassistanceRequest,
    RICassistanceResponse,
)
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause

_NAME = "RICassistance"
_NEEDS = (f"procedure:{_NAME}", "e2ap:7.00")
_ASKED = ("stimulus:assistance", *_NEEDS)
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_OUTCOME = b"\x00"


@case(
    id="E2AP-ASSIST-201",
    title="The node takes the assistance that it asked for",
    clause="O-RAN.WG3.E2AP 8.2.11.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_ASKED,
    tags=_GOOD,
)
async def takes_assistance(ric: Peer) -> None:
    """The outcome is the service model's to read; what the node does with it is its own matter."""
    await serving(ric)
    request = await _asked(ric)
    await ric.send(_granted(request))
    await unharmed(ric, "RIC ASSISTANCE RESPONSE")


@case(
    id="E2AP-ASSIST-202",
    title="The node takes the failure of an assistance",
    clause="O-RAN.WG3.E2AP 8.2.11.3",
    level=Level.MUST,
    under_test=NODE,
    needs=_ASKED,
    tags=_GOOD,
)
async def takes_a_failure(ric: Peer) -> None:
    """It stops its timer, and serves on."""
    await serving(ric)
    request = await _asked(ric)
    why = cause("requested-information-unavailable", ric.edition)
    await ric.send(RICassistanceFailure(request.ric_request_id, why))
    await unharmed(ric, "RIC ASSISTANCE FAILURE")


@case(
    id="E2AP-ASSIST-203",
    title="The node takes updates of an assistance, and halts the one that runs",
    clause="O-RAN.WG3.E2AP 8.2.11.2, 8.2.12.2, 8.2.13.2",
    level=Level.MUST,
    under_test=NODE,
    needs=("stimulus:assistance-halt", *_ASKED),
    tags=(_NAME, "RICassistanceIndication", "RICassistanceHalt", "positive"),
)
async def halts_its_assistance(ric: Peer) -> None:
    """Asked for are updates without a number, so that only the Halt ends them; the Halt names their RICrequestID."""
    request = await _asked(ric, updates=True)
    check(
        request.ric_assistance_update is not None,
        "An assistance with updates is asked for with the RIC Assistance Update IE",
        expected="RIC Assistance Update",
        actual="absent",
    )
    await ric.send(_granted(request))
    if request.ric_assistance_update_number != 0:
        await ric.send(_update(request, 0))
    name = request.ric_request_id
    assert name is not None
    await ric.stimulate("assistance-halt", request_id=[name.ric_requestor_id, name.ric_instance_id])
    halt = await ric.expect(
        RICassistanceHalt, requirement="Asked to halt the assistance, the E2 node sends RIC ASSISTANCE HALT"
    )
    check(
        halt.ric_request_id == name,
        "RIC ASSISTANCE HALT has the RICrequestID of the assistance",
        expected=str(name),
        actual=str(halt.ric_request_id),
    )


@case(
    id="E2AP-ASSIST-204",
    title="An update of an assistance that the node did not ask for does no harm",
    clause="O-RAN.WG3.E2AP 8.2.12, 10",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=(_NAME, "RICassistanceIndication", "negative"),
)
async def outlives_an_unasked_update(ric: Peer) -> None:
    """No abnormal conditions are given for it: an Error Indication is in order, and so is silence."""
    await serving(ric)
    await ric.send(RICassistanceIndication(ric.new_request_id(), 0, _OUTCOME, _OUTCOME), injected=True)
    await unharmed(ric, "an update of an assistance that it did not ask for")


@case(
    id="E2AP-ASSIST-205",
    title="Two assistances of the node have RIC Request IDs of their own",
    clause="O-RAN.WG3.E2AP 8.2.11.2, 9.2.7",
    level=Level.MUST,
    under_test=NODE,
    needs=_ASKED,
    tags=_GOOD,
)
async def numbers_its_assistances(ric: Peer) -> None:
    """The first runs on, with updates, while the second is asked for."""
    first = await _asked(ric, updates=True)
    await ric.send(_granted(first))
    second = await _asked(ric)
    check(
        second.ric_request_id != first.ric_request_id,
        "The E2 node assigns a unique RIC Request ID to each assistance that goes on",
        expected=f"another id than {first.ric_request_id}",
        actual=f"{second.ric_request_id} again",
    )
    await ric.send(_granted(second))


async def _asked(ric: Peer, **arguments: Any) -> RICassistanceRequest:
    """What the node asks for when it is told to."""
    await ric.stimulate("assistance", **arguments)
    return await ric.expect(RICassistanceRequest, requirement="Asked to, the E2 node sends RIC ASSISTANCE REQUEST")


def _granted(request: RICassistanceRequest) -> RICassistanceResponse:
    return RICassistanceResponse(request.ric_request_id, request.ric_assistance_header or b"", _OUTCOME)


def _update(request: RICassistanceRequest, number: int) -> RICassistanceIndication:
    return RICassistanceIndication(request.ric_request_id, number, request.ric_assistance_header or b"", _OUTCOME)

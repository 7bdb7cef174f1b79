"""E2 Removal with an E2 node under test (E2AP 8.3.7)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, come_back, new_transaction, says, serving, unharmed
from oran_harness.conformance.expectations import ask, check_echo
from oran_harness.model import Level
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2RemovalFailure, E2RemovalRequest, E2RemovalResponse
from oran_harness.steps import Peer, inconclusive, unsupported

NEEDS = ("procedure:E2removal", "e2ap:2.03")
_CLAUSE = "O-RAN.WG3.E2AP 8.3.7"
_TAGS = ("E2Removal", "positive")


@case(
    id="E2AP-REMOVAL-201",
    title="E2 REMOVAL REQUEST of the near-RT RIC is answered",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 6.2.1.7.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-6.2.1.7.2"),
)
async def answers_a_removal(ric: Peer) -> None:
    """By E2 REMOVAL RESPONSE with the same TransactionID; then we close the association in order."""
    request = E2RemovalRequest(new_transaction(ric))
    check_echo(request, await _removed(ric, request))
    await ric.close()


@case(
    id="E2AP-REMOVAL-202",
    title="An E2 Removal by the E2 node is complete",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 6.2.1.7.1",
    level=Level.MUST,
    under_test=NODE,
    needs=(*NEEDS, "stimulus:remove"),
    tags=(*_TAGS, "e2ts-6.2.1.7.1"),
)
async def removes(ric: Peer) -> None:
    """Told to leave, the node asks for the removal and, once that is granted, closes the association."""
    await ric.stimulate("remove")
    request = await ric.expect(E2RemovalRequest, requirement="Told to leave, the E2 node sends E2 REMOVAL REQUEST")
    await ric.send(E2RemovalResponse(request.transaction_id))
    await ric.ending(
        requirement="After E2 REMOVAL RESPONSE the E2 node that asked for it closes the association (E2AP 8.3.7.2)"
    )


@case(
    id="E2AP-REMOVAL-203",
    title="After an E2 Removal the E2 node can set up again",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "reconnect"),
)
async def sets_up_after_a_removal(ric: Peer) -> None:
    """If it comes back at all: that it does is not demanded. One that does serves as it did before."""
    await serving(ric)
    await _removed(ric, E2RemovalRequest(new_transaction(ric)))
    await ric.close()
    await come_back(ric, "an E2 Removal")
    await unharmed(ric, "an E2 Removal and another E2 Setup")


async def _removed(ric: Peer, request: E2RemovalRequest) -> Message:
    """The response; a node may refuse to be removed (8.3.7.3), and then nothing more can be seen."""
    answer = await ask(
        ric,
        request,
        E2RemovalResponse,
        E2RemovalFailure,
        requirement="The E2 node answers E2 REMOVAL REQUEST (E2AP 8.3.7.2, 8.3.7.3)",
    )
    if isinstance(answer, E2RemovalFailure):
        check_echo(request, answer)
        refused = f"the E2 node refuses to be removed: {says(answer)}"
        raise inconclusive(refused) if ric.claims.covers(NEEDS) else unsupported(refused)
    return answer

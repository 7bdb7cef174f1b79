"""E2 Connection Update with an E2 node under test (E2AP 8.3.6)."""

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_associations import LONG_S, further_association
from oran_harness.conformance.e2ap.node_scenery import NODE, new_transaction, says, serving
from oran_harness.conformance.expectations import answers, ask_echoed, check_echo
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import (
    E2connectionUpdate_Item,
    E2connectionUpdateRemove_Item,
    TNLinformation,
)
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2connectionUpdateAcknowledge,
    E2connectionUpdateFailure,
)
from oran_harness.steps import Peer, check
from oran_harness.steps.transport_layer import same_address, tnl_of

NEEDS = ("procedure:E2connectionUpdate", "e2ap:2.03")
_CLAUSE = "O-RAN.WG3.E2AP 8.3.6"
_TAGS = ("E2connectionUpdate", "positive")
_NOBODY = TNLinformation(BitString(bytes([192, 0, 2, 77]), 32), BitString((36421).to_bytes(2, "big"), 16))
"""An address of documentation (RFC 5737): nobody answers there."""
_DISCARD = BitString((9).to_bytes(2, "big"), 16)
"""A port that no RIC listens at. On our own host it refuses at once what elsewhere may take long to fail."""


@case(
    id="E2AP-CONNUPD-201",
    title="An E2 CONNECTION UPDATE without lists is acknowledged",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def acknowledges_nothing(ric: Peer) -> None:
    """It asks for nothing, and changes nothing."""
    request = E2connectionUpdate(new_transaction(ric))
    await ask_echoed(
        ric,
        request,
        E2connectionUpdateAcknowledge,
        requirement="An E2 CONNECTION UPDATE with a TransactionID only is acknowledged (E2AP 8.3.6.2)",
    )
    await serving(ric)


@case(
    id="E2AP-CONNUPD-202",
    title="An association that cannot be set up is told",
    clause=f"{_CLAUSE}.2, 8.3.6.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("E2connectionUpdate", "negative"),
)
async def tells_what_failed(ric: Peer) -> None:
    """Nobody answers at the address: it stands among those that failed, or all is refused."""
    ours = tnl_of(ric.address) if ric.address is not None else None
    nobody = _NOBODY if ours is None else TNLinformation(ours.tnl_address, _DISCARD)
    request = E2connectionUpdate(new_transaction(ric), (E2connectionUpdate_Item(nobody, "both"),))
    await _answered(ric, request, nobody, "to an address where nobody answers")


@case(
    id="E2AP-CONNUPD-203",
    title="The removal of an association that there is not is answered",
    clause=f"{_CLAUSE}.2, 8.3.6.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("E2connectionUpdate", "negative"),
)
async def answers_a_strange_removal(ric: Peer) -> None:
    """By either outcome; the association that there is stays."""
    removed = (E2connectionUpdateRemove_Item(_NOBODY),)
    request = E2connectionUpdate(new_transaction(ric), None, removed)
    await _answered(ric, request, _NOBODY, "that removes an association there is not")


@case(
    id="E2AP-CONNUPD-204",
    title="An association that the near-RT RIC asks for is opened, and tied to the E2 node",
    clause=f"{_CLAUSE}.2, 8.3.5.1; O-RAN.WG3.E2TS 6.2.1.5.1, 6.2.1.6.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "E2nodeConfigurationUpdate", "e2ts-6.2.1.5.1", "e2ts-6.2.1.6.1"),
)
async def opens_another_association(ric: Peer) -> None:
    """To the address where the node has found us. A node of one association only may refuse."""
    await further_association(ric)


@case(
    id="E2AP-CONNUPD-205",
    title="An association to another address of the near-RT RIC is opened there",
    clause=f"{_CLAUSE}.2, 8.3.5.1, 9.2.29",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "E2nodeConfigurationUpdate"),
)
async def opens_an_association_elsewhere(ric: Peer) -> None:
    """Another port of the same host: what stands among the associations that were set up is one that came up there."""
    second = await further_association(ric, await ric.listen(number=1))
    check(
        second in ric.rics,
        "An association that is confirmed is one to the address and port of its Transport Layer Information (9.2.29)",
        expected="it comes up at the address that was named",
        actual=f"association {second} came up at the first address",
    )


async def _answered(ric: Peer, request: E2connectionUpdate, nobody: TNLinformation, what: str) -> None:
    await ric.send(request, injected=True)
    response = await ric.expect(
        E2connectionUpdateAcknowledge,
        E2connectionUpdateFailure,
        where=answers(request),
        within=LONG_S,
        requirement=f"An E2 CONNECTION UPDATE {what} is answered by either outcome (E2AP 8.3.6)",
    )
    check_echo(request, response)
    if isinstance(response, E2connectionUpdateAcknowledge):
        done = [item.tnl_information for item in response.e2_connection_setup or ()]
        check(
            not any(same_address(each, nobody) for each in done),
            "An association that was not set up does not stand among those that were (E2AP 8.3.6.2)",
            expected="the address in the list of those that failed, or in none",
            actual=f"{says(response)} that confirms it",
        )
    await serving(ric)

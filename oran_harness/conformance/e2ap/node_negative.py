"""What is wrong, sent to an E2 node: protocol errors (E2AP 10 is clause 10 of 3GPP TS 36.413), wrong places."""

from collections.abc import Callable
from dataclasses import replace

from oran_harness.conformance.choices import Reporting, missing_function, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    about,
    accept,
    new_transaction,
    of,
    quiet,
    released,
    says,
    serving,
    subscribed,
    unharmed,
)
from oran_harness.conformance.expectations import ies_of
from oran_harness.model import Level
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.deviation import UNKNOWN_IE
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    E2setupResponse,
    ErrorIndication,
    RICindication,
    RICserviceUpdateAcknowledge,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps import Peer, check

KPM = ("service-model:KPM",)
_CLAUSE = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10"
_UNKNOWN_PROCEDURE = 250
_CRITICALITY = {"reject": 0x00, "ignore": 0x40}
_REJECTED_IE = ReceivedIe(UNKNOWN_IE, "unknown", "reject", b"\x00", 0)
Layout = Callable[[tuple[ReceivedIe, ...]], tuple[ReceivedIe, ...]]


@case(
    id="E2AP-NEG-201",
    title="Octets that cannot be decoded do not end the E2 node",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "syntax"),
)
async def survives_nonsense(ric: Peer) -> None:
    """One octet, a foreign message, octets all ones, a truncated message: it may report or close, and serves on."""
    await serving(ric)
    for octets in (b"\x00", b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 64, b"\x00\x08\x00\x7f\x00\x00\x03\x00"):
        await ric.send_octets(octets)
        await unharmed(ric, f"{len(octets)} octets that are no E2AP message")


@case(
    id="E2AP-NEG-202",
    title="64 KiB that cannot be decoded do not end the E2 node",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "syntax", "size"),
)
async def survives_much_nonsense(ric: Peer) -> None:
    """As many octets as no buffer of the field is made for."""
    await serving(ric)
    await ric.send_octets(b"\x00\x08" + b"\xa5" * 65534)
    await unharmed(ric, "65,536 octets that are no E2AP message")


@case(
    id="E2AP-NEG-203",
    title="An unknown procedure with criticality reject is reported",
    clause=f"{_CLAUSE}.3.4.1",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "unknown-procedure"),
)
async def reports_an_unknown_procedure(ric: Peer) -> None:
    """By an Error Indication; nothing of it is carried out."""
    await serving(ric)
    await ric.send_octets(_unknown_procedure("reject"))
    await ric.expect(
        ErrorIndication,
        requirement="An unknown procedure with criticality reject is told by an Error Indication (TS 36.413 10.3.4.1)",
    )
    await unharmed(ric, "an unknown procedure with criticality reject")


@case(
    id="E2AP-NEG-204",
    title="An unknown procedure with criticality ignore is ignored",
    clause=f"{_CLAUSE}.3.4.1",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "unknown-procedure"),
)
async def ignores_an_unknown_procedure(ric: Peer) -> None:
    """Without a word."""
    await serving(ric)
    await ric.send_octets(_unknown_procedure("ignore"))
    await ric.silence(
        ErrorIndication,
        lasting=quiet(ric),
        requirement="An unknown procedure with criticality ignore draws no Error Indication (TS 36.413 10.3.4.1)",
    )
    await unharmed(ric, "an unknown procedure with criticality ignore")


@case(
    id="E2AP-NEG-205",
    title="An answer that nobody asked for does not end the E2 node",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "state"),
)
async def survives_a_strange_answer(ric: Peer) -> None:
    """A RIC SERVICE UPDATE ACKNOWLEDGE without an update."""
    await serving(ric)
    await ric.send(RICserviceUpdateAcknowledge(new_transaction(ric)), injected=True)
    await unharmed(ric, "a RIC SERVICE UPDATE ACKNOWLEDGE that answers nothing")


@case(
    id="E2AP-NEG-206",
    title="A message of the wrong role does not end the E2 node",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "state"),
)
async def survives_its_own_messages(ric: Peer) -> None:
    """A RIC INDICATION, which only nodes send; it is never answered by a success of anything."""
    await serving(ric)
    function = next(iter(ric.functions), missing_function(ric))
    message = RICindication(ric.new_request_id(), function, 1, None, "report", b"\x00", b"\x00")
    await ric.send(message, injected=True)
    await unharmed(ric, "a RIC INDICATION from the near-RT RIC")


@case(
    id="E2AP-NEG-207",
    title="A subscription before the E2 SETUP RESPONSE does not succeed",
    clause="O-RAN.WG3.E2AP 8.3.1.1, 8.3.1.4",
    level=Level.MUST,
    under_test=NODE,
    needs=("association.fresh",),
    tags=("negative", "state"),
)
async def refuses_before_setup(ric: Peer) -> None:
    """E2 Setup is not over: whatever the node says, it is no RIC SUBSCRIPTION RESPONSE; then E2 Setup goes on."""
    request = await ric.expect(E2setupRequest)
    offered = request.ran_functions_added or ()
    early = _anything(ric, offered[0].ran_function_id if offered else missing_function(ric))
    await ric.send(early, injected=True)
    await ric.silence(
        RICsubscriptionResponse,
        lasting=quiet(ric),
        where=of(early),
        requirement="Before E2 Setup is over the E2 node admits no subscription (E2AP 8.3.1.4)",
    )
    if ric.here is not None:
        await ric.send(accept(ric, request))
    await unharmed(ric, "a RIC SUBSCRIPTION REQUEST before the E2 SETUP RESPONSE")


@case(
    id="E2AP-NEG-208",
    title="A subscription without its details is refused",
    clause=f"{_CLAUSE}.3.5",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=("negative", "missing-ie"),
)
async def refuses_a_missing_ie(ric: Peer) -> None:
    """RICsubscriptionDetails is mandatory, with criticality reject."""
    await _refused(ric, lambda ies: ies[:-1], "without RICsubscriptionDetails")


@case(
    id="E2AP-NEG-209",
    title="A subscription with an unknown IE of criticality reject is refused",
    clause=f"{_CLAUSE}.3.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=("negative", "unknown-ie"),
)
async def refuses_an_unknown_ie(ric: Peer) -> None:
    """Whoever sends it wants it understood."""
    await _refused(ric, lambda ies: (*ies, _REJECTED_IE), "with an unknown IE of criticality reject")


@case(
    id="E2AP-NEG-210",
    title="A subscription with an unknown IE of criticality ignore is served",
    clause=f"{_CLAUSE}.3.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=("negative", "unknown-ie"),
)
async def serves_despite_an_unknown_ie(ric: Peer) -> None:
    """As if the IE were not there."""
    plain = await subscribed(ric, reporting(ric))
    await released(ric, plain)
    ignored = replace(_REJECTED_IE, criticality="ignore")
    request = replace(plain, ric_request_id=ric.new_request_id())
    await ric.send(request, layout=(*ies_of(ric, request), ignored))
    answer = await ric.expect(
        RICsubscriptionResponse,
        RICsubscriptionFailure,
        ErrorIndication,
        where=about(request),
        requirement="A request with an unknown IE of criticality ignore is served without it (TS 36.413 10.3.4.2)",
    )
    check(
        isinstance(answer, RICsubscriptionResponse),
        "A request with an unknown IE of criticality ignore is served as if the IE were not there (TS 36.413 10.3.4.2)",
        expected="RICsubscriptionResponse, as to the same request without that IE",
        actual=says(answer),
    )


@case(
    id="E2AP-NEG-211",
    title="A subscription whose IEs stand in the wrong order is refused",
    clause=f"{_CLAUSE}.3.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=KPM,
    tags=("negative", "ie-order"),
)
async def refuses_the_wrong_order(ric: Peer) -> None:
    """The message is falsely constructed; that some nodes serve it does no harm, which makes this no must."""
    await _refused(ric, lambda ies: (ies[1], ies[0], *ies[2:]), "whose IEs stand in the wrong order")


@case(
    id="E2AP-NEG-212",
    title="A subscription with an IE that stands twice is refused",
    clause=f"{_CLAUSE}.3.6",
    level=Level.SHOULD,
    under_test=NODE,
    needs=KPM,
    tags=("negative", "repeated-ie"),
)
async def refuses_a_repeated_ie(ric: Peer) -> None:
    """The message is falsely constructed; that some nodes serve it does no harm, which makes this no must."""
    await _refused(ric, lambda ies: (*ies[:2], ies[1], *ies[2:]), "with RANfunctionID twice")


@case(
    id="E2AP-NEG-213",
    title="A second E2 SETUP RESPONSE does not end the E2 node",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    needs=("association.fresh",),
    tags=("negative", "state"),
)
async def survives_a_second_response(ric: Peer) -> None:
    """The same one again, a moment later."""
    request = await ric.expect(E2setupRequest)
    response: E2setupResponse = accept(ric, request)
    await ric.send(response)
    await serving(ric)
    await ric.send(response, injected=True)
    await unharmed(ric, "a second E2 SETUP RESPONSE")


async def _refused(ric: Peer, change: Layout, what: str) -> None:
    """A subscription that the node can serve, changed so that it must not: it is refused, and the node serves on."""
    plain = await subscribed(ric, reporting(ric))
    await released(ric, plain)
    request = replace(plain, ric_request_id=ric.new_request_id())
    await ric.send(request, layout=change(ies_of(ric, request)))
    answer = await ric.expect(
        RICsubscriptionFailure,
        RICsubscriptionResponse,
        ErrorIndication,
        where=about(request),
        requirement=f"A RIC SUBSCRIPTION REQUEST {what} is refused, by failure or Error Indication (TS 36.413 10.3)",
    )
    check(
        not isinstance(answer, RICsubscriptionResponse),
        f"A RIC SUBSCRIPTION REQUEST {what} is not carried out (TS 36.413 10.3)",
        expected="RICsubscriptionFailure or ErrorIndication",
        actual=says(answer),
    )
    await serving(ric)


def _anything(ric: Peer, function_id: int) -> RICsubscriptionRequest:
    """A subscription of something; nobody is to look into it."""
    return Reporting(function_id, "", b"\x00", b"\x00", "").request(ric.new_request_id())


def _unknown_procedure(criticality: str) -> bytes:
    """An initiating message of a procedure that there is not, with an empty container."""
    return bytes([0x00, _UNKNOWN_PROCEDURE, _CRITICALITY[criticality], 0x03, 0x00, 0x00, 0x00])

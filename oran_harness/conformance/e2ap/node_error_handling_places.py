"""What an E2 node does about messages that have no place, and about what is around a message (E2AP 10)."""

from collections.abc import Iterator
from dataclasses import replace

from oran_harness.conformance.choices import reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap import node_error_handling_requests as requests
from oran_harness.conformance.e2ap.node_scenery import (
    FIRST_EDITION,
    NODE,
    RETURN_S,
    accept,
    new_transaction,
    outcome,
    quiet,
    released,
    reset,
    says,
    serving,
    subscribed,
    unharmed,
)
from oran_harness.conformance.expectations import ies_of
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.deviation import UNKNOWN_IE
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer, check
from oran_harness.steps.answers import BREATH_S
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import node_offer, service_update, setup_request

_CLAUSE = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10"
_BEHIND = b"\x00\x00"
_IGNORED = ReceivedIe(UNKNOWN_IE, "unknown", "ignore", b"\x00", 0)
_UNKNOWN_PROCEDURE = 250
_CRITICALITY = {"reject": 0x00, "ignore": 0x40, "notify": 0x80}
_OUTCOME = {"initiatingMessage": 0x00, "successfulOutcome": 0x20, "unsuccessfulOutcome": 0x40}
_STRANGER = 99
"""The number of a node that is not the one under test."""


@case(
    id="E2AP-ERROR-241",
    title="Octets behind a request do not end the E2 node",
    clause="O-RAN.WG3.E2AP 9.4, 10",
    level=Level.MUST,
    under_test=NODE,
    needs=("service-model:KPM",),
    tags=("negative", "trailing-octets"),
)
async def survives_trailing_octets(ric: Peer) -> None:
    """Two octets behind a Delete, a Subscription and a Reset; whether such a request is served is not said."""
    await serving(ric)
    for asked in (requests.DELETION, requests.SUBSCRIPTION, requests.RESET):
        request = await asked.make(ric)
        octets = codec(ric.edition).encode(request) + _BEHIND
        await ric.send_octets(octets, stream=ric.stream_for(request))
        await unharmed(ric, f"{asked.title} with {len(_BEHIND)} octets behind it")


@case(
    id="E2AP-ERROR-242",
    title="An E2 SETUP RESPONSE with an unknown IE of criticality ignore completes E2 Setup",
    clause=f"{_CLAUSE}.3.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=("service-model:KPM",),
    tags=("E2setup", "negative", "unknown-ie", "reconnect"),
)
async def takes_a_response_with_an_unknown_ie(ric: Peer) -> None:
    """As if the IE were not there: a subscription is admitted as after the E2 Setup before."""
    plain = await subscribed(ric, reporting(ric))
    await released(ric, plain)
    await ric.close(how="abort")
    request = await ric.expect(m.E2setupRequest, within=RETURN_S, otherwise=Verdict.INCONC)
    response = accept(ric, request)
    await ric.send(response, layout=(*ies_of(ric, response), _IGNORED))
    await ric.pause(BREATH_S)
    answer = await outcome(ric, replace(plain, ric_request_id=ric.new_request_id()))
    check(
        isinstance(answer, m.RICsubscriptionResponse),
        "An E2 SETUP RESPONSE with an unknown IE of criticality ignore is taken as if the IE were not there (TS 36.413 "
        "10.3.4.2): what was admitted before is admitted again",
        expected=m.RICsubscriptionResponse.NAME,
        actual=says(answer),
    )


@case(
    id="E2AP-ERROR-243",
    title="An unknown procedure with criticality notify is reported",
    clause=f"{_CLAUSE}.3.4.1",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "unknown-procedure"),
)
async def notifies_of_an_unknown_procedure(ric: Peer) -> None:
    """It is ignored, and an Error Indication says so."""
    await serving(ric)
    await ric.send_octets(_procedure("notify"))
    await ric.expect(
        m.ErrorIndication,
        requirement="An unknown procedure with criticality notify is told by an Error Indication (TS 36.413 10.3.4.1)",
    )
    await unharmed(ric, "an unknown procedure with criticality notify")


@case(
    id="E2AP-ERROR-244",
    title="Answers of unknown procedures do not end the E2 node",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "unknown-procedure"),
)
async def survives_unknown_answers(ric: Peer) -> None:
    """Both outcomes, in all criticalities."""
    await serving(ric)
    for kind in ("successfulOutcome", "unsuccessfulOutcome"):
        for criticality in _CRITICALITY:
            if ric.here is not None:
                await ric.send_octets(_procedure(criticality, kind))
    await unharmed(ric, "answers of unknown procedures")


@case(
    id="E2AP-ERROR-245",
    title="Answers to what it never asked do not end the E2 node",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "state"),
)
async def survives_unasked_answers(ric: Peer) -> None:
    """With ids that no request had; that of E2 Removal, after which the node may go, is the last."""
    await serving(ric)
    for answer in _unasked(ric):
        await ric.send(answer, injected=True)
        await unharmed(ric, f"{answer.NAME} that answers nothing")


@case(
    id="E2AP-ERROR-246",
    title="A request that only an E2 node may send is not served",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    tags=("negative", "state"),
)
async def does_not_change_sides(ric: Peer) -> None:
    """Failure, Error Indication, silence and closing are fine; the success of what is not the RIC's to ask is not."""
    await serving(ric)
    offer = node_offer(edition=ric.edition, number=_STRANGER)
    ours: tuple[tuple[Message, type[Message]], ...] = (
        (setup_request(offer, new_transaction(ric)), m.E2setupResponse),
        (service_update(offer, new_transaction(ric)), m.RICserviceUpdateAcknowledge),
    )
    for request, _ in ours:
        if ric.here is None:
            break
        await ric.send(request, injected=True)
    await ric.silence(
        *(success for _, success in ours),
        lasting=quiet(ric),
        requirement="An E2 node does not serve what only an E2 node may ask a near-RT RIC for",
    )
    await unharmed(ric, "requests that only an E2 node may send")


@case(
    id="E2AP-ERROR-247",
    title="A Reset before the E2 SETUP RESPONSE does not succeed",
    clause=f"O-RAN.WG3.E2AP 8.3.1.1, 8.3.1.4; {_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    needs=(FRESH,),
    tags=("Reset", "negative", "state"),
)
async def refuses_a_reset_before_setup(ric: Peer) -> None:
    """As the first message it is a logical error: whatever the node says, it is no RESET RESPONSE; E2 Setup goes on."""
    request = await ric.expect(m.E2setupRequest)
    await ric.send(reset(ric), injected=True)
    await ric.silence(
        m.ResetResponse,
        lasting=quiet(ric),
        requirement="A RESET REQUEST as the first message on an association is a logical error (E2AP 8.3.1.4)",
    )
    if ric.here is not None:
        await ric.send(accept(ric, request))
    await unharmed(ric, "a RESET REQUEST before the E2 SETUP RESPONSE")


def _unasked(ric: Peer) -> Iterator[Message]:
    why = cause("misc/unspecified", ric.edition)
    yield m.ResetResponse(new_transaction(ric))
    yield m.E2nodeConfigurationUpdateAcknowledge(new_transaction(ric))
    yield m.E2setupFailure(new_transaction(ric), why)
    if ric.edition != FIRST_EDITION:
        yield m.RICserviceUpdateFailure(new_transaction(ric), why)
        yield m.E2RemovalResponse(new_transaction(ric))


def _procedure(criticality: str, outcome: str = "initiatingMessage") -> bytes:
    """A message of a procedure that there is not, with an empty container."""
    return bytes([_OUTCOME[outcome], _UNKNOWN_PROCEDURE, _CRITICALITY[criticality], 0x03, 0x00, 0x00, 0x00])

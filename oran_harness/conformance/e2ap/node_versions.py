"""An E2 node that meets messages of another edition of E2AP than its own (E2AP 9.3, 10 and change history)."""

from collections.abc import Iterator

from oran_harness.conformance.choices import missing_function, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    FIRST_EDITION,
    NODE,
    RESET_CAUSE,
    SELDOM_MS,
    about,
    accept,
    come_back,
    new_transaction,
    serves,
    serving,
    unharmed,
)
from oran_harness.conformance.expectations import answers
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import Cause, CauseServiceLayer
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import editions, tables
from oran_harness.steps import Peer
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import node_offer, setup_request

_CLAUSE = "O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.3"
_TAGS = ("negative", "versions")
_NEWEST = editions()[-1]
_LATER_PROCEDURES = (18, 20, 24)
"""RIC Service Load Status, RIC Subscription State Control and, after all editions known here, E2 Resource Status."""
_LONG_AGO = b"\x83\xaa\x7e\x80\x00\x00\x00\x00"
"""1970-01-01 as an NTP time stamp."""
_SERVICE_LAYER: Cause = ("serviceLayer", CauseServiceLayer(b"\x00"))


@case(
    id="E2AP-VERSION-201",
    title="An E2 SETUP RESPONSE of another edition does not end the E2 node",
    clause=f"{_CLAUSE}.5",
    level=Level.MUST,
    under_test=NODE,
    needs=(FRESH,),
    tags=("E2setup", *_TAGS),
)
async def survives_another_response(ric: Peer) -> None:
    """Of 1.01, or of the newest to a node of 1.01. What it does about an answer it cannot use is its own matter."""
    request = await ric.expect(m.E2setupRequest)
    other = FIRST_EDITION if ric.edition != FIRST_EDITION else _NEWEST
    response = setup_response(request, edition=other)
    if response is None:
        # A request of 1.01 has no TransactionID to repeat: the answer is one to another node's.
        response = setup_response(setup_request(node_offer(edition=other), 0), edition=other)
    assert response is not None
    await ric.send(response, edition=other, injected=True)
    if await serves(ric):
        return
    if ric.here is None:
        await come_back(ric, f"an E2 SETUP RESPONSE of E2AP {other}")
        return
    await ric.send(accept(ric, request))
    await serves(ric)


@case(
    id="E2AP-VERSION-202",
    title="Requests of procedures of later editions do not end the E2 node",
    clause=f"{_CLAUSE}.4.1",
    level=Level.MUST,
    under_test=NODE,
    tags=("unknown-procedure", *_TAGS),
)
async def survives_later_procedures(ric: Peer) -> None:
    """It may know them or not: any answer is fine, and none."""
    await serving(ric)
    for octets, stream in _later_requests(ric):
        if ric.here is not None:
            await ric.send_octets(octets, stream=stream)
    await unharmed(ric, "requests of procedures of later editions")


@case(
    id="E2AP-VERSION-203",
    title="A subscription with a start time is answered in any edition",
    clause=f"O-RAN.WG3.E2AP 8.2.1.2; {_CLAUSE}.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=("service-model:KPM",),
    tags=("RICsubscription", *_TAGS),
)
async def answers_a_start_time(ric: Peer) -> None:
    """The IE is of 3.00 and has criticality reject: an older node refuses; a newer one ignores a time long ago."""
    plain = reporting(ric, period_ms=SELDOM_MS).request(ric.new_request_id())
    request = m.RICsubscriptionRequest(
        plain.ric_request_id, plain.ran_function_id, plain.ric_subscription_details, _LONG_AGO
    )
    await ric.send(request, edition=_NEWEST, injected=True)
    await ric.expect(
        m.RICsubscriptionResponse,
        m.RICsubscriptionFailure,
        m.ErrorIndication,
        where=about(request),
        requirement="A RIC SUBSCRIPTION REQUEST with RICsubscriptionStartTime is answered by either outcome, whether "
        "the E2 node knows that IE or not (E2AP 8.2.1, TS 36.413 10.3.4.2)",
    )
    await unharmed(ric, "a RIC SUBSCRIPTION REQUEST with RICsubscriptionStartTime")


@case(
    id="E2AP-VERSION-204",
    title="A Reset with a cause of a later edition is carried out",
    clause=f"{_CLAUSE}.4.2; O-RAN.WG3.E2AP 9.1.2.5",
    level=Level.MUST,
    under_test=NODE,
    needs=("procedure:Reset", "e2ap:2.03"),
    tags=("Reset", *_TAGS),
)
async def resets_for_a_later_cause(ric: Peer) -> None:
    """Cause is extensible and has criticality ignore here: a node that cannot name it resets all the same."""
    plain = m.ResetRequest(new_transaction(ric), RESET_CAUSE)
    await ric.send(plain)
    await ric.expect(m.ResetResponse, where=answers(plain), otherwise=Verdict.INCONC)
    request = m.ResetRequest(new_transaction(ric), _SERVICE_LAYER)
    await ric.send(request, edition=_NEWEST, injected=True)
    await ric.expect(
        m.ResetResponse,
        where=answers(request),
        requirement="A RESET REQUEST is carried out whatever its Cause, an IE of criticality ignore (TS 36.413 "
        "10.3.4.2)",
        refusable=False,
    )


def _later_requests(ric: Peer) -> Iterator[tuple[bytes, int]]:
    """Requests that a near-RT RIC of a later edition may send, with their streams."""
    function = next(iter(ric.functions), missing_function(ric))
    known = tables(ric.edition).procedures
    requests: tuple[Message, ...] = (
        m.RICsubscriptionModificationRequest(ric.new_request_id(), function),
        m.RICqueryRequest(ric.new_request_id(), function, b"\x00", b"\x00"),
        m.RICsubscriptionAuditRequest(ric.new_request_id()),
    )
    for request in requests:
        if request.PROCEDURE_CODE not in known:
            yield codec(_NEWEST).encode(request), ric.stream_for(request)
    for code in _LATER_PROCEDURES:
        if code not in known:
            yield bytes([0x00, code, 0x00, 0x03, 0x00, 0x00, 0x00]), 0

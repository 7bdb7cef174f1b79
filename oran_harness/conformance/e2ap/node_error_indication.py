"""Error Indication with an E2 node under test (E2AP 8.3.3, and clause 10)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, accept, new_transaction, quiet, says, serving, unharmed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.messages import E2setupRequest, ErrorIndication
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause

_CLAUSE = "O-RAN.WG3.E2AP 8.3.3"
_GLOBAL_RIC_ID = 4
_SYNTAX_ERRORS = (
    ("protocol", "transfer-syntax-error"),
    ("protocol", "abstract-syntax-error-reject"),
    ("protocol", "abstract-syntax-error-ignore-and-notify"),
    ("protocol", "abstract-syntax-error-falsely-constructed-message"),
)


@case(
    id="E2AP-ERRIND-201",
    title="An E2 SETUP RESPONSE that cannot be decoded draws an Error Indication",
    clause=f"{_CLAUSE}.2, 10; 3GPP TS 36.413 10.2; O-RAN.WG3.E2TS 6.2.1.3.1",
    level=Level.SHOULD,
    under_test=NODE,
    needs=("association.fresh",),
    tags=("ErrorIndication", "negative", "e2ts-6.2.1.3.1"),
)
async def tells_of_a_syntax_error(ric: Peer) -> None:
    """Its Global RIC ID is cut short; the cause names an error of syntax, or Criticality Diagnostics stand for it."""
    request = await ric.expect(E2setupRequest)
    whole = codec(ric.edition).decode(codec(ric.edition).encode(accept(ric, request)))
    assert whole.message is not None
    cut = tuple(
        ReceivedIe(ie.id, ie.name, ie.criticality, ie.octets[:2], 0) if ie.id == _GLOBAL_RIC_ID else ie
        for ie in whole.ies
    )
    await ric.send(whole.message, layout=cut)
    report = await ric.expect(
        ErrorIndication,
        requirement="A message that cannot be decoded is told by an Error Indication (TS 36.413 10.2)",
    )
    check(
        report.cause in _SYNTAX_ERRORS or (report.cause is None and report.criticality_diagnostics is not None),
        "The cause of the Error Indication is an error of syntax (E2TS 6.2.1.3.1)",
        expected=" or ".join(value for _, value in _SYNTAX_ERRORS),
        actual=says(report),
    )


@case(
    id="E2AP-ERRIND-202",
    title="An Error Indication is not answered by another one",
    clause=f"{_CLAUSE}, 10; 3GPP TS 36.413 10.5",
    level=Level.MUST,
    under_test=NODE,
    tags=("ErrorIndication", "positive"),
)
async def takes_an_error_indication(ric: Peer) -> None:
    """One about a subscription that never was, and one about nothing that can be named."""
    await serving(ric)
    why = cause("semantic-error", ric.edition)
    first = ErrorIndication(None, ric.new_request_id(), next(iter(ric.functions), 1), why)
    second = ErrorIndication(new_transaction(ric), None, None, why)
    for report in (first, second):
        await ric.send(report)
        await ric.silence(
            ErrorIndication,
            lasting=quiet(ric),
            requirement="An Error Indication never draws another one (TS 36.413 10.5)",
        )
    await unharmed(ric, "an Error Indication")

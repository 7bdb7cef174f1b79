"""E2 Setup with an E2 node under test (E2AP 8.3.1)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    FIRST_EDITION,
    NODE,
    RETURN_S,
    accept,
    come_back,
    quiet,
    serves,
    serving,
)
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.elements import Cause, RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, ErrorIndication
from oran_harness.steps import Peer, check, not_applicable
from oran_harness.steps.causes import cause

FRESH = ("association.fresh",)
_CLAUSE = "O-RAN.WG3.E2AP 8.3.1"
_TAGS = ("E2setup", "positive")
_LOADED: Cause = ("misc", "control-processing-overload")
_TIME_TO_WAIT_S = 2


@case(
    id="E2AP-SETUP-201",
    title="The E2 SETUP REQUEST holds functions and components that a near-RT RIC can use",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 6.2.1.1.1",
    level=Level.MUST,
    under_test=NODE,
    needs=FRESH,
    tags=(*_TAGS, "e2ts-6.2.1.1.1"),
)
async def offers_what_can_be_used(ric: Peer) -> None:
    """Function ids 1..4095, each once, with definition and OID; from 2.03 on one at least, and one component."""
    request = await _begun(ric)
    functions = request.ran_functions_added or ()
    check(
        bool(functions) or ric.edition == FIRST_EDITION,
        "The E2 node offers at least one RAN function in E2 SETUP REQUEST (E2AP 9.1.2.2)",
        expected="RANfunctionsAdded with one function or more",
        actual="no function",
    )
    numbers = [function.ran_function_id for function in functions]
    check(
        0 not in numbers,
        "RAN Function ID 0 is reserved for the near-RT RIC (E2AP 9.2.8)",
        expected="ids from 1 to 4095",
        actual=f"ids {numbers}",
    )
    check(
        len(set(numbers)) == len(numbers),
        "Each RAN Function ID names one function (E2AP 9.2.8)",
        expected="each id once",
        actual=f"ids {numbers}",
    )
    empty = [function.ran_function_id for function in functions if not function.ran_function_definition]
    check(
        not empty,
        "Each RAN function comes with its definition (E2AP 9.2.23)",
        expected="a definition for each function",
        actual=f"empty definitions of functions {empty}",
    )
    if ric.edition != FIRST_EDITION:
        nameless = [function.ran_function_id for function in functions if not function.ran_function_oid]
        check(
            not nameless,
            "Each RAN function names its service model (E2AP 9.2.31)",
            expected="a RAN Function OID for each function",
            actual=f"no OID for functions {nameless}",
        )
        check(
            bool(request.e2_node_component_config_addition),
            "The E2 node declares at least one component (E2AP 9.1.2.2)",
            expected="E2nodeComponentConfigAddition with one item or more",
            actual="no component",
        )
    await ric.send(accept(ric, request))
    await _stays(ric, "the E2 SETUP RESPONSE that accepts everything")


@case(
    id="E2AP-SETUP-202",
    title="E2 SETUP REQUEST is the first message on the first association",
    clause=f"{_CLAUSE}.1",
    level=Level.MUST,
    under_test=NODE,
    needs=FRESH,
    tags=_TAGS,
)
async def begins_with_setup(ric: Peer) -> None:
    """Nothing may come before it."""
    first = await ric.expect(Message, refusable=False)
    check(
        isinstance(first, E2setupRequest),
        "E2 Setup is the first procedure after the association is up (E2AP 8.3.1.1)",
        expected="E2setupRequest",
        actual=first.NAME,
    )
    assert isinstance(first, E2setupRequest)
    await ric.send(accept(ric, first))


@case(
    id="E2AP-SETUP-203",
    title="A refused E2 Setup does not end the E2 node",
    clause=f"{_CLAUSE}.3",
    level=Level.MUST,
    under_test=NODE,
    needs=FRESH,
    tags=("E2setup", "negative"),
)
async def survives_a_refusal(ric: Peer) -> None:
    """Without Time to Wait it may come again when it likes; its next E2 Setup is accepted."""
    request = await _begun(ric)
    await ric.send(E2setupFailure(request.transaction_id, _LOADED))
    await come_back(ric, "a refused E2 Setup")
    await _stays(ric, "the E2 SETUP RESPONSE after a refusal")


@case(
    id="E2AP-SETUP-204",
    title="The E2 node keeps quiet for Time to Wait after a refused E2 Setup",
    clause=f"{_CLAUSE}.3",
    level=Level.MUST,
    under_test=NODE,
    needs=FRESH,
    tags=("E2setup", "negative", "slow"),
)
async def keeps_quiet_for_time_to_wait(ric: Peer) -> None:
    """At least that long; on whatever association it comes back."""
    request = await _begun(ric)
    await ric.send(E2setupFailure(request.transaction_id, _LOADED, _TIME_TO_WAIT_S))
    await ric.silence(
        E2setupRequest,
        lasting=_TIME_TO_WAIT_S,
        requirement="The E2 node waits at least Time to Wait before it starts E2 Setup again (E2AP 8.3.1.3)",
    )
    await ric.expect(E2setupRequest, within=RETURN_S, otherwise=Verdict.INCONC)


@case(
    id="E2AP-SETUP-205",
    title="An E2 SETUP RESPONSE that rejects every function is taken as it is",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=FRESH,
    tags=("E2setup", "negative"),
)
async def takes_rejected_functions(ric: Peer) -> None:
    """It is a successful outcome: no Error Indication follows."""
    request = await _begun(ric)
    functions = request.ran_functions_added or ()
    why = cause("ran-function-not-supported", ric.edition)
    rejected = tuple(RANfunctionIDcause_Item(each.ran_function_id, why) for each in functions)
    if not rejected:
        raise not_applicable("the node offers no function that could be rejected")
    response = accept(ric, request)
    await ric.send(replace(response, ran_functions_accepted=None, ran_functions_rejected=rejected))
    await _stays(ric, "an E2 SETUP RESPONSE that rejects all functions")


@case(
    id="E2AP-SETUP-206",
    title="After the loss of its association the E2 node begins with E2 Setup again",
    clause=f"{_CLAUSE}.1",
    level=Level.MUST,
    under_test=NODE,
    tags=(*_TAGS, "reconnect"),
)
async def sets_up_again(ric: Peer) -> None:
    """The association is aborted; when the node comes back, E2 SETUP REQUEST is its first message."""
    await ric.close(how="abort")
    await ric.open(within=RETURN_S)
    first = await ric.expect(Message, refusable=False)
    check(
        isinstance(first, E2setupRequest),
        "E2 Setup is the first procedure after the association is up (E2AP 8.3.1.1)",
        expected="E2setupRequest",
        actual=first.NAME,
    )
    assert isinstance(first, E2setupRequest)
    await ric.send(accept(ric, first))
    await serving(ric)


@case(
    id="E2AP-SETUP-207",
    title="A request right behind the E2 SETUP RESPONSE is answered",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=FRESH,
    tags=(*_TAGS, "limits"),
)
async def reads_what_follows_at_once(ric: Peer) -> None:
    """With the response E2 Setup is complete, and a near-RT RIC may go on at once."""
    request = await _begun(ric)
    await ric.send(accept(ric, request))
    check(
        await serves(ric),
        "The E2 node answers a request that comes right behind the E2 SETUP RESPONSE (E2AP 8.3.1.2)",
        expected="an answer, whatever it says",
        actual="none in the time that a node has to answer",
    )


async def _begun(ric: Peer) -> E2setupRequest:
    return await ric.expect(
        E2setupRequest, requirement="The E2 node starts E2 Setup when its association is up (E2AP 8.3.1.1)"
    )


async def _stays(ric: Peer, what: str) -> None:
    """No Error Indication follows on the association; whether it stays, and whether E2 Setup is repeated, is open."""
    await ric.silence(
        ErrorIndication,
        association=ric.here,
        lasting=quiet(ric),
        requirement=f"The E2 node takes {what}: no Error Indication follows",
    )

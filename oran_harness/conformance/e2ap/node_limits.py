"""An E2 node at the limits of what a message can hold: ids, counts, sizes, and nothing at all (E2AP 9.2, 9.3)."""

from dataclasses import replace

from oran_harness.conformance.choices import controlling, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    RESET_CAUSE,
    SELDOM_MS,
    about,
    accepted_functions,
    new_transaction,
    refused,
    released,
    says,
    serving,
    subscribed,
    unharmed,
)
from oran_harness.conformance.expectations import ask, ask_echoed, check_echo
from oran_harness.model import Level
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import (
    RANfunctionID_Item,
    RICaction_ToBeSetup_Item,
    RICrequestID,
    RICsubscriptionDetails,
)
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer, check, unsupported

KPM = ("service-model:KPM",)
CONTROL = ("procedure:RICcontrol", "service-model:RC")
_SUBSCRIPTION = ("RICsubscription", "negative", "limits")
_CONTROL = ("RICcontrol", "negative", "limits")
_MOST_ACTIONS = 16
_MOST_FUNCTIONS = 256
_LONG = b"\xff" * 65536
_BOUNDS = ((0, 65535), (65535, 0))
_LEAST_FUNCTION, _LAST_FUNCTION = 0, 4095
_CALL_PROCESSES = (b"\x00", b"\xff" * 150)


@case(
    id="E2AP-LIMIT-201",
    title="The answer to a Reset repeats the TransactionID, also 0 and 255",
    clause="O-RAN.WG3.E2AP 8.3.2.2, 9.2.33",
    level=Level.MUST,
    under_test=NODE,
    needs=("procedure:Reset", "e2ap:2.03"),
    tags=("Reset", "positive", "limits"),
)
async def repeats_transaction_ids(ric: Peer) -> None:
    """Both bounds of TransactionID."""
    for number in (0, 255):
        request = m.ResetRequest(number, RESET_CAUSE)
        await ric.send(request)
        response = await ric.expect(
            m.ResetResponse,
            requirement="The E2 node answers RESET REQUEST with RESET RESPONSE (E2AP 8.3.2.2)",
        )
        check_echo(request, response)


@case(
    id="E2AP-LIMIT-202",
    title="Each of 16 actions is admitted or not admitted, once",
    clause="O-RAN.WG3.E2AP 8.2.1.2, 9.1.1.1",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=("RICsubscription", "positive", "limits"),
)
async def accounts_for_sixteen_actions(ric: Peer) -> None:
    """As many as a subscription may have; how many the node serves is its own choice."""
    possible = await subscribed(ric, reporting(ric))
    await released(ric, possible)
    details = possible.ric_subscription_details
    assert details is not None
    one = details.ric_action_to_be_setup_list[0]
    actions = tuple(replace(one, ric_action_id=number) for number in range(_MOST_ACTIONS))
    request = replace(
        possible,
        ric_request_id=ric.new_request_id(),
        ric_subscription_details=replace(details, ric_action_to_be_setup_list=actions),
    )
    answer: m.RICsubscriptionResponse | m.RICsubscriptionFailure = await ask(
        ric,
        request,
        m.RICsubscriptionResponse,
        m.RICsubscriptionFailure,
        requirement="A RIC SUBSCRIPTION REQUEST with 16 actions is answered by either outcome (E2AP 8.2.1)",
    )
    if isinstance(answer, m.RICsubscriptionFailure):
        raise unsupported(f"the E2 node admits none of 16 actions of one subscription: {says(answer)}")
    told = [item.ric_action_id for item in answer.ric_actions_admitted or ()]
    told += [item.ric_action_id for item in answer.ric_actions_not_admitted or ()]
    check(
        sorted(told) == list(range(_MOST_ACTIONS)),
        "Each action that was requested stands in exactly one of the lists of the response (E2AP 8.2.1.2)",
        expected="actions 0 to 15, each once",
        actual=f"actions {sorted(told)}",
    )


@case(
    id="E2AP-LIMIT-203",
    title="A subscription with 64 KiB of action definition is answered",
    clause="O-RAN.WG3.E2AP 8.2.1.4, 9.2.12",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=(*_SUBSCRIPTION, "size"),
)
async def answers_a_long_definition(ric: Peer) -> None:
    """No definition of its service model: it is refused, or the association ends. Then the node serves on."""
    await serving(ric)
    report = reporting(ric, period_ms=SELDOM_MS)
    request = report.request(ric.new_request_id(), actions=(report.action(1, _LONG),))
    await _answered(ric, request, m.RICsubscriptionFailure, m.RICsubscriptionResponse, what="64 KiB of definition")


@case(
    id="E2AP-LIMIT-204",
    title="A control with a message of 64 KiB is answered",
    clause="O-RAN.WG3.E2AP 8.2.4.3, 9.2.21",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL,
    tags=(*_CONTROL, "size"),
)
async def answers_a_long_control(ric: Peer) -> None:
    """No message of its service model: it is refused, or the association ends. Then the node serves on."""
    await serving(ric)
    request = replace(controlling(ric).request(ric.new_request_id()), ric_control_message=_LONG)
    await _answered(ric, request, m.RICcontrolFailure, m.RICcontrolAcknowledge, what="a message of 64 KiB")


@case(
    id="E2AP-LIMIT-205",
    title="A control with an empty header is refused",
    clause="O-RAN.WG3.E2AP 8.2.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL,
    tags=_CONTROL,
)
async def refuses_an_empty_header(ric: Peer) -> None:
    """An octet string may be empty; the header of a control of E2SM-RC may not."""
    request = replace(controlling(ric).request(ric.new_request_id()), ric_control_header=b"")
    await refused(
        ric,
        request,
        m.RICcontrolFailure,
        requirement="A RIC CONTROL REQUEST whose header cannot be read is refused (E2AP 8.2.4.3)",
    )
    await unharmed(ric, "a control with an empty header")


@case(
    id="E2AP-LIMIT-206",
    title="A subscription with an empty event trigger is refused",
    clause="O-RAN.WG3.E2AP 8.2.1.4",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_SUBSCRIPTION,
)
async def refuses_an_empty_trigger(ric: Peer) -> None:
    """An octet string may be empty; an event trigger of E2SM-KPM may not."""
    request = reporting(ric).request(ric.new_request_id(), trigger=b"")
    await ric.send(request, injected=True)
    answer = await ric.expect(
        m.RICsubscriptionFailure,
        m.RICsubscriptionResponse,
        m.ErrorIndication,
        where=about(request),
        requirement="A RIC SUBSCRIPTION REQUEST with an empty event trigger is refused (E2AP 8.2.1.4)",
    )
    check(
        not (isinstance(answer, m.RICsubscriptionResponse) and answer.ric_actions_admitted),
        "A RIC SUBSCRIPTION REQUEST whose event trigger cannot be read is refused (E2AP 8.2.1.4)",
        expected="RICsubscriptionFailure",
        actual=says(answer),
    )
    await unharmed(ric, "a subscription with an empty event trigger")


@case(
    id="E2AP-LIMIT-207",
    title="RICrequestIDs of controls are kept at their bounds",
    clause="O-RAN.WG3.E2AP 8.2.4, 9.2.7",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL,
    tags=("RICcontrol", "positive", "limits"),
)
async def keeps_request_ids(ric: Peer) -> None:
    """One half 0 and the other 65535; the answer may be either outcome."""
    control = controlling(ric)
    for requestor, instance in _BOUNDS:
        request = control.request(RICrequestID(requestor, instance))
        await ask_echoed(
            ric,
            request,
            m.RICcontrolAcknowledge,
            m.RICcontrolFailure,
            requirement="A RIC CONTROL REQUEST is answered under its own RICrequestID (E2AP 8.2.4)",
        )


@case(
    id="E2AP-LIMIT-208",
    title="A Service Query that lists 256 functions is served",
    clause="O-RAN.WG3.E2AP 8.3.4A.2, 9.1.2.10",
    level=Level.MUST,
    under_test=NODE,
    needs=("procedure:RICserviceQuery",),
    tags=("RICserviceQuery", "negative", "limits"),
)
async def serves_a_long_query(ric: Peer) -> None:
    """The node's own functions, and such as it does not have: the update that follows deletes all of these."""
    known = {item.ran_function_id: item for item in accepted_functions(ric)}
    strange = [number for number in range(4095, 0, -1) if number not in ric.functions]
    wanted = set(strange[: _MOST_FUNCTIONS - len(known)])
    if not wanted:
        return
    listed = [*known.values(), *(RANfunctionID_Item(number, 0) for number in wanted)]
    listed.sort(key=lambda item: item.ran_function_id)
    await ric.send(m.RICserviceQuery(new_transaction(ric), tuple(listed)))
    update = await ric.expect(
        m.RICserviceUpdate,
        where=lambda update: bool(update.ran_functions_deleted),
        requirement="RIC SERVICE QUERY with functions that the E2 node does not offer makes it start a RIC Service "
        "Update that deletes them (E2AP 8.3.4A.2)",
    )
    deleted = {item.ran_function_id for item in update.ran_functions_deleted or ()}
    check(
        deleted >= wanted,
        "The RIC SERVICE UPDATE after a RIC SERVICE QUERY deletes what only the query has (E2AP 8.3.4A.2)",
        expected=f"{len(wanted)} functions in RANfunctionsDeleted",
        actual=f"{len(deleted)} functions",
    )


@case(
    id="E2AP-LIMIT-209",
    title="Subscriptions to RAN functions 0 and 4095 are refused where there are none such",
    clause="O-RAN.WG3.E2AP 8.2.1.4, 9.2.8",
    level=Level.MUST,
    under_test=NODE,
    tags=_SUBSCRIPTION,
)
async def refuses_functions_at_the_bounds(ric: Peer) -> None:
    """0 is reserved, and no function of any node."""
    for number in (_LEAST_FUNCTION, _LAST_FUNCTION):
        if number in ric.functions:
            continue
        details = RICsubscriptionDetails(b"\x00", (RICaction_ToBeSetup_Item(1, "report", b"\x00"),))
        request = m.RICsubscriptionRequest(ric.new_request_id(), number, details)
        await ask_echoed(
            ric,
            request,
            m.RICsubscriptionFailure,
            requirement="A RIC SUBSCRIPTION REQUEST for an unknown RAN function is refused (E2AP 8.2.1.4)",
            injected=True,
        )


@case(
    id="E2AP-LIMIT-210",
    title="A control of a call process that there is not is refused",
    clause="O-RAN.WG3.E2AP 8.2.4.3, 9.2.18",
    level=Level.MUST,
    under_test=NODE,
    needs=CONTROL,
    tags=_CONTROL,
)
async def refuses_unknown_call_processes(ric: Peer) -> None:
    """No insert has been indicated: any RICcallProcessID is invalid, of one octet or of 150."""
    for name in _CALL_PROCESSES:
        request = replace(controlling(ric).request(ric.new_request_id()), ric_call_process_id=name)
        await refused(
            ric,
            request,
            m.RICcontrolFailure,
            requirement="A RIC CONTROL REQUEST with an invalid RICcallProcessID is refused (E2AP 8.2.4.3)",
        )


async def _answered(ric: Peer, request: Message, refusal: type[Message], success: type[Message], what: str) -> None:
    """The request is refused, at least in part, or the association ends; the node serves on."""
    association = ric.here
    await ric.send(request, injected=True)
    answer: Message | None = await ric.hear(
        refusal, success, m.ErrorIndication, where=about(request), association=association
    )
    check(
        answer is not None or ric.here != association,
        f"A request with {what} is answered like any other (E2AP 8.2)",
        expected=f"{refusal.NAME}, or an ErrorIndication",
        actual="silence, on an association that stands",
    )
    await unharmed(ric, f"a request with {what}")

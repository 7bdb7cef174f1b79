"""E2 nodes that misbehave at the limits of what a message can hold (E2AP 9.2, 9.3)."""

from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Ignoring, Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import longer_than, of
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICaction_Admitted_Item
from oran_harness.protocols.e2ap.message import Message

NODE = Role.E2_NODE
FIRST_EDITION = "1.01"
_RECEIVE_BUFFER = 16_384
_ACTIONS = 8
_FUNCTIONS = 64


def _seven_bits(response: Any) -> Any:
    number = response.transaction_id
    return response if number is None else replace(response, transaction_id=number & 0x7F)


def _one_octet(answer: Any) -> Any:
    name = answer.ric_request_id
    return replace(answer, ric_request_id=replace(name, ric_instance_id=name.ric_instance_id & 0xFF))


def _first_actions(request: Any) -> Any:
    details = request.ric_subscription_details
    return replace(
        request,
        ric_subscription_details=replace(
            details, ric_action_to_be_setup_list=details.ric_action_to_be_setup_list[:_ACTIONS]
        ),
    )


def _first_functions(query: Any) -> Any:
    return replace(query, ran_functions_accepted=query.ran_functions_accepted[-_FUNCTIONS:])


def _acknowledged(request: Any, edition: str) -> Message:
    plain = m.RICcontrolAcknowledge(request.ric_request_id, request.ran_function_id)
    return replace(plain, ric_control_status="success") if edition == FIRST_EDITION else plain


def _admitted(request: Any, edition: str) -> Message:
    items = request.ric_subscription_details.ric_action_to_be_setup_list
    admitted = tuple(RICaction_Admitted_Item(item.ric_action_id) for item in items)
    return m.RICsubscriptionResponse(request.ric_request_id, request.ran_function_id, admitted)


FLAWS = (
    Flaw(
        "node-transaction-id-seven-bits",
        "Keeps seven bits of the TransactionID of a Reset",
        NODE,
        None,
        lambda actor: Rewriting(actor, m.ResetResponse, _seven_bits),
        ("E2AP-LIMIT-201", "E2AP-ANSWER-ID"),
    ),
    Flaw(
        "node-eight-actions",
        "Reads the first 8 actions of a subscription",
        NODE,
        None,
        lambda actor: Mishearing(
            actor,
            of(m.RICsubscriptionRequest, where=lambda request: request.ric_subscription_details is not None),
            _first_actions,
        ),
        ("E2AP-LIMIT-202", "E2AP-ACTIONS-ANSWERED"),
    ),
    Flaw(
        "node-buffer-of-16-kib",
        "Loses messages of more than 16 KiB",
        NODE,
        None,
        lambda actor: Ignoring(actor, longer_than(_RECEIVE_BUFFER)),
        ("E2AP-LIMIT-203", "E2AP-LIMIT-204"),
    ),
    Flaw(
        "node-empty-header-executed",
        "Acknowledges a control whose header is empty",
        NODE,
        None,
        lambda actor: Answering(
            actor, of(m.RICcontrolRequest, where=lambda request: request.ric_control_header == b""), _acknowledged
        ),
        ("E2AP-LIMIT-205",),
    ),
    Flaw(
        "node-empty-trigger-admitted",
        "Admits a subscription whose event trigger is empty",
        NODE,
        None,
        lambda actor: Answering(
            actor,
            of(
                m.RICsubscriptionRequest,
                where=lambda request: request.ric_subscription_details.ric_event_trigger_definition == b"",
            ),
            _admitted,
        ),
        ("E2AP-LIMIT-206",),
    ),
    Flaw(
        "node-control-instance-of-one-octet",
        "Keeps one octet of the RICinstanceID of a control",
        NODE,
        None,
        lambda actor: Rewriting(actor, m.RICcontrolAcknowledge, _one_octet),
        ("E2AP-LIMIT-207", "E2AP-ANSWER-ID"),
    ),
    Flaw(
        "node-query-of-64-functions",
        "Reads the last 64 functions of a Service Query",
        NODE,
        None,
        lambda actor: Mishearing(
            actor,
            of(m.RICserviceQuery, where=lambda query: query.ran_functions_accepted is not None),
            _first_functions,
        ),
        ("E2AP-LIMIT-208",),
    ),
    Flaw(
        "node-function-zero-admitted",
        "Admits a subscription to RAN function 0",
        NODE,
        None,
        lambda actor: Answering(
            actor, of(m.RICsubscriptionRequest, where=lambda request: request.ran_function_id == 0), _admitted
        ),
        ("E2AP-LIMIT-209", "E2AP-UNKNOWN-FUNCTION-SERVED"),
    ),
    Flaw(
        "node-any-call-process",
        "Acknowledges a control of a call process that there is not",
        NODE,
        None,
        lambda actor: Answering(
            actor, of(m.RICcontrolRequest, where=lambda request: request.ric_call_process_id is not None), _acknowledged
        ),
        ("E2AP-LIMIT-210",),
    ),
)
"""One flaw each."""

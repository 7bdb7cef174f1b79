"""What the RIC answers to what a node starts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from oran_harness.model.role import Role
from oran_harness.peers.near_rt_ric import assistance
from oran_harness.peers.near_rt_ric.arguments import Unfit
from oran_harness.peers.near_rt_ric.node_functions import find_function
from oran_harness.peers.near_rt_ric.pending import Pending
from oran_harness.peers.near_rt_ric.rc_requests import insert_answer
from oran_harness.peers.protocol_errors import refusal
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import Cause, CriticalityDiagnostics, RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.engine import AssociationState
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models import identify
from oran_harness.steps.answers import answer, setup_response
from oran_harness.steps.causes import FIRST_EDITION, cause

if TYPE_CHECKING:
    from oran_harness.peers.near_rt_ric.session import Session

_ENDED_BY_ERROR = (4, 16)
"""RIC Control and RIC Query end with an Error Indication that names them (8.2.4.4, 8.2.7.4)."""
_OF_SUBSCRIPTIONS = (8, 9, 14)
"""An Error Indication about these has no stated effect: their timers run on."""


def answer_node(session: "Session", message: Message, report: CriticalityDiagnostics | None, now: float) -> None:
    """Do what an initiating message of the node asks for."""
    if isinstance(message, m.E2setupRequest):
        _set_up(session, message, report, now)
    elif isinstance(message, m.RICsubscriptionDeleteRequired):
        _delete_required(session, message, now)
    elif isinstance(message, m.ErrorIndication):
        _reported(session, message)
    elif isinstance(message, m.ResetRequest):
        session.release("a Reset of the node ended it")
        _plainly(session, message, report, now)
    elif isinstance(message, m.E2RemovalRequest):
        session.release("the node removed the E2 interface")
        _plainly(session, message, report, now)
    elif isinstance(message, m.E2nodeConfigurationUpdate) and session.engine.state is AssociationState.JOINING:
        _join(session, message, report, now)
    elif isinstance(message, m.RICsubscriptionModificationRequired) and not session.config.confirm_modifications:
        why = cause("ricRequest/unspecified", session.edition)
        session.respond(refusal(message, why, session.edition), report, now)
    elif isinstance(message, m.RICserviceUpdate) and session.config.service_models is not None:
        _update_in_part(session, message, report, now)
    elif isinstance(message, m.RICassistanceRequest):
        assistance.asked(session, message, report, now)
    elif isinstance(message, m.RICassistanceHalt):
        assistance.halted(session, message)
    else:
        _plainly(session, message, report, now)


def _plainly(session: "Session", message: Message, report: CriticalityDiagnostics | None, now: float) -> None:
    given = _plain(session, message)
    if given is not None:
        session.respond(given, report, now)


def _plain(session: "Session", message: Message) -> Message | None:
    return answer(
        message,
        by=Role.NEAR_RT_RIC,
        engine=session.engine,
        edition=session.edition,
        identity=session.shared.identity,
    )


def _set_up(session: "Session", message: m.E2setupRequest, report: CriticalityDiagnostics | None, now: float) -> None:
    """E2 Setup (8.3.1): accepted again and again; what was agreed before is replaced, so nothing of it goes on."""
    config, edition = session.config, session.edition
    if session.shared.refused < config.refuse_setups:
        session.shared.refused += 1
        why = cause("misc/unspecified", edition)
        session.respond(refusal(message, why, edition, time_to_wait=config.time_to_wait), report, now)
        return
    response = setup_response(
        message, edition=edition, identity=session.shared.identity, rejected=_rejected(session, message)
    )
    if response is None:
        session.say(refusal(message, cause("protocol/unspecified", edition), edition), now)
        return
    session.release("the node set up the E2 interface anew")
    session.respond(response, report, now)
    session.is_new = session.is_up


def _rejected(session: "Session", message: m.E2setupRequest) -> dict[int, Cause]:
    """Functions that are offered twice, of service models that the RIC does not take, and those beyond its room."""
    items = present(message.ran_functions_added, "ran_function_id")
    often = Counter(item.ran_function_id for item in items)
    twice = cause("ran-function-not-supported", session.edition)
    rejected = {identifier: twice for identifier, count in often.items() if count > 1}
    rejected |= dict.fromkeys(_strange(session, items), twice)
    fine = [identifier for identifier in often if identifier and identifier not in rejected]
    many = cause("excessive-functions", session.edition)
    return rejected | dict.fromkeys(fine[session.config.most_functions :], many)


def _strange(session: "Session", items: Sequence[Any]) -> list[int]:
    """The functions of service models that the RIC does not take, by their ids."""
    if session.config.service_models is None:
        return []
    strange = []
    for item in items:
        model = identify(item.ran_function_oid, item.ran_function_definition)
        if not session.config.takes(None if model is None else model.key):
            strange.append(item.ran_function_id)
    return strange


def _update_in_part(
    session: "Session", message: m.RICserviceUpdate, report: CriticalityDiagnostics | None, now: float
) -> None:
    """A RIC Service Update is acknowledged, and what is of other service models in it rejected (8.3.4.2)."""
    given = _plain(session, message)
    lists = (message.ran_functions_added, message.ran_functions_modified)
    strange = _strange(session, [item for each in lists for item in present(each, "ran_function_id")])
    if isinstance(given, m.RICserviceUpdateAcknowledge) and strange:
        why = cause("ran-function-not-supported", session.edition)
        accepted = tuple(
            each
            for each in present(given.ran_functions_accepted, "ran_function_id")
            if each.ran_function_id not in strange
        )
        items = tuple(RANfunctionIDcause_Item(each, why) for each in strange)
        rejected = (*present(given.ran_functions_rejected, "ran_function_id"), *items)
        given = replace(given, ran_functions_accepted=accepted or None, ran_functions_rejected=rejected)
    if given is not None:
        session.respond(given, report, now)


def _join(
    session: "Session", message: m.E2nodeConfigurationUpdate, report: CriticalityDiagnostics | None, now: float
) -> None:
    """A further association is tied to the node that its first message names, which must be there (8.3.5.1)."""
    name = message.global_e2_node_id
    unnamed = name is None and session.edition != FIRST_EDITION
    functions = None if unnamed else session.shared.known(name, session)
    if functions is None:
        why = cause("message-not-compatible-with-receiver-state", session.edition)
        session.respond(refusal(message, why, session.edition), report, now)
        return
    session.joined = functions
    _plainly(session, message, report, now)


def _delete_required(session: "Session", message: m.RICsubscriptionDeleteRequired, now: float) -> None:
    """Each subscription that is ours is deleted; others are ignored (8.2.2A.2, 8.2.2A.3)."""
    for item in present(message.ric_subscription_to_be_removed, "ric_request_id"):
        held = session.subscriptions.get(item.ric_request_id)
        if held is not None and held.function_id == item.ran_function_id:
            session.delete(held, now)


def _reported(session: "Session", message: m.ErrorIndication) -> None:
    """The node reports an error: it ends what it names, but for what is done to subscriptions."""
    named = (message.ric_request_id, message.transaction_id)
    told = message.criticality_diagnostics
    code = None if told is None else told.procedure_code
    for key, pending in list(session.pending.items()):
        same = key[1] is not None and key[1] in named
        if not same or (code is not None and code != key[0]):
            continue
        details = {**pending.details, "outcome": "ErrorIndication", "cause": cause_name(message.cause)}
        if key[0] in _OF_SUBSCRIPTIONS:
            session.pending[key] = replace(pending, details=details)
        else:
            del session.pending[key]
            session.answer(pending.ticket, "done", details)


def answer_insert(session: "Session", message: m.RICindication, now: float) -> None:
    """Answer an INSERT of E2SM-RC with the Control that accepts it, with its Call Process ID (8.2.3.2, RC 7.5)."""
    config = session.config
    if message.ric_call_process_id is None or message.ran_function_id is None:
        return
    try:
        function = find_function(session.functions, "rc", config.edition, config.rc, message.ran_function_id)
    except Unfit:
        return
    content = insert_answer(message.ric_indication_header or b"", function.edition, session.node)
    name = session.new_request_id()
    if content is None or name is None:
        return
    request = m.RICcontrolRequest(name, message.ran_function_id, message.ric_call_process_id, *content, "ack")
    session.request(Pending(request, "TRICcontrol", config.timers.control, now + config.timers.control), now)


def cause_name(given: Cause | None) -> str | None:
    """A cause for people: ``ricRequest/request-id-unknown``."""
    if given is None:
        return None
    group, value = given
    return f"{group}/{value if isinstance(value, str) else 'service-layer'}"

"""The plain answer to a class 1 request of E2AP."""

from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import GlobalRIC_ID
from oran_harness.protocols.e2ap.engine import Association
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.tables import tables
from oran_harness.steps.answers import audits, interface, load_and_state, modifications, services, subscriptions
from oran_harness.steps.answers.circumstances import Circumstances
from oran_harness.steps.answers.identity import GLOBAL_RIC_ID

_Answering = Callable[[Any, Circumstances], Message | None]

_ANSWERS: Mapping[type[Message], _Answering] = {
    m.E2setupRequest: interface.setup,
    m.ResetRequest: interface.reset,
    m.RICserviceUpdate: interface.service_update,
    m.E2nodeConfigurationUpdate: interface.configuration_update,
    m.E2connectionUpdate: interface.connection_update,
    m.E2RemovalRequest: interface.removal,
    m.RICsubscriptionRequest: subscriptions.subscribe,
    m.RICsubscriptionDeleteRequest: subscriptions.delete,
    m.RICsubscriptionModificationRequest: modifications.modify,
    m.RICsubscriptionModificationRequired: modifications.confirm,
    m.RICsubscriptionAuditRequest: audits.audit,
    m.RICcontrolRequest: services.control,
    m.RICqueryRequest: services.query,
    m.RICassistanceRequest: services.assist,
    m.RICserviceLoadStatusRequest: load_and_state.load_status,
    m.RICsubscriptionStateControlRequest: load_and_state.state_control,
}


def answer(
    request: Message,
    *,
    by: Role,
    edition: str,
    engine: Association | None = None,
    identity: GlobalRIC_ID = GLOBAL_RIC_ID,
) -> Message | None:
    """The plain answer of ``by``: success with all that can be granted, a refusal where nothing else is right.

    ``engine`` is the association as it stands after the request; without it everything named counts as known.
    ``identity`` is our near-RT RIC's. None for what asks for no answer (class 2, a Control with NoAck), is not for
    ``by`` to answer, does not exist in ``edition``, or lacks what an answer must repeat (36.413 10.5).
    """
    answering = _ANSWERS.get(type(request))
    if answering is None or by.other not in PROCEDURES[request.PROCEDURE_CODE].initiators:
        return None
    if request.PROCEDURE_CODE not in tables(edition).procedures:
        return None
    return answering(request, Circumstances(by, edition, identity, engine))

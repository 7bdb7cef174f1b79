"""Which handler a message has."""

from collections.abc import Callable, Mapping
from typing import Any

from oran_harness.protocols.e2ap import messages
from oran_harness.protocols.e2ap.engine.handlers import (
    assistance,
    audit,
    configuration,
    control,
    delete,
    error_indication,
    indication,
    load,
    modification,
    removal,
    reset,
    service_update,
    setup,
    state_control,
    subscription,
)
from oran_harness.protocols.e2ap.engine.turn import Turn
from oran_harness.protocols.e2ap.message import Message

Handler = Callable[[Turn, Any], None]

HANDLERS: Mapping[type[Message], Handler] = {
    messages.E2setupRequest: setup.request,
    messages.E2setupResponse: setup.response,
    messages.E2setupFailure: setup.failure,
    messages.ErrorIndication: error_indication.indication,
    messages.ResetRequest: reset.request,
    messages.ResetResponse: reset.response,
    messages.RICcontrolRequest: control.request,
    messages.RICcontrolAcknowledge: control.acknowledge,
    messages.RICcontrolFailure: control.failure,
    messages.RICindication: indication.indication,
    messages.RICserviceQuery: service_update.query,
    messages.RICserviceUpdate: service_update.update,
    messages.RICserviceUpdateAcknowledge: service_update.acknowledge,
    messages.RICserviceUpdateFailure: service_update.failure,
    messages.RICsubscriptionRequest: subscription.request,
    messages.RICsubscriptionResponse: subscription.response,
    messages.RICsubscriptionFailure: subscription.failure,
    messages.RICsubscriptionDeleteRequest: delete.request,
    messages.RICsubscriptionDeleteResponse: delete.response,
    messages.RICsubscriptionDeleteFailure: delete.failure,
    messages.RICsubscriptionDeleteRequired: delete.required,
    messages.E2nodeConfigurationUpdate: configuration.update,
    messages.E2nodeConfigurationUpdateAcknowledge: configuration.update_acknowledge,
    messages.E2nodeConfigurationUpdateFailure: configuration.update_failure,
    messages.E2connectionUpdate: configuration.connection_update,
    messages.E2connectionUpdateAcknowledge: configuration.connection_acknowledge,
    messages.E2connectionUpdateFailure: configuration.connection_failure,
    messages.E2RemovalRequest: removal.request,
    messages.E2RemovalResponse: removal.response,
    messages.E2RemovalFailure: removal.failure,
    messages.RICsubscriptionModificationRequest: modification.request,
    messages.RICsubscriptionModificationResponse: modification.response,
    messages.RICsubscriptionModificationFailure: modification.failure,
    messages.RICsubscriptionModificationRequired: modification.required,
    messages.RICsubscriptionModificationConfirm: modification.confirm,
    messages.RICsubscriptionModificationRefuse: modification.refuse,
    messages.RICqueryRequest: control.query,
    messages.RICqueryResponse: control.query_response,
    messages.RICqueryFailure: control.query_failure,
    messages.RICsubscriptionAuditRequest: audit.request,
    messages.RICsubscriptionAuditResponse: audit.response,
    messages.RICsubscriptionAuditFailure: audit.failure,
    messages.RICserviceLoadStatusRequest: load.request,
    messages.RICserviceLoadStatusResponse: load.response,
    messages.RICserviceLoadStatusFailure: load.failure,
    messages.RICserviceLoadUpdate: load.update,
    messages.RICsubscriptionStateControlRequest: state_control.request,
    messages.RICsubscriptionStateControlResponse: state_control.response,
    messages.RICsubscriptionStateControlFailure: state_control.failure,
    messages.RICassistanceRequest: assistance.request,
    messages.RICassistanceResponse: assistance.response,
    messages.RICassistanceFailure: assistance.failure,
    messages.RICassistanceIndication: assistance.indication,
    messages.RICassistanceHalt: assistance.halt,
}
"""Every message of every edition, with what it does."""


def handle(turn: Turn, message: Message) -> None:
    """Let a message's handler act; a message of no edition of ours does nothing."""
    handler = HANDLERS.get(type(message))
    if handler is not None:
        handler(turn, message)

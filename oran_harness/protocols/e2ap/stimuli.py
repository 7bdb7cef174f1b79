"""Which procedure of E2AP a stimulus has a product begin."""

from collections.abc import Mapping

PROCEDURE_BEGUN: Mapping[str, str] = {
    "subscribe": "RICsubscription",
    "modify": "RICsubscriptionModification",
    "delete": "RICsubscriptionDelete",
    "control": "RICcontrol",
    "query": "RICquery",
    "audit": "RICsubscriptionAudit",
    "load-status": "RICserviceLoadStatus",
    "state-control": "RICsubscriptionStateControl",
    "reset": "Reset",
    "service-query": "RICserviceQuery",
    "connection-update": "E2connectionUpdate",
    "remove": "E2removal",
    "service-update": "RICserviceUpdate",
    "configuration-update": "E2nodeConfigurationUpdate",
    "connection-remove": "E2nodeConfigurationUpdate",
    "delete-required": "RICsubscriptionDeleteRequired",
    "modification-required": "RICsubscriptionModificationRequired",
    "assistance": "RICassistance",
    "assistance-halt": "RICassistanceHalt",
}
"""The name of a procedure by the name of a stimulus; stimuli that begin none are not in it."""

"""What our E2 node declares of RC: the styles that it serves, their actions and RAN parameters (RC 7.3 to 7.8)."""

from collections.abc import Mapping
from dataclasses import dataclass

from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.rc.styles import Service

Names = Mapping[int, str]
"""RAN Parameter ID to name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One style, or one action of a style, and the RAN parameters that go with it.

    ``action`` is the ID of the action (the indication, for INSERT), None where a style has none. ``trigger`` is the
    event trigger style. ``conditions`` are the parameters of a policy's conditions.
    """

    service: Service
    style: int
    action: int | None
    parameters: Names
    trigger: int | None = None
    conditions: Names | None = None


RRC_STATE = 202
NR_CGI = 10001
UE_EVENT, NI_MESSAGE, RRC_MESSAGE, UE_ID = 1, 2, 3, 4
CELL_CONTEXT, CELL_DELETED, NEIGHBOURS = 1, 2, 3
OUTCOME, TARGET_CELL = 1, 2
DRB_ID, DRB_FIVE_QI = 1, 2

_STATE: Names = {RRC_STATE: "RRC State"}
_TARGET: Names = {1: "Target Primary Cell ID"}
_BEARER: Names = {DRB_ID: "DRB ID", DRB_FIVE_QI: "5QI"}
_QUOTA: Names = {1: "RRM Policy Ratio List"}
_UE: Names = {RRC_STATE: "RRC State", NR_CGI: "NR CGI"}

OFFERS: tuple[Offer, ...] = (
    Offer(Service.REPORT, 1, None, {1: "UE Event ID", 2: "NI Message", 3: "RRC Message", 4: "UE ID"}, 1),
    Offer(Service.REPORT, 2, None, {OUTCOME: "Call Process Outcome", TARGET_CELL: "Target Primary Cell ID"}, 2),
    Offer(
        Service.REPORT, 3, None, {1: "Cell Context Information", 2: "Cell Deleted", 3: "Neighbour Relation Table"}, 3
    ),
    Offer(Service.REPORT, 4, None, _UE, 4),
    Offer(Service.INSERT, 1, 4, _BEARER, 2),
    Offer(Service.INSERT, 3, 1, _TARGET, 2),
    Offer(Service.INSERT, 4, 1, _UE, 2),
    Offer(Service.CONTROL, 1, 1, _BEARER),
    Offer(Service.CONTROL, 1, 4, _BEARER),
    Offer(Service.CONTROL, 2, 6, _QUOTA),
    Offer(Service.CONTROL, 3, 1, _TARGET),
    Offer(Service.CONTROL, 4, 1, _STATE),
    Offer(Service.CONTROL, 4, 4, {1: "Release Cause"}),
    Offer(Service.CONTROL, 255, None, {}),
    Offer(Service.POLICY, 2, 6, _QUOTA, 2, _STATE),
    Offer(Service.POLICY, 3, 1, _TARGET, 2, _STATE),
    Offer(Service.QUERY, 1, None, {CELL_CONTEXT: "Cell Context Information", NEIGHBOURS: "Neighbour Relation Table"}),
    Offer(Service.QUERY, 2, None, _UE),
)
"""All that our node serves, of whichever kind it is.

Style 255 of CONTROL has the actions of the other styles.
"""

CALL_PROCESSES: Mapping[int, tuple[str, Names]] = {
    2: ("Bearer Context Management", {1: "DRB Setup"}),
    3: ("Mobility Management", {1: "Handover Preparation", 2: "Handover Execution", 3: "Handover Completion"}),
    5: ("RRC Connection Management", {1: "RRC Setup", 2: "RRC Reconfiguration", 3: "RRC Release"}),
}
"""Call process types at which our node stops or reports: name and breakpoints (RC 7.3.3)."""

TRIGGERS = (1, 2, 3, 4)
"""The event trigger styles that our node serves."""

_QUERY_SINCE = "5.00"
# The messages that are copied are RRC of NR.
_OF_LTE = frozenset((offer.service, offer.style) for offer in OFFERS) - {(Service.REPORT, 1)}
_PARTS: Mapping[NodeType, frozenset[tuple[Service, int]]] = {
    NodeType.ENB: _OF_LTE,
    NodeType.NG_ENB: _OF_LTE,
    NodeType.NG_ENB_DU: _OF_LTE,
    NodeType.CU_CP: frozenset(
        (offer.service, offer.style) for offer in OFFERS if offer.style != 2 or offer.service in ("report", "query")
    ),
    NodeType.CU_UP: frozenset(
        ((Service.REPORT, 4), (Service.CONTROL, 1), (Service.CONTROL, 255), (Service.QUERY, 2)),
    ),
    NodeType.DU: frozenset(
        (
            (Service.REPORT, 3),
            (Service.REPORT, 4),
            (Service.CONTROL, 2),
            (Service.CONTROL, 255),
            (Service.POLICY, 2),
            (Service.QUERY, 1),
            (Service.QUERY, 2),
        )
    ),
}


def offers(kind: NodeType | str, edition: str) -> tuple[Offer, ...]:
    """What a node of that kind declares in that edition; QUERY came after 1.03 (RC 7.8)."""
    served = _PARTS.get(NodeType(kind))
    return tuple(
        offer
        for offer in OFFERS
        if (served is None or (offer.service, offer.style) in served)
        and (offer.service is not Service.QUERY or edition >= _QUERY_SINCE)
    )

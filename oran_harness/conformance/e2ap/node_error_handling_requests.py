"""The requests that a near-RT RIC makes of an E2 node, for cases that are about any of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from oran_harness.conformance.choices import controlling, missing_function, reporting
from oran_harness.conformance.e2ap.node_scenery import (
    SELDOM_MS,
    deletion,
    new_transaction,
    reset,
    service_query,
    subscribed,
)
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import (
    RANfunctionLoadRequest_Item,
    RANfunctionStateControl_Item,
    RICsubscriptionList_Item,
)
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.rc import build as rc
from oran_harness.steps import Peer, unsupported

_KPM = "service-model:KPM"
_RC = "service-model:RC"
_MEASUREMENT = 7
_QUERIED = ("5.00",)
"""Editions of E2SM-RC that have queries."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that a node answers.

    ``make`` gives one that the node can serve, and does what has to be done before it. ``done`` are the messages by
    which the node carries it out, ``refused`` those by which it does not; an Error Indication may stand for these.
    """

    title: str
    procedure: str
    make: Callable[[Peer], Awaitable[Message]]
    needs: tuple[str, ...]
    done: tuple[type[Message], ...]
    refused: tuple[type[Message], ...] = ()


async def _subscription(ric: Peer) -> Message:
    return reporting(ric, period_ms=SELDOM_MS).request(ric.new_request_id())


async def _deletion(ric: Peer) -> Message:
    return deletion(await subscribed(ric, reporting(ric)))


async def _control(ric: Peer) -> Message:
    return controlling(ric).request(ric.new_request_id())


async def _reset(ric: Peer) -> Message:
    return reset(ric)


async def _service_query(ric: Peer) -> Message:
    return service_query(ric)


async def _connection_update(ric: Peer) -> Message:
    return m.E2connectionUpdate(new_transaction(ric))


async def _removal(ric: Peer) -> Message:
    return m.E2RemovalRequest(new_transaction(ric))


async def _query(ric: Peer) -> Message:
    function = ric.function("RC")
    if function.edition not in _QUERIED:
        raise unsupported(f"RAN function {function.id} is of E2SM-RC {function.edition}, which has no queries")
    return m.RICqueryRequest(ric.new_request_id(), function.id, *rc.query(1, edition=function.edition))


async def _modification(ric: Peer) -> Message:
    report = reporting(ric)
    standing = await subscribed(ric, report)
    trigger = kpm.event_trigger(SELDOM_MS, report.edition)
    return m.RICsubscriptionModificationRequest(standing.ric_request_id, standing.ran_function_id, trigger)


async def _audit(ric: Peer) -> Message:
    return m.RICsubscriptionAuditRequest(ric.new_request_id())


async def _load_status(ric: Peer) -> Message:
    function = next(iter(ric.functions), missing_function(ric))
    asked = (RANfunctionLoadRequest_Item(function, "true"),)
    return m.RICserviceLoadStatusRequest(_MEASUREMENT, None, "start", asked, "ms500")


async def _suspension(ric: Peer) -> Message:
    standing = await subscribed(ric, reporting(ric))
    assert standing.ric_request_id is not None
    assert standing.ran_function_id is not None
    suspended = (RICsubscriptionList_Item(standing.ric_request_id),)
    item = RANfunctionStateControl_Item(standing.ran_function_id, suspended)
    return m.RICsubscriptionStateControlRequest(ric.new_request_id(), (item,))


SUBSCRIPTION = Asked(
    "RIC SUBSCRIPTION REQUEST",
    "RICsubscription",
    _subscription,
    (_KPM,),
    (m.RICsubscriptionResponse,),
    (m.RICsubscriptionFailure,),
)
DELETION = Asked(
    "RIC SUBSCRIPTION DELETE REQUEST",
    "RICsubscriptionDelete",
    _deletion,
    (_KPM,),
    (m.RICsubscriptionDeleteResponse,),
    (m.RICsubscriptionDeleteFailure,),
)
CONTROL = Asked(
    "RIC CONTROL REQUEST",
    "RICcontrol",
    _control,
    ("procedure:RICcontrol", _RC),
    (m.RICcontrolAcknowledge,),
    (m.RICcontrolFailure,),
)
RESET = Asked("RESET REQUEST", "Reset", _reset, ("procedure:Reset",), (m.ResetResponse,))
SERVICE_QUERY = Asked(
    "RIC SERVICE QUERY", "RICserviceQuery", _service_query, ("procedure:RICserviceQuery",), (m.RICserviceUpdate,)
)
CONNECTION_UPDATE = Asked(
    "E2 CONNECTION UPDATE",
    "E2connectionUpdate",
    _connection_update,
    ("procedure:E2connectionUpdate", "e2ap:2.03"),
    (m.E2connectionUpdateAcknowledge,),
    (m.E2connectionUpdateFailure,),
)
REMOVAL = Asked(
    "E2 REMOVAL REQUEST",
    "E2removal",
    _removal,
    ("procedure:E2removal", "e2ap:2.03"),
    (m.E2RemovalResponse,),
    (m.E2RemovalFailure,),
)
QUERY = Asked(
    "RIC QUERY REQUEST",
    "RICquery",
    _query,
    ("procedure:RICquery", "e2ap:5.00", _RC),
    (m.RICqueryResponse,),
    (m.RICqueryFailure,),
)
MODIFICATION = Asked(
    "RIC SUBSCRIPTION MODIFICATION REQUEST",
    "RICsubscriptionModification",
    _modification,
    ("procedure:RICsubscriptionModification", "e2ap:3.01", _KPM),
    (m.RICsubscriptionModificationResponse,),
    (m.RICsubscriptionModificationFailure,),
)
AUDIT = Asked(
    "RIC SUBSCRIPTION AUDIT REQUEST",
    "RICsubscriptionAudit",
    _audit,
    ("procedure:RICsubscriptionAudit", "e2ap:5.00"),
    (m.RICsubscriptionAuditResponse,),
    (m.RICsubscriptionAuditFailure,),
)
LOAD_STATUS = Asked(
    "RIC SERVICE LOAD STATUS REQUEST",
    "RICserviceLoadStatus",
    _load_status,
    ("procedure:RICserviceLoadStatus", "e2ap:7.00"),
    (m.RICserviceLoadStatusResponse,),
    (m.RICserviceLoadStatusFailure,),
)
STATE_CONTROL = Asked(
    "RIC SUBSCRIPTION STATE CONTROL REQUEST",
    "RICsubscriptionStateControl",
    _suspension,
    ("procedure:RICsubscriptionStateControl", "e2ap:7.00", _KPM),
    (m.RICsubscriptionStateControlResponse,),
    (m.RICsubscriptionStateControlFailure,),
)

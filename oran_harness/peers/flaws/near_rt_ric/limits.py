"""Near-RT RICs that have less room than E2AP allows for (E2AP 9)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Dying, HangingUp, Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import longer_than, of
from oran_harness.protocols.e2ap.elements import E2nodeComponentInterfaceNG, GlobalE2node_gNB_ID
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    E2setupResponse,
    ErrorIndication,
    RICindication,
    RICserviceUpdateAcknowledge,
    RICsubscriptionDeleteRequired,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind

RIC = Role.NEAR_RT_RIC
_LAST_FUNCTION, _LAST_REQUEST_HALF = 4095, 65535
_SIXTEEN_BITS, _SIGNED_32_BITS = 0xFFFF, 0x7FFFFFFF
_LONGEST_NAME = 150
_COUNTED_IN_AN_OCTET, _COUNTED_IN_SEVEN_BITS = 255, 127
_ROOM_FOR_ACTIONS = 8
_PRINTABLE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?")


def _names(request: E2setupRequest) -> Iterator[str]:
    """The short names of the KPM functions that a node offers."""
    kind = PayloadKind.FUNCTION_DEFINITION
    for item in request.ran_functions_added or ():
        definition = item.ran_function_definition
        function: Any = getattr(KPM.decode(kind, definition).value, "ran_function_name", None)
        name = getattr(function, "ran_function_short_name", None)
        if isinstance(name, str):
            yield name


def _name_where(test: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda request: any(test(name) for name in _names(request))


def _offers_last_function(request: E2setupRequest) -> bool:
    return any(item.ran_function_id == _LAST_FUNCTION for item in request.ran_functions_added or ())


def _has_a_long_amf(request: E2setupRequest) -> bool:
    components = (item.e2_node_component_id for item in request.e2_node_component_config_addition or ())
    amfs = (each[1].amf_name for each in components if each and isinstance(each[1], E2nodeComponentInterfaceNG))
    return any(len(name) >= _LONGEST_NAME for name in amfs)


def _is_a_high_unit(request: E2setupRequest) -> bool:
    node = None if request.global_e2_node_id is None else request.global_e2_node_id[1]
    units = (node.gnb_du_id, node.gnb_cu_up_id) if isinstance(node, GlobalE2node_gNB_ID) else ()
    return any(unit is not None and unit > _SIGNED_32_BITS for unit in units)


def _names_the_last_id(required: RICsubscriptionDeleteRequired) -> bool:
    names = (item.ric_request_id for item in required.ric_subscription_to_be_removed or ())
    return any(
        name is not None and _LAST_REQUEST_HALF in (name.ric_requestor_id, name.ric_instance_id) for name in names
    )


def _reports_many(report: ErrorIndication) -> bool:
    diagnostics = report.criticality_diagnostics
    items = None if diagnostics is None else diagnostics.ies_criticality_diagnostics
    return len(items or ()) > _COUNTED_IN_SEVEN_BITS


def _first_functions(answer: Any) -> Any:
    return replace(
        answer, ran_functions_accepted=(answer.ran_functions_accepted or ())[:_COUNTED_IN_SEVEN_BITS] or None
    )


def _first_components(response: Any) -> Any:
    acknowledged = response.e2_node_component_config_addition_ack or ()
    return replace(response, e2_node_component_config_addition_ack=acknowledged[:_COUNTED_IN_AN_OCTET] or None)


FLAWS = (
    Flaw(
        "ric-ignores-function-4095",
        "Does not answer a node that offers RAN function 4095",
        RIC,
        "F24",
        lambda actor: Ignoring(actor, of(E2setupRequest, where=_offers_last_function)),
        ("E2AP-LIMIT-101",),
    ),
    Flaw(
        "ric-dies-on-longest-name",
        "Crashes on a RAN function whose name has 150 characters or more",
        RIC,
        "F6",
        lambda actor: Dying(actor, of(E2setupRequest, where=_name_where(lambda name: len(name) >= _LONGEST_NAME))),
        ("E2AP-LIMIT-102", "E2AP-LIMIT-103"),
    ),
    Flaw(
        "ric-aborts-on-extended-name",
        "Aborts the association of a node with a RAN function whose name has more than 150 characters",
        RIC,
        "F6",
        lambda actor: HangingUp(actor, of(E2setupRequest, where=_name_where(lambda name: len(name) > _LONGEST_NAME))),
        ("E2AP-LIMIT-103",),
    ),
    Flaw(
        "ric-dies-on-odd-characters",
        "Crashes on a RAN function whose name has characters outside PrintableString",
        RIC,
        "F18",
        lambda actor: Dying(actor, of(E2setupRequest, where=_name_where(lambda name: not _PRINTABLE.issuperset(name)))),
        ("E2AP-LIMIT-104",),
    ),
    Flaw(
        "ric-dies-beyond-64-kib",
        "Crashes on a message of more than 65,535 octets",
        RIC,
        "F26",
        lambda actor: Dying(actor, longer_than(_SIXTEEN_BITS)),
        ("E2AP-LIMIT-105", "E2AP-LIMIT-109", "E2AP-LIMIT-112"),
    ),
    Flaw(
        "ric-acknowledges-127-functions",
        "Acknowledges the first 127 RAN functions of a RIC Service Update and says nothing of the rest",
        RIC,
        None,
        lambda actor: Rewriting(actor, RICserviceUpdateAcknowledge, _first_functions),
        ("E2AP-LIMIT-106", "E2AP-FUNCTIONS-ANSWERED"),
    ),
    Flaw(
        "ric-acknowledges-255-components",
        "Acknowledges the first 255 components of E2 Setup and says nothing of the rest",
        RIC,
        None,
        lambda actor: Rewriting(actor, E2setupResponse, _first_components),
        ("E2AP-LIMIT-107", "E2AP-COMPONENTS-ANSWERED"),
    ),
    Flaw(
        "ric-ignores-long-amf-name",
        "Does not answer a node with a component whose AMF name has 150 characters",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(E2setupRequest, where=_has_a_long_amf)),
        ("E2AP-LIMIT-108",),
    ),
    Flaw(
        "ric-aborts-on-high-unit-id",
        "Aborts the association of a node whose gNB-DU-ID or gNB-CU-UP-ID does not fit 31 bits",
        RIC,
        "F31",
        lambda actor: HangingUp(actor, of(E2setupRequest, where=_is_a_high_unit)),
        ("E2AP-LIMIT-110",),
    ),
    Flaw(
        "ric-dies-on-ninth-action",
        "Crashes on a report of an action whose id is above 8",
        RIC,
        None,
        lambda actor: Dying(
            actor, of(RICindication, where=lambda report: (report.ric_action_id or 0) > _ROOM_FOR_ACTIONS)
        ),
        ("E2AP-LIMIT-111",),
    ),
    Flaw(
        "ric-dies-on-highest-request-id",
        "Crashes on a Delete Required for a RICrequestID of which a half is 65535",
        RIC,
        None,
        lambda actor: Dying(actor, of(RICsubscriptionDeleteRequired, where=_names_the_last_id)),
        ("E2AP-LIMIT-113",),
    ),
    Flaw(
        "ric-dies-on-many-errors",
        "Crashes on an Error Indication that reports more than 127 IEs",
        RIC,
        None,
        lambda actor: Dying(actor, of(ErrorIndication, where=_reports_many)),
        ("E2AP-LIMIT-114",),
    ),
)
"""One flaw each."""

"""Near-RT RICs that misbehave about what a node offers and declares (E2AP 8.3.1, 8.3.4, 8.3.5)."""

from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.kpm_payload import is_kpm
from oran_harness.peers.flaws.on_hearing import Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdateAcknowledge,
    E2setupRequest,
    E2setupResponse,
)
from oran_harness.service_models.payload import PayloadKind

RIC = Role.NEAR_RT_RIC
_ROOM_FOR_FUNCTIONS = 100
_ROOM_FOR_COMPONENTS = 32
_DEFINITION_BUFFER = 4096
_ARC_OF_KPM = "1.3.6.1.4.1.53148.1."
_KPM = ".2.2"


def _functions(request: E2setupRequest) -> tuple[Any, ...]:
    return tuple(request.ran_functions_added or ())


def _has_odd_ids(request: E2setupRequest) -> bool:
    ids = [item.ran_function_id for item in _functions(request)]
    return 0 in ids or len(set(ids)) < len(ids)


def _has_a_long_definition(request: E2setupRequest) -> bool:
    return any(len(item.ran_function_definition or b"") > _DEFINITION_BUFFER for item in _functions(request))


def _has_an_unreadable_definition(request: E2setupRequest) -> bool:
    return any(
        str(item.ran_function_oid).startswith(_ARC_OF_KPM)
        and str(item.ran_function_oid).endswith(_KPM)
        and not is_kpm(PayloadKind.FUNCTION_DEFINITION, item.ran_function_definition)
        for item in _functions(request)
    )


def _first_functions(response: Any) -> Any:
    return replace(
        response, ran_functions_accepted=(response.ran_functions_accepted or ())[:_ROOM_FOR_FUNCTIONS] or None
    )


def _first_components(answer: Any) -> Any:
    acknowledged = answer.e2_node_component_config_addition_ack
    if acknowledged is None:
        return answer
    return replace(answer, e2_node_component_config_addition_ack=acknowledged[:_ROOM_FOR_COMPONENTS])


FLAWS = (
    Flaw(
        "ric-room-for-100-functions",
        "Loses the RAN functions of a node beyond the first 100",
        RIC,
        "F6",
        lambda actor: Rewriting(actor, E2setupResponse, _first_functions),
        ("E2AP-SETUP-121",),
    ),
    Flaw(
        "ric-room-for-32-components",
        "Loses the components of a node beyond the first 32",
        RIC,
        "F6",
        lambda actor: Rewriting(
            Rewriting(actor, E2setupResponse, _first_components),
            E2nodeConfigurationUpdateAcknowledge,
            _first_components,
        ),
        ("E2AP-SETUP-125", "E2AP-CONFUPD-110"),
    ),
    Flaw(
        "ric-dies-on-long-definition",
        "Crashes on a RAN function definition of more than 4,096 octets",
        RIC,
        "F6",
        lambda actor: Dying(actor, of(E2setupRequest, where=_has_a_long_definition)),
        ("E2AP-SETUP-122", "E2AP-SETUP-123"),
    ),
    Flaw(
        "ric-dies-on-unreadable-definition",
        "Crashes on a RAN function of KPM whose definition it cannot read",
        RIC,
        "F2",
        lambda actor: Dying(actor, of(E2setupRequest, where=_has_an_unreadable_definition)),
        ("E2AP-SETUP-124",),
    ),
    Flaw(
        "ric-odd-function-ids-unanswered",
        "Does not answer a node that offers RAN function 0, or one id twice",
        RIC,
        "F15",
        lambda actor: Ignoring(actor, of(E2setupRequest, where=_has_odd_ids)),
        ("E2AP-NEG-140",),
    ),
)
"""One flaw each."""

"""What a SUT has said of itself in E2 Setup: its identity, RAN functions, components (E2AP 9.1.2.2, 9.1.2.3)."""

from collections.abc import Iterable
from typing import Any

from oran_harness.checkers.identity import describe
from oran_harness.model import IntroducedFunction, Introduction, Role
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse
from oran_harness.runner.contact import Contact
from oran_harness.service_models import PayloadKind, identification
from oran_harness.service_models.kpm import definition as kpm
from oran_harness.service_models.ni import definition as ni
from oran_harness.service_models.rc import definition as rc

E2_PPID = 70
"""The payload protocol identifier of E2AP's control plane, by its registration with IANA."""


def introduction_of(contact: Contact, role: Role) -> Introduction | None:
    """Who the SUT says it is; None if it said nothing of the kind."""
    kind = E2setupRequest if role is Role.E2_NODE else E2setupResponse
    heard = next((each for each in contact.heard if isinstance(each.sighting.decoded.message, kind)), None)
    if heard is None:
        return None
    message = heard.sighting.decoded.message
    remarks = []
    if heard.event.ppid not in (None, E2_PPID):
        remarks.append(f"Its messages carry PPID {heard.event.ppid} instead of {E2_PPID} (E2-CP).")
    return Introduction(
        identity=_identity(message),
        editions=heard.sighting.accepting,
        functions=tuple(_offered(message) if isinstance(message, E2setupRequest) else _answered(message)),
        components=tuple(_components(message)),
        remarks=tuple(remarks),
    )


def _identity(message: Message | None) -> str | None:
    for name in ("global_e2_node_id", "global_ric_id"):
        value = getattr(message, name, None)
        if value is not None:
            return describe(value)
    return None


def _offered(message: E2setupRequest) -> Iterable[IntroducedFunction]:
    for item in message.ran_functions_added or ():
        if item is None or item.ran_function_id is None:
            continue
        oid = item.ran_function_oid or ""
        found = identification(item.ran_function_oid, item.ran_function_definition)
        yield IntroducedFunction(
            item.ran_function_id,
            item.ran_function_revision,
            found.short_name or (found.model.title if found.model is not None else ""),
            oid or found.oid or "",
            tuple(_styles(found.model, item.ran_function_definition)),
        )


def _styles(model: Any, definition: bytes | None) -> Iterable[str]:
    """The styles of a function, by service where there are several."""
    if model is None or definition is None:
        return
    payload = model.decode(PayloadKind.FUNCTION_DEFINITION, definition)
    if model.key == "kpm":
        measures = kpm.announced(payload)
        numbers = [] if measures is None else [style.style for style in measures.styles]
        if numbers:
            yield f"report {', '.join(map(str, numbers))}"
        return
    if model.key == "ni":
        messages = ni.announced(payload)
        for interface in () if messages is None else messages.interfaces:
            yield f"report {', '.join(map(str, interface.reports))} of {interface.kind.upper()}"
        return
    controls = rc.announced(payload)
    services: dict[str, list[int]] = {}
    for style in () if controls is None else controls.styles:
        services.setdefault(style.service.value, []).append(style.style)
    for service, numbers in services.items():
        yield f"{service} {', '.join(map(str, numbers))}"


def _answered(message: Any) -> Iterable[IntroducedFunction]:
    for item in message.ran_functions_accepted or ():
        if item is not None and item.ran_function_id is not None:
            yield IntroducedFunction(item.ran_function_id, item.ran_function_revision)
    for item in message.ran_functions_rejected or ():
        if item is not None and item.ran_function_id is not None:
            yield IntroducedFunction(item.ran_function_id, accepted=False)


def _components(message: Any) -> Iterable[str]:
    for item in getattr(message, "e2_node_component_config_addition", None) or ():
        interface = getattr(item, "e2_node_component_interface_type", None)
        if interface is not None:
            yield str(interface).upper()

"""What an E2 node offers in its E2 Setup, as far as scenes ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from oran_harness.protocols.e2ap.messages import E2setupRequest
from oran_harness.service_models import DecodedPayload, PayloadKind, ServiceModel, identification
from oran_harness.service_models.kpm import definition as kpm
from oran_harness.service_models.rc import definition as rc


@dataclass(frozen=True, slots=True)
class Offer:
    """One RAN function of a known service model.

    ``styles`` are pairs of service (``report``, ``control``, ...) and style type. ``complete`` tells that the whole
    definition could be read: only then what is not in it is not offered.
    """

    function_id: int
    model: ServiceModel
    styles: frozenset[tuple[str, int]]
    complete: bool


def offers(request: E2setupRequest) -> tuple[Offer, ...]:
    """The RAN functions of a Setup request whose service model is known."""
    found = []
    for item in request.ran_functions_added or ():
        if item is None or item.ran_function_id is None or item.ran_function_definition is None:
            continue
        model = identification(item.ran_function_oid, item.ran_function_definition).model
        if model is not None:
            payload = model.decode(PayloadKind.FUNCTION_DEFINITION, item.ran_function_definition)
            styles = frozenset(_styles(model, payload))
            found.append(Offer(item.ran_function_id, model, styles, payload.conforms))
    return tuple(found)


def offered(request: E2setupRequest, model: str) -> Offer | None:
    """The function of a service model (``"kpm"``), None where none is offered; of several the one with most styles."""
    of_model = [each for each in offers(request) if each.model.key == model]
    return max(of_model, key=lambda each: len(each.styles)) if of_model else None


def _styles(model: ServiceModel, payload: DecodedPayload) -> Iterable[tuple[str, int]]:
    if model.key == "kpm":
        measures = kpm.announced(payload)
        for style in () if measures is None else measures.styles:
            yield "report", style.style
    elif model.key == "rc":
        controls = rc.announced(payload)
        for offered_style in () if controls is None else controls.styles:
            yield offered_style.service.value, offered_style.style

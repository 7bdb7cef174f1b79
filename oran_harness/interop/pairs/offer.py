"""What an E2 node offers in its E2 Setup and its updates, as far as scenes ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.protocols.e2ap.messages import E2setupRequest, RICserviceUpdate
from oran_harness.service_models import DecodedPayload, PayloadKind, ServiceModel, identification
from oran_harness.service_models.kpm import definition as kpm
from oran_harness.service_models.rc import definition as rc


@dataclass(frozen=True, slots=True)
class Offer:
    """One RAN function of a known service model, or several of one model.

    ``styles`` are pairs of service (``report``, ``control``, ...) and style type. ``complete`` tells that the whole
    definition could be read: only then what is not in it is not offered.
    """

    function_id: int
    model: ServiceModel
    styles: frozenset[tuple[str, int]]
    complete: bool


def offers(request: E2setupRequest, updates: Sequence[RICserviceUpdate] = ()) -> tuple[Offer, ...]:
    """The RAN functions whose service model is known: of a Setup request, as later updates of the node change them."""
    items: dict[int, Any] = {}
    for message in (request, *updates):
        for field in ("ran_functions_added", "ran_functions_modified"):
            for item in getattr(message, field, None) or ():
                if item is not None and item.ran_function_id is not None and item.ran_function_definition is not None:
                    items[item.ran_function_id] = item
        for gone in getattr(message, "ran_functions_deleted", None) or ():
            if gone is not None and gone.ran_function_id is not None:
                items.pop(gone.ran_function_id, None)
    found = []
    for item in items.values():
        model = identification(item.ran_function_oid, item.ran_function_definition).model
        if model is not None:
            payload = model.decode(PayloadKind.FUNCTION_DEFINITION, item.ran_function_definition)
            styles = frozenset(_styles(model, payload))
            found.append(Offer(item.ran_function_id, model, styles, payload.conforms))
    return tuple(found)


def offered(request: E2setupRequest, model: str, updates: Sequence[RICserviceUpdate] = ()) -> Offer | None:
    """The function of a service model (``"kpm"``), None where none is offered.

    Of several the one with most styles; the styles are those of all.
    """
    of_model = [each for each in offers(request, updates) if each.model.key == model]
    if not of_model:
        return None
    richest = max(of_model, key=lambda each: len(each.styles))
    styles = frozenset().union(*(each.styles for each in of_model))
    return replace(richest, styles=styles, complete=all(each.complete for each in of_model))


def _styles(model: ServiceModel, payload: DecodedPayload) -> Iterable[tuple[str, int]]:
    if model.key == "kpm":
        measures = kpm.announced(payload)
        for style in () if measures is None else measures.styles:
            yield "report", style.style
    elif model.key == "rc":
        controls = rc.announced(payload)
        for offered_style in () if controls is None else controls.styles:
            yield offered_style.service.value, offered_style.style

"""The RAN function of a service model that a node has offered, with its definition read."""

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.service_models import DecodedPayload, PayloadKind, ServiceModel, identify, service_model
from oran_harness.service_models.kpm import definition as kpm
from oran_harness.service_models.ni import definition as ni
from oran_harness.service_models.rc import definition as rc
from oran_harness.steps.claims import Claims
from oran_harness.steps.offers import model_edition
from oran_harness.steps.outcome import CaseOutcome, unsupported

OFFERS_WHAT_IS_CLAIMED = "An E2 node offers the service models that are claimed for it"
"""What a node is asked whose profile claims a service model that its E2 Setup does not offer."""
Announced = kpm.AnnouncedFunction | rc.AnnouncedFunction | ni.AnnouncedFunction
_READERS: Mapping[str, Callable[[DecodedPayload], Announced | None]] = {
    "kpm": kpm.announced,
    "rc": rc.announced,
    "ni": ni.announced,
}


@dataclass(frozen=True, slots=True)
class ServiceFunction:
    """A RAN function of a service model.

    ``payload`` is its definition as it was read, ``announced`` what that offers, None where it could not be read.
    ``edition`` is the service model's edition in which to write payloads for it.
    """

    id: int
    revision: int
    oid: str | None
    model: ServiceModel
    edition: str
    payload: DecodedPayload
    announced: Announced | None


def service_function(
    name: str, offered: Iterable[OfferedFunction], *, sut: Role, claims: Claims, edition: str
) -> ServiceFunction:
    """The function of the service model called ``name`` (``"KPM"``) among those offered; ``edition`` is E2AP's.

    Where there is none the case is over: ``unsupported``, or ``fail`` if the SUT is a node that claims the model.
    Raises ``UsageError`` for a service model that is not known here.
    """
    model = service_model(name.lower())
    for function in offered:
        if function.status is FunctionStatus.DELETED or _model_of(function.oid, function.definition) is not model:
            continue
        payload, announced = _read(model.key, function.definition)
        return ServiceFunction(
            function.id,
            function.revision,
            function.oid,
            model,
            _edition(model, payload, claims, edition),
            payload,
            announced,
        )
    if sut is Role.E2_NODE and claims.service_model(name.upper()):
        raise CaseOutcome(
            Verdict.FAIL,
            requirement=OFFERS_WHAT_IS_CLAIMED,
            expected=f"a RAN function of {model.title}",
            actual="none in what it offered",
        )
    raise unsupported(f"no RAN function of {model.title} is offered")


_model_of = functools.lru_cache(maxsize=64)(identify)


@functools.lru_cache(maxsize=16)
def _read(model: str, definition: bytes) -> tuple[DecodedPayload, Announced | None]:
    """A definition and what it announces; a node offers the same in every case."""
    payload = service_model(model).decode(PayloadKind.FUNCTION_DEFINITION, definition)
    return payload, _READERS[model](payload)


def _edition(model: ServiceModel, payload: DecodedPayload, claims: Claims, edition: str) -> str:
    """The edition that is claimed, else the one that goes with the E2AP edition, if the definition fits it."""
    claimed = [each.revision for each in claims.service_models if each.name.lower() == model.key]
    usual = model_edition(model.key, edition)
    for each in (*claimed, usual):
        if each is not None and each in model.editions and (each in payload.accepting or not payload.accepting):
            return each
    return payload.accepting[-1] if payload.accepting else usual

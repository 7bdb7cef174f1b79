"""The service-model payloads inside an E2AP message: found, told which model they are of, and read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.cli.shown.message_tree import Expansion
from oran_harness.codec.asn1 import TraceNode
from oran_harness.codec.json import JsonForm
from oran_harness.protocols.e2ap.document import complaint_document
from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.payload import DecodedPayload, PayloadKind
from oran_harness.service_models.registry import MODELS, identification

KINDS = {
    "RANfunctionDefinition": PayloadKind.FUNCTION_DEFINITION,
    "RICeventTriggerDefinition": PayloadKind.EVENT_TRIGGER_DEFINITION,
    "RICactionDefinition": PayloadKind.ACTION_DEFINITION,
    "RICindicationHeader": PayloadKind.INDICATION_HEADER,
    "RICindicationMessage": PayloadKind.INDICATION_MESSAGE,
    "RICcallProcessID": PayloadKind.CALL_PROCESS_ID,
    "RICcontrolHeader": PayloadKind.CONTROL_HEADER,
    "RICcontrolMessage": PayloadKind.CONTROL_MESSAGE,
    "RICcontrolOutcome": PayloadKind.CONTROL_OUTCOME,
    "RICqueryHeader": PayloadKind.QUERY_HEADER,
    "RICqueryDefinition": PayloadKind.QUERY_DEFINITION,
    "RICqueryOutcome": PayloadKind.QUERY_OUTCOME,
}
"""E2AP's types that hold payloads of service models."""
_OID_MEMBER = "ranFunctionOID"


@dataclass(frozen=True, slots=True)
class Payload:
    """An octet string for a service model; ``octet`` is where it begins, ``end_bit`` where it ends.

    ``oid`` is the RAN Function OID beside it, where there is one.
    """

    name: str
    kind: PayloadKind
    octets: bytes
    octet: int
    end_bit: int
    oid: str | None


@dataclass(frozen=True, slots=True)
class ReadPayload:
    """A payload with the model that it is of, and what that model reads; ``reason`` says why, or why none."""

    payload: Payload
    model: ServiceModel | None
    decoded: DecodedPayload | None
    reason: str

    def expansion(self) -> Expansion | None:
        """The payload as a part of the message's tree, None if it could not be read at all."""
        if self.model is None or self.decoded is None or self.decoded.edition is None:
            return None
        edition = self.decoded.edition
        title = f"{self.model.title} {edition}"
        return Expansion(title, self.model.trace(self.payload.kind, self.payload.octets, edition))

    def document(self) -> dict[str, Any]:
        """The payload as JSON; unknown is null."""
        decoded = self.decoded
        value = None
        if self.model is not None and decoded is not None and decoded.edition is not None:
            form = JsonForm(self.model.codec(decoded.edition))
            value = form.to_json(self.model.types[self.payload.kind], decoded.value)
        return {
            "name": self.payload.name,
            "kind": self.payload.kind.value,
            "octet": self.payload.octet,
            "interface": None if self.model is None else self.model.key,
            "edition": None if decoded is None else decoded.edition,
            "accepted_by": [] if decoded is None else list(decoded.accepting),
            "type": None if self.model is None else self.model.types.get(self.payload.kind),
            "value": value,
            "complaints": [] if decoded is None else [complaint_document(each) for each in decoded.complaints],
            "reason": self.reason,
        }


def find_payloads(root: TraceNode) -> list[Payload]:
    """The payloads in a traced E2AP message, in the order of the octets."""
    return list(_walk(root, None))


def read_payloads(payloads: Sequence[Payload], wanted: ServiceModel | None = None) -> list[ReadPayload]:
    """Each payload by the model that it is of.

    A function definition says so itself, by the OID beside or inside it; the other payloads of a message are of the
    one model that accepts the most of them. ``wanted`` decides for all.
    """
    others = [payload for payload in payloads if payload.kind is not PayloadKind.FUNCTION_DEFINITION]
    common, reason = _tried(others) if wanted is None else (wanted, f"{wanted.title} was asked for")
    return [
        _read(payload, common, reason)
        if wanted is not None or payload.kind is not PayloadKind.FUNCTION_DEFINITION
        else _identified(payload)
        for payload in payloads
    ]


def _walk(node: TraceNode, oid: str | None) -> Iterator[Payload]:
    kind = KINDS.get(node.type_name)
    if kind is not None and isinstance(node.value, bytes):
        octet = (node.end_bit >> 3) - len(node.value)
        yield Payload(node.name, kind, node.value, octet, node.end_bit, oid)
    beside = next((child.value for child in node.children if child.name == _OID_MEMBER), oid)
    for child in node.children:
        yield from _walk(child, beside)


def _identified(payload: Payload) -> ReadPayload:
    found = identification(payload.oid, payload.octets)
    return _read(payload, found.model, found.reason)


def _tried(payloads: Sequence[Payload]) -> tuple[ServiceModel | None, str]:
    if not payloads:
        return None, "there is no payload"
    counts = {
        model: sum(bool(model.accepting(payload.kind, payload.octets)) for payload in payloads) for model in MODELS
    }
    most = max(counts.values())
    best = [model for model, count in counts.items() if count == most]
    titles = " and ".join(model.title for model in best)
    if not most:
        return None, "no edition of a service model known here accepts it"
    if len(best) > 1:
        return None, f"{titles} accept it alike; choose one with --model"
    return best[0], f"only {titles} accepts {'it' if len(payloads) == 1 else 'most of the payloads'}"


def _read(payload: Payload, model: ServiceModel | None, reason: str) -> ReadPayload:
    decoded = None if model is None else model.decode(payload.kind, payload.octets, offset=payload.octet)
    return ReadPayload(payload, model, decoded, reason)

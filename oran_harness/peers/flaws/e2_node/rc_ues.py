"""E2 nodes that cannot do without the optional members of a UE-ID (E2SM 6.2.2.6)."""

from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.kpm_payload import rewritten as rewritten_kpm
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.rc_payload import Asked, controls, rewritten
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICcontrolFailure,
    RICcontrolRequest,
    RICindication,
    RICqueryResponse,
)
from oran_harness.service_models import PayloadKind
from oran_harness.steps.causes import cause

NODE = Role.E2_NODE


def _named(ue: Any) -> Any:
    """A UE-ID with a RAN UE ID, as the number of the UE gives it."""
    variant, content = ue
    if variant != "gNB-UEID":
        return ue
    return (variant, replace(content, ran_ue_id=content.amf_ue_ngap_id.to_bytes(8)))


def _with_names(value: Any, formats: str) -> Any:
    name, content = getattr(value, formats)
    return replace(value, **{formats: (name, within(content, ("ue_id",), _named))})


def _named_in_report(indication: Any) -> Any:
    kind, octets = PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message
    changed = rewritten_kpm(kind, octets, lambda value: _with_names(value, "indication_message_formats"))
    return replace(indication, ric_indication_message=changed)


def _named_in_outcome(response: Any) -> Any:
    kind, octets = PayloadKind.QUERY_OUTCOME, response.ric_query_outcome
    changed = rewritten(kind, octets, lambda value: _with_names(value, "ric_query_outcome_formats"))
    return replace(response, ric_query_outcome=changed)


def _nameless(found: Asked) -> bool:
    return found.ue is not None and found.ue[0] == "gNB-UEID" and found.ue[1].ran_ue_id is None


def _not_found(request: Any, edition: str) -> Message:
    why = cause("control-failed-to-execute", edition)
    return RICcontrolFailure(request.ric_request_id, request.ran_function_id, request.ric_call_process_id, why)


def _by_name(actor: Actor) -> Actor:
    saying = Rewriting(Rewriting(actor, RICindication, _named_in_report), RICqueryResponse, _named_in_outcome)
    return Answering(saying, of(RICcontrolRequest, where=controls(_nameless)), _not_found)


FLAWS = (
    Flaw(
        "node-rc-wants-ran-ue-id",
        "Finds a UE by its RAN UE ID alone, which a near-RT RIC may leave out",
        NODE,
        "F11",
        _by_name,
        ("E2SM-RC-252",),
    ),
)
"""One flaw each."""

"""E2 nodes that declare their KPM function wrongly (KPM 8.2.2.1)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.kpm_payload import is_kpm, rewritten
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.protocols.e2ap.messages import E2setupRequest
from oran_harness.service_models.payload import PayloadKind

NODE = Role.E2_NODE
_KIND = PayloadKind.FUNCTION_DEFINITION
_FORMATS = ("ric_action_format_type", "ric_indication_header_format_type", "ric_indication_message_format_type")


def _definitions(change: Callable[[bytes], bytes | None]) -> Callable[[Any], Any]:
    """Change the KPM definitions that a setup offers, in octets."""

    def of_function(octets: bytes) -> bytes | None:
        return change(octets) if is_kpm(_KIND, octets) else octets

    return lambda message: within(message, ("ran_function_definition",), of_function)


def _counted_from_zero(octets: bytes) -> bytes | None:
    def of_styles(value: Any) -> Any:
        items = value.ric_report_style_list or ()
        less = (replace(item, **{name: getattr(item, name) - 1 for name in _FORMATS}) for item in items)
        return replace(value, ric_report_style_list=tuple(less) or None)

    return rewritten(_KIND, octets, of_styles)


FLAWS = (
    Flaw(
        "node-kpm-definition-padded",
        "Pads the RAN Function Definition of KPM with zeros",
        NODE,
        "F6",
        lambda actor: Rewriting(actor, E2setupRequest, _definitions(lambda octets: octets + bytes(4))),
        ("E2SM-KPM-201", "E2SM-PAYLOAD"),
    ),
    Flaw(
        "node-kpm-formats-from-zero",
        "Counts the formats of its KPM report styles from 0",
        NODE,
        "F10",
        lambda actor: Rewriting(actor, E2setupRequest, _definitions(_counted_from_zero)),
        ("E2SM-KPM-202", "KPM-DEFINITION-FORMATS"),
    ),
)
"""One flaw each."""

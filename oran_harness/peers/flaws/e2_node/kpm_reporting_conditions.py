"""E2 nodes that take the reporting conditions of KPM for something else (KPM 7.4.2.2, 7.4.2.4)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.kpm_payload import of_actions, of_messages
from oran_harness.peers.flaws.on_hearing import Mishearing
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.messages import RICindication, RICsubscriptionRequest

NODE = Role.E2_NODE
_NOT_SATISFIED = ("notSatisfied", None)


def _mishears(change: Callable[[Any], Any]) -> Callable[[Actor], Actor]:
    """Takes the reporting conditions of a measurement for what ``change`` makes of them."""
    conditions = ("match_cond_report_list",)
    return lambda actor: Mishearing(
        actor, of(RICsubscriptionRequest), of_actions(lambda value: within(value, conditions, change))
    )


def _reports(change: Callable[[Any], Any]) -> Callable[[Actor], Actor]:
    return lambda actor: Rewriting(actor, RICindication, of_messages(change))


def _nothing_satisfied(message: Any) -> Any:
    """No value of a report whose measurements have conditions is satisfied."""
    _, content = message.indication_message_formats
    listed = getattr(content, "meas_info_list", None) or ()
    if not any(item.match_cond_report_list for item in listed):
        return message
    return within(message, ("meas_record",), lambda record: (_NOT_SATISFIED,) * len(record))


def _without_unsatisfied(message: Any) -> Any:
    """Values that are not satisfied are left out, unless nothing would be left."""

    def kept(record: Any) -> Any:
        return tuple(value for value in record if value != _NOT_SATISFIED) or record

    return within(message, ("meas_record",), kept)


FLAWS = (
    Flaw(
        "node-kpm-reports-whatever-the-value",
        "Reports values that fail their reporting conditions",
        NODE,
        None,
        _mishears(lambda _: None),
        ("E2SM-KPM-291", "E2SM-KPM-293", "E2SM-KPM-295"),
    ),
    Flaw(
        "node-kpm-nothing-satisfied",
        "Reports no value of a measurement that has reporting conditions",
        NODE,
        None,
        _reports(_nothing_satisfied),
        ("E2SM-KPM-292", "E2SM-KPM-294"),
    ),
    Flaw(
        "node-kpm-first-reporting-condition",
        "Looks at the first of several reporting conditions alone",
        NODE,
        None,
        _mishears(lambda conditions: tuple(replace(each, logical_or=None) for each in conditions[:1])),
        ("E2SM-KPM-293", "E2SM-KPM-294"),
    ),
    Flaw(
        "node-kpm-no-alternatives",
        "Takes reporting conditions joined by OR for such as all have to hold",
        NODE,
        None,
        _mishears(lambda conditions: tuple(replace(each, logical_or=None) for each in conditions)),
        ("E2SM-KPM-294",),
    ),
    Flaw(
        "node-kpm-leaves-out-unsatisfied",
        "Leaves values that fail their reporting conditions out of the record",
        NODE,
        None,
        _reports(_without_unsatisfied),
        ("E2SM-KPM-295", "KPM-RECORD-LENGTH"),
    ),
)
"""One flaw each."""

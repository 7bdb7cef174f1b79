"""Causes (E2AP 9.2.1), spelt as each edition has them."""

from typing import cast

from oran_harness.protocols.e2ap.elements import Cause

FIRST_EDITION = "1.01"
_REQUEST = "ricRequest"
_SECOND_EDITIONS = (FIRST_EDITION, "2.03")
_GROUPS: dict[str, tuple[str, ...]] = {
    _REQUEST: (
        "ran-function-id-invalid",
        "action-not-supported",
        "excessive-actions",
        "duplicate-action",
        "duplicate-event-trigger",
        "function-resource-limit",
        "request-id-unknown",
        "inconsistent-action-subsequent-action-sequence",
        "control-message-invalid",
        "ric-call-process-id-invalid",
        "control-timer-expired",
        "control-failed-to-execute",
        "system-not-ready",
        "ricRequest/unspecified",
        "ric-subscription-end-time-expired",
        "ric-subscription-end-time-invalid",
        "duplicate-ric-request-id",
        "eventTriggerNotSupported",
        "requested-information-unavailable",
        "invalid-information-request",
    ),
    "ricService": ("ran-function-not-supported", "excessive-functions", "ric-resource-limit"),
    "e2Node": ("e2node-component-unknown",),
    "transport": ("transport/unspecified", "transport-resource-unavailable"),
    "protocol": (
        "transfer-syntax-error",
        "abstract-syntax-error-reject",
        "abstract-syntax-error-ignore-and-notify",
        "message-not-compatible-with-receiver-state",
        "semantic-error",
        "abstract-syntax-error-falsely-constructed-message",
        "protocol/unspecified",
    ),
    "misc": ("control-processing-overload", "hardware-failure", "om-intervention", "misc/unspecified"),
}
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names}
CAUSES = tuple(_GROUP_OF)
"""All names, as ``cause`` takes them."""

# What comes nearest where an edition lacks a value.
_BEFORE_THIRD: dict[str, tuple[str, str]] = {
    "ric-subscription-end-time-expired": (_REQUEST, "unspecified"),
    "ric-subscription-end-time-invalid": (_REQUEST, "unspecified"),
    "duplicate-ric-request-id": (_REQUEST, "unspecified"),
    "eventTriggerNotSupported": (_REQUEST, "action-not-supported"),
    "requested-information-unavailable": (_REQUEST, "unspecified"),
    "invalid-information-request": (_REQUEST, "unspecified"),
}
_FIRST: dict[str, tuple[str, str]] = {
    "ran-function-id-invalid": (_REQUEST, "ran-function-id-Invalid"),
    "duplicate-event-trigger": (_REQUEST, "duplicate-event"),
    "ric-call-process-id-invalid": (_REQUEST, "call-process-id-invalid"),
    "control-timer-expired": (_REQUEST, "call-process-id-invalid"),
    "control-failed-to-execute": (_REQUEST, "unspecified"),
    "system-not-ready": (_REQUEST, "unspecified"),
    "ran-function-not-supported": ("ricService", "function-not-required"),
    "e2node-component-unknown": ("misc", "unspecified"),
}


def cause(name: str, edition: str) -> Cause:
    """The cause of that name, or what comes nearest to it in an edition that lacks it.

    ``name`` is the value as the newest edition spells it (``"request-id-unknown"``); ``"unspecified"`` alone is in
    four groups, so there it is ``"misc/unspecified"``, ``"ricRequest/unspecified"`` and so on. Raises ``KeyError``
    for another name.
    """
    found = (_GROUP_OF[name], name.rpartition("/")[2])
    if edition in _SECOND_EDITIONS:
        found = _BEFORE_THIRD.get(name, found)
    if edition == FIRST_EDITION:
        found = _FIRST.get(name, found)
    return cast("Cause", found)

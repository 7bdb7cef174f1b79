"""What a case needs that this run may not have."""

from collections.abc import Iterable

from oran_harness.model import CaseDescription
from oran_harness.steps.offers import model_edition

_TRANSPORTS = {
    "netconf+ssh": ("ssh", "secured", "framing"),
    "netconf+tls": ("tls", "secured", "framing"),
    "netconf+grpc": (),
    "netconf+grpcs": (),
    "memory": ("framing",),
}
_WORDS = {
    "ssh": "netconf+ssh://",
    "tls": "netconf+tls://",
    "secured": "netconf+ssh:// or netconf+tls://",
    "framing": "octets in frames (netconf+ssh:// or netconf+tls://)",
}
"""What a case may need of the way to the SUT, and which ways have it, where their names do not say so."""


def unmet(case: CaseDescription, edition: str, scheme: str, stimuli: tuple[str, ...] | None) -> str | None:
    """Why a case cannot be performed here; None if it can.

    ``edition`` is the E2AP edition that is spoken, ``scheme`` the transport; ``stimuli`` are those that the adapter of
    the SUT knows, None where each has to be tried.
    """
    for need in case.needs:
        kind, _, value = need.partition(":")
        if kind == "stimulus" and stimuli is not None and value not in stimuli:
            return f"no stimulus: {value}"
        if kind == "e2ap" and _number(edition) < _number(value):
            return f"needs E2AP {value} or later, and {edition} is spoken here (--e2ap)"
        if kind == "transport" and value not in _TRANSPORTS.get(scheme, (scheme.partition("+")[0],)):
            return f"needs {_WORDS.get(value, f'{value}://')}, and the SUT is reached by {scheme}://"
    return None


def ahead(case: CaseDescription, edition: str) -> bool:
    """Whether a case is about what the reference peers do not speak beside an E2AP edition: a later service model.

    Products may combine editions otherwise, so that this keeps no case from being performed.
    """
    wanted = [need.partition(":") for need in case.needs]
    return any(kind == "kpm" and _number(model_edition("kpm", edition)) < _number(value) for kind, _, value in wanted)


def first_edition(case: CaseDescription, editions: Iterable[str], scheme: str = "memory") -> str | None:
    """The first of these editions of E2AP in which the case can be performed; None if there is none.

    One in which the reference peers have what it is about comes first. ``scheme`` is the transport; whether the SUT can
    be had to do what a case wants of it is not looked at.
    """
    able = [each for each in editions if unmet(case, each, scheme, None) is None]
    return next((each for each in able if not ahead(case, each)), able[0] if able else None)


def wants_stimulus(case: CaseDescription) -> bool:
    """Whether the case has the SUT do something of its own."""
    return any(need.startswith("stimulus:") for need in case.needs)


def _number(edition: str) -> tuple[int, ...]:
    return tuple(int(part) for part in edition.split("."))

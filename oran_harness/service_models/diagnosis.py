"""What octets may be that no edition of their service model accepts: hints for people, never verdicts."""

from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.registry import MODELS

MINIMUM_OCTETS = 8
"""Fewer octets conform to many types by chance."""
SHOWN = 40
"""How much of a text a hint shows, in characters."""


def diagnose(model: ServiceModel, kind: PayloadKind, octets: bytes) -> tuple[str, ...]:
    """Sentences that may explain why no edition of the model accepts a payload; empty if nothing comes to mind.

    Tried are the other payloads of this and the other models (a payload in the wrong octet string, or of a function
    with another ID), a copy of the RAN Function Name's text, and padding behind the value.
    """
    if model.accepting(kind, octets):
        return ()
    hints: list[str] = []
    if not octets:
        return ("there are no octets at all",)
    if len(octets) >= MINIMUM_OCTETS:
        hints += _read_otherwise(model, kind, octets)
    if all(0x20 <= octet < 0x7F for octet in octets):
        shown = octets[:SHOWN].decode("ascii") + ("..." if len(octets) > SHOWN else "")
        hints.append(f"the octets are the text {shown!r}")
    stripped = octets.rstrip(b"\0")
    for length in range(len(stripped), min(len(octets), len(stripped) + 3)):
        editions = model.accepting(kind, octets[:length])
        if editions:
            hints.append(
                f"without the {len(octets) - length} octets of zero at the end, {model.title} {editions[-1]} reads them"
            )
            break
    return tuple(hints)


def _read_otherwise(model: ServiceModel, kind: PayloadKind, octets: bytes) -> list[str]:
    hints = []
    for other in (model, *(one for one in MODELS if one is not model)):
        for other_kind in other.types:
            if (other, other_kind) != (model, kind):
                editions = other.accepting(other_kind, octets)
                if editions:
                    name = other_kind.value.replace("-", " ")
                    hints.append(f"they read as {_article(name)} {name} of {other.title} {editions[-1]}")
    return hints


def _article(name: str) -> str:
    return "an" if name[0] in "aeio" else "a"

"""What a message is called, told from its first two octets alone: for whoever passes messages on, and reads few."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from oran_harness.protocols.e2ap.tables import OUTCOMES, editions, tables

_ALTERNATIVE_BITS = 5
"""The alternative of E2AP-PDU stands in the first octet behind its extension bit, aligned to the left (X.691 23)."""


@dataclass(frozen=True, slots=True)
class Label:
    """The names of a message and of its procedure."""

    message: str
    procedure: str


def label_of(octets: bytes) -> Label | None:
    """What octets begin like; None if that is no message of any edition. What follows may still be anything."""
    return _labels().get(bytes(octets[:2]))


@functools.cache
def message_names() -> tuple[str, ...]:
    """The names of all messages and procedures of all editions, in alphabetical order."""
    labels = _labels().values()
    return tuple(sorted({name for label in labels for name in (label.message, label.procedure)}))


@functools.cache
def _labels() -> Mapping[bytes, Label]:
    return {
        bytes((OUTCOMES.index(outcome) << _ALTERNATIVE_BITS, row.code)): Label(message, row.name)
        for edition in editions()
        for row in tables(edition).procedures.values()
        for outcome, message in row.messages.items()
    }

"""What the kernel tells of an association between its messages (RFC 6458 6.1)."""

import struct
from dataclasses import dataclass
from enum import IntEnum
from socket import ntohs

_HEAD = struct.Struct("=HHI")
_CHANGE = struct.Struct("=HHHHi")
_PARTIAL = struct.Struct("=IiII")


class NotificationType(IntEnum):
    """The notifications that we ask for."""

    ASSOC_CHANGE = 0x8001
    SHUTDOWN_EVENT = 0x8005
    PARTIAL_DELIVERY_EVENT = 0x8006


class AssociationState(IntEnum):
    """What an association change says."""

    COMM_UP = 0
    COMM_LOST = 1
    RESTART = 2
    SHUTDOWN_COMP = 3
    CANT_STR_ASSOC = 4


@dataclass(frozen=True, slots=True)
class Notification:
    """One notification; ``type`` may be one that we do not know.

    ``state``, ``error`` (cause code of RFC 9260 3.3.10, or 0) and ``aborted`` (an ABORT chunk came) are those of an
    association change; ``stream`` is that of a partial delivery that was given up.
    """

    type: int
    state: int | None = None
    error: int = 0
    aborted: bool = False
    stream: int | None = None


def parse_notification(octets: bytes) -> Notification:
    """What the kernel wrote. Octets that are too short for their type give a notification of that type alone."""
    if len(octets) < _HEAD.size:
        return Notification(0)
    kind, _, _ = _HEAD.unpack_from(octets)
    if kind == NotificationType.ASSOC_CHANGE and len(octets) >= _HEAD.size + _CHANGE.size:
        state, cause, _, _, _ = _CHANGE.unpack_from(octets, _HEAD.size)
        # The cause code is in network order, as it stood in the ABORT, whose causes follow.
        return Notification(kind, state, ntohs(cause), len(octets) > _HEAD.size + _CHANGE.size)
    if kind == NotificationType.PARTIAL_DELIVERY_EVENT and len(octets) >= _HEAD.size + _PARTIAL.size:
        return Notification(kind, stream=_PARTIAL.unpack_from(octets, _HEAD.size)[2])
    return Notification(kind)

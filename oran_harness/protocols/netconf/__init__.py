"""NETCONF, sans-IO and role-blind: octets in, events out (RFC 6241, RFC 6242, RFC 5277).

* ``conversation`` - ``Conversation`` follows one session, both sides of it; ``states`` has its one state table
* ``events`` - what octets meant; among them ``Breach``: who departed from which clause; ``message_label`` names them
* ``breach_kind`` - every way to do so, with clause and weight; ``flaw`` is one before its sender is known
* ``framing`` - messages in and out of their frames; ``messages`` what they are, ``reading`` from elements to those
* ``capabilities``, ``rpc_error``, ``event_time`` - the parts with rules of their own; ``pairing`` requests and replies
* ``speaking`` - what a side says, as octets; ``misspeaking`` and ``misframing`` the same, wrong on purpose
* ``carriers`` - what carries it, with frames or without
* ``side``, ``namespaces`` - words

Time comes in as ``now``, in seconds; nothing here does I/O, and nothing that a peer sends raises. All but
``breach_kind`` needs lxml: what is named here is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oran_harness.protocols.netconf.breach_kind import BreachKind
    from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1, Capabilities, Capability, capability
    from oran_harness.protocols.netconf.carriers import CARRIERS, has_frames
    from oran_harness.protocols.netconf.conversation import Conversation
    from oran_harness.protocols.netconf.events import (
        Breach,
        HelloHeard,
        NetconfEvent,
        NotificationHeard,
        ReplyHeard,
        RpcHeard,
        Said,
        SessionClosed,
        SessionKilled,
        UnreadableHeard,
    )
    from oran_harness.protocols.netconf.framing import Framing, frame
    from oran_harness.protocols.netconf.message_label import label
    from oran_harness.protocols.netconf.messages import Hello, Notification, Rpc, RpcReply
    from oran_harness.protocols.netconf.misspeaking import MISSPEAKINGS, Misspeaking, misspeak
    from oran_harness.protocols.netconf.namespaces import BASE, NOTIFICATION, base
    from oran_harness.protocols.netconf.rpc_error import ERROR_TAGS, RpcError, error_info
    from oran_harness.protocols.netconf.side import Side
    from oran_harness.protocols.netconf.states import TRANSITIONS, Happening, State

__all__ = [
    "BASE",
    "BASE_1_0",
    "BASE_1_1",
    "CARRIERS",
    "ERROR_TAGS",
    "MISSPEAKINGS",
    "NOTIFICATION",
    "TRANSITIONS",
    "Breach",
    "BreachKind",
    "Capabilities",
    "Capability",
    "Conversation",
    "Framing",
    "Happening",
    "Hello",
    "HelloHeard",
    "Misspeaking",
    "NetconfEvent",
    "Notification",
    "NotificationHeard",
    "ReplyHeard",
    "Rpc",
    "RpcError",
    "RpcHeard",
    "RpcReply",
    "Said",
    "SessionClosed",
    "SessionKilled",
    "Side",
    "State",
    "UnreadableHeard",
    "base",
    "capability",
    "error_info",
    "frame",
    "has_frames",
    "label",
    "misspeak",
]
_HOMES = (
    "breach_kind",
    "capabilities",
    "carriers",
    "conversation",
    "events",
    "framing",
    "message_label",
    "messages",
    "misspeaking",
    "namespaces",
    "rpc_error",
    "side",
    "states",
)


def __getattr__(name: str) -> object:
    """A name of this map, out of the module that it lives in."""
    if name in __all__:
        for home in _HOMES:
            module = import_module(f"{__name__}.{home}")
            if hasattr(module, name):
                found: object = getattr(module, name)
                globals()[name] = found
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

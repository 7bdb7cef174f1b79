"""Operations one after the other, each after the reply to the one before."""

from collections.abc import Generator, Mapping
from typing import Any

from oran_harness.codec.xml import Element
from oran_harness.protocols.netconf.messages import RpcReply

Told = Mapping[str, Any]
"""What came of a dialogue, in terms of JSON."""
Dialogue = Generator[Element, RpcReply, Told]
"""It gives operations and gets their replies; at its end it says what came of it."""
Step = Generator[Element, RpcReply, RpcReply]


class Declined(Exception):
    """The element refused an operation that had to be done; the text says which, and why."""


def done(operation: Element) -> Step:
    """Ask for what has to be done; raises ``Declined`` if it is refused."""
    reply = yield operation
    if reply.refused:
        raise Declined(why(operation, reply))
    return reply


def why(operation: Element, reply: RpcReply) -> str:
    """What was refused, and with which errors."""
    name = operation.tag.rpartition("}")[2]
    told = "; ".join(
        ": ".join(part for part in (error.tag or "no error-tag", error.path, error.message) if part)
        for error in reply.errors
        if error.severity != "warning"
    )
    return f"{name} was refused: {told}"

"""The four messages of NETCONF, over their elements (RFC 6241 4, 8.1; RFC 5277 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from oran_harness.codec.xml import Element, local_name, namespace
from oran_harness.protocols.message import AnyMessage
from oran_harness.protocols.netconf.capabilities import Capabilities
from oran_harness.protocols.netconf.rpc_error import RpcError


@dataclass(frozen=True, slots=True, eq=False)
class Hello(AnyMessage):
    """A hello; ``session_id`` is None where there is none, or none that is a number from 1 to 4294967295."""

    NAME: ClassVar[str] = "hello"
    element: Element
    octets: bytes
    capabilities: Capabilities
    session_id: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Rpc(AnyMessage):
    """A request.

    ``message_id`` is None where there is none. ``attributes`` are the others of the rpc element, names in lxml's form.
    ``operation`` is the first element in it, None if there is none. ``n`` counts the requests of the session from 1.
    """

    NAME: ClassVar[str] = "rpc"
    element: Element
    octets: bytes
    message_id: str | None
    attributes: Mapping[str, str]
    operation: Element | None
    n: int = 0

    @property
    def name(self) -> str:
        """The local name of the operation; empty if there is none."""
        return "" if self.operation is None else local_name(self.operation.tag)

    @property
    def namespace(self) -> str:
        """The namespace of the operation; empty if there is none."""
        return "" if self.operation is None else namespace(self.operation.tag)

    def asks(self, name: str) -> bool:
        """Whether the operation is one of NETCONF's own: of this local name, in the namespace of the rpc element."""
        return self.operation is not None and bool(self.operation.tag == self.element.tag.removesuffix("rpc") + name)


@dataclass(frozen=True, slots=True, eq=False)
class RpcReply(AnyMessage):
    """A reply: ``ok``, ``errors``, and ``content``, the other elements in it (mostly one, ``data``)."""

    NAME: ClassVar[str] = "rpc-reply"
    element: Element
    octets: bytes
    message_id: str | None
    attributes: Mapping[str, str]
    ok: bool
    errors: tuple[RpcError, ...]
    content: tuple[Element, ...]

    @classmethod
    def is_answer(cls) -> bool:
        """Each answers an rpc (RFC 6241 4.2)."""
        return True

    @property
    def refused(self) -> bool:
        """Whether an error, and not only warnings, came back."""
        return any(error.severity != "warning" for error in self.errors)


@dataclass(frozen=True, slots=True, eq=False)
class Notification(AnyMessage):
    """A notification; ``event_time`` is None where it tells no time, and without a time zone where it names none.

    ``content`` is the event, the first element that is not the eventTime.
    """

    NAME: ClassVar[str] = "notification"
    element: Element
    octets: bytes
    event_time: datetime | None
    content: Element | None


Message = Hello | Rpc | RpcReply | Notification

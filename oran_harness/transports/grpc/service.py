"""A service of gRPC whose one call is an association."""

from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.transports.link import Delivery


class UnusableMessage(Exception):
    """The far end sent what is no message of an association; the text says why."""


@dataclass(frozen=True, slots=True)
class Service:
    """What is said over a stream, and what it is called.

    ``carries`` is what goes over it, for people, and ``proto`` the file that describes it. ``encode`` makes a message
    of octets, stream and PPID; ``decode`` takes one apart, and raises ``UnusableMessage``.
    """

    name: str
    method: str
    carries: str
    proto: str
    encode: Callable[[bytes, int, int], bytes]
    decode: Callable[[bytes], Delivery]

    @property
    def path(self) -> str:
        """The call, as gRPC names it."""
        return f"/{self.name}/{self.method}"

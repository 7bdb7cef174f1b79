"""A session with somebody between the two who sees, alters or repeats its octets."""

from dataclasses import dataclass
from typing import ClassVar

from oran_harness.steps.attempts.attempt import Attempt, Came


@dataclass(frozen=True)
class Tampered(Came):
    """What came of it. ``hello`` is what the SUT said first, ``heard`` what came behind the request.

    ``wire`` are the octets as they went over the wire, of both directions, up to a limit. ``ended`` tells that the SUT
    ended the session, ``why`` how.
    """

    hello: bytes = b""
    heard: bytes = b""
    wire: bytes = b""
    ended: bool = False
    why: str = ""


@dataclass(frozen=True)
class Tampering(Attempt[Tampered]):
    """Open a session by way of a stranger, say ``hello`` and then ``request``, with which he deals.

    ``how`` is ``"seen"`` (he only looks on), ``"altered"`` (one octet of what carries the request is another) or
    ``"repeated"`` (what carries it is sent twice). What comes behind it is heard for ``lasting`` seconds.
    """

    came: ClassVar[type[Came]] = Tampered
    how: str
    hello: bytes
    request: bytes
    lasting: float = 1.0

    @property
    def text(self) -> str:
        """What is tried, for people."""
        return f"send a request past a stranger, by whom it is {self.how}"

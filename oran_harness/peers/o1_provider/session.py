"""One NETCONF session of the provider."""

from collections.abc import Callable
from dataclasses import dataclass, field

from oran_harness.peers.actor import Say
from oran_harness.peers.o1_provider.subscription import Subscription
from oran_harness.protocols.netconf.conversation import Conversation
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.side import Side

_PIECE = 1024 * 1024
"""Octets that are handed to the transport in one piece."""


@dataclass(eq=False)
class Watch:
    """The watchdog over one manager (O-RAN M-plane 6.7, 14.1).

    ``interval`` and ``guard`` are in seconds.

    ``told_by`` is the timer of the next sign of life, ``lost_by`` that at which the manager is given up; None before
    it has to answer.
    """

    interval: int
    guard: int
    told_by: int
    next_at: float
    lost_by: int | None = None


@dataclass(eq=False)
class Session:
    """One session. ``open`` is true from the client's hello on, ``over`` when nothing more is said."""

    number: int
    association: str
    user: str
    remote: str
    transport: str
    began: float
    conversation: Conversation
    open: bool = False
    over: bool = False
    ends_by: str = "dropped"
    killed_by: int | None = None
    watch: Watch | None = None
    subscriptions: dict[int, Subscription] = field(default_factory=dict)
    counters: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("in-rpcs", "in-bad-rpcs", "out-rpc-errors", "out-notifications"), 0)
    )

    def saying(self, message: bytes, frames: Callable[[bytes, Framing], bytes] = frame) -> list[Say]:
        """What has to be said for a message; ``frames`` puts it into its frame."""
        octets = frames(message, self.conversation.framing)
        if self.conversation.framing is Framing.NONE:
            return [Say(self.association, octets)]
        return [Say(self.association, octets[at : at + _PIECE]) for at in range(0, len(octets), _PIECE)]

    def say_hello(self, message: bytes, now: float) -> list[Say]:
        """What has to be said for our hello, which decides with the client's how messages are framed."""
        commands = self.saying(message)
        for command in commands:
            self.conversation.heard(Side.SERVER, command.octets, now)
        return commands

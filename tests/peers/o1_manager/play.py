"""A manager on virtual time with a managed element that a test plays."""

from collections.abc import Sequence

from oran_harness.peers.actor import Answer, Command, Connect, End, Heard, Over, Say, Stimulus, Up
from oran_harness.peers.o1_manager import ManagerConfig, O1Manager
from oran_harness.protocols.netconf import (
    BASE_1_0,
    BASE_1_1,
    Conversation,
    Framing,
    Rpc,
    RpcHeard,
    Side,
    frame,
    speaking,
)

CAPABILITY = "urn:ietf:params:netconf:capability:"
ALL = (
    BASE_1_0,
    BASE_1_1,
    *(f"{CAPABILITY}{name}" for name in ("candidate:1.0", "confirmed-commit:1.1", "validate:1.1", "notification:1.0")),
)


class Play:
    """One manager and, once it is up, one session with it."""

    def __init__(self, config: ManagerConfig | None = None) -> None:
        self.manager = O1Manager(config or ManagerConfig(learns=False))
        self.now = 0.0
        self.commands: list[Command] = list(self.manager.begin(0.0))
        self.conversation = Conversation()
        self.name = ""
        self.rpcs: list[Rpc] = []
        self.tickets = 0

    def up(self, capabilities: Sequence[str] = ALL) -> "Play":
        """The session that it asked for is up, and hellos are exchanged."""
        self.name = next(each.association for each in reversed(self.commands) if isinstance(each, Connect))
        self.conversation, self.rpcs = Conversation(), []
        self.take(self.manager.handle(Up(self.name, outbound=True), self.now))
        if capabilities:
            self.say(speaking.hello(capabilities, 7), Framing.END_OF_MESSAGE)
        return self

    def take(self, commands: Sequence[Command]) -> None:
        """Do what it asks for."""
        self.commands += commands
        for each in commands:
            if isinstance(each, Say) and each.association == self.name:
                events = self.conversation.heard(Side.CLIENT, each.octets, self.now)
                self.rpcs += [event.rpc for event in events if isinstance(event, RpcHeard)]

    def say(self, message: bytes, framing: Framing | None = None) -> None:
        """The element says something."""
        self.hear(frame(message, framing or self.conversation.framing))

    def hear(self, octets: bytes) -> None:
        """The manager hears octets."""
        self.conversation.heard(Side.SERVER, octets, self.now)
        self.take(self.manager.handle(Heard(self.name, octets), self.now))

    def ok(self) -> str:
        """The newest rpc is done; its name."""
        rpc = self.rpcs[-1]
        self.say(speaking.ok(rpc))
        return rpc.name

    def stimulate(self, name: str, **arguments: object) -> None:
        """Somebody asks it for something."""
        self.tickets += 1
        self.take(self.manager.handle(Stimulus(self.tickets, name, arguments), self.now))

    def over(self) -> None:
        """The session ends."""
        self.take(self.manager.handle(Over(self.name, "shutdown"), self.now))

    def wait(self, seconds: float) -> None:
        """Time passes."""
        until = self.now + seconds
        while (wakes_at := self.manager.wakes_at) is not None and wakes_at <= until:
            self.now = max(self.now, wakes_at)
            self.take(self.manager.wake(self.now))
        self.now = until

    @property
    def answers(self) -> list[Answer]:
        """What was answered to stimuli."""
        return [each for each in self.commands if isinstance(each, Answer)]

    @property
    def ended(self) -> bool:
        """Whether it has ended the session."""
        return End(self.name) in self.commands

    @property
    def connections(self) -> int:
        """How many sessions it has asked for."""
        return sum(isinstance(each, Connect) for each in self.commands)

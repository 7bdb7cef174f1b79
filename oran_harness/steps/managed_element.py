"""The managed element that a case speaks through, to an O1 manager under test."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.netconf import BASE_1_1, Framing, Hello, Rpc, RpcError, Side, misspeak, speaking
from oran_harness.steps.netconf_participant import OURS, NetconfParticipant
from oran_harness.steps.received import Sent
from oran_harness.steps.security_policy import SecurityPolicy, default_policy
from oran_harness.steps.step import Step

_EPOCH = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)


class WholeElement(Protocol):
    """What answers in our place where a case does not care."""

    @property
    def capabilities(self) -> tuple[str, ...]:
        """What its hello names."""
        ...

    def session_id(self, name: str) -> int:
        """The number of a session."""
        ...

    def reply(self, name: str, rpc: Rpc) -> bytes | None:
        """Its reply to an rpc on a session, done there and then; None where it has none."""
        ...


@dataclass(frozen=True, slots=True)
class Asks:
    """A predicate: whether an rpc asks for an operation of one of these names, of whatever namespace; none is any.

    ``besides`` are rpcs of before, which do not count.
    """

    names: tuple[str, ...]
    besides: tuple[Rpc, ...] = ()

    def __call__(self, rpc: Rpc) -> bool:
        """Whether it does."""
        return (not self.names or rpc.name in self.names) and not any(rpc is each for each in self.besides)


class ManagedElement(NetconfParticipant):
    """It waits for sessions, hears what is asked, and answers; associations are sessions.

    What a case does not expect is answered by ``element``, which is a whole managed element.
    """

    def __init__(
        self,
        *,
        number: int = 1,
        address: str | None = None,
        comes: bool = True,
        policy: SecurityPolicy | None = None,
    ) -> None:
        super().__init__(Role.O1_PROVIDER, number=number, address=address)
        self.comes = comes
        """Whether it is the SUT that opens connections; else we call it home (RFC 8071)."""
        self._policy = policy
        self.element: WholeElement | None = None
        self.requests: dict[str, list[Rpc]] = {}
        """What the SUT has asked so far on each session, by name, oldest first."""

    @property
    def policy(self) -> SecurityPolicy:
        """What is asked of SSH and TLS: what O1 asks, unless the run has another policy."""
        return self._policy or default_policy()

    @property
    def capabilities(self) -> tuple[str, ...]:
        """What our hello names unless a case says otherwise."""
        return OURS if self.element is None else self.element.capabilities

    def asked(self, *names: str) -> list[Rpc]:
        """What the SUT has asked in this case: operations of these names, all without."""
        heard = [rpc for each in self.requests.values() for rpc in each]
        return [rpc for rpc in heard if not names or rpc.name in names]

    def has(self, uri: str, session: str | None = None) -> bool:
        """Whether the SUT's hello on a session names a capability; parameters behind a question mark do not count."""
        hello = self.session(session).hello(Side.CLIENT)
        return hello is not None and uri in hello.capabilities

    def hello(self, session: str | None = None, capabilities: Iterable[str] | None = None) -> bytes:
        """Our hello on a session, not yet in its frame."""
        name = session or self.here or ""
        number = 1 if self.element is None else self.element.session_id(name)
        return speaking.hello(self.capabilities if capabilities is None else capabilities, number)

    async def connect(self, *, capabilities: Iterable[str] | None = None) -> str:
        """Wait for a session and exchange hellos on it (RFC 6241 8.1); its name."""
        name = await self.open()
        await self.greet(name, capabilities=capabilities)
        return name

    async def greet(
        self,
        session: str | None = None,
        *,
        capabilities: Iterable[str] | None = None,
        otherwise: Verdict = Verdict.FAIL,
    ) -> Hello:
        """Say our hello on a session, and hear the SUT's."""
        named = self.capabilities if capabilities is None else tuple(capabilities)
        # A hello without base:1.1 is none that RFC 6241 8.1 provides for.
        wrong = BASE_1_1 not in named
        said = self.hello(session, named)
        await self.say(said, session=session, framing=Framing.END_OF_MESSAGE, injected=wrong)
        return await self.expect(
            Hello,
            otherwise=otherwise,
            association=session,
            requirement="The o1-manager says hello with its capabilities (RFC 6241 8.1)",
        )

    def request(
        self,
        *names: str,
        session: str | None = None,
        within: float | None = None,
        otherwise: Verdict = Verdict.INCONC,
        requirement: str = "",
        besides: Iterable[Rpc] = (),
    ) -> Step[Rpc]:
        """Wait for an rpc, for one of these operations if any are named; nothing is said of a SUT that asks none.

        ``besides`` are rpcs of before, which do not count.
        """
        return self.expect(
            Rpc,
            where=Asks(names, tuple(besides)),
            association=session,
            within=within,
            otherwise=otherwise,
            requirement=requirement,
        )

    @property
    def last_session(self) -> str | None:
        """The session of the message that was heard last."""
        return self.here if self.last is None else self.last.association

    def reply(self, message: bytes, *, session: str | None = None, injected: bool = False) -> Step[Sent]:
        """Send a message on the session that was heard last."""
        return self.say(message, session=session or self.last_session, injected=injected)

    def ok(self, rpc: Rpc) -> Step[Sent]:
        """Answer that it is done."""
        return self.reply(speaking.ok(rpc))

    def refuse(self, rpc: Rpc, tag: str, *, type: str = "application", message: str = "") -> Step[Sent]:
        """Answer by an rpc-error."""
        return self.reply(speaking.refusal(rpc, RpcError(type, tag, message=message)))

    def proper(self, rpc: Rpc, session: str | None = None) -> bytes:
        """What our whole element replies, having done it; not yet in its frame."""
        found = None if self.element is None else self.element.reply(session or self.last_session or "", rpc)
        return speaking.ok(rpc) if found is None else found

    def answer(self, rpc: Rpc) -> Step[Sent]:
        """Answer as our whole element does."""
        return self.reply(self.proper(rpc))

    def misspeak(self, way: str, message: bytes, *, session: str | None = None, injected: bool = True) -> Step[Sent]:
        """Send a message in one of the ways of ``MISSPEAKINGS``; not all of them are wrong, some are but unusual."""
        name = session or self.last_session
        octets = misspeak(way, message, self.session(name).framing)
        return self.send_octets(octets, session=name, injected=injected)

    def notify(self, content: Element | bytes, *, session: str | None = None, after: int = 0) -> Step[Sent]:
        """Tell of an event; ``after`` counts seconds on the clock that the notification shows."""
        time = _EPOCH.replace(minute=after // 60 % 60, second=after % 60)
        return self.say(speaking.notification(time, content), session=session)

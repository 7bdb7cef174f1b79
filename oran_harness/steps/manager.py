"""The O1 manager that a case speaks through, to a managed element under test."""

from collections.abc import Iterable, Mapping
from itertools import count

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.netconf import (
    BASE_1_0,
    BASE_1_1,
    Conversation,
    Framing,
    Hello,
    RpcError,
    RpcReply,
    Side,
    frame,
    speaking,
)
from oran_harness.steps.claims import Claims
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.netconf_received import NetconfReceived
from oran_harness.steps.outcome import CaseOutcome
from oran_harness.steps.participant import Participant
from oran_harness.steps.received import Sent
from oran_harness.steps.step import Send, Step

OURS = (BASE_1_0, BASE_1_1)
"""What our hello names unless a case says otherwise."""


class Manager(Participant[NetconfReceived]):
    """It opens sessions, asks, and hears; associations are sessions."""

    def __init__(self, *, number: int = 1, address: str | None = None, claims: Claims | None = None) -> None:
        super().__init__(Role.O1_MANAGER, "1.1", number=number, address=address)
        self.claims = claims or Claims()
        """What the SUT's profile claims."""
        self.sessions: dict[str, Conversation] = {}
        """Both sides of each session that is or was up, by name."""
        self._numbers = count(1)

    def session(self, name: str | None = None) -> Conversation:
        """A session, the newest that is up unless another is named; a silent one where there is none."""
        return self.sessions.get(name or self.here or "", Conversation())

    def has(self, uri: str, session: str | None = None) -> bool:
        """Whether the SUT's hello on a session names a capability; parameters behind a question mark do not count."""
        hello = self.session(session).hello(Side.SERVER)
        return hello is not None and uri in hello.capabilities

    def say(
        self, message: bytes, *, session: str | None = None, framing: Framing | None = None, injected: bool = False
    ) -> Step[Sent]:
        """Send a message in a frame: that which the session is in, or ``framing``."""
        chosen = framing or self.session(session).framing
        return self.send_octets(frame(message, chosen), session=session, injected=injected)

    def send_octets(self, octets: bytes, *, session: str | None = None, injected: bool = True) -> Step[Sent]:
        """Send octets as they are; what breaks NETCONF is ``injected``."""
        return Send(octets, None, session or self._only, 0, 0, injected)

    async def connect(self, *, capabilities: Iterable[str] = OURS) -> str:
        """Open a session and exchange hellos on it (RFC 6241 8.1); its name."""
        name = await self.open()
        await self.greet(name, capabilities=capabilities)
        return name

    async def greet(
        self,
        session: str | None = None,
        *,
        capabilities: Iterable[str] = OURS,
        otherwise: Verdict = Verdict.FAIL,
    ) -> Hello:
        """Say our hello on a session, and hear the SUT's."""
        await self.say(speaking.hello(capabilities), session=session, framing=Framing.END_OF_MESSAGE)
        return await self.expect(
            Hello,
            otherwise=otherwise,
            association=session,
            requirement="The o1-provider says hello with its capabilities (RFC 6241 8.1)",
        )

    def new_message_id(self) -> str:
        """A message-id that this case has not used."""
        return str(next(self._numbers))

    async def ask(
        self,
        operation: Element | bytes,
        *,
        session: str | None = None,
        within: float | None = None,
        attributes: Mapping[str, str] | None = None,
        requirement: str = "The o1-provider answers each rpc with one rpc-reply (RFC 6241 4.2)",
    ) -> RpcReply:
        """Send an rpc, and wait for its reply, whatever that says."""
        message_id = self.new_message_id()
        await self.say(speaking.rpc(operation, message_id, attributes), session=session)
        return await self.expect(
            RpcReply, where=Replies(message_id), association=session, within=within, requirement=requirement
        )

    async def done(
        self, operation: Element | bytes, requirement: str, *, session: str | None = None, within: float | None = None
    ) -> RpcReply:
        """Ask for what has to be done; a refusal fails the case with ``requirement``."""
        reply = await self.ask(operation, session=session, within=within, requirement=requirement)
        if reply.refused:
            raise CaseOutcome(
                Verdict.FAIL, requirement=requirement, expected="no rpc-error", actual=errors_text(reply.errors)
            )
        return reply

    async def refused(
        self, operation: Element | bytes, requirement: str, *tags: str, session: str | None = None
    ) -> RpcError:
        """Ask for what has to be refused, with one of the error-tags; the error that says so."""
        reply = await self.ask(operation, session=session, requirement=requirement)
        found = next((error for error in reply.errors if error.tag in tags), None)
        if found is None:
            actual = errors_text(reply.errors) if reply.errors else "done, without an rpc-error"
            expected = f"an rpc-error with error-tag {' or '.join(tags)}"
            raise CaseOutcome(Verdict.FAIL, requirement=requirement, expected=expected, actual=actual)
        return found


def errors_text(errors: Iterable[RpcError]) -> str:
    """Errors for people: type, tag, what they are about."""
    told = []
    for error in errors:
        about = "".join(f", {what}" for what in (error.app_tag, error.path, error.message) if what)
        told.append(f"{error.type or 'no type'} {error.tag or 'no tag'}{about}")
    return "; ".join(told) or "no rpc-error"

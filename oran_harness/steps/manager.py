"""The O1 manager that a case speaks through, to a managed element under test."""

from collections.abc import Iterable, Mapping

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.netconf import Framing, Hello, RpcError, RpcReply, Side, speaking
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.netconf_participant import OURS, NetconfParticipant
from oran_harness.steps.outcome import CaseOutcome
from oran_harness.steps.step import Open

__all__ = ["OURS", "Manager", "errors_text"]


class Manager(NetconfParticipant):
    """It opens sessions, asks, and hears; associations are sessions."""

    def __init__(
        self, *, number: int = 1, address: str | None = None, other_user: str | None = None, comes: bool = False
    ) -> None:
        super().__init__(Role.O1_MANAGER, number=number, address=address)
        self.other_user = other_user
        """The name of a second user whom the SUT lets in; None if none is known."""
        self.called_home = comes
        """Whether it is the SUT that opens connections (RFC 8071)."""

    def has(self, uri: str, session: str | None = None) -> bool:
        """Whether the SUT's hello on a session names a capability; parameters behind a question mark do not count."""
        hello = self.session(session).hello(Side.SERVER)
        return hello is not None and uri in hello.capabilities

    async def connect(self, *, capabilities: Iterable[str] = OURS, user: str | None = None) -> str:
        """Open a session, as another user if one is named, and exchange hellos on it (RFC 6241 8.1); its name."""
        name = await (self.open() if user is None else Open(user=user))
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

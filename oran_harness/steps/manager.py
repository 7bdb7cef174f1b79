"""The O1 manager that a case speaks through, to a managed element under test."""

from collections.abc import Iterable, Mapping

from oran_harness.codec.xml import Element
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.protocols.netconf import BASE_1_1, Framing, Hello, RpcError, RpcReply, Side, speaking
from oran_harness.steps.claims import Claims
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.netconf_participant import OURS, NetconfParticipant
from oran_harness.steps.outcome import CaseOutcome
from oran_harness.steps.security_policy import SecurityPolicy, default_policy
from oran_harness.steps.step import Open, Step

__all__ = ["CALLS_AGAIN_S", "OURS", "Manager", "errors_text"]

CALLS_AGAIN_S = 3.0
"""Seconds that an element which calls home has for one more session beside those that are up."""


class Manager(NetconfParticipant):
    """It opens sessions, asks, and hears; associations are sessions.

    Where the SUT ``comes``, it calls home (RFC 8071): it is the element that decides how many sessions there are.
    """

    def __init__(
        self,
        *,
        number: int = 1,
        address: str | None = None,
        other_user: str | None = None,
        comes: bool = False,
        policy: SecurityPolicy | None = None,
        claims: Claims | None = None,
    ) -> None:
        super().__init__(Role.O1_MANAGER, number=number, address=address)
        self.claims = claims or Claims()
        """What the SUT's profile claims."""
        self.other_user = other_user
        """The name of a second user whom the SUT lets in; None if none is known."""
        self.called_home = comes
        """Whether it is the SUT that opens connections (RFC 8071)."""
        self._policy = policy

    @property
    def policy(self) -> SecurityPolicy:
        """What is asked of SSH, TLS and passwords: what O1 asks, unless the run has another policy."""
        return self._policy or default_policy()

    def open(
        self, *, within: float | None = None, otherwise: Verdict = Verdict.INCONC, place: str | None = None
    ) -> Step[str]:
        """Open a session, or wait for the next; one beside others is not waited for long from who calls home."""
        if self.called_home and self.standing:
            return Open(CALLS_AGAIN_S if within is None else within, otherwise, place, besides=True)
        return super().open(within=within, otherwise=otherwise, place=place)

    async def alone(self) -> None:
        """From an element that calls home another session comes when none is up, so end those that are."""
        if self.called_home:
            for name in tuple(self.standing):
                await self.close(name)

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
        named = tuple(capabilities)
        # A hello without base:1.1 is none that RFC 6241 8.1 provides for.
        wrong = BASE_1_1 not in named
        await self.say(speaking.hello(named), session=session, framing=Framing.END_OF_MESSAGE, injected=wrong)
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

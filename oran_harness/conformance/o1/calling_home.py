"""Elements that call home: they connect, and are the server all the same (RFC 8071; O-RAN.WG4 MP 6.3)."""

from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING, close_session
from oran_harness.model import Level, Verdict
from oran_harness.protocols.netconf import Side
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check

NEEDS = ("home:called",)
TAGS = ("call-home", "reconnect")
WITHIN_S = 90.0
"""Seconds in which an element that has lost its manager has to call again: re-call-home-no-ssh-timer is 60 at first."""
_AGAIN = "An element whose session is over calls home again (O-RAN.WG4 MP 6.3, 6.8)"


async def called_again(manager: Manager) -> None:
    """Wait for the next call, and have a session on it that serves."""
    name = await manager.open(within=WITHIN_S, otherwise=Verdict.FAIL)
    await manager.greet(name)
    await manager.done(NOTHING, _AGAIN, session=name)


@provider_case("O1-HOME-101", "Who calls home is the server", "RFC 8071 4.1; RFC 6241 8.1", needs=NEEDS, tags=TAGS)
async def is_server(manager: Manager) -> None:
    """On a connection that the element has opened its hello has a session-id, and it answers requests."""
    hello = manager.session().hello(Side.SERVER)
    assert hello is not None
    requirement = "Who calls home is the server, and its hello has a session-id (RFC 8071 4.1, RFC 6241 8.1)"
    check(hello.session_id is not None, requirement, expected="a session-id", actual="none")
    await manager.done(NOTHING, requirement)


@provider_case(
    "O1-HOME-102",
    "Who was closed calls again",
    "O-RAN.WG4 MP 6.3, 6.8",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=(*TAGS, "slow"),
)
async def calls_after_close(manager: Manager) -> None:
    """The session is closed with close-session: the element calls home again."""
    name = manager.here
    await manager.done(close_session(), "close-session is done (RFC 6241 7.8)")
    await manager.ending(name)
    await called_again(manager)


@provider_case(
    "O1-HOME-103",
    "Who has lost its manager calls again",
    "O-RAN.WG4 MP 6.3",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=(*TAGS, "slow"),
)
async def calls_after_loss(manager: Manager) -> None:
    """The connection is cut off: the element calls home again."""
    await manager.close(how="abort")
    await called_again(manager)

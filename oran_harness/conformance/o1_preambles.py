"""What is done before the body of a case at O1: a session, with hellos exchanged (RFC 6241 8.1); and after it."""

import functools
from typing import TYPE_CHECKING

from oran_harness.conformance.preambles import FRESH, NONE
from oran_harness.steps.case import Body
from oran_harness.steps.outcome import not_applicable, unsupported

if TYPE_CHECKING:
    from oran_harness.steps.manager import Manager

CAPABILITIES = {
    "writable-running": "urn:ietf:params:netconf:capability:writable-running:1.0",
    "candidate": "urn:ietf:params:netconf:capability:candidate:1.0",
    "confirmed-commit": "urn:ietf:params:netconf:capability:confirmed-commit:1.1",
    "rollback-on-error": "urn:ietf:params:netconf:capability:rollback-on-error:1.0",
    "validate": "urn:ietf:params:netconf:capability:validate:1.1",
    "startup": "urn:ietf:params:netconf:capability:startup:1.0",
    "xpath": "urn:ietf:params:netconf:capability:xpath:1.0",
    "with-defaults": "urn:ietf:params:netconf:capability:with-defaults:1.0",
    "notification": "urn:ietf:params:netconf:capability:notification:1.0",
    "interleave": "urn:ietf:params:netconf:capability:interleave:1.0",
}
"""The capabilities that a case may need (RFC 6241 8; RFC 5277; RFC 6243), by the names that their clauses give them."""

_NO_OTHER = (
    "the case needs a second user whom the element lets in: make one, and give ?other=NAME&other-password=env:VARIABLE "
    "(netconf+ssh, or other-key=FILE) or ?other=NAME&other-cert=FILE&other-key=FILE (netconf+tls) in the address"
)
_NOT_CALLED = "the case is about an element that calls home: give --listen, and have it connect there"
OTHER = "other"
CALLED = "called"


def prepared(body: Body, needs: tuple[str, ...]) -> Body:
    """The body with what it needs before it: nothing, a session in which nothing was said, or hellos exchanged.

    A capability that the hello of the SUT lacks makes the case ``unsupported``: that is how NETCONF refuses it. What
    the run does not have makes it ``skip``.
    """

    @functools.wraps(body)
    async def whole(manager: "Manager") -> None:
        if f"user:{OTHER}" in needs and manager.other_user is None:
            raise not_applicable(_NO_OTHER)
        if f"home:{CALLED}" in needs and not manager.called_home:
            raise not_applicable(_NOT_CALLED)
        if FRESH in needs:
            await manager.open()
        elif NONE not in needs:
            await manager.connect()
            for name in (need.partition(":")[2] for need in needs if need.startswith("capability:")):
                demand(manager, name)
        await body(manager)

    return whole


def demand(manager: "Manager", name: str) -> None:
    """End the case as ``unsupported`` unless the SUT's hello on the newest session names the capability."""
    if not manager.has(CAPABILITIES[name]):
        raise unsupported(f"the {manager.sut} does not advertise the capability :{name}")

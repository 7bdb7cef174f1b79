"""What is done before the body of a case at O1: a session, with hellos exchanged (RFC 6241 8.1); and after it."""

import functools
from typing import TYPE_CHECKING

from oran_harness.conformance.preambles import FRESH, NONE
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.case import Body
from oran_harness.steps.outcome import check, not_applicable, unsupported

if TYPE_CHECKING:
    from oran_harness.steps.manager import Manager

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
    """End the case unless the SUT's hello on the newest session names the capability.

    It is ``unsupported`` then, and ``fail`` if the SUT's profile claims the capability.
    """
    if not manager.has(CAPABILITIES[name]):
        requirement = "A capability that the profile claims is in the hello (RFC 6241 8.1)"
        check(name not in manager.claims.capabilities, requirement, expected=f":{name}", actual=f"no :{name}")
        raise unsupported(f"the {manager.sut} does not advertise the capability :{name}")

"""What is done before the body of a case at O1: a session, with hellos exchanged (RFC 6241 8.1); and after it."""

import functools
from typing import TYPE_CHECKING

from oran_harness.conformance.preambles import FRESH, NONE
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.case import Body
from oran_harness.steps.outcome import check, unsupported

if TYPE_CHECKING:
    from oran_harness.steps.manager import Manager


def prepared(body: Body, needs: tuple[str, ...]) -> Body:
    """The body with what it needs before it: nothing, a session in which nothing was said, or hellos exchanged.

    A capability that the hello of the SUT lacks makes the case ``unsupported``: that is how NETCONF refuses it.
    """

    @functools.wraps(body)
    async def whole(manager: "Manager") -> None:
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

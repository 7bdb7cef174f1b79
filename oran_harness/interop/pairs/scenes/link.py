"""What happens when the link between two products, or one of them, goes away and comes back."""

from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import scene
from oran_harness.interop.pairs.scenes.kpm import reports
from oran_harness.interop.pairs.scenes.subscription import delete, offering, subscribe
from oran_harness.model import Role

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC
_STYLE = 1


@scene(
    id="E2AP-LOSS-301",
    title="The link is lost during a subscription",
    clause="O-RAN.WG3.E2AP 8.3.1; O-RAN.WG3.E2GAP 6.2",
    tags=("E2setup", "RICsubscription", "kpm"),
)
async def loss(pair: Pair) -> None:
    """The tap cuts the association while reports come: the two set up again, and can subscribe again."""
    await offering(pair, "kpm", ("report", _STYLE))
    request = await subscribe(pair, service_model="kpm", style=_STYLE)
    await reports(pair, request, _STYLE)
    before = pair.dialogue.last
    pair.wire.cut(request.association)
    await pair.established(after=before)
    again = await subscribe(pair, service_model="kpm", style=_STYLE)
    await reports(pair, again, _STYLE)
    await delete(pair, again)


@scene(
    id="E2AP-RESTART-301",
    title="The E2 node is restarted",
    clause="O-RAN.WG3.E2AP 8.3.1",
    tags=("E2setup", "restart", "F22"),
)
async def node_restarts(pair: Pair) -> None:
    """A node that comes back after a restart is set up again."""
    await pair.established()
    before = await pair.restart(NODE)
    await pair.established(after=before)


@scene(
    id="E2AP-RESTART-302",
    title="The near-RT RIC is restarted",
    clause="O-RAN.WG3.E2AP 8.3.1",
    tags=("E2setup", "restart"),
)
async def ric_restarts(pair: Pair) -> None:
    """A node whose RIC comes back after a restart connects again, and is set up again."""
    await pair.established()
    before = await pair.restart(RIC)
    await pair.established(after=before)

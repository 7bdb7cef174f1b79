"""Subscriptions of E2SM-NI between two products (E2TS 7.2.4; NI 7.4)."""

from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import scene
from oran_harness.interop.pairs.scenes.subscription import delete, offering, subscribe


@scene(
    id="E2SM-NI-301",
    title="NI report style 1: copies of messages of an interface",
    clause="O-RAN.WG3.E2AP 8.2.1; O-RAN.WG3.E2SM-NI 7.4.2",
    tags=("RICsubscription", "ni", "style-1"),
)
async def copies(pair: Pair) -> None:
    """The RIC subscribes to messages of a network interface, and deletes that again; when one comes is not known."""
    await offering(pair, "ni")
    await delete(pair, await subscribe(pair, service_model="ni", style=1))

"""Control and query of E2SM-RC between two products (E2AP 8.2.4, 8.2.7)."""

from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import scene
from oran_harness.interop.pairs.scenes.subscription import offering
from oran_harness.model import Role
from oran_harness.protocols.e2ap import messages as m

RIC = Role.NEAR_RT_RIC


@scene(
    id="E2SM-RC-301",
    title="The near-RT RIC controls the E2 node",
    clause="O-RAN.WG3.E2AP 8.2.4; O-RAN.WG3.E2SM-RC 7.6",
    tags=("RICcontrol", "rc"),
)
async def control(pair: Pair) -> None:
    """A RIC Control Request of E2SM-RC that asks for an answer is acknowledged."""
    await offering(pair, "rc")
    before = await pair.ask(RIC, "control", ack="ack")
    await pair.answer(await pair.begun(m.RICcontrolRequest, RIC, before))


@scene(
    id="E2SM-RC-302",
    title="The near-RT RIC queries the E2 node",
    clause="O-RAN.WG3.E2AP 8.2.7; O-RAN.WG3.E2SM-RC 7.8",
    tags=("RICquery", "rc"),
)
async def query(pair: Pair) -> None:
    """A RIC Query of E2SM-RC is answered."""
    await offering(pair, "rc")
    before = await pair.ask(RIC, "query")
    await pair.answer(await pair.begun(m.RICqueryRequest, RIC, before))

"""Subscriptions, control and query of E2SM-RC between two products (E2AP 8.2.1, 8.2.4, 8.2.7; RC 7.4 to 7.8)."""

from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import Scene, scene
from oran_harness.interop.pairs.scenes.subscription import delete, offering, subscribe
from oran_harness.model import Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models.rc.styles import STYLES as KNOWN
from oran_harness.service_models.rc.styles import Service, Style

RIC = Role.NEAR_RT_RIC
_PLACES = {Service.REPORT: (310, "7.4"), Service.INSERT: (320, "7.5"), Service.POLICY: (330, "7.7")}
"""Where the ids of each service's scenes begin, and its clause."""
_SEVERAL = 255
_LAST = 9
"""The last of ten ids stands for style 255, which combines others."""


def _subscribing(row: Style) -> Scene:
    first, clause = _PLACES[row.service]

    @scene(
        id=f"E2SM-RC-{first + (_LAST if row.number == _SEVERAL else row.number)}",
        title=f"RC {row.service.value} style {row.number}: {row.name}",
        clause=f"O-RAN.WG3.E2AP 8.2.1; O-RAN.WG3.E2SM-RC {clause}",
        tags=("RICsubscription", "rc", row.service.value, f"style-{row.number}"),
    )
    async def subscribing(pair: Pair) -> None:
        """The RIC subscribes, the node admits, the RIC deletes; when something happens that fires it is not known."""
        await offering(pair, "rc", (row.service.value, row.number))
        await delete(pair, await subscribe(pair, service_model="rc", service=row.service.value, style=row.number))

    return subscribing


STYLES = tuple(_subscribing(row) for row in KNOWN.values() if row.service in _PLACES)


@scene(
    id="E2SM-RC-301",
    title="The near-RT RIC controls the E2 node",
    clause="O-RAN.WG3.E2AP 8.2.4; O-RAN.WG3.E2SM-RC 7.6",
    tags=("RICcontrol", "rc"),
)
async def control(pair: Pair) -> None:
    """A RIC Control Request of E2SM-RC that asks for an answer is acknowledged."""
    await offering(pair, "rc")
    await pair.answer(await pair.request(m.RICcontrolRequest, RIC, "control", ack="ack"))


@scene(
    id="E2SM-RC-302",
    title="The near-RT RIC queries the E2 node",
    clause="O-RAN.WG3.E2AP 8.2.7; O-RAN.WG3.E2SM-RC 7.8",
    tags=("RICquery", "rc"),
)
async def query(pair: Pair) -> None:
    """A RIC Query of E2SM-RC is answered."""
    await offering(pair, "rc")
    await pair.answer(await pair.request(m.RICqueryRequest, RIC, "query"))

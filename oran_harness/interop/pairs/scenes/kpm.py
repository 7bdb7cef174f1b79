"""Subscriptions of E2SM-KPM between two products, and their reports (E2TS 7.2.2; KPM 7.4)."""

from oran_harness.conformance.periods import period_ms
from oran_harness.interop.pairs.dialogue import Said
from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import Scene, scene
from oran_harness.interop.pairs.scenes.subscription import delete, offering, subscribe
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import messages as m

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC
REPORTS = 2
"""Indications that a report scene waits for."""
_NODE_LEVEL = 1
_USUAL_MS = 1000
_TITLES = {
    1: "measurements of the E2 node",
    2: "measurements of a single UE",
    3: "measurements of UEs by a condition",
    4: "measurements of UEs by a common condition",
    5: "measurements of several UEs",
}


async def reports(pair: Pair, request: Said[m.RICsubscriptionRequest], style: int) -> list[Said[m.RICindication]]:
    """The first reports of a subscription; the scene is over where they do not come in the time that was asked for."""
    name = request.message.ric_request_id
    seconds = (REPORTS + 1) * (period_ms(request.message) or _USUAL_MS) / 1000 + pair.timeout

    def come() -> list[Said[m.RICindication]]:
        return pair.dialogue.all(m.RICindication, request.n, lambda said: said.message.ric_request_id == name)

    if not await pair.dialogue.until(lambda: len(come()) >= REPORTS, seconds):
        found = len(come())
        what = f"{pair.name(NODE)} sent {found} of {REPORTS} reports within {seconds:g} s"
        if style == _NODE_LEVEL:
            pair.fail(what, NODE, f"{REPORTS} RICindications", f"{found}")
        # Whether there is a UE to report on is not on the wire.
        pair.over(Verdict.INCONC, f"{what}; whether a UE was there that fits is not known")
    return come()


def _style(style: int) -> Scene:
    @scene(
        id=f"E2SM-KPM-{300 + style}",
        title=f"KPM report style {style}: {_TITLES[style]}",
        clause=f"O-RAN.WG3.E2TS 7.2.2.1; O-RAN.WG3.E2SM-KPM 7.4.{style + 1}",
        tags=("RICsubscription", "RICindication", "kpm", f"style-{style}", *(["e2ts-7.2.2.1"] if style <= 3 else [])),
    )
    async def reporting(pair: Pair) -> None:
        """The RIC subscribes, the node admits and reports as often as was asked for, and stops when it is told to."""
        await offering(pair, "kpm", ("report", style))
        request = await subscribe(pair, service_model="kpm", style=style)
        await reports(pair, request, style)
        await delete(pair, request)

    return reporting


STYLES = tuple(map(_style, _TITLES))


@scene(
    id="E2AP-SUBMOD-301",
    title="The near-RT RIC modifies a subscription",
    clause="O-RAN.WG3.E2AP 8.2.5",
    tags=("RICsubscriptionModification", "kpm"),
)
async def modification(pair: Pair) -> None:
    """A RIC Subscription Modification of a standing KPM subscription is taken."""
    await offering(pair, "kpm", ("report", _NODE_LEVEL))
    request = await subscribe(pair, service_model="kpm", style=_NODE_LEVEL)
    await pair.answer(await pair.request(m.RICsubscriptionModificationRequest, RIC, "modify"))
    await delete(pair, request)


@scene(
    id="E2AP-SUBDEL-301",
    title="After a delete no report comes",
    clause="O-RAN.WG3.E2TS 7.2.2.5.1; O-RAN.WG3.E2AP 8.2.2",
    tags=("RICsubscriptionDelete", "kpm", "e2ts-7.2.2.5.1"),
)
async def deleted(pair: Pair) -> None:
    """The node answers a Subscription Delete, and sends no indication of that subscription behind the answer."""
    await offering(pair, "kpm", ("report", _NODE_LEVEL))
    request = await subscribe(pair, service_model="kpm", style=_NODE_LEVEL)
    await reports(pair, request, _NODE_LEVEL)
    answer = await delete(pair, request)
    name = request.message.ric_request_id
    seconds = 1.5 * (period_ms(request.message) or _USUAL_MS) / 1000

    def late() -> list[Said[m.RICindication]]:
        return pair.dialogue.all(
            m.RICindication,
            answer.n,
            lambda said: said.message.ric_request_id == name and said.association == answer.association,
        )

    if await pair.dialogue.until(lambda: bool(late()), seconds):
        pair.fail(
            f"{pair.name(NODE)} reported for a subscription that it had confirmed to be deleted",
            NODE,
            "no RICindication",
            "RICindication",
        )

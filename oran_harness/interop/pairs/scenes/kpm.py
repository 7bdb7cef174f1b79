"""Subscriptions of E2SM-KPM between two products, and their reports (E2TS 7.2.2; KPM 7.4)."""

from oran_harness.conformance.periods import period_ms
from oran_harness.interop.pairs.dialogue import Said
from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import Scene, scene
from oran_harness.interop.pairs.scenes.subscription import delete, offering, subscribe
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.formats import content_of, style_of
from oran_harness.service_models.kpm.model import KPM

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC
REPORTS = 2
"""Indications that a report scene waits for."""
_NODE_LEVEL = 1
_USUAL_MS = 1000
_LONGEST_S = 120.0
"""Seconds that reports are waited for."""
_OF_ONE = (m.RICsubscriptionDeleteRequest, m.RICsubscriptionModificationRequest)
_TAKING_BACK = (
    *_OF_ONE,
    m.RICsubscriptionDeleteRequired,
    m.RICsubscriptionModificationRequired,
    m.RICsubscriptionStateControlRequest,
    m.RICserviceUpdate,
    m.ResetRequest,
    m.E2RemovalRequest,
)
"""After these a node may rightly not report any more; the first two name the subscription that they are about."""
_TITLES = {
    1: "measurements of the E2 node",
    2: "measurements of a single UE",
    3: "measurements of UEs by a condition",
    4: "measurements of UEs by a common condition",
    5: "measurements of several UEs",
}


async def reports(pair: Pair, request: Said[m.RICsubscriptionRequest], style: int) -> list[Said[m.RICindication]]:
    """The first reports of a subscription; the scene is over where they do not come in the time that was asked for.

    The node owes them where the RIC asked for style 1, so that it can be read, for at once, and did not take it back.
    """
    name = request.message.ric_request_id
    seconds = (REPORTS + 1) * (period_ms(request.message) or _USUAL_MS) / 1000 + pair.timeout
    if seconds > _LONGEST_S:
        pair.over(
            Verdict.INCONC,
            f"{pair.name(RIC)} asks for reports that take more than {_LONGEST_S:g} s: they are not waited for",
        )

    def come() -> list[Said[m.RICindication]]:
        return pair.dialogue.all(m.RICindication, request.n, lambda said: said.message.ric_request_id == name)

    if not await pair.dialogue.until(lambda: len(come()) >= REPORTS, seconds):
        found = len(come())
        what = f"{pair.name(NODE)} sent {found} of {REPORTS} reports within {seconds:g} s{pair.gone(request.n)}"
        if style != _NODE_LEVEL:
            # Whether there is a UE to report on is not on the wire.
            pair.over(Verdict.INCONC, f"{what}; whether a UE was there that fits is not known")
        why = _not_owed(pair, request)
        missing = f"; {why}" if why else ""
        pair.fail(f"{what}{missing}", None if why else NODE, f"{REPORTS} RICindications", f"{found}")
    return come()


def _not_owed(pair: Pair, request: Said[m.RICsubscriptionRequest]) -> str:
    """Why the node may keep quiet after a request that it has admitted; empty where nothing speaks for that."""
    message = request.message
    if not request.conforms or not _asks_for_style_1(message):
        return "what the RIC asks for is not surely style 1, or not to be had that soon"
    if message.ric_subscription_start_time is not None or message.ric_subscription_end_time is not None:
        return "the RIC says when reports begin or end"
    if request.association not in pair.dialogue.standing:
        return "the association has ended"

    def about_another(other: Message) -> bool:
        name = getattr(other, "ric_request_id", None)
        return isinstance(other, _OF_ONE) and name is not None and name != message.ric_request_id

    since = pair.dialogue.all(Message, request.n, lambda said: isinstance(said.message, _TAKING_BACK))
    since = [each for each in since if not about_another(each.message)]
    return f"there was a {since[0].message.NAME} meanwhile" if since else ""


def _asks_for_style_1(request: m.RICsubscriptionRequest) -> bool:
    """Whether a node can report at once for it: each action is one of style 1 whose period is no longer than that."""
    details = request.ric_subscription_details
    period = period_ms(request)
    if details is None or period is None:
        return False
    for action in details.ric_action_to_be_setup_list or ():
        octets = getattr(action, "ric_action_definition", None)
        read = KPM.decode(PayloadKind.ACTION_DEFINITION, octets or b"")
        if not read.conforms or style_of(read.value) != _NODE_LEVEL:
            return False
        if getattr(content_of(read.value), "granul_period", 0) > period:
            return False
    return True


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
        # One on another stream may have been on its way already: the rules, which know the streams, blame the others.
        pair.over(Verdict.INCONC, f"{pair.name(NODE)} reported for a subscription that it had confirmed to be deleted")

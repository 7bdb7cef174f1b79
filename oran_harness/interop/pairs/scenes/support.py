"""The procedures of the interface itself, between two products (E2TS 7.2.1.1; E2AP 8.3)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.interop.pairs.dialogue import Said
from oran_harness.interop.pairs.outcome import SceneOver
from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.scene import scene
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions

NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC


@scene(
    id="E2AP-SETUP-301",
    title="The two set up E2",
    clause="O-RAN.WG3.E2TS 7.2.1.1; O-RAN.WG3.E2AP 8.3.1",
    tags=("E2setup", "e2ts-7.2.1.1"),
)
async def setup(pair: Pair) -> None:
    """The E2 node asks for E2 Setup, and the near-RT RIC takes it; what it rejects of what is offered is remarked."""
    # When a node has to connect is not said anywhere: that it does not come is held against nobody.
    if not await pair.dialogue.until(lambda: pair.dialogue.last > 0, pair.patience):
        pair.over(Verdict.INCONC, f"no association of the two came about within {pair.patience:g} s")
    request = await pair.expect(m.E2setupRequest, NODE, 0, within=pair.patience, owed=False)
    try:
        answer = (await pair.answer(request)).message
    except SceneOver as over:
        raise _perhaps_unread(pair, request, over) from None
    rejected = getattr(answer, "ran_functions_rejected", None) or ()
    if rejected:
        numbers = ", ".join(str(each.ran_function_id) for each in rejected if each is not None)
        pair.remarks.append(f"{pair.name(RIC)} rejects the RAN functions {numbers}")


def _perhaps_unread(pair: Pair, request: Said[m.E2setupRequest], over: SceneOver) -> SceneOver:
    """How the scene ends where the RIC may be of an edition that cannot read the request: then it owes nothing.

    No octet names an edition, and who answers by the procedure's own failure has read it.
    """
    refused = pair.dialogue.find(m.E2setupFailure, request.n, lambda said: said.association == request.association)
    mute = [edition for edition in editions() if edition not in request.accepting]
    claimed = pair.ric.claims.e2ap
    if refused is not None or not request.accepting or not mute or not set(claimed).isdisjoint(request.accepting):
        return over
    drift = (
        f"{pair.node.vendor} speaks E2AP {_span(request.accepting)}, which an end of {_span(mute)} cannot read; "
        + (
            f"{pair.ric.vendor} announces {_span(claimed)}"
            if claimed
            else f"what {pair.ric.vendor} speaks is not known"
        )
        + ("" if claimed else ", and what its vendor announces would settle it")
        + "; nobody to blame"
    )
    return replace(over, blame=None, drift=drift)


def _span(some: Sequence[str]) -> str:
    """Editions for people: the one, or the oldest and the newest."""
    return some[0] if len(some) == 1 else f"{some[0]} to {some[-1]}"


@scene(
    id="E2AP-SERVUPD-301",
    title="The E2 node updates a RAN function",
    clause="O-RAN.WG3.E2TS 7.2.1.1; O-RAN.WG3.E2AP 8.3.4",
    tags=("RICserviceUpdate", "e2ts-7.2.1.1"),
)
async def service_update(pair: Pair) -> None:
    """A RIC Service Update of the node is acknowledged."""
    await pair.established()
    request = await pair.request(m.RICserviceUpdate, NODE, "service-update")
    await pair.answer(request)


@scene(
    id="E2AP-SERVQUERY-301",
    title="The near-RT RIC asks what the E2 node offers",
    clause="O-RAN.WG3.E2TS 7.2.1.1; O-RAN.WG3.E2AP 8.3.4.2",
    tags=("RICserviceQuery", "e2ts-7.2.1.1"),
)
async def service_query(pair: Pair) -> None:
    """A RIC Service Query is followed by the node's RIC Service Update, and that is acknowledged."""
    await pair.established()
    query = await pair.request(m.RICserviceQuery, RIC, "service-query")
    await pair.answer(await pair.followed(query, m.RICserviceUpdate))


@scene(
    id="E2AP-CONFUPD-301",
    title="The E2 node updates its configuration",
    clause="O-RAN.WG3.E2TS 7.2.1.1; O-RAN.WG3.E2AP 8.3.5",
    tags=("E2nodeConfigurationUpdate", "e2ts-7.2.1.1"),
)
async def configuration_update(pair: Pair) -> None:
    """An E2 Node Configuration Update of the node is acknowledged."""
    await pair.established()
    await pair.answer(await pair.request(m.E2nodeConfigurationUpdate, NODE, "configuration-update"))


@scene(
    id="E2AP-RESET-301",
    title="The near-RT RIC resets the interface",
    clause="O-RAN.WG3.E2AP 8.3.2",
    tags=("Reset",),
)
async def reset_by_ric(pair: Pair) -> None:
    """A Reset of the RIC is answered, and the two go on."""
    await pair.established()
    await pair.answer(await pair.request(m.ResetRequest, RIC, "reset"))
    await pair.established()


@scene(
    id="E2AP-RESET-302",
    title="The E2 node resets the interface",
    clause="O-RAN.WG3.E2AP 8.3.2",
    tags=("Reset",),
)
async def reset_by_node(pair: Pair) -> None:
    """A Reset of the node is answered, and the two go on."""
    await pair.established()
    await pair.answer(await pair.request(m.ResetRequest, NODE, "reset"))
    await pair.established()


@scene(
    id="E2AP-REMOVAL-301",
    title="The E2 node removes itself",
    clause="O-RAN.WG3.E2TS 7.2.1.1; O-RAN.WG3.E2AP 8.3.7",
    tags=("E2removal", "e2ts-7.2.1.1"),
)
async def removal_by_node(pair: Pair) -> None:
    """An E2 Removal of the node is answered, and the association ends."""
    await pair.established()
    request = await pair.request(m.E2RemovalRequest, NODE, "remove")
    await pair.answer(request)
    await pair.ends(request.association)


@scene(
    id="E2AP-REMOVAL-302",
    title="The near-RT RIC removes the E2 node",
    clause="O-RAN.WG3.E2TS 7.2.1.1; O-RAN.WG3.E2AP 8.3.7",
    tags=("E2removal", "e2ts-7.2.1.1"),
)
async def removal_by_ric(pair: Pair) -> None:
    """An E2 Removal of the RIC is answered, and the association ends."""
    await pair.established()
    request = await pair.request(m.E2RemovalRequest, RIC, "remove")
    await pair.answer(request)
    await pair.ends(request.association)

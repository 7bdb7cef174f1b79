"""E2 Node Configuration Update with an E2 node under test (E2AP 8.3.5)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_associations import LONG_S, further_association
from oran_harness.conformance.e2ap.node_scenery import NODE, quiet, serving
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2nodeConfigurationUpdateAcknowledge,
    E2nodeConfigurationUpdateFailure,
)
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.answers import answer

NEEDS = ("procedure:E2nodeConfigurationUpdate", "stimulus:configuration-update", "e2ap:2.03")
_CLAUSE = "O-RAN.WG3.E2AP 8.3.5"
_LOADED: Cause = ("misc", "control-processing-overload")
_TIME_TO_WAIT_S = 2


@case(
    id="E2AP-CONFUPD-201",
    title="A changed component is told by E2 NODE CONFIGURATION UPDATE",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("E2nodeConfigurationUpdate", "positive"),
)
async def tells_a_change(ric: Peer) -> None:
    """Told that a component has changed, the node lists it; after the acknowledgement it serves on."""
    update = await _told(ric, "update")
    check(
        bool(update.e2_node_component_config_update),
        "A component that has changed stands in E2nodeComponentConfigUpdate (E2AP 8.3.5.2)",
        expected="a component in E2nodeComponentConfigUpdate",
        actual="none",
    )
    await _acknowledge(ric, update)
    await serving(ric)


@case(
    id="E2AP-CONFUPD-202",
    title="A new component is told by E2 NODE CONFIGURATION UPDATE",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("E2nodeConfigurationUpdate", "positive"),
)
async def tells_an_addition(ric: Peer) -> None:
    """Told that a component has come, the node lists it among those added."""
    update = await _told(ric, "add")
    check(
        bool(update.e2_node_component_config_addition),
        "A component that is new stands in E2nodeComponentConfigAddition (E2AP 8.3.5.2)",
        expected="a component in E2nodeComponentConfigAddition",
        actual="none",
    )
    await _acknowledge(ric, update)
    await serving(ric)


@case(
    id="E2AP-CONFUPD-203",
    title="The E2 node keeps quiet for Time to Wait after a refused Configuration Update",
    clause=f"{_CLAUSE}.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=("E2nodeConfigurationUpdate", "negative", "slow"),
)
async def waits_after_a_refusal(ric: Peer) -> None:
    """At least that long; whether it comes again is its own business."""
    update = await _told(ric, "update")
    await ric.send(E2nodeConfigurationUpdateFailure(update.transaction_id, _LOADED, _TIME_TO_WAIT_S))
    await ric.silence(
        E2nodeConfigurationUpdate,
        lasting=_TIME_TO_WAIT_S,
        requirement="The E2 node waits at least Time to Wait before it starts the update again (E2AP 8.3.5.3)",
    )
    await serving(ric)


@case(
    id="E2AP-CONFUPD-204",
    title="An association that the E2 node removes is told, and closed after the acknowledgement",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 6.2.1.5.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(
        "procedure:E2nodeConfigurationUpdate",
        "procedure:E2connectionUpdate",
        "stimulus:connection-remove",
        "e2ap:2.03",
    ),
    tags=("E2nodeConfigurationUpdate", "positive", "e2ts-6.2.1.5.2"),
)
async def closes_the_association_that_it_removes(ric: Peer) -> None:
    """Of two associations the node removes the first: it lists it, we acknowledge, it goes; the other one serves on."""
    first = ric.here
    second = await further_association(ric)
    await ric.stimulate("connection-remove")
    update = await ric.expect(
        E2nodeConfigurationUpdate,
        requirement="The E2 node tells by E2 NODE CONFIGURATION UPDATE that it removes an association (E2AP 8.3.5.1)",
    )
    check(
        bool(update.e2_node_tnl_association_removal),
        "An association that the E2 node is going to remove stands in E2nodeTNLassociationRemoval (E2AP 8.3.5.2)",
        expected="an association in E2nodeTNLassociationRemoval",
        actual="none",
    )
    await _acknowledge(ric, update)
    await ric.pause(quiet(ric))
    if ric.here == first:
        raise inconclusive("the E2 node closed the newer of the two associations, and the case is about the older one")
    await ric.ending(
        first,
        within=LONG_S,
        requirement="The E2 node closes the association after the acknowledgement (E2TS 6.2.1.5.2, step 5)",
    )
    listed = update.e2_node_tnl_association_removal or ()
    check(
        ric.here == second or len(listed) > 1,
        "The association that was not listed stays",
        expected="one association",
        actual="the E2 node has closed both",
    )
    await serving(ric)


async def _told(ric: Peer, change: str) -> E2nodeConfigurationUpdate:
    await ric.stimulate("configuration-update", change=change)
    return await ric.expect(
        E2nodeConfigurationUpdate,
        requirement="When its configuration has changed the E2 node starts E2 Node Configuration Update (E2AP 8.3.5.2)",
    )


async def _acknowledge(ric: Peer, update: E2nodeConfigurationUpdate) -> None:
    acknowledge = answer(update, by=ric.role, engine=ric.engine, edition=ric.edition)
    if isinstance(acknowledge, E2nodeConfigurationUpdateAcknowledge) and ric.last is not None:
        await ric.send(acknowledge, association=ric.last.association)

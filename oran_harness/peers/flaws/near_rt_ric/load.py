"""Near-RT RICs that misbehave in RIC Service Load Status and Load Update (E2AP 8.2.8, 8.2.9)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import put, within
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.strangers import DyingOfStrangers
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICserviceLoadStatusRequest, RICserviceLoadUpdate

RIC = Role.NEAR_RT_RIC
_FAR = 0x800


def _of_other_functions(request: Any) -> Message:
    """The request about RAN functions that there are not."""
    changed: Message = within(request, ("ran_function_id",), lambda number: number ^ _FAR)
    return changed


FLAWS = (
    Flaw(
        "ric-load-of-other-functions",
        "Asks for the loads of RAN functions that the node does not offer",
        RIC,
        "F15",
        lambda actor: Rewriting(actor, RICserviceLoadStatusRequest, _of_other_functions),
        ("E2AP-LOAD-101",),
    ),
    Flaw(
        "ric-load-stop-without-node-id",
        "Stops load reports without the measurement id of the node",
        RIC,
        "F17",
        lambda actor: Rewriting(actor, RICserviceLoadStatusRequest, put(e2_node_load_measurement_id=None)),
        ("E2AP-LOAD-103",),
    ),
    Flaw(
        "ric-dies-of-unasked-load",
        "Crashes on a load update that it did not ask for",
        RIC,
        None,
        lambda actor: DyingOfStrangers(actor, RICserviceLoadUpdate, field="ric_load_measurement_id"),
        ("E2AP-LOAD-104",),
    ),
)
"""One flaw each."""

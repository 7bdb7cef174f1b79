"""E2 nodes that misbehave in RIC Service Load Status and Load Update (E2AP 8.2.8, 8.2.9)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering
from oran_harness.peers.flaws.on_saying import Collapsing, Concealing, Rewriting
from oran_harness.peers.flaws.recognition import Test, of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    RICserviceLoadStatusFailure,
    RICserviceLoadStatusRequest,
    RICserviceLoadStatusResponse,
    RICserviceLoadUpdate,
)
from oran_harness.steps.answers import answer

NODE = Role.E2_NODE


def _requests(kind: str) -> Test:
    return of(RICserviceLoadStatusRequest, where=lambda each: each.registration_request == kind)


def _plainly(request: Any, edition: str) -> Message | None:
    """The response that confirms all, whatever there is."""
    return answer(request, by=NODE, edition=edition)


def _under_another_id(response: Any) -> Message:
    given = response.e2_node_load_measurement_id + 1
    return RICserviceLoadStatusResponse(
        response.ric_load_measurement_id, given, response.ran_function_load_confirm_list
    )


FLAWS = (
    Flaw(
        "node-load-never-reported",
        "Confirms load reports, and sends none",
        NODE,
        "F3",
        lambda actor: Concealing(actor, of(RICserviceLoadUpdate)),
        ("E2AP-LOAD-201", "E2AP-LOAD-202", "E2AP-LOAD-203"),
    ),
    Flaw(
        "node-load-never-stopped",
        "Confirms that load reports are stopped, and sends more",
        NODE,
        None,
        lambda actor: Answering(actor, _requests("stop"), _plainly),
        ("E2AP-LOAD-202",),
    ),
    Flaw(
        "node-load-added-under-another-id",
        "Gives another measurement id when load reports are added to",
        NODE,
        None,
        lambda actor: Rewriting(actor, RICserviceLoadStatusResponse, _under_another_id, nth=2),
        ("E2AP-LOAD-203",),
    ),
    Flaw(
        "node-load-confirms-all",
        "Confirms the loads of RAN functions and subscriptions that there are not",
        NODE,
        None,
        lambda actor: Answering(actor, _requests("start"), _plainly),
        ("E2AP-LOAD-205", "E2AP-LOAD-206"),
    ),
    Flaw(
        "node-dies-instead-of-load-failure",
        "Crashes on a load status request that it cannot serve",
        NODE,
        "F14",
        lambda actor: Collapsing(actor, of(RICserviceLoadStatusFailure)),
        ("E2AP-LOAD-204", "E2AP-LOAD-205"),
    ),
)
"""One flaw each."""

"""E2 nodes that misbehave in RIC Query (E2AP 8.2.7)."""

from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Ignoring
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import RICqueryRequest, RICqueryResponse

NODE = Role.E2_NODE


def _with_nothing(request: Any, edition: str) -> Message:
    """The response with an outcome that holds nothing."""
    return RICqueryResponse(request.ric_request_id, request.ran_function_id, b"")


FLAWS = (
    Flaw(
        "node-ric-query-unanswered",
        "Does not answer queries",
        NODE,
        None,
        lambda actor: Ignoring(actor, of(RICqueryRequest)),
        ("E2AP-QUERY-201", "E2AP-QUERY-202", "E2AP-QUERY-203", "E2AP-QUERY-204"),
    ),
    Flaw(
        "node-answers-any-query",
        "Answers every query with an outcome that holds nothing",
        NODE,
        None,
        lambda actor: Answering(actor, of(RICqueryRequest), _with_nothing),
        ("E2AP-QUERY-202", "E2AP-QUERY-203", "E2AP-QUERY-204"),
    ),
)
"""One flaw each."""

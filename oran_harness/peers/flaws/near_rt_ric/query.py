"""Near-RT RICs that misbehave in RIC Query (E2AP 8.2.7)."""

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import error_about_error, put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.on_hearing import Answering, Dying
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.messages import ErrorIndication, RICqueryRequest, RICqueryResponse

RIC = Role.NEAR_RT_RIC
_ANOTHER_FUNCTION = 4000

FLAWS = (
    Flaw(
        "ric-queries-another-function",
        "Queries a RAN function that the node does not offer",
        RIC,
        "F15",
        lambda actor: Rewriting(actor, RICqueryRequest, put(ran_function_id=_ANOTHER_FUNCTION)),
        ("E2AP-QUERY-101",),
    ),
    Flaw(
        "ric-dies-of-query-outcome",
        "Crashes on the response to a query",
        RIC,
        "F29",
        lambda actor: Dying(actor, of(RICqueryResponse)),
        ("E2AP-QUERY-102",),
    ),
    Flaw(
        "ric-answers-error-about-query",
        "Answers an Error Indication that names its query with another one",
        RIC,
        None,
        lambda actor: Answering(
            actor, of(ErrorIndication, where=lambda each: each.ric_request_id is not None), error_about_error
        ),
        ("E2AP-QUERY-103",),
    ),
)
"""One flaw each."""

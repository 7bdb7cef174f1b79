"""The unsuccessful outcome of a request."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.answers import refusal
from oran_harness.steps.causes import cause
from tests.checkers.scene import CAUSE, FIRST_ID, accepted, action, function, subscription
from tests.steps.answers.conversation import Conversation


@pytest.mark.parametrize("edition", editions())
def test_refusals_of_each_edition(edition: str) -> None:
    """Each fits its edition, and has the ids of its request."""
    name = None if edition == "1.01" else 4
    why = cause("misc/unspecified", edition)
    requests = (
        Conversation(edition).setup_request(),
        m.RICserviceUpdate(name, (function(),), None, (accepted(2),)),
        m.E2nodeConfigurationUpdate(name),
        m.E2connectionUpdate(name),
        subscription(action(1), action(2)),
        m.RICsubscriptionDeleteRequest(FIRST_ID, 1),
        m.RICcontrolRequest(FIRST_ID, 1, b"\1", b"", b""),
    )
    for request in requests:
        refused = refusal(request, why, edition, time_to_wait=10)
        assert refused is not None
        assert refused.PROCEDURE_CODE == request.PROCEDURE_CODE
        assert codec(edition).read(codec(edition).encode(refused)) == refused
        for identifier in ("transaction_id", "ric_request_id", "ran_function_id", "ric_call_process_id"):
            assert getattr(refused, identifier, None) == getattr(request, identifier, None)
        if hasattr(refused, "time_to_wait"):
            assert refused.time_to_wait == 10


def test_the_lists_of_the_first_edition() -> None:
    """E2AP 1.01 refuses actions and functions one by one."""
    refused = refusal(subscription(action(1), action(1), action(2)), CAUSE, "1.01")
    assert isinstance(refused, m.RICsubscriptionFailure)
    assert [item.ric_action_id for item in refused.ric_actions_not_admitted or ()] == [1, 2]
    refused = refusal(m.RICserviceUpdate(None, (function(),), (function(3),), (accepted(2),)), CAUSE, "1.01")
    assert isinstance(refused, m.RICserviceUpdateFailure)
    assert [item.ran_function_id for item in refused.ran_functions_rejected or ()] == [1, 3, 2]


def test_what_cannot_be_refused() -> None:
    """A Reset has no failure message, and without its ids a request has none."""
    assert refusal(m.ResetRequest(1, CAUSE), CAUSE, "3.01") is None
    assert refusal(m.E2connectionUpdate(None), CAUSE, "3.01") is None
    assert refusal(m.RICsubscriptionRequest(FIRST_ID, None), CAUSE, "3.01") is None
    assert refusal(m.RICqueryRequest(FIRST_ID, 1, b"", b""), CAUSE, "2.03") is None
    assert refusal(m.RICserviceLoadStatusRequest(3), CAUSE, "7.00") == m.RICserviceLoadStatusFailure(3, 3, CAUSE)

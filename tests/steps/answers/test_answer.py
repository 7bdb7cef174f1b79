"""The plain answer to any request."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.model import Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.engine import Association
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.answers import answer
from tests.checkers.scene import CAUSE, FIRST_ID, action, component, function, subscription
from tests.steps.answers.conversation import NODE, RIC, Conversation

REQUESTS: tuple[Message, ...] = (
    Conversation().setup_request(),
    m.ResetRequest(1, CAUSE),
    m.RICserviceUpdate(1, (function(),)),
    m.E2nodeConfigurationUpdate(1, None, (component(),)),
    m.E2connectionUpdate(1),
    m.E2RemovalRequest(1),
    subscription(action(1), action(2)),
    m.RICsubscriptionDeleteRequest(FIRST_ID, 1),
    m.RICsubscriptionModificationRequest(FIRST_ID, 1),
    m.RICsubscriptionModificationRequired(FIRST_ID, 1),
    m.RICsubscriptionAuditRequest(FIRST_ID),
    m.RICcontrolRequest(FIRST_ID, 1, None, b"", b""),
    m.RICqueryRequest(FIRST_ID, 1, b"", b""),
    m.RICassistanceRequest(FIRST_ID, b"", b""),
    m.RICserviceLoadStatusRequest(1, None, "stop"),
    m.RICsubscriptionStateControlRequest(FIRST_ID, ()),
)


def test_every_class_1_procedure_has_an_answer() -> None:
    """Each initiating message that has a successful outcome is answered by exactly one role, or by either."""
    answered = {each.PROCEDURE_CODE for each in m.MESSAGES if each.OUTCOME == "successfulOutcome"}
    assert {request.PROCEDURE_CODE for request in REQUESTS} == answered
    for request in REQUESTS:
        given_by = [
            by for by in Role.ends_of("e2") if by in (NODE, RIC) and answer(request, by=by, edition="7.00") is not None
        ]
        either = isinstance(request, m.ResetRequest | m.E2RemovalRequest)
        assert len(given_by) == (2 if either else 1), request


def test_what_has_no_answer() -> None:
    """Class 2, answers themselves, what an edition does not have, and what the role does not answer."""
    assert answer(m.RICserviceQuery(1), by=NODE, edition="3.01") is None
    assert answer(m.ErrorIndication(1), by=NODE, edition="3.01") is None
    assert answer(m.ResetResponse(1), by=NODE, edition="3.01") is None
    assert answer(m.RICqueryRequest(FIRST_ID, 1, b"", b""), by=NODE, edition="2.03") is None
    assert answer(Conversation().setup_request(), by=NODE, edition="3.01") is None


@st.composite
def _torn(draw: st.DrawFn) -> Message:
    """A request of which parts could not be read."""
    request = draw(st.sampled_from(REQUESTS))
    lost = draw(st.sets(st.sampled_from([field.name for field in fields(request)])))  # type: ignore[arg-type]
    changes: dict[str, Any] = dict.fromkeys(lost)
    for field in fields(request):  # type: ignore[arg-type]
        value = getattr(request, field.name)
        if isinstance(value, tuple) and field.name not in lost and draw(st.booleans()):
            changes[field.name] = (None, *(_torn_item(item, draw) for item in value))
    return replace(request, **changes)  # type: ignore[type-var]


def _torn_item(item: Any, draw: st.DrawFn) -> Any:
    if not hasattr(item, "MEMBERS"):
        return item
    return replace(item, **dict.fromkeys(name for _, name in item.MEMBERS if draw(st.booleans())))


@given(_torn(), st.sampled_from(editions()), st.sampled_from([NODE, RIC]), st.booleans())
def test_requests_that_could_not_be_read_whole(request: Message, edition: str, by: Role, known: bool) -> None:
    """Whatever is missing: the answer, if there is one, fits the edition."""
    engine = Association(started=not known)
    engine.step(by.other, request, 0.0, 1, intact=False)
    given = answer(request, by=by, edition=edition, engine=engine)
    if given is not None:
        assert codec(edition).encode(given)


@pytest.mark.parametrize("edition", editions())
def test_answers_repeat_the_ids(edition: str) -> None:
    """An answer has the ids of its request."""
    for request in REQUESTS:
        for by in (NODE, RIC):
            given = answer(request, by=by, edition=edition)
            for name in ("ric_request_id", "ran_function_id"):
                if given is not None and hasattr(given, name):
                    assert getattr(given, name) == getattr(request, name)

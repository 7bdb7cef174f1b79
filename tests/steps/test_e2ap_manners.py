"""A message that was not wanted settles a step only if it is what came of our request (see test_decision)."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import CriticalityDiagnostics
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Claims, Wanted
from oran_harness.steps.correlation import answers
from oran_harness.steps.e2ap_manners import E2apManners, properly_refused
from tests.steps.record import ERROR, REMOVAL, REMOVAL_REFUSED, REMOVED, RESET, UNSPECIFIED, Record, expect

MANNERS = E2apManners()
NEEDS = ("procedure:E2removal",)


def test_what_answers() -> None:
    """Outcomes answer, initiating messages do not."""
    assert m.E2RemovalFailure.is_answer()
    assert not m.E2RemovalRequest.is_answer()
    assert Wanted((m.E2RemovalFailure, m.E2RemovalResponse)).only_answers
    assert not Wanted((m.E2RemovalFailure, m.ErrorIndication)).only_answers
    assert not Wanted((Message,)).only_answers


def test_the_request_that_is_waited_on() -> None:
    """The one that ``where`` names, else our newest one of the procedure, on the association that is asked for."""
    first, second = m.E2RemovalRequest(1), m.E2RemovalRequest(2)
    record = Record()
    record.asked(first, 0.1)
    record.asked(second, 0.2, "2")
    record.asked(RESET, 0.3)

    def found(*types: type[Message], **more: Any) -> Message | None:
        asked = MANNERS.request_of(Wanted(types, **more), record.inbox)
        return None if asked is None else asked.message

    assert found(m.E2RemovalResponse) == second
    assert found(m.E2RemovalResponse, association="1") == first
    assert found(m.E2RemovalResponse, where=answers(first)) == first
    assert found(m.E2RemovalResponse, where=answers(m.E2RemovalRequest(5))) is None
    assert found(m.ErrorIndication) is None
    assert found(Message) is None


@pytest.mark.parametrize(
    ("error", "about"),
    [
        (ERROR, True),
        (m.ErrorIndication(transaction_id=8, cause=UNSPECIFIED), False),
        (m.ErrorIndication(criticality_diagnostics=CriticalityDiagnostics(13)), True),
        (m.ErrorIndication(criticality_diagnostics=CriticalityDiagnostics(3)), False),
        (m.ErrorIndication(cause=UNSPECIFIED), True),
    ],
)
def test_what_an_error_indication_is_about(error: Message, about: bool) -> None:
    """Its ids tell, else the procedure that it names, else there is only one request that it can be about."""
    record = Record()
    record.asked(REMOVAL, 0.1)
    asked = record.inbox.asked[0]
    assert MANNERS.settles(record.heard(error, 1.0), Wanted((m.E2RemovalResponse,)), asked, record.inbox) is about


@pytest.mark.parametrize(
    ("message", "refused"), [(REMOVAL_REFUSED, True), (ERROR, True), (REMOVED, False), (RESET, False)]
)
def test_a_proper_refusal_is_a_failure_or_an_error_indication_with_cause(message: Message, refused: bool) -> None:
    """Of something that the SUT may leave unclaimed, and does."""
    received = Record().heard(message, 1.0)
    step = expect(m.E2RemovalResponse)
    assert properly_refused(received, step, NEEDS, Claims()) is refused
    assert not properly_refused(received, step, (), Claims())
    assert not properly_refused(received, step, NEEDS, Claims(True, procedures=("E2removal",)))
    assert not properly_refused(received, expect(m.E2RemovalResponse, refusable=False), NEEDS, Claims())


def test_a_refusal_without_cause_is_not_proper() -> None:
    """The cause is what makes it one."""
    received = Record().heard(
        m.ErrorIndication(transaction_id=9, criticality_diagnostics=CriticalityDiagnostics(13)), 1
    )
    assert not properly_refused(received, expect(m.E2RemovalResponse), NEEDS, Claims())

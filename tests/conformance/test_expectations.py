"""What cases do alike: ask, and see that the answer belongs to what was asked."""

from typing import Any

import pytest

from oran_harness.conformance.expectations import ask, ask_echoed, check_echo, ies_of
from oran_harness.drivers import perform_virtual
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import CaseOutcome, Peer
from oran_harness.steps.causes import cause
from tests.drivers.scene import EDITION, NODE, ON_NODE, Plain, case_of, on, reset, set_up

FIRST = RICrequestID(1, 1)
DELETE = m.RICsubscriptionDeleteRequest(FIRST, 2)


def perform(body: Any, also: Any = None) -> CaseOutcome | None:
    return perform_virtual(case_of(body), ON_NODE, lambda: Plain(NODE, also)).outcome


def test_asking_gives_the_answer_to_that_request() -> None:
    """Also where an earlier one is answered later."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        first, second = reset(ric), reset(ric)
        await ric.send(first)
        answer: m.ResetResponse = await ask(ric, second)
        assert answer.transaction_id == second.transaction_id

    assert perform(body) is None


def test_asking_expects_what_it_is_told_to() -> None:
    """Several types, a verdict, an association, how to send it."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        refused: Message = await ask(ric, DELETE, m.RICsubscriptionDeleteFailure, association="1", stream=3)
        assert isinstance(refused, m.RICsubscriptionDeleteFailure)
        assert ric.last is not None
        await ask(ric, DELETE, otherwise=Verdict.INCONC)

    outcome = perform(body)
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONC
    assert "RICsubscriptionDeleteFailure" in outcome.reason


def test_what_has_no_answer_cannot_be_asked() -> None:
    """The case is wrong, and the error says how to do it."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ask(ric, m.RICserviceQuery(1))

    outcome = perform(body, on(m.RICserviceQuery))
    assert outcome is not None
    assert outcome.verdict is Verdict.ERROR
    assert "RICserviceQuery has no answer" in outcome.reason


@pytest.mark.parametrize(
    ("request_", "answer", "wrong"),
    [
        (DELETE, m.RICsubscriptionDeleteResponse(FIRST, 2), None),
        (DELETE, m.RICsubscriptionDeleteResponse(FIRST, 3), "RAN Function ID"),
        (DELETE, m.RICsubscriptionDeleteResponse(RICrequestID(1, 2), 2), "RIC Request ID"),
        (m.ResetRequest(1), m.ResetResponse(2), "Transaction ID"),
        (m.ResetRequest(1), m.ResetResponse(None), "Transaction ID"),
        (m.ResetRequest(None), m.ResetResponse(None), None),
    ],
)
def test_an_answer_echoes_the_ids_of_its_request(request_: Message, answer: Message, wrong: str | None) -> None:
    """Those that the request has."""
    if wrong is None:
        check_echo(request_, answer)
        return
    with pytest.raises(CaseOutcome) as raised:
        check_echo(request_, answer)
    assert raised.value.verdict is Verdict.FAIL
    assert wrong in raised.value.requirement


def test_an_answer_may_be_asked_for_with_all_ids_of_the_request() -> None:
    """As ``ask``, with all that it takes; what the answer does not echo is a fail."""
    stranger = m.RICsubscriptionDeleteFailure(FIRST, 3, cause("request-id-unknown", EDITION))

    async def body(ric: Peer) -> None:
        await set_up(ric)
        await ask_echoed(ric, DELETE, m.RICsubscriptionDeleteFailure, requirement="It is refused")

    assert perform(body) is None
    outcome = perform(body, on(m.RICsubscriptionDeleteRequest, stranger))
    assert outcome is not None
    assert (outcome.verdict, outcome.expected, outcome.actual) == (Verdict.FAIL, "2", "3")
    assert "RAN Function ID" in outcome.requirement


def test_ies_are_those_that_are_sent() -> None:
    """With their ids, in their order."""

    async def body(ric: Peer) -> None:
        await set_up(ric)
        assert [ie.id for ie in ies_of(ric, DELETE)] == [29, 5]

    assert perform(body) is None

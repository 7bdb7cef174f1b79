"""What the cases about a restarted near-RT RIC let pass in an E2 node."""

from collections.abc import Sequence

from oran_harness.checkers import Audit
from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour
from tests.conformance.e2ap.performing_node import perform
from tests.conformance.e2ap.performing_ric import Told
from tests.conformance.e2ap.test_node_subscriptions import admits


class Outliving:
    """A node whose subscriptions outlive the association; ``reports`` also reports them on the next one."""

    def __init__(self, *, reports: bool = False) -> None:
        self.reports = reports
        self.standing: dict[object, m.RICsubscriptionRequest] = {}

    def hears(self, ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if isinstance(message, m.RICsubscriptionRequest):
            return (ric.say(heard.association, self.subscribed(ric, message)),)
        if isinstance(message, m.RICsubscriptionDeleteRequest) and message.ric_request_id in self.standing:
            del self.standing[message.ric_request_id]
            response = m.RICsubscriptionDeleteResponse(message.ric_request_id, message.ran_function_id)
            return (ric.say(heard.association, response),)
        if isinstance(message, m.E2setupResponse) and self.reports and self.standing:
            ric.inner.handle(heard, 0.0)
            return tuple(ric.say(heard.association, report(each)) for each in self.standing.values())
        return None

    def subscribed(self, ric: MisbehavingRic, request: m.RICsubscriptionRequest) -> Message:
        if request.ric_request_id in self.standing:
            why = cause("duplicate-ric-request-id", ric.edition)
            return m.RICsubscriptionFailure(request.ric_request_id, request.ran_function_id, why)
        self.standing[request.ric_request_id] = request
        return admits(request, ric.edition)


def report(request: m.RICsubscriptionRequest) -> m.RICindication:
    return m.RICindication(request.ric_request_id, request.ran_function_id, 1, None, "report", b"\x00", b"\x00")


def accused(told: Told) -> set[str]:
    """The rules that accuse the node, whether they count for the case or for the run."""
    audit = Audit(told.performed.header)
    for event in told.performed.events:
        audit.feed(event)
    return {found.rule for found in audit.finish().findings if found.blame is not None}


def test_subscriptions_may_outlive_the_association() -> None:
    """The same request is then a copy, which has to be refused; once deleted it is taken again."""
    told = perform("E2AP-RESTART-201", Misbehaviour(Outliving().hears))
    assert told.judgement.verdict is Verdict.PASS, str(told)
    assert accused(told) == set()


def test_what_outlives_the_association_may_be_reported() -> None:
    """As long as it can be deleted; that its payload here is none is found by the rules, and not by the body."""
    told = perform("E2AP-RESTART-202", Misbehaviour(Outliving(reports=True).hears))
    assert told.body in (None, Verdict.PASS), str(told)
    assert any(event.message == m.RICindication.NAME for event in told.performed.events)
    assert accused(told) == {"E2SM-PAYLOAD"}

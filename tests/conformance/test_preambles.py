"""Before a body comes what it needs: nothing, an association, or E2 Setup done on it; behind it things are put away."""

from collections.abc import Sequence
from typing import Any

import pytest

from oran_harness.conformance.choices import reporting
from oran_harness.conformance.expectations import ask
from oran_harness.conformance.preambles import prepared
from oran_harness.drivers import Setting, perform_virtual
from oran_harness.drivers.history import History, new_header
from oran_harness.drivers.performance import Performance
from oran_harness.model import CaseDescription, Level, Verdict
from oran_harness.peers.actor import Command, Connect, End, Happening, Heard, Up
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.engine import Association, AssociationState
from oran_harness.steps import Claims, Peer, check
from oran_harness.steps.answers import BREATH_S
from oran_harness.steps.case import Case
from oran_harness.steps.claims import ClaimedModel
from oran_harness.steps.offers import node_offer, setup_request
from tests.conformance.e2ap.misbehaving_ric import ignores, of
from tests.conformance.e2ap.performing_node import MisbehavingNode
from tests.drivers.scene import NODE, RIC, Plain, on


def perform(body: Any, role: Any, needs: tuple[str, ...], also: Any = None, edition: str = "3.01") -> Any:
    """What comes of a body with what it needs before it."""
    description = CaseDescription("TEST-001", "T", "C", Level.MUST, role, needs=needs)
    setting = Setting(role, edition=edition, timeout=1.0, connect_timeout=2.0)
    return perform_virtual(
        Case(description, prepared(body, needs), __name__), setting, lambda: Plain(role, also)
    ).outcome


@pytest.mark.parametrize("role", [NODE, RIC])
@pytest.mark.parametrize(
    ("needs", "state"),
    [
        (("association.none",), None),
        (("association.fresh",), AssociationState.NEW),
        ((), AssociationState.OPERATIONAL),
        (("stimulus:reset", "procedure:Reset"), AssociationState.OPERATIONAL),
    ],
)
def test_where_a_case_begins(role: Any, needs: tuple[str, ...], state: AssociationState | None) -> None:
    """As it says; then the functions that were offered are known."""
    seen: list[Any] = []

    async def body(peer: Peer) -> None:
        seen.append((None if peer.here is None else peer.engine.state, bool(peer.functions)))
        await peer.pause(0)

    assert perform(body, role, needs) is None
    assert seen == [(state, state is AssociationState.OPERATIONAL)]


def test_the_first_edition_has_no_transaction_ids() -> None:
    """And its Setup is done without; the node has a moment for itself afterwards."""

    async def body(peer: Peer) -> None:
        assert peer.engine.state is AssociationState.OPERATIONAL
        await peer.pause(0)

    case = Case(CaseDescription("TEST-001", "T", "C", Level.MUST, NODE), prepared(body, ()), __name__)
    now = 0.0
    performance = Performance(case, Setting(NODE, edition="1.01"), History(new_header(0), lambda: now))
    performance.begin()
    performance.up(opened_by_sut=True)
    request = setup_request(node_offer(edition="1.01"), None)
    performance.heard("1", codec("1.01").encode(request))
    assert not performance.body_over
    now = 2 * BREATH_S
    performance.wake()
    assert (performance.body_over, performance.outcome) == (True, None)


async def passes(peer: Peer) -> None:
    await peer.pause(0)


REFUSED = m.E2setupFailure(38, ("misc", "unspecified"))


@pytest.mark.parametrize(
    ("role", "also", "said"),
    [
        (RIC, on(m.E2setupRequest), "no answer within 1 s"),
        (RIC, on(m.E2setupRequest, End("", "abort")), "association 1 ended (abort by the near-rt-ric)"),
        (RIC, on(m.E2setupRequest, m.ErrorIndication(cause=("misc", "unspecified"))), "ErrorIndication (cause misc"),
        (NODE, lambda actor, happening, now: [] if isinstance(happening, Up) else None, "nothing came within 1 s"),
    ],
)
def test_a_setup_that_does_not_succeed_says_nothing_about_the_case(role: Any, also: Any, said: str) -> None:
    """Inconclusive, in a sentence; also where the case is about something that may be refused."""
    outcome = perform(passes, role, ("procedure:Reset",), also)
    assert outcome.verdict is Verdict.INCONC
    assert outcome.reason.startswith("E2 Setup did not succeed: ")
    assert said in outcome.reason


class Wandering(Plain):
    """A node that goes from one association to the next, and takes its time before it says anything there.

    ``early`` tells that it goes before its E2 Setup is answered, ``stays`` that it does not end what it leaves.
    """

    def __init__(self, moves: int, *, early: bool, stays: bool) -> None:
        super().__init__(NODE)
        self.moves = moves
        self.early = early
        self.stays = stays
        self.newest = ""

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        if isinstance(happening, Up):
            self.ups += 1
            self.engines[happening.association] = Association()
            self.newest, self.wakes_at = happening.association, now + 0.05
            return []
        return self.on() if isinstance(happening, Heard) and not self.early else []

    def wake(self, now: float) -> Sequence[Command]:
        self.wakes_at = None
        return [self.say(self.newest, setup_request(node_offer(number=7), 1), now), *(self.on() if self.early else [])]

    def on(self) -> Sequence[Command]:
        if self.ups > self.moves:
            return []
        return [Connect(f"again-{self.ups}"), *([] if self.stays else [End(self.newest, "shutdown")])]


def preamble_with(node: Wandering) -> tuple[Any, list[Any]]:
    """What comes of a preamble with that node, and where the body begins."""
    seen: list[Any] = []

    async def body(peer: Peer) -> None:
        seen.append((peer.here, peer.engine.state, bool(peer.functions)))
        await peer.pause(0)

    case = Case(CaseDescription("TEST-001", "T", "C", Level.MUST, NODE), prepared(body, ()), __name__)
    return perform_virtual(case, Setting(NODE), lambda: node).outcome, seen


@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize("early", [False, True])
def test_a_node_that_goes_to_another_association_is_set_up_there(early: bool, stays: bool) -> None:
    """As over a slow link, where a node gives up what the harness has only just seen: no fault of what it offers."""
    outcome, seen = preamble_with(Wandering(1, early=early, stays=stays))
    assert (outcome, seen) == (None, [("2", AssociationState.OPERATIONAL, True)])


def test_a_node_that_goes_on_and_on_to_others() -> None:
    """Nothing can be said of it; the case ends."""
    outcome, seen = preamble_with(Wandering(1000, early=False, stays=False))
    assert (outcome.verdict, seen) == (Verdict.INCONC, [])
    assert "from one association to the next" in outcome.reason


def quiet_at_last(actor: Plain, happening: Any, now: float) -> Any:
    """A node that comes back and says nothing."""
    return [] if isinstance(happening, Up) and actor.ups > 1 else None


@pytest.mark.parametrize(("up", "said"), [(False, "no association is up"), (True, "not done on association 2")])
def test_where_nothing_could_be_offered_nobody_is_accused(up: bool, said: str) -> None:
    """A claimed service model is missed where E2 Setup is done, and nowhere else."""

    async def body(peer: Peer) -> None:
        await peer.close()
        if up:
            await peer.open()
        peer.function("KPM")

    case = Case(CaseDescription("TEST-001", "T", "C", Level.MUST, NODE), prepared(body, ()), __name__)
    claims = Claims(True, service_models=(ClaimedModel("KPM"),))
    outcome = perform_virtual(case, Setting(NODE, claims=claims), lambda: Plain(NODE, quiet_at_last)).outcome
    assert outcome is not None
    assert (outcome.verdict, said in outcome.reason) == (Verdict.INCONC, True)


def test_a_node_that_never_connects() -> None:
    """Inconclusive, too."""
    outcome = perform(passes, NODE, (), None)
    assert outcome is None

    class Absent(Plain):
        def begin(self, now: float) -> Any:
            return []

    case = Case(CaseDescription("TEST-001", "T", "C", Level.MUST, NODE), prepared(passes, ()), __name__)
    absent = perform_virtual(case, Setting(NODE, connect_timeout=2.0), lambda: Absent(NODE)).outcome
    assert absent is not None
    assert (absent.verdict, absent.reason) == (Verdict.INCONC, "the e2-node did not connect within 2 s")


def test_what_the_body_finds_is_its_own() -> None:
    """Only the preamble's failures are softened."""

    async def body(peer: Peer) -> None:
        await peer.expect(m.ResetRequest)

    assert perform(body, RIC, ()).verdict is Verdict.FAIL


@pytest.mark.parametrize("fails", [False, True])
def test_subscriptions_are_put_away(fails: bool) -> None:
    """Whatever came of the body: the node is not left reporting. What is refused or gone already is not deleted."""

    async def body(ric: Peer) -> None:
        report = reporting(ric)
        kept, gone = report.request(ric.new_request_id()), report.request(ric.new_request_id())
        for each in (gone, kept):
            await ask(ric, each)
        await ask(ric, m.RICsubscriptionDeleteRequest(gone.ric_request_id, gone.ran_function_id))
        check(not fails, "It holds.", expected="that", actual="not that")

    case = Case(CaseDescription("TEST-001", "T", "C", Level.MUST, NODE), prepared(body, ()), __name__)
    performed = perform_virtual(case, Setting(NODE), lambda: E2Node(NodeConfig()))
    assert (performed.outcome is None) is not fails
    assert [each.message for each in performed.events].count("RICsubscriptionDeleteResponse") == 2


def test_a_node_that_keeps_its_subscriptions_changes_no_verdict() -> None:
    """It is not asked for long."""

    async def body(ric: Peer) -> None:
        await ask(ric, reporting(ric).request(ric.new_request_id()))
        await ask(ric, reporting(ric).request(ric.new_request_id()))

    case = Case(CaseDescription("TEST-001", "T", "C", Level.MUST, NODE), prepared(body, ()), __name__)
    deaf = ignores(of(m.RICsubscriptionDeleteRequest))
    performed = perform_virtual(case, Setting(NODE), lambda: MisbehavingNode("3.01", deaf))
    assert performed.outcome is None
    assert [each.message for each in performed.events].count("RICsubscriptionDeleteRequest") == 1
    assert performed.events[-1].t < 5

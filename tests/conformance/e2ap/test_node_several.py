"""What the cases about several things at once let pass in an E2 node."""

from collections.abc import Sequence

import pytest

from oran_harness.drivers.setting import Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role, Verdict
from oran_harness.peers.actor import Actor, Command, Heard
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_saying import Delaying
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.message import Message
from oran_harness.runner.judgement import audit, judge
from oran_harness.steps.case import Case
from oran_harness.steps.offers import function_item
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, ignores, mute, of
from tests.conformance.e2ap.performing_node import node_cases, perform
from tests.conformance.e2ap.performing_ric import EDITION, needs_met
from tests.conformance.e2ap.test_node_freedoms import refuses_duplicates
from tests.conformance.e2ap.test_node_subscriptions import admits


def admits_every_id() -> Misbehaviour:
    """A RICrequestID that is in use is used anew."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionRequest) or ric.count("subscriptions") != 2:
            return None
        return (ric.say(heard.association, admits(message, ric.edition)),)

    return Misbehaviour(hears)


def answers_behind_the_reset() -> Misbehaviour:
    """Its streams are served by two threads: the subscription is answered after the Reset that came behind it."""
    kept: list[m.RICsubscriptionRequest] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if isinstance(message, m.RICsubscriptionRequest) and not kept:
            kept.append(message)
            return ()
        if not isinstance(message, m.ResetRequest):
            return None
        reset = ric.say(heard.association, m.ResetResponse(message.transaction_id))
        return (reset, ric.say(heard.association, admits(kept[0], ric.edition)))

    return Misbehaviour(hears)


FREEDOMS: tuple[tuple[str, Misbehaviour, Verdict], ...] = (
    ("E2AP-SEVERAL-201", refuses_duplicates(), Verdict.UNSUPPORTED),
    ("E2AP-SEVERAL-202", refuses_duplicates(), Verdict.UNSUPPORTED),
    ("E2AP-SEVERAL-203", refuses_duplicates(), Verdict.PASS),
    ("E2AP-SEVERAL-204", admits_every_id(), Verdict.PASS),
    ("E2AP-SEVERAL-205", admits_every_id(), Verdict.PASS),
    ("E2AP-SEVERAL-206", mute(m.RICcontrolAcknowledge, nth=99), Verdict.PASS),
    ("E2AP-SEVERAL-208", ignores(of(m.RICsubscriptionRequest), nth=99), Verdict.PASS),
    ("E2AP-SEVERAL-208", answers_behind_the_reset(), Verdict.PASS),
)


@pytest.mark.parametrize(("case", "behaviour", "verdict"), FREEDOMS)
def test_freedoms(case: str, behaviour: Misbehaviour, verdict: Verdict) -> None:
    """What E2AP leaves to the node accuses no node."""
    told = perform(case, behaviour)
    assert told.judgement.verdict is verdict, str(told)


def test_a_node_may_have_room_for_few_subscriptions() -> None:
    """Each of 32 is answered, and most of them are refused."""
    told = perform("E2AP-SEVERAL-203", config=NodeConfig(most_subscriptions=4))
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_a_node_of_one_function_has_no_other_to_collide_with() -> None:
    """The case is then about nothing, and passes."""
    told = perform("E2AP-SEVERAL-204", config=NodeConfig(service_models=("kpm",)))
    assert told.judgement.verdict is Verdict.PASS, str(told)


OWN = ("ERROR", "LIMIT", "LOSS", "RESTART", "SEVERAL", "VERSION")
CASES = [case for case in node_cases() if case.id.split("-")[1] in OWN and needs_met(case, EDITION)]
SLOW_S = 0.5


class Chatty(FlawedActor):
    """Has a Service Update of its own to tell whenever it is asked for something, and before it answers."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._told = 100
        self._mine: set[int | None] = set()
        self._set_up: set[str] = set()

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        message = decoded.message
        if isinstance(message, m.RICserviceUpdateAcknowledge) and message.transaction_id in self._mine:
            self._mine.discard(message.transaction_id)
            return ()
        answers = self.pass_on(heard, now)
        if isinstance(message, m.E2setupResponse):
            self._set_up.add(heard.association)
        asked = decoded.outcome == "initiatingMessage" and not isinstance(message, m.ErrorIndication)
        if not asked or heard.association not in self._set_up:
            return answers
        self._told = (self._told + 1) % 256
        self._mine.add(self._told)
        update = m.RICserviceUpdate(self._told, None, (function_item("kpm", self.edition),))
        return [*self.say(heard.association, update), *answers]


def answers_or_sets_up(decoded: DecodedMessage) -> bool:
    return decoded.outcome != "initiatingMessage" or decoded.name == m.E2setupRequest.NAME


def judged(case: Case, actor: Actor) -> Verdict:
    performed = perform_virtual(case, Setting(role=Role.E2_NODE, edition=EDITION, stimuli=None), lambda: actor)
    audited = audit(case.description, case.id, performed.header, performed.events)
    assert Role.E2_NODE not in {finding.blame for finding in (*audited.of_case, *audited.of_run)}
    return judge(case.description, performed.outcome, audited.of_case).verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_slow_node_is_not_accused(case: Case) -> None:
    """Half a second for every answer; what it says of its own accord comes before."""
    slow = Delaying(E2Node(NodeConfig(edition=EDITION)), answers_or_sets_up, SLOW_S)
    assert judged(case, slow) is Verdict.PASS


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_node_with_news_is_not_accused(case: Case) -> None:
    """Procedures of its own may come between our request and its answer."""
    assert judged(case, Chatty(E2Node(NodeConfig(edition=EDITION)))) is Verdict.PASS

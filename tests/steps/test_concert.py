"""Several steps at once: all have to be done, the first failure ends them, each message is for one."""

from oran_harness.model import Role
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Pause, Silence, Step, Stimulate, Together, Wanted
from oran_harness.steps.concert import Concert, Part, leaves
from oran_harness.steps.decision import Begun, Terms
from oran_harness.steps.e2ap_manners import E2apManners
from tests.steps.record import REMOVAL, RESET, START, Record, expect

TERMS = Terms(Role.NEAR_RT_RIC, E2apManners(), False)


def concert(step: Step[object]) -> Concert:
    """A step under way."""
    return Concert(step, [Part(Begun(each, START)) for each in leaves(step)])


def test_results_have_the_shape_of_the_step() -> None:
    """Nested ones, too; it is done when the last part is."""
    record = Record()
    step = Together((expect(m.ResetRequest), Together((Pause(2.0), expect(m.E2RemovalRequest)))))
    whole = concert(step)
    record.heard(REMOVAL, 1.0)
    whole.decide(record.inbox, 1.0, TERMS, record.n)
    assert (whole.done, whole.until) == (False, 2.0)
    record.heard(RESET, 1.5)
    whole.decide(record.inbox, 2.0, TERMS, record.n)
    assert whole.done
    assert whole.result == (RESET, (None, REMOVAL))
    assert whole.at.t == 2.0
    assert record.inbox.messages == []


def test_each_message_is_for_one_part() -> None:
    """The first that wants it takes it, the next one waits for another."""
    record = Record()
    both = concert(Together((expect(m.ResetRequest), expect(m.ResetRequest))))
    first, second = record.heard(RESET, 1.0), None
    both.decide(record.inbox, 1.0, TERMS, record.n)
    assert [part.done is not None for part in both.parts] == [True, False]
    second = record.heard(RESET, 2.0)
    both.decide(record.inbox, 2.0, TERMS, record.n)
    assert both.taken == [first, second]


def test_the_earliest_failure_is_the_outcome() -> None:
    """Whatever the order of the parts, and though it is decided late."""
    record = Record()
    record.heard(RESET, 1.0)
    late = concert(Together((expect(m.E2RemovalRequest), Silence(Wanted((m.ResetRequest,)), 9.0))))
    late.decide(record.inbox, 20.0, TERMS, record.n)
    assert late.over is not None
    assert late.over.outcome.actual.endswith("after 1.000 s")


def test_a_stimulus_alone_is_not_attentive() -> None:
    """What it provokes is not answered away before the case looks for it."""
    assert not concert(Stimulate("reset")).attentive
    assert concert(Together((Stimulate("reset"), Pause(1.0)))).attentive


def test_a_restart_is_attentive() -> None:
    """A product that takes its leave may wait for our answer."""
    assert concert(Stimulate("restart")).attentive

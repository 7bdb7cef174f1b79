"""Alarms that come and go by stimulus."""

from oran_harness.conformance.o1.subscribing import create_subscription
from oran_harness.peers.actor import Answer, Heard, Say, Stimulus, Up
from oran_harness.peers.o1_provider.alarms import CLEAR, RAISE
from oran_harness.peers.o1_provider.provider import O1Provider
from oran_harness.protocols.netconf import BASE_1_0, Framing, frame, speaking
from tests.conformance.o1.performing import provider


def subscribed() -> O1Provider:
    """An element with one session that is subscribed."""
    element = provider()
    element.handle(Up("1", outbound=False), 0.0)
    for message in (speaking.hello([BASE_1_0]), speaking.rpc(create_subscription(), "1")):
        element.handle(Heard("1", frame(message, Framing.END_OF_MESSAGE)), 0.0)
    return element


def told(element: O1Provider, name: str, **arguments: object) -> tuple[str, str]:
    """What is answered to a stimulus, and what is said for it."""
    commands = element.handle(Stimulus(7, name, arguments), 1.0)
    answer = next(each for each in commands if isinstance(each, Answer))
    return answer.status, " ".join(each.octets.decode() for each in commands if isinstance(each, Say))


def test_an_alarm_comes_and_goes() -> None:
    """Each time it is told of once; one that is there already does not come again."""
    element = subscribed()
    status, said = told(element, RAISE)
    assert status == "done"
    assert said.count("alarm-notif>") == 1
    assert ">false</is-cleared>" in said
    assert told(element, RAISE) == ("done", "")
    assert ">true</is-cleared>" in told(element, CLEAR)[1]
    assert told(element, CLEAR) == ("done", "")


def test_another_severity_is_another_alarm() -> None:
    """The old one goes, the new one comes, at once (O-RAN M-plane 11.2)."""
    element = subscribed()
    told(element, RAISE, fault_severity="minor")
    said = told(element, RAISE, fault_severity="critical")[1]
    assert said.index(">minor<") < said.index(">critical<")
    assert said.count("alarm-notif>") == 2
    assert [each.severity for each in element.managed.alarms.values()] == ["critical"]


def test_a_warning_is_not_kept() -> None:
    """It never enters the list (O-RAN M-plane 11.2), and is less than what is told at first."""
    element = subscribed()
    assert told(element, RAISE, fault_severity="warning") == ("done", "")
    assert not element.managed.alarms


def test_alarms_that_cannot_be_fail() -> None:
    """A stimulus with wrong arguments does nothing."""
    element = subscribed()
    for wrong in ({"fault_id": "x"}, {"fault_severity": "bad"}, {"fault_source": ""}):
        assert told(element, RAISE, **wrong) == ("failed", "")
    assert not element.managed.alarms

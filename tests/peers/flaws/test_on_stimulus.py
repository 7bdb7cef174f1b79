"""Ways to misbehave when asked to do something."""

from oran_harness.peers.actor import Answer, Command, Stimulus
from oran_harness.peers.flaws.on_stimulus import Insisting
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.peers.flaws.flawed_ric import clean_ric, said, told
from tests.peers.flaws.near_rt_ric.script import WHY


def request(stimulus: Stimulus, edition: str) -> Message:
    """A Reset that tells which stimulus it comes of."""
    assert edition == "3.01"
    return m.ResetRequest(stimulus.ticket, WHY)


def asked(name: str, style: int) -> list[Command]:
    actor = Insisting(clean_ric(), "subscribe", request)
    return told(actor, Stimulus(5, name, {"node": "1", "service_model": "kpm", "style": style}))


def test_it_is_done_where_the_reference_declines() -> None:
    """A subscription to a style that no node has: another message goes out, and all is told to be well."""
    *commands, answer = asked("subscribe", 99)
    assert said(commands) == [m.ResetRequest(5, WHY)]
    assert answer == Answer(5, "done")


def test_what_the_reference_does_is_left_to_it() -> None:
    """And so are other stimuli, whatever comes of them."""
    assert [type(each) for each in said(asked("subscribe", 1))] == [m.RICsubscriptionRequest]
    assert [each.status for each in asked("control", 99) if isinstance(each, Answer)] == ["failed"]

"""The actor around a reference peer: the same until a flaw says otherwise, and never a reason to break."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import Actor, Command, Happening, Heard, Over, Say, Up
from oran_harness.peers.flaws import FLAWS
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.transport_flaw import WithoutPpid
from oran_harness.peers.reference import reference
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from tests.peers.flaws.e2_node import script as node_script
from tests.peers.flaws.near_rt_ric import script as ric_script
from tests.peers.flaws.rehearsal import rehearse

SCRIPTS = (ric_script.SCRIPT, node_script.SCRIPT)
UP = Up("1", outbound=True)


class Stranger:
    """An actor that is no reference peer."""

    role = Role.E2_NODE
    wakes_at = None

    def begin(self, now: float) -> Sequence[Command]:
        return ()

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        return ()

    def wake(self, now: float) -> Sequence[Command]:
        return ()


class Reminding(FlawedActor):
    """Says everything once more, two seconds later; and is deaf for failures of E2 Setup."""

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        self.postpone(say, now + 2)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        return () if isinstance(decoded.message, m.E2setupFailure) else None

    def meets(self, happening: Happening, now: float) -> Sequence[Command] | None:
        return () if isinstance(happening, Over) else None


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.role)
def test_without_a_flaw_it_is_the_peer_that_it_wraps(script: ric_script.Script) -> None:
    """Whatever happens, and whenever."""
    clean = rehearse(reference(script.role), script)
    assert rehearse(FlawedActor(reference(script.role)), script) == clean


def test_it_can_be_wrapped_itself() -> None:
    """Each does its own."""
    actor = WithoutPpid(Reminding(reference(Role.E2_NODE)))
    actor.begin(0.0)
    (request,) = actor.handle(UP, 0.0)
    assert isinstance(request, Say)
    assert request.ppid == 0
    assert actor.wakes_at == 2.0


def test_only_reference_peers() -> None:
    """Of another actor it is not known which edition it speaks."""
    with pytest.raises(UsageError, match="reference peer"):
        FlawedActor(Stranger())


def test_what_is_postponed_is_done_in_its_time() -> None:
    """Beside what the wrapped peer wants to do; the earlier one decides when it wakes."""
    actor = Reminding(reference(Role.E2_NODE))
    actor.begin(0.0)
    (request,) = actor.handle(UP, 0.0)
    assert actor.wakes_at == 2.0
    assert actor.wake(1.0) == []
    assert actor.wake(2.0) == [request]
    assert actor.wakes_at is None


def test_what_is_done_instead_keeps_the_wrapped_peer_in_the_dark() -> None:
    """It is told of neither a message nor the end of an association."""
    actor = Reminding(reference(Role.E2_NODE))
    actor.begin(0.0)
    actor.handle(UP, 0.0)
    assert actor.handle(node_script.hears(m.E2setupFailure(1, ("misc", "unspecified"), 1)), 0.1) == ()
    assert actor.handle(Over("1", "abort"), 0.2) == ()
    assert actor.wakes_at == 2.0


def test_a_message_that_the_edition_does_not_have_is_not_said() -> None:
    """A flaw of it does nothing."""
    actor = FlawedActor(reference(Role.NEAR_RT_RIC))
    assert actor.say("1", m.RICsubscriptionAuditRequest()) == ()
    assert [each.stream for each in actor.say("1", m.RICserviceQuery(1))] == [0]
    delete = m.RICsubscriptionDeleteRequest(node_script.id_of(1), 2)
    assert [each.stream for each in actor.say("1", delete)] == [1]


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_nothing_that_is_heard_breaks_a_flawed_peer(data: st.DataObject) -> None:
    """Messages of the conversation with octets changed, cut or added, in any order."""
    flaw = data.draw(st.sampled_from([flaw for flaw in FLAWS.values() if flaw.role.interface == "e2"]))
    script = next(each for each in SCRIPTS if each.role is flaw.role)
    heard = [each for each in script.happenings if isinstance(each, Heard) and len(each.octets) < 4000]
    actor = flaw.wrap(reference(flaw.role))
    actor.begin(0.0)
    actor.handle(Up("1", outbound=flaw.role is Role.E2_NODE), 0.0)
    actor.handle(_settled(flaw.role), 0.1)
    for step in range(data.draw(st.integers(1, 4))):
        octets = _spoilt(data, data.draw(st.sampled_from(heard)).octets)
        actor.handle(Heard("1", octets), 1.0 + step)
        _let_time_pass(actor, 1.5 + step)


def _settled(role: Role) -> Happening:
    """E2 Setup is done."""
    if role is Role.E2_NODE:
        return node_script.hears(node_script.accepted(1))
    return ric_script.hears("1", ric_script.setup_request(ric_script.GNB, 1))


def _spoilt(data: st.DataObject, octets: bytes) -> bytes:
    place = data.draw(st.integers(0, len(octets) - 1))
    change = data.draw(st.sampled_from(("octet", "cut", "twice", "none")))
    if change == "octet":
        return octets[:place] + data.draw(st.binary(min_size=1, max_size=1)) + octets[place + 1 :]
    return {"cut": octets[:place], "twice": octets[:place] + octets, "none": octets}[change]


def _let_time_pass(actor: Actor, until: float) -> None:
    for _ in range(100):
        if actor.wakes_at is None or actor.wakes_at > until:
            return
        actor.wake(until)


def test_the_codec_is_that_of_the_peer() -> None:
    """A message of another edition is read as the peer would read it."""
    octets = codec("7.00").encode(m.RICassistanceHalt(node_script.id_of(1)))
    assert FlawedActor(reference(Role.NEAR_RT_RIC)).read(octets).message is None

"""The peer makes steps, and says no more than its caller meant."""

import pytest

from oran_harness.codec.asn1 import EncodeError
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import E2setupRequest, ResetRequest, RICsubscriptionDeleteRequest
from oran_harness.steps import Close, Expect, ExpectEnd, Listen, Open, Peer, Send, Silence, Stimulate, Wanted

RESET = ResetRequest(transaction_id=1, cause=("misc", "unspecified"))


def peer(edition: str = "3.01") -> Peer:
    return Peer(Role.NEAR_RT_RIC, edition, seed=3)


def test_sending_encodes_in_the_edition_spoken() -> None:
    """The octets are those of the run's edition; another one can be had for a message."""
    sent = peer().send(RESET)
    assert isinstance(sent, Send)
    assert (sent.octets, sent.message, sent.ppid) == (codec("3.01").encode(RESET), RESET, 70)
    other = peer("7.00").send(RESET, edition="2.03")
    assert isinstance(other, Send)
    assert codec("2.03").read(other.octets) == RESET


def test_global_procedures_and_services_have_their_own_streams() -> None:
    """Stream 0 is for global procedures (E2GAP); a service message goes on another unless told."""
    delete = RICsubscriptionDeleteRequest(ric_request_id=peer().new_request_id(), ran_function_id=2)
    streams = [step.stream for step in (peer().send(RESET), peer().send(delete)) if isinstance(step, Send)]
    assert streams == [0, 1]
    told = peer().send(delete, stream=5)
    assert isinstance(told, Send)
    assert told.stream == 5


def test_what_breaks_the_specification_is_marked_ours() -> None:
    """Raw octets and deviating criticalities are injected; what the caller calls wrong is too."""
    plain = peer().send(RESET)
    flipped = peer().send(RESET, criticalities={"ResetRequest.Cause": "reject"})
    out_of_place = peer().send(RESET, injected=True)
    raw = peer().send_octets(b"\x00")
    steps = [step for step in (plain, flipped, out_of_place, raw) if isinstance(step, Send)]
    assert [step.injected for step in steps] == [False, True, True, True]


def test_a_message_that_does_not_fit_is_the_callers_fault() -> None:
    """It raises where it is made, not on the wire."""
    with pytest.raises(EncodeError, match="mandatory"):
        peer().send(ResetRequest())


def test_the_steps_carry_what_was_asked() -> None:
    """Times, verdicts and places are the caller's."""
    assert peer().open(within=2.0) == Open(2.0)
    assert peer().open(place="memory://there") == Open(place="memory://there")
    assert peer().listen() == Listen(2)
    assert peer().stimulate("reset", cause="x") == Stimulate("reset", {"cause": "x"})
    assert peer().restart_sut() == Stimulate("restart", {"how": "stop"})
    assert peer().restart_sut("kill") == Stimulate("restart", {"how": "kill"})
    assert peer().propose("reset", cause="x") == Stimulate("reset", {"cause": "x"}, may_decline=True)
    expected = peer().expect(E2setupRequest, within=3.0, otherwise=Verdict.INCONC, association="1")
    assert expected == Expect(Wanted((E2setupRequest,), None, "1"), 3.0, Verdict.INCONC, "", True)


def test_a_view_of_one_association_says_and_hears_nothing_elsewhere() -> None:
    """What it remembers is the peer's own; the caller may name another association all the same."""
    whole = peer()
    standing = ["1", "2"]
    whole.standing = standing
    whole.here = "1"
    view = whole.at("2")
    assert (view.here, whole.here) == ("2", "1")
    sent = view.send(RESET)
    assert isinstance(sent, Send)
    assert (sent.association, view.close()) == ("2", Close("2"))
    assert view.send_octets(b"x") == Send(b"x", None, "2", injected=True)
    assert view.ending() == ExpectEnd("2")
    steps = (view.expect(E2setupRequest), view.hear(E2setupRequest), view.silence(lasting=1.0))
    assert [step.wanted.association for step in steps if isinstance(step, Expect | Silence)] == ["2"] * 3
    named = view.expect(E2setupRequest, association="1")
    assert isinstance(named, Expect)
    assert named.wanted.association == "1"
    whole.slowest = 0.5
    assert (view.slowest, view.last, view.new_transaction_id()) == (0.5, None, peer().new_transaction_id())
    standing.remove("2")
    assert view.here is None


def test_silence_without_types_is_silence_of_everything() -> None:
    """Any message at all breaks it."""
    silence = peer().silence(lasting=1.0)
    assert isinstance(silence, Silence)
    assert issubclass(E2setupRequest, silence.wanted.types)


def test_where_nothing_was_up_nothing_is_known() -> None:
    """The engine's view is that of an empty association."""
    assert dict(peer().functions) == {}
    assert peer().sut is Role.E2_NODE

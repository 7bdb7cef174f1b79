"""What a server would answer, by its settings alone; tests/conformance/security compares that with the wire."""

from collections.abc import Sequence

from oran_harness.peers.simulated_transport import SimulatedTransport, sealed
from oran_harness.steps.attempts import Attempt, SshLogin, SshLoginTried, Tampered, Tampering, TlsHello, Unmade
from oran_harness.steps.attempts.attempt import Came


def talk(user: str, said: Sequence[bytes]) -> bytes:
    return b"]]>]]>".join((b"hello", *said))


def test_a_lock_that_ends() -> None:
    """After six wrong passwords the user is locked for as long as the side says."""
    transport = SimulatedTransport()
    wrong, right = SshLogin("wrong passwords", guessed=True, most=3), SshLogin("right", guessed=True)
    assert transport.meet(right, talk, 0.0) == SshLoginTried(True)
    for _ in range(2):
        came = transport.meet(wrong, talk, 0.0)
        assert isinstance(came, SshLoginTried)
        assert len(came.seconds) == 3
    assert transport.meet(right, talk, 1.0) == SshLoginTried(False)
    assert transport.meet(right, talk, 30.0) == SshLoginTried(True)


def test_what_was_altered_is_not_heard() -> None:
    """And what is seen of the rest is sealed."""
    came = SimulatedTransport().meet(Tampering("altered", b"we", b"request"), talk, 0.0)
    assert isinstance(came, Tampered)
    assert (came.hello, came.heard, came.ended) == (b"hello]]>]]>", b"we", True)
    assert b"request" not in came.wire
    assert sealed(sealed(b"request")) == b"request"


def test_suites_and_versions() -> None:
    """The first suite that both have; none, and no old version."""
    answer = SimulatedTransport().answer
    assert answer(TlsHello("TLS 1.2", (0x2F, 0xC030))).suite == 0xC030
    assert answer(TlsHello("TLS 1.2", (0x2F,))).alert == "handshake_failure"
    assert answer(TlsHello("TLS 1.1", (0xC030,))).alert == "protocol_version"


def test_what_nothing_simulates() -> None:
    """It is not made."""
    assert isinstance(SimulatedTransport().meet(Attempt[Came](), talk, 0.0), Unmade)

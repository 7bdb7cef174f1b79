"""What a client would offer and accept, by its settings alone; tests/conformance/security compares it with the wire."""

from oran_harness.peers.simulated_client import HELLO, SimulatedClient
from oran_harness.steps.attempts import Attempt, HostKey, Shown, SshReception, TlsReception, Unmade
from oran_harness.steps.attempts.attempt import Came
from oran_harness.transports import ClientSide, TlsPolicy


def test_what_is_refused() -> None:
    """Whatever is wrong with a certificate or a host key."""
    client = SimulatedClient()
    went_on = {each for each in Shown if client.received_by_tls(TlsReception(each)).heard}
    assert not went_on & {Shown.SELF_SIGNED, Shown.OTHER_CA, Shown.FORGED, Shown.EXPIRED, Shown.OTHER_NAME}
    assert client.received_by_tls(TlsReception(Shown.RIGHT)).heard == HELLO
    assert client.received_by_tls(TlsReception(Shown.RIGHT, version="1.1")).version is None
    assert not client.received_by_ssh(SshReception(HostKey.CHANGED)).password


def test_settings() -> None:
    """They count as on the wire."""
    assert SimulatedClient(ClientSide(tls=TlsPolicy(newest="1.2"))).offers_tls().versions == ("TLS 1.2",)
    assert SimulatedClient(ClientSide(any_host=True)).received_by_ssh(SshReception(HostKey.CHANGED)).heard == HELLO


def test_what_nothing_simulates() -> None:
    """It is not made."""
    assert isinstance(SimulatedClient().meet(Attempt[Came](), lambda user, said: b"", 0.0), Unmade)

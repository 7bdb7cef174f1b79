"""What to try next."""

import pytest

from oran_harness.model import DiagnosisKind, Role
from oran_harness.runner.advice import advice_for, tell_the_address


@pytest.mark.parametrize("kind", DiagnosisKind)
@pytest.mark.parametrize("role", Role.ends_of("e2"))
@pytest.mark.parametrize("address", ["sctp://192.0.2.1:36421", "tcp://[::1]:1", "memory://a"])
def test_each_diagnosis_has_advice(kind: DiagnosisKind, role: Role, address: str) -> None:
    """Whole sentences, for either role and any transport."""
    advice = advice_for(kind, role, address, "3.01", "1.01")
    assert advice[0].isupper()
    assert advice.endswith((".", "?"))
    assert "None" not in advice


def test_editions_are_not_advised_that_were_tried() -> None:
    """What did not help is not told as a help."""
    untried, tried = (
        advice_for(DiagnosisKind.SAYS_NOTHING, Role.NEAR_RT_RIC, "tcp://a:1", "3.01", tried=tried)
        for tried in (False, True)
    )
    assert "try --e2ap 1.01" in untried
    assert "were tried" in tried


def test_where_a_node_has_to_connect() -> None:
    """The tools of the transport; another port than E2's is worth a word."""
    assert "ss -Sa" in tell_the_address("sctp://0.0.0.0:36421")
    assert "36422" not in tell_the_address("sctp://0.0.0.0:36421")
    assert "tcpdump -ni any port 36422" in tell_the_address("tcp://0.0.0.0:36422")
    assert "36422 is X2AP's" in tell_the_address("tcp://0.0.0.0:36422")
    assert "over SSH as it calls home (RFC 8071). The usual port" in tell_the_address("netconf+ssh://0.0.0.0:4334")
    assert "4335" in tell_the_address("netconf+tls://0.0.0.0:1")

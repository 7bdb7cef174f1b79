"""What a person has to do so that their product and the harness meet."""

import pytest

from oran_harness.cli.shown import guidance
from oran_harness.cli.shown.guidance import hints, own_addresses, waiting, where_to_meet
from oran_harness.model import Role


def test_a_node_is_told_where_to_connect() -> None:
    """The address as it is given, and what is spoken there."""
    lines = list(where_to_meet(Role.E2_NODE, "sctp://192.0.2.7:36421", sut_connects=True, edition="2.03"))
    assert lines == [
        "Configure your E2 node to connect to:",
        "  sctp://192.0.2.7:36421",
        "E2AP 2.03 is spoken (--e2ap changes that), with PPID 70; we are PLMN 001/01.",
    ]


def test_addresses_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all are listened at, those of its interfaces are named, loopback last."""
    monkeypatch.setattr(guidance, "_ipv4", lambda: iter([("127.0.0.1", "lo"), ("192.0.2.7", "eth0")]))
    monkeypatch.setattr(guidance, "_ipv6", lambda: iter([("2001:db8::7", "eth0")]))
    assert own_addresses("sctp://0.0.0.0:36421") == [
        ("sctp://192.0.2.7:36421", "eth0"),
        ("sctp://127.0.0.1:36421", "lo"),
    ]
    assert ("tcp://[2001:db8::7]:5", "eth0") in own_addresses("tcp://[::]:5")
    assert own_addresses("tcp://127.0.0.1:5") == [("tcp://127.0.0.1:5", "only from this machine")]
    assert own_addresses("tcp://localhost:5") == [("tcp://localhost:5", "only from this machine")]


def test_what_the_system_says_of_its_interfaces() -> None:
    """At least loopback is there."""
    assert ("tcp://127.0.0.1:5", "lo") in own_addresses("tcp://0.0.0.0:5")
    assert own_addresses("tcp://[::]:5")


def test_waiting() -> None:
    """Who is waited for, where, how long; after a while, what to look at."""
    assert waiting(Role.E2_NODE, "tcp://a:1", 3.4, sut_connects=True) == (
        "Waiting for your E2 node to connect to tcp://a:1: 3 s  (Ctrl-C ends)"
    )
    assert "your near-RT RIC at tcp://a:1" in waiting(Role.NEAR_RT_RIC, "tcp://a:1", 3, sut_connects=False)
    assert "ss -Sal" in hints(Role.NEAR_RT_RIC, "sctp://a:1", sut_connects=False)
    assert "ss -Sa " in hints(Role.E2_NODE, "sctp://a:1", sut_connects=True)

"""Whether an address leads to where we listen ourselves."""

import asyncio

import pytest

from oran_harness.transports import leads_back, parse_address


@pytest.mark.parametrize(
    ("connect", "opened", "back"),
    [
        ("tcp://127.0.0.1:1", "tcp://127.0.0.1:1", True),
        ("tcp://127.0.0.1:1", "tcp://127.0.0.1:2", False),
        ("tcp://127.0.0.1:1", "sctp://127.0.0.1:1", False),
        ("grpc://127.0.0.1:1", "tcp://127.0.0.1:1", True),
        ("tcp://127.0.0.1:1", "tcp://0.0.0.0:1", True),
        ("tcp://127.0.0.9:1", "tcp://127.0.0.1:1", False),
        ("tcp://localhost:1", "tcp://127.0.0.1:1", True),
        ("tcp://[::1]:1", "tcp://[::]:1", True),
        ("tcp://192.0.2.1:1", "tcp://0.0.0.0:1", False),
        ("sctp://127.0.0.2:1", "sctp://127.0.0.1:1?also=127.0.0.2", True),
        ("sctp+udp://127.0.0.1:1", "sctp+udp://127.0.0.1:1", True),
        ("sctp+udp://127.0.0.1:1?remote_encap=5", "sctp+udp://127.0.0.1:1", False),
        ("sctp+udp://127.0.0.1:1?remote_encap=5", "sctp+udp://127.0.0.1:1?encap=5", True),
        ("memory://a", "memory://a", True),
        ("memory://a", "memory://b", False),
    ],
)
def test_who_connects_there_arrives_here(connect: str, opened: str, back: bool) -> None:
    """Same kind of socket, same port, and an address of ours where we listen; names are resolved."""
    assert asyncio.run(leads_back(parse_address(connect), parse_address(opened))) is back


def test_a_name_that_cannot_be_resolved_leads_nowhere() -> None:
    """Whoever connects is told what is wrong with it."""
    assert not asyncio.run(leads_back(parse_address("tcp://nowhere.invalid:1"), parse_address("tcp://0.0.0.0:1")))

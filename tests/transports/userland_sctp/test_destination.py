"""Which address of ours was sent to."""

import socket

import pytest

from oran_harness.transports.userland_sctp.destination import ask_for_destinations, destination, from_address


@pytest.mark.parametrize(("family", "everywhere", "host"), [(2, "0.0.0.0", "127.0.0.7"), (10, "::", "::1")])
def test_an_answer_leaves_from_where_was_sent_to(family: int, everywhere: str, host: str) -> None:
    """A socket at all addresses is told the one that was meant, and answers from it."""
    with socket.socket(family, socket.SOCK_DGRAM) as ours, socket.socket(family, socket.SOCK_DGRAM) as other:
        ours.bind((everywhere, 0))
        assert ask_for_destinations(ours)
        other.connect((host, ours.getsockname()[1]))
        other.send(b"question")
        octets, control, _, name = ours.recvmsg(100, 100)
        found, back = destination(control)
        assert (octets, found) == (b"question", host)
        assert back == from_address(family, host)[1]
        ours.sendmsg([b"answer"], back, 0, name)
        # A connected socket hears only whom it is connected to.
        other.settimeout(5)
        assert other.recv(100) == b"answer"


def test_a_socket_at_one_address_need_not_be_told() -> None:
    """It has no other to answer from."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ours:
        ours.bind(("127.0.0.1", 0))
        assert not ask_for_destinations(ours)
    assert destination([]) == ("", [])

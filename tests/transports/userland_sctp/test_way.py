"""Ways to far ends."""

import socket
import time

from oran_harness.transports.userland_sctp.way import Way


def test_what_cannot_be_sent_is_lost() -> None:
    """SCTP repeats it; the far end's refusal of a packet before is told, once."""
    told = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as nobody:
        nobody.bind(("127.0.0.1", 0))
        name = nobody.getsockname()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.connect(name)
        way = Way(sock, name, True, [], "127.0.0.1", lambda: told.append(1))
        way.send(b"into the void")
        time.sleep(0.01)
        way.send(b"again")
        assert told == [1]
        way.send(bytes(70_000))
    unconnected = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with unconnected, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.0.0.1", 0))
        Way(unconnected, other.getsockname(), False, [], "127.0.0.1", lambda: None).send(b"there")
        other.settimeout(5)
        assert other.recv(100) == b"there"

"""Errors of sockets as ends of links, and a reset of a socket; the rest is held by the contract."""

import errno
import os
import socket

import pytest

from oran_harness.transports.socket_link import ending_of, reset_socket


@pytest.mark.parametrize(
    ("number", "how"),
    [
        (errno.ETIMEDOUT, "down"),
        (errno.EHOSTUNREACH, "down"),
        (errno.ENETUNREACH, "down"),
        (errno.EPIPE, "shutdown"),
        (errno.ENOTCONN, "shutdown"),
        (errno.ECONNRESET, "abort"),
        (errno.ECONNABORTED, "abort"),
        (errno.EIO, "abort"),
    ],
)
def test_each_error_is_an_end(number: int, how: str) -> None:
    """Silence is down, a closed association a shutdown, a reset and anything else an abort; all by the far end."""
    ending = ending_of(OSError(number, os.strerror(number)))
    assert (ending.how, ending.by_peer) == (how, True)
    assert how == "shutdown" or os.strerror(number) in ending.reason


def test_a_reset_socket_is_a_reset_to_the_far_end() -> None:
    """The far end of a socket that was reset reads no end of file but an error; resetting a closed one is nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        near = socket.create_connection(server.getsockname())
        far, _ = server.accept()
        with far:
            reset_socket(near)
            with pytest.raises(ConnectionResetError):
                far.recv(1)
        reset_socket(near)

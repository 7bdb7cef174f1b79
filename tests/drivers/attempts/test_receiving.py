"""Which visits can be received where, and who is passed over."""

import asyncio
import socket
from typing import Any

import pytest

from oran_harness.drivers.attempts import NO_MEANS, Unmakeable
from oran_harness.drivers.attempts.receiving import NOBODY, receive_visit
from oran_harness.steps.attempts import (
    Came,
    HostKey,
    Shown,
    SshOffer,
    SshOffered,
    SshReception,
    TlsOffer,
    TlsReception,
    Visit,
)

SSH, TLS = "netconf+ssh://nms@127.0.0.1:1", "netconf+tls://127.0.0.1:1"


async def never() -> socket.socket:
    return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("visit", "uri", "words"),
    [
        (TlsOffer(), SSH, r"netconf\+tls"),
        (SshOffer(), TLS, r"netconf\+ssh"),
        (TlsReception(Shown.EXPIRED), TLS, "--client-ca"),
        (SshReception(HostKey.CHANGED), SSH, r"\?key=FILE"),
    ],
)
def test_what_it_takes(visit: Visit[Any], uri: str, words: str) -> None:
    """The sentence says it."""

    async def take() -> socket.socket:
        raise AssertionError("nothing is to be taken")

    with pytest.raises(Unmakeable, match=words):
        asyncio.run(receive_visit(visit, take, uri, NO_MEANS, 0.05, 0.05))


@pytest.mark.parametrize(
    ("visit", "uri"),
    [
        (TlsOffer(), TLS),
        (TlsReception(Shown.RIGHT), TLS),
        (SshOffer(), SSH),
        (SshReception(HostKey.RIGHT), SSH),
    ],
)
def test_nobody_comes(visit: Visit[Any], uri: str) -> None:
    """That is what came of it."""
    came: Any = asyncio.run(receive_visit(visit, never, uri, NO_MEANS, 0.01, 0.01))
    assert isinstance(came, visit.came)
    assert (came.begun, came.why) == (False, NOBODY)


def test_who_says_nothing_is_passed_over() -> None:
    """The next who comes counts."""

    async def both() -> Came:
        silent, talking = socket.socketpair(), socket.socketpair()
        silent[1].close()
        talking[1].sendall(b"SSH-2.0-x\r\n")
        talking[1].shutdown(socket.SHUT_WR)
        coming = iter((silent[0], talking[0]))

        async def take() -> socket.socket:
            return next(coming)

        with talking[1]:
            return await receive_visit(SshOffer(), take, SSH, NO_MEANS, 2.0, 2.0)

    came = asyncio.run(both())
    assert isinstance(came, SshOffered)
    assert (came.identification, came.begun) == ("SSH-2.0-x", False)

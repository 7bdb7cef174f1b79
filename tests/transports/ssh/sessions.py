"""Sessions over SSH for tests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncssh
import pytest

from oran_harness.transports import (
    ServerSide,
    TransportError,
    User,
    connect,
    listen,
)
from oran_harness.transports.ssh.link import SshLink
from tests.transports.ssh.places import (
    Login,
)

ANYWHERE = "netconf+ssh://127.0.0.1:0"


def users(login: Login) -> dict[str, User]:
    """One user with a password, and one with a key."""
    return {"nms": User("correct horse"), "operator": User(keys=tuple(login.public.read_text("utf-8").splitlines()))}


@asynccontextmanager
async def session(
    user: str, options: str, side: ServerSide, address: str = ANYWHERE
) -> AsyncIterator[tuple[SshLink, SshLink]]:
    """Both ends of a session that a user opens with a new listener."""
    listener = await listen(address, side=side)
    try:
        near = await connect(f"{listener.uri.replace('://', f'://{user}@')}?{options}")
        far = await listener.accept()
        assert isinstance(near, SshLink)
        assert isinstance(far, SshLink)
        yield near, far
        await near.abort()
        await far.abort()
    finally:
        await listener.close()


async def refused(user: str, options: str, side: ServerSide) -> str:
    """What a client is told that is not let in."""
    with pytest.raises(TransportError) as raised:
        async with session(user, options, side):
            pass
    return str(raised.value)


@asynccontextmanager
async def raw_client(side: ServerSide, **options: object) -> AsyncIterator[asyncssh.SSHClientConnection]:
    """Another SSH client that logged in at a new listener."""
    listener = await listen(ANYWHERE, side=side)
    port = int(listener.uri.rpartition(":")[2])
    try:
        async with asyncssh.connect("127.0.0.1", port, known_hosts=None, config=None, **options) as conn:
            conn.set_extra_info(listener=listener)
            yield conn
    finally:
        await listener.close()

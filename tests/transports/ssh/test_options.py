"""Settings of our side: the algorithms."""

import asyncio

import pytest

from oran_harness.transports import (
    ClientSide,
    ServerSide,
    SshAlgorithms,
    TransportError,
    connect,
    listen,
)
from tests.transports.associations import run
from tests.transports.ssh.places import (
    Login,
)
from tests.transports.ssh.sessions import ANYWHERE, session, users


def test_algorithms_are_ours_to_choose(login: Login) -> None:
    """What is given is agreed on; with nothing in common both ends are told."""
    old = SshAlgorithms(key_exchange=("ecdh-sha2-nistp384",), ciphers=("aes256-ctr",), macs=("hmac-sha2-512",))
    told: list[str] = []

    async def test() -> None:
        async with session("nms", login.by_password, ServerSide(users=users(login), ssh=old)) as (near, _):
            assert (near.security["cipher"], near.security["mac"]) == ("aes256-ctr", "hmac-sha2-512")
        listener = await listen(ANYWHERE, side=ServerSide(users=users(login), ssh=old, on_refusal=told.append))
        side = ClientSide(ssh=SshAlgorithms(key_exchange=("curve25519-sha256",)))
        with pytest.raises(TransportError, match=r"no SSH algorithms in common .*; allow others"):
            await connect(f"{listener.uri.replace('://', '://nms@')}?{login.by_password}", side=side)
        await asyncio.sleep(0.05)
        await listener.close()
        assert "no SSH algorithms in common" in told[0]

    run(test())

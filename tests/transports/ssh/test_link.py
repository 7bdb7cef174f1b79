"""One session over SSH, beyond the contract of links."""

import asyncio
import os

import pytest

from oran_harness.transports import (
    Ending,
    LinkEnded,
    NoSuchStream,
    ServerSide,
)
from tests.transports.associations import arrives, run
from tests.transports.ssh.places import (
    Login,
)
from tests.transports.ssh.sessions import session, users


def test_one_stream(login: Login) -> None:
    """SSH has one stream: others are refused, and the session lives on."""

    async def test() -> None:
        async with session("nms", login.by_password, ServerSide(users=users(login))) as (near, far):
            with pytest.raises(NoSuchStream):
                await near.send(b"x", stream=1)
            await near.send(b"y")
            await arrives(far, b"y")

    run(test())


def test_what_came_before_the_end_is_read(login: Login) -> None:
    """A receiver that is behind when the far end closes loses nothing, though SSH drops what it held back."""

    async def test() -> None:
        async with session("nms", login.by_password, ServerSide(users=users(login))) as (near, far):
            octets = os.urandom(1_900_000)
            await near.send(octets)
            await near.delivered()
            await near.shutdown()
            await asyncio.sleep(0.1)
            await arrives(far, octets)
            assert isinstance(await far.receive(), Ending)
            with pytest.raises(LinkEnded):
                await far.send(b"late")

    run(test())

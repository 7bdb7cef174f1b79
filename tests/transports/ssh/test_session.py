"""What a channel is opened for, by other programs."""

import asyncio
import subprocess

import asyncssh
import pytest

from oran_harness.transports import (
    Ending,
    ServerSide,
    listen,
)
from tests.transports.associations import arrives, run
from tests.transports.ssh.places import (
    Login,
)
from tests.transports.ssh.sessions import ANYWHERE, raw_client, users


def test_only_netconf_is_offered(login: Login) -> None:
    """A shell, a command and another subsystem are refused."""

    async def test() -> None:
        async with raw_client(ServerSide(users=users(login)), username="nms", password="correct horse") as conn:
            for wanted in ({"subsystem": "sftp"}, {"command": "id"}, {}):
                with pytest.raises(asyncssh.ChannelOpenError):
                    await conn.open_session(**wanted)

    run(test())


def test_openssh_is_a_client(login: Login) -> None:
    """The client of OpenSSH opens a session with its -s netconf, and ends it by the end of its input."""

    async def test() -> None:
        listener = await listen(ANYWHERE, side=ServerSide(users=users(login)))
        port = listener.uri.rpartition(":")[2]
        given = ("-oStrictHostKeyChecking=no", "-oUserKnownHostsFile=/dev/null", "-oBatchMode=yes", "-F/dev/null")
        process = await asyncio.create_subprocess_exec(
            *("ssh", "-q", *given, f"-i{login.key}", f"-p{port}", "operator@127.0.0.1", "-s", "netconf"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        link = await listener.accept()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"<hello/>")
        await arrives(link, b"<hello/>")
        await link.send(b"<hello too/>")
        assert await process.stdout.readexactly(12) == b"<hello too/>"
        process.stdin.close()
        ending = await link.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("shutdown", True)
        await process.wait()
        await listener.close()

    run(test())

"""Listening and connecting over SSH, as either side."""

import pytest

from oran_harness.transports import (
    ClientSide,
    ServerSide,
    TransportError,
    connect,
    listen,
    netconf_ssh_missing,
)
from oran_harness.transports.ssh.link import SshLink
from tests.transports.associations import arrives, run
from tests.transports.ssh.places import (
    Login,
)
from tests.transports.ssh.sessions import ANYWHERE, users


def test_the_address_can_name_the_user(login: Login) -> None:
    """Where we are the server, the address's user, password and public keys are who may log in."""

    async def test() -> None:
        here = f"netconf+ssh://admin@127.0.0.1:0?{login.by_password}&authorized={login.public}"
        for option in (login.by_password, f"key={login.key}"):
            listener = await listen(here)
            near = await connect(f"{listener.uri}?{option}")
            far = await listener.accept()
            await near.abort()
            await far.abort()
            await listener.close()

    run(test())


def test_calling_home(login: Login) -> None:
    """The server connects and the client listens: roles of SSH are those of our sides (RFC 8071 2)."""

    async def test() -> None:
        manager = await listen(f"netconf+ssh://nms@127.0.0.1:0?{login.by_password}", side=ClientSide())
        side = ServerSide(users=users(login))
        provider = await connect(manager.uri.replace("nms@", ""), side=side)
        client = await manager.accept()
        assert isinstance(provider, SshLink)
        assert isinstance(client, SshLink)
        assert (provider.user, client.user) == ("nms", "nms")
        await provider.send(b"hello")
        await arrives(client, b"hello")
        await provider.abort()
        await client.abort()
        await manager.close()
        # Who calls home to a server meets another server.
        listener = await listen(ANYWHERE, side=side)
        with pytest.raises(TransportError, match=r"connected, but speaks no SSH|opened no session|said nothing"):
            await connect(listener.uri, side=side, timeout=1)
        await listener.close()

    run(test())


def test_without_asyncssh(login: Login, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, one sentence says how to get it."""
    assert netconf_ssh_missing() is None
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    async def test() -> None:
        for opening in (connect(f"netconf+ssh://nms@127.0.0.1?{login.by_password}"), listen(ANYWHERE)):
            with pytest.raises(TransportError, match=r"needs asyncssh, .* pip install 'oran-harness\[o1\]'"):
                await opening

    run(test())

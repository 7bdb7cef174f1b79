"""Who may log in, and which sessions begin."""

import asyncio
from pathlib import Path

import asyncssh
import pytest

from oran_harness.transports import (
    Ending,
    Guessing,
    ServerSide,
    SshAlgorithms,
    TransportError,
    connect,
    listen,
)
from tests.transports.associations import arrives, run
from tests.transports.ssh.places import (
    Login,
    new_login,
)
from tests.transports.ssh.sessions import ANYWHERE, raw_client, session, users


@pytest.mark.parametrize("user", ["nms", "operator"])
def test_users_log_in_by_password_or_key(login: Login, user: str) -> None:
    """Each is known by the name with which he logged in, and both ends tell what was agreed on."""

    async def test() -> None:
        option = login.by_password if user == "nms" else f"key={login.key}"
        async with session(user, option, ServerSide(users=users(login))) as (near, far):
            assert (near.user, far.user) == (user, user)
            assert near.security["host-key-fingerprint"] == far.security["host-key-fingerprint"]
            assert near.security["cipher"] == far.security["cipher"] == SshAlgorithms().ciphers[0]
            assert near.security["host-key-checked"] == "no"

    run(test())


def test_who_is_not_let_in(login: Login, tmp_path: Path) -> None:
    """A wrong password, a wrong key, a user who is not there and one without either: each is told, at both ends."""
    told: list[str] = []
    side = ServerSide(users=users(login), on_refusal=told.append)
    (tmp_path / "other").mkdir()
    other = new_login(tmp_path / "other", "wrong horse")

    async def test() -> None:
        listener = await listen(ANYWHERE, side=side)
        for user, option in (
            ("nms", other.by_password),
            ("operator", f"key={other.key}"),
            ("nobody", login.by_password),
            ("operator", login.by_password),
            ("nms", "keepalive=9"),
        ):
            with pytest.raises(TransportError, match=f"did not let {user} in: give the right password") as raised:
                await connect(f"{listener.uri.replace('://', f'://{user}@')}?{option}")
            assert "horse" not in str(raised.value)
        await asyncio.sleep(0.1)
        await listener.close()
        assert len(told) == 5
        assert "was not let in: a wrong password" in told[0]
        assert "opened no session" in told[4]
        assert "horse" not in "".join(told)

    run(test())


def test_guessing_is_limited(login: Login) -> None:
    """Who gets as many passwords wrong as he may is sent away: a right one after that is not looked at."""

    class Guesser(asyncssh.SSHClient):
        def __init__(self) -> None:
            self.guesses = ["1", "2", "3", "correct horse"]

        def password_auth_requested(self) -> str | None:
            return self.guesses.pop(0) if self.guesses else None

    async def test() -> None:
        guesser = Guesser()
        with pytest.raises(asyncssh.PermissionDenied, match="Too many wrong passwords"):
            async with raw_client(
                ServerSide(users=users(login)), username="nms", client_factory=lambda: guesser, client_keys=None
            ):
                pass
        assert guesser.guesses == ["correct horse"]
        async with raw_client(
            ServerSide(users=users(login), guessing=Guessing(attempts=4, delay=0)),
            username="nms",
            client_factory=Guesser,
            client_keys=None,
        ):
            pass

    run(test())


def test_channels_of_one_connection_are_sessions(login: Login) -> None:
    """Each channel of the subsystem is a session of its own; one that is aborted leaves the others alone."""

    async def test() -> None:
        side = ServerSide(users=users(login))
        async with raw_client(side, username="nms", password="correct horse") as conn:
            listener = conn.get_extra_info("listener")
            first = await conn.open_session(subsystem="netconf", encoding=None)
            second = await conn.open_session(subsystem="netconf", encoding=None)
            one, two = await listener.accept(), await listener.accept()
            first[0].write(b"one")
            second[0].write(b"two")
            await arrives(one, b"one")
            await arrives(two, b"two")
            await one.abort()
            assert await first[1].read() == b""
            assert first[0].channel.get_exit_signal()[0] == "ABRT"
            await two.send(b"still here")
            assert await second[1].readexactly(10) == b"still here"
            second[0].write_eof()
            ending = await two.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("shutdown", True)
            await conn.wait_closed()

    run(test())

"""Who is let in over SSH, who is not, and what is told about it; the rest is held by the contract of links."""

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncssh
import pytest

from oran_harness.model import UsageError
from oran_harness.transports import (
    ClientSide,
    Ending,
    LinkEnded,
    NoSuchStream,
    ServerSide,
    SshAlgorithms,
    TransportError,
    User,
    connect,
    listen,
    netconf_ssh_missing,
)
from oran_harness.transports.ssh.link import SshLink
from tests.transports.associations import arrives, run
from tests.transports.ssh.places import (
    Login,
    Talk,
    close_at_once,
    new_login,
    other_program,
    say_nothing,
    speak_http,
)

ANYWHERE = "netconf+ssh://127.0.0.1:0"


@pytest.fixture
def login(tmp_path: Path) -> Login:
    return new_login(tmp_path)


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
        assert "was not let in: 1 wrong passwords" in told[0]
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
            ServerSide(users=users(login), attempts=4), username="nms", client_factory=Guesser, client_keys=None
        ):
            pass

    run(test())


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


def test_only_netconf_is_offered(login: Login) -> None:
    """A shell, a command and another subsystem are refused."""

    async def test() -> None:
        async with raw_client(ServerSide(users=users(login)), username="nms", password="correct horse") as conn:
            for wanted in ({"subsystem": "sftp"}, {"command": "id"}, {}):
                with pytest.raises(asyncssh.ChannelOpenError):
                    await conn.open_session(**wanted)

    run(test())


def test_a_host_key_is_made_and_kept(login: Login, tmp_path: Path) -> None:
    """The first listener makes the host key, for its owner's eyes alone; the next has the same."""
    kept = tmp_path / "host"
    address = f"{ANYWHERE}?key={kept}"
    shown = []

    async def test() -> None:
        for _ in range(2):
            async with session("nms", login.by_password, ServerSide(users=users(login)), address) as (near, _):
                shown.append(near.security["host-key-fingerprint"])
        assert shown[0] == shown[1]
        assert kept.stat().st_mode & 0o777 == 0o600
        async with session(
            "nms",
            f"{login.by_password}&fingerprint={shown[0].replace('+', '%2B')}",
            ServerSide(users=users(login)),
            address,
        ) as (near, _):
            assert near.security["host-key-checked"] == "yes"

    run(test())


def test_a_host_key_that_is_not_the_right_one(login: Login, tmp_path: Path) -> None:
    """A key that changed, one that is not known and one with another fingerprint are told apart."""
    known = tmp_path / "known"
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    side = ServerSide(users=users(login))

    async def test() -> None:
        host = tmp_path / "host"
        async with session("nms", login.by_password, side, f"{ANYWHERE}?key={host}"):
            pass
        right = asyncssh.read_private_key(host).export_public_key().decode()
        for line, why in (
            (f"127.0.0.1 {right}", None),
            (f"127.0.0.1 {other}", "The host key of .* changed: .* and it shows SHA256:"),
            (f"192.0.2.1 {right}", r"is not in .*: add the line '\[127\.0\.0\.1\]:[0-9]+ ssh-ed25519 "),
            (f"@revoked 127.0.0.1 {right}", "revoked"),
        ):
            known.write_text(line, "utf-8")
            opening = session("nms", f"{login.by_password}&known={known}", side, f"{ANYWHERE}?key={host}")
            if why is None:
                async with opening as (near, _):
                    assert near.security["host-key-checked"] == "yes"
            else:
                with pytest.raises(TransportError, match=why):
                    async with opening:
                        pass
        sentence = await refused("nms", f"{login.by_password}&fingerprint=SHA256:{'A' * 43}", side)
        assert "shows another host key than expected" in sentence

    run(test())


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (say_nothing, r"took the connection, but said nothing within 0\.3 s"),
        (close_at_once, "speaks no SSH"),
        (speak_http, "speaks no SSH"),
    ],
)
def test_a_far_end_that_is_no_ssh_server(login: Login, talk: Talk, why: str) -> None:
    """A silent one, one that closes and one that speaks something else are told in one sentence."""

    async def test() -> None:
        async with other_program(talk) as place:
            with pytest.raises(TransportError, match=why):
                await connect(f"netconf+ssh://nms@{place}?{login.by_password}", timeout=0.3)

    run(test())


def test_a_server_without_netconf(login: Login) -> None:
    """An SSH server that does not offer the subsystem is told from one that does not let us in."""

    class Open(asyncssh.SSHServer):
        def begin_auth(self, username: str) -> bool:
            return False

    async def test() -> None:
        server = await asyncssh.listen(
            "127.0.0.1", 0, server_factory=Open, server_host_keys=[asyncssh.generate_private_key("ssh-ed25519")]
        )
        with pytest.raises(TransportError, match=r"let nms in, but opened no session of NETCONF .* subsystem netconf"):
            await connect(f"netconf+ssh://nms@127.0.0.1:{server.get_port()}?{login.by_password}")
        server.close()
        await server.wait_closed()

    run(test())


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


def test_what_cannot_be_used(login: Login, tmp_path: Path) -> None:
    """Missing users, passwords and keys, and files that others can read, are told before anybody is connected to."""
    garbage = tmp_path / "garbage"
    garbage.touch(0o600)
    garbage.write_text("no key")
    locked = tmp_path / "locked"
    locked.touch(0o600)
    locked.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_private_key(passphrase="secret"))
    wide = tmp_path / "wide"
    wide.write_bytes(login.key.read_bytes())
    wide.chmod(0o644)

    async def test() -> None:
        for user, option, why in (
            ("", login.by_password, "names no user to log in as"),
            ("nms@", "password=env:NOT_SET_HERE", "names a variable that is not set; set NOT_SET_HERE"),
            ("nms@", f"password=file:{wide}", r"can be read by others \(mode 0644\); run chmod 600"),
            ("nms@", f"password=file:{tmp_path}/none", "cannot be read"),
            ("nms@", f"key={wide}", r"can be read by others \(mode 0644\); run chmod 600"),
            ("nms@", f"key={garbage}", "holds no private key that can be used"),
            ("nms@", f"key={locked}", "it wants a passphrase"),
            ("nms@", f"known={tmp_path}/none", "cannot be read"),
        ):
            with pytest.raises(UsageError, match=why):
                await connect(f"netconf+ssh://{user}127.0.0.1:1?{option}")
        for option, why in (
            (f"key={tmp_path}/none/host", "cannot be made"),
            (f"key={wide}", "can be read by others"),
            (f"{login.by_password}&authorized={garbage}", "is no public key"),
        ):
            with pytest.raises(UsageError, match=why):
                await listen(f"netconf+ssh://nms@127.0.0.1:0?{option}")

    run(test())


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


def test_without_asyncssh(login: Login, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, one sentence says how to get it."""
    assert netconf_ssh_missing() is None
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    async def test() -> None:
        for opening in (connect(f"netconf+ssh://nms@127.0.0.1?{login.by_password}"), listen(ANYWHERE)):
            with pytest.raises(TransportError, match=r"needs asyncssh, .* pip install 'oran-harness\[o1\]'"):
                await opening

    run(test())

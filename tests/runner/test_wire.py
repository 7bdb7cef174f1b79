"""Where harness and SUT meet."""

import asyncio
import re
import socket
from pathlib import Path

import pytest

from oran_harness.adapters import Launch, RoleProfile
from oran_harness.adapters.login import Login
from oran_harness.model import Role, UsageError
from oran_harness.runner import wire
from oran_harness.runner.wire import close, free_port, lacks, outside, raw_wire, wire_of
from oran_harness.transports import ClientSide, ServerSide, parse_address

START = Launch(("alfa",), Path(), Path())


def test_without_a_profile_one_address_is_given() -> None:
    """The direction says who connects."""
    assert raw_wire(Role.E2_NODE, "tcp://127.0.0.1:0", None).sut_connects
    assert not raw_wire(Role.NEAR_RT_RIC, None, "tcp://127.0.0.1:1").sut_connects
    for addresses in ((None, None), ("tcp://127.0.0.1:1", "tcp://127.0.0.1:2")):
        with pytest.raises(UsageError, match="give one of them"):
            raw_wire(Role.E2_NODE, *addresses)
    with pytest.raises(UsageError, match="no address"):
        raw_wire(Role.E2_NODE, "http://127.0.0.1", None)


def test_at_o1_the_element_is_the_server_whoever_connects() -> None:
    """So our side is decided by the role under test (RFC 8071); at E2 there are no sides."""
    for listen, connect in (("netconf+ssh://a@127.0.0.1:1", None), (None, "netconf+tls://127.0.0.1:1")):
        assert isinstance(raw_wire(Role.O1_PROVIDER, listen, connect).side, ClientSide)
        assert isinstance(raw_wire(Role.O1_MANAGER, listen, connect).side, ServerSide)
    assert raw_wire(Role.E2_NODE, "tcp://127.0.0.1:0", None).side is None
    profile = RoleProfile(Role.O1_PROVIDER, launch=START, listen="netconf+ssh://a@127.0.0.1:1")
    assert isinstance(wire_of(profile).side, ClientSide)


@pytest.mark.parametrize(
    ("role", "listen", "connect", "said"),
    [
        (Role.NEAR_RT_RIC, None, "tcp://127.0.0.1:0", "port 0"),
        (Role.NEAR_RT_RIC, None, "memory://a", "memory:// reaches nobody outside of this process"),
        (Role.E2_NODE, "memory://a", None, "memory:// reaches nobody outside of this process"),
        (Role.O1_PROVIDER, None, "tcp://127.0.0.1:830", "tcp:// does not do for the o1-provider, which speaks NETCONF"),
        (Role.O1_MANAGER, "sctp://127.0.0.1:830", None, "sctp:// does not do for the o1-manager, which speaks NETCONF"),
        (Role.E2_NODE, "netconf+tls://127.0.0.1:1", None, "does not do for the e2-node, which speaks E2AP; give sctp"),
    ],
)
def test_where_nobody_can_ever_be_met(role: Role, listen: str | None, connect: str | None, said: str) -> None:
    """It is the caller's mistake, and no verdict on a SUT."""
    with pytest.raises(UsageError, match=said):
        raw_wire(role, listen, connect)


def test_with_a_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that it names, else loopback by the first of its transports that this machine has."""
    monkeypatch.setattr(wire, "lacks", lambda scheme: "none here" if scheme == "sctp" else None)
    node = RoleProfile(Role.E2_NODE, launch=START, transport=("sctp", "tcp"))
    assert (wire_of(node).uri, wire_of(node).sut_connects, wire_of(node).scheme) == ("tcp://127.0.0.1:0", True, "tcp")
    listen = RoleProfile(Role.E2_NODE, launch=START, listen="tcp://127.0.0.2:7")
    assert wire_of(listen).uri == "tcp://127.0.0.2:7"
    ric = wire_of(RoleProfile(Role.NEAR_RT_RIC, launch=START, transport=("tcp",)))
    assert not ric.sut_connects
    assert int(ric.uri.rpartition(":")[2]) > 0
    assert wire_of(RoleProfile(Role.NEAR_RT_RIC, address="tcp://192.0.2.1:5")).uri == "tcp://192.0.2.1:5"
    alone = wire_of(RoleProfile(Role.E2_NODE, launch=START, transport=("sctp", "sctp+udp")))
    other = wire_of(RoleProfile(Role.NEAR_RT_RIC, launch=START, transport=("sctp+udp",)))
    assert re.fullmatch(r"sctp\+udp://127\.[0-9.]+:0", alone.uri), alone
    assert re.fullmatch(r"sctp\+udp://127\.[0-9.]+:[1-9][0-9]+", other.uri), other
    assert alone.uri.rpartition(":")[0] != other.uri.rpartition(":")[0]
    with pytest.raises(UsageError, match="port 0"):
        wire_of(RoleProfile(Role.NEAR_RT_RIC, address="tcp://192.0.2.1:0"))
    for role in (RoleProfile(Role.E2_NODE, launch=START), RoleProfile(Role.E2_NODE, listen="sctp://127.0.0.1:1")):
        with pytest.raises(UsageError, match=r"sctp:// cannot be used: none here"):
            wire_of(role)


def test_what_this_machine_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel without SCTP is said to be one, with what to do; the rest is there."""

    def refuse(*_: object) -> socket.socket:
        raise OSError(93, "Protocol not supported")

    assert lacks("tcp") is lacks("grpc") is None
    monkeypatch.setattr(wire, "userland_sctp_missing", lambda: "install it")
    assert lacks("sctp+udp") == "install it"
    monkeypatch.setattr(wire.socket, "socket", refuse)
    assert "no SCTP (Protocol not supported); load it with 'modprobe sctp'" in str(lacks("sctp"))


def test_free_ports() -> None:
    """Somebody can listen there."""
    with socket.create_server(("127.0.0.1", free_port("tcp"))) as server:
        assert server.getsockname()[1] > 0


def test_opening() -> None:
    """A SUT that connects gets an address of ours with its real port, one that listens its own."""

    async def scene() -> None:
        reach, addresses = await raw_wire(Role.E2_NODE, "tcp://127.0.0.1:0", None).open()
        assert addresses.peer == reach.uri != "tcp://127.0.0.1:0"
        await close(reach)
        reach, addresses = await raw_wire(Role.NEAR_RT_RIC, None, "tcp://127.0.0.1:9").open()
        assert (addresses.own, addresses.peer) == ("tcp://127.0.0.1:9", None)
        await close(reach)

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("uri", "beyond"),
    [
        ("tcp://127.0.0.1:1", False),
        ("sctp://[::1]:1", False),
        ("tcp://localhost:1", False),
        ("memory://x", False),
        ("tcp://0.0.0.0:1", True),
        ("tcp://192.0.2.1:1", True),
        ("tcp://ric.example:1", True),
        ("sctp://127.0.0.1:1?also=192.0.2.1", True),
        ("tcp://127.0.0.1:1?bind=192.0.2.1:0", True),
    ],
)
def test_what_is_beyond_this_machine(uri: str, beyond: bool) -> None:
    """All that is not loopback, names too: who knows where they lead."""
    assert outside(uri) is beyond


def test_with_a_profile_at_o1() -> None:
    """An element is dialled and a manager waited for, or the one calls the other home; the SUT is told no secret."""
    login = Login("ann", makes_password=True)
    element = wire_of(RoleProfile(Role.O1_PROVIDER, launch=START, transport=("netconf+ssh",), login=login))
    address = parse_address(element.uri)
    assert (element.sut_connects, address.user, address.port > 0) == (False, "ann", True)
    assert address.options["password"] == f"file:{element.login['password_file']}"
    _, addresses = asyncio.run(element.open())
    assert addresses.own == f"netconf+ssh://ann@127.0.0.1:{address.port}"
    assert addresses.login == element.login
    home = wire_of(RoleProfile(Role.O1_PROVIDER, listen="netconf+ssh://127.0.0.1:4334?key=k", login=Login("ann")))
    assert (home.uri, home.sut_connects) == ("netconf+ssh://ann@127.0.0.1:4334?key=k", True)
    assert isinstance(home.side, ClientSide)
    manager = wire_of(RoleProfile(Role.O1_MANAGER, launch=START, transport=("netconf+tls",)))
    assert (manager.uri, manager.sut_connects) == ("netconf+tls://127.0.0.1:0", True)
    called = wire_of(RoleProfile(Role.O1_MANAGER, address="netconf+tls://192.0.2.1:4335"))
    assert (called.uri, called.sut_connects) == ("netconf+tls://192.0.2.1:4335", False)
    assert isinstance(called.side, ServerSide)

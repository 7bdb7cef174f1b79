"""Opening sessions over gRPC: who is let in, and what is told to whoever is not."""

import asyncio
from pathlib import Path

import grpc
import pytest

from oran_harness.model import UsageError
from oran_harness.transports import ClientSide, Delivery, Ending, ServerSide, TransportError, connect, listen
from oran_harness.transports.netconf_grpc import NetconfGrpcLink
from oran_harness.transports.netconf_grpc.guest import USER
from oran_harness.transports.netconf_grpc.message import NETCONF
from tests.transports.associations import run
from tests.transports.certificates import Issuer

ANYWHERE = "netconf+grpc://nms@127.0.0.1:0"


def test_users_in_the_clear() -> None:
    """The one of the address is let in and known to both ends; another, none, and a stray message are told."""
    told: list[str] = []

    async def test() -> None:
        listener = await listen(ANYWHERE, side=ServerSide(on_refusal=told.append))
        assert listener.uri.startswith("netconf+grpc://nms@127.0.0.1:")
        near = await connect(listener.uri)
        far = await listener.accept()
        assert isinstance(near, NetconfGrpcLink)
        assert isinstance(far, NetconfGrpcLink)
        assert (near.user, far.user, far.security["transport"]) == ("nms", "nms", "gRPC")
        await near.send(b"<hello/>")
        assert await far.receive() == Delivery(b"<hello/>", 0, None)
        for uri, why in (
            (listener.uri.replace("nms@", "root@"), r"did not let us in \(there is no user root here\)"),
            (listener.uri.replace("nms@", ""), "names no user to come as"),
            (listener.uri.replace("netconf+", "").replace("nms@", ""), "offers no E2: .* specs/transport/e2.proto"),
        ):
            with pytest.raises((TransportError, UsageError), match=why):
                await connect(uri)
        target = listener.uri.rpartition("@")[2]
        async with grpc.aio.insecure_channel(target) as channel:
            call = channel.stream_stream(NETCONF.path)(metadata=((USER, "nms"),))
            stray = await listener.accept()
            await call.write(b"\xff")
            ending = await stray.receive()
            assert isinstance(ending, Ending)
            assert "no message of specs/o1/netconf.proto" in ending.reason
            nobody = channel.stream_stream(NETCONF.path)()
            assert await nobody.code() is grpc.StatusCode.UNAUTHENTICATED
        await near.abort()
        await far.abort()
        await listener.close()

    run(test())
    assert [each.partition(": ")[2].partition(":")[0] for each in told] == ["a manager was not let in"] * 2


def test_what_speaks_the_grpc_of_e2() -> None:
    """Neither end takes it for NETCONF."""

    async def test() -> None:
        other = await listen("grpc://127.0.0.1:0")
        with pytest.raises(TransportError, match=r"offers no NETCONF: it has to offer .* specs/o1/netconf\.proto"):
            await connect(other.uri.replace("grpc://", ANYWHERE.partition("127")[0]))
        await other.close()

    run(test())


def test_certificates(tmp_path: Path) -> None:
    """The name of the client's is the user; none, one that is expired, and one of a stranger are told."""
    issuer, stranger = Issuer(tmp_path, "issuer"), Issuer(tmp_path, "stranger")
    server, client = issuer.issue("server"), issuer.issue("operator", ())
    expired, foreign = issuer.issue("late", (), (-3, -1)), stranger.issue("foreign")
    stale = issuer.issue("stale", days=(-3, -1))

    async def test() -> None:
        query = f"?ca={issuer.ca}&cert={server.cert}&key={server.key}"
        listener = await listen(f"netconf+grpcs://127.0.0.1:0{query}")
        trust = f"{listener.uri}?ca={issuer.ca}"
        near = await connect(f"{trust}&cert={client.cert}&key={client.key}")
        far = await listener.accept()
        assert isinstance(far, NetconfGrpcLink)
        assert (far.user, far.security["subject"]) == ("operator", "CN=operator")
        assert far.security["version"] == "TLSv1.3"
        for wrong in (expired, foreign):
            with pytest.raises(TransportError, match="wants a certificate that it trusts"):
                await connect(f"{trust}&cert={wrong.cert}&key={wrong.key}")
        with pytest.raises(UsageError, match=r"needs \?cert=FILE&key=FILE: both ends"):
            await connect(trust)
        with pytest.raises(UsageError, match=r"to listen, netconf\+grpcs:// needs \?ca=FILE"):
            await listen(f"netconf+grpcs://127.0.0.1:0?cert={server.cert}&key={server.key}")
        client.key.chmod(0o644)
        with pytest.raises(UsageError, match=r"can be read by others .* run chmod 600"):
            await connect(f"{trust}&cert={client.cert}&key={client.key}")
        client.key.chmod(0o600)
        await near.abort()
        await far.abort()
        await listener.close()
        outdated = await listen(f"netconf+grpcs://127.0.0.1:0?ca={issuer.ca}&cert={stale.cert}&key={stale.key}")
        with pytest.raises(TransportError, match="not out of date"):
            await connect(f"{outdated.uri}?ca={issuer.ca}&cert={client.cert}&key={client.key}")
        await outdated.close()

    run(test())


def test_nobody_calls_home() -> None:
    """Over gRPC who connects is the client."""
    with pytest.raises(UsageError, match="nobody calls home"):
        asyncio.run(connect("netconf+grpc://nms@127.0.0.1:1", side=ServerSide()))
    with pytest.raises(UsageError, match="nobody calls home"):
        asyncio.run(listen(ANYWHERE, side=ClientSide()))

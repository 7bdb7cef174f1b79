"""Who is let in over TLS, who is not, and what is told about it; the rest is held by the contract of links."""

import asyncio
import re
import socket
import ssl
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509

from oran_harness.model import UsageError
from oran_harness.transports import (
    ClientSide,
    Ending,
    MapType,
    NameMap,
    NoSuchStream,
    ServerSide,
    TlsPolicy,
    TransportError,
    connect,
    listen,
)
from oran_harness.transports.netconf_tls.link import TlsLink
from tests.transports.associations import arrives, run
from tests.transports.certificates import Files, Issuer
from tests.transports.ssh.places import Talk, close_at_once, other_program, say_nothing, speak_http

ANYWHERE = "netconf+tls://127.0.0.1:0"
ANY_TLS = TlsPolicy()


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    return Issuer(tmp_path_factory.mktemp("certificates"), "issuer")


def options(ca: Path, files: Files | None) -> str:
    """The options of an address."""
    return f"?ca={ca}" + ("" if files is None else f"&cert={files.cert}&key={files.key}")


@asynccontextmanager
async def session(
    server: str, client: str, side: ServerSide, manager: ClientSide
) -> AsyncIterator[tuple[TlsLink, TlsLink]]:
    """Both ends of a session with a new listener."""
    listener = await listen(ANYWHERE + server, side=side)
    try:
        near = await connect(listener.uri + client, side=manager)
        far = await listener.accept()
        assert isinstance(near, TlsLink)
        assert isinstance(far, TlsLink)
        yield near, far
        await near.abort()
        await far.abort()
    finally:
        await listener.close()


async def turned_away(server: str, client: str, policy: TlsPolicy = ANY_TLS) -> tuple[str, str]:
    """What a client and its server are told when the client is not let in."""
    told: list[str] = []
    listener = await listen(ANYWHERE + server, side=ServerSide(on_refusal=told.append))
    try:
        near = await connect(listener.uri + client, side=ClientSide(tls=policy))
        # With TLS 1.3 a client is through before the server has looked at its certificate.
        ending = await near.receive()
        assert isinstance(ending, Ending)
        assert (ending.how, ending.by_peer) == ("abort", True)
        sentence = ending.reason
    except TransportError as error:
        sentence = str(error)
    await asyncio.sleep(0.05)
    await listener.close()
    (other,) = told
    return sentence, other


@pytest.mark.parametrize("version", ["1.2", "1.3"])
def test_both_know_each_other(issuer: Issuer, version: str) -> None:
    """The server knows the user by cert-to-name, and both the version, the cipher and the other's certificate."""
    server, client = issuer.issue("server"), issuer.issue("client", [x509.RFC822Name("nms@Lab.org")])
    policy = TlsPolicy(newest=version)

    async def test() -> None:
        both = options(issuer.ca, server), options(issuer.ca, client)
        async with session(*both, ServerSide(), ClientSide(tls=policy)) as (near, far):
            assert (near.user, far.user) == ("", "nms@lab.org")
            assert near.security["version"] == far.security["version"] == f"TLSv{version}"
            assert near.security["cipher"] == far.security["cipher"] != ""
            assert (near.security["subject"], far.security["subject"]) == ("commonName=server", "commonName=client")
            der = ssl.PEM_cert_to_DER_cert(client.cert.read_text("ascii"))
            assert far.security["fingerprint"] == "SHA256:" + sha256(der).hexdigest()

    run(test())


def test_names_by_the_issuer_fingerprint(issuer: Issuer) -> None:
    """An entry of cert-to-name may name the issuer of a certificate instead of the certificate."""
    server, client = issuer.issue("server"), issuer.issue("client")
    der = ssl.PEM_cert_to_DER_cert(issuer.ca.read_text("ascii"))
    print_of_ca = "04" + sha256(der).hexdigest()
    both = options(issuer.ca, server), options(issuer.ca, client)

    async def test() -> None:
        side = ServerSide(names=(NameMap(MapType.SPECIFIED, print_of_ca, "admin"),))
        async with session(*both, side, ClientSide()) as (_, far):
            assert far.user == "admin"
        told: list[str] = []
        listener = await listen(
            ANYWHERE + both[0],
            side=ServerSide(names=(NameMap(MapType.SPECIFIED, "0400", "x"),), on_refusal=told.append),
        )
        near = await connect(listener.uri + both[1])
        assert isinstance(await near.receive(), Ending)
        await listener.close()
        assert "showed a certificate (commonName=client) that names no user here" in told[0]

    run(test())


@pytest.mark.parametrize("version", ["1.2", "1.3"])
@pytest.mark.parametrize(
    ("which", "client_told", "server_told"),
    [
        ("none", "wants a certificate|refused all that we offer", "showed no certificate"),
        ("expired", "refused our certificate, because it has expired", "has expired"),
        ("early", "refused our certificate", "is not valid yet"),
        ("foreign", "refused our certificate, because it does not know its issuer", "is not trusted"),
    ],
)
def test_clients_that_are_not_let_in(
    issuer: Issuer, tmp_path: Path, version: str, which: str, client_told: str, server_told: str
) -> None:
    """A missing certificate, one out of date and a foreign one are told apart at both ends."""
    files = {
        "none": None,
        "expired": issuer.issue("expired", days=(-3, -1)),
        "early": issuer.issue("early", days=(1, 3)),
        "foreign": Issuer(tmp_path, "foreigner").issue("foreign"),
    }[which]

    async def test() -> None:
        near, far = await turned_away(
            options(issuer.ca, issuer.issue("server")), options(issuer.ca, files), TlsPolicy(newest=version)
        )
        assert re.search(client_told, near), near
        assert server_told in far

    run(test())


def test_servers_that_are_not_trusted(issuer: Issuer, tmp_path: Path) -> None:
    """A server's certificate that is out of date, foreign or for another name is told, with what to do."""
    client = issuer.issue("client")
    other = issuer.issue("other", [x509.DNSName("element.lab")])
    cases = (
        (issuer.issue("old", days=(-3, -1)), "", "The certificate of .* has expired"),
        (Issuer(tmp_path, "stranger").issue("strange"), "", r"is not trusted .*\?ca=FILE"),
        (other, "", r"is for another (name|address).*\?name=NAME"),
        (other, "&name=element.lab", None),
    )

    async def test() -> None:
        for server, more, why in cases:
            told: list[str] = []
            side = ServerSide(on_refusal=told.append)
            opening = session(options(issuer.ca, server), options(issuer.ca, client) + more, side, ClientSide())
            if why is None:
                async with opening:
                    pass
            else:
                with pytest.raises(TransportError, match=why):
                    async with opening:
                        pass

    run(test())


def test_versions_and_ciphers_are_ours_to_choose(issuer: Issuer) -> None:
    """What has no version or no cipher in common is told at both ends."""
    server, client = options(issuer.ca, issuer.issue("server")), options(issuer.ca, issuer.issue("client"))
    only_13 = TlsPolicy(oldest="1.3")

    async def test() -> None:
        told: list[str] = []
        listener = await listen(ANYWHERE + server, side=ServerSide(tls=only_13, on_refusal=told.append))
        with pytest.raises(TransportError, match="refused all versions of TLS that we offer"):
            await connect(listener.uri + client, side=ClientSide(tls=TlsPolicy(newest="1.2")))
        await asyncio.sleep(0.05)
        await listener.close()
        assert "offers no version of TLS that we allow" in told[0]
        near, far = await turned_away(server, client, TlsPolicy(newest="1.2", ciphers="ECDHE-ECDSA-AES256-CCM"))
        assert "refused all that we offer" in near
        assert "offers no cipher suite that we allow" in far
        with pytest.raises(UsageError, match="knows no cipher of 'NONSENSE'"):
            await connect(f"netconf+tls://127.0.0.1:1{client}", side=ClientSide(tls=TlsPolicy(ciphers="NONSENSE")))

    run(test())


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (say_nothing, r"took the connection, but said nothing within 0\.[34] s"),
        (close_at_once, "closed the connection while TLS was set up: perhaps it expects no TLS"),
        (speak_http, "speaks no TLS"),
    ],
)
def test_a_far_end_that_is_no_tls_server(issuer: Issuer, talk: Talk, why: str) -> None:
    """A silent one, one that closes and one that speaks something else are told in one sentence."""

    async def test() -> None:
        async with other_program(talk) as place:
            with pytest.raises(TransportError, match=why):
                await connect(f"netconf+tls://{place}?ca={issuer.ca}", timeout=0.4)

    run(test())


def test_a_client_that_speaks_no_tls(issuer: Issuer) -> None:
    """A server tells of it, and lives on."""
    told: list[str] = []

    async def test() -> None:
        listener = await listen(
            ANYWHERE + options(issuer.ca, issuer.issue("server")), side=ServerSide(on_refusal=told.append)
        )
        for words in (b"GET / HTTP/1.1\r\n\r\n", b"\x00 nonsense"):
            with socket.create_connection(("127.0.0.1", int(listener.uri.rpartition(":")[2]))) as other:
                other.sendall(words)
                await asyncio.sleep(0.05)
        await listener.close()
        assert "speaks no TLS, but HTTP" in told[0]
        assert "speaks no TLS" in told[1]

    run(test())


def test_an_end_without_close_notify(issuer: Issuer) -> None:
    """FIN without close_notify is an abort: what was sent last may have been cut off; close_notify is a shutdown."""
    server, client = issuer.issue("server"), issuer.issue("client")
    context = ssl.create_default_context(cafile=str(issuer.ca))
    context.load_cert_chain(client.cert, client.key)
    left = threading.Event()

    async def test() -> None:
        listener = await listen(ANYWHERE + options(issuer.ca, server))
        port = int(listener.uri.rpartition(":")[2])
        for properly in (True, False):
            left.clear()
            leaving = asyncio.create_task(asyncio.to_thread(leave, port, properly))
            far = await listener.accept()
            await arrives(far, b"last")
            ending = await far.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == ("shutdown" if properly else "abort", True)
            assert ("close_notify" in ending.reason) != properly
            left.set()
            await leaving
        await listener.close()

    def leave(port: int, properly: bool) -> None:
        plain = socket.create_connection(("127.0.0.1", port))
        with context.wrap_socket(plain, server_hostname="127.0.0.1") as secured:
            secured.settimeout(5)
            secured.sendall(b"last")
            if properly:
                secured.unwrap().close()
            else:
                secured.shutdown(socket.SHUT_WR)
                left.wait(5)

    run(test())


def test_calling_home(issuer: Issuer) -> None:
    """The server connects and the client listens; the client checks a name only if it was given one (RFC 8071 3.1)."""
    element = issuer.issue("element", [x509.DNSName("element.lab")])
    server, client = options(issuer.ca, element), options(issuer.ca, issuer.issue("client"))

    async def test() -> None:
        for name, let_in in (("", True), ("&name=element.lab", True), ("&name=another.lab", False)):
            told: list[str] = []
            manager = await listen(ANYWHERE + client + name, side=ClientSide(on_refusal=told.append))
            if let_in:
                provider = await connect(manager.uri + server, side=ServerSide())
                other = await manager.accept()
                await provider.send(b"hello")
                await arrives(other, b"hello")
                await provider.abort()
                await other.abort()
            else:
                with pytest.raises(TransportError, match="refused our certificate"):
                    await connect(manager.uri + server, side=ServerSide())
                await asyncio.sleep(0.05)
                assert "is for another name" in told[0]
            await manager.close()

    run(test())


def test_what_cannot_be_used(issuer: Issuer, tmp_path: Path) -> None:
    """Missing and unusable files, and a key that others can read, are told before anybody is connected to."""
    good, other = issuer.issue("good"), issuer.issue("second")
    wide = tmp_path / "wide.pem"
    wide.write_bytes(good.key.read_bytes())
    wide.chmod(0o640)

    async def test() -> None:
        for given, why in (
            (f"?cert={good.cert}", "cert and key belong together"),
            (f"?cert={good.cert}&key={wide}", r"can be read by others \(mode 0640\); run chmod 600"),
            (f"?cert={good.cert}&key={other.key}", "are not a certificate and its unencrypted key"),
            (f"?ca={tmp_path}/none", "cannot be read"),
            (f"?ca={good.key}", "holds no certificates in PEM"),
        ):
            with pytest.raises(UsageError, match=why):
                await connect(f"netconf+tls://127.0.0.1:1{given}")
        with pytest.raises(UsageError, match=r"a server over TLS needs \?ca=FILE&cert=FILE&key=FILE"):
            await listen(f"{ANYWHERE}?ca={issuer.ca}")
        with pytest.raises(UsageError, match="has no sides"):
            await connect("tcp://127.0.0.1:1", side=ClientSide())
        with pytest.raises(UsageError, match="has no sides"):
            await listen("tcp://127.0.0.1:0", side=ServerSide())

    run(test())


def test_one_stream(issuer: Issuer) -> None:
    """TLS has one stream: others are refused, and the session lives on."""
    both = options(issuer.ca, issuer.issue("server")), options(issuer.ca, issuer.issue("client"))

    async def test() -> None:
        async with session(*both, ServerSide(), ClientSide()) as (near, far):
            with pytest.raises(NoSuchStream):
                await near.send(b"x", stream=1)
            await near.send(b"y")
            await arrives(far, b"y")

    run(test())

"""The contract of links, held by every transport that runs on any machine; tests/kernel_sctp holds SCTP to it."""

from pathlib import Path

import pytest

from oran_harness.model import HarnessError
from oran_harness.transports import Ending, LinkEnded, TransportError
from tests.transports.associations import Place
from tests.transports.certificates import Issuer
from tests.transports.contract import LinkContract, StreamContract
from tests.transports.userland_sctp.places import NEEDED, PLACE, free_udp_port


@pytest.fixture(scope="module")
def mutual_tls(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A place where both ends show a certificate."""
    folder: Path = tmp_path_factory.mktemp("certificates")
    issuer = Issuer(folder, "issuer")
    server, client = issuer.issue("server"), issuer.issue("client")
    return Place(
        f"grpcs://127.0.0.1:0?ca={issuer.ca}&cert={server.cert}&key={server.key}",
        f"?ca={issuer.ca}&cert={client.cert}&key={client.key}",
    )


@pytest.fixture(scope="module")
def password(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The option that says where the password of a user is."""
    file: Path = tmp_path_factory.mktemp("password") / "password"
    file.touch(0o600)
    file.write_text("correct horse\n", "utf-8")
    return f"?password=file:{file}"


class TestMemory(LinkContract):
    @pytest.fixture
    def place(self) -> Place:
        return Place("memory://contract")


class TestTcp(LinkContract):
    @pytest.fixture
    def place(self) -> Place:
        return Place("tcp://127.0.0.1:0")


class TestGrpc(LinkContract):
    @pytest.fixture
    def place(self) -> Place:
        return Place("grpc://127.0.0.1:0")


class TestGrpcOverTls(LinkContract):
    @pytest.fixture
    def place(self, mutual_tls: Place) -> Place:
        return mutual_tls


class TestNetconfOverSsh(StreamContract):
    @pytest.fixture
    def place(self, password: str) -> Place:
        return Place(f"netconf+ssh://manager@127.0.0.1:0{password}", password)


class TestNetconfOverSshCalledHome(StreamContract):
    @pytest.fixture
    def place(self, password: str) -> Place:
        options = f"{password}&call-home=yes"
        return Place(f"netconf+ssh://manager@127.0.0.1:0{options}", options)


class TestNetconfOverTls(StreamContract):
    @pytest.fixture
    def place(self, mutual_tls: Place) -> Place:
        return Place(mutual_tls.listen.replace("grpcs", "netconf+tls"), mutual_tls.query)


class TestNetconfOverTlsCalledHome(StreamContract):
    @pytest.fixture
    def place(self, mutual_tls: Place) -> Place:
        home = "&call-home=yes"
        return Place(mutual_tls.listen.replace("grpcs", "netconf+tls") + home, mutual_tls.query + home)


class TestNetconfOverGrpc(StreamContract):
    @pytest.fixture
    def place(self) -> Place:
        return Place("netconf+grpc://manager@127.0.0.1:0")


@NEEDED
class TestUserlandSctp(LinkContract):
    @pytest.fixture
    def place(self) -> Place:
        return PLACE


@NEEDED
class TestUserlandSctpAtOtherPorts(LinkContract):
    @pytest.fixture
    def place(self) -> Place:
        port = free_udp_port()
        return Place(f"sctp+udp://[::]:0?encap={port}", f"&bind=[::1]&encap={port}")


def test_a_transport_error_is_one_of_the_harness() -> None:
    """What an address cannot do ends as one sentence, like any other error of the harness."""
    assert issubclass(TransportError, HarnessError)


def test_a_late_send_says_how_the_link_ended() -> None:
    """The error of a send that came too late carries the end."""
    ending = Ending("abort", True, "the far end aborted the association")
    assert LinkEnded(ending).ending is ending
    assert str(LinkEnded(ending)) == ending.reason

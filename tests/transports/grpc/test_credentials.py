"""Files for TLS: each way in which they can be wrong is told before gRPC sees them."""

import os
from pathlib import Path

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import parse_address
from oran_harness.transports.grpc.credentials import client_credentials, server_credentials
from tests.transports.certificates import Issuer


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    """An issuer; what it issues lies beside it."""
    return Issuer(tmp_path_factory.mktemp("certificates"), "issuer")


def test_good_files(issuer: Issuer) -> None:
    """A client needs no files, an issuer's certificate or all three; a server its own two, or all three."""
    files = issuer.issue("good")
    own = f"cert={files.cert}&key={files.key}"
    for query in ("", f"?ca={issuer.ca}", f"?ca={issuer.ca}&{own}"):
        assert client_credentials(parse_address(f"grpcs://h:1{query}")) is not None
    for query in (f"?{own}", f"?ca={issuer.ca}&{own}"):
        assert server_credentials(parse_address(f"grpcs://h:1{query}")) is not None


def test_a_server_needs_a_certificate() -> None:
    """Without its certificate and key a server cannot be, and what to add is told."""
    with pytest.raises(UsageError, match=r"grpcs://h:1: to listen, grpcs:// needs \?cert=FILE&key=FILE"):
        server_credentials(parse_address("grpcs://h:1"))


def test_files_that_cannot_be_used(issuer: Issuer, tmp_path: Path) -> None:
    """A missing file, half a pair, a key of another certificate, and what is no PEM are told apart."""
    good, other = issuer.issue("one"), issuer.issue("other")
    garbage = tmp_path / "garbage.pem"
    garbage.write_bytes(b"\x00 not PEM")
    os.mkfifo(tmp_path / "pipe")
    for query, why in (
        (f"cert={good.cert}", "cert and key belong together"),
        (f"key={good.key}", "cert and key belong together"),
        (f"ca={tmp_path}/missing", r"ca=\S+ cannot be read \(No such file or directory\)"),
        (f"ca={tmp_path}", r"cannot be read \(Is a directory\)"),
        (f"ca={tmp_path}/pipe", r"cannot be read \(it is a pipe\)"),
        (f"cert={good.cert}&key={other.key}", "are not a certificate and its unencrypted key"),
        (f"cert={garbage}&key={good.key}", "are not a certificate and its unencrypted key"),
        (f"ca={garbage}", "holds no certificates in PEM"),
        (f"ca={good.key}", "holds no certificates in PEM"),
    ):
        with pytest.raises(UsageError, match=why):
            client_credentials(parse_address(f"grpcs://h:1?{query}"))


def test_an_encrypted_key_asks_nobody(issuer: Issuer, tmp_path: Path) -> None:
    """A key that wants a password is refused; nobody is asked for it at the terminal."""
    from cryptography.hazmat.primitives import serialization

    files = issuer.issue("secret")
    key = serialization.load_pem_private_key(files.key.read_bytes(), None)
    locked = tmp_path / "locked.pem"
    locked.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"password"),
        )
    )
    with pytest.raises(UsageError, match="unencrypted key"):
        client_credentials(parse_address(f"grpcs://h:1?cert={files.cert}&key={locked}"))

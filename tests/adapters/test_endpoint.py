"""Where an adapter is served."""

from pathlib import Path

import pytest

from oran_harness.adapters.endpoint import endpoint_of, private_endpoint
from oran_harness.model import UsageError

HERE = Path("/vendors/alfa")


def test_addresses_and_their_files() -> None:
    """Files are relative to the profile, with or without file: before them; the URI for people has none."""
    found = endpoint_of("grpcs://bench.example:7000?ca=file:ca.pem&cert=/x/c.pem&key=file:keys/k.pem&name=du", HERE)
    assert found.address.options == {
        "ca": "/vendors/alfa/ca.pem",
        "cert": "/x/c.pem",
        "key": "/vendors/alfa/keys/k.pem",
        "name": "du",
    }
    assert str(found) == "grpcs://bench.example:7000"
    assert found.target == "bench.example:7000"
    assert endpoint_of("grpc://[::1]:7000", HERE).target == "[::1]:7000"


@pytest.mark.parametrize(
    "uri", ["grpc://h", "grpc://", "tcp://h:1", "grpc://h:99999", "grpc://h:1/x", "grpc://h:1?ca=x"]
)
def test_what_is_none(uri: str) -> None:
    """One sentence; the port has to be there, as there is no usual one."""
    with pytest.raises(UsageError):
        endpoint_of(uri, HERE)


def test_a_socket_of_our_own() -> None:
    """In a folder that only this user may enter."""
    found = private_endpoint(Path("/tmp/x"))
    assert found.target == str(found) == "unix:/tmp/x/adapter"

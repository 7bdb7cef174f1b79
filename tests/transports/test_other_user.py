"""The second user of an address."""

import pytest

from oran_harness.model import UsageError
from oran_harness.transports.address import parse_address
from oran_harness.transports.other_user import other_user


def test_an_address_without_a_second_user_has_none() -> None:
    """Most have one user alone, and addresses of E2 have none."""
    assert other_user("netconf+ssh://admin@192.0.2.1:830?password=env:PW") is None
    assert other_user("sctp://192.0.2.1:36421") is None


def test_he_logs_in_with_what_is_his_over_ssh() -> None:
    """His name, and his password or key, stand in for the first user's; what is about the way stays."""
    found = other_user("netconf+ssh://admin@[::1]:8830?password=env:PW&other=eve&other-password=env:EVE&keepalive=9")
    assert found is not None
    assert found.name == "eve"
    address = parse_address(found.uri)
    assert (address.user, address.host, address.port) == ("eve", "::1", 8830)
    assert dict(address.options) == {"password": "env:EVE", "keepalive": "9"}


def test_he_logs_in_with_what_is_his_over_tls() -> None:
    """Certificate and key are his; whose certificates are trusted stays."""
    found = other_user(
        "netconf+tls://192.0.2.1?ca=ca.pem&cert=a.pem&key=a.key&other=eve&other-cert=e.pem&other-key=e.key"
    )
    assert found is not None
    assert dict(parse_address(found.uri).options) == {"ca": "ca.pem", "cert": "e.pem", "key": "e.key"}


def test_he_comes_as_himself_over_grpc() -> None:
    """His name stands in for the first user's, or his certificate."""
    found = other_user("netconf+grpc://admin@192.0.2.1?other=eve&keepalive=9")
    assert found is not None
    assert found.uri == "netconf+grpc://eve@192.0.2.1?keepalive=9"
    found = other_user("netconf+grpcs://192.0.2.1?ca=c&cert=a&key=b&other=eve&other-cert=e&other-key=f")
    assert found is not None
    assert dict(parse_address(found.uri).options) == {"ca": "c", "cert": "e", "key": "f"}


def test_his_password_does_not_stand_in_the_address() -> None:
    """Histories and logs repeat addresses."""
    with pytest.raises(UsageError) as found:
        other_user("netconf+ssh://admin@192.0.2.1?other=eve&other-password=secret-word")
    assert "secret-word" not in str(found.value)

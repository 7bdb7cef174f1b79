"""Who comes over gRPC, and whether he may."""

from typing import Any

import pytest

from oran_harness.transports import MapType, NameMap, ServerSide, User, parse_address
from oran_harness.transports.grpc.ends import Unwelcome
from oran_harness.transports.grpc.library import grpc
from oran_harness.transports.netconf_grpc.guest import USER, guest_of

CLEAR, SECURE = "netconf+grpc://h:1", "netconf+grpcs://h:1"
SHOWN = {
    "x509_common_name": [b"operator"],
    "x509_subject_alternative_name": [b"a@Lab.Example", b"smo.example", b"192.0.2.1"],
    "peer_dns": [b"smo.example"],
    "peer_email": [b"a@Lab.Example"],
    "peer_ip": [b"192.0.2.1"],
}


class Context:
    """What gRPC tells of a call."""

    def __init__(self, *metadata: tuple[str, str | bytes], shown: dict[str, list[bytes]] | None = None) -> None:
        self._metadata = metadata
        self._shown = shown or {}

    def invocation_metadata(self) -> Any:
        return self._metadata

    def auth_context(self) -> dict[str, list[bytes]]:
        return self._shown


def test_the_metadata_says_who_comes() -> None:
    """Anybody where nobody is named, else those who are."""
    came = Context(("user-agent", "x"), (USER, "nms"))
    assert guest_of(parse_address(CLEAR), ServerSide(), came) == "nms"
    assert guest_of(parse_address("netconf+grpc://nms@h:1"), ServerSide(), came) == "nms"
    assert guest_of(parse_address("netconf+grpc://a@h:1"), ServerSide(users={"nms": User("x")}), came) == "nms"
    with pytest.raises(Unwelcome, match="no user nms") as refused:
        guest_of(parse_address("netconf+grpc://a@h:1"), ServerSide(), came)
    assert refused.value.code is grpc.StatusCode.PERMISSION_DENIED


@pytest.mark.parametrize(
    "metadata", [(), ((USER, "a"), (USER, "b")), ((USER, ""),), ((USER, "a b"),), ((USER, b"a"),), ((USER, "x" * 65),)]
)
def test_who_does_not_say_so_is_turned_away(metadata: tuple[tuple[str, str | bytes], ...]) -> None:
    """Nobody, several, and what is no name."""
    with pytest.raises(Unwelcome, match="once, under netconf-user") as refused:
        guest_of(parse_address(CLEAR), ServerSide(), Context(*metadata))
    assert refused.value.code is grpc.StatusCode.UNAUTHENTICATED


def test_over_tls_the_certificate_says_so() -> None:
    """As cert-to-name has it (RFC 7407 3.1), whatever the metadata claims."""
    came = Context((USER, "root"), shown=SHOWN)
    for kind, name in (
        (MapType.SAN_ANY, "a@lab.example"),
        (MapType.SAN_DNS_NAME, "smo.example"),
        (MapType.SAN_RFC822_NAME, "a@lab.example"),
        (MapType.SAN_IP_ADDRESS, "192.0.2.1"),
        (MapType.COMMON_NAME, "operator"),
    ):
        assert guest_of(parse_address(SECURE), ServerSide(names=(NameMap(kind),)), came) == name
    with pytest.raises(Unwelcome, match="names no user"):
        guest_of(parse_address(SECURE), ServerSide(), Context((USER, "root")))

"""cert-to-name: which user a client's certificate is."""

import hashlib

import pytest

from oran_harness.transports import MapType, NameMap
from oran_harness.transports.netconf_tls.user_name import has_fingerprint, user_name
from oran_harness.transports.side import ANY_NAME

CERTIFICATE = {
    "subject": ((("organizationName", "lab"),), (("commonName", "Manager"),)),
    "subjectAltName": (
        ("URI", "urn:x"),
        ("DNS", "NMS.Example.org"),
        ("email", "Nms@Example.ORG"),
        ("IP Address", "192.0.2.1"),
    ),
}
CHAIN = (b"the client's", b"its issuer's")


def fingerprint(octets: bytes, number: int = 4, name: str = "sha256") -> str:
    digest = bytes([number]) + hashlib.new(name, octets).digest()
    return ":".join(f"{octet:02X}" for octet in digest)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (MapType.SPECIFIED, "given"),
        (MapType.SAN_RFC822_NAME, "Nms@example.org"),
        (MapType.SAN_DNS_NAME, "nms.example.org"),
        (MapType.SAN_IP_ADDRESS, "192.0.2.1"),
        (MapType.SAN_ANY, "nms.example.org"),
        (MapType.COMMON_NAME, "Manager"),
    ],
)
def test_each_type_of_map(kind: MapType, name: str) -> None:
    """The name is given, or stands in the certificate: hosts in lower case, the local part of a mailbox as it is."""
    assert user_name([NameMap(kind, name="given")], CERTIFICATE, CHAIN) == name


def test_an_ipv6_address_has_no_colons() -> None:
    """An IPv6 address is 32 hexadecimal digits in lower case (RFC 7407 4)."""
    certificate = {"subjectAltName": (("IP Address", "2001:DB8:0:0:0:0:0:A\n"),)}
    found = user_name([NameMap(MapType.SAN_IP_ADDRESS)], certificate, CHAIN)
    assert found == "20010db800000000000000000000000a"


def test_the_first_that_fits_and_finds() -> None:
    """Entries are tried in order: one for another certificate is passed over, and so is one that finds no name."""
    maps = [
        NameMap(MapType.SPECIFIED, fingerprint(b"another's"), "wrong"),
        NameMap(MapType.SAN_RFC822_NAME),
        NameMap(MapType.SPECIFIED, fingerprint(b"its issuer's"), "right"),
        NameMap(MapType.COMMON_NAME),
    ]
    assert user_name(maps, {"subject": CERTIFICATE["subject"]}, CHAIN) == "right"
    assert user_name(maps[:2], {"subject": ()}, CHAIN) is None
    assert user_name((), CERTIFICATE, CHAIN) is None


def test_any_name_of_a_certificate_without_alternatives() -> None:
    """Unless told otherwise the common name is taken where there is no subject alternative name."""
    assert user_name(ANY_NAME, {"subject": CERTIFICATE["subject"]}, CHAIN) == "Manager"
    assert user_name(ANY_NAME, {"subjectAltName": (("URI", "urn:x"),)}, CHAIN) is None


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (fingerprint(b"x"), True),
        (fingerprint(b"x").lower().replace(":", ""), True),
        (fingerprint(b"x", 6, "sha512"), True),
        (fingerprint(b"x", 5, "sha256"), False),
        (fingerprint(b"y"), False),
        (fingerprint(b"x", 99), False),
        ("", False),
        ("04:zz", False),
    ],
)
def test_fingerprints(text: str, same: bool) -> None:
    """The first octet is the hash algorithm; what is no fingerprint fits nothing."""
    assert has_fingerprint(b"x", text) is same

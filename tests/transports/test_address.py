"""What URIs say: every form that is agreed, and a clear sentence for what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.model import UsageError
from oran_harness.transports import DEFAULT_PORT, Address, parse_address
from oran_harness.transports.address import uri_of


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("sctp://192.0.2.1:36422", Address("sctp", "192.0.2.1", 36422)),
        ("sctp://192.0.2.1", Address("sctp", "192.0.2.1", DEFAULT_PORT)),
        (
            "sctp+udp://h?encap=0&remote_encap=9&bind=[::1]:5",
            Address("sctp+udp", "h", bind=("::1", 5), options={"encap": "0", "remote_encap": "9"}),
        ),
        ("tcp://127.0.0.1:0", Address("tcp", "127.0.0.1", 0)),
        ("tcp://ric.example.org:1/", Address("tcp", "ric.example.org", 1)),
        ("grpc://[::1]:5000", Address("grpc", "::1", 5000)),
        ("grpcs://[2001:db8::1]", Address("grpcs", "2001:db8::1", DEFAULT_PORT)),
        ("memory://Some.name_1-2", Address("memory", "Some.name_1-2", 0)),
        ("sctp://[::1]:1?bind=[::1]:7&also=::2", Address("sctp", "::1", 1, ("::1", 7), ("::2",))),
        (
            "sctp://10.0.0.1:1?bind=10.0.0.2&also=10.0.1.2&also=10.0.2.2&streams=40",
            Address("sctp", "10.0.0.1", 1, ("10.0.0.2", 0), ("10.0.1.2", "10.0.2.2"), {"streams": "40"}),
        ),
        ("sctp://0.0.0.0?rto=0.3&heartbeat=1&retransmissions=2",
         Address("sctp", "0.0.0.0", options={"rto": "0.3", "heartbeat": "1", "retransmissions": "2"})),
        ("grpcs://h:1?ca=/a%20b&cert=c&key=k&name=n",
         Address("grpcs", "h", 1, options={"ca": "/a b", "cert": "c", "key": "k", "name": "n"})),
        ("netconf+ssh://nms@h", Address("netconf+ssh", "h", 830, user="nms")),
        ("netconf+ssh://nms@[::1]:1?password=env:X&key=k&known=f",
         Address("netconf+ssh", "::1", 1, options={"password": "env:X", "key": "k", "known": "f"}, user="nms")),
        ("netconf+ssh://h?password=file%3A/a%20b", Address("netconf+ssh", "h", 830, options={"password": "file:/a b"})),
        ("netconf+ssh://h?call-home=yes", Address("netconf+ssh", "h", 4334, options={"call-home": "yes"})),
        ("netconf+tls://h?cert=a@b", Address("netconf+tls", "h", 6513, options={"cert": "a@b"})),
        ("netconf+tls://h?call-home=yes", Address("netconf+tls", "h", 4335, options={"call-home": "yes"})),
        ("netconf+grpc://nms@h:1?keepalive=5",
         Address("netconf+grpc", "h", 1, options={"keepalive": "5"}, user="nms")),
        ("netconf+grpcs://h?ca=c&name=n", Address("netconf+grpcs", "h", 50051, options={"ca": "c", "name": "n"})),
    ],
)  # fmt: skip
def test_addresses_that_are_agreed(uri: str, address: Address) -> None:
    """Host, port, own end, further addresses and options are read; the port is 36421 unless told."""
    assert parse_address(uri) == address


@pytest.mark.parametrize(
    ("uri", "why"),
    [
        ("", "expected sctp://, sctp\\+udp://, tcp://"),
        ("127.0.0.1:36421", "expected sctp://, sctp\\+udp://, tcp://"),
        ("http://127.0.0.1:1", "expected sctp://, sctp\\+udp://, tcp://"),
        ("sctp:127.0.0.1", "expected sctp://, sctp\\+udp://, tcp://"),
        ("tcp://:36421", "to listen at all addresses give tcp://0.0.0.0:36421"),
        ("tcp://h:65536", "above 65535"),
        ("tcp://h:-1", "is not HOST:PORT"),
        ("tcp://h:one", "is not HOST:PORT"),
        ("tcp://::1:1", "is not HOST:PORT"),
        ("tcp://[127.0.0.1]:1", "expected sctp://"),
        ("tcp://[::1", "Invalid IPv6"),
        ("tcp://user@h:1", "is not HOST:PORT|nothing may follow"),
        ("tcp://h:1/path", "nothing may follow HOST:PORT"),
        ("tcp://h:1#x", "nothing may follow HOST:PORT"),
        ("tcp://h h:1", "names no host"),
        ("tcp://h:1?keepalive", "must be OPTION=VALUE"),
        ("tcp://h:1?keepalive=0", "seconds above 0"),
        ("tcp://h:1?keepalive=nan", "seconds above 0"),
        ("tcp://h:1?keepalive=1&keepalive=2", "gives keepalive twice"),
        ("tcp://h:1?also=h2", "has no option 'also'; it has bind, keepalive"),
        ("sctp://h:1?streams=0", "whole number from 1 to 65535"),
        ("sctp://h:1?bind=", "names no host"),
        ("sctp://h:1?also=", "names no host"),
        ("sctp://h:1?bind=h:1&bind=h:2", "gives bind twice"),
        ("grpcs://h:1?ca=", "give a value"),
        ("memory://", "expected memory://NAME"),
        ("memory://a?b=c", "expected memory://NAME"),
        ("memory://a:1", "expected memory://NAME"),
        ("sctp+udp://h:1?encap=65536", "encap=65536 cannot be; give a port from 0 .any free one. to 65535"),
        ("sctp+udp://h:1?remote_encap=0", "remote_encap=0 cannot be; give a whole number from 1"),
        ("netconf+tls://u@h", "nothing may follow"),
        ("netconf+ssh://u%20@h", "a user's name has letters"),
        ("netconf+ssh://@h", "a user's name has letters"),
        ("netconf+ssh://h?call-home=no", "call-home=no cannot be; give yes, or leave it out"),
        ("netconf+ssh://h?fingerprint=MD5:00", "give SHA256: and what ssh-keygen -l shows"),
        ("netconf+tls://h?known=f", "has no option 'known'"),
        ("sctp+udp://h:1?also=::1", "sctp\\+udp:// has no option 'also'"),
    ],
)
def test_addresses_that_are_none(uri: str, why: str) -> None:
    """What is no address is refused with the URI and what is expected instead."""
    with pytest.raises(UsageError, match=why) as raised:
        parse_address(uri)
    assert repr(uri) in str(raised.value)


@pytest.mark.parametrize(
    "uri",
    [
        "netconf+ssh://nms:hunter2@h",
        "netconf+ssh://nms:hun/ter2@h",
        "netconf+ssh://nms:hunter2?@h",
        "netconf+ssh://nms@h?password=hunter2",
        "netconf+ssh://nms@h?nonsense=1&password=hunter2",
        "netconf+ssh://nms@h?PASSWORD=hunter2",
        "netconf+ssh://nms@h?%70assword=hunter2",
        "tcp://nms:hunter2@h:1",
    ],
)
def test_a_password_in_clear_is_refused_and_not_repeated(uri: str) -> None:
    """A URI is written to histories and logs: it says where the password is, and the refusal does not repeat it."""
    with pytest.raises(UsageError, match=r"A password may not stand in an address") as raised:
        parse_address(uri)
    assert "ter2" not in str(raised.value)


def test_the_port_of_call_home() -> None:
    """Who knows that a server calls home has its port without the option; a port that is given stays."""
    assert parse_address("netconf+ssh://h", call_home=True).port == 4334
    assert parse_address("netconf+tls://h", call_home=True).port == 4335
    assert parse_address("netconf+tls://h:7", call_home=True).port == 7


def test_options_have_defaults() -> None:
    """An option that is not given has the value that the transport chooses."""
    address = parse_address("sctp://h?streams=3&rto=0.25")
    assert (address.count("streams", 16), address.count("retransmissions", 7)) == (3, 7)
    assert (address.seconds("rto", 1), address.seconds("heartbeat", 30)) == (0.25, 30)


@pytest.mark.parametrize(
    "uri", ["tcp://127.0.0.1:1", "sctp://[::1]:36421", "memory://a", "grpcs://h.example:0", "netconf+ssh://u@[::1]:1"]
)
def test_an_address_is_written_as_it_was_read(uri: str) -> None:
    """The URI of an address, without its query, is the one that was read."""
    assert str(parse_address(uri)) == uri
    assert uri_of("tcp", "::1", 1) == "tcp://[::1]:1"


@given(
    st.text()
    | st.from_regex(r"(sctp|tcp|grpcs?|memory|netconf.(ssh|tls))://[a-z0-9:.\[\]@/?&=%#-]{0,40}", fullmatch=True)
)
def test_any_text_is_an_address_or_is_refused(uri: str) -> None:
    """Whatever is given, it is read or refused in a sentence; what was read is written so that it reads the same."""
    try:
        address = parse_address(uri)
    except UsageError:
        return
    assert 0 <= address.port <= 65_535
    again = parse_address(str(address))
    assert (again.scheme, again.host, again.port) == (address.scheme, address.host, address.port)

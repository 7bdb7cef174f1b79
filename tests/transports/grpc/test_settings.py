"""How channels and servers are set up."""

from oran_harness.transports import LARGEST_MESSAGE, parse_address
from oran_harness.transports.grpc.settings import client_options, server_options


def test_the_largest_message_passes() -> None:
    """Both directions carry 16 MiB and what surrounds it, and no more than a little beyond."""
    for options in (dict(client_options(parse_address("grpc://h"))), dict(server_options(parse_address("grpc://h")))):
        for name in ("grpc.max_send_message_length", "grpc.max_receive_message_length"):
            assert LARGEST_MESSAGE + 100 < int(options[name]) <= 2 * LARGEST_MESSAGE


def test_silence_is_asked_after() -> None:
    """The address says how often; unless it does, clients ask no oftener than servers commonly bear."""
    client = dict(client_options(parse_address("grpc://h")))
    assert client["grpc.keepalive_time_ms"] == 300_000
    assert dict(server_options(parse_address("grpc://h")))["grpc.keepalive_time_ms"] == 20_000
    given = parse_address("grpc://h?keepalive=1.5")
    for options in (dict(client_options(given)), dict(server_options(given))):
        assert (options["grpc.keepalive_time_ms"], options["grpc.keepalive_timeout_ms"]) == (1_500, 1_500)


def test_associations_share_nothing() -> None:
    """Each association has a connection of its own, and each port one server."""
    assert dict(client_options(parse_address("grpc://h")))["grpc.use_local_subchannel_pool"] == 1
    assert dict(server_options(parse_address("grpc://h")))["grpc.so_reuseport"] == 0


def test_another_name_may_be_expected() -> None:
    """A certificate for another name is accepted where the address gives that name."""
    options = dict(client_options(parse_address("grpcs://192.0.2.1?name=ric.example.org")))
    assert options["grpc.ssl_target_name_override"] == "ric.example.org"
    assert "grpc.ssl_target_name_override" not in dict(client_options(parse_address("grpcs://192.0.2.1")))

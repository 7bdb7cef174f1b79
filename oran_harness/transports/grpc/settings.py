"""How gRPC's channels and servers are set up."""

from oran_harness.transports.address import Address
from oran_harness.transports.link import LARGEST_MESSAGE

SERVER_KEEPALIVE = 20.0
CLIENT_KEEPALIVE = 300.0
"""Seconds between questions whether the far end is there. Many servers close on clients that ask more often."""
_ANSWER_WITHIN = 20.0
# Beyond the largest message, so that it is we who refuse a larger one and can say why.
_LIMIT = LARGEST_MESSAGE + 1024 * 1024

Options = list[tuple[str, int | str]]


def _common(address: Address, keepalive: float) -> Options:
    seconds = address.seconds("keepalive", keepalive)
    return [
        ("grpc.max_send_message_length", _LIMIT),
        ("grpc.max_receive_message_length", _LIMIT),
        ("grpc.keepalive_time_ms", round(seconds * 1000)),
        ("grpc.keepalive_timeout_ms", round(min(seconds, _ANSWER_WITHIN) * 1000)),
        ("grpc.http2.max_pings_without_data", 0),
    ]


def client_options(address: Address) -> Options:
    """Options of the channel of one association: a connection of its own, straight to the far end, tried once."""
    options: Options = [
        *_common(address, CLIENT_KEEPALIVE),
        ("grpc.use_local_subchannel_pool", 1),
        ("grpc.enable_http_proxy", 0),
        ("grpc.enable_retries", 0),
    ]
    if "name" in address.options:
        options.append(("grpc.ssl_target_name_override", address.options["name"]))
    return options


def server_options(address: Address) -> Options:
    """Options of a server: a port is taken by one only, and clients may ask as often as they like."""
    return [
        *_common(address, SERVER_KEEPALIVE),
        ("grpc.so_reuseport", 0),
        ("grpc.http2.max_ping_strikes", 0),
        ("grpc.http2.min_recv_ping_interval_without_data_ms", 0),
    ]

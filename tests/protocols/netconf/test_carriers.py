"""What carries NETCONF."""

import pytest

from oran_harness.protocols.netconf import has_frames


@pytest.mark.parametrize(
    ("uri", "framed"),
    [
        (None, True),
        ("memory://o1", True),
        ("netconf+ssh://nms@192.0.2.1:830", True),
        ("netconf+tls://192.0.2.1:6513", True),
        ("netconf+grpc://nms@192.0.2.1:50051", False),
        ("netconf+grpcs://192.0.2.1:50051", False),
    ],
)
def test_where_messages_are_in_frames(uri: str | None, framed: bool) -> None:
    """Everywhere but over gRPC, which keeps messages apart."""
    assert has_frames(uri) is framed

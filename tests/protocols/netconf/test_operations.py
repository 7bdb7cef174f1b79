"""By what messages are counted."""

from oran_harness.protocols.netconf import Conversation, Framing, RpcHeard, Side, frame, speaking
from oran_harness.protocols.netconf.message_label import label
from oran_harness.protocols.netconf.operations import NAMES, OPERATIONS, counted_as


def test_labels_are_counted_by_their_operation() -> None:
    """What a line calls a message tells by what it is counted."""
    for name in OPERATIONS:
        (asked,) = Conversation(whole=False).heard(
            Side.CLIENT, frame(speaking.rpc(speaking.operation(name), "1"), Framing.END_OF_MESSAGE), 0.0
        )
        assert isinstance(asked, RpcHeard)
        assert counted_as(label(asked)) == name
        assert counted_as(f"rpc-reply ok to {name}") == name


def test_what_no_standard_has_is_not_told() -> None:
    """A peer cannot make names."""
    assert [counted_as(text) for text in ("rpc made-up", "rpc-reply ok", "unreadable", "", "12 octets")] == [None] * 5
    assert {"hello", "notification"} <= NAMES

"""The two sides."""

from oran_harness.protocols.netconf.side import Side


def test_other() -> None:
    """Each side is the other's other."""
    assert [side.other for side in (Side.CLIENT, Side.SERVER)] == [Side.SERVER, Side.CLIENT]

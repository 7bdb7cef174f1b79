"""One line of a message's tree."""

from oran_harness.cli.shown.tree_row import TreeRow


def test_rows_know_their_octet() -> None:
    """A row begins in the octet of its first bit, counted in the whole message."""
    assert TreeRow(b"\x00" * 4, 10, 17, 20, 0, "label").first_octet == 12


def test_rows_have_their_own_complaints() -> None:
    """Two rows do not share a list."""
    assert TreeRow(b"", 0, 0, 0, 0, "a").complaints is not TreeRow(b"", 0, 0, 0, 0, "b").complaints

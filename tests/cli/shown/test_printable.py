"""Text of unknown origin, made safe for a terminal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.cli.shown.printable import printable, shortened


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain text, with äöü and 漢字", "plain text, with äöü and 漢字"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("two\nlines\r", r"two\x0alines\x0d"),
        ("\x9b31m", r"\x9b31m"),
        ("a\u202eb", r"a\u202eb"),
        ("\udcff", r"\udcff"),
    ],
)
def test_nothing_steers_the_terminal(text: str, safe: str) -> None:
    """Control characters, and marks that turn the direction of text, are written as escapes."""
    assert printable(text) == safe


@settings(max_examples=200, database=None, deadline=None)
@given(st.text(), st.integers(0, 40))
def test_text_is_cut(text: str, width: int) -> None:
    """A shortened text is printable and no wider than asked, but for the ellipsis itself."""
    cut = shortened(text, width)
    assert len(cut) <= max(width, 3)
    assert printable(cut) == cut
    cut.encode("utf-8")

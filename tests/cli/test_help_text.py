"""Help texts from docstrings."""

from oran_harness.cli.help_text import help_text


def example() -> None:
    """Do something.

    A paragraph that is
    wrapped as one.

    Examples:
      first line
      second line
    """


def test_lists_keep_their_lines() -> None:
    """A paragraph whose first line ends in a colon is kept as it is, the others may be wrapped anew."""
    assert help_text(example).split("\n\n") == [
        "Do something.",
        "A paragraph that is\nwrapped as one.",
        "\b\nExamples:\n  first line\n  second line",
    ]


def test_nothing_is_no_help() -> None:
    """A function without a docstring has no help."""
    assert help_text(lambda: None) == ""

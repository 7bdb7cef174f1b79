"""The bar of a long check."""

import io
import sys

import pytest

from oran_harness.cli.progress import WORTH_SHOWING, Progress


class Screen(io.StringIO):
    """A standard error that a person sees."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "size", "shown"),
    [(Screen(), WORTH_SHOWING, True), (Screen(), WORTH_SHOWING - 1, False), (io.StringIO(), WORTH_SHOWING, False)],
)
def test_only_people_who_wait_see_it(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, size: int, shown: bool
) -> None:
    """A bar for large files on a terminal, silence for small ones and for pipes."""
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress("a file", size) as progress:
        for octets in range(0, size, size // 2000):
            progress.at(octets)
    assert bool(stream.getvalue()) is shown
    assert ("a file" in stream.getvalue()) is shown

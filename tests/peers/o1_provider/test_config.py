"""What an element is told of its users before anybody manages it (RFC 8341 3.1)."""

import pytest

from tests.peers.o1_provider.chart import ELEMENT, Chart, edit, label


def test_groups() -> None:
    """Who is named has the groups that he was given, and everybody else those of others."""
    chart = Chart(groups={"reader": ("swm",)}).up("1", "reader").up("2", "anybody")
    assert chart.refused(edit("running", label("x"))) == "application access-denied"
    chart.ok(edit("running", label("x")), "2")


def test_recovery() -> None:
    """To a recovery user nothing is forbidden (RFC 8341 3.1)."""
    chart = Chart(groups={"reader": ()}, recovery=("reader",)).up("1", "reader")
    chart.ok(edit("running", label("x")))


@pytest.mark.parametrize(("read_default", "seen"), [("permit", True), ("deny", False)])
def test_read_default(read_default: str, seen: bool) -> None:
    """It decides what is read where no rule speaks (RFC 8341 3.4.5)."""
    chart = Chart(groups={"reader": ()}, read_default=read_default)
    managed = chart.provider.managed
    visible = managed.rights("reader").readable(managed.datastores.running.root, managed.models)
    assert (visible.find(f"{{{ELEMENT}}}managed-element") is not None) is seen

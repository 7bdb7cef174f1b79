"""Associations that come and go, whatever is said on them."""

from oran_harness.drivers.demand import CloseLink, Demand
from oran_harness.drivers.history import History, new_header
from oran_harness.drivers.standing import Standing
from oran_harness.steps.inbox import Inbox
from oran_harness.steps.manager import Manager


class Scene(Standing[Manager]):
    """Two associations that the harness has opened."""

    def __init__(self) -> None:
        self.asked: list[Demand] = []
        self.box = Inbox()
        super().__init__(Manager(), self.box, History(new_header(0), lambda: 0.0), self.asked)
        for name in ("1", "2"):
            self._rise(name, opened_by_sut=False, place=None)


def test_here_is_the_newest_that_stands() -> None:
    """Its end makes it the one before, and then none."""
    scene = Scene()
    assert scene._peer.here == "2"
    scene.ended("2", "shutdown", True, "")
    assert scene._peer.here == "1"
    scene.ended("1", "abort", True, "reset")
    assert scene._peer.here is None


def test_an_end_is_told_once() -> None:
    """Whoever tells it again learns that it is known."""
    scene = Scene()
    assert scene.ended("1", "shutdown", True, "")
    assert not scene.ended("1", "shutdown", True, "")
    assert scene.box.ends["1"].by_sut


def test_what_we_close_in_order_is_our_end() -> None:
    """It stands until the far end has ended it, too, and is asked for once; what is cut off is over at once."""
    scene = Scene()
    scene.close("1", "shutdown")
    scene.close("1", "shutdown")
    assert scene.asked == [CloseLink("1", "shutdown")]
    assert scene.standing == ["1", "2"]
    scene.ended("1", "shutdown", True, "")
    assert not scene.box.ends["1"].by_sut
    scene.close("2", "abort")
    assert scene.standing == []

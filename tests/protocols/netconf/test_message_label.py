"""What a line calls a message."""

import pytest

from oran_harness.checkers import Audit
from oran_harness.checkers.observation import NetconfMessageObserved
from oran_harness.model import HistoryHeader
from oran_harness.protocols.netconf import RpcError
from tests.checkers.netconf.scene import CELLS, NOTIFICATION, SERVER, Play, Scene

REFUSED = RpcError("application", "data-missing", "error")


@pytest.mark.parametrize(
    ("play", "last"),
    [
        (lambda s: s.hellos(), "hello"),
        (lambda s: s.hellos().ask(), "rpc cells"),
        (lambda s: s.hellos().ask().answer(), "rpc-reply ok to cells"),
        (lambda s: s.hellos().ask().answer(CELLS), "rpc-reply data to cells"),
        (lambda s: s.hellos().ask().refuse(REFUSED), "rpc-reply data-missing to cells"),
        (lambda s: s.hellos().say(SERVER, NOTIFICATION), "notification cells"),
        (lambda s: s.hellos().say(SERVER, b"<x/>"), "unreadable"),
    ],
)
def test_labels(play: Play, last: str) -> None:
    """The name, with what it is about."""
    scene = Scene()
    play(scene)
    audit = Audit(HistoryHeader())
    seen = [each for event in scene.events for each in audit.feed(event)]
    assert [each.label for each in seen if isinstance(each, NetconfMessageObserved)][-1] == last

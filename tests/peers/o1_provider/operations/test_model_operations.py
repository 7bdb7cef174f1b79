"""Operations of our own modules."""

from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import ELEMENT, Chart, edit, label, op

SOFTWARE = "urn:oran-harness:yang:software"


def test_reset() -> None:
    """The answer comes first, then the event, then all sessions end; what is configured stays (O1 6.9)."""
    chart = Chart().up().up("2")
    chart.ok(op("create-subscription", space=NOTIFICATION), "2")
    chart.ok(edit("running", label("kept")))
    reply = chart.ask(op("reset", space=ELEMENT))
    assert [each.text for each in reply.content] == ["accepted"]
    assert chart.ended == []
    chart.wait(2)
    assert "reset-done" in chart.events("2")
    assert sorted(chart.ended) == ["1", "2"]
    assert chart.up("3").label(name="3") == "kept"


def test_download() -> None:
    """What became of it is told later."""
    chart = Chart().up()
    chart.ok(op("create-subscription", space=NOTIFICATION))
    path = "<remote-file-path>sftp://192.0.2.1/new.zip</remote-file-path>"
    reply = chart.ask(op("software-download", path, SOFTWARE))
    assert [each.text for each in reply.content] == ["STARTED"]
    (told,) = chart.wait(2).told["1"]
    assert told.content is not None
    assert told.content.findtext("{*}file-name") == "new.zip"


def test_wrong_input() -> None:
    """It is refused."""
    chart = Chart().up()
    assert chart.refused(op("software-download", "", SOFTWARE)) == "application missing-element"
    assert chart.refused(op("reset", "<nothing/>", ELEMENT)) == "application unknown-element"


def test_what_is_not_there() -> None:
    """An operation that a module has and the element does not do is said to be so."""
    assert Chart().up().refused(op("software-activate", space=SOFTWARE)) == "protocol operation-not-supported"

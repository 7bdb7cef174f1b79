"""supervision-watchdog-reset (O-RAN M-plane 14.1)."""

from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import SUPERVISION, Chart, op

SIGN = "supervision-notification"
STREAM = op("create-subscription", "<stream>supervision-notification</stream>", NOTIFICATION)


def reset(inside: str = "") -> str:
    return op("supervision-watchdog-reset", inside, SUPERVISION)


def test_reset_with_other_values() -> None:
    """They hold at once, and the reply tells when the next sign of life comes."""
    chart = Chart().up()
    chart.ok(STREAM)
    values = "<supervision-notification-interval>5</supervision-notification-interval>"
    values += "<guard-timer-overhead>2</guard-timer-overhead>"
    reply = chart.ask(reset(values))
    assert [each.tag for each in reply.content] == [f"{{{SUPERVISION}}}next-update-at"]
    assert chart.wait(5.5).events() == [SIGN]
    assert chart.wait(2).ended == ["1"]


def test_wrong_values() -> None:
    """They are refused."""
    chart = Chart().up()
    for text in ("0", "3601", "x"):
        wrong = reset(f"<guard-timer-overhead>{text}</guard-timer-overhead>")
        assert chart.refused(wrong).endswith("invalid-value")

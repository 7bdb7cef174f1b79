"""The state of the element (RFC 6022, RFC 8525, RFC 5277, RFC 8639)."""

import pytest
from lxml import etree

from oran_harness.peers.actor import Say
from oran_harness.peers.o1_provider import answering
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1
from oran_harness.protocols.netconf.speaking import hello, rpc
from tests.peers.o1_provider.chart import MONITORING, SUPERVISION, Chart, op


def filtered(name: str, inside: str) -> str:
    return op(name, f"<filter>{inside}</filter>")


def test_sessions_and_locks() -> None:
    """netconf-state tells who is there, and who has locked what (RFC 6022)."""
    chart = Chart().up().up("2", "other")
    chart.ok(op("lock", "<target><candidate/></target>"), "2")
    state = chart.data(filtered("get", f'<netconf-state xmlns="{MONITORING}"/>'))
    assert [each.text for each in state.iter(f"{{{MONITORING}}}username")] == ["admin", "other"]
    assert [each.text for each in state.iter(f"{{{MONITORING}}}locked-by-session")] == ["2"]
    assert [each.text for each in state.iter(f"{{{MONITORING}}}source-host")] == ["192.0.2.9", "192.0.2.9"]


def test_over_grpc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are whole, the transport is an identity of our own, and a reply that no message holds is refused."""
    chart = Chart().connected(scheme="netconf+grpc")
    chart.say(hello((BASE_1_0, BASE_1_1)))
    wanted = f'<netconf-state xmlns="{MONITORING}"><sessions><session><transport/></session></sessions></netconf-state>'
    (transport,) = chart.data(filtered("get", wanted)).iter(f"{{{MONITORING}}}transport")
    prefix, _, identity = (transport.text or "").partition(":")
    assert (transport.nsmap[prefix], identity) == ("urn:oran-harness:yang:netconf-grpc", "netconf-grpc")
    assert all(command.octets.startswith(b"<") for command in chart.commands if isinstance(command, Say))
    monkeypatch.setattr(answering, "LARGEST", 1000)
    (reply,) = chart.say(rpc(op("get").encode(), "7"))
    assert [error.tag for error in reply.errors] == ["too-big"]
    assert reply.message_id == "7"


def test_state_is_valid() -> None:
    """All state that is told of belongs to the modules that are announced."""
    chart = Chart().up()

    def walk(element: etree._Element, known: dict[str, object]) -> None:
        for child in element.iterchildren("*"):
            assert child.tag in known, child.tag
            walk(child, known[child.tag].children)  # type: ignore[attr-defined]

    walk(chart.data(op("get")), chart.provider.managed.models.schema)  # type: ignore[arg-type]


def test_only_what_is_asked_for() -> None:
    """Parts that a filter does not name are not made, and those that it names are whole."""
    chart = Chart().up()
    data = chart.data(filtered("get", f'<supervision xmlns="{SUPERVISION}"/>'))
    assert [each.text for each in data.iter(f"{{{SUPERVISION}}}supervised-sessions")] == ["0"]
    assert data.find(f"{{{MONITORING}}}netconf-state") is None


def test_counters() -> None:
    """Requests, and what was wrong with them, are counted for the session and in all."""
    chart = Chart().up()
    chart.say(b"<rpc")
    chart.refused(op("nothing"))
    state = chart.data(filtered("get", f'<netconf-state xmlns="{MONITORING}"/>'))
    for holder in ("session", "statistics"):
        counted = next(state.iter(f"{{{MONITORING}}}{holder}"))
        assert counted.findtext(f"{{{MONITORING}}}in-rpcs") == "2"
        assert counted.findtext(f"{{{MONITORING}}}in-bad-rpcs") == "1"
        assert counted.findtext(f"{{{MONITORING}}}out-rpc-errors") == "2"

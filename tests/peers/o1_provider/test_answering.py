"""Whatever a manager sends, nothing raises, and the others are served (RFC 6241, 6242)."""

import random

import pytest

from oran_harness.protocols.netconf import (
    BASE_1_0,
    BASE_1_1,
    MISSPEAKINGS,
    NOTIFICATION,
    Framing,
    Misspeaking,
    frame,
    misspeak,
)
from oran_harness.protocols.netconf.speaking import hello, rpc
from tests.peers.o1_provider.chart import MONITORING, RUNNING, SUPERVISION, Chart, edit, label, op

GET = op("get-config", "<source><running/></source>")
REQUESTS = (
    GET,
    op("get", '<filter type="xpath" select="/*"/>'),
    edit("candidate", label("x")),
    edit("running", label("y"), "<error-option>continue-on-error</error-option>"),
    op("copy-config", "<target><startup/></target><source><running/></source>"),
    op("validate", "<source><candidate/></source>"),
    op("commit", "<confirmed/><confirm-timeout>3</confirm-timeout>"),
    op("cancel-commit"),
    op("lock", RUNNING),
    op("unlock", RUNNING),
    op("kill-session", "<session-id>9</session-id>"),
    op("get-schema", "<identifier>ietf-netconf</identifier>", MONITORING),
    op("create-subscription", "<stream>NETCONF</stream>", NOTIFICATION),
    op("supervision-watchdog-reset", "", SUPERVISION),
)
OF_RPC = [way for way in MISSPEAKINGS.values() if "rpc" in way.of]
OF_HELLO = [way for way in MISSPEAKINGS.values() if "hello" in way.of]


@pytest.mark.parametrize("way", OF_RPC, ids=lambda way: way.name)
def test_misspoken_requests(way: Misspeaking) -> None:
    """Each is answered, or waited for, or ends the session; another manager notices nothing."""
    framing = way.framing or Framing.CHUNKED
    versions = (BASE_1_0, BASE_1_1) if framing is Framing.CHUNKED else (BASE_1_0,)
    chart = Chart(largest=1_000_000).up("2").up("1", versions=versions)
    chart.octets(misspeak(way.name, rpc(GET.encode(), "1"), framing))
    assert chart.ended in ([], ["1"])
    assert chart.label(name="2") is not None


@pytest.mark.parametrize("way", OF_HELLO, ids=lambda way: way.name)
def test_misspoken_hellos(way: Misspeaking) -> None:
    """Each is understood, or ends the session; another manager notices nothing."""
    chart = Chart().up("2").connected("1")
    chart.octets(misspeak(way.name, hello([BASE_1_0, BASE_1_1]), way.framing or Framing.END_OF_MESSAGE))
    assert chart.ended in ([], ["1"])
    assert chart.label(name="2") is not None


@pytest.mark.parametrize("seed", range(8))
def test_changed_octets(seed: int) -> None:
    """Requests with octets changed, lost and repeated: what was said to a manager stays in order."""
    chance = random.Random(seed)
    chart = Chart().up("good")
    for number in range(40):
        name = f"bad {number}"
        chart.up(name)
        for _ in range(3):
            octets = bytearray(rpc(chance.choice(REQUESTS).encode(), str(number)))
            for _ in range(chance.randrange(3)):
                at = chance.randrange(len(octets))
                piece = chance.choice((b"", bytes([chance.randrange(256)]), octets[at : at + 9] * 2, b"<", b"&x;"))
                octets[at : at + chance.randrange(4)] = piece
            said = frame(bytes(octets), chart.conversations[name].framing)
            if name not in chart.ended:
                chart.octets(said[: chance.randrange(len(said))] if chance.random() < 0.1 else said, name)
            chart.wait(chance.random())
        chart.over(name)
    assert chart.label(name="good") is not None
    assert not chart.provider.managed.locks.held()


def test_bombs() -> None:
    """Entities are not taken, neither inner nor outer ones, and nothing is read for them."""
    for subset in ('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'):
        chart = Chart().up()
        text = f'<!DOCTYPE rpc [{subset}]><rpc message-id="1">&b;</rpc>'
        (reply,) = chart.say(text.encode())
        assert reply.errors[0].tag == "malformed-message"
        assert b"root:" not in reply.octets

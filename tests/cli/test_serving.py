"""Which peers ``serve`` makes, and what it refuses."""

from typing import Any

import pytest

from oran_harness.cli.serving import ServeOptions, actors_of, subscription
from oran_harness.model import UsageError
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic
from oran_harness.peers.peculiar import Peculiar, Peculiarities
from tests.cli.run import refused, run

LISTEN = "tcp://127.0.0.1:0"


def _options(role: str = "e2-node", **more: Any) -> ServeOptions:
    return ServeOptions(role=role, **({"listen": LISTEN} | more))


def test_nodes() -> None:
    """As many as asked for, each with a number and seed of its own; they connect or wait."""
    nodes = actors_of(_options(nodes=3, number=7, seed=5, kind="cu-up", e2ap="5.00", kpm="4.00"))
    assert all(isinstance(node, E2Node) for node in nodes)
    configs = [node.config for node in nodes if isinstance(node, E2Node)]
    assert [(each.number, each.seed) for each in configs] == [(7, 5), (8, 6), (9, 7)]
    assert {(each.kind, each.edition, each.kpm, each.connects) for each in configs} == {
        ("cu-up", "5.00", "4.00", False)
    }
    (connecting,) = actors_of(ServeOptions("e2-node", connect="tcp://[::1]:5"))
    assert isinstance(connecting, E2Node)
    assert connecting.config.connects
    assert connecting.config.far_end == "tcp://[::1]:5"


def test_a_ric() -> None:
    """With its identity, editions and subscriptions."""
    (ric,) = actors_of(_options("near-rt-ric", number=9, plmn="310410", subscribe=("kpm:1:500", "rc:3")))
    assert isinstance(ric, NearRtRic)
    assert ric.config.number == 9
    assert not ric.config.connect
    assert ric.config.subscribe == (
        {"service_model": "kpm", "style": 1, "period_ms": 500},
        {"service_model": "rc", "style": 3},
    )
    with pytest.raises(UsageError, match="is no subscription"):
        subscription("kpm")


def test_how_soon_they_return() -> None:
    """Nodes and RICs wait so long as told, and as they do by themselves where nobody says."""
    (node,) = actors_of(_options(reconnect_after=5.0))
    assert isinstance(node, E2Node)
    assert (node.config.reconnect_after, node.config.reconnect_at_most, node.config.retry_after) == (5.0, 5.0, 5.0)
    (ric,) = actors_of(ServeOptions("near-rt-ric", connect="tcp://[::1]:5", reconnect_after=0.5))
    assert isinstance(ric, NearRtRic)
    assert ric.config.reconnect_after == 0.5
    (usual,) = actors_of(_options())
    assert isinstance(usual, E2Node)
    assert usual.config.reconnect_after == NodeConfig().reconnect_after


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ric", "--listen", LISTEN), "There is no role 'ric'; choose one of near-rt-ric, e2-node."),
        (("e2-node",), "Say either --listen URI"),
        (("e2-node", "--listen", LISTEN, "--connect", LISTEN), "Say either --listen URI"),
        (("e2-node", "--listen", "x"), "is no address"),
        (("e2-node", "--listen", "memory://x"), "reaches nobody outside"),
        (("e2-node", "--listen", LISTEN, "--e2ap", "4.00"), "no edition of E2AP '4.00'"),
        (("e2-node", "--listen", LISTEN, "--kpm", "1"), "no edition of E2SM-KPM '1'"),
        (("e2-node", "--listen", LISTEN, "--rc", "9"), "no edition of E2SM-RC '9'"),
        (("e2-node", "--listen", LISTEN, "--kind", "gnd"), "did you mean gnb"),
        (("e2-node", "--listen", LISTEN, "--nodes", "0"), "--nodes"),
        (("near-rt-ric", "--listen", LISTEN, "--nodes", "2"), "--nodes is for e2-node"),
        (("e2-node", "--listen", LISTEN, "--subscribe", "kpm:1"), "--subscribe is for near-rt-ric"),
        (("near-rt-ric", "--listen", LISTEN, "--subscribe", "ni:1"), "is no subscription"),
        (("near-rt-ric", "--listen", LISTEN, "--plmn", "1"), "no such near-RT RIC"),
        (("e2-node", "--listen", LISTEN, "--reconnect-after", "0"), "--reconnect-after"),
        (("near-rt-ric", "--listen", LISTEN, "--until-eof"), "--until-eof goes with --control"),
        (("e2-node", "--listen", LISTEN, "--gnb-id-length", "21"), "--gnb-id-length"),
        (
            ("e2-node", "--listen", LISTEN, "--kind", "enb", "--gnb-id-length", "24"),
            "--gnb-id-length is for e2-nodes of",
        ),
        (("near-rt-ric", "--listen", LISTEN, "--gnb-id-length", "24"), "--gnb-id-length is for e2-nodes of"),
        (("e2-node", "--listen", LISTEN, "--service-models", "kpm,mac"), "There is no service model 'mac'"),
        (("e2-node", "--listen", LISTEN, "--service-models", "ni"), "There is no service model 'ni'"),
        (("e2-node", "--listen", LISTEN, "--styles", "one"), "'one' are no report styles; they look like 1,4."),
        (("e2-node", "--listen", LISTEN, "--styles", "9"), "E2SM-KPM 3.00 has the report styles 1, 2, 3, 4, 5"),
        (("e2-node", "--listen", LISTEN, "--without", "E2setup"), "'E2setup' is no procedure that can be left out"),
        (("e2-node", "--listen", LISTEN, "--answer-after", "-1"), "--answer-after"),
        (("e2-node", "--listen", LISTEN, "--ppid", "4294967296"), "--ppid"),
        (("near-rt-ric", "--listen", LISTEN, "--fault", "loss=100%"), "The fault 'loss=100%' cannot be"),
        (("near-rt-ric", "--listen", LISTEN, "--flaw", "no-such-flaw"), "There is no flaw 'no-such-flaw'"),
    ],
)
def test_what_does_not_fit(arguments: tuple[str, ...], said: str) -> None:
    """One sentence, exit code 2."""
    assert said in refused(run("serve", *arguments))


def test_what_is_peculiar_to_a_node() -> None:
    """What it offers is its configuration; its PPID, pace and what it does not serve stand around it."""
    (actor,) = actors_of(
        _options(
            gnb_id_length=22,
            service_models="KPM",
            styles="4,1",
            ppid=0,
            answer_after=0.5,
            jitter=0.1,
            without=("Reset",),
        )
    )
    assert isinstance(actor, Peculiar)
    assert isinstance(actor.actor, E2Node)
    config = actor.actor.config
    assert (config.gnb_id_length, config.service_models, config.styles) == (22, ("kpm",), (1, 4))
    assert actor.peculiarities == Peculiarities(0, 0.5, 0.1, frozenset({3}))
    (plain,) = actors_of(_options())
    assert isinstance(plain, E2Node)


def test_what_is_peculiar_to_a_ric() -> None:
    """The same, where it has the like; a flaw that it has stays in it."""
    (actor,) = actors_of(_options("near-rt-ric", service_models="kpm,ni", styles="1", jitter=0.1, flaw="ric-ppid-zero"))
    assert isinstance(actor, Peculiar)
    assert actor.peculiarities.ppid is None
    (ric,) = actors_of(_options("near-rt-ric", service_models="kpm,ni", styles="1"))
    assert isinstance(ric, NearRtRic)
    assert (ric.config.service_models, ric.config.styles) == (("kpm", "ni"), (1,))


def test_flaws() -> None:
    """Each can be planted into a peer of its role, and into no other."""
    from oran_harness.peers.flaws import FLAWS

    for flaw in (each for each in FLAWS.values() if each.role.interface == "e2"):
        (actor,) = actors_of(_options(flaw.role.value, flaw=flaw.id))
        assert actor.role is flaw.role
        with pytest.raises(UsageError, match=f"The flaw {flaw.id} is one of"):
            actors_of(_options(flaw.role.other.value, flaw=flaw.id))

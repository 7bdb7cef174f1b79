"""What all rules about NETCONF have in common."""

import pytest

from oran_harness.checkers import RULES
from oran_harness.checkers.netconf.departure import rule_id
from oran_harness.model import Level
from oran_harness.protocols.netconf import MISSPEAKINGS, Misspeaking, speaking
from oran_harness.protocols.netconf.breach_kind import BreachKind
from tests.checkers.netconf.scene import (
    CELLS,
    CLIENT,
    MANAGER,
    NOTIFICATION,
    PROVIDER,
    ROLES,
    SERVER,
    SUBSCRIBE,
    Scene,
    check_kept,
)

OURS = {kind: rule for rule in RULES for kind in rule.subjects if isinstance(kind, BreachKind)}
WAYS = [(way, said) for way in MISSPEAKINGS.values() for said in way.of if said != "hello"]


@pytest.mark.parametrize("kind", BreachKind)
def test_each_kind_has_its_rule(kind: BreachKind) -> None:
    """With the clause and the weight of the kind; what is open is a should that blames nobody."""
    rule = OURS[kind]
    assert (rule.id, rule.clause) == (rule_id(kind), kind.clause)
    assert rule.level is (kind.level or Level.SHOULD)
    assert rule.blames.startswith("nobody") is kind.open


def test_a_clean_session_is_clean() -> None:
    """Nothing is found where nothing is wrong."""
    check_kept()


@pytest.mark.parametrize(("way", "said"), WAYS, ids=lambda each: getattr(each, "name", each))
def test_each_way_to_misspeak_is_found(way: Misspeaking, said: str) -> None:
    """By the rule of its kind, which blames who spoke; nobody else is accused of anything."""
    scene = Scene()
    versions = ("urn:ietf:params:netconf:base:1.0",) if way.framing == "end-of-message" else ()
    scene.hellos(*2 * (versions,)) if versions else scene.hellos()
    side = CLIENT if said == "rpc" else SERVER
    scene.ask("1", SUBSCRIBE)
    message = speaking.rpc(CELLS, "2") if said == "rpc" else speaking.data(scene.asked[-1], CELLS)
    scene.wrongly(way.name, side, NOTIFICATION if said == "notification" else message).down()
    found = [each for each in scene.audit().findings if each.rule != "NETCONF-NO-BASE11"]
    rules = {each.rule for each in found}
    assert way.finds is None or rule_id(way.finds) in rules
    assert {each.blame for each in found} <= {None, ROLES[side]}


def test_what_the_harness_injects_is_its_own() -> None:
    """Octets that are wrong on purpose accuse nobody but the harness, nor does what follows from them."""
    scene = Scene()
    scene.hellos().octets(CLIENT, b"garbage", injected=True).ask("1").ask("1").down()
    assert {each.blame for each in scene.audit().findings} <= {"harness"}
    assert {each.rule for each in scene.audit().findings} == {"NETCONF-NO-CHUNK"}


def test_what_recurs_is_one_finding() -> None:
    """With its count."""
    scene = Scene()
    scene.hellos().ask("1", a="b").say(SERVER, speaking.ok(None))
    for number in range(2, 5):
        scene.ask(str(number)).say(SERVER, b"<x/>")
    (unknown,) = [each for each in scene.audit().findings if each.rule == "NETCONF-UNKNOWN-MESSAGE"]
    assert (unknown.count, unknown.blame, unknown.blamed_end) == (3, PROVIDER, PROVIDER)
    assert "message 3 of the server" in unknown.message
    assert MANAGER not in {each.blame for each in scene.audit().findings}

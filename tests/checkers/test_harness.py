"""A harness that fails accuses itself, never a product."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from oran_harness.checkers import RULES
from oran_harness.checkers.follow import Follower
from oran_harness.checkers.harness import harness_failed
from oran_harness.checkers.observation import HarnessFailed, MessageObserved, Observation
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import HARNESS, Event, EventKind
from tests.checkers.scene import Scene, case

# Neither scene is about octets, so the tests below play them.
CASES = (case("HARNESS-FAILED", None, lambda scene: None, lambda scene: None),)


@rule(id="TEST-CRASH", title="t", clause="c", hint="h", blames="b")
def crash(seen: MessageObserved) -> Iterator[Breach]:
    """A rule that breaks."""
    raise KeyError(seen.number)
    yield


def test_the_rule() -> None:
    """The finding says what broke, on which event, and how."""
    event = Event(7, 0.0, EventKind.OCTETS)
    (breach,) = harness_failed(HarnessFailed(event, None, "E2AP-X", "KeyError: 1"))
    assert breach.blame == HARNESS
    assert "E2AP-X" in breach.message
    assert "event 7" in breach.message


def test_a_rule_that_breaks_is_one_finding_and_stops_no_other() -> None:
    """The other rules go on; all crashes of one rule on one association are one finding."""
    scene = Scene().set_up()
    scene.ppid = 0
    scene.subscribed()
    found = scene.audit((crash, *RULES)).findings
    broken = [each for each in found if each.rule == "HARNESS-FAILED"]
    assert [(each.blame, each.count) for each in broken] == [(HARNESS, 4)]
    assert {each.rule for each in found} == {"HARNESS-FAILED", "E2-PPID"}
    assert broken[0].level.value == "should"


def test_a_follower_that_breaks_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception outside the rules is told as well, and the audit comes to its end."""

    def broken(self: Follower, event: Event) -> Iterator[Observation]:
        raise RuntimeError("no more")
        yield

    monkeypatch.setattr(Follower, "follow", broken)
    (found,) = Scene().up().findings()
    assert found.blame == HARNESS
    assert "the follower broke on event 1: RuntimeError: no more" in found.message


def test_nothing_fails_usually() -> None:
    """A clean history has no such finding."""
    assert Scene().set_up().subscribed().fired() == set()


def test_a_broken_rule_still_reports_what_it_found_before() -> None:
    """Breaches that a rule yields before it breaks are kept."""

    def check(seen: MessageObserved) -> Iterator[Breach]:
        yield Breach(seen.role, "found", "e", "a")
        raise ValueError

    found = Scene().set_up().audit((replace(crash, check=check),)).findings
    assert {each.rule for each in found} == {"TEST-CRASH", "HARNESS-FAILED"}

"""Findings add up, and stay few."""

from collections.abc import Iterator

import pytest

from oran_harness.checkers.findings import MOST_KEYS, MOST_OF_RULE, Findings
from oran_harness.checkers.observation import MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import HARNESS, Event, EventKind, Role
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import CAUSE, NODE, RIC, Scene


@rule(id="TEST-RULE", title="t", clause="c", hint="h", blames="b")
def checked(seen: MessageObserved) -> Iterator[Breach]:
    """Each message has another number."""
    yield Breach(seen.role, f"message {seen.number}", "none", "one", key=f"{seen.number}")


def event(number: int, association: str = "1") -> Event:
    """An event."""
    return Event(number, 0.0, EventKind.OCTETS, association, frame=number)


def breach(key: str = "", blame: Role | None = NODE) -> Breach:
    """A breach with that key."""
    return Breach(blame, f"key {key}", "expected", "actual", key)


def test_the_same_breach_is_counted() -> None:
    """What has the same rule, association, blame and key is one finding, at the first event that shows it."""
    findings = Findings()
    for number in (3, 4, 5):
        findings.add(checked, event(number), None, breach())
    (found,) = findings.all()
    assert (found.count, found.event, found.frame, found.rule) == (3, 3, 3, "TEST-RULE")


@pytest.mark.parametrize(
    "other",
    [(event(2), breach("b")), (event(2), breach(blame=RIC)), (event(2), breach(blame=None)), (event(2, "2"), breach())],
)
def test_another_breach_is_another_finding(other: tuple[Event, Breach]) -> None:
    """Another key, blame or association makes another finding."""
    findings = Findings()
    findings.add(checked, event(1), None, breach())
    findings.add(checked, other[0], None, other[1])
    assert [found.count for found in findings.all()] == [1, 1]


def test_many_keys_are_summed_up() -> None:
    """Beyond a number of different breaches on one association the further ones are one finding with their count."""
    findings = Findings()
    for number in range(MOST_KEYS + 20):
        findings.add(checked, event(number), None, breach(f"{number}"))
    found = findings.all()
    assert len(found) == MOST_KEYS + 1
    assert found[-1].count == 20
    assert "further" in found[-1].message
    assert found[-1].association == "1"


def test_many_associations_are_summed_up() -> None:
    """Beyond a number of findings of one rule the further ones are one finding of no association."""
    findings = Findings()
    for number in range(MOST_OF_RULE + 7):
        findings.add(checked, event(number, f"{number}"), None, breach())
    found = findings.all()
    assert len(found) == MOST_OF_RULE + 1
    assert (found[-1].count, found[-1].association, found[-1].blame) == (7, None, "e2-node")


def test_findings_come_in_the_order_of_events() -> None:
    """A breach that an earlier event shows is told there."""
    findings = Findings()
    findings.add(checked, event(5), None, breach("a"))
    findings.add(checked, event(6), None, Breach(None, "earlier", "e", "a", "b", event=2, frame=9))
    assert [(found.event, found.frame) for found in findings.all()] == [(2, 9), (5, 5)]


def test_the_blamed_end_is_the_end_of_that_role() -> None:
    """A finding names the address of whom it blames."""
    scene = Scene().set_up().node(m.RICserviceQuery(5))
    assert {found.blamed_end for found in scene.findings()} == {"192.0.2.2:38000"}


def test_what_the_harness_injects_is_its_own() -> None:
    """A message that the history marks as injected blames the harness, not the role in whose name it was sent."""
    from oran_harness.protocols.e2ap.codec import codec

    octets = codec("7.00").encode(m.ResetResponse(7))
    scene = Scene().set_up().octets(NODE, octets, injected=True)
    assert scene.fired() == {("E2AP-ANSWER-UNASKED", HARNESS)}


def test_of_several_ends_the_right_one_is_named() -> None:
    """The same mistake by both ends is two findings."""
    scene = Scene().set_up().ric(m.ResetRequest(7, CAUSE))
    scene.ppid = 0
    scene.node(m.ResetResponse(7)).node(m.ResetRequest(8, CAUSE)).ric(m.ResetResponse(8))
    assert scene.fired() == {("E2-PPID", "e2-node"), ("E2-PPID", "near-rt-ric")}

"""What the texts leave to a near-RT RIC accuses no near-RT RIC: not what it refuses, and not what it begins itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Answer, Command, End, Happening, Heard, Stimulus
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps import Claims
from oran_harness.steps.causes import cause
from oran_harness.steps.claims import ClaimedModel
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, edits, mum, mute, of, replies
from tests.conformance.e2ap.performing_ric import needs_met, perform, ric_cases

EDITION = "7.00"
EVERYTHING = Claims(
    made=True,
    procedures=tuple(each.name for each in PROCEDURES.values()),
    service_models=(ClaimedModel("KPM"), ClaimedModel("RC"), ClaimedModel("NI")),
)
_BUSY = cause("misc/unspecified", EDITION)


def merges() -> Misbehaviour:
    """Two users that want the same share one subscription, and the adapter tells no id."""
    asked: set[object] = set()

    def says(_ric: MisbehavingRic, message: Message) -> Message | None:
        if not isinstance(message, m.RICsubscriptionRequest):
            return message
        what = (message.ran_function_id, repr(message.ric_subscription_details))
        again, _ = what in asked, asked.add(what)
        return None if again else message

    return mum(Misbehaviour(says=says))


def serves_one_node(time_to_wait: int | None) -> Misbehaviour:
    """Further nodes are refused."""
    return edits(
        m.E2setupResponse, lambda response: m.E2setupFailure(response.transaction_id, _BUSY, time_to_wait), nth=2
    )


def leaves_the_older() -> Misbehaviour:
    """Of two associations on which one node sets up the older one is closed."""
    nodes: dict[str, str] = {}

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.E2setupRequest):
            return None
        older = nodes.get(repr(message.global_e2_node_id))
        nodes[repr(message.global_e2_node_id)] = heard.association
        if older is None:
            return None
        return [End(older, "shutdown"), *ric.spoil(ric.inner.handle(heard, 0.0))]

    return Misbehaviour(hears=hears)


def does_after_setup(*stimuli: str) -> Misbehaviour:
    """It does something of its own right behind each E2 Setup."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.E2setupRequest):
            return None
        commands = list(ric.inner.handle(heard, 0.0))
        for number, name in enumerate(stimuli):
            arguments = {"service_model": "kpm"} if name == "subscribe" else {}
            done = ric.inner.handle(Stimulus(-1 - number, name, arguments), 0.0)
            commands += [each for each in done if not isinstance(each, Answer)]
        return commands

    return Misbehaviour(hears=hears)


def understands_little() -> Misbehaviour:
    """An adapter that knows one kind of each stimulus, and tells nothing."""

    def meets(_ric: MisbehavingRic, happening: Happening) -> Happening:
        if not isinstance(happening, Stimulus):
            return happening
        kept = {name: value for name, value in happening.arguments.items() if name == "service_model"}
        return replace(happening, arguments=kept)

    return Misbehaviour(meets=meets, mum=True)


def subscribes_twice() -> Misbehaviour:
    """One request of its user makes two subscriptions."""

    def meets(ric: MisbehavingRic, happening: Happening) -> Sequence[Command] | Happening:
        if not isinstance(happening, Stimulus) or happening.name != "subscribe":
            return happening
        done = ric.inner.handle(replace(happening, ticket=-1), 0.0)
        return [each for each in done if not isinstance(each, Answer)] or happening

    return Misbehaviour(meets=meets, mum=True)


def removes_nobody() -> Misbehaviour:
    """Every Removal has to wait for something else."""
    request: Callable[[Any, str], Message] = lambda asked, _: m.E2RemovalFailure(asked.transaction_id, _BUSY)  # noqa: E731
    return replies(of(m.E2RemovalRequest), request)


NODES = (
    "E2AP-SEVERAL-101",
    "E2AP-SEVERAL-104",
    "E2AP-VERSION-106",
    "E2AP-VERSION-107",
    "E2AP-NEG-170",
    "E2AP-NEG-177",
    "E2AP-NEG-181",
    "E2AP-LOSS-102",
    "E2AP-RESTART-105",
    "E2AP-RESTART-106",
    "E2SM-KPM-117",
    "E2SM-RC-126",
)
"""Cases with several nodes, or several lives of one."""
SUBSCRIPTIONS = (
    "E2AP-SEVERAL-107",
    "E2AP-AUDIT-101",
    "E2AP-CROSS-102",
    "E2AP-RESTART-108",
    "E2AP-LOSS-111",
    "E2AP-NEG-181",
    "E2AP-STATE-101",
    "E2AP-MODREQ-105",
    "E2SM-KPM-110",
    "E2SM-KPM-117",
)
"""Cases in which the RIC is to subscribe more than once, or to do more with a subscription."""
UPDATES = (
    "E2AP-CROSS-106",
    "E2AP-NEG-170",
    "E2AP-NEG-176",
    "E2AP-SERVUPD-106",
    "E2AP-SERVUPD-107",
    "E2AP-SEVERAL-104",
    "E2SM-KPM-156",
)
"""Cases with Service Updates."""
STIMULI = ("E2AP-CTRL-102", "E2AP-LOAD-103", "E2AP-QUERY-101", "E2SM-KPM-112", "E2SM-RC-125", *SUBSCRIPTIONS)
"""Cases whose stimuli have arguments, or come again."""
REMOVALS = ("E2AP-NEG-160", "E2AP-NEG-161", "E2AP-SEVERAL-106")
"""Cases with Removals, but for those that are about what becomes of one."""
FREEDOMS: Mapping[str, tuple[Callable[[], Misbehaviour], tuple[str, ...]]] = {
    "merges subscriptions": (merges, SUBSCRIPTIONS),
    "serves one node": (lambda: serves_one_node(None), NODES),
    "serves one node, and lets others wait": (lambda: serves_one_node(1), NODES),
    "leaves the older association": (leaves_the_older, NODES),
    "asks for functions behind Setup": (lambda: does_after_setup("service-query"), UPDATES),
    "resets behind Setup": (lambda: does_after_setup("reset"), ("E2AP-NEG-184", "E2AP-LOSS-114", *UPDATES)),
    "subscribes behind Setup": (lambda: does_after_setup("subscribe", "audit"), SUBSCRIPTIONS),
    "asks for loads behind Setup": (lambda: does_after_setup("load-status"), ("E2AP-LOAD-101", "E2AP-LOAD-103")),
    "understands little": (understands_little, STIMULI),
    "subscribes twice": (subscribes_twice, SUBSCRIPTIONS),
    "removes nobody": (removes_nobody, REMOVALS),
}


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_a_freedom_accuses_nobody(freedom: str) -> None:
    """No case fails, and none breaks, though everything is claimed."""
    make, cases = FREEDOMS[freedom]
    for case in cases:
        told = perform(case, make(), edition=EDITION, claims=EVERYTHING)
        assert told.judgement.verdict not in (Verdict.FAIL, Verdict.ERROR), f"{case}: {told}"


def declines() -> Misbehaviour:
    """The adapter always fails."""

    def meets(_ric: MisbehavingRic, happening: Happening) -> Happening:
        return replace(happening, name="nothing") if isinstance(happening, Stimulus) else happening

    return Misbehaviour(meets=meets, alters=lambda answer: replace(answer, status="failed", details={}))


@pytest.mark.parametrize("case", ["E2SM-KPM-112", "E2SM-RC-125", "E2SM-RC-126"])
@pytest.mark.parametrize(
    "never", [declines, lambda: mute(m.RICsubscriptionRequest, m.RICcontrolRequest)], ids=["declines", "forgets"]
)
def test_who_never_does_anything_passes_no_case(case: str, never: Callable[[], Misbehaviour]) -> None:
    """That nothing comes where nothing may come says something of an adapter only that works elsewhere."""
    told = perform(case, never(), edition=EDITION)
    assert told.judgement.verdict is Verdict.INCONC, str(told)


def test_all_cases_named_here_can_be_performed() -> None:
    """In the edition of these tests."""
    performed = {case.id for case in ric_cases() if needs_met(case, EDITION)}
    assert {each for _, cases in FREEDOMS.values() for each in cases} <= performed

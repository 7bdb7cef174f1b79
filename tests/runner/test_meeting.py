"""The SUT is met before the first case, over links in memory: what works, and what is said of what does not."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.adapters.present import PresentAdapter
from oran_harness.model import DiagnosisKind, Role
from oran_harness.model.run_event import CaseStarted, EventRecorded, MeetingEnded, MeetingRemarked
from oran_harness.peers.actor import Actor, Say
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, E2setupResponse
from oran_harness.runner import Outcome, meeting
from oran_harness.runner.meeting import MEETING
from oran_harness.steps import Peer
from oran_harness.transports import Delivery, Ending, Link, connect, listen
from tests.runner.scene import HostedAdapter, Told, case, node, perform, ric, target, verdicts
from tests.runner.test_execution import Twisted, sets_up

CODEC = codec("3.01")


async def nothing(peer: Peer) -> None:
    """A body for which nothing has to be there."""


def met(adapter: Any, role: Role = Role.NEAR_RT_RIC, *, startable: bool = True) -> tuple[Outcome, Told, MeetingEnded]:
    """A run of a case that needs E2 Setup and one that does not, with what the meeting came to."""
    sources = [case(nothing, "A-001", role=role), case(nothing, "A-002", role=role, needs=("association.none",))]
    outcome, told = perform(sources, target(adapter, role, startable=startable))
    return outcome, told, told.of(MeetingEnded)[0]


def refusing(times: int, wait: int | None) -> Callable[[], Actor]:
    """A RIC that refuses its first E2 Setups; how often is counted over all of its lives."""
    left = [times]

    def refuse(say: Say) -> Say:
        message = CODEC.decode(say.octets).message
        if not isinstance(message, E2setupResponse) or left[0] <= 0:
            return say
        left[0] -= 1
        refusal = E2setupFailure(message.transaction_id, cause=("misc", "om-intervention"), time_to_wait=wait)
        return replace(say, octets=CODEC.encode(refusal))

    return lambda: Twisted(ric(), refuse)


class Wire(PresentAdapter):
    """Something at the wire that is told what to do with each association, by the side that it is on."""

    def __init__(self, play: Callable[[Link], Any], *, connects: bool) -> None:
        super().__init__("wire", None)
        self._play = play
        self._connects = connects
        self._task: asyncio.Task[None] | None = None

    async def start(self, addresses: Any) -> None:
        """Be there."""
        self._task = asyncio.create_task(self._goes_on(addresses))

    async def stop(self) -> None:
        """Be gone."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _goes_on(self, addresses: Any) -> None:
        if self._connects:
            while True:
                link = await connect(str(addresses.peer))
                await self._play(link)
                while not isinstance(await link.receive(), Ending):
                    continue
                await asyncio.sleep(0.01)
        listener = await listen(str(addresses.own))
        try:
            while True:
                await self._play(await listener.accept())
        finally:
            await listener.close()


@pytest.mark.parametrize(("role", "make"), [(Role.NEAR_RT_RIC, ric), (Role.E2_NODE, node)])
def test_who_works_is_introduced(role: Role, make: Callable[[], Actor]) -> None:
    """No diagnosis; one history, whose events are no case's."""
    outcome, told, ended = met(HostedAdapter(make), role)
    assert (ended.diagnosis, outcome.diagnosis) == (None, None)
    assert ended.introduction is not None
    assert ended.introduction.identity is not None
    assert set(verdicts(outcome).values()) == {"pass"}
    assert told.of(EventRecorded)[0].case == MEETING


def test_a_refusal_with_time_to_wait_does_not_lose_the_run() -> None:
    """It is waited out, and said."""
    outcome, told, ended = met(HostedAdapter(refusing(1, 1)))
    assert ended.diagnosis is None
    assert set(verdicts(outcome).values()) == {"pass"}
    said = [each.sentence for each in told.of(MeetingRemarked)]
    assert said == [
        "E2 Setup is refused with Time to Wait 1 s: that is waited out.",
        "E2 Setup works now, and did not at first.",
    ]


def test_a_refusal_that_stays_is_told_once() -> None:
    """With its cause; every case is skipped for that reason: it may refuse, and nobody is accused."""
    outcome, _, ended = met(HostedAdapter(refusing(99, 1)))
    assert ended.diagnosis is not None
    assert ended.diagnosis.kind is DiagnosisKind.REFUSED
    assert ended.diagnosis.seen == (
        "The near-RT RIC refuses E2 Setup by E2setupFailure (cause misc: om-intervention), Time to Wait 1 s, and again "
        "after that time."
    )
    assert ended.diagnosis.history == "history/MEETING.jsonl"
    assert {(each.verdict, each.reason) for each in outcome.results} == {("skip", ended.diagnosis.seen)}
    assert outcome.diagnosis == ended.diagnosis


def test_a_ric_of_another_edition_accuses_nobody() -> None:
    """Which edition fits is tried and said; every case is skipped, as each would fail for that."""
    outcome, told, ended = met(HostedAdapter(lambda: NearRtRic(RicConfig(edition="1.01"))))
    assert ended.diagnosis is not None
    assert (ended.diagnosis.kind, ended.diagnosis.hopeless) == (DiagnosisKind.OTHER_EDITION, True)
    assert ended.diagnosis.advice.startswith("Run again with --e2ap 1.01,")
    assert set(verdicts(outcome).values()) == {"skip"}
    assert told.of(CaseStarted) == []


def test_a_node_of_another_edition_accuses_nobody() -> None:
    """Its request tells."""
    adapter = HostedAdapter(lambda: E2Node(NodeConfig(edition="1.01", scheme="memory")))
    outcome, _, ended = met(adapter, Role.E2_NODE)
    assert ended.diagnosis is not None
    assert ended.diagnosis.kind is DiagnosisKind.OTHER_EDITION
    assert "The E2 node speaks E2AP 1.01" in ended.diagnosis.seen
    assert ended.introduction is not None
    assert ended.introduction.editions == ("1.01",)
    assert set(verdicts(outcome).values()) == {"skip"}


def test_who_dies_of_its_setup() -> None:
    """How its process ended is said; the other editions are tried on one that is started again."""

    class Mortal(HostedAdapter):
        async def health(self) -> Any:
            if self.starts and self.hosting is not None and died:
                await self.die("killed by signal 6 (SIGABRT)")
            return await super().health()

    died: list[bool] = []

    def close(say: Say) -> Say:
        died.append(True)
        return replace(say, octets=b"\xff")

    _, _, ended = met(Mortal(lambda: Twisted(ric(), close)))
    assert ended.diagnosis is not None
    assert (ended.diagnosis.kind, ended.diagnosis.hopeless) == (DiagnosisKind.DIES, False)
    assert "killed by signal 6 (SIGABRT)" in ended.diagnosis.seen


async def leaves(link: Link) -> None:
    """End it at once."""
    await link.abort()


async def is_mute(link: Link) -> None:
    """Say nothing."""


async def speaks_x2(link: Link) -> None:
    """An X2 Setup Request's beginning."""
    await link.send(bytes.fromhex("0006000867617262616765"), ppid=27)


async def leaves_after_setup(link: Link) -> None:
    """E2 Setup, and then the end."""
    await link.send(_setup_request())
    assert isinstance(await link.receive(), Delivery)
    await link.shutdown()


def _setup_request() -> bytes:
    from oran_harness.steps.offers import node_offer, setup_request

    return CODEC.encode(setup_request(node_offer(edition="3.01"), 3))


@pytest.mark.parametrize(
    ("role", "play", "kind", "seen"),
    [
        (Role.NEAR_RT_RIC, leaves, DiagnosisKind.LEAVES_AT_ONCE, "aborted the association"),
        (Role.NEAR_RT_RIC, is_mute, DiagnosisKind.SAYS_NOTHING, "did not answer our E2setupRequest within 0.5 s"),
        (Role.NEAR_RT_RIC, speaks_x2, DiagnosisKind.NOT_E2AP, "with PPID 27 (X2AP)"),
        (Role.E2_NODE, leaves, DiagnosisKind.LEAVES_AT_ONCE, "aborted the association without a word"),
        (Role.E2_NODE, is_mute, DiagnosisKind.SAYS_NOTHING, "sent no E2setupRequest within 0.5 s"),
        (Role.E2_NODE, speaks_x2, DiagnosisKind.NOT_E2AP, "with PPID 27 (X2AP)"),
        (Role.E2_NODE, leaves_after_setup, DiagnosisKind.LEAVES_AFTER_SETUP, "right after our E2setupResponse"),
    ],
)
def test_who_is_no_good_at_the_wire(role: Role, play: Any, kind: DiagnosisKind, seen: str) -> None:
    """What was seen is said in a sentence; the rest of the run has its reason."""
    outcome, _, ended = met(Wire(play, connects=role is Role.E2_NODE), role, startable=True)
    assert ended.diagnosis is not None
    assert ended.diagnosis.kind is kind
    assert seen in ended.diagnosis.seen
    assert outcome.results[0].reason == ended.diagnosis.seen


def test_a_ric_that_is_just_coming_up_is_waited_for_a_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that nobody here starts may refuse associations for a moment."""
    late: list[HostedAdapter] = []

    class Elsewhere(PresentAdapter):
        async def start(self, addresses: Any) -> None:
            async def later() -> None:
                await asyncio.sleep(0.3)
                late.append(HostedAdapter(ric))
                await late[0].start(addresses)

            self.task = asyncio.create_task(later())

        async def stop(self) -> None:
            await late[0].stop()

    outcome, _, ended = met(Elsewhere("x", None), startable=False)
    assert ended.diagnosis is None
    assert set(verdicts(outcome).values()) == {"pass"}
    monkeypatch.setattr(meeting, "COMING_UP_S", 0.0)
    outcome, _, ended = met(PresentAdapter("x", None), startable=False)
    assert ended.diagnosis is not None
    assert ended.diagnosis.kind is DiagnosisKind.NOBODY_LISTENS


def test_e2_setup_that_stops_working_is_met_again() -> None:
    """After three cases in a row without an accepted E2 Setup there is another meeting, and the rest has its reason."""
    served = [0]

    def refuse(say: Say) -> Say:
        message = CODEC.decode(say.octets).message
        if not isinstance(message, E2setupResponse):
            return say
        served[0] += 1
        if served[0] <= 3:
            return say
        refusal = E2setupFailure(message.transaction_id, cause=("ricService", "ric-resource-limit"))
        return replace(say, octets=CODEC.encode(refusal))

    sources = [case(sets_up, f"A-{number:03}") for number in range(1, 7)]
    outcome, told = perform(sources, target(HostedAdapter(lambda: Twisted(ric(), refuse))))
    assert len(told.of(MeetingEnded)) == 2
    assert outcome.diagnosis is not None
    assert outcome.diagnosis.kind is DiagnosisKind.REFUSED
    assert outcome.diagnosis.history == "history/MEETING.2.jsonl"
    found = list(verdicts(outcome).values())
    assert found[0] == "pass"
    assert found[-2:] == ["skip", "skip"]
    assert json.dumps(outcome.diagnosis.to_json())


def test_a_meeting_that_breaks_leaves_no_case_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said, and the cases are performed."""

    async def breaks(self: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(meeting.Meeting, "hold", breaks)
    outcome, told, _ = met(HostedAdapter(ric))
    assert set(verdicts(outcome).values()) == {"pass"}
    assert "ZeroDivisionError: oops" in told.of(MeetingRemarked)[0].sentence


def test_the_first_message_of_another_kind_is_named() -> None:
    """A node that begins with something else than E2 Setup."""
    from oran_harness.protocols.e2ap.messages import ResetRequest

    async def resets(link: Link) -> None:
        await link.send(CODEC.encode(ResetRequest(1, ("misc", "unspecified"))))

    _, _, ended = met(Wire(resets, connects=True), Role.E2_NODE)
    assert ended.diagnosis is not None
    assert ended.diagnosis.kind is DiagnosisKind.NO_SETUP
    assert ended.diagnosis.seen == "The E2 node begins with ResetRequest, not with E2setupRequest."
    assert E2setupRequest.NAME in ended.diagnosis.seen

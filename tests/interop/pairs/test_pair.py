"""What a scene may do with two products, and what comes of it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.adapters import AdapterError, BoundedAdapter, StimulusAnswer, StimulusStatus
from oran_harness.adapters.present import PresentAdapter
from oran_harness.interop.pairs.dialogue import Dialogue
from oran_harness.interop.pairs.outcome import SceneOver
from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.party import Party
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Claims
from tests.checkers.scene import CAUSE, admitted, setup_request, setup_response, subscription

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC


class Scripted(PresentAdapter):
    """Answers each stimulus as it is told to."""

    def __init__(self, answers: Mapping[str, StimulusAnswer]) -> None:
        super().__init__("scripted", None)
        self._answers = answers

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        if name not in self._answers:
            raise AdapterError("it broke")
        return self._answers[name]


class Nothing:
    """Cuts nothing, restarts nothing."""

    def cut(self, association: str) -> None:
        raise AssertionError

    async def restart(self, role: Role) -> None:
        raise AdapterError("no bench")


def a_pair(
    answers: Mapping[str, StimulusAnswer] | None = None, *, startable: bool = False, claims: Claims | None = None
) -> Pair:
    """Two products that have one association, and little patience."""

    def party(role: Role, vendor: str) -> Party:
        return Party(role, vendor, claims or Claims(), BoundedAdapter(Scripted(answers or {})), startable)

    pair = Pair(party(NODE, "alfa"), party(RIC, "bravo"), Dialogue(), Nothing(), Nothing(), timeout=0.05, patience=0.05)
    pair.dialogue.up("1")
    return pair


def say(pair: Pair, sender: Role, *messages: Message, association: str = "1", edition: str = "3.01") -> None:
    """One of them says this."""
    for message in messages:
        pair.dialogue.said(association, sender, codec(edition).encode(message))


def over(pair: Pair, scene: Callable[[Pair], Awaitable[Any]]) -> SceneOver:
    """How the scene ends."""

    async def play() -> SceneOver:
        with pytest.raises(SceneOver) as caught:
            await scene(pair)
        return caught.value

    return asyncio.run(play())


@pytest.mark.parametrize(
    ("stimulus", "verdict", "reason"),
    [
        ("known", None, ""),
        ("unknown", Verdict.SKIP, "no stimulus: unknown (bravo)"),
        ("failing", Verdict.INCONC, "bravo could not failing: there is nothing to delete"),
        ("broken", Verdict.ERROR, "the adapter of bravo failed at broken: it broke"),
    ],
)
def test_what_cannot_be_asked_for_ends_the_scene(stimulus: str, verdict: Verdict | None, reason: str) -> None:
    """Unsupported, failed and broken are three things, and none of them is anybody's fault."""
    answers = {
        "known": StimulusAnswer(StimulusStatus.DONE),
        "unknown": StimulusAnswer(StimulusStatus.UNSUPPORTED),
        "failing": StimulusAnswer(StimulusStatus.FAILED, {"reason": "there is nothing to delete"}),
    }
    pair = a_pair(answers)
    if verdict is None:
        assert asyncio.run(pair.ask(RIC, stimulus)) == 1
        return
    ended = over(pair, lambda pair: pair.ask(RIC, stimulus))
    assert (ended.verdict, ended.reason, ended.blame) == (verdict, reason, None)


def test_who_owes_an_answer_and_gives_none_is_blamed() -> None:
    """Unless the request was no right one, or the association ended meanwhile."""

    async def scene(pair: Pair) -> None:
        say(pair, NODE, setup_request())
        await pair.answer(await pair.expect(m.E2setupRequest, NODE, 0))

    ended = over(a_pair(), scene)
    assert (ended.verdict, ended.blame) == (Verdict.FAIL, RIC)
    assert ended.reason == "bravo (near-rt-ric) sent no answer to the E2setupRequest within 0.05 s"

    async def cut(pair: Pair) -> None:
        say(pair, NODE, setup_request())
        pair.dialogue.ended("1", "abort", RIC)
        await pair.answer(await pair.expect(m.E2setupRequest, NODE, 0))

    ended = over(a_pair(), cut)
    assert (ended.verdict, ended.blame) == (Verdict.FAIL, None)
    assert ended.reason.endswith("meanwhile bravo (near-rt-ric) ended the association (abort)")


RESET = m.ResetRequest(3, CAUSE)
RESET_DONE = m.ResetResponse(3)
QUERY = m.RICserviceQuery(4)
UPDATE = m.RICserviceUpdate(5)
DONE = StimulusAnswer(StimulusStatus.DONE)


@pytest.mark.parametrize(
    ("behind", "late"),
    [
        ((), False),
        (((NODE, RESET_DONE),), True),
        (((RIC, RESET), (NODE, RESET_DONE)), False),
        (((RIC, RESET), (NODE, RESET_DONE), (NODE, RESET_DONE)), True),
        (((RIC, replace(RESET, transaction_id=9)), (NODE, RESET_DONE)), True),
    ],
)
def test_what_answers_a_later_request_is_no_late_answer(behind: tuple[tuple[Role, Message], ...], late: bool) -> None:
    """Products use an id again: there have to be as many answers as requests."""

    async def play() -> SceneOver:
        pair = a_pair()
        say(pair, RIC, RESET)
        with pytest.raises(SceneOver) as caught:
            await pair.answer(await pair.expect(m.ResetRequest, RIC, 0))
        for sender, message in behind:
            say(pair, sender, message)
        return caught.value

    ended = asyncio.run(play())
    assert ended.late is not None
    assert (ended.late() is not None) is late


def test_what_a_later_stimulus_sets_off_is_not_late() -> None:
    """A RIC that does not subscribe, and does so when it is asked once more, has left one out."""

    async def play() -> None:
        pair = a_pair({"subscribe": DONE})
        with pytest.raises(SceneOver) as caught:
            await pair.request(m.RICsubscriptionRequest, RIC, "subscribe")
        late = caught.value.late
        assert late is not None
        await pair.ask(RIC, "subscribe")
        say(pair, RIC, subscription())
        assert late() is None
        say(pair, RIC, subscription())
        assert late() is not None

    asyncio.run(play())


def test_what_follows_a_later_request_is_not_late() -> None:
    """Nor what its sender was asked for, nor what it says to somebody else."""

    async def play() -> None:
        pair = a_pair({"service-update": DONE})
        pair.dialogue.up("2")
        say(pair, RIC, QUERY)
        query = await pair.expect(m.RICserviceQuery, RIC, 0)
        with pytest.raises(SceneOver) as caught:
            await pair.followed(query, m.RICserviceUpdate)
        late = caught.value.late
        assert late is not None
        say(pair, NODE, UPDATE, association="2")
        await pair.ask(NODE, "service-update")
        say(pair, NODE, UPDATE)
        say(pair, RIC, replace(QUERY, transaction_id=8))
        say(pair, NODE, UPDATE)
        assert late() is None
        say(pair, NODE, UPDATE)
        assert late() is not None

    asyncio.run(play())


def test_a_refusal_blames_nobody() -> None:
    """And is unsupported where its sender does not claim the procedure."""

    async def scene(pair: Pair) -> None:
        say(pair, RIC, subscription())
        say(pair, NODE, m.RICsubscriptionFailure(subscription().ric_request_id, 1, CAUSE))
        await pair.answer(await pair.expect(m.RICsubscriptionRequest, RIC, 0))

    ended = over(a_pair(), scene)
    assert (ended.verdict, ended.blame) == (Verdict.FAIL, None)
    assert ended.reason == "alfa (e2-node) refused the RICsubscriptionRequest: cause misc: unspecified"
    assert over(a_pair(claims=Claims(made=True)), scene).verdict is Verdict.UNSUPPORTED
    assert over(a_pair(claims=Claims(made=True, procedures=("RICsubscription",))), scene).verdict is Verdict.FAIL


def test_an_answer_belongs_to_its_request() -> None:
    """By its id, on the same association, from the other side."""

    async def play() -> None:
        pair = a_pair()
        pair.dialogue.up("2")
        say(pair, RIC, subscription())
        request = await pair.expect(m.RICsubscriptionRequest, RIC, 0)
        say(pair, NODE, admitted(), association="2")
        say(pair, NODE, admitted())
        found = await pair.answer(request)
        assert (found.association, found.sender) == ("1", NODE)

    asyncio.run(play())


def test_a_setup_is_waited_for() -> None:
    """Nobody is blamed where none comes: when a node has to connect is not said anywhere."""
    ended = over(a_pair(), lambda pair: pair.established())
    assert (ended.verdict, ended.blame) == (Verdict.INCONC, None)

    async def play() -> None:
        pair = a_pair()
        say(pair, NODE, setup_request())
        say(pair, RIC, setup_response())
        request = await pair.established()
        assert request.n == 2
        with pytest.raises(SceneOver):
            await pair.established(after=request.n)

    asyncio.run(play())


def test_who_cannot_be_restarted_is_not() -> None:
    """Where nothing starts it, and where it does not come back."""
    assert over(a_pair(), lambda pair: pair.restart(NODE)).verdict is Verdict.SKIP
    ended = over(a_pair(startable=True), lambda pair: pair.restart(NODE))
    assert (ended.verdict, ended.reason) == (Verdict.INCONC, "alfa did not come back after a restart: no bench")


def test_no_time_of_a_scene_runs_while_a_person_is_waited_for() -> None:
    """For a stimulus or a restart; what was left of it is left afterwards. For a program it runs."""

    class Slow(Scripted):
        async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
            await asyncio.sleep(0.15)
            return StimulusAnswer(StimulusStatus.DONE)

    class Bench(Nothing):
        async def restart(self, role: Role) -> None:
            await asyncio.sleep(0.15)

    async def scene(*, by_hand: bool) -> float:
        pair = a_pair(startable=True)
        pair.restarter = Bench()
        pair.node = Party(NODE, "alfa", Claims(), BoundedAdapter(Slow({})), True, by_hand=by_hand)
        async with asyncio.timeout(0.2) as pair.limit:
            await pair.restart(NODE)
            await pair.ask(NODE, "reset")
            until = pair.limit.when()
        assert until is not None
        return until - asyncio.get_running_loop().time()

    assert 0.0 < asyncio.run(scene(by_hand=True)) <= 0.2
    with pytest.raises(TimeoutError):
        asyncio.run(scene(by_hand=False))


def test_a_person_who_failed_is_not_asked_again_at_once() -> None:
    """A program may not have been ready; a person has tried."""
    asked: list[str] = []

    class Failing(Scripted):
        async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
            asked.append(name)
            return StimulusAnswer(StimulusStatus.FAILED, {"reason": "no key"})

    pair = a_pair()
    pair.node = Party(NODE, "alfa", Claims(), BoundedAdapter(Failing({})), True, by_hand=True)

    async def scene(pair: Pair) -> None:
        say(pair, NODE, setup_request())
        say(pair, RIC, setup_response())
        await pair.ask(NODE, "reset")

    assert over(pair, scene).reason == "alfa could not reset: no key"
    assert asked == ["reset"]


def test_a_cause_is_told_in_all_editions_that_may_be_spoken() -> None:
    """No octet of an Error Indication without TransactionID tells whether it is of E2AP 1.01 or later."""
    pair = a_pair()

    async def scene() -> None:
        say(pair, NODE, m.ErrorIndication(cause=("protocol", "transfer-syntax-error")))
        (unsettled,) = pair.error_indications(0)
        assert (
            "misc: control-processing-overload (E2AP 1.01) or protocol: transfer-syntax-error (E2AP 2.03" in unsettled
        )
        before = pair.dialogue.last
        say(pair, NODE, setup_request(), m.ErrorIndication(cause=("protocol", "transfer-syntax-error")))
        (settled,) = pair.error_indications(before)
        assert settled == "alfa (e2-node): cause protocol: transfer-syntax-error"

    asyncio.run(scene())

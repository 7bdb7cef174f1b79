"""A product that a person looks after."""

import asyncio
from collections.abc import Awaitable

import pytest

from oran_harness.adapters import AdapterError, Addresses, PersonsAnswer, StimulusStatus
from oran_harness.adapters.operator_adapter import OperatorAdapter

DONE = PersonsAnswer(StimulusStatus.DONE)
CANNOT = PersonsAnswer(StimulusStatus.UNSUPPORTED)
FAILED = PersonsAnswer(StimulusStatus.FAILED, "no key")
HERE = Addresses(peer="sctp://127.0.0.1:4711")


class Bench:
    """A person who gives these answers, one after the other."""

    def __init__(self, *answers: PersonsAnswer) -> None:
        self.asked: list[str] = []
        self.told: list[str] = []
        self._answers = list(answers)
        self.adapter = OperatorAdapter("alfa DU", "1.4", self.person, self.told.append)

    async def person(self, request: str) -> PersonsAnswer:
        """Answer."""
        self.asked.append(request)
        return self._answers.pop(0)


def test_it_is_started_restarted_and_stopped_by_hand() -> None:
    """Each is asked for once, with the address; what was asked and answered is told; it is not stopped twice."""
    bench = Bench(DONE, DONE, DONE)

    async def scene() -> None:
        adapter = bench.adapter
        assert not (await adapter.health()).alive
        await adapter.stop()
        await adapter.start(HERE)
        assert (await adapter.health()).alive
        assert (await adapter.stimulate("restart", how="kill")).status is StimulusStatus.DONE
        await adapter.stop()
        await adapter.stop()
        assert await adapter.collect() == {}
        assert (await adapter.describe()).stimuli is None

    asyncio.run(scene())
    assert bench.asked == [
        "start alfa DU 1.4; it has to connect to sctp://127.0.0.1:4711",
        "restart alfa DU 1.4: kill it or cut its power, and start it again; it has to connect to sctp://127.0.0.1:4711",
        "stop alfa DU 1.4",
    ]
    assert bench.told[0] == f"the person at the bench is asked: {bench.asked[0]}"
    assert bench.told[1].startswith("answered after 0.0 s: done")


@pytest.mark.parametrize("call", ["start", "reset", "stop"])
def test_what_was_not_done(call: str) -> None:
    """It is an error with the person's reason."""
    bench = Bench(*([DONE] if call == "stop" else []), FAILED)

    async def scene() -> None:
        if call == "stop":
            await bench.adapter.start(HERE)
        asked: Awaitable[None] = bench.adapter.start(HERE) if call == "start" else getattr(bench.adapter, call)()
        with pytest.raises(AdapterError, match=r"the person at the bench did not .*alfa DU 1.4.* \(no key\)"):
            await asked

    asyncio.run(scene())


def test_stimuli() -> None:
    """In words, with their arguments; what cannot be done is not asked for again, what failed is."""
    bench = Bench(CANNOT, FAILED, DONE, DONE)

    async def scene() -> list[tuple[StimulusStatus, dict[str, str]]]:
        stimulate = bench.adapter.stimulate
        answers = [
            await stimulate("subscribe", service_model="kpm", style=1),
            await stimulate("subscribe", service_model="kpm", style=1),
            await stimulate("subscribe", service_model="kpm", style=2),
            await stimulate("subscribe", service_model="kpm", style=2),
            await stimulate("wave", at="us"),
        ]
        return [(answer.status, dict(answer.details)) for answer in answers]

    assert asyncio.run(scene()) == [
        (StimulusStatus.UNSUPPORTED, {}),
        (StimulusStatus.UNSUPPORTED, {}),
        (StimulusStatus.FAILED, {"reason": "no key"}),
        (StimulusStatus.DONE, {}),
        (StimulusStatus.DONE, {}),
    ]
    assert bench.asked[0] == "alfa DU 1.4: have it begin the procedure RICsubscription (service_model kpm, style 1)"
    assert bench.asked[-1] == "alfa DU 1.4: have it do 'wave' (at us)"


def test_nobody_is_asked_for_what_there_is_not() -> None:
    """The question that makes adapters trusted would only puzzle people."""
    bench = Bench()
    assert asyncio.run(bench.adapter.stimulate("no-such-stimulus")).status is StimulusStatus.UNSUPPORTED
    assert bench.asked == []


def test_procedures_are_called_by_their_names() -> None:
    """Those of E2AP, which people know from its specification."""
    bench = Bench(DONE)
    asyncio.run(bench.adapter.stimulate("service-query"))
    assert "begin the procedure RICserviceQuery" in bench.asked[0]

"""What any adapter has to do: each check finds what breaks it, and accuses nobody else."""

import functools
import re
from pathlib import Path

import pytest

from oran_harness.adapters import Addresses, Launch, PersonsAnswer, StimulusStatus
from oran_harness.adapters.operator_adapter import OperatorAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.testing import CHECKS, ContractResult, PeerAdapter, adapter_subject, contract_results
from tests.adapters.products import LISTENER, launch
from tests.testing.contract import broken
from tests.testing.contract.broken import subject

BREACHES = [
    (broken.Nameless, "describe", "names no product: ''"),
    (broken.Fickle, "describe", "and then Description"),
    (broken.Odd, "describe", r"the stimuli \(1, 2\)"),
    (broken.Nervous, "calm-before-start", "its stop raised RuntimeError: nothing to stop"),
    (broken.Absent, "start", "after start its product never can be reached"),
    (broken.Dead, "start", r"its health is not alive \(power failure\)"),
    (broken.Liar, "unknown-stimulus", "answers no-such-stimulus with done"),
    (broken.ForgetfulLiar, "unknown-stimulus", "with arguments with done"),
    (broken.Unspeakable, "unknown-stimulus", "cannot be written as JSON"),
    (broken.Wanderer, "collect", r"'../../etc/passwd', which is no plain name"),
    (broken.Ender, "collect", "after collect its health is not alive"),
    (broken.Resetless, "reset", "after reset its health is not alive"),
    (broken.Hanging, "reset", "its reset did not come back within 1 s"),
    (broken.Restartless, "restart", "with failed: {'reason': 'no key'}"),
    (broken.Unstoppable, "stop", "after stop its product is still there"),
    (broken.Zombie, "stop", "after stop its health is still alive"),
    (broken.Single, "start-again", "one start is all"),
    (broken.Deathless, "death", "its health is still alive"),
    (broken.Littering, "nothing-left", r"left running: \d+ \(.*python"),
]


@functools.cache
def results(kind: type[broken.Fine]) -> tuple[ContractResult, ...]:
    """The whole contract."""
    return contract_results(subject(kind), meeting=0.3)


def problems(found: tuple[ContractResult, ...]) -> dict[str, str]:
    """What is broken, by check."""
    return {each.check: each.problem for each in found if each.problem is not None}


@pytest.mark.parametrize(("kind", "check", "said"), BREACHES, ids=[kind.__name__ for kind, *_ in BREACHES])
def test_what_breaks_the_contract(
    kind: type[broken.Fine], check: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check is broken that is about it, with a sentence that says how."""
    monkeypatch.setattr("oran_harness.testing.contract.checks.DEATH_S", 0.3)
    monkeypatch.setattr("oran_harness.testing.contract.walk.LEAVING_S", 0.3)
    found = problems(results(kind))
    assert check in found
    assert re.search(said, found[check])


def test_each_check_can_be_broken() -> None:
    """A check that nothing breaks checks nothing."""
    assert {check for _, check, _ in BREACHES} == {check.id for check in CHECKS}


def test_what_is_fine_is_accused_of_nothing() -> None:
    """All checks are kept; those that do not fit are skipped, and say why."""
    found = results(broken.Fine)
    assert [each.check for each in found] == [check.id for check in CHECKS]
    assert problems(found) == {}
    assert {each.check: each.skipped for each in found if each.skipped} == {
        "restart": "it does not know restart; the harness stops and starts it instead",
        "death": "no process of its product is on this machine to be killed",
    }


def test_a_product_that_cannot_die_is_accused_of_that_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends its own processes at each start and stop, so that nothing is left of it."""
    monkeypatch.setattr("oran_harness.testing.contract.checks.DEATH_S", 0.3)
    assert set(problems(results(broken.Deathless))) == {"death"}


def test_a_launched_command() -> None:
    """A process keeps the whole contract, restart and its death included."""
    product: Launch = launch(LISTENER, "{own_uri}", stimuli=True, cwd=Path.cwd(), stop_timeout_s=5.0)
    found = contract_results(
        adapter_subject(lambda: ProcessAdapter("small", "1", product, lambda line: None), "near-rt-ric")
    )
    assert [(each.check, each.problem, each.skipped) for each in found if each.problem or each.skipped] == []


class ByHand(OperatorAdapter):
    """A person who does with a sample peer what is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.peer = PeerAdapter.of("near-rt-ric")
        super().__init__("alfa", None, self.do, lambda line: None)

    async def do(self, request: str) -> PersonsAnswer:
        """Start, stop or restart it; the address stands in what is asked."""
        self.asked.append(request)
        if request.startswith("stop"):
            await self.peer.stop()
        elif "listen at" in request:
            await self.peer.start(Addresses(own=request.rpartition(" ")[2]))
        else:
            await self.peer.reset()
        return PersonsAnswer(StimulusStatus.DONE)


def test_a_person_at_the_bench() -> None:
    """Somebody who does what is asked keeps the contract, and is not asked for what there is not."""
    made: list[ByHand] = []

    def make() -> ByHand:
        made.append(ByHand())
        return made[-1]

    found = contract_results(adapter_subject(make, "near-rt-ric", scheme="memory"))
    assert problems(found) == {}
    assert not any("no-such-stimulus" in request for request in made[0].asked)

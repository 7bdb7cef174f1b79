"""What any adapter has to do, one check after the other; each finds the product as the one before has left it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from oran_harness.adapters import StimulusStatus
from oran_harness.adapters.bounded import UNKNOWN_STIMULUS
from oran_harness.model.restart import KILL, RESTART, STOP
from oran_harness.testing.contract.bench import Bench
from oran_harness.testing.contract.result import BreachError, UnfitError

DEATH_S = 5.0
"""Seconds in which an adapter notices that its product was killed."""
_LOOKING_S = 0.05


@dataclass(frozen=True, slots=True)
class ContractCheck:
    """One check: its stable id, what it demands, and how it is made."""

    id: str
    title: str
    body: Callable[[Bench], Awaitable[None]]


async def _describes(bench: Bench) -> None:
    first, second = await bench.adapter.describe(), await bench.adapter.describe()
    if first != second:
        raise BreachError(f"its describe gave {first}, and then {second}")
    if not isinstance(first.product, str) or not first.product.strip():
        raise BreachError(f"its describe names no product: {first.product!r}")
    if not isinstance(first.version, str | None):
        raise BreachError(f"its describe gives the version {first.version!r}; expected a text, or None")
    names = first.stimuli
    if names is not None and not (isinstance(names, tuple | list) and all(isinstance(each, str) for each in names)):
        raise BreachError(f"its describe gives the stimuli {names!r}; expected names, or None")


async def _is_calm_before(bench: Bench) -> None:
    await bench.adapter.health()
    await bench.adapter.stop()
    await bench.adapter.stop()
    await _collects(bench)


async def _starts(bench: Bench) -> None:
    await bench.start()
    await bench.meet("start")


async def _refuses_the_unknown(bench: Bench) -> None:
    if bench.target.startable:
        await bench.up()
    distrust = await bench.adapter.refuses_the_unknown()
    if distrust is not None:
        raise BreachError(distrust)
    answer = await bench.adapter.stimulate(UNKNOWN_STIMULUS, how="somehow", number=1, inner={"list": [1, 2.5, None]})
    if answer.status is not StimulusStatus.UNSUPPORTED:
        raise BreachError(f"it answers {UNKNOWN_STIMULUS} with arguments with {answer.status}")
    try:
        json.dumps(dict(answer.details))
    except (TypeError, ValueError) as error:
        raise BreachError(f"the details of its answer cannot be written as JSON: {error}") from None


async def _collects(bench: Bench) -> None:
    await bench.adapter.collect()
    for name in bench.adapter.odd_names:
        raise BreachError(f"its collect gives {name!r}, which is no plain name of a file")


async def _collects_while_it_runs(bench: Bench) -> None:
    await bench.up()
    await _collects(bench)
    await bench.meet("collect")


async def _resets(bench: Bench) -> None:
    await bench.up()
    await bench.adapter.reset()
    await bench.meet("reset")


async def _restarts(bench: Bench) -> None:
    await bench.up()
    known = []
    for how in (STOP, KILL):
        answer = await bench.adapter.stimulate(RESTART, how=how)
        if answer.status is StimulusStatus.FAILED:
            raise BreachError(f"it answers restart with how={how} with failed: {dict(answer.details)}")
        if answer.status is StimulusStatus.DONE:
            known.append(how)
            await bench.meet(f"restart with how={how}")
    if not known:
        raise UnfitError("it does not know restart; the harness stops and starts it instead")


async def _stops(bench: Bench) -> None:
    await bench.up()
    running = bench.product()
    await bench.stop()
    if not await bench.absent():
        raise BreachError("after stop its product is still there")
    left = bench.processes.running() & running
    if left:
        raise BreachError(f"after stop these of its processes still run: {', '.join(map(str, sorted(left)))}")
    if (await bench.adapter.health()).alive:
        raise BreachError("after stop its health is still alive")
    await bench.stop()
    await _collects(bench)


async def _starts_again(bench: Bench) -> None:
    await bench.up()
    await bench.stop()
    await bench.start()
    await bench.meet("start, stop and start")


async def _notices_death(bench: Bench) -> None:
    await bench.up()
    killed = bench.kill()
    until = asyncio.get_running_loop().time() + DEATH_S
    while (await bench.adapter.health()).alive:
        if bench.product() - killed:
            raise UnfitError("its product comes back by itself when it is killed")
        if asyncio.get_running_loop().time() > until:
            raise BreachError(f"its product was killed, and its health is still alive {DEATH_S:g} s later")
        await asyncio.sleep(_LOOKING_S)
    await bench.start()
    await bench.meet("a kill and another start")


async def _leaves_nothing(bench: Bench) -> None:
    problem = await bench.end()
    if problem is not None:
        raise BreachError(problem)


CHECKS = (
    ContractCheck("describe", "describe names the product, before any start, and twice the same", _describes),
    ContractCheck(
        "calm-before-start", "health, stop, stop again and collect do no harm before a start", _is_calm_before
    ),
    ContractCheck("start", "after start the product is alive, and met where it was told to be", _starts),
    ContractCheck("unknown-stimulus", f"{UNKNOWN_STIMULUS} is unsupported, with arguments too", _refuses_the_unknown),
    ContractCheck(
        "collect", "collect gives files by plain names, and leaves the product running", _collects_while_it_runs
    ),
    ContractCheck("reset", "after reset the product is alive, and can be met", _resets),
    ContractCheck("restart", "restart, if it is known, ends and starts the product, by stop and by kill", _restarts),
    ContractCheck("stop", "after stop nothing of the product is there; a second stop does no harm", _stops),
    ContractCheck("start-again", "the product can be started, stopped and started again", _starts_again),
    ContractCheck("death", "health tells that the product was killed, and it can be started again", _notices_death),
    ContractCheck("nothing-left", "at the end no process is left", _leaves_nothing),
)
"""All checks, in their order."""

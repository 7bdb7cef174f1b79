"""A whole run: from a target and cases to verdicts."""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from oran_harness.adapters import AdapterError
from oran_harness.drivers import Setting
from oran_harness.faults import NO_FAULTS, LinkFaults
from oran_harness.model import CaseResult, Diagnosis, HarnessError, Reckoning, Verdict
from oran_harness.model.order import Order
from oran_harness.model.restart import RESTART
from oran_harness.model.run_event import RunFinished, RunStarted, SutDescription
from oran_harness.resources import harness_version
from oran_harness.runner.announcer import Announcer
from oran_harness.runner.execution import Execution, Gate, HandOut, in_order
from oran_harness.runner.interruption import Stop
from oran_harness.runner.known import Expectations
from oran_harness.runner.plan import Planned, descriptions, suites
from oran_harness.runner.sut import Sut
from oran_harness.runner.target import Target
from oran_harness.runner.warming import warm
from oran_harness.runner.wire import close

_RIC_CONNECT_S = 10.0
_NODE_CONNECT_S = 30.0


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is steered: E2AP edition, seconds that a step waits, seed.

    ``faults`` is what is done to the messages of all associations, ``order`` in which the cases are performed.
    ``patient`` tells that the first association is waited for as long as it takes, as somebody is there to bring it
    about; ``gate`` is asked before each case that can be performed, None for no such question. ``known`` is what is
    expected of the verdicts, None where nothing was listed. ``hand_out`` says when which case is performed.
    """

    edition: str = "3.01"
    timeout: float = 5.0
    seed: int = 0
    faults: LinkFaults = NO_FAULTS
    order: Order = Order.DECLARED
    patient: bool = False
    gate: Gate | None = None
    known: Expectations | None = None
    hand_out: HandOut = in_order


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to.

    ``remarks`` are sentences for people; ``left`` is what the SUT left behind, by file name. ``diagnosis`` says why
    cases were not performed, None if nothing was wrong with the SUT's being there and its E2 Setup. ``known`` compares
    the verdicts with what was listed of them, None where nothing was.
    """

    results: tuple[CaseResult, ...]
    interrupted: bool = False
    remarks: tuple[str, ...] = ()
    left: Mapping[str, bytes] = field(default_factory=dict)
    diagnosis: Diagnosis | None = None
    known: Reckoning | None = None
    understood: bool = False
    """Whether both ends spoke one edition of E2AP in some case."""


async def run_suite(
    target: Target, planned: Sequence[Planned], options: Options, announcer: Announcer, stop: Stop
) -> Outcome:
    """Perform a plan against a target; afterwards nothing of it is left running.

    Raises ``HarnessError`` if the address cannot be had or the SUT is not configured to be started.
    """
    clock = asyncio.get_running_loop().time
    began = clock()
    reach, addresses = await target.wire.open()
    # While the SUT starts, which takes a process of its own about as long.
    warming = asyncio.create_task(asyncio.to_thread(warm, target.role, options.edition))
    remarks: list[str] = []
    left: Mapping[str, bytes] = {}
    try:
        description = await target.adapter.describe()
        setting = setting_of(target, options, _stimuli(target, description.stimuli), reach.uri)
        sut = Sut(
            target.adapter,
            reach,
            replace(addresses, e2ap=options.edition),
            setting,
            announcer.tell,
            startable=target.startable,
            settling=target.settling,
            starting=target.starting,
        )
        execution = Execution(
            planned,
            sut,
            setting,
            target.wire.scheme,
            announcer,
            stop,
            target.journal,
            warming,
            patient=options.patient,
            gate=options.gate,
            known=options.known,
            hand_out=options.hand_out,
        )
        announcer.tell(started(target, planned, options, reach.uri, description.version))
        try:
            await execution.run()
            remarks += execution.remarks
        finally:
            left = await _collected(target, remarks)
            trouble = await sut.stop()
            if trouble is not None:
                remarks.append(f"The SUT could not be stopped: {trouble}")
        counts = Counter(result.verdict for result in execution.results)
        summary = {verdict: counts[verdict] for verdict in Verdict}
        whole = not stop.asked and execution.diagnosis is None
        known = options.known.reckoned(execution.results, whole=whole) if options.known is not None else None
        announcer.tell(RunFinished(clock() - began, summary, interrupted=stop.asked, known=known))
    except AdapterError as error:
        raise HarnessError(f"The adapter of {target.vendor} cannot be used: {error}.") from error
    finally:
        await target.adapter.release()
        await close(reach)
    results, diagnosis = tuple(execution.results), execution.diagnosis
    return Outcome(results, stop.asked, tuple(remarks), left, diagnosis, known, execution.understood)


def _stimuli(target: Target, known: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The stimuli that the adapter knows, and the restart of what is started here."""
    if known is None or not target.startable or RESTART in known:
        return known
    return (*known, RESTART)


def setting_of(
    target: Target, options: Options, stimuli: tuple[str, ...] | None, address: str | None = None
) -> Setting:
    """What all cases of a run are performed with; ``address`` is where the two meet."""
    connect = _NODE_CONNECT_S if target.wire.sut_connects else _RIC_CONNECT_S
    return Setting(
        role=target.role,
        edition=options.edition,
        seed=options.seed,
        timeout=options.timeout,
        connect_timeout=max(connect, options.timeout),
        claims=target.claims,
        stimuli=stimuli,
        comes=target.wire.sut_connects,
        address=address,
        faults=options.faults,
        # Whoever gives all messages longer gives those longer, too.
        effect_timeout=None if target.effect_timeout is None else max(target.effect_timeout, options.timeout),
    )


def started(
    target: Target, planned: Sequence[Planned], options: Options, address: str | None, version: str | None
) -> RunStarted:
    """The event that a run begins with."""
    now = time.time()
    return RunStarted(
        id=f"{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime(now))}-{secrets.token_hex(3)}",
        started=now,
        harness=harness_version(),
        suites=suites(planned),
        seed=options.seed,
        sut=SutDescription(target.vendor, target.role.value, version or target.version, address),
        planned=descriptions(planned),
        order=options.order,
        faults=options.faults.words,
    )


async def _collected(target: Target, remarks: list[str]) -> Mapping[str, bytes]:
    try:
        return await target.adapter.collect()
    except AdapterError as error:
        remarks.append(f"What the SUT left behind cannot be had: {error}")
        return {}

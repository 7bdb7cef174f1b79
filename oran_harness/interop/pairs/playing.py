"""One pair: both products started, the tap between them, scene after scene, and what it all came to."""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from oran_harness.adapters import AdapterError, Addresses
from oran_harness.checkers.claimed import claims_note
from oran_harness.interop.pairs.backstage import Backstage
from oran_harness.interop.pairs.dialogue import Dialogue
from oran_harness.interop.pairs.outcome import Death, SceneOver
from oran_harness.interop.pairs.pair import Pair
from oran_harness.interop.pairs.party import Party
from oran_harness.interop.pairs.scene import Scene
from oran_harness.interop.pairs.scenes import SCENES
from oran_harness.interop.pairs.steering import Steering
from oran_harness.interop.pairs.verdicts import HISTORY, SUITE, Played, Seen, describe, judge
from oran_harness.interop.tap import Tap
from oran_harness.model import CaseResult, EventKind, HarnessError, Role, Verdict
from oran_harness.model.restart import ASKED
from oran_harness.model.run_event import CaseFinished, Listener, RunFinished, RunStarted, SutDescription
from oran_harness.resources import harness_version
from oran_harness.runner import Target

_LONGEST_S = 300.0
"""Seconds that a scene may take."""
_JUDGING_S = 10.0
"""Seconds that the rules may lag behind before a scene is told without them."""
_LOOK_S = 0.02
NODE = Role.E2_NODE
RIC = Role.NEAR_RT_RIC


class _Lines:
    """What the process of a product prints, on its way into the record."""

    def __init__(self, tap: Tap, role: Role) -> None:
        self._tap = tap
        self._role = role

    def process(self, text: str) -> None:
        """Take in a line."""
        self._tap.happened(EventKind.PROCESS, text, self._role)


@dataclass(slots=True)
class _Playing:
    """A pair that is being played."""

    targets: Mapping[Role, Target]
    steering: Steering
    folder: Path
    tell: Listener
    told: Callable[[CaseResult], None]
    dialogue: Dialogue = field(default_factory=Dialogue)
    results: list[CaseResult] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    lost: str = ""
    """Why nothing more can be known of a product, empty as long as it can."""

    async def play(self) -> Played:
        """All of it; afterwards nothing is left running."""
        node, ric = self.targets[NODE], self.targets[RIC]
        parties = {role: _party(target) for role, target in self.targets.items()}
        tap = Tap(
            ric.wire.uri,
            self.folder,
            seed=self.steering.seed,
            vendors={role: target.vendor for role, target in self.targets.items()},
            onlooker=self.dialogue,
        )
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(tap)
            uri = await tap.start(node.wire.uri)
            edition = self.steering.edition
            addresses = {NODE: Addresses(peer=uri, e2ap=edition), RIC: Addresses(own=ric.wire.uri, e2ap=edition)}
            backstage = Backstage(parties, addresses)
            for role, target in self.targets.items():
                target.journal.open(_Lines(tap, role))
                claims = target.claims
                models = [(each.name, each.revision) for each in claims.service_models]
                tap.happened(EventKind.NOTE, claims_note(role, target.vendor, claims.e2ap, models))
            pair = Pair(
                parties[NODE],
                parties[RIC],
                self.dialogue,
                tap,
                _Restarting(backstage, tap),
                self.steering.timeout,
                self.steering.patience,
            )
            try:
                await self._scenes(pair, backstage, tap)
            finally:
                trouble = await backstage.stop()
            result = await tap.stop()
        return judge(self.seen, result, trouble, {role: target.vendor for role, target in self.targets.items()})

    async def _scenes(self, pair: Pair, backstage: Backstage, tap: Tap) -> None:
        missing = await _started(backstage)
        for scene in filter(self.steering.takes, SCENES):
            if missing:
                # That nothing could be tried is told once, as what it is: nothing is known of the two.
                verdict = Verdict.SKIP if self.seen else Verdict.INCONC
                self._add(Seen(scene, SceneOver(verdict, missing), (), tap.events, tap.events, 0.0))
                continue
            self._add(await self._scene(scene, pair, backstage, tap))
            missing = self.lost or await _started(backstage) or self._apart(pair, tap)

    def _apart(self, pair: Pair, tap: Tap) -> str:
        """Why the two have never met so far: then nothing that they are to do together needs to be waited for."""
        if self.dialogue.last:
            return ""
        if tap.refused:
            return f"{pair.ric.vendor} does not take associations at {self.targets[RIC].wire.uri}"
        return f"{pair.node.vendor} has not connected"

    def _add(self, seen: Seen) -> None:
        self.seen.append(seen)
        self.told(seen.result(HISTORY))

    async def _scene(self, scene: Scene, pair: Pair, backstage: Backstage, tap: Tap) -> Seen:
        """One scene, with what the rules found in it."""
        clock = asyncio.get_running_loop().time
        began, first, before = clock(), tap.events, self.dialogue.last
        pair.remarks.clear()
        tap.happened(EventKind.NOTE, f"scene: {scene.id}: begins")
        over = await _performed(scene, pair)
        apart = self._apart(pair, tap)
        if over is not None and over.verdict is Verdict.INCONC and apart:
            over = replace(over, reason=f"{apart}: {over.reason}")
        if over is not None:
            await backstage.settle()
        died: Mapping[Role, Death] = {}
        try:
            died = await backstage.deaths()
        except AdapterError as error:
            self.lost = f"whether the two live cannot be known: {error}"
            over = SceneOver(Verdict.ERROR, self.lost)
        for role, death in died.items():
            tap.happened(EventKind.NOTE, f"died: {role.value}: {death.how}")
        tap.happened(EventKind.NOTE, f"scene: {scene.id}: is over")
        await _judged(tap)
        found = tuple(finding for finding in tap.findings if first < (finding.event or 0) <= tap.events)
        remarks = tuple(pair.remarks)
        return Seen(
            scene,
            over,
            remarks,
            first,
            tap.events,
            clock() - began,
            died=MappingProxyType(died),
            errors=pair.error_indications(before),
            found=found,
        )


class _Restarting:
    """Restarts a product, and writes down that it was asked to."""

    def __init__(self, backstage: Backstage, tap: Tap) -> None:
        self._backstage = backstage
        self._tap = tap

    async def restart(self, role: Role) -> None:
        """Restart it; raises ``AdapterError`` if it does not come back."""
        self._tap.happened(EventKind.STEP, f"{ASKED}: {role.value}", role)
        await self._backstage.restart(role)


async def _performed(scene: Scene, pair: Pair) -> SceneOver | None:
    """How a scene ended before its last line, None if it came to it."""
    try:
        async with asyncio.timeout(_LONGEST_S) as pair.limit:
            await scene.body(pair)
    except SceneOver as over:
        return over
    except TimeoutError:
        return SceneOver(Verdict.ERROR, f"the scene was not over within {_LONGEST_S:g} s")
    except Exception as error:  # a mistake of the harness is told as one, and costs this scene
        return SceneOver(Verdict.ERROR, f"the harness broke: {type(error).__name__}: {error}")
    return None


async def _started(backstage: Backstage) -> str:
    """Start whatever is not up; why that cannot be, empty if all is well."""
    for role in (RIC, NODE):
        if role in backstage.up:
            continue
        try:
            await backstage.start(role)
        except (AdapterError, HarnessError) as error:
            return f"{backstage.vendor(role)} cannot be started: {str(error).rstrip('.')}"
    return ""


async def _judged(tap: Tap) -> None:
    """Wait until the rules have seen what was written, if they do not take too long."""
    clock = asyncio.get_running_loop().time
    until, events = clock() + _JUDGING_S, tap.events
    while tap.judged < events and clock() < until:
        await asyncio.sleep(_LOOK_S)


def _party(target: Target) -> Party:
    return Party(
        target.role,
        target.vendor,
        target.claims,
        target.adapter,
        target.startable,
        target.effect_timeout,
        target.by_hand,
    )


async def play(
    node: Target,
    ric: Target,
    steering: Steering,
    folder: Path,
    tell: Listener = lambda event: None,
    told: Callable[[CaseResult], None] = lambda result: None,
) -> Played:
    """Bring two products together, scene after scene; what it came to.

    The record goes to ``folder/history``. ``told`` gets each scene's verdict as it is known, ``tell`` the events of the
    run, with the verdicts as they are in the end. Raises ``HarnessError`` if an address cannot be had.
    """
    began = time.time()
    playing = _Playing({NODE: node, RIC: ric}, steering, folder, tell, told)
    tell(_begins(node, ric, steering, began))
    played = await playing.play()
    for result, findings in played.lines:
        tell(CaseFinished(result, findings))
    counts = Counter(result.verdict for result, _ in played.lines)
    tell(RunFinished(time.time() - began, {verdict: counts[verdict] for verdict in Verdict}))
    return played


def _begins(node: Target, ric: Target, steering: Steering, now: float) -> RunStarted:
    return RunStarted(
        id=f"{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime(now))}-{secrets.token_hex(3)}",
        started=now,
        harness=harness_version(),
        suites=(SUITE,),
        seed=steering.seed,
        sut=SutDescription(f"{node.vendor} and {ric.vendor}", f"{NODE} and {RIC}", None, ric.wire.uri),
        planned=tuple(describe(scene) for scene in filter(steering.takes, SCENES)),
    )

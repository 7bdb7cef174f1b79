"""Starts the two products of a pair, sees whether they live, and stops them."""

import asyncio
from collections.abc import Mapping

from oran_harness.adapters import AdapterError, Addresses, StimulusStatus
from oran_harness.interop.pairs.outcome import Death, SceneOver
from oran_harness.interop.pairs.party import Party
from oran_harness.model import HarnessError, Role, Verdict
from oran_harness.model.restart import RESTART

_DYING_S = 0.3
"""Seconds in which a process that is dying has ended."""
_AGAIN_S = (0.5, 2.0)
"""Pauses before a product that did not start is started once more: an address may not be free at once."""


class Backstage:
    """What stands behind two products. ``up`` are those that were started, and have not been seen to die since."""

    def __init__(self, parties: Mapping[Role, Party], addresses: Mapping[Role, Addresses]) -> None:
        self.up: set[Role] = set()
        self._parties = parties
        self._addresses = addresses

    def vendor(self, role: Role) -> str:
        """Whose product it is."""
        return self._parties[role].vendor

    async def start(self, role: Role) -> None:
        """Start a product, if it is to be started here; raises ``AdapterError`` or ``HarnessError`` if it cannot be."""
        await self._parties[role].adapter.start(self._addresses[role])
        self.up.add(role)

    async def restart(self, role: Role) -> None:
        """Stop it and start it; raises ``AdapterError`` if it does not come back, ``SceneOver`` if nobody can do it."""
        if self._parties[role].by_hand:
            await self._restart_by_hand(self._parties[role])
            return
        self.up.discard(role)
        await self._parties[role].adapter.stop()
        error: AdapterError | None = None
        for pause in (0.0, *_AGAIN_S):
            await asyncio.sleep(pause)
            try:
                await self.start(role)
            except AdapterError as failed:
                error = failed
            else:
                return
        assert error is not None
        raise error

    async def _restart_by_hand(self, party: Party) -> None:
        """One question, and not asked again: a person who fails has tried."""
        answer = await party.adapter.stimulate(RESTART)
        if answer.status is StimulusStatus.UNSUPPORTED:
            raise SceneOver(Verdict.SKIP, f"no stimulus: {RESTART} ({party.vendor})")
        if answer.status is StimulusStatus.FAILED:
            self.up.discard(party.role)
            raise AdapterError(str(answer.details.get("reason", "the person at the bench does not say why")))

    async def deaths(self) -> dict[Role, Death]:
        """How each product has died that has, since this was asked last."""
        found: dict[Role, Death] = {}
        for role, party in self._parties.items():
            if role in self.up and party.startable:
                health = await party.adapter.health()
                if not health.alive:
                    how = health.detail or "it is dead, and nobody knows how"
                    found[role] = Death(how, health.exit_status)
        self.up.difference_update(found)
        return found

    async def settle(self) -> None:
        """Give one that is dying the time to be dead."""
        await asyncio.sleep(_DYING_S)

    async def stop(self) -> list[str]:
        """Stop both; what went wrong, in sentences."""
        trouble = []
        for role in (Role.E2_NODE, Role.NEAR_RT_RIC):
            party = self._parties[role]
            try:
                await party.adapter.stop()
            except (AdapterError, HarnessError) as error:
                trouble.append(f"{party.vendor} could not be stopped: {error}")
        return trouble

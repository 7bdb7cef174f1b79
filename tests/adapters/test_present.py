"""A product that runs already."""

import asyncio

from oran_harness.adapters import Addresses, StimulusStatus
from oran_harness.adapters.present import PresentAdapter


def test_nothing_can_be_done() -> None:
    """All seven calls are harmless; nothing can be stimulated."""

    async def scene() -> None:
        adapter = PresentAdapter("alfa", "1")
        await adapter.start(Addresses())
        assert (await adapter.health()).alive
        assert (await adapter.stimulate("subscribe")).status is StimulusStatus.UNSUPPORTED
        assert (await adapter.describe()).stimuli == ()
        await adapter.reset()
        await adapter.stop()
        assert await adapter.collect() == {}

    asyncio.run(scene())

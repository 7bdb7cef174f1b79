"""Suspects go alone."""

import asyncio

from oran_harness.errands.quarantine import Quarantine


def test_suspects_go_alone_and_the_others_side_by_side() -> None:
    """Whoever comes first; one that breaks holds up nobody."""
    most, wrong, under_way = [0], [], {"others": 0, "alone": 0}

    async def other(quarantine: Quarantine) -> None:
        async with quarantine.beside_others():
            under_way["others"] += 1
            most[0] = max(most[0], under_way["others"])
            await asyncio.sleep(0)
            wrong.append(under_way["alone"])
            under_way["others"] -= 1

    async def suspect(quarantine: Quarantine) -> None:
        async with quarantine.alone():
            under_way["alone"] += 1
            await asyncio.sleep(0)
            wrong.append(under_way["others"] + under_way["alone"] - 1)
            under_way["alone"] -= 1
            raise RuntimeError("it breaks")

    async def go() -> list[object]:
        quarantine = Quarantine()
        coroutines = [suspect(quarantine) if number % 3 == 0 else other(quarantine) for number in range(12)]
        return list(await asyncio.gather(*coroutines, return_exceptions=True))

    ended = asyncio.run(go())
    assert sum(isinstance(each, RuntimeError) for each in ended) == 4
    assert wrong == [0] * 12
    assert most[0] > 1

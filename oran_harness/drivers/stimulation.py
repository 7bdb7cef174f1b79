"""Asks an adapter for a stimulus: what it answers, and what becomes of one that breaks."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from oran_harness.adapters.adapter import StimulusAnswer, StimulusStatus
from oran_harness.drivers.body import error_text

SETTLING = 0.02
"""Seconds that the SUT has for what was sent before: a stimulus goes another way and may overtake it."""
AGAIN = (0.05, 0.15, 0.3, 0.6, 1.0, 2.0)
"""Seconds after which a stimulus that failed at once is tried again: the SUT may not be as far as we are.

It goes another way than messages do, and what was said on the wire just before may not have arrived yet.

Together longer than SCTP takes to send again what was lost twice (RFC 9260, 16: 1 s, then 2 s)."""
AT_ONCE = 1.0
"""Seconds within which a failure is at once; whoever takes longer is not asked again."""

StimulateCall = Callable[[str, Mapping[str, Any]], Awaitable[StimulusAnswer]]
"""How a driver has the SUT do something: the name of a stimulus and its arguments."""


async def stimulated(
    call: StimulateCall | None,
    name: str,
    arguments: Mapping[str, Any],
    note: Callable[[str], object],
    *,
    once: bool = False,
) -> StimulusAnswer:
    """The adapter's answer; without an adapter ``unsupported``. Nothing that an adapter does raises.

    ``once`` is for what the SUT may decline: a failure is its answer then, and nothing to try again. One that waits
    for the outcome of what it begins (its argument ``wait``) has failed for good, too.
    """
    if call is None:
        return StimulusAnswer(StimulusStatus.UNSUPPORTED)
    clock = asyncio.get_running_loop().time
    for pause in () if once or arguments.get("wait") else AGAIN:
        began = clock()
        answer = await _asked(call, name, arguments)
        if answer.status is not StimulusStatus.FAILED or clock() - began > AT_ONCE:
            return answer
        note(f"again: the stimulus {name} failed, and is tried once more: {answer.details.get('reason', 'no reason')}")
        await asyncio.sleep(pause)
    return await _asked(call, name, arguments)


async def _asked(call: StimulateCall, name: str, arguments: Mapping[str, Any]) -> StimulusAnswer:
    try:
        return await call(name, arguments)
    except Exception as error:
        return StimulusAnswer(StimulusStatus.FAILED, {"reason": error_text(error)})

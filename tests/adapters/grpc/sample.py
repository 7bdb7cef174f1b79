"""An adapter to serve, which shows what becomes of each kind of answer."""

from collections.abc import Mapping
from typing import Any

from oran_harness.adapters import (
    AdapterError,
    Addresses,
    Description,
    Health,
    StimulusAnswer,
    StimulusStatus,
)


class Sample:
    """It remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    async def describe(self) -> Description:
        """It lists its stimuli."""
        return Description("alfa DU", "1.4", ("subscribe",))

    async def start(self, addresses: Addresses) -> None:
        """It starts, unless there is no address."""
        self.asked.append(addresses)
        if addresses == Addresses():
            raise AdapterError("no address to start it with")

    async def stop(self) -> None:
        """It stops."""
        self.asked.append("stop")

    async def reset(self) -> None:
        """It breaks."""
        raise ZeroDivisionError("of the reset")

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """It knows one."""
        if name == "odd":
            return StimulusAnswer(StimulusStatus.DONE, {"what": object()})
        if name != "subscribe":
            return StimulusAnswer(StimulusStatus.UNSUPPORTED)
        return StimulusAnswer(StimulusStatus.DONE, {"given": arguments})

    async def health(self) -> Health:
        """It has died."""
        return Health(False, "killed", -9)

    async def collect(self) -> Mapping[str, bytes]:
        """A log."""
        return {"du.log": b"\x00\xff"}

"""A product that runs already, or is started by somebody else: there is nothing to start, and nothing to ask it for."""

from collections.abc import Mapping
from typing import Any

from oran_harness.adapters.adapter import Addresses, Description, Health, StimulusAnswer, StimulusStatus


class PresentAdapter:
    """The seven calls where nothing can be done; whether the product lives, only the wire tells."""

    def __init__(self, product: str, version: str | None) -> None:
        self._description = Description(product, version, ())

    async def describe(self) -> Description:
        """The product as its profile names it."""
        return self._description

    async def start(self, addresses: Addresses) -> None:
        """Nothing to do: it runs."""

    async def stop(self) -> None:
        """Nothing to do: it is not ours."""

    async def reset(self) -> None:
        """Nothing to do: each association begins anew."""

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """There are no means to."""
        return StimulusAnswer(StimulusStatus.UNSUPPORTED)

    async def health(self) -> Health:
        """Taken to be alive."""
        return Health(True, "not started by us")

    async def collect(self) -> Mapping[str, bytes]:
        """Nothing."""
        return {}

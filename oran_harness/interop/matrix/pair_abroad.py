"""A pair in a process of its own on whatever machine of a cluster takes it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from oran_harness.errands import Cluster, Errand, Shipped
from oran_harness.interop.matrix.cell import FILE
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.matrix.pair_process import WHAT
from oran_harness.model import HarnessError
from oran_harness.resources import harness_version


@dataclass(frozen=True, slots=True)
class PairAbroad:
    """Performs orders. ``module`` is the program that brings a pair together."""

    cluster: Cluster
    module: str

    async def __call__(self, order: Order, told: Callable[[str, str], None]) -> str:
        """Send both profiles, and bring home what came of them; what to say where that has no cell."""
        folder = Path(order.folder)
        try:
            errand = Errand(
                self.module,
                asdict(order),
                {"node": Shipped.of(Path(order.node)), "ric": Shipped.of(Path(order.ric))},
                folder.name,
                WHAT,
                harness_version(),
            )
            done = await self.cluster.do(errand)
            if done.results is not None:
                done.results.unpack(folder, last=FILE)
        except (HarnessError, OSError) as error:
            return str(error)
        return done.problem

"""The arguments of a stimulus of the RIC."""

from oran_harness.peers import arguments
from oran_harness.peers.arguments import Unfit
from oran_harness.protocols.e2ap.elements import RICrequestID

__all__ = ["Arguments", "Unfit"]


class Arguments(arguments.Arguments):
    """The arguments of one stimulus, ids of requests among them."""

    def request_id(self, name: str) -> RICrequestID | None:
        """A RICrequestID as its two halves, None if it is not given."""
        value = self.integers(name)
        if name not in self:
            return None
        if len(value) != 2:
            raise Unfit(f"{name} must be the two halves of a RIC Request ID, as [1, 7]")
        return RICrequestID(*value)

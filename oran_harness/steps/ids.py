"""Fresh ids for a case: seeded, never repeated, the same again in a replay."""

from oran_harness.protocols.e2ap.elements import RICrequestID

_TRANSACTION_IDS = 256
_INSTANCES = 65536


class Ids:
    """Hands out ids. They begin somewhere that depends on ``seed``, so that nothing can rely on where they begin."""

    def __init__(self, seed: int) -> None:
        self._transaction = seed * 37 % _TRANSACTION_IDS
        self._requestor = 1 + seed * 101 % 1000
        self._instance = seed * 7919 % _INSTANCES

    def transaction_id(self) -> int:
        """A TransactionID, 0..255 (E2AP 9.2.33); repeated after 256."""
        self._transaction = (self._transaction + 1) % _TRANSACTION_IDS
        return self._transaction

    def request_id(self) -> RICrequestID:
        """A RICrequestID, both halves 0..65535 (E2AP 9.2.7), never alike, so that exchanging them shows.

        Repeated after 65,535.
        """
        self._instance = (self._instance + 1) % _INSTANCES
        if self._instance == self._requestor:
            self._instance += 1
        return RICrequestID(self._requestor, self._instance)

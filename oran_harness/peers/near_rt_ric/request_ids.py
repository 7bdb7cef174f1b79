"""Ids of the RIC's own procedures, none of which is used twice at the same time."""

from collections.abc import Callable, Hashable

from oran_harness.protocols.e2ap.elements import RICrequestID

_TRANSACTION_IDS = 256
_INSTANCES = 65536
_MEASUREMENT_IDS = 4095


class RequestIds:
    """Hands out ids that are free: unique among what goes on with one node (E2AP 3.1, 9.2.7, 9.2.33).

    ``seed`` decides where they begin; one requestor makes all requests of the RIC.
    """

    def __init__(self, seed: int) -> None:
        self._transaction = seed * 53 % _TRANSACTION_IDS
        self._requestor = 1 + seed * 211 % 1000
        self._instance = seed * 4409 % _INSTANCES
        self._measurement = seed * 331 % _MEASUREMENT_IDS

    def transaction_id(self, taken: Callable[[Hashable], bool]) -> int | None:
        """The next TransactionID that is not taken; None if all are."""
        for _ in range(_TRANSACTION_IDS):
            self._transaction = (self._transaction + 1) % _TRANSACTION_IDS
            if not taken(self._transaction):
                return self._transaction
        return None

    def measurement_id(self, taken: Callable[[Hashable], bool]) -> int | None:
        """The next Load Measurement ID that is not taken (9.2.40); None if all are."""
        for _ in range(_MEASUREMENT_IDS):
            self._measurement = self._measurement % _MEASUREMENT_IDS + 1
            if not taken(self._measurement):
                return self._measurement
        return None

    def request_id(self, taken: Callable[[Hashable], bool]) -> RICrequestID | None:
        """The next RICrequestID that is not taken; None if all are."""
        for _ in range(_INSTANCES):
            self._instance = (self._instance + 1) % _INSTANCES
            name = RICrequestID(self._requestor, self._instance)
            if not taken(name):
                return name
        return None
